//! YAML as the AWS CLI writes it: nested maps and lists by indentation, plain and quoted scalars
//! that may be folded over several lines, `[]` and `{}`.
//!
//! The whole of YAML is not read. A parser for all of it adds 31 kB to the page after compression
//! and takes 20 ms a megabyte by itself (saphyr-parser 0.3.4), gives up at the first error, and
//! would have to be started again behind every prompt that stands in a paste.

use std::borrow::Cow;

use super::{Block, Syntax};
use crate::read::lines::{Line, Lines, Signs, offset_in};
use crate::read::transcript::is_empty_prompt;
use crate::read::tree::{Keys, Map, MapBuilder, Node, Value};

/// Deeper than any answer of AWS.
const MAX_DEPTH: usize = 24;

/// A document begins with a key that has a list or a map below it, or with a list of maps.
pub fn find<'a>(all: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    if !line.signs.has(Signs::COLON) {
        return None;
    }
    let first = line.trimmed();
    let item = first.strip_prefix("- ").map(str::trim_start);
    let (key, _) = key_and_rest(item.unwrap_or(first))?;
    if !is_key(key) || (item.is_none() && !opens_something(all, &line)) {
        return None;
    }
    let mut lines: Vec<Entry<'a>> = Vec::new();
    let mut key_indent = None;
    let mut is_quoted = false;
    let mut next = line.at;
    let indent = indent_of(line.text);
    for line in all.from(line) {
        let content = line.trimmed();
        if content.is_empty() || is_empty_prompt(content) {
            continue;
        }
        if !belongs(&line, indent, lines.first(), key_indent, is_quoted) {
            break;
        }
        if is_structure(content) {
            key_indent = Some(indent_of(line.text));
            let value = key_and_rest(content).map_or(content, |(_, rest)| rest);
            is_quoted = value.starts_with(['"', '\'', '{', '[', '|', '>']);
        }
        lines.push(Entry { at: line.at, indent: indent_of(line.text), text: content });
        next = line.next;
    }
    let known = [const { None }; MAX_DEPTH + 1];
    let mut reader = Reader { text: all.text, lines: &lines, index: 0, damaged: Vec::new(), known };
    let root = reader.node(indent, MAX_DEPTH)?;
    let (rest, damaged) = (reader.lines.get(reader.index), reader.damaged);
    // What follows at the same depth is another document: a list behind a map, for instance.
    let next = rest.map_or(next, |entry| entry.at);
    let is_closed = lines.len() == 1 && matches!(first.rsplit(' ').next(), Some("[]" | "{}"));
    let mut block = Block::new(root, next.max(line.next), Syntax::Yaml, is_closed);
    block.damaged = damaged;
    Some(block)
}

/// Whether the line below is deeper, or an item, so that this key is no label of a mail.
fn opens_something<'a>(lines: &Lines<'a>, line: &Line<'a>) -> bool {
    let Some((_, rest)) = key_and_rest(line.trimmed()) else { return false };
    if matches!(rest, "[]" | "{}") {
        return true;
    }
    let below = lines.below(line).find(|below| !below.is_blank());
    below.is_some_and(|below| {
        let content = below.trimmed();
        let deeper = indent_of(below.text) > indent_of(line.text);
        let item =
            content.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let pair = key_and_rest(content).is_some_and(|(key, _)| is_key(key));
        (rest.is_empty() && (item || (deeper && pair)))
            || (indent_of(below.text) == indent_of(line.text) && pair)
    })
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '.'))
}

/// `key: rest`.
fn key_and_rest(content: &str) -> Option<(&str, &str)> {
    let colon = content.find(':')?;
    let rest = &content[colon + 1..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| (&content[..colon], rest.trim()))
}

