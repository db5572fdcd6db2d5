//! The welcome email: license ID, core size and validity period, under whatever labels.

mod labels;
mod plain;
mod values;

use std::borrow::Cow;

use super::{Passage, TextFormat, plain_lines};
use crate::data::license_labels::{ABOUT_A_LICENSE, LabelFor};
use crate::read::dates::find_dates;
use crate::read::reader::Reader;
use crate::read::{LicenseValue, What};
use crate::report::{LicenseField, Severity};
use crate::text::Reason;
use labels::{
    Label, begins_with_label, is_about_other_thing, labels, may_go_on, rest_of_label, whole_label,
};
use plain::Plain;
pub use values::core_size;
use values::{begins, goes_on, is_verb, read_value, without_verb};

/// Text with a license ID in it, or with two other fields of a license.
pub const FORMAT: TextFormat = TextFormat {
    id: "license-email",
    sure,
    read,
    takes: |_| true,
    is_list: false,
    is_tools: false,
};

fn sure(passage: &Passage<'_>) -> u8 {
    let may_be = may_be_about_a_license(passage.text);
    if !may_be || fields(passage.text, Look::WhereFiguresAre).is_empty() { 0 } else { 60 }
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    for Field { field, value, at, .. } in fields(passage.text, Look::Everywhere) {
        reader.license(passage.at + at, What::License { field, value });
    }
    // It may be the account's figure or one that the mail speaks of.
    for line in passage.lines.iter().filter(|line| (plain_lines::FORMAT.takes)(line)) {
        let found: String = line.text.trim().chars().take(40).collect();
        let reason = Reason::FigureInMail { found: found.into() };
        reader.problem(line.at, Severity::Warning, reason);
    }
}

