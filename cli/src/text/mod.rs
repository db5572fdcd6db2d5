//! The report for a terminal: what it comes to first, then what is in the way and what to do, with
//! the engine's sentences. What passes is counted; the other forms say it one by one.

pub mod lay;
mod table;

use byoc_readiness::profile::document::title;
use byoc_readiness::report::{
    Check, Diagnostic, LicenseField, LicenseState, Outcome, Report, Resource, Status, format_name,
};
use byoc_readiness::text::{Param, Reason, en, say};
use byoc_readiness::words;

use lay::{Page, padded, widest};

/// The whole report.
pub fn text(report: &Report) -> String {
    let mut page = Page::default();
    head(report, &mut page);
    rows(report, &mut page);
    license(report, &mut page);
    checks(report, &mut page);
    notices(report, &mut page);
    sources(report, &mut page);
    page.finish()
}

fn head(report: &Report, page: &mut Page) {
    page.wrapped(&format!("{}: ", report.verdict.word()), 2, &report.summary);
    page.gap();
    let profile = format!("{} ({})", report.profile.title, report.profile.id);
    fields(
        &[
            (words!("page.profile"), &profile),
            (words!("page.region"), &report.profile.region),
            (words!("report.date"), &report.today),
        ],
        page,
    );
}

/// Names and what they stand for, below each other.
fn fields(fields: &[(&str, &str)], page: &mut Page) {
    let width = widest(fields.iter().map(|(name, _)| *name));
    for (name, value) in fields {
        page.wrapped(&format!("  {}  ", padded(name, width, false)), width + 4, value);
    }
}

fn heading(title: &str, page: &mut Page) {
    page.gap();
    page.line(title);
}

fn rows(report: &Report, page: &mut Page) {
    heading(words!("page.resources-title"), page);
    table::put(report, page);
    for row in report.resources.iter().filter(|row| row.status == Status::Short) {
        page.gap();
        short(row, page);
    }
    page.gap();
    for row in &report.resources {
        match row.status {
            Status::Unverified | Status::Missing => about(row, &row.explanation, page),
            _ if row.low_headroom => about(row, words!("page.low-headroom"), page),
            _ => {}
        }
    }
}

fn about(row: &Resource, words: &str, page: &mut Page) {
    page.wrapped(&format!("  {}: ", title(row.id)), 4, words);
}

/// Why a row is short, and what to do, with the command on a line of its own to be copied.
fn short(row: &Resource, page: &mut Page) {
    about(row, &row.explanation, page);
    match row.steps.as_slice() {
        [] => {}
        [step] => page.wrapped("    → ", 6, &step.explanation),
        steps => {
            page.wrapped("    ", 4, words!("report.steps"));
            for (index, step) in steps.iter().enumerate() {
                page.wrapped(&format!("    {}. ", index + 1), 7, &step.explanation);
            }
        }
    }
    if let Some(remedy) = &row.remedy {
        let indent = if row.steps.len() > 1 { 7 } else { 6 };
        page.line(&format!("{:indent$}{}", "", remedy.command));
        page.line(&format!("{:indent$}{}", "", remedy.console_url));
    }
}

fn license(report: &Report, page: &mut Page) {
    let license = &report.license;
    let has_time = matches!(license.state, LicenseState::Active | LicenseState::Expiring);
    let state = match license.days_left.filter(|_| has_time) {
        Some(days) => {
            let (state, days) = (Param::from(license.state.word()), Param::from(days));
            say(en::SENTENCES, "report.state-days", &[("state", &state), ("days", &days)])
        }
        None => license.state.word().to_owned(),
    };
    heading(&format!("{}: {state}", words!("page.license-title")), page);
    let known = LicenseField::ALL.iter().map(|field| (field.name(), license.get(*field)));
    let known: Vec<(&str, String)> =
        known.map(|(name, value)| (name, value.unwrap_or_else(|| "–".to_owned()))).collect();
    let known: Vec<(&str, &str)> = known.iter().map(|(name, it)| (*name, it.as_str())).collect();
    fields(&known, page);
    for problem in &license.problems {
        said(problem, page);
    }
}

fn said(problem: &Diagnostic, page: &mut Page) {
    page.wrapped(&format!("  {}: ", problem.severity.word()), 4, &problem.message);
}

fn checks(report: &Report, page: &mut Page) {
    heading(words!("page.checks-title"), page);
    let of = |outcome| report.checks.iter().filter(move |check| check.outcome == outcome);
    let advice = || of(Outcome::Advice);
    let told = of(Outcome::Fail).chain(of(Outcome::Open));
    for check in told.chain(advice().filter(|check| !is_unknown(check))) {
        in_the_way(check, page);
    }
    let passes = format!("{} of {}", of(Outcome::Pass).count(), report.checks.len());
    page.wrapped(&format!("  {}: ", Outcome::Pass.word()), 4, &passes);
    let unknown: Vec<&str> =
        advice().filter(|it| is_unknown(it)).map(|it| it.id.as_str()).collect();
    if !unknown.is_empty() {
        page.wrapped(&format!("  {}: ", words!("page.standing-unknown")), 4, &unknown.join(", "));
    }
}

/// Whether an advice is only that nothing was pasted which would show it.
fn is_unknown(check: &Check) -> bool {
    matches!(
        check.reason,
        Reason::NotPasted { .. }
            | Reason::RoomUnknown { .. }
            | Reason::RoomUseUnknown { .. }
            | Reason::SurgeUnknown { .. }
            | Reason::OfferingsUnknown { .. }
            | Reason::NamesUnknown { .. }
            | Reason::AttachedUnknown { .. }
    )
}

/// With its ID, by which it is answered.
fn in_the_way(check: &Check, page: &mut Page) {
    let asked = format!("{} ({})", check.label, check.id.as_str());
    page.wrapped(&format!("  {}: ", check.outcome.word()), 4, &asked);
    page.wrapped("    ", 4, &check.explanation);
}

fn notices(report: &Report, page: &mut Page) {
    if !report.notices.is_empty() {
        heading(words!("page.notices"), page);
        for notice in &report.notices {
            said(notice, page);
        }
    }
}

fn sources(report: &Report, page: &mut Page) {
    heading(words!("page.sources-list"), page);
    for source in &report.sources {
        let facts = Param::from(source.facts);
        let facts = say(en::SENTENCES, "page.facts", &[("count", &facts)]);
        let read = format!("{}, {facts}", format_name(source.format));
        page.wrapped(&format!("  {}: ", source.name), 4, &read);
        for problem in &source.problems {
            let place = place(&source.name, problem);
            page.wrapped(&format!("  {place}: {}: ", problem.severity.word()), 4, &problem.message);
        }
    }
}

/// `quotas.json:3:14`, as compilers write it and editors open it.
fn place(name: &str, problem: &Diagnostic) -> String {
    match (problem.line, problem.column) {
        (Some(line), Some(column)) => format!("{name}:{line}:{column}"),
        (Some(line), None) => format!("{name}:{line}"),
        _ => name.to_owned(),
    }
}
