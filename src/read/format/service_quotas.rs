//! Service Quotas: `list-service-quotas`, `list-aws-default-service-quotas`, `get-service-quota`
//! and `get-aws-default-service-quota`, whole or through a `--query` that renames their keys.

use super::DocumentFormat;
use crate::data::quotas::{near_miss, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round};
use crate::read::tree::{Node, Value};
use crate::read::{Limit, Reader, What};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// `{"Quotas": […]}`, `{"Quota": {…}}`, or quotas by themselves.
pub const FORMAT: DocumentFormat = DocumentFormat { id: "service-quotas-json", sure, read };

// Keys in the bare form of `Node::get`.
const ARN: &[&str] = &["quotaarn", "arn"];
const CODE: &[&str] = &["quotacode", "code"];
const SERVICE: &[&str] = &["servicecode", "service"];
const VALUE: &[&str] = &["value", "applied", "appliedvalue", "limit"];
const DEFAULT: &[&str] = &["default", "defaultvalue"];
const REGION: &[&str] = &["region"];
const LEVEL: &[&str] = &["quotaappliedatlevel"];
const ADJUSTABLE: &[&str] = &["adjustable"];
const ERROR: &[&str] = &["errorreason"];

fn sure(root: &Node<'_>) -> u8 {
    if let Some(quotas) = root.get(&["quotas"]).and_then(Node::list) {
        return if quotas.is_empty() || quotas.iter().any(is_quota) { 90 } else { 0 };
    }
    if root.get(&["quota"]).is_some_and(is_quota) {
        return 90;
    }
    let alone = is_quota(root) || root.list().is_some_and(|nodes| nodes.iter().any(is_quota));
    if alone { 70 } else { 0 }
}

/// A record that names a quota; a utilisation report's rows look alike and are something else.
fn is_quota(node: &Node<'_>) -> bool {
    identity(node).is_some() && node.get(&["utilization"]).is_none()
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(list) = root.get(&["quotas"]).and_then(Node::list) {
        if list.is_empty() && root.whole {
            reader.problem(root.at, Severity::Info, Reason::NoQuotasReturned);
        }
        list.iter().for_each(|node| quota(node, reader));
    } else if let Some(node) = root.get(&["quota"]) {
        quota(node, reader);
    } else if let Some(list) = root.list() {
        list.iter().for_each(|node| quota(node, reader));
    } else {
        quota(root, reader);
    }
    if let Some(token) = root.get(&["nexttoken"]) {
        reader.problem(token.at, Severity::Warning, Reason::MorePages);
    }
}

/// Which quota a record is about, and whose.
struct Identity<'a> {
    service: Option<&'a str>,
    code: &'a str,
    /// The code in the ARN, where it is another one.
    other_code: Option<&'a str>,
    account: Option<&'a str>,
    region: Option<&'a str>,
    /// The ARN names no account: the value is AWS's default.
    is_default: bool,
}

fn identity<'a>(node: &'a Node<'_>) -> Option<Identity<'a>> {
    let text = |keys| node.get(keys).and_then(Node::text).filter(|text| !text.is_empty());
    let (service, code, region) = (text(SERVICE), text(CODE), text(REGION));
    if let Some(arn) = text(ARN).and_then(Arn::parse) {
        return Some(Identity {
            service: service.or(Some(arn.service)),
            code: code.unwrap_or(arn.code),
            other_code: code.is_some_and(|code| code != arn.code).then_some(arn.code),
            account: arn
                .account
                .filter(|account| account.bytes().all(|byte| byte.is_ascii_digit())),
            region: arn.region.or(region).or(arn.other_partition),
            is_default: arn.account.is_none(),
        });
    }
    let code = code.filter(|code| is_quota_code(code))?;
    Some(Identity { service, code, other_code: None, account: None, region, is_default: false })
}

fn is_quota_code(text: &str) -> bool {
    text.strip_prefix("L-").is_some_and(|rest| {
        rest.len() == 8
            && rest.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte))
    })
}

/// `arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A`.
struct Arn<'a> {
    /// `aws-us-gov` or `aws-cn`: stands for the Region where a global quota has none.
    other_partition: Option<&'a str>,
    region: Option<&'a str>,
    account: Option<&'a str>,
    service: &'a str,
    code: &'a str,
}