/// Whether one of the words stands in a text without which nothing in it is read; each label of an
/// ID has one.
fn may_be_about_a_license(text: &str) -> bool {
    const BEGINS: [bool; 256] = {
        let mut begins = [false; 256];
        let mut index = 0;
        while index < ABOUT_A_LICENSE.len() {
            let first = ABOUT_A_LICENSE[index].as_bytes()[0];
            begins[first as usize] = true;
            begins[first.to_ascii_uppercase() as usize] = true;
            index += 1;
        }
        begins
    };
    let bytes = text.as_bytes();
    let mut firsts = bytes.iter().enumerate().filter(|(_, byte)| BEGINS[usize::from(**byte)]);
    firsts.any(|(at, _)| {
        ABOUT_A_LICENSE.iter().any(|word| {
            let found = bytes.get(at..at + word.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
        })
    })
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

/// Where fields are looked for. Every value that can be read has a figure in it; one that cannot is
/// still to be named in a license's mail, but not looked for in all other prose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    WhereFiguresAre,
    Everywhere,
}

/// One field with its value and the value's offset.
struct Field {
    field: LicenseField,
    value: LicenseValue,
    at: usize,
    plainly: Plainly,
}

/// The fields, those last that are said most plainly; of all but the ID only those. None where
/// the text may be about anything else.
fn fields(text: &str, look: Look) -> Vec<Field> {
    let plain = Plain::of(text);
    let mut fields = fields_of_plain(&plain.text, look);
    let has = |of: LicenseField| fields.iter().any(|field| field.field == of);
    let several = || LicenseField::ALL.iter().filter(|of| has(**of)).count() >= 2;
    let counts = has(LicenseField::Id) || (several() && is_about_a_license(&plain.text, &fields));
    if !counts {
        return Vec::new();
    }
    for field in &mut fields {
        field.at = plain.place(field.at);
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

/// Whether dates and cores are a license's where no ID is: a line of theirs says so, or there is
/// a core size under a label in a text that says so.
fn is_about_a_license(text: &str, fields: &[Field]) -> bool {
    let says = |text: &str| {
        let lower = text.to_lowercase();
        ABOUT_A_LICENSE.iter().any(|word| lower.contains(word))
    };
    // Of a line that is as long as the paste only the words around.
    let line = |at: usize| {
        let before = &text[text.ceil_char_boundary(at.saturating_sub(200))..at];
        let behind = &text[at..text.floor_char_boundary(at + 200)];
        let start = before.rfind('\n').map_or(before.len(), |end| before.len() - end - 1);
        &text[at - start..at + behind.find('\n').unwrap_or(behind.len())]
    };
    let is_labelled_size =
        |field: &Field| field.field == LicenseField::CoreSize && field.plainly == Plainly::Labelled;
    fields.iter().any(|field| says(line(field.at)))
        || (fields.iter().any(is_labelled_size) && says(text))
}

/// How many lines below a label its value may stand.
const REACH: usize = 4;

fn fields_of_plain(text: &str, look: Look) -> Vec<Field> {
    let lines = lines(text);
    // The first line from the current one on that has a figure.
    let mut figure = 0;
    let mut fields = Vec::new();
    // Rows of a table whose heading stands above them end here.
    let mut read = 0;
    for (index, line) in lines.iter().enumerate() {
        if index < read {
            continue;
        }
        let below = &lines[index + 1..];
        if look == Look::WhereFiguresAre {
            figure = figure.max(index);
            figure += lines[figure..].iter().take_while(|line| !has_figure(line.text)).count();
            if figure == lines.len() || figure >= index + REACH {
                continue;
            }
        }
        let found = labels(line.text);
        if found.len() > 1 {
            let rows = heading_row(line, below, &mut fields);
            if rows > 0 {
                read = index + 1 + rows;
                continue;
            }
        }
        match below.first().filter(|next| is_wrapped(text, line, &found, next)) {
            Some(next) => {
                let joined = Stretch::joined(line, next);
                let mut labels = labels(&joined.text);
                let until = labels.partition_point(|label| label.start < line.text.len());
                let of_next = labels.get(until).copied();
                labels.truncate(until);
                let next_label = of_next.map(|label| label.start);
                fields_of_line(&joined, &labels, next_label, &below[1..], &mut fields);
                if let Some(label) = of_next.filter(|label| joined.begins_second(label)) {
                    figure_before(&joined, &label, &mut fields);
                }
            }
            None => fields_of_line(&Stretch::of(line), &found, None, below, &mut fields),
        }
    }
    fields
}

/// Whether a line has a digit, or may have an ID that was masked: 0xe2 begins the mask.
fn has_figure(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit() || byte == 0xe2)
}

/// Shortest line, in bytes, that a mail program may have wrapped.
const WRAPPED: usize = 40;

/// Whether what a line says of the license may go on in the next line of the same paragraph: a
/// sentence was wrapped in a label, behind it, or in its value.
fn is_wrapped(text: &str, line: &Line<'_>, labels: &[Label], next: &Line<'_>) -> bool {
    let is_next = matches!(&text[line.at + line.text.len()..next.at], "\n" | "\r\n" | "\r");
    if !is_next || line.text.contains(['|', '\t']) {
        return false;
    }
    let content = line.text.trim_end();
    let waits = labels.last().is_some_and(|label| {
        let stands_alone = line.text[..label.start].trim_matches(is_decoration).is_empty();
        let behind = line.text[label.end..].trim();
        is_verb(behind) || (behind.is_empty() && !stands_alone)
    });
    let figure_first = || {
        let next = next.text.trim_start_matches(is_decoration);
        content.ends_with(|c: char| c.is_ascii_digit()) && begins_with_label(next)
    };
    let opens = || figure_first() || may_go_on(content);
    waits || (content.len() >= WRAPPED && (!labels.is_empty() || opens()))
}

/// A line, or two that were one.
struct Stretch<'a> {
    text: Cow<'a, str>,
    at: usize,
    /// Where the second line begins, in `text` and in the whole.
    second: Option<(usize, usize)>,
}

impl<'a> Stretch<'a> {
    fn of(line: &Line<'a>) -> Stretch<'a> {
        Stretch { text: Cow::Borrowed(line.text), at: line.at, second: None }
    }

    fn joined(line: &Line<'a>, next: &Line<'a>) -> Stretch<'a> {
        let content = next.text.trim_start_matches(is_decoration);
        let second = (line.text.len() + 1, next.at + (next.text.len() - content.len()));
        let text = Cow::Owned(format!("{} {content}", line.text));
        Stretch { text, at: line.at, second: Some(second) }
    }

    /// Where a value ends that `until` bounds: a core size that stands in the first line has
    /// nothing to do with the second one's words.
    fn without_second(&self, label: &Label, until: usize) -> usize {
        let is_cores = label.of == LabelFor::Field(LicenseField::CoreSize);
        match self.second {
            Some((begins, _)) if is_cores && (label.end..until).contains(&begins) => {
                let first = &self.text[label.end..begins];
                if first.contains(|c: char| c.is_ascii_digit()) { begins - 1 } else { until }
            }
            _ => until,
        }
    }

    /// Whether a core size's label begins the second line, and the sentence of the first with it.
    fn begins_second(&self, label: &Label) -> bool {
        label.of == LabelFor::Field(LicenseField::CoreSize)
            && self.second.is_some_and(|(begins, _)| begins == label.start)
            && !rest_of_label(&self.text[label.end..]).1
    }

    /// The offset in the whole of what stands at `at`.
    fn place(&self, at: usize) -> usize {
        match self.second {
            Some((begins, whole)) if at >= begins => whole + (at - begins),
            _ => self.at + at,
        }
    }

    /// The offset in the whole of a part of the text.
    fn place_of(&self, part: &str) -> usize {
        self.place(part.as_ptr() as usize - self.text.as_ptr() as usize)
    }
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
    // Most lines show by one byte that there is more on them.
    let has_words = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_alphanumeric())
            || text.contains(|c| !is_decoration(c))
    };
    all.filter(|line| has_words(line.text)).collect()
}

