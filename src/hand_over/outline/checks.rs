//! The checks beside the rows, section by section.

use super::{Block, Table, heading, words_column};
use crate::report::{Check, Report, SectionId};
use crate::words;

pub fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = vec![heading(2, words!("page.checks-title"))];
    for &section in SectionId::ALL {
        let of_section = |check: &&Check| check.section == section;
        let checks: Vec<&Check> = report.checks.iter().filter(of_section).collect();
        if !checks.is_empty() {
            blocks.push(heading(3, section.name()));
            blocks.push(Block::Table(table(&checks)));
        }
    }
    blocks
}

fn table(checks: &[&Check]) -> Table {
    let columns = vec![
        words_column(words!("report.check")),
        words_column(words!("report.outcome")),
        words_column(words!("report.why")),
    ];
    let row = |check: &&Check| {
        vec![check.name().to_owned(), check.outcome.word().to_owned(), check.says()]
    };
    Table { columns, rows: checks.iter().map(row).collect() }
}
