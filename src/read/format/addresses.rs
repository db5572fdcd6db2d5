//! `ec2 describe-addresses`. Addresses that AWS manages for a load balancer, and those of the
//! customer's own pools, do not count against the quota.

use super::DocumentFormat;
use super::listing::{Listing, has, id_of, region_of_zone};
use crate::data::quotas::quota_by_code;
use crate::quantity::{Quantity, Unit};
use crate::read::What;
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
        ("AssociationId", |cells| cells.iter().position(|cell| cell.starts_with("eipassoc-"))),
        ("Domain", |cells| cells.iter().position(|cell| matches!(*cell, "vpc" | "standard"))),
        ("InstanceId", |cells| cells.iter().position(|cell| cell.starts_with("i-"))),
        ("NetworkInterfaceId", |cells| cells.iter().position(|cell| cell.starts_with("eni-"))),
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
    let used = Use::count(QUOTA, count).at_least(addresses.is_partial);
    reader.counted(addresses.place(counts), used, None, region);
    let Some(quota) = quota_by_code(QUOTA) else { return };
    // A projection that drops what an address is attached to drops its domain, too.
    let is_idle = |address: &Node<'_>| {
        let users = ["associationid", "instanceid", "networkinterfaceid"];
        counts(address)
            && text(address, "domain").is_some()
            && users.iter().all(|user| text(address, user).is_none())
    };
    for address in addresses.records.iter().filter(|address| is_idle(address)) {
        let Some(id) = id_of(address, "allocationid", "eipalloc-") else { continue };
        let takes = Quantity::new(1, Unit::Count);
        reader.fact(address.at, What::Idle { quota, id: id.to_owned(), takes }, None, region);
    }
}

const QUOTA: &str = "L-0263D0A3";