fn indent_of(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether a line can be part of the document: an item, a pair, or the rest of a folded scalar.
///
/// `first` is the document's first line, `key_indent` how deep the last pair or item stands, and
/// `is_quoted` whether its value may be a text of any kind.
fn belongs(
    line: &Line<'_>,
    indent: usize,
    first: Option<&Entry<'_>>,
    key_indent: Option<usize>,
    is_quoted: bool,
) -> bool {
    let content = line.trimmed();
    let own = indent_of(line.text);
    let Some(first) = first else { return true };
    let is_item = content.starts_with("- ") || content == "-";
    let is_pair = key_and_rest(content).is_some_and(|(key, _)| is_key(key));
    // A folded scalar goes on deeper than its key; lines of JSON are one's only where it is quoted.
    if !is_item && !is_pair {
        let is_bracket = |byte| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b' ');
        let is_json = content.starts_with('"') && content.contains("\":");
        let is_others = !is_quoted && (is_json || content.bytes().all(is_bracket));
        return !is_others && key_indent.is_some_and(|key_indent| own > key_indent);
    }
    // A list may stand as deep as the key above it; another key there is another document, or
    // the next key of this one.
    own > indent || (own == indent && (is_item || !first.text.starts_with("- ")))
}

/// A line that is not blank.
struct Entry<'a> {
    at: usize,
    indent: usize,
    text: &'a str,
}

struct Reader<'a, 'l> {
    text: &'a str,
    lines: &'l [Entry<'a>],
    index: usize,
    damaged: Vec<usize>,
    /// The keys of the last map at each depth.
    known: [Option<Keys<'a>>; MAX_DEPTH + 1],
}

impl<'a> Reader<'a, '_> {
    fn node(&mut self, indent: usize, depth: usize) -> Option<Node<'a>> {
        let entry = self.lines.get(self.index)?;
        if depth == 0 {
            self.damaged.push(entry.at);
            return None;
        }
        let at = entry.at + offset_of(self.text, entry);
        if entry.text.starts_with("- ") || entry.text == "-" {
            self.list(indent, at, depth)
        } else {
            self.map(indent, at, depth)
        }
    }

    fn list(&mut self, indent: usize, at: usize, depth: usize) -> Option<Node<'a>> {
        let mut nodes = Vec::new();
        while let Some(entry) = self.lines.get(self.index) {
            if entry.indent != indent || !(entry.text.starts_with("- ") || entry.text == "-") {
                break;
            }
            let item = entry.text[1..].trim_start();
            let item_at = offset_in(self.text, entry.text);
            if item.is_empty() {
                self.index += 1;
                if let Some(below) =
                    self.lines.get(self.index).filter(|below| below.indent > indent)
                {
                    nodes.extend(self.node(below.indent, depth - 1));
                }
            } else if key_and_rest(item).is_some_and(|(key, _)| is_key(key))
                && !item.starts_with(['\'', '"'])
            {
                let inner = indent + (entry.text.len() - item.len());
                nodes.extend(self.map_from(item, inner, item_at, depth - 1));
            } else if item.starts_with("- ") {
                // A list of lists: its first row stands behind two dashes.
                let inner = indent + (entry.text.len() - item.len());
                nodes.extend(self.list_from(item, inner, item_at, depth - 1));
            } else {
                let value = self.scalar(item, entry.indent);
                nodes.push(Node { at: item_at, value, whole: true });
            }
        }
        Some(Node { at, value: Value::List(nodes), whole: true })
    }

    fn list_from(
        &mut self,
        first: &'a str,
        indent: usize,
        at: usize,
        depth: usize,
    ) -> Option<Node<'a>> {
        if depth == 0 {
            self.index += 1;
            return None;
        }
        let item = first[1..].trim_start();
        let value = self.scalar(item, indent);
        let mut nodes = vec![Node { at: offset_in(self.text, item), value, whole: true }];
        if let Some(Node { value: Value::List(more), .. }) = self.list(indent, at, depth) {
            nodes.extend(more);
        }
        Some(Node { at, value: Value::List(nodes), whole: true })
    }

    fn map(&mut self, indent: usize, at: usize, depth: usize) -> Option<Node<'a>> {
        let entry = self.lines.get(self.index)?;
        if entry.indent != indent {
            self.damaged.push(entry.at);
            self.index += 1;
            return None;
        }
        self.map_from(entry.text, indent, at, depth)
    }

    /// A map whose first pair is `first`, which may stand behind a dash; the others are at
    /// `indent`.
    fn map_from(
        &mut self,
        first: &'a str,
        indent: usize,
        at: usize,
        depth: usize,
    ) -> Option<Node<'a>> {
        if depth == 0 {
            self.damaged.push(at);
            self.index += 1;
            return None;
        }
        let mut map = MapBuilder::like(self.known[depth].as_ref());
        let mut pair = Some(first);
        let mut whole = true;
        while let Some(content) = pair {
            let Some((key, rest)) = key_and_rest(content).filter(|(key, _)| is_key(key)) else {
                self.damaged.push(offset_in(self.text, content));
                self.index += 1;
                whole = false;
                break;
            };
            let value = self.value(key, rest, indent, depth);
            if let Some(node) = value {
                map.push(Cow::Borrowed(key), node);
            }
            pair = self.lines.get(self.index).and_then(|next| {
                let is_item = next.text.starts_with("- ") || next.text == "-";
                (next.indent == indent && !is_item).then_some(next.text)
            });
        }
        // A line that is deeper than the keys and belongs to none of them.
        if let Some(stray) = self.lines.get(self.index).filter(|stray| stray.indent > indent) {
            self.damaged.push(stray.at);
            whole = false;
            while self.lines.get(self.index).is_some_and(|stray| stray.indent > indent) {
                self.index += 1;
            }
        }
        let map = map.finish();
        self.known[depth] = Some(map.keys().clone());
        Some(Node { at, value: Value::Map(map), whole })
    }

    /// What stands behind `key:`, on its line or below.
    fn value(
        &mut self,
        key: &'a str,
        rest: &'a str,
        indent: usize,
        depth: usize,
    ) -> Option<Node<'a>> {
        if !rest.is_empty() {
            let at = offset_in(self.text, rest);
            let value = self.scalar(rest, indent);
            return Some(Node { at, value, whole: true });
        }
        self.index += 1;
        let below = self.lines.get(self.index)?;
        let is_item = below.text.starts_with("- ") || below.text == "-";
        if below.indent > indent || (below.indent == indent && is_item) {
            return self.node(below.indent, depth - 1);
        }
        let at = offset_in(self.text, key);
        Some(Node { at, value: Value::Null, whole: true })
    }

    /// A scalar that begins with `first` on the current line, with the lines that it is folded
    /// over.
    fn scalar(&mut self, first: &'a str, indent: usize) -> Value<'a> {
        self.index += 1;
        let quote = first.chars().next().filter(|c| matches!(c, '\'' | '"'));
        let mut folded: Cow<'a, str> = Cow::Borrowed(first);
        while let Some(more) = self.lines.get(self.index) {
            let is_open = quote.is_some_and(|quote| !ends_quoted(&folded, quote));
            let goes_on = match quote {
                Some(_) => is_open && more.indent > indent,
                None => more.indent > indent && !is_structure(more.text),
            };
            if !goes_on {
                break;
            }
            let text = folded.to_mut();
            text.push(' ');
            text.push_str(more.text);
            self.index += 1;
        }
        match quote {
            Some(quote) => Value::Text(unquoted(folded, quote)),
            None => plain(folded),
        }
    }
}