/// What mail programs and Markdown put around a text.
fn is_decoration(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '|' | '>' | '<' | '"' | '`' | '•' | '#')
}

/// A table whose first row holds the labels: each cell of the rows below is a value. Gives how
/// many lines those are; none where it is no such table.
fn heading_row(line: &Line<'_>, below: &[Line<'_>], fields: &mut Vec<Field>) -> usize {
    let heads = cells(line);
    let named: Vec<Option<Label>> = heads.iter().map(|cell| whole_label(cell.text)).collect();
    // A column of something else is no value: it has no figure.
    let is_value = |cell: &Line<'_>| cell.text.contains(|c: char| c.is_ascii_digit() || c == ':');
    let has_value = heads.iter().zip(&named).any(|(cell, name)| name.is_none() && is_value(cell));
    if named.iter().flatten().count() < 2 || has_value {
        return 0;
    }
    let is_rule = |line: &&Line<'_>| {
        line.text.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | '_' | ' ' | '\t'))
    };
    let mut read = 0;
    for (index, row) in below.iter().enumerate().filter(|(_, row)| !is_rule(row)) {
        let values = cells(row);
        // A row with labels of its own begins another table.
        if values.len() != heads.len() || !labels(row.text).is_empty() {
            break;
        }
        for (label, cell) in named.iter().zip(values) {
            if let Some(label) = label {
                push(label, cell.text, cell.at, Plainly::Labelled, fields);
            }
        }
        read = index + 1;
    }
    read
}

/// The cells of a row: split at bars, at tabs, or at gaps of several blanks.
fn cells<'a>(line: &Line<'a>) -> Vec<Line<'a>> {
    let text = line.text;
    let separator = ["|", "\t", "  "].into_iter().find(|mark| text.trim().contains(mark));
    let parts = text.split(separator.unwrap_or("\n"));
    let offset = |part: &str| line.at + (part.as_ptr() as usize - text.as_ptr() as usize);
    let trimmed = parts.map(|part| part.trim_matches(is_decoration));
    let cells = trimmed.filter(|part| !part.is_empty());
    cells.map(|part| Line { at: offset(part), text: part }).collect()
}

