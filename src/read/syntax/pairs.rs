//! A pair a line: PowerShell's `Key : value`, a record between blank lines; Terraform's
//! `key = value` between braces; and PowerShell's tables, whose columns stand above dashes.

use std::borrow::Cow;

use super::{Block, Syntax};
use crate::read::lines::{Line, Lines, Signs, offset_in};
use crate::read::transcript::{is_command_with, is_empty_prompt, is_leftover};
use crate::read::tree::{Keys, Map, Node, Value};

/// A block begins with a pair, a resource of Terraform's, or a heading above dashes.
pub fn find<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    let content = line.trimmed();
    if content.starts_with("# ") && content.ends_with(':') {
        let below = lines.next(&line)?;
        let begins =
            ["data \"", "resource \""].iter().any(|word| below.trimmed().starts_with(word));
        return begins.then(|| resources(lines, below)).flatten();
    }
    if content.starts_with("data \"") || content.starts_with("resource \"") {
        return resources(lines, line);
    }
    if line.signs.has(Signs::COLON)
        && let Some((key, _)) = pair(content)
    {
        return is_key(key).then(|| list(lines, line));
    }
    let below = lines.next(&line)?;
    is_rule(below.text).then(|| columns(lines, &line, &below)).flatten()
}

/// The pairs of a record.
type Entries<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

/// `Key   : value`, with at least one blank before the colon, as PowerShell aligns them.
fn pair(content: &str) -> Option<(&str, &str)> {
    let colon = content.find(':')?;
    let key = &content[..colon];
    (key.ends_with(' ')).then(|| (key.trim_end(), content[colon + 1..].trim()))
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_uppercase())
        && key.len() > 2
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn text_node<'a>(text: &'a str, value: &'a str) -> Node<'a> {
    Node { at: offset_in(text, value), value: Value::Text(Cow::Borrowed(value)), whole: true }
}

fn list<'a>(lines: &Lines<'a>, line: Line<'a>) -> Block<'a> {
    let mut records: Vec<Node<'a>> = Vec::new();
    let mut open: Vec<(Cow<'a, str>, Node<'a>)> = Vec::new();
    let (mut at, mut next, mut indent) = (line.at, line.next, None);
    for line in lines.from(line) {
        let content = line.trimmed();
        if is_empty_prompt(content) || is_leftover(content) {
            continue;
        }
        let known = pair(content).filter(|(key, _)| is_key(key));
        let own = line.text.len() - line.text.trim_start().len();
        match known {
            Some((key, value)) => {
                let repeats = open.iter().any(|(name, _)| *name == key);
                if repeats {
                    close(at, &mut open, &mut records);
                }
                if open.is_empty() {
                    at = line.at;
                }
                indent.get_or_insert(own);
                open.push((Cow::Borrowed(key), text_node(lines.text, value)));
            }
            None if content.is_empty() => close(at, &mut open, &mut records),
            // A long value goes on below its beginning.
            None if !open.is_empty() && indent.is_some_and(|indent| own > indent) => {
                if let Some((_, Node { value: Value::Text(value), .. })) = open.last_mut() {
                    value.to_mut().push_str(content);
                }
            }
            None => break,
        }
        next = line.next;
    }
    close(at, &mut open, &mut records);
    let root = Node { at: line.at, value: Value::List(records), whole: true };
    Block::new(root, next, Syntax::Pairs, false)
}

fn close<'a>(at: usize, open: &mut Vec<(Cow<'a, str>, Node<'a>)>, records: &mut Vec<Node<'a>>) {
    if !open.is_empty() {
        let value = Value::Map(std::mem::take(open).into_iter().collect());
        records.push(Node { at, value, whole: true });
    }
}

