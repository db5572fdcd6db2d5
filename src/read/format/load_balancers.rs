//! `elbv2 describe-load-balancers`, by type, and the Classic ones of `elb`.

use super::DocumentFormat;
use super::listing::{Listing, find, has, of_arn, placed};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::Reason;

/// `{"LoadBalancers": [{"LoadBalancerArn": …, "Type": "network"}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "load-balancers", sure, read };

/// `{"LoadBalancerDescriptions": […]}`: Classic Load Balancers, whose quota decides nothing.
pub const CLASSIC: DocumentFormat = DocumentFormat {
    id: |_, _| "classic-load-balancers",
    sure: |root| if has(root, "loadbalancerdescriptions", &["loadbalancername"]) { 90 } else { 0 },
    read: read_classic,
};

/// `LOADBALANCERS … arn:aws:elasticloadbalancing:… network vpc-…`.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "LOADBALANCERS",
        key: "LoadBalancers",
        of: "",
        many: true,
        fields: &[
            ("LoadBalancerArn", |cells| cells.iter().position(|cell| cell.starts_with("arn:"))),
            // A load balancer may be called "network": its type is the last such cell.
            ("Type", |cells| cells.iter().rposition(|cell| TYPES.contains(cell))),
            ("VpcId", |cells| cells.iter().position(|cell| cell.starts_with("vpc-"))),
        ],
    },
    Keyword {
        word: "LOADBALANCERDESCRIPTIONS",
        key: "LoadBalancerDescriptions",
        of: "",
        many: true,
        fields: &[("LoadBalancerName", |cells| (!cells.is_empty()).then_some(0))],
    },
];

/// What a load balancer can be.
pub const TYPES: &[&str] = &["application", "network", "gateway"];

/// The quotas by type.
const COUNTED: &[(&str, &str)] = &[("network", "L-69A177A2"), ("application", "L-53DA6B97")];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "loadbalancers", &["loadbalancerarn", "type"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(balancers) = Listing::of(root, "loadbalancers", reader) else { return };
    let arn =
        balancers.records.iter().find_map(|balancer| balancer.get(&["loadbalancerarn"])?.text());
    let (account, region) = arn.map(of_arn).unwrap_or_default();
    let kind =
        |balancer: &Node<'_>| balancer.get(&["type"]).and_then(Node::text).map(str::to_owned);
    let typed = balancers.records.iter().all(|balancer| kind(balancer).is_some());
    for (name, quota_code) in COUNTED {
        let is_one = |balancer: &Node<'_>| {
            let state = balancer.get(&["state"]).and_then(|state| state.get(&["code"]));
            kind(balancer).as_deref() == Some(name) && state.and_then(Node::text) != Some("deleted")
        };
        let count = balancers.records.iter().filter(|balancer| is_one(balancer)).count();
        let used = Use::count(quota_code, count).at_least(balancers.is_partial || !typed);
        reader.counted(balancers.place(is_one), used, account, region);
    }
    placed(&balancers.records, region, reader);
}

fn read_classic(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(list) = find(root, "loadbalancerdescriptions") else { return };
    let count = list.list().unwrap_or_default().len();
    for _ in 0..count {
        reader.ignore(None, None);
    }
    let reason = Reason::NotCounted { count: count.into(), what: "classic-load-balancers".into() };
    reader.problem(list.at, Severity::Info, reason);
}
