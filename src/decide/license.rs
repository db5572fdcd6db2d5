//! The license on the day of the report.

mod cores;
mod several;

use time::Date;

use crate::mask::mask_but_last;
use crate::profile::Profile;
use crate::read::{LicenseValue, Reading, Written, core_size, find_dates, to_iso};
use crate::report::{
    Answers, Diagnostic, FieldEvidence, License, LicenseField, LicenseState, Severity,
};
use crate::text::{Param, Reason};
pub use cores::used as cores_used;
use several::Told;

/// Days left from which the console calls a license "expiring soon".
const EXPIRING: i64 = 30;

/// Days left from which the console's usage bar turns yellow.
const ENDS_SOON: i64 = 60;

/// One field, with its place if it was read and none if it was typed.
#[derive(Clone, Debug)]
struct Field {
    value: LicenseValue,
    place: Place,
}

/// Decides on the license; a typed field beats what an email says. `names` are the sources'.
pub fn decide(
    readings: &[&Reading],
    names: &[String],
    answers: &Answers,
    profile: &Profile,
    today: Date,
) -> License {
    let mut evidence = Vec::new();
    let show_id = |id: &str| {
        if answers.include_ids { id.to_owned() } else { mask_but_last(id, 4) }
    };
    let told = Told::by(readings, names, answers.license.get(LicenseField::Id), show_id);
    let mut problems = told.questions.clone();
    let mut field = |field: LicenseField| {
        let found =
            typed(answers, field).or_else(|| read_field(&told, field, show_id, &mut problems))?;
        if let Some((source, line)) = found.place {
            evidence.push(FieldEvidence { field, source, line });
        }
        usable(found, field, &mut problems)
    };
    let id = match field(LicenseField::Id) {
        Some((LicenseValue::Id(id), _)) => Some(id),
        _ => None,
    };
    let cores = match field(LicenseField::CoreSize) {
        Some((LicenseValue::Cores(cores), _)) => Some(cores),
        _ => None,
    };
    let mut day = |which| match field(which) {
        Some((LicenseValue::Day(day), place)) => Some((day, place)),
        _ => None,
    };
    let (from, until) = (day(LicenseField::ValidFrom), day(LicenseField::ValidUntil));
    let (mut start, mut end) = (from.map(|(day, _)| day), until.map(|(day, _)| day));
    if let Some(problem) = impossible(from, until) {
        problems.push(problem);
        (start, end) = (None, None);
    }
    let days_left = end.map(|end| (end - today).whole_days());
    let is_open = |field, known: bool| !known && !told.leaves_open(field);
    problems.extend(missing(
        is_open(LicenseField::Id, id.is_some()),
        is_open(LicenseField::CoreSize, cores.is_some()),
        is_open(LicenseField::ValidUntil, end.is_some()),
    ));
    problems.extend(about_time(start, end, today));
    let licensed = answers.licensed_instances.as_deref();
    let coverage = cores::judge(cores, profile, licensed, &mut problems);
    License {
        state: state(id.is_some() && cores.is_some(), start, end, today),
        id: id.map(|id| show_id(&id)),
        core_size: cores,
        valid_from: start.map(to_iso),
        valid_until: end.map(to_iso),
        days_left,
        coverage,
        evidence,
        problems,
    }
}

/// Source and line of what was read; none of what was typed.
type Place = Option<(usize, u32)>;

/// An end that is not after the start: which of the two is right?
fn impossible(from: Option<(Date, Place)>, until: Option<(Date, Place)>) -> Option<Diagnostic> {
    let ((first, from), (last, to)) = (from?, until?);
    if first < last {
        return None;
    }
    let shown = |place: Place| place.map_or(Param::from("typed"), |(_, line)| line.into());
    let reason = Reason::LicenseRangeImpossible {
        start: to_iso(first).into(),
        startplace: shown(from),
        end: to_iso(last).into(),
        endplace: shown(to),
    };
    Some(placed(Diagnostic::new(Severity::Error, reason), to.or(from)))
}

