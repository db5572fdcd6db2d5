//! What the report comes to, and what it was assessed against.

use super::{Block, Entry, Table, entry, heading, list, words_column};
use crate::hand_over::said::say;
use crate::profile::built_in;
use crate::report::Report;
use crate::text::day;
use crate::words;

pub fn blocks(report: &Report) -> Vec<Block> {
    let verdict = entry(words!("page.verdict"), report.verdict.word());
    let mut blocks = Vec::new();
    blocks.extend(list(vec![entry(words!("report.date"), day(&report.today)), verdict]));
    blocks.push(Block::Paragraph(report.says()));
    blocks.push(Block::Table(sections(report)));
    blocks.push(heading(2, words!("page.requirements-title")));
    blocks.extend(list(profile(report)));
    blocks.extend(link(report));
    blocks.extend(changes(report));
    blocks
}

fn sections(report: &Report) -> Table {
    let row = |section: &crate::report::Section| {
        vec![section.id.name().to_owned(), section.verdict.word().to_owned()]
    };
    Table {
        columns: vec![words_column(words!("report.section")), words_column(words!("page.verdict"))],
        rows: report.sections.iter().map(row).collect(),
    }
}

fn profile(report: &Report) -> Vec<Entry> {
    let profile = &report.profile;
    let date = profile.source_date.as_deref().map(day);
    let date = date.unwrap_or_else(|| words!("report.no-source-date").into());
    let named = [("name", profile.name().into()), ("aside", profile.id.as_str().into())];
    let titled = say("label.aside", &named);
    vec![
        entry(words!("page.profile"), titled),
        entry(words!("report.source"), profile.source.as_str()),
        entry(words!("report.source-date"), date),
        entry(words!("page.region"), profile.region.as_str()),
    ]
}

/// To the document, where it is one of the product's own table: another may lead anywhere.
fn link(report: &Report) -> Option<Block> {
    let of_table = built_in(&report.profile.id)?;
    let (text, url) = (of_table.name().to_owned(), of_table.source.to_string());
    url.starts_with("https://").then_some(Block::Link { text, url })
}

/// What is changed of the document's minimum config.
fn changes(report: &Report) -> Vec<Block> {
    let notices = report.notices.iter().filter(|notice| notice.is_change());
    let changes = list(notices.map(|notice| entry("", notice.says())).collect());
    let title = changes.is_some().then(|| heading(3, words!("page.changes")));
    title.into_iter().chain(changes).collect()
}
