//! What stands behind a label: an ID, a core size, one date or two.

use super::labels::Label;
use crate::data::license_labels::LabelFor;
use crate::read::LicenseValue;
use crate::read::dates::{Found, Written, find_dates};
use crate::report::LicenseField;

pub fn without_verb(value: &str) -> &str {
    let verbs = ["is ", "are ", "of ", "will be "];
    verbs.iter().find_map(|verb| value.strip_prefix(verb)).unwrap_or(value)
}

/// Whether a value of this kind stands right at the beginning.
pub fn begins(value: &str, of: LabelFor) -> bool {
    match of {
        LabelFor::Field(LicenseField::CoreSize) => value.starts_with(|c: char| c.is_ascii_digit()),
        LabelFor::Field(LicenseField::Id) => {
            id_token(value).contains(|c: char| c.is_ascii_digit()) && core_size(value).is_none()
        }
        LabelFor::Field(_) | LabelFor::Period => {
            let head = &value[..value.floor_char_boundary(64)];
            find_dates(head).next().is_some_and(|found| found.start <= 24)
        }
    }
}

/// Whether a word joins the two dates of a range.
pub fn joins(word: Option<&str>) -> bool {
    matches!(word, Some("–" | "—" | "-" | "~" | "to" | "until" | "through" | "till" | "and"))
}

pub fn read_value(value: &str, label: &Label) -> Vec<(LicenseField, LicenseValue)> {
    match label.of {
        LabelFor::Field(field @ LicenseField::Id) => {
            let id = id_token(value);
            // "License ID: not yet issued" names none.
            let is_id = id.contains(|c: char| c.is_ascii_digit() || c == '•');
            if is_id { vec![(field, LicenseValue::Id(id.to_owned()))] } else { vec![] }
        }
        LabelFor::Field(field @ LicenseField::CoreSize) => {
            let cores = core_size(value).map_or_else(|| unreadable(value), LicenseValue::Cores);
            vec![(field, cores)]
        }
        LabelFor::Field(field) => vec![(field, day(value, find_dates(value).next()))],
        LabelFor::Period => period(value, label.name),
    }
}

/// Start and end of a range; of a single date, the end that its words say it is.
fn period(value: &str, label: &str) -> Vec<(LicenseField, LicenseValue)> {
    use LicenseField::{ValidFrom, ValidUntil};
    let dates: Vec<Found> = find_dates(value).take(2).collect();
    match dates.as_slice() {
        [first, second] => {
            vec![(ValidFrom, day(value, Some(*first))), (ValidUntil, day(value, Some(*second)))]
        }
        [only] => {
            let before = value[..only.start].to_ascii_lowercase();
            let says = |words: &[&str]| before.split_whitespace().any(|word| words.contains(&word));
            let is_end = says(&["until", "to", "through", "till", "by", "ends", "expires"]);
            let is_start =
                label.ends_with("from") || says(&["from", "starts", "starting", "since"]);
            match (is_start, is_end) {
                (true, false) => vec![(ValidFrom, day(value, Some(*only)))],
                (false, true) => vec![(ValidUntil, day(value, Some(*only)))],
                _ => vec![(ValidUntil, unreadable(value))],
            }
        }
        _ if is_duration(value) => vec![],
        _ => vec![(ValidUntil, unreadable(value))],
    }
}

/// "12 months": says how long, and neither from nor until when.
fn is_duration(value: &str) -> bool {
    const SPANS: [&str; 8] = ["day", "days", "week", "weeks", "month", "months", "year", "years"];
    let lower = value.to_ascii_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| SPANS.contains(&word))
}

fn day(value: &str, found: Option<Found>) -> LicenseValue {
    match found {
        Some(Found { date: Written::Certain(day), .. }) => LicenseValue::Day(day),
        Some(Found { date: Written::Ambiguous, start, end }) => {
            LicenseValue::Ambiguous(value[start..end].to_owned())
        }
        _ => unreadable(value),
    }
}

fn unreadable(value: &str) -> LicenseValue {
    LicenseValue::Unreadable(value.chars().take(60).collect())
}

fn id_token(value: &str) -> &str {
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '•' | '/' | '.');
    let end = value.find(|c| !is_id(c)).unwrap_or(value.len());
    value[..end].trim_end_matches(['.', '-', '/'])
}

/// The whole number at the beginning of `64`, `1,024 cores` or `64 vCPU`; nothing where it counts
/// something else.
pub fn core_size(value: &str) -> Option<i64> {
    const WORDS: [&str; 9] =
        ["core", "cores", "vcpu", "vcpus", "cpu", "cpus", "licensed", "total", "data"];
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(value.len());
    let (number, rest) = value.split_at(end);
    let groups: Vec<&str> = number.trim_end_matches(',').split(',').collect();
    let is_grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let is_fraction = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let word = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let counts_cores = word.is_empty() || WORDS.contains(&word.to_ascii_lowercase().as_str());
    if !is_grouped || is_fraction || !counts_cores {
        return None;
    }
    groups.concat().parse().ok()
}
