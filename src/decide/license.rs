//! The license on the day of the report.

use time::Date;

use crate::mask::mask_but_last;
use crate::read::{LicenseValue, Reading, What, Written, core_size, find_dates, to_iso};
use crate::report::{
    Answers, Coverage, Diagnostic, FieldEvidence, License, LicenseField, LicenseState, Severity,
};
use crate::text::{Param, Reason};

/// Cores from which every instance of the minimum config is covered, whatever counts.
///
/// Source: the nine instances of the document use 48, 64 or 80 cores, depending on which of
/// them are dependencies (inferred).
const COVERED: i64 = 80;

/// Cores below which even the smallest reading of the minimum config is not covered (inferred).
const MINIMUM: i64 = 48;

/// Days left from which the console calls a license "expiring soon".
const EXPIRING: i64 = 30;

/// Days left from which the console's usage bar turns yellow.
const ENDS_SOON: i64 = 60;

/// One field, with its place if it was read and none if it was typed.
#[derive(Clone, Debug)]
struct Field {
    value: LicenseValue,
    place: Option<(usize, u32)>,
}

/// Decides on the license; a typed field beats what an email says.
pub fn decide(readings: &[&Reading], answers: &Answers, today: Date) -> License {
    let mut problems = Vec::new();
    let mut evidence = Vec::new();
    let mut field = |field: LicenseField| {
        let found = typed(answers, field).or_else(|| read_field(readings, field, &mut problems))?;
        if let Some((source, line)) = found.place {
            evidence.push(FieldEvidence { field, source, line });
        }
        usable(found, field, &mut problems)
    };
    let id = match field(LicenseField::Id) {
        Some(LicenseValue::Id(id)) => Some(id),
        _ => None,
    };
    let cores = match field(LicenseField::CoreSize) {
        Some(LicenseValue::Cores(cores)) => Some(cores),
        _ => None,
    };
    let mut day = |which| match field(which) {
        Some(LicenseValue::Day(day)) => Some(day),
        _ => None,
    };
    let (mut start, mut end) = (day(LicenseField::ValidFrom), day(LicenseField::ValidUntil));
    if let (Some(first), Some(last)) = (start, end)
        && first >= last
    {
        let reason = Reason::LicenseRangeImpossible {
            start: to_iso(first).into(),
            end: to_iso(last).into(),
        };
        problems.push(Diagnostic::new(Severity::Error, reason));
        (start, end) = (None, None);
    }
    let days_left = end.map(|end| (end - today).whole_days());
    let coverage = cores.map(coverage);
    problems.extend(missing(id.is_some(), cores.is_some(), end.is_some()));
    problems.extend(about_time(start, end, today));
    problems.extend(about_cores(cores));
    License {
        state: state(id.is_some() && cores.is_some(), start, end, today),
        id: id.map(|id| if answers.include_ids { id } else { mask_but_last(&id, 4) }),
        core_size: cores,
        valid_from: start.map(to_iso),
        valid_until: end.map(to_iso),
        days_left,
        coverage,
        evidence,
        problems,
    }
}

fn state(named: bool, start: Option<Date>, end: Option<Date>, today: Date) -> LicenseState {
    let Some(end) = end else {
        let not_started = start.is_some_and(|start| today < start);
        return if not_started { LicenseState::NotStarted } else { LicenseState::Incomplete };
    };
    if today >= end {
        LicenseState::Expired
    } else if start.is_some_and(|start| today < start) {
        LicenseState::NotStarted
    } else if !named {
        LicenseState::Incomplete
    } else if (end - today).whole_days() <= EXPIRING {
        LicenseState::Expiring
    } else {
        LicenseState::Active
    }
}

fn coverage(cores: i64) -> Coverage {
    match cores {
        COVERED.. => Coverage::Covered,
        MINIMUM.. => Coverage::Depends,
        _ => Coverage::BelowMinimum,
    }
}

fn typed(answers: &Answers, field: LicenseField) -> Option<Field> {
    let text = answers.license.get(field)?;
    let unreadable = || LicenseValue::Unreadable(text.chars().take(60).collect());
    let value = match field {
        LicenseField::Id => LicenseValue::Id(text.to_owned()),
        LicenseField::CoreSize => core_size(text).map_or_else(unreadable, LicenseValue::Cores),
        LicenseField::ValidFrom | LicenseField::ValidUntil => {
            match find_dates(text).next().map(|found| found.date) {
                Some(Written::Certain(day)) => LicenseValue::Day(day),
                Some(Written::Ambiguous) => LicenseValue::Ambiguous(text.to_owned()),
                _ => unreadable(),
            }
        }
    };
    Some(Field { value, place: None })
}

