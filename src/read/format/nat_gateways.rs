//! `ec2 describe-nat-gateways`. The quota is per Availability Zone; the answer names a zone only
//! for Regional gateways, so that all of them together are an upper bound of any zone's.

use super::DocumentFormat;
use super::listing::{Listing, has};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"NatGateways": [{"NatGatewayId": …, "State": "available"}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "nat-gateways", sure, read };

/// `NATGATEWAYS 2026-… nat-… available subnet-… vpc-…`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "NATGATEWAYS",
    key: "NatGateways",
    of: "",
    many: true,
    fields: &[
        ("NatGatewayId", |cells| cells.iter().position(|cell| cell.starts_with("nat-"))),
        ("State", |cells| cells.iter().position(|cell| STATES.contains(cell))),
    ],
}];

const STATES: &[&str] = &["pending", "failed", "available", "deleting", "deleted"];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "natgateways", &["natgatewayid", "state"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(gateways) = Listing::of(root, "natgateways", reader) else { return };
    let counts = |gateway: &Node<'_>| {
        let state = gateway.get(&["state"]).and_then(Node::text);
        matches!(state, None | Some("pending" | "available" | "deleting"))
    };
    let count = gateways.records.iter().filter(|gateway| counts(gateway)).count();
    let used = Use::count("L-FE5A380F", count).at_least(gateways.is_partial);
    reader.counted(gateways.place(counts), used, None, None);
}
