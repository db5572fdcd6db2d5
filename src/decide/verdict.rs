//! Sections, the whole, and the sentence about it.

use crate::report::{
    Check, License, LicenseState, Outcome, Report, Resource, Section, SectionId, Status, Verdict,
};
use crate::text::{Param, Reason};
use crate::words;

/// The verdict of every section, in the contract's order.
pub fn sections(resources: &[Resource], license: &License, checks: &[Check]) -> Vec<Section> {
    let all = SectionId::ALL.iter();
    all.map(|&id| {
        let verdict = match id {
            SectionId::Resources => of_rows(resources),
            SectionId::License => worse(of_license(license), of_checks(checks, id)),
            _ => of_checks(checks, id),
        };
        Section { id, verdict }
    })
    .collect()
}

/// `not-ready` if any section is, else `incomplete` if any is, else `ready`.
pub fn overall(sections: &[Section]) -> Verdict {
    sections.iter().map(|section| section.verdict).fold(Verdict::Ready, worse)
}

fn worse(left: Verdict, right: Verdict) -> Verdict {
    match (left, right) {
        (Verdict::NotReady, _) | (_, Verdict::NotReady) => Verdict::NotReady,
        (Verdict::Incomplete, _) | (_, Verdict::Incomplete) => Verdict::Incomplete,
        (Verdict::Ready, Verdict::Ready) => Verdict::Ready,
    }
}

fn of_rows(rows: &[Resource]) -> Verdict {
    rows.iter().map(|row| row.status).fold(Verdict::Ready, |verdict, status| {
        worse(
            verdict,
            match status {
                Status::Met | Status::Unlimited => Verdict::Ready,
                Status::Short => Verdict::NotReady,
                Status::Unverified | Status::Missing => Verdict::Incomplete,
            },
        )
    })
}

fn of_checks(checks: &[Check], section: SectionId) -> Verdict {
    let outcomes =
        checks.iter().filter(|check| check.section == section).map(|check| check.outcome);
    outcomes.fold(Verdict::Ready, |verdict, outcome| {
        worse(
            verdict,
            match outcome {
                Outcome::Pass | Outcome::Advice => Verdict::Ready,
                Outcome::Fail => Verdict::NotReady,
                Outcome::Open => Verdict::Incomplete,
            },
        )
    })
}

fn of_license(license: &License) -> Verdict {
    match license.state {
        LicenseState::Expired | LicenseState::NotStarted => Verdict::NotReady,
        LicenseState::Incomplete => Verdict::Incomplete,
        LicenseState::Active | LicenseState::Expiring => Verdict::Ready,
    }
}

/// One sentence that a person can read aloud, in the current language.
pub fn summary(report: &Report) -> String {
    let Report { resources: rows, license, checks, sources, .. } = report;
    let no_sources = sources.is_empty();
    let count = |wanted: &[Status]| rows.iter().filter(|row| wanted.contains(&row.status)).count();
    let fit = count(&[Status::Met, Status::Unlimited]);
    let unknown = count(&[Status::Unverified, Status::Missing]);
    let outcomes = |wanted| checks.iter().filter(|check| check.outcome == wanted).count();
    let (open, failed) = (outcomes(Outcome::Open), outcomes(Outcome::Fail));
    let untouched =
        rows.iter().all(|row| matches!(row.status, Status::Missing | Status::Unlimited));
    let silent = license.state == LicenseState::Incomplete && failed == 0;
    if no_sources && untouched && silent {
        return Reason::SummaryEmpty.said();
    }
    let license = match license.state {
        LicenseState::Expired => Some(Reason::SummaryLicenseExpired),
        LicenseState::NotStarted => Some(Reason::SummaryLicenseNotStarted),
        LicenseState::Incomplete => Some(Reason::SummaryLicenseUnknown),
        LicenseState::Active | LicenseState::Expiring => None,
    };
    if fit == rows.len() && open == 0 && failed == 0 && license.is_none() {
        return Reason::SummaryReady { rows: rows.len().into() }.said();
    }
    let mut parts = vec![Reason::SummaryRows { fit: fit.into(), rows: rows.len().into() }];
    parts.extend(rows.iter().filter_map(short));
    if unknown > 0 {
        parts.push(Reason::SummaryUnknown { unknown: unknown.into() });
    }
    parts.extend(license);
    if failed > 0 {
        parts.push(Reason::SummaryFailed { failed: failed.into() });
    }
    if open > 0 {
        parts.push(Reason::SummaryOpen { open: open.into() });
    }
    let parts: Vec<String> = parts.iter().map(Reason::said).collect();
    parts.join(words!("list.clause")) + words!("sentence.end")
}

fn short(row: &Resource) -> Option<Reason> {
    let text = &row.shortfall.as_ref()?.text;
    // "vCPU is short by 16": the row's name says the unit already.
    let shortfall: Param = text.strip_suffix(" vCPU").unwrap_or(text).into();
    let row_id = row.id.as_str().into();
    let at_least = row.available.is_none();
    Some(if at_least {
        Reason::SummaryShortAtLeast { row: row_id, shortfall }
    } else {
        Reason::SummaryShort { row: row_id, shortfall }
    })
}