fn placed(problem: Diagnostic, place: Place) -> Diagnostic {
    match place {
        Some((_, line)) => problem.at(line, 1),
        None => problem,
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

fn typed(answers: &Answers, field: LicenseField) -> Option<Field> {
    let text = answers.license.get(field)?;
    let unreadable = || LicenseValue::Unreadable(text.chars().take(60).collect());
    let value = match field {
        LicenseField::Id => LicenseValue::Id(text.to_owned()),
        LicenseField::CoreSize => core_size(text).map_or_else(unreadable, LicenseValue::Cores),
        LicenseField::ValidFrom | LicenseField::ValidUntil => {
            match find_dates(text).next().map(|found| found.date) {
                Some(Written::Certain(day)) => LicenseValue::Day(day),
                Some(Written::Ambiguous { .. }) => LicenseValue::Ambiguous(text.to_owned()),
                _ => unreadable(),
            }
        }
    };
    Some(Field { value, place: None })
}

/// The last thing that the sources say of a field; that they differ is a problem to be settled.
fn read_field(
    told: &Told<'_>,
    field: LicenseField,
    show_id: impl Fn(&str) -> String,
    problems: &mut Vec<Diagnostic>,
) -> Option<Field> {
    let mut said = told.of(field);
    let mut last = said.next()?;
    let mut differs = None;
    for next in said {
        if !same(next.value, last.value) {
            let (first, second) = (show(last.value, &show_id), show(next.value, &show_id));
            let reason = Reason::LicenseDiffers {
                field: field.as_str().into(),
                first: first.into(),
                second: second.into(),
            };
            differs = Some(Diagnostic::new(Severity::Warning, reason).at(next.line, 1));
        }
        last = next;
    }
    problems.extend(differs);
    Some(Field { value: last.value.clone(), place: Some((last.source, last.line)) })
}

/// Whether two values are one; the same ID may be written in capitals and not.
fn same(one: &LicenseValue, other: &LicenseValue) -> bool {
    match (one, other) {
        (LicenseValue::Id(one), LicenseValue::Id(other)) => one.eq_ignore_ascii_case(other),
        _ => one == other,
    }
}

fn show(value: &LicenseValue, show_id: impl Fn(&str) -> String) -> String {
    match value {
        LicenseValue::Id(id) => show_id(id),
        LicenseValue::Cores(cores) => cores.to_string(),
        LicenseValue::Day(day) => to_iso(*day),
        LicenseValue::Ambiguous(text) | LicenseValue::Unreadable(text) => text.clone(),
    }
}

/// The value with its place, or nothing and a problem that asks for it.
fn usable(
    found: Field,
    field: LicenseField,
    problems: &mut Vec<Diagnostic>,
) -> Option<(LicenseValue, Place)> {
    let name = Param::from(field.as_str());
    let reason = match found.value {
        LicenseValue::Ambiguous(text) => ambiguous(name, text),
        LicenseValue::Unreadable(text) if field == LicenseField::CoreSize => {
            Reason::LicenseCoreSizeUnreadable { field: name, found: text.into() }
        }
        LicenseValue::Unreadable(text) => {
            Reason::LicenseDateUnreadable { field: name, found: text.into() }
        }
        value => return Some((value, found.place)),
    };
    problems.push(placed(Diagnostic::new(Severity::Error, reason), found.place));
    None
}

/// The question which of two days a date means.
fn ambiguous(field: Param, text: String) -> Reason {
    let written = find_dates(&text).next().map(|found| found.date);
    match written {
        Some(Written::Ambiguous { day_first, month_first }) => Reason::LicenseDateAmbiguous {
            field,
            found: text.into(),
            dayfirst: to_iso(day_first).into(),
            monthfirst: to_iso(month_first).into(),
        },
        _ => Reason::LicenseDateUnreadable { field, found: text.into() },
    }
}

/// Asks for what no source says and nobody typed.
fn missing(id: bool, cores: bool, end: bool) -> impl Iterator<Item = Diagnostic> {
    let wanted = [
        (id, Reason::LicenseIdMissing),
        (cores, Reason::LicenseCoreSizeMissing),
        (end, Reason::LicenseEndMissing),
    ];
    let open = wanted.into_iter().filter(|(is_missing, _)| *is_missing);
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