/// The fields behind `labels`, which stand in `line` before `next_label`.
fn fields_of_line(
    line: &Stretch<'_>,
    labels: &[Label],
    next_label: Option<usize>,
    below: &[Line<'_>],
    fields: &mut Vec<Field>,
) {
    for (index, label) in labels.iter().enumerate() {
        let is_id = label.of == LabelFor::Field(LicenseField::Id);
        let is_size = label.of == LabelFor::Field(LicenseField::CoreSize);
        if !is_id && is_about_other_thing(&line.text[..label.start]) {
            continue;
        }
        let until = labels.get(index + 1).map(|next| next.start).or(next_label);
        let until = until.unwrap_or(line.text.len());
        let until = line.without_second(label, until);
        let behind = &line.text[label.end..until];
        let (value, is_signed) = rest_of_label(behind);
        let value = if is_size { first_column(value) } else { value };
        let stands_alone = line.text[..label.start].trim_matches(is_decoration).is_empty();
        let bare = without_verb(value);
        if value.is_empty() && stands_alone && until == line.text.len() {
            if let Some(next) = below.first().filter(|next| begins(value_of_line(next), label.of)) {
                let value = value_of_line(next);
                let at = next.at + (value.as_ptr() as usize - next.text.as_ptr() as usize);
                push_with_more(label, value, at, Plainly::Labelled, &below[1..], fields);
            }
        } else if is_signed && !value.is_empty() {
            push_with_more(label, value, line.place_of(value), Plainly::Labelled, below, fields);
        } else if begins(bare, label.of) {
            push_with_more(label, bare, line.place_of(bare), Plainly::InASentence, below, fields);
        } else if is_size {
            figure_before(line, label, fields);
        }
    }
}

/// What stands before a gap: "64" of "64      Region: us-west-2".
fn first_column(value: &str) -> &str {
    let gap = ["  ", "\t", "|"].iter().filter_map(|gap| value.find(gap)).min();
    &value[..gap.unwrap_or(value.len())]
}

/// "80 CPU cores", "80 个 CPU 核心": the figure stands before its label.
fn figure_before(line: &Stretch<'_>, label: &Label, fields: &mut Vec<Field>) {
    let is_counter = |c: char| c == ' ' || matches!(c, '个' | '個' | '颗' | '顆' | 'の');
    let before = line.text[..label.start].trim_end_matches(is_counter);
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || c == ',')).map_or(0, |at| at + 1);
    // `rfind` may have found a letter of several bytes.
    let start =
        (start..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    // The end of a longer number, such as a telephone's, counts nothing.
    let ahead = &before[..start];
    let is_longer = |c: char| c.is_ascii_digit() || c == ')';
    if ahead.ends_with(['-', '+', '/', '.', '#']) || ahead.trim_end().ends_with(is_longer) {
        return;
    }
    if let Some(cores) = core_size(&before[start..]) {
        fields.push(Field {
            field: LicenseField::CoreSize,
            value: LicenseValue::Cores(cores),
            at: line.place(start),
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
    let is_period = matches!(label.of, LabelFor::Period | LabelFor::PeriodOrEnd);
    let is_range = is_period
        && find_dates(value).count() == 1
        && find_dates(head).next().is_some_and(|found| found.start <= 12)
        && goes_on(value, next);
    if is_range {
        push(label, &format!("{value} {next}"), at, plainly, fields);
    } else {
        push(label, value, at, plainly, fields);
    }
}

fn push(label: &Label, value: &str, at: usize, plainly: Plainly, fields: &mut Vec<Field>) {
    let found = read_value(value, label);
    fields.extend(found.into_iter().map(|(field, value)| Field { field, value, at, plainly }));
}
