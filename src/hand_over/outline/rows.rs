//! The rows: the document's table, and for each row why it stands as it does and what to do.

use super::{Block, Entry, Table, entry, heading, list, number_column, words_column};
use crate::hand_over::said::{bar, basis, limit_place, row_explanation, say, use_from};
use crate::hand_over::svg;
use crate::profile::document::title;
use crate::report::{AlsoQuota, Amount, QuotaInfo, Report, Resource};
use crate::text::labelled;
use crate::words;

pub fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = vec![
        heading(2, words!("page.resources-title")),
        Block::Picture { svg: svg::picture(report), text: svg::says(report) },
        Block::Table(table(report)),
        heading(2, words!("report.rows")),
    ];
    for row in &report.resources {
        blocks.push(heading(3, &labelled(title(row.id), row.status.word())));
        blocks.push(Block::Paragraph(row_explanation(row)));
        blocks.extend(list(figures(row, report)));
        blocks.extend(steps(row));
    }
    blocks
}

fn table(report: &Report) -> Table {
    let columns = vec![
        words_column(words!("page.column-resource")),
        number_column(words!("page.column-required")),
        number_column(words!("page.column-limit")),
        number_column(words!("page.column-in-use")),
        number_column(words!("page.column-available")),
        number_column(words!("page.column-shortfall")),
        words_column(words!("page.column-status")),
        words_column(words!("report.covered")),
    ];
    let cells = |row: &Resource| {
        vec![
            title(row.id).to_owned(),
            row.required.shown().to_owned(),
            shown(row.limit.as_ref()),
            in_use(row),
            shown(row.available.as_ref()),
            shown(row.shortfall.as_ref()),
            row.status.word().to_owned(),
            bar(row),
        ]
    };
    Table { columns, rows: report.resources.iter().map(cells).collect() }
}

fn shown(amount: Option<&Amount>) -> String {
    amount.map_or("–", Amount::shown).to_owned()
}

fn in_use(row: &Resource) -> String {
    match &row.in_use {
        Some(used) if row.in_use_is_lower_bound => {
            say("report.at-least", &[("amount", used.text.as_str().into())])
        }
        used => shown(used.as_ref()),
    }
}

/// Where the figures come from, and the near quotas that do not decide.
fn figures(row: &Resource, report: &Report) -> Vec<Entry> {
    let figure = |amount: &str, from: String| {
        say("report.figure", &[("amount", amount.into()), ("from", from.into())])
    };
    let mut entries: Vec<Entry> =
        row.quota.iter().map(|quota| entry(words!("page.quota"), named(quota))).collect();
    if let Some(limit) = &row.limit {
        let basis = row.basis.map_or("", basis);
        let from = match limit_place(row, report) {
            Some(place) => {
                say("report.basis-place", &[("basis", basis.into()), ("place", place.into())])
            }
            None => basis.to_owned(),
        };
        entries.push(entry(words!("page.column-limit"), figure(limit.shown(), from)));
    }
    if row.in_use.is_some() {
        let from = use_from(row, report);
        entries.push(entry(words!("page.column-in-use"), figure(&in_use(row), from)));
    }
    if let (Some(available), None) = (&row.available, &row.in_use) {
        let from = words!("report.basis-stated").to_owned();
        entries.push(entry(words!("page.column-available"), figure(available.shown(), from)));
    }
    let given = row.also.iter().filter(|also| also.limit.is_some() || also.in_use.is_some());
    entries.extend(given.map(|also| entry(words!("report.beside"), beside(also))));
    entries
}

fn named(quota: &QuotaInfo) -> String {
    let scope = match quota.scope {
        "global" => words!("report.scope-global"),
        "vpc" => words!("report.scope-vpc"),
        _ => words!("report.scope-region"),
    };
    let params = [
        ("name", quota.quota_name.into()),
        ("service", quota.service_code.into()),
        ("code", quota.quota_code.into()),
        ("scope", scope.into()),
    ];
    say("report.quota", &params)
}

fn beside(also: &AlsoQuota) -> String {
    let params = [
        ("name", also.quota_name.into()),
        ("code", also.quota_code.into()),
        ("limit", shown(also.limit.as_ref()).into()),
        ("used", shown(also.in_use.as_ref()).into()),
    ];
    say("report.beside-figures", &params)
}

/// What to do, and the request where one is the way.
fn steps(row: &Resource) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !row.steps.is_empty() {
        let entries = row.steps.iter().map(|step| entry("", step.says())).collect();
        blocks.push(Block::Paragraph(words!("report.steps").to_owned()));
        blocks.push(Block::List { is_ordered: true, entries });
    }
    if let Some(remedy) = &row.remedy {
        blocks.push(Block::Code { language: "sh", text: remedy.command.clone() });
        let text = words!("report.open-console").to_owned();
        blocks.push(Block::Link { text, url: remedy.console_url.clone() });
    }
    blocks
}
