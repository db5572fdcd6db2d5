//! The welcome email: license ID, core size and validity period, under whatever labels.

use super::TextFormat;
use crate::data::license_labels::{LICENSE_LABELS, LabelFor, OTHER_THINGS};
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
    for Field { field, value, at, .. } in fields(text) {
        reader.fact(start + at, What::License { field, value }, None, None);
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
        if !heading_row(line, below, &mut fields) {
            fields_of_line(line, below, &mut fields);
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

/// A label and where it stands in its line.
#[derive(Clone, Copy)]
struct Label {
    name: &'static str,
    of: LabelFor,
    start: usize,
    end: usize,
}

/// The labels in a line, in order; of two at one place, the longer.
fn labels(line: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let here = LICENSE_LABELS.iter().filter_map(|(name, of, _)| {
            let length = label_length(&line[start..], name)?;
            Some(Label { name, of: *of, start, end: start + length })
        });
        let longest = here.max_by_key(|label| label.end);
        let end = longest.map_or(start, |label| label.end);
        labels.extend(longest);
        start = next_word(line, end);
    }
    labels
}

/// How much of `text` is the label `name`: without case, any blanks for a blank, a whole word.
fn label_length(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            let bare = rest.trim_start_matches(char::is_whitespace);
            if bare.len() == rest.len() {
                return None;
            }
            rest = bare;
        }
        let (head, tail) = rest.split_at_checked(word.len())?;
        if !head.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = tail;
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}

fn next_word(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let gap = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    from + gap + rest[gap..].find(char::is_alphanumeric).unwrap_or(rest.len() - gap)
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

/// The label that a cell consists of.
fn whole_label(cell: &str) -> Option<Label> {
    labels(cell)
        .into_iter()
        .find(|label| label.start == 0 && rest_of_label(&cell[label.end..]).0.is_empty())
}

fn fields_of_line(line: &Line<'_>, below: &[Line<'_>], fields: &mut Vec<Field>) {
    let labels = labels(line.text);
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

/// Whether the words before a label make it one of something else: "used cores", "link expires".
fn is_about_other_thing(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or("").to_ascii_lowercase();
    OTHER_THINGS.contains(&word.trim_matches(is_decoration))
}

/// What stands behind a label, past a unit in brackets, leaders and the sign between them; and
/// whether there was such a sign. Without one a label is a word of a sentence.
fn rest_of_label(behind: &str) -> (&str, bool) {
    let is_sign = |c: char| matches!(c, ':' | '：' | '=' | '–' | '—' | '-');
    let has_gap = behind.starts_with(['|', '\t']) || behind.starts_with("  ");
    let bare = behind.trim_start_matches(is_decoration);
    let bare = match bare.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest.trim_start_matches(is_decoration),
        None => bare,
    };
    let bare = bare.trim_start_matches(['.', ' ']);
    let signed = bare.trim_start_matches(is_sign);
    let is_signed = has_gap || signed.len() != bare.len();
    (signed.trim_matches(is_decoration), is_signed)
}

fn value_of_line<'a>(line: &Line<'a>) -> &'a str {
    line.text.trim_matches(|c| is_decoration(c) || matches!(c, ':' | '：' | '='))
}

fn without_verb(value: &str) -> &str {
    let verbs = ["is ", "are ", "of ", "will be "];
    verbs.iter().find_map(|verb| value.strip_prefix(verb)).unwrap_or(value)
}

/// Whether a value of this kind stands right at the beginning.
fn begins(value: &str, of: LabelFor) -> bool {
    match of {
        LabelFor::Field(LicenseField::CoreSize) => value.starts_with(|c: char| c.is_ascii_digit()),
        LabelFor::Field(LicenseField::Id) => id_token(value).contains(|c: char| c.is_ascii_digit()),
        LabelFor::Field(_) | LabelFor::Period => {
            find_dates(value).next().is_some_and(|found| found.start <= 24)
        }
    }
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
    let goes_on = label.of == LabelFor::Period
        && find_dates(value).count() == 1
        && find_dates(next).next().is_some_and(|found| found.start <= 12)
        && (joins(value.split_whitespace().next_back()) || joins(next.split_whitespace().next()));
    if goes_on {
        push(label, &format!("{value} {next}"), at, plainly, fields);
    } else {
        push(label, value, at, plainly, fields);
    }
}

/// Whether a word joins the two dates of a range.
fn joins(word: Option<&str>) -> bool {
    matches!(word, Some("–" | "—" | "-" | "~" | "to" | "until" | "through" | "till" | "and"))
}

fn push(label: &Label, value: &str, at: usize, plainly: Plainly, fields: &mut Vec<Field>) {
    let found = read_value(value, label);
    fields.extend(found.into_iter().map(|(field, value)| Field { field, value, at, plainly }));
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
