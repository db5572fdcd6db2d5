//! The report as one table for a spreadsheet: a row for each resource, field of the license and
//! check.
//!
//! It begins with a byte order mark, since Excel takes a file without one for the system's own code
//! page. Its format is RFC 4180's.

use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

use super::plain;
use super::said::{license_from, license_value, limit_place, row_explanation, use_from};
use crate::profile::document::title;
use crate::report::{Amount, Check, Diagnostic, LicenseField, Report, Resource, SectionId};
use crate::text::Param;
use crate::words;

/// What a row of the file is made from.
#[derive(Default)]
struct Line {
    section: &'static str,
    id: String,
    item: String,
    status: &'static str,
    value: String,
    required: String,
    limit: String,
    in_use: String,
    lower_bound: &'static str,
    available: String,
    shortfall: String,
    unit: &'static str,
    desired: String,
    desired_unit: &'static str,
    why: String,
    to_do: String,
    evidence: String,
}

/// A column: its title, and its cell in a row of a report.
type Column = (fn() -> &'static str, fn(&Line, &Report) -> String);

/// Amounts stand in columns apart from their units, so that a spreadsheet can count with them.
#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    (|| words!("report.section"), |line, _| line.section.to_owned()),
    (|| words!("report.id"), |line, _| line.id.clone()),
    (|| words!("report.item"), |line, _| line.item.clone()),
    (|| words!("page.column-status"), |line, _| line.status.to_owned()),
    (|| words!("report.value"), |line, _| line.value.clone()),
    (|| words!("page.column-required"), |line, _| line.required.clone()),
    (|| words!("page.column-limit"), |line, _| line.limit.clone()),
    (|| words!("page.column-in-use"), |line, _| line.in_use.clone()),
    (|| words!("report.lower-bound"), |line, _| line.lower_bound.to_owned()),
    (|| words!("page.column-available"), |line, _| line.available.clone()),
    (|| words!("page.column-shortfall"), |line, _| line.shortfall.clone()),
    (|| words!("report.unit"), |line, _| line.unit.to_owned()),
    (|| words!("report.desired"), |line, _| line.desired.clone()),
    (|| words!("report.desired-unit"), |line, _| line.desired_unit.to_owned()),
    (|| words!("report.why"), |line, _| line.why.clone()),
    (|| words!("report.to-do"), |line, _| line.to_do.clone()),
    (|| words!("report.evidence"), |line, _| line.evidence.clone()),
    (|| words!("report.date"), |_, report| report.today.clone()),
    (|| words!("page.profile"), |_, report| report.profile.title.clone()),
    (|| words!("page.region"), |_, report| report.profile.region.clone()),
];

/// The file.
pub fn csv(report: &Report) -> String {
    let mut file = File::new();
    file.row(COLUMNS.iter().map(|(title, _)| title().to_owned()));
    let rows = report.resources.iter().map(|row| of_row(row, report));
    let fields = LicenseField::ALL.iter().map(|field| of_field(*field, report));
    let license = fields.chain([state(report), days_left(report)]);
    let checks = report.checks.iter().map(of_check);
    for line in [whole(report)].into_iter().chain(rows).chain(license).chain(checks) {
        file.row(COLUMNS.iter().map(|(_, cell)| cell(&line, report)));
    }
    file.text()
}

fn whole(report: &Report) -> Line {
    Line {
        section: words!("page.verdict"),
        id: "verdict".to_owned(),
        item: words!("page.verdict").to_owned(),
        status: report.verdict.word(),
        why: report.summary.clone(),
        ..Line::default()
    }
}

fn of_row(row: &Resource, report: &Report) -> Line {
    let steps: Vec<&str> = row.steps.iter().map(|step| step.explanation.as_str()).collect();
    let used = row.in_use.as_ref().map(|_| use_from(row, report));
    let evidence: Vec<String> = limit_place(row, report).into_iter().chain(used).collect();
    Line {
        section: SectionId::Resources.name(),
        id: row.id.as_str().to_owned(),
        item: title(row.id).to_owned(),
        status: row.status.word(),
        required: number(Some(&row.required)),
        limit: number(row.limit.as_ref()),
        in_use: number(row.in_use.as_ref()),
        lower_bound: if row.in_use_is_lower_bound { words!("report.yes") } else { "" },
        available: number(row.available.as_ref()),
        shortfall: number(row.shortfall.as_ref()),
        unit: row.required.unit,
        desired: row
            .remedy
            .as_ref()
            .map(|remedy| remedy.desired_value.to_string())
            .unwrap_or_default(),
        desired_unit: row.remedy.as_ref().map_or("", |remedy| remedy.unit),
        why: row_explanation(row),
        to_do: steps.join(" "),
        evidence: evidence.join("; "),
        ..Line::default()
    }
}

