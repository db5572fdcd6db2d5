//! `elbv2 describe-account-limits` and `elb describe-account-limits`.

use super::DocumentFormat;
use super::listing::{count_limit, has};
use crate::data::quotas::quota_by_code;
use crate::quantity::Decimal;
use crate::read::What;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::Basis;

/// `{"Limits": [{"Name": "network-load-balancers", "Max": "50"}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat {
    id: |_, _| "account-limits",
    sure: |root| if has(root, "limits", &["max"]) { 90 } else { 0 },
    read,
};

/// `LIMITS 50 network-load-balancers`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "LIMITS",
    key: "Limits",
    of: "",
    many: true,
    fields: &[
        ("Max", |cells| cells.iter().position(|cell| Decimal::parse(cell).is_some())),
        ("Name", |cells| {
            cells.iter().position(|cell| cell.contains('-') && Decimal::parse(cell).is_none())
        }),
    ],
}];

const NAMES: &[(&str, &str)] =
    &[("network-load-balancers", "L-69A177A2"), ("application-load-balancers", "L-53DA6B97")];

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let limits = super::listing::find(root, "limits").and_then(Node::list).unwrap_or_default();
    for record in limits {
        let name = record.get(&["name"]).and_then(Node::text);
        if name == Some("classic-load-balancers") {
            let what = What::NearMiss { quota_code: "L-E9E9831D" };
            reader.fact(record.at, what, None, None);
            continue;
        }
        let known = NAMES.iter().find(|(known, _)| name == Some(*known));
        let quota = known.and_then(|(_, code)| quota_by_code(code));
        match (quota, count_limit(record.get(&["max"]))) {
            (Some(quota), Some((at, limit))) if record.whole => {
                reader.limit(at, quota, limit, Basis::Applied, None, None);
            }
            _ => reader.ignore(None, None),
        }
    }
}