/// `data "aws_servicequotas_service_quota" "vpcs" {` with its pairs, as `terraform show` prints.
fn resources<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    let text = lines.text;
    let (mut records, mut damaged) = (Vec::new(), Vec::new());
    let mut open: Option<(usize, Entries<'a>)> = None;
    let mut is_whole = true;
    let mut depth = 0_usize;
    let mut next = line.at;
    for line in lines.from(line) {
        let content = line.trimmed();
        let begins = content.starts_with("data \"") || content.starts_with("resource \"");
        if depth == 0 {
            if begins && content.ends_with('{') {
                open = Some((line.at, kind(text, content)));
                depth = 1;
            } else if !(content.is_empty() || content.starts_with('#')) {
                break;
            }
        } else if content.ends_with(['{', '[', '(']) {
            depth += 1;
        } else if content.starts_with(['}', ']', ')']) {
            depth -= 1;
            if depth == 0
                && let Some((at, entries)) = open.take()
            {
                records.push(Node {
                    at,
                    value: Value::Map(entries.into_iter().collect()),
                    whole: is_whole,
                });
                damaged.extend((!is_whole).then_some(at));
                is_whole = true;
            }
        } else if depth == 1
            && let Some((key, value)) = content.split_once('=')
            && let Some((_, entries)) = &mut open
        {
            let value = value.trim();
            let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            // A terminal has broken the line within the quotes.
            is_whole &= !value.starts_with('"') || (bare.is_some() && value.len() > 1);
            let node = match value {
                "true" => Node { at: line.at, value: Value::Bool(true), whole: true },
                "false" => Node { at: line.at, value: Value::Bool(false), whole: true },
                _ => text_node(text, bare.unwrap_or(value)),
            };
            entries.push((Cow::Borrowed(key.trim()), node));
        } else if begins || is_command_with(content, line.signs) {
            break;
        }
        next = line.next;
    }
    if let Some((at, entries)) = open {
        records.push(Node { at, value: Value::Map(entries.into_iter().collect()), whole: false });
    }
    let root = Node { at: line.at, value: Value::List(records), whole: true };
    let mut block = Block::new(root, next.max(line.next), Syntax::Pairs, false);
    block.damaged = damaged;
    Some(block)
}

/// The resource's type, under the key that a state file has it under.
fn kind<'a>(text: &'a str, content: &'a str) -> Vec<(Cow<'a, str>, Node<'a>)> {
    let name = content.split('"').nth(1).unwrap_or("");
    vec![(Cow::Borrowed("type"), text_node(text, name))]
}

/// Whether a line holds nothing but groups of dashes, which stand below the names of columns.
fn is_rule(line: &str) -> bool {
    if !line.trim_start().starts_with('-') {
        return false;
    }
    let mut groups = line.split_whitespace();
    groups.clone().count() > 1
        && groups.all(|group| group.len() > 2 && group.bytes().all(|byte| byte == b'-'))
}

fn columns<'a>(lines: &Lines<'a>, heading: &Line<'a>, rule: &Line<'a>) -> Option<Block<'a>> {
    let starts: Vec<usize> =
        rule.text.split_whitespace().map(|group| offset_in(rule.text, group)).collect();
    let names = cut(heading.text, &starts)?.into_iter().map(Cow::Borrowed);
    let names = Keys::new(names.collect());
    let (mut rows, mut damaged) = (Vec::new(), Vec::new());
    let mut next = rule.next;
    for line in lines.below(rule) {
        let content = line.trimmed();
        if content.is_empty() || is_command_with(content, line.signs) {
            break;
        }
        next = line.next;
        if is_empty_prompt(content) || is_leftover(content) {
            continue;
        }
        match cut(line.text, &starts) {
            Some(cells) => {
                let cells = cells.into_iter().map(|cell| text_node(lines.text, cell));
                let map = Map::of_row(&names, cells);
                rows.push(Node { at: line.at, value: Value::Map(map), whole: true });
            }
            None => damaged.push(line.at),
        }
    }
    let root = Node { at: heading.at, value: Value::List(rows), whole: true };
    let mut block = Block::new(root, next, Syntax::Pairs, false);
    block.damaged = damaged;
    Some(block)
}

/// The cells of a row whose columns begin at `starts`; a number may begin left of its column's
/// name, with which it ends.
fn cut<'a>(row: &'a str, starts: &[usize]) -> Option<Vec<&'a str>> {
    let is_ascii = row.is_ascii();
    let place = |column: usize| {
        let at = match is_ascii {
            true => column.min(row.len()),
            false => row.char_indices().nth(column).map_or(row.len(), |(at, _)| at),
        };
        row[..at].rfind(' ').map_or(0, |blank| blank + 1)
    };
    let mut edges: Vec<usize> =
        starts.iter().map(|start| if *start == 0 { 0 } else { place(*start) }).collect();
    edges.push(row.len());
    let is_ordered = edges.windows(2).all(|pair| pair[0] <= pair[1]);
    is_ordered.then(|| edges.windows(2).map(|pair| row[pair[0]..pair[1]].trim()).collect())
}
