//! Which quota a record or a row is about, and whose.

use crate::data::quotas::{Quota, code_of_name, is_quota_code, near_miss, quota_by_code};
use crate::quantity::parse_figure;
use crate::read::What;
use crate::read::reader::Reader;
use crate::read::syntax::Syntax;
use crate::read::tree::Node;

// Keys in the bare form of `Node::get`.
const ARN: &[&str] = &["quotaarn", "arn"];
const NAME: &[&str] = &["quotaname", "name", "quota"];
const SERVICE: &[&str] = &["servicecode", "service"];
const DEFAULT: &[&str] = &["default", "defaultvalue", "awsdefaultquotavalue", "awsdefault"];
const REGION: &[&str] = &["region"];
const ACCOUNT: &[&str] = &["accountid", "account"];
/// Of a quota code.
pub const CODE: &[&str] = &["quotacode", "code", "limitcode"];
/// Of a value.
pub const VALUE: &[&str] = &[
    "value",
    "applied",
    "appliedvalue",
    "appliedaccountlevelquotavalue",
    "appliedquotavalue",
    "limit",
];

/// Which quota a record is about, and whose.
pub struct Cited<'n> {
    /// The service that is named.
    pub service: Option<&'n str>,
    /// The quota code.
    pub code: Option<&'n str>,
    /// The code in the ARN, where it is another one.
    pub other_code: Option<&'n str>,
    /// The name beside it.
    pub name: Option<&'n str>,
    /// The account of the ARN or of a field of its own.
    pub account: Option<&'n str>,
    /// The Region, likewise.
    pub region: Option<&'n str>,
    /// There is an ARN of a quota.
    pub has_arn: bool,
    /// There is an ARN, but not a whole one: a terminal or a cut has changed the record.
    pub has_broken_arn: bool,
    /// A row of cells without names.
    pub is_row: bool,
    /// The ARN names no account: the value is AWS's default.
    pub is_default: bool,
    /// The applied value.
    pub value: Option<&'n Node<'n>>,
    /// AWS's default.
    pub default: Option<&'n Node<'n>>,
    /// There is a place for a value, even where nothing stands in it.
    pub has_value_column: bool,
}

