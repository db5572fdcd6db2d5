//! The welcome email: license ID, core size and validity period, under whatever labels.

mod labels;
mod values;

use super::TextFormat;
use crate::data::license_labels::LabelFor;
use crate::read::dates::find_dates;
use crate::read::reader::Reader;
use crate::read::{LicenseValue, What};
use crate::report::LicenseField;
use labels::{Label, is_about_other_thing, labels, rest_of_label, whole_label};
pub use values::core_size;
use values::{begins, joins, read_value, without_verb};

/// Text with a license ID in it, or with two other fields of a license.
pub const FORMAT: TextFormat =
    TextFormat { id: "license-email", sure, read, takes: |_| true, is_list: false };

fn sure(text: &str) -> u8 {
    if !text.contains(|c: char| c.is_alphabetic()) {
        return 0;
    }
    let fields: Vec<LicenseField> = fields(text).into_iter().map(|field| field.field).collect();
    let distinct = LicenseField::ALL.iter().filter(|field| fields.contains(field)).count();
    if fields.contains(&LicenseField::Id) || distinct >= 2 { 60 } else { 0 }
}

fn read(text: &str, start: usize, reader: &mut Reader<'_>) {
    for Field { field, value, at, .. } in fields(text) {
        reader.license(start + at, What::License { field, value });
    }
}

/// How plainly a text says that something is a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Plainly {
    /// "… includes 80 CPU cores."
    FigureFirst,
    /// "… whose license ID is ABC-1."
    InASentence,
    /// "License ID: ABC-1", or a cell under that heading.
    Labelled,
}

/// One field with its value and the value's offset.
struct Field {
    field: LicenseField,
    value: LicenseValue,
    at: usize,
    plainly: Plainly,
}

/// The fields, those last that are said most plainly; of all but the ID only those.
fn fields(text: &str) -> Vec<Field> {
    let lines = lines(text);
    let mut fields = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let below = &lines[index + 1..];
        let labels = labels(line.text);
        let is_heading = labels.len() > 1 && heading_row(line, below, &mut fields);
        if !is_heading {
            fields_of_line(line, &labels, below, &mut fields);
        }
    }
    let plainest = |of: LicenseField| {
        let same = fields.iter().filter(|field| field.field == of);
        same.map(|field| field.plainly).max()
    };
    let plainest: Vec<_> =
        LicenseField::ALL.iter().map(|&field| (field, plainest(field))).collect();
    // A second license is a question to ask, however casually its ID is named.
    fields.retain(|field| {
        field.field == LicenseField::Id || plainest.contains(&(field.field, Some(field.plainly)))
    });
    fields.sort_by_key(|field| field.plainly);
    fields
}

/// A line that is not blank, and its offset.
#[derive(Clone, Copy)]
struct Line<'a> {
    at: usize,
    text: &'a str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let all = text.split(['\n', '\r']).map(|line| Line { at: offset(line), text: line });
    all.filter(|line| !line.text.trim_matches(is_decoration).is_empty()).collect()
}

/// What mail programs and Markdown put around a text.
fn is_decoration(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '|' | '>' | '<' | '"' | '`' | '•' | '#')
}

/// A table whose first row holds the labels: each cell of the next row is a value.
fn heading_row(line: &Line<'_>, below: &[Line<'_>], fields: &mut Vec<Field>) -> bool {
    let heads = cells(line);
    let named: Vec<Option<Label>> = heads.iter().map(|cell| whole_label(cell.text)).collect();
    if named.iter().flatten().count() < 2 || named.iter().any(Option::is_none) {
        return false;
    }
    let is_rule = |line: &&Line<'_>| line.text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let Some(row) = below.iter().find(|line| !is_rule(line)) else { return false };
    let values = cells(row);
    if values.len() != heads.len() {
        return false;
    }
    for (label, cell) in named.into_iter().flatten().zip(values) {
        push(&label, cell.text, cell.at, Plainly::Labelled, fields);
    }
    true
}

