//! `ec2 describe-addresses`. Addresses that AWS manages for a load balancer, and those of the
//! customer's own pools, do not count against the quota.

use super::DocumentFormat;
use super::listing::{Listing, has, region_of_zone};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"Addresses": [{"AllocationId": …, "PublicIp": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "addresses", sure, read };

/// `ADDRESSES eipalloc-… vpc … amazon us-west-2`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "ADDRESSES",
    key: "Addresses",
    of: "",
    many: true,
    fields: &[
        ("AllocationId", |cells| cells.iter().position(|cell| cell.starts_with("eipalloc-"))),
        ("PublicIpv4Pool", |cells| {
            cells.iter().position(|cell| *cell == "amazon" || cell.starts_with("ipv4pool-"))
        }),
        ("ServiceManaged", |cells| cells.iter().position(|cell| MANAGERS.contains(cell))),
        ("NetworkBorderGroup", |cells| {
            cells.iter().position(|cell| region_of_zone(cell).is_some())
        }),
    ],
}];

/// Values of `ServiceManaged`.
const MANAGERS: &[&str] = &["alb", "nlb", "rnat", "rds"];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "addresses", &["allocationid", "publicip"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(addresses) = Listing::of(root, "addresses", reader) else { return };
    let text = |address: &Node<'_>, key| {
        address.get(&[key]).and_then(Node::text).map(str::to_owned).filter(|text| !text.is_empty())
    };
    let counts = |address: &Node<'_>| {
        let pool = text(address, "publicipv4pool");
        text(address, "servicemanaged").is_none() && pool.is_none_or(|pool| pool == "amazon")
    };
    let count = addresses.records.iter().filter(|address| counts(address)).count();
    let group = addresses.records.iter().find_map(|address| text(address, "networkbordergroup"));
    let region = group.as_deref().and_then(region_of_zone);
    let used = Use::count("L-0263D0A3", count).at_least(addresses.is_partial);
    reader.counted(addresses.place(counts), used, None, region);
}
