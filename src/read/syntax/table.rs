//! Tables in boxes of bars and dashes: `--output table`, whose nested parts stand between more
//! bars, and what database shells print.

use std::borrow::Cow;

use super::{Block, Syntax};
use crate::data::quotas::is_quota_code;
use crate::read::bytes::{has_pair, split, trimmed};
use crate::read::lines::{Line, Lines, offset_in};
use crate::read::transcript::{is_empty_prompt, is_leftover};
use crate::read::tree::{Keys, MapBuilder, Node, Value};

/// A table begins with its border, or with a row where its head was cut off.
pub fn find<'a>(all: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    if !begins_like_one(line.trimmed()) {
        return None;
    }
    let mut lines = Vec::new();
    let mut next = line.next;
    for line in all.from(line) {
        let content = line.trimmed();
        let is_top = |text: &str| text.bytes().all(|byte| byte == b'-') && !text.is_empty();
        if is_top(content) && lines.last().is_some_and(|above: &Piece<'_>| !is_top(&above.text)) {
            // The top of the next table.
            break;
        }
        // Rows of another width, below a border, are another table's.
        let is_border = |text: &str| text.trim_end_matches('|').ends_with("-+");
        let is_others = lines.first().is_some_and(|top: &Piece<'_>| {
            let above = lines.last().is_some_and(|above: &Piece<'_>| is_border(&above.text));
            let is_whole = content.starts_with(['|', '+']) && content.ends_with(['|', '+', '>']);
            let whole = is_whole && content.is_ascii();
            above && whole && is_top(&top.text) && content.len() != top.text.len()
        });
        if is_others {
            break;
        }
        let is_part = begins_like_one(content) || is_rest_of_wrapped(content, &lines);
        if is_part {
            // The rest of a broken row keeps the blanks that it begins with.
            let content = if begins_like_one(content) { content } else { line.text.trim_end() };
            let at = offset_in(all.text, content);
            lines.push(Piece { at, text: Cow::Borrowed(content), more: Vec::new() });
            next = line.next;
        } else if !(content.is_empty() || is_empty_prompt(content) || is_leftover(content)) {
            break;
        }
    }
    // Rows alone are AWS's if their cells are padded as AWS pads them; a Markdown table's mean
    // nothing without their heading.
    let is_border = |text: &str| text.contains("+-") || text.bytes().all(|byte| byte == b'-');
    let is_bare = !lines.iter().any(|piece| is_border(&piece.text));
    if is_bare && !lines.iter().all(|piece| piece.text.trim_start_matches('|').starts_with("  ")) {
        return None;
    }
    let (lines, mut damaged) = unwrapped(lines);
    let mut builder = Builder::default();
    for piece in lines {
        let row = match &piece.text {
            Cow::Borrowed(row) => Row::of(row, piece.at),
            Cow::Owned(row) => Row::of_joined(row, &piece),
        };
        match row {
            Some(row) => builder.take(row),
            None => {
                damaged.push(piece.at);
                builder.spoil();
            }
        }
    }
    builder.finish(next, damaged)
}

/// Whether a line begins and ends as those of a table do, or is a border whose end may be cut.
fn begins_like_one(content: &str) -> bool {
    let bytes = content.as_bytes();
    match bytes.first() {
        Some(b'|') => bytes.len() > 2 && bytes.iter().any(|byte| *byte != b'|'),
        Some(b'+') => bytes.get(1) == Some(&b'-'),
        Some(b'-') => bytes.len() >= 12 && bytes.iter().all(|byte| *byte == b'-'),
        _ => false,
    }
}

/// What is left of a row on the line below, where a narrow terminal broke it.
fn is_rest_of_wrapped(content: &str, before: &[Piece<'_>]) -> bool {
    let ends = content.ends_with(['|', '+']) || content.bytes().all(|byte| byte == b'-');
    before.len() > 1 && !content.is_empty() && ends && content.len() < before[0].text.len()
}

/// A line of the table, or several that a terminal made of one.
#[derive(Default)]
struct Piece<'a> {
    at: usize,
    text: Cow<'a, str>,
    /// For each further line, its offset and how many characters stand before it.
    more: Vec<(usize, usize)>,
}

