//! The license: its fields with where they were read, its state, and what is wrong with it.

use super::{Block, Entry, Table, entry, heading, list, words_column};
use crate::hand_over::said::{coverage, license_from, license_value, say};
use crate::report::{LicenseField, LicenseState, Report};
use crate::text::day;
use crate::words;

pub fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = vec![heading(2, words!("page.license-title"))];
    blocks.push(Block::Table(fields(report)));
    blocks.extend(list(state(report)));
    blocks
}

fn fields(report: &Report) -> Table {
    let columns = vec![
        words_column(words!("report.field")),
        words_column(words!("report.value")),
        words_column(words!("report.read-from")),
    ];
    let row = |field: &LicenseField| {
        let value = license_value(&report.license, *field).map(|value| day(&value).into_owned());
        let value = value.unwrap_or_else(|| "–".to_owned());
        vec![field.name().to_owned(), value, license_from(report, *field)]
    };
    Table { columns, rows: LicenseField::ALL.iter().map(row).collect() }
}

fn state(report: &Report) -> Vec<Entry> {
    let license = &report.license;
    let has_time = matches!(license.state, LicenseState::Active | LicenseState::Expiring);
    let state = match license.days_left.filter(|_| has_time) {
        Some(days) => {
            let params = [("state", license.state.word().into()), ("days", days.into())];
            say("report.state-days", &params)
        }
        None => license.state.word().to_owned(),
    };
    let mut entries = vec![entry(words!("report.state"), state)];
    let covers = license.coverage.map(|covers| entry(words!("report.coverage"), coverage(covers)));
    entries.extend(covers);
    let problems = license.problems.iter();
    entries.extend(problems.map(|problem| entry(problem.severity.word(), problem.says())));
    entries
}
