//! `aws-quota-checker`: `EC2 VPC Elastic IPs [123456789012]: 4/5 ✓`.
//!
//! Its "current" of vCPU quotas counts instances, not vCPU, and is not taken for a use.

use super::vpcs::is_account;
use super::{Passage, TextFormat};
use crate::data::quotas::{Scope, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::bytes::split_at_pair;
use crate::read::lines::{Line, Signs};
use crate::read::reader::{Reader, Use};
use crate::read::{Counted, Limit};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// A line of a check.
pub const FORMAT: TextFormat = TextFormat {
    id: "aws-quota-checker",
    sure: |passage| passage.any(80, |line| Check::of(line).is_some()),
    read,
    takes: |line| Check::of(line).is_some() || is_other(line.text),
    is_list: true,
    is_tools: true,
};

/// The tool's names of what counts.
const NAMES: &[(&str, &str)] = &[
    ("EC2 VPC Elastic IPs", "L-0263D0A3"),
    ("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) EC2 instances", "L-1216C47A"),
    ("EKS Clusters per Region", "L-1194D53C"),
    ("EKS Clusters per Account", "L-1194D53C"),
    ("Application Load Balancers per Region", "L-53DA6B97"),
    ("Network Load Balancers per Region", "L-69A177A2"),
    ("IAM policies per Account", "L-E95E4862"),
    ("IAM roles per Account", "L-FE177D64"),
    ("VPCs per Region", "L-F678F1CE"),
    ("VPC internet gateways per Region", "L-A4707A72"),
    ("Route53 Hosted Zones per Account", "L-4EA4796A"),
    ("S3 Buckets per Account", "L-DC2B2D3D"),
];

/// What the tool prints above its checks.
fn is_other(line: &str) -> bool {
    line.contains("AWS profile:") || line.trim() == "Collecting checks"
}

struct Check<'a> {
    name: &'a str,
    account: Option<&'a str>,
    region: Option<&'a str>,
    current: &'a str,
    maximum: &'a str,
}

impl<'a> Check<'a> {
    fn of(line: &Line<'a>) -> Option<Check<'a>> {
        let signs = [Signs::BRACKET, Signs::COLON, Signs::SLASH];
        if !signs.into_iter().all(|sign| line.signs.has(sign)) {
            return None;
        }
        let (name, rest) = split_at_pair(line.trimmed(), *b" [")?;
        let (place, rest) = rest.split_once("]: ")?;
        let figures = rest.split_whitespace().next()?;
        let (current, maximum) = figures.split_once('/')?;
        let is_figure = |text: &str| text == "?" || Decimal::parse(text).is_some();
        let mut parts = place.split('/');
        let account = parts.next().filter(|account| is_account(account));
        let region = parts.next().filter(|region| region.contains('-'));
        (is_figure(current) && is_figure(maximum)).then_some(Check {
            name,
            account,
            region,
            current,
            maximum,
        })
    }
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    let heading = passage
        .text
        .split("AWS region: ")
        .nth(1)
        .and_then(|rest| rest.split([' ', '|', '\n', '\r']).next());
    // The tool checks one Region at a time, so what one line says holds for the others.
    let heading = heading.or_else(|| passage.lines.iter().find_map(|line| Check::of(line)?.region));
    for line in &passage.lines {
        let Some(check) = Check::of(line) else { continue };
        let at = line.at;
        let code = NAMES.iter().find(|(name, _)| *name == check.name).map(|known| known.1);
        let Some(quota) = code.and_then(quota_by_code) else {
            reader.ignore(check.account, check.region);
            continue;
        };
        let region = check.region.or(heading.filter(|_| quota.scope != Scope::Global));
        let figure = |text: &str, round| {
            let figure = Decimal::parse(text).filter(|figure| !figure.is_negative())?;
            Some(figure.in_whole(quota.unit, round))
        };
        if let Some(limit) = figure(check.maximum, Round::Down) {
            let limit = Limit::Finite(Quantity::new(limit, quota.unit));
            reader.limit(at, quota, limit, Basis::Report, check.account, region);
        }
        if quota.unit == Unit::Vcpu {
            reader.problem(
                at,
                Severity::Warning,
                Reason::InstancesNotVcpu { count: check.current.to_owned().into() },
            );
        } else if let Some(whole) = figure(check.current, Round::Up) {
            let counted = Counted::ByReport;
            let used = Use { whole, unit: quota.unit, counted, ..Use::count(quota.quota_code, 0) };
            reader.used(at, used, check.account, region);
        }
    }
}
