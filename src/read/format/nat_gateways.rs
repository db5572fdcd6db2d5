//! `ec2 describe-nat-gateways`. The quota is per Availability Zone; the answer names a zone only
//! for Regional gateways, so that all of them together are an upper bound of any zone's.

use super::DocumentFormat;
use super::listing::{Listing, has, placed, region_of_zone};
use crate::read::Within;
use crate::read::command::Harmless;
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
        ("VpcId", |cells| cells.iter().position(|cell| cell.starts_with("vpc-"))),
    ],
}];

const STATES: &[&str] = &["pending", "failed", "available", "deleting", "deleted"];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "natgateways", &["natgatewayid", "state"]) { 90 } else { 0 }
}

/// What takes of the quota.
const HARMLESS: &[Harmless<'static>] = &[("state", &["pending", "available", "deleting"])];

const QUOTA: &str = "L-FE5A380F";

/// The zones that a gateway has an address in.
fn zones_of<'n>(gateway: &'n Node<'_>) -> Vec<&'n str> {
    let addresses = gateway.get(&["natgatewayaddresses"]).and_then(Node::list).unwrap_or_default();
    let mut zones: Vec<&str> = addresses.iter().chain([gateway]).filter_map(zone_of).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}

fn zone_of<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    node.get(&["availabilityzone"]).and_then(Node::text)
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(gateways) = Listing::of_filtered(root, "natgateways", HARMLESS, reader) else {
        return;
    };
    let counts = |gateway: &Node<'_>| {
        let state = gateway.get(&["state"]).and_then(Node::text);
        matches!(state, None | Some("pending" | "available" | "deleting"))
    };
    let counted = || gateways.records.iter().copied().filter(|gateway| counts(gateway));
    placed(&counted().collect::<Vec<_>>(), None, reader);
    let mut zones: Vec<&str> = counted().flat_map(zones_of).collect();
    zones.sort_unstable();
    zones.dedup();
    if zones.is_empty() || counted().any(|gateway| zones_of(gateway).is_empty()) {
        let used = Use { within: Within::AllZones, ..Use::count(QUOTA, counted().count()) };
        reader.counted(gateways.place(counts), used.at_least(gateways.is_partial), None, None);
        return;
    }
    for zone in zones {
        let is_in = |gateway: &Node<'_>| counts(gateway) && zones_of(gateway).contains(&zone);
        let count = counted().filter(|gateway| is_in(gateway)).count();
        let used = Use { within: Within::Zone(zone.to_owned()), ..Use::count(QUOTA, count) };
        let used = used.at_least(gateways.is_partial);
        reader.counted(gateways.place(is_in), used, None, region_of_zone(zone));
    }
}
