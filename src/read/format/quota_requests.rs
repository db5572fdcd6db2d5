//! `service-quotas list-requested-service-quota-change-history`, its kin of one quota or one
//! request, and what `request-service-quota-increase` itself answers.

use time::{Date, OffsetDateTime};

use super::DocumentFormat;
use super::listing::{find, of_arn, says_more};
use crate::data::quotas::{is_quota_code, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::dates::parse_iso;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::read::{Request, RequestStatus, What};
use crate::report::Severity;
use crate::text::Reason;

/// `{"RequestedQuotas": [{"QuotaCode": …, "DesiredValue": 80.0, "Status": "PENDING"}]}`, or one of
/// them under `RequestedQuota`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "quota-requests", sure, read };

/// `REQUESTEDQUOTAS … 80.0 False … arn:… L-1216C47A Running On-Demand … PENDING None`.
pub const KEYWORDS: &[Keyword] = &[
    Keyword { word: "REQUESTEDQUOTAS", key: "RequestedQuotas", of: "", many: true, fields: CELLS },
    Keyword { word: "REQUESTEDQUOTA", key: "RequestedQuota", of: "", many: false, fields: CELLS },
];

type Cells = &'static [(&'static str, crate::read::syntax::keyword_rows::Pick)];

/// By the alphabet of the keys: the value stands right before whether the quota is global, the
/// last change right before the ARN.
const CELLS: Cells = &[
    ("DesiredValue", |cells| {
        cells.iter().position(|cell| matches!(*cell, "True" | "False"))?.checked_sub(1)
    }),
    ("LastUpdated", |cells| cells.iter().position(|cell| cell.starts_with("arn:"))?.checked_sub(1)),
    ("QuotaArn", |cells| cells.iter().position(|cell| cell.starts_with("arn:"))),
    ("QuotaCode", |cells| cells.iter().position(|cell| is_quota_code(cell))),
    ("QuotaRequestedAtLevel", |cells| {
        cells.iter().position(|cell| matches!(*cell, "ACCOUNT" | "RESOURCE" | "ALL"))
    }),
    ("Status", |cells| cells.iter().position(|cell| status_of(cell).is_some())),
];

const LIST: &str = "requestedquotas";
const ONE: &str = "requestedquota";
const DESIRED: &[&str] = &["desiredvalue", "desired"];
const STATUS: &[&str] = &["status"];
const CODE: &[&str] = &["quotacode", "code"];

fn sure(root: &Node<'_>) -> u8 {
    if find(root, LIST).is_some() || root.get(&[ONE]).is_some_and(|one| !records(one).is_empty()) {
        95
    } else if !records(root).is_empty() && records(root).iter().all(is_request) {
        // By themselves, as a `--query` leaves them.
        80
    } else {
        0
    }
}

/// Whether a record, or a row of cells without names, is a request and no quota: the figure beside
/// its code is no limit.
pub fn is_request(node: &Node<'_>) -> bool {
    match &node.value {
        Value::List(cells) => {
            let texts = || cells.iter().filter_map(Node::text);
            texts().any(is_quota_code) && texts().any(|text| status_of(text).is_some())
        }
        _ => node.get(DESIRED).is_some() && node.get(STATUS).is_some(),
    }
}

/// The records of a list, or the one that stands alone; a table shows that as a list, too.
fn records<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    node.list().unwrap_or(std::slice::from_ref(node))
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let has_lists = find(root, LIST).is_some();
    let answers = if has_lists { records(root) } else { std::slice::from_ref(root) };
    for answer in answers {
        let list = answer.get(&[LIST, ONE]).unwrap_or(answer);
        for record in records(list).iter().filter(|record| record.whole) {
            take(record, reader);
        }
    }
    says_more(root, reader);
}

fn take(record: &Node<'_>, reader: &mut Reader<'_>) {
    let text = |keys| record.get(keys).and_then(Node::text);
    let (account, region) = text(&["quotaarn"]).map(of_arn).unwrap_or_default();
    let cells = record.list().unwrap_or_default();
    let texts = || cells.iter().filter_map(Node::text);
    let quota = text(CODE).or_else(|| texts().find(|text| is_quota_code(text)));
    let quota = quota.and_then(quota_by_code);
    // A request for one resource raises nothing for the others.
    let is_for_all = text(&["quotarequestedatlevel"]).is_none_or(|level| level != "RESOURCE");
    let Some(quota) = quota.filter(|_| is_for_all) else { return reader.ignore(account, region) };
    let status = text(STATUS).and_then(status_of).or_else(|| texts().find_map(status_of));
    let desired = record.get(DESIRED).and_then(Node::number).or_else(|| only_number(cells));
    let desired = desired.and_then(Decimal::parse).filter(|desired| !desired.is_negative());
    let (Some(desired), Some(status)) = (desired, status) else {
        let reason = Reason::RequestUnreadable { code: quota.quota_code.into() };
        return reader.problem(record.at, Severity::Warning, reason);
    };
    let desired = Quantity::new(desired.in_whole(quota.unit, Round::Down), quota.unit);
    let day = record.get(&["lastupdated", "created"]).and_then(day);
    let what = What::Requested(Request { quota, desired, status, day });
    reader.fact(record.at, what, account, region);
}

/// The number of a row that has no other.
fn only_number<'n>(cells: &'n [Node<'_>]) -> Option<&'n str> {
    let mut numbers =
        cells.iter().filter_map(Node::number).filter(|text| Decimal::parse(text).is_some());
    numbers.next().filter(|_| numbers.next().is_none())
}

fn status_of(text: &str) -> Option<RequestStatus> {
    RequestStatus::ALL.iter().copied().find(|status| status.as_str() == text)
}

/// The day of a point in time, which the AWS CLI prints as ISO 8601 or as seconds since 1970. The
/// one is taken as it is written; the other is a day of UTC.
fn day(node: &Node<'_>) -> Option<Date> {
    let text = node.number()?;
    if let Some(day) = text.get(..10).and_then(parse_iso) {
        return Some(day);
    }
    let seconds = Decimal::parse(text)?.in_whole(Unit::Count, Round::Down);
    OffsetDateTime::from_unix_timestamp(seconds.try_into().ok()?).ok().map(OffsetDateTime::date)
}
