//! `service-quotas get-quota-utilization-report`: limits, and the use as a percentage of each.

use super::DocumentFormat;
use super::listing::{find, says_more};
use crate::data::quotas::{near_miss, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::dates::parse_iso;
use crate::read::reader::{Reader, Use};
use crate::read::tree::Node;
use crate::read::{Counted, Limit, What};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// `{"Status": "COMPLETED", "Quotas": [{"AppliedValue": 1152.0, "Utilization": 27.08}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "utilization-report", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    let rows = find(root, "quotas").and_then(Node::list).unwrap_or_default();
    let has_utilization = rows.iter().any(|row| row.get(&["utilization"]).is_some());
    let has_utilization =
        has_utilization || (root.get(&["generatedat"]).is_some() && !rows.is_empty());
    let is_answer = root.get(&["reportid"]).is_some() && root.get(&["status"]).is_some();
    if has_utilization || is_answer { 95 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let status = root.get(&["status"]).and_then(Node::text);
    if let Some(status) = status.filter(|status| *status != "COMPLETED") {
        let reason = Reason::ReportNotReady { status: status.into() };
        return reader.problem(root.at, Severity::Warning, reason);
    }
    let made = root.get(&["generatedat"]).and_then(Node::text);
    reader.as_of = made.and_then(|made| parse_iso(made.get(..10)?));
    if let (Some(day), Some(node)) = (reader.as_of, root.get(&["generatedat"])) {
        let reason = Reason::FiguresOf { date: crate::read::to_iso(day).into() };
        reader.problem(node.at, Severity::Info, reason);
    }
    says_more(root, reader);
    for row in find(root, "quotas").and_then(Node::list).unwrap_or_default() {
        record(row, reader);
    }
}

fn record(row: &Node<'_>, reader: &mut Reader<'_>) {
    let code = row.get(&["quotacode"]).and_then(Node::text).unwrap_or_default();
    let Some(quota) = quota_by_code(code).filter(|_| row.whole) else {
        match near_miss(code) {
            Some(miss) => {
                reader.fact(row.at, What::NearMiss { quota_code: miss.quota_code }, None, None)
            }
            None => reader.ignore(None, None),
        }
        return;
    };
    let figure = |key: &str| {
        let node = row.get(&[key])?;
        let figure = Decimal::parse(node.number()?).filter(|figure| !figure.is_negative())?;
        Some((node.at, figure))
    };
    let Some((at, applied)) = figure("appliedvalue") else {
        let reason = Reason::QuotaValueMissing { code: code.into() };
        return reader.problem(row.at, Severity::Warning, reason);
    };
    let limit = if applied.means_no_limit() {
        Limit::Unlimited
    } else {
        Limit::Finite(Quantity::new(applied.in_whole(quota.unit, Round::Down), quota.unit))
    };
    let what =
        What::Limit { quota, limit, basis: Basis::Report, resource_level: false, adjustable: None };
    reader.fact(at, what, None, None);
    let used = figure("utilization")
        .and_then(|(at, percent)| used_of(percent, applied, quota.unit).map(|whole| (at, whole)));
    if let Some((at, whole)) = used {
        let used = Use {
            whole,
            unit: quota.unit,
            counted: Counted::ByReport,
            ..Use::count(quota.quota_code, 0)
        };
        reader.used(at, used, None, None);
    }
}

/// The whole number whose percentage of the limit, rounded to two decimals, is `percent`; the
/// largest where there are several.
fn used_of(percent: Decimal, applied: Decimal, unit: Unit) -> Option<i128> {
    // In hundred-thousandths: a percentage to three decimals, so that half a hundredth is whole.
    let share = percent.in_thousandths()?;
    let limit = applied.in_whole(Unit::Count, Round::Down);
    let most = Round::Down.divide((share + 5) * limit, 100_000);
    let least = Round::Up.divide((share - 5).max(0) * limit, 100_000);
    (least <= most).then_some(most * i128::from(unit.size()))
}