impl<'n> Cited<'n> {
    /// Of a record whose fields have names; `None` where it names no quota.
    pub fn of(node: &'n Node<'_>) -> Option<Cited<'n>> {
        let text = |keys| node.get(keys).and_then(Node::text).filter(|text| !text.is_empty());
        let code = text(CODE).filter(|code| is_quota_code(code));
        let name = text(NAME);
        let arn = text(ARN).and_then(Arn::parse);
        if arn.is_none() && code.is_none() && name.and_then(code_of_name).is_none() {
            return None;
        }
        let region = text(REGION).filter(|region| region.contains('-') && region.len() > 1);
        let account =
            arn.as_ref().and_then(|arn| arn.account).or(node.get(ACCOUNT).and_then(Node::number));
        let arn_code = arn.as_ref().map(|arn| arn.code);
        let value = node.get(VALUE);
        let default = node.get(DEFAULT);
        Some(Cited {
            service: text(SERVICE).or(arn.as_ref().map(|arn| arn.service)),
            code: code.or(arn_code),
            other_code: arn_code.filter(|arn_code| code.is_some_and(|code| code != *arn_code)),
            name,
            account: account.filter(|account| account.bytes().all(|byte| byte.is_ascii_digit())),
            region: arn
                .as_ref()
                .and_then(|arn| arn.region)
                .or(region)
                .or(arn.as_ref().and_then(|arn| arn.other_partition)),
            has_arn: arn.is_some(),
            has_broken_arn: arn.is_none() && text(ARN).is_some_and(|arn| arn.starts_with("arn:")),
            is_row: false,
            is_default: arn.as_ref().is_some_and(|arn| arn.account.is_none()),
            has_value_column: value.is_some() || default.is_some(),
            value,
            default,
        })
    }

    /// Of a row of cells without names: one code or one known name, and one number.
    pub fn of_row(node: &'n Node<'_>) -> Option<Cited<'n>> {
        let cells = node.list()?;
        let texts = || cells.iter().filter_map(Node::text);
        let arn = texts().find_map(Arn::parse);
        let code = texts().find(|text| is_quota_code(text)).or(arn.as_ref().map(|arn| arn.code));
        let name = texts().find(|text| code_of_name(text).is_some());
        if code.is_none() && name.is_none() {
            return None;
        }
        let mut numbers = cells
            .iter()
            .filter(|cell| cell.number().is_some_and(|text| parse_figure(text, false).is_some()));
        // A row of the console has two values, one of which may be "Not available".
        let is_consoles =
            texts().any(|text| text.ends_with('%') || text.eq_ignore_ascii_case("not available"));
        let value = numbers.next().filter(|_| numbers.next().is_none() && !is_consoles);
        let account = arn.as_ref().and_then(|arn| arn.account);
        Some(Cited {
            service: arn.as_ref().map(|arn| arn.service),
            code,
            other_code: None,
            name,
            account: account.filter(|account| account.bytes().all(|byte| byte.is_ascii_digit())),
            region: arn.as_ref().and_then(|arn| arn.region),
            has_arn: arn.is_some(),
            has_broken_arn: arn.is_none()
                && texts().any(|text| text.starts_with("arn:aws:servicequotas")),
            is_row: true,
            is_default: arn.as_ref().is_some_and(|arn| arn.account.is_none()),
            value,
            default: None,
            has_value_column: false,
        })
    }

    /// Whether a record without a value lacks what its kind has; a table may have no such column.
    pub fn must_have_value(&self, syntax: Syntax) -> bool {
        let is_table = matches!(syntax, Syntax::BoxTable | Syntax::Csv | Syntax::Markdown);
        self.has_value_column || (self.has_arn && !is_table && !self.is_row)
    }

    /// The service that a row is surely of, by its code or by a name that no other service has.
    pub fn service_for_certain(&self) -> Option<&'static str> {
        let code = self.code.or_else(|| self.name.and_then(code_of_name))?;
        let quota = quota_by_code(code)?;
        (self.code.is_some() || !quota.name_is_shared).then_some(quota.service_code)
    }

    /// The quota, where it is one that counts.
    pub fn quota(&self, services: &[&str]) -> Option<&'static Quota> {
        if let Some(code) = self.code {
            return quota_by_code(code);
        }
        let quota = quota_by_code(code_of_name(self.name?)?)?;
        let is_known = !quota.name_is_shared
            || services.contains(&quota.service_code)
            || self.service.is_some_and(|service| service.eq_ignore_ascii_case(quota.service_code));
        is_known.then_some(quota)
    }

    /// The name beside the code, where it is another quota's.
    pub fn contradicting_name(&self) -> Option<&'n str> {
        let (code, name) = (self.code?, self.name?);
        let named = code_of_name(name);
        // Two services may call their quotas the same.
        let is_own = near_miss(code).is_some_and(|miss| miss.name == name);
        let is_other = !is_own && named.is_some_and(|named| named != code);
        let own = match code {
            "L-7A658B76" => ("gp3", "gp2"),
            "L-D18FCD1D" => ("gp2", "gp3"),
            _ => ("", ""),
        };
        let lower = name.to_ascii_lowercase();
        let is_other_type = !own.1.is_empty() && lower.contains(own.1) && !lower.contains(own.0);
        (is_other || is_other_type).then_some(name)
    }

    pub fn unneeded(&self, node: &Node<'_>, reader: &mut Reader<'_>) {
        let miss = self.code.and_then(near_miss).filter(|miss| {
            self.service.is_none_or(|service| service.eq_ignore_ascii_case(miss.service_code))
        });
        match miss.filter(|_| self.must_have_value(reader.syntax) || self.value.is_some()) {
            Some(miss) => {
                let what = What::NearMiss { quota_code: miss.quota_code };
                reader.fact(node.at, what, self.account, self.region);
            }
            None => reader.ignore(self.account, self.region),
        }
    }
}

/// Whether a service is named that the quota is not of. A name in capitals or of several words is
/// what people call it, and they file quotas under more than one.
pub fn is_other_service(service: &str, quota: &Quota) -> bool {
    let is_code = service
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    is_code && service != quota.service_code
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
