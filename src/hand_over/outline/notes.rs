//! What stands below the findings: whose turn it is, notices, sources, and what is not promised.

use super::{Block, Entry, Table, entry, heading, list, number_column, words_column};
use crate::hand_over::said::{place, say};
use crate::next::by_actor;
use crate::report::{Diagnostic, Report, Source, format_name};
use crate::text::list as list_of;
use crate::words;

pub fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = titled(words!("report.turns"), list(turns(report)));
    blocks.extend(titled(words!("page.notices"), list(notices(report))));
    let sources = (!report.sources.is_empty()).then(|| Block::Table(sources(report)));
    blocks.extend(titled(words!("page.sources-list"), sources));
    blocks.extend(list(problems(report)));
    blocks.extend(titled(words!("report.no-promise"), list(promises(report))));
    blocks
}

/// A block under its heading, where there is one.
fn titled(title: &str, block: Option<Block>) -> Vec<Block> {
    block.map_or_else(Vec::new, |block| vec![heading(2, title), block])
}

/// Who can do something about what is still open.
fn turns(report: &Report) -> Vec<Entry> {
    let of = |steps: Vec<crate::next::Step>| {
        let named = steps.into_iter().map(|step| match step.is_failing {
            true => say("report.missing", &[("name", step.item.name().into())]),
            false => step.item.name().to_owned(),
        });
        named.collect::<Vec<_>>().join(words!("list.semicolon"))
    };
    by_actor(report).into_iter().map(|(who, steps)| entry(who.name(), of(steps))).collect()
}

fn notices(report: &Report) -> Vec<Entry> {
    let others = report.notices.iter().filter(|notice| !notice.is_change());
    others.map(|notice| entry(notice.severity.word(), notice.says())).collect()
}

fn sources(report: &Report) -> Table {
    let columns = vec![
        words_column(words!("report.name")),
        words_column(words!("report.format")),
        number_column(words!("report.facts")),
        number_column(words!("report.ignored")),
        words_column(words!("report.accounts")),
        words_column(words!("report.regions")),
    ];
    let row = |source: &Source| {
        vec![
            source.shown(),
            format_name(source.format).to_owned(),
            source.facts.to_string(),
            source.ignored.to_string(),
            list_of(&source.accounts),
            list_of(&source.regions),
        ]
    };
    Table { columns, rows: report.sources.iter().map(row).collect() }
}

/// What could not be read, and where.
fn problems(report: &Report) -> Vec<Entry> {
    let of = |(index, source): (usize, &Source)| {
        let at = |problem: &Diagnostic| match problem.line {
            Some(line) => place(report, index, line),
            None => source.shown(),
        };
        let said = |problem: &Diagnostic| entry(&at(problem), problem.says());
        source.problems.iter().map(said).collect::<Vec<_>>()
    };
    report.sources.iter().enumerate().flat_map(of).collect()
}

fn promises(report: &Report) -> Vec<Entry> {
    let title = report.profile.title.as_str();
    vec![
        entry("", words!("report.promise-capacity")),
        entry("", say("report.promise-sources", &[("date", report.today.as_str().into())])),
        entry("", say("report.promise-figures", &[("title", title.into())])),
    ]
}
