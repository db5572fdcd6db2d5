//! What the collector's own count commands print: how much of a quota is taken.
//!
//! `{"use": "vpc/L-F678F1CE", "region": "us-west-2", "account": "1234…", "count": 4}`. In place
//! of `count`, `gib` gives a size, and `cores1`, `cores2` and `other` give running instances by
//! threads per core. `limit` stands beside it where the same call prints one.

use super::DocumentFormat;
use crate::data::quotas::{Quota, quota_by_code};
use crate::quantity::{Decimal, Dimension, Quantity, Round, Unit};
use crate::read::tree::Node;
use crate::read::{Limit, Reader, What};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// A document with the key `use`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: "quota-use", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if root.whole && quota(root).is_some() { 95 } else { 0 }
}

fn quota(root: &Node<'_>) -> Option<&'static Quota> {
    let (service, code) = root.get(&["use"])?.text()?.split_once('/')?;
    quota_by_code(code).filter(|quota| quota.service_code == service)
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(quota) = quota(root) else { return };
    let text = |key: &str| {
        let found = root.get(&[key]).and_then(Node::number);
        found.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (account, region) = (text("account"), text("region"));
    match used(root, quota) {
        Some((used, lower_bound)) => {
            let what = What::Use { quota, used, lower_bound };
            reader.fact(root.at, what, account.clone(), region.clone());
        }
        None => {
            let reason = Reason::CountUnreadable { quota: quota.name.into() };
            reader.problem(root.at, Severity::Warning, reason);
        }
    }
    if let Some(limit) = whole(root, "limit", quota.unit) {
        let limit = Limit::Finite(Quantity::new(limit, quota.unit));
        let what = What::Limit {
            quota,
            limit,
            basis: Basis::Applied,
            resource_level: false,
            adjustable: None,
        };
        reader.fact(root.at, what, account, region);
    }
}

/// What is in use, and whether it may be more.
fn used(root: &Node<'_>, quota: &Quota) -> Option<(Quantity, bool)> {
    match quota.unit.dimension() {
        Dimension::Count => whole(root, "count", Unit::Count)
            .map(|count| (Quantity::new(count, Unit::Count), false)),
        Dimension::Bytes => {
            whole(root, "gib", Unit::Gib).map(|bytes| (Quantity::new(bytes, Unit::Gib), false))
        }
        Dimension::Vcpu => {
            let single = whole(root, "cores1", Unit::Vcpu)?;
            let double = whole(root, "cores2", Unit::Vcpu)?;
            let other = whole(root, "other", Unit::Vcpu)?;
            let vcpu = single.checked_add(double.checked_mul(2)?)?;
            Some((Quantity::new(vcpu, Unit::Vcpu), other > 0))
        }
    }
}

fn whole(root: &Node<'_>, key: &str, unit: Unit) -> Option<i64> {
    let decimal = Decimal::parse(root.get(&[key])?.number()?)?;
    (!decimal.is_negative()).then(|| decimal.in_whole(unit, Round::Up))
}