fn of_field(field: LicenseField, report: &Report) -> Line {
    let about = ("field", &Param::from(field.as_str()));
    let is_named = |problem: &&Diagnostic| problem.reason.params().contains(&about);
    let problems = report.license.problems.iter().filter(is_named);
    let problems: Vec<&str> = problems.map(|problem| problem.message.as_str()).collect();
    Line {
        section: SectionId::License.name(),
        id: field.as_str().to_owned(),
        item: field.name().to_owned(),
        value: license_value(&report.license, field).unwrap_or_default(),
        why: problems.join(" "),
        evidence: license_from(report, field),
        ..Line::default()
    }
}

fn state(report: &Report) -> Line {
    let problems = report.license.problems.iter().map(|problem| problem.message.as_str());
    Line {
        section: SectionId::License.name(),
        id: "state".to_owned(),
        item: words!("report.state").to_owned(),
        status: report.license.state.word(),
        why: problems.collect::<Vec<_>>().join(" "),
        ..Line::default()
    }
}

fn days_left(report: &Report) -> Line {
    Line {
        section: SectionId::License.name(),
        id: "daysLeft".to_owned(),
        item: words!("report.days-left").to_owned(),
        value: report.license.days_left.map(|days| days.to_string()).unwrap_or_default(),
        ..Line::default()
    }
}

fn of_check(check: &Check) -> Line {
    Line {
        section: check.section.name(),
        id: check.id.as_str().to_owned(),
        item: check.label.clone(),
        status: check.outcome.word(),
        why: check.explanation.clone(),
        ..Line::default()
    }
}

/// An amount as a number alone; "Unlimited" where it has none, and nothing where it is not known.
fn number(amount: Option<&Amount>) -> String {
    let Some(amount) = amount else { return String::new() };
    let Some(thousandths) = amount.thousandths() else { return amount.text.clone() };
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let number = format!("{sign}{whole}.{rest:03}");
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `cell` with a quote before every sign by which a spreadsheet would take it for a formula. One
/// that parts cells at semicolons begins a cell behind each.
fn harmless(cell: &str) -> String {
    let cell = plain::line(cell);
    if is_number(&cell) {
        return cell;
    }
    let mut harmless = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for c in cell.chars() {
        if begins && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            harmless.push('\'');
        }
        harmless.push(c);
        let is_nothing = c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '‘' | '`');
        begins = matches!(c, ',' | ';') || begins && is_nothing;
    }
    harmless
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(rest)
}

/// What is written, row by row.
struct File {
    writer: Writer,
    bytes: Vec<u8>,
}

impl File {
    fn new() -> File {
        let writer = WriterBuilder::new().terminator(Terminator::CRLF).build();
        File { writer, bytes: "\u{feff}".as_bytes().to_vec() }
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                self.write(Writer::delimiter);
            }
            let cell = harmless(&cell);
            let mut rest = cell.as_bytes();
            self.write(|writer, room| {
                let (result, read, written) = writer.field(rest, room);
                rest = &rest[read..];
                (result, written)
            });
        }
        self.write(Writer::terminator);
    }

    /// Until everything has found room.
    fn write(&mut self, mut step: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        loop {
            let mut room = [0; 256];
            let (result, written) = step(&mut self.writer, &mut room);
            self.bytes.extend_from_slice(&room[..written]);
            if matches!(result, WriteResult::InputEmpty) {
                return;
            }
        }
    }

    fn text(self) -> String {
        // Whole texts with ASCII between them.
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_a_formula_and_a_number_stays_one() {
        for (cell, expected) in [
            ("80", "80"),
            ("-3", "-3"),
            ("-0.5", "-0.5"),
            ("-3+cmd", "'-3+cmd"),
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("  =1", "  '=1"),
            ("\"=1", "\"'=1"),
            ("'@x", "''@x"),
            ("＝1", "'＝1"),
            ("\t=1", "␉=1"),
            ("a;=1", "a;'=1"),
            ("a, +1", "a, '+1"),
            ("AWS’s default; 5", "AWS’s default; 5"),
            ("EC2-VPC Elastic IPs", "EC2-VPC Elastic IPs"),
            ("–", "–"),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
