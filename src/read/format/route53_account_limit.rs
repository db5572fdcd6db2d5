//! `route53 get-account-limit`: limit and use of one of five things, of which hosted zones count.

use super::DocumentFormat;
use super::listing::{count_limit, whole_count};
use crate::data::quotas::quota_by_code;
use crate::quantity::{Decimal, Round};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::{Keyword, OWN};
use crate::read::tree::Node;
use crate::report::Basis;

/// `{"Limit": {"Type": "MAX_HOSTED_ZONES_BY_OWNER", "Value": 500}, "Count": 23}`.
pub const FORMAT: DocumentFormat =
    DocumentFormat { id: |_, _| "route53-account-limit", sure, read };

/// `23`, and below it `LIMIT MAX_HOSTED_ZONES_BY_OWNER 500`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "LIMIT",
    key: "Limit",
    of: "",
    many: false,
    fields: &[
        ("Type", |cells| cells.iter().position(|cell| cell.starts_with("MAX_"))),
        ("Value", |cells| cells.iter().position(|cell| Decimal::parse(cell).is_some())),
    ],
}];

fn limit<'n, 'a>(root: &'n Node<'a>) -> Option<&'n Node<'a>> {
    let limit = root.get(&["limit"])?;
    // A table shows it as a list of one.
    match limit.list() {
        Some([one]) => Some(one),
        _ => Some(limit),
    }
}

fn sure(root: &Node<'_>) -> u8 {
    let kind = limit(root).and_then(|limit| limit.get(&["type"])).and_then(Node::text);
    if kind.is_some_and(|kind| kind.starts_with("MAX_")) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let (Some(limit), Some(quota)) = (limit(root), quota_by_code("L-4EA4796A")) else { return };
    if limit.get(&["type"]).and_then(Node::text) != Some("MAX_HOSTED_ZONES_BY_OWNER")
        || !limit.whole
    {
        return reader.ignore(None, None);
    }
    if let Some((at, limit)) = count_limit(limit.get(&["value"])) {
        reader.limit(at, quota, limit, Basis::Applied, None, None);
    }
    let own = root.get(&[OWN]).and_then(Node::list).and_then(|cells| cells.first());
    if let Some((at, count)) = whole_count(root.get(&["count"]).or(own), Round::Up) {
        reader.is_open_ended = false;
        reader.used(at, Use { whole: count, ..Use::count("L-4EA4796A", 0) }, None, None);
    }
}
