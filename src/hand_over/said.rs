//! What the formats say alike: where a figure comes from, how much is covered, what a field holds.

use crate::report::{
    Basis, Coverage, Diagnostic, Known, License, LicenseField, Report, Resource, Role,
};
use crate::text::{self, Param, Reason, current};
use crate::words;

/// How many signs a bar of text is long.
const BAR: u32 = 10;

/// The sentence of this id, filled.
pub fn say(id: &'static str, params: &[(&'static str, Param)]) -> String {
    let params: Vec<_> = params.iter().map(|(name, value)| (*name, value)).collect();
    text::say(current(), id, &params)
}

/// A line of a source, by the source's name.
pub fn place(report: &Report, source: usize, line: u32) -> String {
    let name = report.sources.get(source).map_or("", |source| source.name.as_str());
    say("report.place", &[("name", name.into()), ("line", line.to_string().into())])
}

fn evidence(row: &Resource, report: &Report, role: Role) -> Option<String> {
    let found = row.evidence.iter().find(|line| line.role == role)?;
    Some(place(report, found.source, found.line))
}

/// The line on which a row's limit was read.
pub fn limit_place(row: &Resource, report: &Report) -> Option<String> {
    evidence(row, report, Role::Limit)
}

/// Where a row's use comes from.
pub fn use_from(row: &Resource, report: &Report) -> String {
    let existing = |notice: &Diagnostic| notice.reason == Reason::ProfileExistingVpc;
    let is_of_a_vpc = row.quota.as_ref().is_some_and(|quota| quota.scope == "vpc");
    evidence(row, report, Role::InUse).unwrap_or_else(|| {
        let is_new = is_of_a_vpc && !report.notices.iter().any(existing);
        if is_new { words!("report.own-vpc") } else { words!("report.basis-stated") }.to_owned()
    })
}

/// Where a limit comes from.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Applied => words!("report.basis-applied"),
        Basis::Default => words!("report.basis-default"),
        Basis::Stated => words!("report.basis-stated"),
        Basis::Report => words!("report.basis-report"),
    }
}

/// Why a row stands as it does.
pub fn row_explanation(row: &Resource) -> String {
    match row.low_headroom {
        true => row.says() + words!("sentence.gap") + words!("page.low-headroom"),
        false => row.says(),
    }
}

/// "80 %", "80 % at most", "not known".
pub fn covered(row: &Resource) -> String {
    let covered = row.covered();
    let id = match covered.known {
        Known::Free => "report.covered-free",
        Known::FreeAtMost => "report.covered-at-most",
        Known::Limit => "report.covered-limit",
        Known::NoLimit => "report.covered-no-limit",
        Known::Nothing => "report.covered-nothing",
    };
    say(id, &[("percent", covered.percent.into())])
}

/// "████████░░ 80 %": the picture's bar as text.
pub fn bar(row: &Resource) -> String {
    let full = row.covered().percent * BAR / 100;
    let signs = (0..BAR).map(|at| if at < full { '█' } else { '░' });
    format!("{} {}", signs.collect::<String>(), covered(row))
}

/// A field of the license.
pub fn license_value(license: &License, field: LicenseField) -> Option<String> {
    match field {
        LicenseField::Id => license.id.clone(),
        LicenseField::CoreSize => license.core_size.map(|cores| cores.to_string()),
        LicenseField::ValidFrom => license.valid_from.clone(),
        LicenseField::ValidUntil => license.valid_until.clone(),
    }
}

/// Where a field of the license was read.
pub fn license_from(report: &Report, field: LicenseField) -> String {
    let license = &report.license;
    let found = license.evidence.iter().find(|line| line.field == field);
    match found {
        Some(found) => place(report, found.source, found.line),
        None if license_value(license, field).is_some() => words!("page.typed").to_owned(),
        None => words!("page.not-read").to_owned(),
    }
}

/// The core size beside the deployment's.
pub fn coverage(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Covered => words!("report.coverage-covered"),
        Coverage::Depends => words!("report.coverage-depends"),
        Coverage::BelowMinimum => words!("report.coverage-below-minimum"),
    }
}
