//! `awslimitchecker`: `VPC/VPCs   6.0 (Quotas)`.
//!
//! A limit without `(Quotas)` or `(API)` behind it is one that the tool's authors wrote down in
//! 2021; and a use, printed by another option, looks just the same. Neither counts.

use super::{Passage, TextFormat};
use crate::data::quotas::quota_by_code;
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::Limit;
use crate::read::bytes::split_at_pair;
use crate::read::lines::{Line, Signs};
use crate::read::reader::Reader;
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// Lines of limits, or the tool's banner.
pub const FORMAT: TextFormat = TextFormat {
    id: "awslimitchecker",
    sure: |passage| passage.any(80, takes),
    read,
    takes,
    is_list: true,
    is_tools: true,
};

/// The tool's names of what counts.
const NAMES: &[(&str, &str)] = &[
    ("EC2/Running On-Demand All Standard (A, C, D, H, I, M, R, T, Z) instances", "L-1216C47A"),
    ("EC2/VPC Elastic IP addresses (EIPs)", "L-0263D0A3"),
    ("EBS/General Purpose (SSD gp3) volume storage (GiB)", "L-7A658B76"),
    ("EBS/General Purpose (SSD gp2) volume storage (GiB)", "L-D18FCD1D"),
    ("EKS/Clusters", "L-1194D53C"),
    ("ELB/Active application load balancers", "L-53DA6B97"),
    ("ELB/Network load balancers", "L-69A177A2"),
    ("IAM/Policies", "L-E95E4862"),
    ("IAM/Roles", "L-FE177D64"),
    ("Route53/Hosted zones", "L-4EA4796A"),
    ("S3/Buckets", "L-DC2B2D3D"),
    ("VPC/Internet gateways", "L-A4707A72"),
    ("VPC/NAT Gateways per AZ", "L-FE5A380F"),
    ("VPC/VPCs", "L-F678F1CE"),
];

fn is_banner(line: &str) -> bool {
    line.starts_with("awslimitchecker ") || line.contains(":awslimitchecker.")
}

fn takes(line: &Line<'_>) -> bool {
    // Both begin with a word.
    let content = line.trimmed();
    let begins = content.starts_with(|c: char| c.is_ascii_alphanumeric());
    begins && (is_banner(line.text.trim_start()) || limit(line).is_some())
}

/// `Service/Name`, gaps, and what stands behind them.
fn limit<'a>(line: &Line<'a>) -> Option<(&'a str, &'a str)> {
    if !line.signs.has(Signs::SLASH) {
        return None;
    }
    let (name, figure) = split_at_pair(line.trimmed(), *b"  ")?;
    let (service, _) = name.split_once('/')?;
    let is_service = service.len() < 24
        && service.starts_with(|c: char| c.is_ascii_uppercase())
        && service.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let figure = figure.trim();
    let number = figure.split([' ', '(']).next().unwrap_or_default();
    let is_figure = Decimal::parse(number).is_some()
        || figure.starts_with("max: ")
        || figure.starts_with("<unlimited>");
    (is_service && is_figure).then_some((name.trim(), figure))
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    let mut guess = None;
    let mut rows = 0;
    for line in &passage.lines {
        let Some((name, figure)) = limit(line) else { continue };
        rows += 1;
        let code = NAMES.iter().find(|(known, _)| *known == name).map(|known| known.1);
        let Some(quota) = code.and_then(quota_by_code) else {
            reader.ignore(None, None);
            continue;
        };
        let at = line.at;
        let value = figure.strip_suffix(" (Quotas)").or(figure.strip_suffix(" (API)"));
        let Some(value) = value.and_then(Decimal::parse).filter(|value| !value.is_negative())
        else {
            guess.get_or_insert(at);
            continue;
        };
        let unit = if name.ends_with("(GiB)") { Unit::Gib } else { quota.unit };
        let limit = Limit::Finite(Quantity::new(value.in_whole(unit, Round::Down), unit));
        reader.limit(at, quota, limit, Basis::Report, None, None);
    }
    if let Some(at) = guess {
        reader.problem(at, Severity::Warning, Reason::HardCodedGuess);
    }
    if rows == 0 {
        reader.problem(
            passage.at,
            Severity::Info,
            Reason::NoFigures { what: "awslimitchecker".into() },
        );
    }
}