fn offset_of(text: &str, entry: &Entry<'_>) -> usize {
    offset_in(text, entry.text) - entry.at
}

/// Whether a deeper line is a pair or an item, and not the rest of a plain scalar.
fn is_structure(content: &str) -> bool {
    content.starts_with("- ") || key_and_rest(content).is_some_and(|(key, _)| is_key(key))
}

fn ends_quoted(text: &str, quote: char) -> bool {
    let inner = &text[1..];
    let end = inner.trim_end_matches(quote).len();
    // Within single quotes, a pair of them is one quote of the text.
    (inner.len() - end) % 2 == 1
}

fn unquoted(text: Cow<'_, str>, quote: char) -> Cow<'_, str> {
    let doubled = if quote == '\'' { "''" } else { "\\\"" };
    let instead = if quote == '\'' { "'" } else { "\"" };
    match text {
        Cow::Borrowed(text) => {
            let inner = text[1..].strip_suffix(quote).unwrap_or(&text[1..]);
            if inner.contains(doubled) {
                Cow::Owned(inner.replace(doubled, instead))
            } else {
                Cow::Borrowed(inner)
            }
        }
        Cow::Owned(text) => {
            let inner = text[1..].strip_suffix(quote).unwrap_or(&text[1..]);
            Cow::Owned(inner.replace(doubled, instead))
        }
    }
}

fn plain(text: Cow<'_, str>) -> Value<'_> {
    match text.as_ref() {
        "null" | "~" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "[]" => Value::List(Vec::new()),
        "{}" => Value::Map(Map::from_iter([])),
        _ => Value::Text(text),
    }
}