/// The cells of a row: split at bars, at tabs, or at gaps of several blanks.
fn cells<'a>(line: &Line<'a>) -> Vec<Line<'a>> {
    let text = line.text;
    let separator = ["|", "\t", "   "].into_iter().find(|mark| text.trim().contains(mark));
    let parts = text.split(separator.unwrap_or("\n"));
    let offset = |part: &str| line.at + (part.as_ptr() as usize - text.as_ptr() as usize);
    let trimmed = parts.map(|part| part.trim_matches(is_decoration));
    let cells = trimmed.filter(|part| !part.is_empty());
    cells.map(|part| Line { at: offset(part), text: part }).collect()
}

fn fields_of_line(line: &Line<'_>, labels: &[Label], below: &[Line<'_>], fields: &mut Vec<Field>) {
    for (index, label) in labels.iter().enumerate() {
        if is_about_other_thing(&line.text[..label.start]) {
            continue;
        }
        let until = labels.get(index + 1).map_or(line.text.len(), |next| next.start);
        let behind = &line.text[label.end..until];
        let (value, is_signed) = rest_of_label(behind);
        let at = line.at + (value.as_ptr() as usize - line.text.as_ptr() as usize);
        let stands_alone = line.text[..label.start].trim_matches(is_decoration).is_empty();
        if value.is_empty() && stands_alone && until == line.text.len() {
            if let Some(next) = below.first().filter(|next| begins(value_of_line(next), label.of)) {
                let value = value_of_line(next);
                let at = next.at + (value.as_ptr() as usize - next.text.as_ptr() as usize);
                push_with_more(label, value, at, Plainly::Labelled, &below[1..], fields);
            }
        } else if is_signed && !value.is_empty() {
            push_with_more(label, value, at, Plainly::Labelled, below, fields);
        } else if begins(without_verb(value), label.of) {
            let value = without_verb(value);
            let at = line.at + (value.as_ptr() as usize - line.text.as_ptr() as usize);
            push_with_more(label, value, at, Plainly::InASentence, below, fields);
        } else if label.of == LabelFor::Field(LicenseField::CoreSize) {
            figure_before(line, label, fields);
        }
    }
}

/// "80 CPU cores": the figure stands before its label.
fn figure_before(line: &Line<'_>, label: &Label, fields: &mut Vec<Field>) {
    let before = line.text[..label.start].trim_end();
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || c == ',')).map_or(0, |at| at + 1);
    // `rfind` may have found a letter of several bytes.
    let start =
        (start..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    if let Some(cores) = core_size(&before[start..]) {
        fields.push(Field {
            field: LicenseField::CoreSize,
            value: LicenseValue::Cores(cores),
            at: line.at + start,
            plainly: Plainly::FigureFirst,
        });
    }
}

fn value_of_line<'a>(line: &Line<'a>) -> &'a str {
    line.text.trim_matches(|c| is_decoration(c) || matches!(c, ':' | '：' | '='))
}

/// Takes a value that may go on in the next line: a range that is broken at its sign.
fn push_with_more(
    label: &Label,
    value: &str,
    at: usize,
    plainly: Plainly,
    below: &[Line<'_>],
    fields: &mut Vec<Field>,
) {
    let next = below.first().map_or("", |next| value_of_line(next));
    let head = &next[..next.floor_char_boundary(48)];
    let goes_on = label.of == LabelFor::Period
        && find_dates(value).count() == 1
        && find_dates(head).next().is_some_and(|found| found.start <= 12)
        && (joins(value.split_whitespace().next_back()) || joins(next.split_whitespace().next()));
    if goes_on {
        push(label, &format!("{value} {next}"), at, plainly, fields);
    } else {
        push(label, value, at, plainly, fields);
    }
}

fn push(label: &Label, value: &str, at: usize, plainly: Plainly, fields: &mut Vec<Field>) {
    let found = read_value(value, label);
    fields.extend(found.into_iter().map(|(field, value)| Field { field, value, at, plainly }));
}
