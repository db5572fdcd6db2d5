//! Markdown tables: a heading, a line of dashes, and rows, between bars.

use std::borrow::Cow;

use super::{Block, Syntax};
use crate::data::headings::in_english;
use crate::read::lines::{Line, Lines, Signs, offset_in};
use crate::read::transcript::{is_empty_prompt, is_leftover};
use crate::read::tree::{Keys, Map, Node, Value};

/// A table begins with its heading, which has the line of dashes below it.
pub fn find<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    if !line.signs.has(Signs::BAR) {
        return None;
    }
    let below = lines.next(&line)?;
    if !below.signs.has(Signs::BAR) || !is_rule(below.trimmed()) {
        return None;
    }
    let heading = cells(line.trimmed()).into_iter().map(|cell| Cow::Borrowed(in_english(cell)));
    let heading = Keys::new(heading.collect());
    let ends_with_bar = line.trimmed().ends_with('|');
    let mut rows = Vec::new();
    let mut damaged = Vec::new();
    let mut next = below.next;
    for line in lines.below(&below) {
        let content = line.trimmed();
        if is_empty_prompt(content) || is_leftover(content) {
            continue;
        }
        if !line.signs.has(Signs::BAR) {
            break;
        }
        next = line.next;
        let found = cells(content);
        // A terminal may have broken the row within its last cell.
        let is_open = ends_with_bar && !content.ends_with('|');
        if found.len() != heading.names().len() || is_open {
            damaged.push(line.at);
            continue;
        }
        let node = |cell: &'a str| Node {
            at: offset_in(lines.text, cell),
            value: Value::Text(Cow::Borrowed(cell)),
            whole: true,
        };
        let map = Map::of_row(&heading, found.into_iter().map(node));
        rows.push(Node { at: line.at, value: Value::Map(map), whole: true });
    }
    let root = Node { at: line.at, value: Value::List(rows), whole: true };
    let mut block = Block::new(root, next, Syntax::Markdown, false);
    block.damaged = damaged;
    Some(block)
}

fn is_rule(content: &str) -> bool {
    content.contains("--")
        && content.contains('|')
        && content.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// The cells of a row, without the marks that set code and stress apart.
fn cells(row: &str) -> Vec<&str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row);
    row.split('|').map(|cell| cell.trim_matches([' ', '`', '*', '"'])).collect()
}