impl Piece<'_> {
    /// On which line the character of this number stands, as that line's offset.
    fn place(&self, character: usize) -> usize {
        let on = self.more.iter().rev().find(|(_, before)| *before <= character);
        on.map_or(self.at, |(at, _)| *at)
    }
}

/// Puts rows together that a narrow terminal broke: the border at the top tells how wide they are.
fn unwrapped(lines: Vec<Piece<'_>>) -> (Vec<Piece<'_>>, Vec<usize>) {
    let is_dashes = |piece: &Piece<'_>| piece.text.bytes().all(|byte| byte == b'-');
    let dashes = lines.iter().take_while(|piece| is_dashes(piece)).count();
    if dashes < 2 {
        return (lines, Vec::new());
    }
    let screen = lines[0].text.len();
    let width: usize = lines[..dashes].iter().map(|piece| piece.text.len()).sum();
    let mut whole: Vec<Piece<'_>> = Vec::new();
    let mut damaged = Vec::new();
    let mut open: Option<(Piece<'_>, String)> = None;
    for piece in lines {
        let at = piece.at;
        let (mut joined, mut row) =
            open.take().unwrap_or((Piece { at, ..Piece::default() }, String::new()));
        let mut length = row.chars().count();
        if length > 0 {
            // Blanks at the end of a line are lost where it is copied.
            let missing = length.div_ceil(screen) * screen - length;
            row.extend(std::iter::repeat_n(' ', missing));
            length += missing;
            joined.more.push((at, length));
        }
        row.push_str(&piece.text);
        length += piece.text.chars().count();
        if length == width {
            joined.text = Cow::Owned(row);
            whole.push(joined);
        } else if length < width && piece.text.len() <= screen {
            open = Some((joined, row));
        } else {
            damaged.push(joined.at);
        }
    }
    damaged.extend(open.map(|(joined, _)| joined.at));
    (whole, damaged)
}

/// A line of the table, taken apart.
enum Row<'a> {
    /// Dashes; with how many columns it parts, and how deep.
    Border { depth: usize, columns: usize },
    /// Cells, how deep, and where.
    Cells { depth: usize, at: usize, cells: Vec<(usize, Cow<'a, str>)> },
}

impl<'a> Row<'a> {
    fn of(row: &'a str, at: usize) -> Option<Row<'a>> {
        if let Some(border) = Row::border(row) {
            return Some(border);
        }
        let (depth, inner) = inner(row)?;
        let place = |cell: &str| at + offset_in(row, cell);
        let cells = split(inner, b'|').map(trimmed);
        let cells = cells.map(|cell| (place(cell), Cow::Borrowed(cell)));
        Some(Row::Cells { depth, at, cells: cells.collect() })
    }

    /// A row that was put together of several lines: a cell stands where it begins.
    fn of_joined(row: &str, piece: &Piece<'_>) -> Option<Row<'a>> {
        if let Some(border) = Row::border(row) {
            return Some(border);
        }
        let (depth, inner) = inner(row)?;
        let cells = inner.split('|').map(|cell| {
            let begins = row[..offset_in(row, cell.trim())].chars().count();
            (piece.place(begins), Cow::Owned(cell.trim().to_owned()))
        });
        Some(Row::Cells { depth, at: piece.at, cells: cells.collect() })
    }

    fn border(row: &str) -> Option<Row<'a>> {
        let row = row.strip_suffix('>').unwrap_or(row);
        let is_border =
            row.bytes().all(|byte| matches!(byte, b'|' | b'+' | b'-')) && has_pair(row, *b"--");
        is_border.then(|| {
            let inner = row.trim_matches('|');
            let columns = inner.trim_matches('+').split('+').count();
            let depth = 1 + row.bytes().take_while(|byte| *byte == b'|').count();
            Row::Border { depth, columns }
        })
    }
}

/// How many bars a row begins with, and what stands between them and as many at its end.
fn inner(row: &str) -> Option<(usize, &str)> {
    // A pager cuts what is wider than its screen: the last cell is not whole.
    let row = match row.strip_suffix('>') {
        Some(cut) => &row[..=cut.rfind('|')?],
        None => row,
    };
    let depth = row.bytes().take_while(|byte| *byte == b'|').count();
    let bars = row.bytes().rev().take_while(|byte| *byte == b'|').count();
    (depth > 0 && bars >= depth && row.len() > depth * 2)
        .then(|| (depth, &row[depth..row.len() - depth]))
}

/// Makes a tree of rows and borders.
#[derive(Default)]
struct Builder<'a> {
    title: Option<(usize, &'a str)>,
    /// The records that are open, the outermost first.
    stack: Vec<Record<'a>>,
    /// Records of the outermost list.
    done: Vec<Node<'a>>,
    section: Option<Section<'a>>,
    has_heading: bool,
}

type Cell<'a> = (usize, Cow<'a, str>);

struct Record<'a> {
    depth: usize,
    /// Under which key it stands in the record around it.
    key: Cow<'a, str>,
    at: usize,
    entries: MapBuilder<'a>,
    whole: bool,
}

/// A title with the rows below it, or rows between two borders.
#[derive(Default)]
struct Section<'a> {
    depth: usize,
    title: Option<Cell<'a>>,
    /// How many columns the border above the rows parts.
    columns: usize,
    heading: Option<Vec<Cell<'a>>>,
    rows: Vec<(usize, Vec<Cell<'a>>)>,
    /// A border stands below the rows: they were a heading, or the section ends there.
    is_bordered: bool,
    /// A row of it could not be read.
    is_spoilt: bool,
}

impl<'a> Builder<'a> {
    fn spoil(&mut self) {
        if let Some(section) = &mut self.section {
            section.is_spoilt = true;
        }
    }

    fn take(&mut self, row: Row<'a>) {
        match row {
            Row::Border { depth, columns } => self.border(depth, columns),
            Row::Cells { depth, at, cells } => self.cells(depth, at, cells),
        }
    }

    fn border(&mut self, depth: usize, columns: usize) {
        match &mut self.section {
            Some(section) if section.depth == depth && section.rows.is_empty() => {
                section.columns = columns;
            }
            Some(section) if section.depth == depth && !section.is_bordered => {
                section.is_bordered = true;
            }
            _ => {
                self.close();
                self.section = Some(Section { depth, columns, ..Section::default() });
            }
        }
    }

    fn cells(&mut self, depth: usize, at: usize, mut cells: Vec<Cell<'a>>) {
        if self.section.as_ref().is_some_and(|section| section.depth != depth) {
            self.close();
        }
        let lists_values = self.section.as_ref().is_some_and(|section| {
            section.title.is_some() && section.columns == 1 && !section.is_bordered
        });
        if cells.len() == 1 && !lists_values {
            self.close();
            let title = Some((at, cells.remove(0).1));
            self.section = Some(Section { depth, title, ..Section::default() });
            return;
        }
        if let Some(section) = self.section.as_mut().filter(|section| section.is_bordered) {
            let repeats = section.rows.first().is_some_and(|(_, first)| first[0].1 == cells[0].1);
            if section.rows.len() == 1 && section.heading.is_none() && !repeats {
                section.heading = section.rows.pop().map(|row| row.1);
                section.is_bordered = false;
                self.has_heading = true;
            } else {
                self.close();
            }
        }
        let section = self.section.get_or_insert_with(|| Section { depth, ..Section::default() });
        section.rows.push((at, cells));
    }

    /// Puts the rows of the open section where they belong.
    fn close(&mut self) {
        let Some(section) = self.section.take() else { return };
        let Section { depth, title, columns, heading, rows, is_bordered, is_spoilt } = section;
        if let (1, None, Some((at, Cow::Borrowed(title)))) = (depth, self.title, &title) {
            self.title = Some((*at, title));
        }
        let title_at = title.as_ref().map(|title| title.0).filter(|_| depth > 1);
        let key = title.filter(|_| depth > 1).map(|title| title.1).unwrap_or_default();
        if let Some(heading) = heading {
            let heading = Keys::new(heading.into_iter().map(|cell| cell.1).collect());
            for (at, cells) in rows {
                self.horizontal(depth, key.clone(), at, &heading, cells);
            }
        } else if rows.is_empty() {
            if let Some(at) = title_at {
                self.open_record(depth, key, at, MapBuilder::default(), true);
            }
        } else if columns <= 2 && rows.iter().all(|(_, cells)| is_pair(cells)) {
            let at = title_at.unwrap_or(rows[0].0);
            let mut entries = MapBuilder::default();
            for (key, node) in rows.into_iter().map(|(_, cells)| pair(cells)) {
                entries.push(key, node);
            }
            self.open_record(depth, key, at, entries, is_bordered && !is_spoilt);
        } else {
            for (at, cells) in rows {
                self.bare(depth, key.clone(), at, cells);
            }
        }
    }

    fn horizontal(
        &mut self,
        depth: usize,
        key: Cow<'a, str>,
        at: usize,
        heading: &Keys<'a>,
        cells: Vec<Cell<'a>>,
    ) {
        // With a bar in a cell it cannot be told which is which.
        let whole = cells.len() == heading.names().len();
        let mut entries = MapBuilder::like(Some(heading));
        for (name, cell) in heading.names().iter().zip(cells) {
            entries.push(name.clone(), text_node(cell));
        }
        self.open_record(depth, key, at, entries, whole);
    }

    /// A row without a heading: a list of its cells, or a value by itself.
    fn bare(&mut self, depth: usize, key: Cow<'a, str>, at: usize, cells: Vec<Cell<'a>>) {
        let mut nodes: Vec<Node<'a>> = cells.into_iter().map(text_node).collect();
        let node = match nodes.len() {
            1 => nodes.remove(0),
            _ => Node { at, value: Value::List(nodes), whole: true },
        };
        self.close_records(depth);
        if depth == 1 {
            self.done.push(node);
        } else {
            self.attach(key, node);
        }
    }

    fn open_record(
        &mut self,
        depth: usize,
        key: Cow<'a, str>,
        at: usize,
        entries: MapBuilder<'a>,
        whole: bool,
    ) {
        self.close_records(depth);
        self.stack.push(Record { depth, key, at, entries, whole });
    }

    /// Closes the open records of this depth and deeper ones.
    fn close_records(&mut self, depth: usize) {
        while self.stack.last().is_some_and(|last| last.depth >= depth) {
            let Some(Record { depth, key, at, entries, whole }) = self.stack.pop() else { return };
            let node = Node { at, value: Value::Map(entries.finish()), whole };
            if depth == 1 {
                self.done.push(node);
            } else {
                self.attach(key, node);
            }
        }
    }

    /// Puts a record into the list of its name in the record around it.
    fn attach(&mut self, key: Cow<'a, str>, node: Node<'a>) {
        if self.stack.is_empty() {
            let root = Record {
                depth: 1,
                key: Cow::Borrowed(""),
                at: node.at,
                entries: MapBuilder::default(),
                whole: true,
            };
            self.stack.push(root);
        }
        let Some(parent) = self.stack.last_mut() else { return };
        match parent.entries.get_mut(&key) {
            Some(Node { value: Value::List(list), .. }) => list.push(node),
            _ => {
                let list = Node { at: node.at, value: Value::List(vec![node]), whole: true };
                parent.entries.push(key, list);
            }
        }
    }

    fn finish(mut self, next: usize, damaged: Vec<usize>) -> Option<Block<'a>> {
        self.close();
        self.close_records(1);
        let root = match self.done.as_slice() {
            // A title with nothing below it.
            [] => {
                let (at, _) = self.title?;
                Node { at, value: Value::List(Vec::new()), whole: true }
            }
            [Node { value: Value::Map(_), .. }] => self.done.remove(0),
            [first, ..] => Node { at: first.at, value: Value::List(self.done), whole: true },
        };
        let is_box = self.title.is_none() && self.has_heading;
        let syntax = if is_box { Syntax::BoxTable } else { Syntax::Table };
        let mut block = Block::new(root, next, syntax, false);
        block.title = self.title.map(|title| title.1);
        block.damaged = damaged;
        Some(block)
    }
}

fn text_node<'a>((at, cell): Cell<'a>) -> Node<'a> {
    Node { at, value: Value::Text(cell), whole: true }
}

/// Whether a row is a key and its value, not several values. A value may hold bars of its own.
fn is_pair(cells: &[Cell<'_>]) -> bool {
    let key = cells[0].1.as_ref();
    cells.len() > 1
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !is_quota_code(key)
}

fn pair<'a>(mut cells: Vec<Cell<'a>>) -> (Cow<'a, str>, Node<'a>) {
    let (key, (at, first)) = (cells.remove(0).1, cells.remove(0));
    let value = cells.into_iter().fold(first, |value, more| value + "|" + more.1);
    (key, Node { at, value: Value::Text(value), whole: true })
}
