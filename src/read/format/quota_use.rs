//! What the collector's own count commands print: how much of a quota is taken.
//!
//! `{"use": "vpc/L-F678F1CE", "region": "us-west-2", "account": "1234…", "count": 4}`. In place
//! of `count`, `gib` gives a size, and `cores1`, `cores2` and `other` give running instances by
//! threads per core; `types` names those among `other` whose vCPU their type tells. `limit` stands
//! beside it where the same call prints one.

use super::DocumentFormat;
use crate::data::quotas::{Quota, Scope, quota_by_code};
use crate::data::standard_vcpu::standard_vcpu;
use crate::quantity::{Decimal, Dimension, Quantity, Round, Unit};
use crate::read::reader::{Reader, Use};
use crate::read::tree::Node;
use crate::read::{Limit, Within};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// A document with the key `use`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "quota-use", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if quota(root).is_some() { 95 } else { 0 }
}

fn quota(root: &Node<'_>) -> Option<&'static Quota> {
    let (service, code) = root.get(&["use"])?.text()?.split_once('/')?;
    quota_by_code(code).filter(|quota| quota.service_code == service)
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // Of one that is cut off nothing is sure, and where it is cut is said.
    let Some(quota) = quota(root).filter(|_| root.whole) else { return };
    let text = |key: &str| {
        let found = root.get(&[key]).and_then(Node::number);
        found.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (account, region) = (text("account"), text("region"));
    match used(root, quota) {
        Some(Counted { at, whole, unit, lower_bound }) => {
            // The collector counts the NAT gateways of all zones.
            let is_per_zone = quota.scope == Scope::Zone;
            let within = if is_per_zone { Within::AllZones } else { Within::Everything };
            let used = Use { whole, unit, lower_bound, within, ..Use::count(quota.quota_code, 0) };
            reader.used(at, used, account.as_deref(), region.as_deref());
        }
        None => {
            let reason = Reason::CountUnreadable { quota: quota.name.into() };
            reader.problem(root.at, Severity::Warning, reason);
        }
    }
    if let Some((at, limit)) = whole(root, "limit", quota.unit, Round::Down) {
        let limit = Limit::Finite(Quantity::new(limit, quota.unit));
        let basis = Basis::Applied;
        reader.limit(at, quota, limit, basis, account.as_deref(), region.as_deref());
    }
}

/// What is in use, where that stands, and whether it may be more.
struct Counted {
    at: usize,
    whole: i128,
    unit: Unit,
    lower_bound: bool,
}

fn used(root: &Node<'_>, quota: &Quota) -> Option<Counted> {
    let plain = |key, unit| {
        let (at, whole) = whole(root, key, unit, Round::Up)?;
        Some(Counted { at, whole, unit, lower_bound: false })
    };
    match quota.unit.dimension() {
        Dimension::Count => plain("count", Unit::Count),
        Dimension::Bytes => plain("gib", Unit::Gib),
        Dimension::Vcpu => {
            let cores = |key| whole(root, key, Unit::Vcpu, Round::Up);
            let ((_, single), (at, double), (_, other)) =
                (cores("cores1")?, cores("cores2")?, cores("other")?);
            let types = by_type(root);
            Some(Counted {
                at,
                whole: single + 2 * double + types.iter().sum::<i128>(),
                unit: Unit::Vcpu,
                lower_bound: other > types.len() as i128,
            })
        }
    }
}

/// The default vCPU of each instance whose type is told and known.
fn by_type(root: &Node<'_>) -> Vec<i128> {
    let types = root.get(&["types"]).and_then(Node::list).unwrap_or_default();
    let known = types.iter().filter_map(|kind| standard_vcpu(kind.text()?));
    known.map(i128::from).collect()
}

/// A figure in base units, and where it stands.
fn whole(root: &Node<'_>, key: &str, unit: Unit, round: Round) -> Option<(usize, i128)> {
    let node = root.get(&[key])?;
    let decimal = Decimal::parse(node.number()?)?;
    (!decimal.is_negative()).then(|| (node.at, decimal.in_whole(unit, round)))
}
