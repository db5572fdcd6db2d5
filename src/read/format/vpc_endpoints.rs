//! `ec2 describe-vpc-endpoints`: interface endpoints, whose quota each VPC has for itself.

use super::DocumentFormat;
use super::listing::{Listing, has, placed};
use super::vpcs::is_account;
use crate::read::Within;
use crate::read::command::Harmless;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"VpcEndpoints": [{"VpcEndpointType": "Interface", "VpcId": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "vpc-endpoints", sure, read };

/// `VPCENDPOINTS … com.amazonaws.us-west-2.ec2 available vpce-… Interface vpc-…`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "VPCENDPOINTS",
    key: "VpcEndpoints",
    of: "",
    many: true,
    fields: &[
        ("OwnerId", |cells| cells.iter().position(|cell| is_account(cell))),
        ("ServiceName", |cells| cells.iter().position(|cell| cell.starts_with("com.amazonaws."))),
        ("State", |cells| {
            cells.iter().position(|cell| STATES.contains(&cell.to_ascii_lowercase().as_str()))
        }),
        ("VpcEndpointType", |cells| cells.iter().position(|cell| TYPES.contains(cell))),
        ("VpcId", |cells| cells.iter().position(|cell| cell.starts_with("vpc-"))),
    ],
}];

const TYPES: &[&str] =
    &["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork"];

const STATES: &[&str] = &[
    "pendingacceptance",
    "pending",
    "available",
    "deleting",
    "deleted",
    "rejected",
    "failed",
    "expired",
];

/// What takes of the quota.
const HARMLESS: &[Harmless<'static>] =
    &[("vpc-endpoint-type", &["Interface", "GatewayLoadBalancer"])];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "vpcendpoints", &["vpcendpointid", "servicename", "vpcid"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(endpoints) = Listing::of_filtered(root, "vpcendpoints", HARMLESS, reader) else {
        return;
    };
    let text =
        |endpoint: &Node<'_>, key| endpoint.get(&[key]).and_then(Node::text).map(str::to_owned);
    let counts = |endpoint: &Node<'_>| {
        let kind = text(endpoint, "vpcendpointtype");
        let state = text(endpoint, "state").unwrap_or_default().to_ascii_lowercase();
        matches!(kind.as_deref(), Some("Interface" | "GatewayLoadBalancer"))
            && !matches!(state.as_str(), "deleted" | "failed" | "rejected")
    };
    placed(&endpoints.records, None, reader);
    let counted = || endpoints.records.iter().copied().filter(|endpoint| counts(endpoint));
    let mut vpcs: Vec<String> = counted().filter_map(|endpoint| text(endpoint, "vpcid")).collect();
    vpcs.sort();
    vpcs.dedup();
    if vpcs.is_empty() && !endpoints.is_partial {
        // Whichever VPC is deployed into, it has none.
        let none = Use { within: Within::Vpc(String::new()), ..Use::count("L-29B6F2EB", 0) };
        reader.counted(endpoints.at, none, None, None);
    }
    for vpc in vpcs {
        let is_in = |endpoint: &Node<'_>| {
            counts(endpoint) && text(endpoint, "vpcid").as_deref() == Some(&vpc)
        };
        let first = counted().find(|endpoint| is_in(endpoint));
        let owner = first.and_then(|endpoint| text(endpoint, "ownerid"));
        let service = first.and_then(|endpoint| text(endpoint, "servicename"));
        let region = service
            .as_deref()
            .and_then(|name| name.strip_prefix("com.amazonaws.")?.split('.').next());
        let count = counted().filter(|endpoint| is_in(endpoint)).count();
        let used = Use { within: Within::Vpc(vpc.clone()), ..Use::count("L-29B6F2EB", count) };
        let at = endpoints.place(is_in);
        reader.counted(at, used.at_least(endpoints.is_partial), owner.as_deref(), region);
    }
}
