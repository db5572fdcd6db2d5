//! Lines that a person typed: `vCPU: 64`, `VPCs in use: 3`, `EIP limit = 5`.

use super::{Passage, TextFormat};
use crate::data::quotas::{QUOTAS, Quota, quota_by_code};
use crate::quantity::{Quantity, Round, Stated, parse_stated};
use crate::read::lines::{Line, Signs};
use crate::read::reader::{Reader, Use};
use crate::read::{Counted, Limit, What};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// A line with a known label and a figure.
pub const FORMAT: TextFormat = TextFormat {
    id: "plain-lines",
    sure: |passage| passage.any(40, takes),
    read,
    takes,
    is_list: false,
    is_tools: false,
};

/// What people call the quotas, in lower case.
const LABELS: &[(&str, &str)] = &[
    ("vcpu", "L-1216C47A"),
    ("vcpus", "L-1216C47A"),
    ("on-demand vcpu", "L-1216C47A"),
    ("on-demand vcpus", "L-1216C47A"),
    ("standard vcpu", "L-1216C47A"),
    ("standard vcpus", "L-1216C47A"),
    ("ec2 vcpu", "L-1216C47A"),
    ("ec2 vcpus", "L-1216C47A"),
    ("running on-demand standard", "L-1216C47A"),
    ("eip", "L-0263D0A3"),
    ("eips", "L-0263D0A3"),
    ("elastic ip", "L-0263D0A3"),
    ("elastic ips", "L-0263D0A3"),
    ("elastic ip addresses", "L-0263D0A3"),
    ("vpc", "L-F678F1CE"),
    ("vpcs", "L-F678F1CE"),
    ("vpcs per region", "L-F678F1CE"),
    ("ebs gp3", "L-7A658B76"),
    ("gp3", "L-7A658B76"),
    ("gp3 storage", "L-7A658B76"),
    ("nlb", "L-69A177A2"),
    ("nlbs", "L-69A177A2"),
    ("network load balancers", "L-69A177A2"),
    ("alb", "L-53DA6B97"),
    ("albs", "L-53DA6B97"),
    ("hosted zones", "L-4EA4796A"),
    ("dns zones", "L-4EA4796A"),
    ("interface endpoints per vpc", "L-29B6F2EB"),
    ("interface vpc endpoints per vpc", "L-29B6F2EB"),
    ("internet gateways", "L-A4707A72"),
    ("nat gateways per az", "L-FE5A380F"),
    ("eks clusters", "L-1194D53C"),
    ("iam roles", "L-FE177D64"),
    ("iam policies", "L-E95E4862"),
    ("s3 buckets", "L-DC2B2D3D"),
];

/// What stands behind such a name where the figure is a use.
const USED: &[&str] = &[" in use", " used", " usage", " use"];

/// The same where it is a limit, which it is without any word, too.
const LIMIT: &[&str] = &[" limit", " quota", " limits", " quotas", " max", " maximum"];

struct Plain<'a> {
    quota: &'static Quota,
    is_use: bool,
    figure: &'a str,
}

fn plain<'a>(line: &Line<'a>) -> Option<Plain<'a>> {
    let has_mark = line.signs.has(Signs::COLON) || line.signs.has(Signs::EQUALS);
    if !has_mark || !line.signs.has(Signs::DIGIT) {
        return None;
    }
    let content = line.trimmed().trim_start_matches(['-', '*', '•', ' ']);
    let (label, figure) = content.split_once([':', '='])?;
    let figure = figure.trim();
    if !figure.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let label = label.trim().to_ascii_lowercase();
    let without = |words: &[&str]| words.iter().find_map(|word| label.strip_suffix(word));
    let used = without(USED);
    let name = used.or(without(LIMIT)).unwrap_or(&label).trim();
    Some(Plain { quota: labelled(name)?, is_use: used.is_some(), figure })
}

/// The quota that people or AWS call this, in lower case.
pub fn labelled(name: &str) -> Option<&'static Quota> {
    if let Some((_, code)) = LABELS.iter().find(|(known, _)| *known == name) {
        return quota_by_code(code);
    }
    let own = QUOTAS.iter().filter(|quota| !quota.name_is_shared);
    let is_it = |known: &str| known.eq_ignore_ascii_case(name);
    own.into_iter()
        .find(|quota| is_it(quota.name) || quota.also_named.iter().any(|name| is_it(name)))
}

fn takes(line: &Line<'_>) -> bool {
    plain(line).is_some()
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    for line in &passage.lines {
        let Some(Plain { quota, is_use, figure }) = plain(line) else { continue };
        take(quota, is_use, figure, line.at, None, reader);
    }
}

/// Takes down a figure that a person wrote, or says that it cannot be read.
pub fn take(
    quota: &'static Quota,
    is_use: bool,
    figure: &str,
    at: usize,
    region: Option<&str>,
    reader: &mut Reader<'_>,
) {
    let round = if is_use { Round::Up } else { Round::Down };
    let limit = match parse_stated(figure, quota.unit, round) {
        Ok(Stated::Finite(Quantity { whole, unit })) if is_use => {
            let counted = Counted::ByReport;
            let used = Use { whole, unit, counted, ..Use::count(quota.quota_code, 0) };
            return reader.used(at, used, None, region);
        }
        Ok(Stated::Finite(quantity)) => Limit::Finite(quantity),
        Ok(Stated::Unlimited) if !is_use => Limit::Unlimited,
        _ => {
            let found: String = figure.chars().take(40).collect();
            let code = quota.quota_code.into();
            let reason = Reason::QuotaValueUnreadable { code, found: found.into() };
            return reader.problem(at, Severity::Warning, reason);
        }
    };
    let basis = Basis::Report;
    let what = What::Limit { quota, limit, basis, resource_level: false, adjustable: None };
    reader.fact(at, what, None, region);
}
