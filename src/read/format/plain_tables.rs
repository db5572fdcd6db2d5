//! Tables that a person made: what people call a quota, its limit, and how much is in use.

use super::{DocumentFormat, plain_lines};
use crate::quantity::Decimal;
use crate::read::reader::Reader;
use crate::read::tree::{Node, Value};
use crate::report::Severity;
use crate::text::Reason;

/// `Resource,Limit,Used` above rows such as `vCPU,128,20`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "plain-table", sure, read };

// Headings in the bare form of `Node::get`.
const NAME: &[&str] = &["resource", "quota", "quotaname", "name", "limitname", "item", "service"];
const LIMIT: &[&str] = &["limit", "quotalimit", "currentlimit", "max", "maximum", "quotavalue"];
const USED: &[&str] = &["inuse", "used", "usage", "currentusage", "use"];
const REGION: &[&str] = &["region"];

/// Columns that say nothing which changes what the others say.
const BESIDE: &[&str] = &[
    "available",
    "free",
    "remaining",
    "status",
    "comment",
    "comments",
    "note",
    "notes",
    "required",
    "need",
    "needed",
];

/// The columns of a table, each with what its rows have to have: names in the first one, and
/// nothing whose meaning is not known.
fn is_table(row: &Node<'_>) -> bool {
    let bare = |key: &str| -> String {
        let letters = key.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
        letters.collect::<String>().to_ascii_lowercase()
    };
    let keys: Vec<String> = row.keys().map(bare).collect();
    let is_of = |key: &String, names: &[&str]| names.contains(&key.as_str());
    let count = |names: &[&str]| keys.iter().filter(|key| is_of(key, names)).count();
    let Some((first, others)) = keys.split_first() else { return false };
    // "Quota" beside a resource is its limit.
    let is_known = |key: &String| {
        [LIMIT, USED, REGION, BESIDE].iter().any(|names| is_of(key, names)) || key == "quota"
    };
    let limits = count(LIMIT) + usize::from(others.iter().any(|key| key == "quota"));
    is_of(first, NAME)
        && others.iter().all(is_known)
        && limits <= 1
        && count(USED) <= 1
        && limits + count(USED) > 0
}

fn sure(root: &Node<'_>) -> u8 {
    let rows = root.list().unwrap_or_default();
    let named =
        |row: &Node<'_>| name(row).is_some_and(|name| plain_lines::labelled(&name).is_some());
    if rows.first().is_some_and(is_table) && rows.iter().any(named) { 75 } else { 0 }
}

/// What stands in the first column, in lower case.
fn name(row: &Node<'_>) -> Option<String> {
    Some(first(row)?.trim().to_ascii_lowercase())
}

fn first<'n>(row: &'n Node<'_>) -> Option<&'n str> {
    let Value::Map(cells) = &row.value else { return None };
    cells.values().next()?.text()
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    for row in root.list().unwrap_or_default().iter().filter(|row| row.whole) {
        let is_name = |key: &str| key.eq_ignore_ascii_case("quota");
        let limits = if row.keys().skip(1).any(is_name) { &["quota"][..] } else { LIMIT };
        let cells = [(row.get(limits), false), (row.get(USED), true)];
        let figures = cells.map(|(cell, is_use)| {
            let text = cell.and_then(Node::number).filter(|text| !text.is_empty());
            text.map(|text| (cell.map_or(row.at, |cell| cell.at), text, is_use))
        });
        let Some(name) = name(row).filter(|name| !name.is_empty()) else { continue };
        let Some(quota) = plain_lines::labelled(&name) else {
            // A row of another name is no figure that is needed, unless it has one.
            let has_figure = figures.iter().flatten().any(|(_, text, _)| begins_with_figure(text));
            if has_figure {
                let name = first(row).unwrap_or_default();
                let name: String = name.chars().take(60).collect();
                let reason = Reason::LimitNameUnclear { name: name.into() };
                reader.problem(row.at, Severity::Warning, reason);
            }
            continue;
        };
        let region = row.get(REGION).and_then(Node::text).filter(|region| region.contains('-'));
        let region = region.map(str::to_owned);
        for (at, text, is_use) in figures.into_iter().flatten() {
            if !matches!(text, "-" | "–" | "n/a" | "N/A" | "?") {
                plain_lines::take(quota, is_use, text, at, region.as_deref(), reader);
            }
        }
    }
}

fn begins_with_figure(text: &str) -> bool {
    text.split(' ').next().is_some_and(|word| Decimal::parse(word).is_some())
}
