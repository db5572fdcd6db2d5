//! `--output text`: a row of cells between tabs for each record, with the name of its list in
//! capitals before it and without the names of its fields. Which cell is which field is a format's
//! knowledge; here rows become records, and rows of parts go into the record above them.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Block, Syntax};
use crate::read::bytes::{has_pair, split, trimmed};
use crate::read::format::KEYWORDS;
use crate::read::lines::{Line, Lines, offset_in};
use crate::read::transcript::{is_command_with, is_empty_prompt, is_leftover};
use crate::read::tree::{Keys, MapBuilder, Node, Value};

/// The rows of one list in `--output text`.
#[derive(Debug)]
pub struct Keyword {
    /// In capitals, as it stands before each row.
    pub word: &'static str,
    /// The list's name in the answer.
    pub key: &'static str,
    /// The keyword whose rows these are parts of; empty for the answer's own lists.
    pub of: &'static str,
    /// Whether there may be several.
    pub many: bool,
    /// The fields, and how each is found among the cells behind the keyword. None for rows that
    /// are kept as a list of cells.
    pub fields: &'static [(&'static str, Pick)],
}

/// Finds the cell of a field.
pub type Pick = fn(&[&str]) -> Option<usize>;

/// The key under which cells stand that belong to the answer itself, above its rows.
pub const OWN: &str = "own";

/// Shortest line that a terminal may have broken.
const SHORTEST_WRAP: usize = 40;

/// As many cells as most rows have.
const FEW_CELLS: usize = 12;

/// A block begins with a row of a known list, or with the answer's own cells right above one.
pub fn find<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    let text = lines.text;
    let own = match keyword_of(line.text) {
        Some(word) => {
            named(word).find(|known| known.of.is_empty())?;
            None
        }
        None => Some(own_cells(lines, &line)?),
    };
    let of_answer = usize::from(own.is_some());
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut damaged = Vec::new();
    let mut next = line.next;
    // A terminal that breaks a row leaves no blank line in it.
    let mut is_below_blank = false;
    for line in lines.from(line).skip(of_answer) {
        let is_apart = std::mem::replace(&mut is_below_blank, line.is_blank());
        if keyword_of(line.text).is_some() {
            rows.push(Row { at: line.at, text: Cow::Borrowed(line.text.trim_start()) });
        } else if line.is_blank() || is_empty_prompt(line.trimmed()) || is_leftover(line.trimmed())
        {
            continue;
        } else if let Some(last) =
            rows.last_mut().filter(|last| !is_apart && goes_on(text, last, &line))
        {
            last.text.to_mut().push_str(line.text);
        } else {
            break;
        }
        next = line.next;
    }
    let mut entries = MapBuilder::default();
    if let Some(own) = own {
        entries.push(Cow::Borrowed(OWN), own);
    }
    let mut open: Vec<Open<'a>> = Vec::new();
    let mut shared = Shared::new();
    for row in rows {
        let Some((known, node)) = record(text, &row, &open, &shared) else { continue };
        while open.last().is_some_and(|(above, _, _)| above.word != known.of) {
            close_last(&mut open, &mut entries, &mut shared);
        }
        match node {
            Some(Found::Fields(fields)) => open.push((known, fields, row.at)),
            Some(Found::Value(node)) => {
                attach(open.last_mut().map_or(&mut entries, |above| &mut above.1), known, node)
            }
            None => damaged.push(row.at),
        }
    }
    while !open.is_empty() {
        close_last(&mut open, &mut entries, &mut shared);
    }
    let value = Value::Map(entries.finish());
    let root = Node { at: line.at, value, whole: true };
    let mut block = Block::new(root, next, Syntax::Rows, false);
    block.damaged = damaged;
    Some(block)
}

/// A record that rows below may add to, and where it began.
type Open<'a> = (&'static Keyword, MapBuilder<'a>, usize);

/// The keys of the last record of each list.
type Shared<'a> = Vec<(&'static str, Keys<'a>)>;

/// A row, put together where a terminal had broken it.
struct Row<'a> {
    at: usize,
    text: Cow<'a, str>,
}

/// What a row holds.
enum Found<'a> {
    /// The fields of a record, which rows below may add to.
    Fields(MapBuilder<'a>),
    /// One value, or a list of them.
    Value(Node<'a>),
}

/// The rows that begin with this word, in the order of the formats.
fn named(word: &str) -> impl Iterator<Item = &'static Keyword> {
    // By length, since this is asked of every row, and few words are equally long.
    static BY_LENGTH: OnceLock<Vec<Vec<&'static Keyword>>> = OnceLock::new();
    let by_length = BY_LENGTH.get_or_init(|| {
        let mut by_length: Vec<Vec<&Keyword>> = Vec::new();
        for known in KEYWORDS.iter().copied().flatten() {
            by_length.resize_with(by_length.len().max(known.word.len() + 1), Vec::new);
            by_length[known.word.len()].push(known);
        }
        by_length
    });
    let alike = by_length.get(word.len()).into_iter().flatten();
    alike.copied().filter(move |known| known.word == word)
}

/// The word in capitals that a row begins with.
fn keyword_of(line: &str) -> Option<&str> {
    // Most lines do not begin with two capitals, and so with none of these words.
    let line = line.trim_start();
    let [first, second, ..] = line.as_bytes() else { return None };
    if !first.is_ascii_uppercase() || second.is_ascii_lowercase() {
        return None;
    }
    let is_of_word = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let end = line.bytes().position(|byte| !is_of_word(&byte)).unwrap_or(line.len());
    let rest = &line[end..];
    let is_row = rest.starts_with('\t')
        || rest.starts_with("  ")
        || rest.is_empty()
        || (rest.starts_with(' ') && rest.trim().is_empty());
    (end > 2 && is_row).then_some(&line[..end])
}