/// The last thing that the sources say of a field; that they differ is a problem to be settled.
fn read_field(
    readings: &[&Reading],
    field: LicenseField,
    problems: &mut Vec<Diagnostic>,
) -> Option<Field> {
    let mut found: Option<Field> = None;
    for (source, reading) in readings.iter().enumerate() {
        for fact in &reading.facts {
            let What::License { field: of, value } = &fact.what else { continue };
            if *of != field {
                continue;
            }
            if let Some(first) = found.as_ref().filter(|found| found.value != *value) {
                let (first, second) = (show(&first.value), show(value));
                let field = Param::from(field.as_str());
                problems.retain(|problem: &Diagnostic| {
                    !matches!(&problem.reason, Reason::LicenseDiffers { field: name, .. } if *name == field)
                });
                let reason =
                    Reason::LicenseDiffers { field, first: first.into(), second: second.into() };
                problems.push(Diagnostic::new(Severity::Warning, reason).at(fact.line, 1));
            }
            found = Some(Field { value: value.clone(), place: Some((source, fact.line)) });
        }
    }
    found
}

fn show(value: &LicenseValue) -> String {
    match value {
        LicenseValue::Id(id) => mask_but_last(id, 4),
        LicenseValue::Cores(cores) => cores.to_string(),
        LicenseValue::Day(day) => to_iso(*day),
        LicenseValue::Ambiguous(text) | LicenseValue::Unreadable(text) => text.clone(),
    }
}

/// The value, or nothing and a problem that asks for it.
fn usable(
    found: Field,
    field: LicenseField,
    problems: &mut Vec<Diagnostic>,
) -> Option<LicenseValue> {
    let name = Param::from(field.as_str());
    let reason = match found.value {
        LicenseValue::Ambiguous(text) => {
            Reason::LicenseDateAmbiguous { field: name, found: text.into() }
        }
        LicenseValue::Unreadable(text) if field == LicenseField::CoreSize => {
            Reason::LicenseCoreSizeUnreadable { field: name, found: text.into() }
        }
        LicenseValue::Unreadable(text) => {
            Reason::LicenseDateUnreadable { field: name, found: text.into() }
        }
        value => return Some(value),
    };
    let problem = Diagnostic::new(Severity::Error, reason);
    problems.push(match found.place {
        Some((_, line)) => problem.at(line, 1),
        None => problem,
    });
    None
}

fn missing(id: bool, cores: bool, end: bool) -> impl Iterator<Item = Diagnostic> {
    let wanted = [
        (id, Reason::LicenseIdMissing),
        (cores, Reason::LicenseCoreSizeMissing),
        (end, Reason::LicenseEndMissing),
    ];
    let open = wanted.into_iter().filter(|(known, _)| !known);
    open.map(|(_, reason)| Diagnostic::new(Severity::Warning, reason))
}

fn about_time(start: Option<Date>, end: Option<Date>, today: Date) -> Option<Diagnostic> {
    let severe = |reason| Some(Diagnostic::new(Severity::Error, reason));
    if let Some(end) = end.filter(|end| today >= *end) {
        return severe(Reason::LicenseExpired { end: to_iso(end).into() });
    }
    if let Some(start) = start.filter(|start| today < *start) {
        return severe(Reason::LicenseNotStarted { start: to_iso(start).into() });
    }
    let end = end?;
    let days = (end - today).whole_days();
    let (end, days_left) = (to_iso(end).into(), days.into());
    if days <= EXPIRING {
        let reason = Reason::LicenseExpiring { end, days: days_left };
        Some(Diagnostic::new(Severity::Warning, reason))
    } else if days <= ENDS_SOON {
        let reason = Reason::LicenseEndsSoon { end, days: days_left };
        Some(Diagnostic::new(Severity::Info, reason))
    } else {
        None
    }
}

fn about_cores(cores: Option<i64>) -> Option<Diagnostic> {
    let cores = cores?;
    match coverage(cores) {
        Coverage::Covered => None,
        Coverage::Depends => {
            Some(Diagnostic::new(Severity::Info, Reason::LicenseDepends { cores: cores.into() }))
        }
        Coverage::BelowMinimum => Some(Diagnostic::new(
            Severity::Warning,
            Reason::LicenseBelowMinimum { cores: cores.into() },
        )),
    }
}