impl<'a> Arn<'a> {
    fn parse(arn: &'a str) -> Option<Arn<'a>> {
        let mut fields = arn.strip_prefix("arn:")?.split(':');
        let other_partition = fields.next().filter(|partition| *partition != "aws");
        if fields.next()? != "servicequotas" {
            return None;
        }
        let (region, account) = (fields.next()?, fields.next()?);
        let (service, code) = fields.next()?.split_once('/')?;
        let some = |text: &'a str| (!text.is_empty()).then_some(text);
        is_quota_code(code).then_some(Arn {
            other_partition,
            region: some(region),
            account: some(account),
            service,
            code,
        })
    }
}

fn quota(node: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(identity) = identity(node).filter(|_| node.whole) else { return };
    if let Some(other) = identity.other_code {
        let reason = Reason::CodeMismatch { code: identity.code.into(), found: other.into() };
        return reader.problem(node.at, Severity::Warning, reason);
    }
    let Some(quota) = quota_by_code(identity.code) else {
        return unneeded(node, &identity, reader);
    };
    if let Some(service) = identity.service.filter(|service| *service != quota.service_code) {
        let reason = Reason::ServiceMismatch {
            code: quota.quota_code.into(),
            found: service.into(),
            expected: quota.service_code.into(),
        };
        return reader.problem(node.at, Severity::Warning, reason);
    }
    let value = node.get(VALUE);
    let default = node.get(DEFAULT).filter(|_| value.is_none());
    let Some(figure) = value.or(default) else {
        return reader.problem(node.at, Severity::Warning, no_value(node, quota.quota_code));
    };
    let Some(limit) = figure.number().and_then(|number| limit(number, quota.unit)) else {
        let reason = Reason::QuotaValueUnreadable {
            code: quota.quota_code.into(),
            found: show(figure).into(),
        };
        return reader.problem(figure.at, Severity::Warning, reason);
    };
    let by_command = reader.command.asks_for_defaults && identity.account.is_none();
    let is_default = identity.is_default || default.is_some() || by_command;
    let what = What::Limit {
        quota,
        limit,
        basis: if is_default { Basis::Default } else { Basis::Applied },
        resource_level: node.get(LEVEL).and_then(Node::text) == Some("RESOURCE"),
        adjustable: match node.get(ADJUSTABLE).map(|node| &node.value) {
            Some(Value::Bool(adjustable)) => Some(*adjustable),
            _ => None,
        },
    };
    let account = identity.account.map(str::to_owned);
    reader.fact(figure.at, what, account, identity.region.map(str::to_owned));
}

fn unneeded(node: &Node<'_>, identity: &Identity<'_>, reader: &mut Reader<'_>) {
    let miss = near_miss(identity.code)
        .filter(|miss| identity.service.is_none_or(|service| service == miss.service_code));
    match miss {
        Some(miss) => {
            let what = What::NearMiss { quota_code: miss.quota_code };
            let account = identity.account.map(str::to_owned);
            reader.fact(node.at, what, account, identity.region.map(str::to_owned));
        }
        None => reader.ignore(identity.account, identity.region),
    }
}

fn limit(number: &str, unit: crate::quantity::Unit) -> Option<Limit> {
    if number.eq_ignore_ascii_case("unlimited") {
        return Some(Limit::Unlimited);
    }
    let decimal = Decimal::parse(number)?;
    if decimal.is_negative() {
        return None;
    }
    Some(if decimal.means_no_limit() {
        Limit::Unlimited
    } else {
        Limit::Finite(Quantity::new(decimal.in_whole(unit, Round::Down), unit))
    })
}

fn no_value(node: &Node<'_>, code: &str) -> Reason {
    match node.get(ERROR).and_then(|error| error.get(&["errorcode"])).and_then(Node::text) {
        Some(error) => Reason::QuotaError { code: code.into(), error: error.into() },
        None => Reason::QuotaValueMissing { code: code.into() },
    }
}

fn show(node: &Node<'_>) -> String {
    let text = match &node.value {
        Value::Bool(truth) => truth.to_string(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "an object".to_owned(),
        _ => node.number().unwrap_or("null").to_owned(),
    };
    text.chars().take(40).collect()
}
