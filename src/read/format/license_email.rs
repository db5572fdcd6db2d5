//! The welcome email: license ID, core size and validity period, under whatever labels.

use super::TextFormat;
use crate::data::license_labels::{LICENSE_LABELS, LabelFor};
use crate::read::dates::{Found, Written, find_dates};
use crate::read::{LicenseValue, Reader, What};
use crate::report::LicenseField;

/// Text with a license ID in it, or with two other fields of a license.
pub const FORMAT: TextFormat = TextFormat { id: "license-email", sure, read };

fn sure(text: &str) -> u8 {
    let fields: Vec<LicenseField> = fields(text).into_iter().map(|field| field.field).collect();
    let distinct = LicenseField::ALL.iter().filter(|field| fields.contains(field)).count();
    if fields.contains(&LicenseField::Id) || distinct >= 2 { 60 } else { 0 }
}

fn read(text: &str, start: usize, reader: &mut Reader<'_>) {
    for Field { field, value, at } in fields(text) {
        reader.fact(start + at, What::License { field, value }, None, None);
    }
}

/// One field with its value and the offset of its label.
struct Field {
    field: LicenseField,
    value: LicenseValue,
    at: usize,
}

fn fields(text: &str) -> Vec<Field> {
    let labels = labels(text);
    let mut fields = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let until = labels.get(index + 1).map_or(text.len(), |next| next.start);
        let behind = &text[label.end..until];
        if let Some(value) = value_behind(behind, label.of) {
            let found = read_value(value, label);
            fields.extend(found.into_iter().map(|(field, value)| Field {
                field,
                value,
                at: label.start,
            }));
        }
    }
    fields
}

/// A label and where it stands.
struct Label {
    name: &'static str,
    of: LabelFor,
    start: usize,
    end: usize,
}

/// The labels in `text`, in order; of two at one place, the longer.
fn labels(text: &str) -> Vec<Label> {
    let lower = text.to_ascii_lowercase();
    let mut labels = Vec::new();
    let mut start = 0;
    while start < lower.len() {
        let rest = &lower[start..];
        let here = LICENSE_LABELS
            .iter()
            .filter(|(name, ..)| rest.starts_with(name) && ends_word(&rest[name.len()..]))
            .max_by_key(|(name, ..)| name.len());
        let end = here.map_or(start, |(name, ..)| start + name.len());
        if let Some((name, of, _)) = here {
            labels.push(Label { name, of: *of, start, end });
        }
        start = next_word_start(&lower, end);
    }
    labels
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn next_word_start(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let gap = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    from + gap + rest[gap..].find(char::is_alphanumeric).unwrap_or(rest.len() - gap)
}

/// The value behind a label: on its line, or alone on the next line that has anything.
///
/// Without a sign between them a label is a word of the sentence, unless its value begins there.
fn value_behind(behind: &str, of: LabelFor) -> Option<&str> {
    let decoration =
        |c: char| matches!(c, ' ' | '\t' | '*' | '_' | '|' | '>' | '\u{a0}' | '"' | '<');
    let line_end = behind.find(['\n', '\r']).unwrap_or(behind.len());
    let (line, below) = behind.split_at(line_end);
    let bare = line.trim_start_matches(decoration);
    let signed = bare.trim_start_matches([':', '：', '=', '–', '—', '-']);
    let has_sign =
        signed.len() != bare.len() || line.starts_with(['|', '\t']) || line.starts_with("  ");
    let value = signed.trim_matches(decoration).trim();
    if value.is_empty() {
        let next = below
            .lines()
            .map(|line| line.trim_matches(decoration))
            .find(|line| !line.is_empty())?;
        return Some(next.trim_start_matches([':', '：', '=']).trim());
    }
    let value = ["is ", "are "].iter().find_map(|verb| value.strip_prefix(verb)).unwrap_or(value);
    let begins = match of {
        LabelFor::Field(LicenseField::CoreSize) => value.starts_with(|c: char| c.is_ascii_digit()),
        LabelFor::Field(LicenseField::Id) => id_token(value).contains(|c: char| c.is_ascii_digit()),
        _ => find_dates(value).next().is_some(),
    };
    (has_sign || begins).then_some(value)
}

fn read_value(value: &str, label: &Label) -> Vec<(LicenseField, LicenseValue)> {
    match label.of {
        LabelFor::Field(field @ LicenseField::Id) => {
            let id = id_token(value);
            if id.is_empty() { vec![] } else { vec![(field, LicenseValue::Id(id.to_owned()))] }
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
            let is_end = ["until", "to", "through", "till", "by", "ends", "expires"]
                .iter()
                .any(|word| before.split_whitespace().any(|part| part == *word));
            let is_start =
                label.ends_with("from") || before.contains("from") || before.contains("start");
            match (is_start, is_end) {
                (true, false) => vec![(ValidFrom, day(value, Some(*only)))],
                (false, true) => vec![(ValidUntil, day(value, Some(*only)))],
                _ => vec![(ValidUntil, unreadable(value))],
            }
        }
        _ => vec![(ValidUntil, unreadable(value))],
    }
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
    let line = value.lines().next().unwrap_or("");
    LicenseValue::Unreadable(line.chars().take(60).collect())
}

fn id_token(value: &str) -> &str {
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '•' | '/' | '.');
    let end = value.find(|c| !is_id(c)).unwrap_or(value.len());
    value[..end].trim_end_matches(['.', '-', '/'])
}

/// The whole number at the beginning of `64`, `1,024 cores` or `64 vCPU`.
pub fn core_size(value: &str) -> Option<i64> {
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(value.len());
    let (number, rest) = value.split_at(end);
    let groups: Vec<&str> = number.trim_end_matches(',').split(',').collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let fraction = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if !grouped || fraction {
        return None;
    }
    groups.concat().parse().ok()
}