/// The answer's own cells on `line`, where a row of a known list stands right below.
fn own_cells<'a>(lines: &Lines<'a>, line: &Line<'a>) -> Option<Node<'a>> {
    let word = keyword_of(lines.next(line)?.text)?;
    named(word).find(|known| known.of.is_empty())?;
    let content = line.trimmed();
    if content.is_empty() || content.contains(": ") || is_command_with(content, line.signs) {
        return None;
    }
    let node = |cell: &'a str| Node {
        at: offset_in(lines.text, cell),
        value: Value::Text(Cow::Borrowed(cell)),
        whole: true,
    };
    let cells = cells(content).into_iter().map(node).collect();
    Some(Node { at: line.at, value: Value::List(cells), whole: true })
}

/// Whether `line` is the rest of the row above it, which a terminal broke.
fn goes_on(text: &str, last: &Row<'_>, line: &Line<'_>) -> bool {
    let above = &text[last.at..line.at];
    let width = above
        .trim_end_matches(['\n', '\r'])
        .rsplit(['\n', '\r'])
        .next()
        .unwrap_or("")
        .chars()
        .count();
    let is_right_below = !above.trim_end_matches(['\n', '\r']).is_empty()
        && above.ends_with(['\n', '\r'])
        && above.len() - above.trim_end_matches(['\n', '\r']).len() <= 2;
    width >= SHORTEST_WRAP
        && is_right_below
        && line.text.chars().count() <= width
        && !is_command_with(line.trimmed(), line.signs)
}

/// The cells of a row: between tabs, or between gaps where those became blanks.
pub fn cells(row: &str) -> Vec<&str> {
    let mut cells = Vec::with_capacity(FEW_CELLS);
    if row.bytes().any(|byte| byte == b'\t') {
        cells.extend(split(row, b'\t').map(trimmed));
    } else if has_pair(row, *b"  ") {
        cells.extend(row.split("  ").map(trimmed).filter(|cell| !cell.is_empty()));
    } else {
        cells.extend(Some(trimmed(row)).filter(|cell| !cell.is_empty()));
    }
    cells
}

/// What a row is, and its record; `None` within for one that does not have the fields it must.
fn record<'a>(
    text: &'a str,
    row: &Row<'a>,
    open: &[Open<'a>],
    shared: &Shared<'a>,
) -> Option<(&'static Keyword, Option<Found<'a>>)> {
    let word = keyword_of(&row.text)?;
    let above = |known: &&&Keyword| {
        known.of.is_empty() || open.iter().any(|(above, _, _)| above.word == known.of)
    };
    // A part of the record above it, before a list of its own.
    let known = named(word)
        .filter(|known| !known.of.is_empty())
        .find(|known| above(&known))
        .or_else(|| named(word).find(|known| known.of.is_empty()))?;
    let rest = row.text[word.len()..]
        .trim_start_matches(' ')
        .strip_prefix('\t')
        .unwrap_or(row.text[word.len()..].trim_start());
    let found = cells(rest);
    let node = |cell: &str| {
        let (at, cell) = match &row.text {
            Cow::Borrowed(_) if !cell.is_empty() => {
                let at = offset_in(text, cell);
                (at, Cow::Borrowed(&text[at..at + cell.len()]))
            }
            _ => (row.at, Cow::Owned(cell.to_owned())),
        };
        Node { at, value: Value::Text(cell), whole: true }
    };
    let picked = |pick: &Pick| pick(&found).and_then(|index| found.get(index)).copied();
    let is = match known.fields {
        [] => {
            let value = Value::List(found.iter().map(|cell| node(cell)).collect());
            Found::Value(Node { at: row.at, value, whole: true })
        }
        [("", pick)] => Found::Value(node(picked(pick).unwrap_or_default())),
        fields => {
            let like = shared.iter().find(|(word, _)| *word == known.word).map(|(_, keys)| keys);
            let mut map = MapBuilder::like(like);
            for (name, pick) in fields {
                if let Some(cell) = picked(pick) {
                    map.push(Cow::Borrowed(*name), node(cell));
                }
            }
            Found::Fields(map)
        }
    };
    Some((known, Some(is)))
}

/// Puts the innermost open record where it belongs.
fn close_last<'a>(open: &mut Vec<Open<'a>>, entries: &mut MapBuilder<'a>, shared: &mut Shared<'a>) {
    let Some((known, fields, at)) = open.pop() else { return };
    let map = fields.finish();
    match shared.iter_mut().find(|(word, _)| *word == known.word) {
        Some((_, keys)) => keys.clone_from(map.keys()),
        None => shared.push((known.word, map.keys().clone())),
    }
    let node = Node { at, value: Value::Map(map), whole: true };
    attach(open.last_mut().map_or(entries, |above| &mut above.1), known, node);
}

fn attach<'a>(entries: &mut MapBuilder<'a>, known: &Keyword, node: Node<'a>) {
    if !known.many {
        return entries.push(Cow::Borrowed(known.key), node);
    }
    match entries.get_mut(known.key) {
        Some(Node { value: Value::List(list), .. }) => list.push(node),
        _ => {
            let list = Node { at: node.at, value: Value::List(vec![node]), whole: true };
            entries.push(Cow::Borrowed(known.key), list);
        }
    }
}
