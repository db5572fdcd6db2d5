//! Cells between commas, semicolons or tabs: under a heading as spreadsheets save them, or rows
//! alone as `jq` and `--output text` print them.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Block, Syntax};
use crate::data::headings::in_english;
use crate::quantity::Decimal;
use crate::read::bytes::{has_pair, split, trimmed};
use crate::read::format::{is_heading, is_row, plain_lines};
use crate::read::lines::{Line, Lines, Signs};
use crate::read::transcript::{is_command, is_command_with, is_empty_prompt, is_leftover};
use crate::read::tree::{Keys, Map, Node, Value};

/// Lines above this length are no rows that a person pastes, in bytes.
const LONGEST: usize = 20_000;

/// Shortest line that a terminal may have broken.
const LONG: usize = 79;

/// How many rows below the first are asked what they are.
const ROWS_AHEAD: usize = 64;

/// As many cells as most rows have.
const FEW_CELLS: usize = 8;

/// Most cells of a row.
const MOST_CELLS: usize = 128;

/// A block begins with a heading, or with a row that tells by itself what it is.
pub fn find<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    if line.text.len() > LONGEST || line.is_blank() {
        return None;
    }
    // PowerShell 5.1 writes the kind of object above the heading.
    if line.trimmed().starts_with("#TYPE ") {
        let below = lines.next(&line)?;
        return find(lines, below);
    }
    let mark = Mark::of(&line)?;
    let first = rough_cells(line.trimmed(), mark);
    if is_heading(&first) {
        // The rest of a heading that a terminal broke does not name the first columns.
        if follows_a_broken_line(lines.text, &line) {
            return None;
        }
        let heading = mark.cells(line.trimmed(), &mut mark.reader());
        with_heading(lines, &line, mark, heading)
    } else if is_row(&first) {
        // A quota's name may hold a comma: "Storage for … volumes, in TiB: 50" is a person's line.
        let is_plain = mark == Mark::Byte(b',') && (plain_lines::FORMAT.takes)(&line);
        if is_plain { None } else { without_heading(lines, line, mark) }
    } else if is_unknown_heading(lines, &line, mark, &first) {
        let heading = mark.cells(line.trimmed(), &mut mark.reader()).into_iter();
        let heading = heading.map(|cell| match cell {
            Cow::Borrowed(cell) => Cow::Borrowed(in_english(cell)),
            Cow::Owned(cell) => Cow::Owned(in_english(&cell).to_owned()),
        });
        with_heading(lines, &line, mark, heading.collect())
    } else if mark == Mark::Byte(b'\t') {
        match rows_ahead(lines, &line, mark) {
            Ok(()) => without_heading(lines, line, mark),
            // Known to be nothing as far as it was looked at.
            Err(end) => {
                let none = Node { at: line.at, value: Value::List(Vec::new()), whole: true };
                Some(Block::new(none, end, Syntax::Rows, false))
            }
        }
    } else {
        None
    }
}

/// Whether words stand above as many cells of a row of quotas: names of columns in another language
/// or of another tool.
fn is_unknown_heading<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    mark: Mark,
    cells: &[Cow<'_, str>],
) -> bool {
    // Most lines with such a mark show at once that they are none.
    let is_other = [Signs::DIGIT, Signs::COLON, Signs::BRACKET, Signs::EQUALS];
    if mark == Mark::Gap || cells.len() < 2 || is_other.iter().any(|sign| line.signs.has(*sign)) {
        return false;
    }
    let is_word = |cell: &Cow<'_, str>| cell.contains(char::is_alphabetic);
    cells.iter().all(is_word)
        && lines.next(line).filter(|row| Mark::of(row) == Some(mark)).is_some_and(|row| {
            let below = rough_cells(row.trimmed(), mark);
            below.len() == cells.len() && is_row(&below)
        })
}

/// Whether one of the next rows tells what they all are; else how far it was looked.
fn rows_ahead<'a>(lines: &Lines<'a>, line: &Line<'a>, mark: Mark) -> Result<(), usize> {
    let rows = lines.below(line).take(ROWS_AHEAD);
    let mut end = line.next;
    for row in rows.take_while(|row| row.text.len() <= LONGEST && Mark::of(row) == Some(mark)) {
        if is_row(&rough_cells(row.trimmed(), mark)) {
            return Ok(());
        }
        end = row.next;
    }
    Err(end)
}

/// What stands between cells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A comma, a semicolon, or a tab; cells may stand in quotes.
    Byte(u8),
    /// At least two blanks, which tabs became.
    Gap,
}

impl Mark {
    fn of(line: &Line<'_>) -> Option<Mark> {
        // A name holds commas, but no tab; a heading with semicolons may hold commas.
        if line.signs.has(Signs::TAB) {
            Some(Mark::Byte(b'\t'))
        } else if line.signs.has(Signs::SEMICOLON) {
            Some(Mark::Byte(b';'))
        } else if line.signs.has(Signs::COMMA) {
            Some(Mark::Byte(b','))
        } else {
            has_pair(line.trimmed(), *b"  ").then_some(Mark::Gap)
        }
    }

    /// Whether a line with this mark is a command; none holds a tab.
    fn is_command(self, content: &str, signs: Signs) -> bool {
        self != Mark::Byte(b'\t') && is_command_with(content, signs)
    }

    /// Whether the mark may be part of a cell, which then stands in quotes.
    fn may_stand_in_quotes(self) -> bool {
        matches!(self, Mark::Byte(b',' | b';'))
    }

    /// Reads the cells of rows with this mark. Making one takes longer than reading many rows.
    fn reader(self) -> Cells {
        let mark = if let Mark::Byte(mark) = self { mark } else { b',' };
        let reader = ReaderBuilder::new().delimiter(mark).build();
        Cells { reader, output: Vec::new(), ends: vec![0; MOST_CELLS] }
    }

    fn cells<'r>(self, row: &'r str, reader: &mut Cells) -> Vec<Cow<'r, str>> {
        match self {
            Mark::Byte(mark @ (b',' | b';')) if row.contains('"') => {
                let whole = || record(row, reader).into_iter().map(Cow::Owned).collect();
                quoted_cells(row, mark).unwrap_or_else(whole)
            }
            _ => rough_cells(row, self),
        }
    }
}

/// The cells of a row whose quotes hold no marks: enough to see what the row is.
fn rough_cells(row: &str, mark: Mark) -> Vec<Cow<'_, str>> {
    match mark {
        Mark::Byte(mark) => {
            let mut cells = Vec::with_capacity(FEW_CELLS);
            let parts = split(row, mark).map(trimmed);
            cells.extend(parts.map(|cell| Cow::Borrowed(unquoted(cell))));
            cells
        }
        Mark::Gap => row
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .map(Cow::Borrowed)
            .collect(),
    }
}

/// The cells of a row with quotes, as they stand in it: where quotes stand around whole cells alone,
/// and none within, as in most.
fn quoted_cells(row: &str, mark: u8) -> Option<Vec<Cow<'_, str>>> {
    let mut cells = Vec::with_capacity(FEW_CELLS);
    let mut rest = row;
    loop {
        let inner = rest.strip_prefix('"');
        let (cell, behind) = match inner {
            Some(inner) => inner.split_at(inner.bytes().position(|byte| byte == b'"')?),
            None => {
                let end = rest.bytes().position(|byte| byte == mark || byte == b'"');
                rest.split_at(end.unwrap_or(rest.len()))
            }
        };
        cells.push(Cow::Borrowed(trimmed(cell)));
        let behind = behind.get(usize::from(inner.is_some())..)?;
        match behind.as_bytes().first() {
            None => return (cells.len() < MOST_CELLS).then_some(cells),
            Some(first) if *first == mark => rest = &behind[1..],
            Some(_) => return None,
        }
    }
}

fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

fn with_heading<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    mark: Mark,
    heading: Vec<Cow<'a, str>>,
) -> Option<Block<'a>> {
    let count = count_rows(lines.below(line), mark);
    let below = lines.below(line).take(count);
    let end = below.clone().last().map_or(line.next, |last| last.next);
    let columns = heading.len();
    let heading = Keys::new(heading);
    let mut rows: Vec<Node<'a>> = Vec::new();
    let mut damaged = Vec::new();
    let indent = line.text.len() - line.text.trim_start().len();
    for Row { at, cells, .. } in rows_of(below, mark, indent) {
        if cells.len() == 1 && columns > 1 {
            // The rest of the row above, which a terminal broke: its last cell is not certain.
            if let Some(above) = rows.last_mut() {
                above.whole = false;
            }
            damaged.push(at);
            continue;
        }
        if cells.len() > columns {
            // A comma that is no mark, as in a number without quotes: nothing in it is certain.
            damaged.push(at);
            continue;
        }
        let whole = cells.len() == columns;
        if !whole {
            damaged.push(at);
        }
        let nodes =
            cells.into_iter().map(|cell| Node { at, value: Value::Text(cell), whole: true });
        rows.push(Node { at, value: Value::Map(Map::of_row(&heading, nodes)), whole });
    }
    let root = Node { at: line.at, value: Value::List(rows), whole: true };
    let mut block = Block::new(root, end, Syntax::Csv, false);
    block.damaged = damaged;
    Some(block)
}

fn without_heading<'a>(lines: &Lines<'a>, first: Line<'a>, mark: Mark) -> Option<Block<'a>> {
    let mut end = first.at;
    let mut last = None;
    for line in lines.from(first) {
        let content = line.trimmed();
        if is_empty_prompt(content) || is_leftover(content) || content == "None" {
            continue;
        }
        let is_part = line.text.len() <= LONGEST
            && Mark::of(&line) == Some(mark)
            && !mark.is_command(content, line.signs);
        // In a row that stands alone each cell is weighed, so that a mail's lines are none.
        if !is_part || (mark == Mark::Gap && !is_row(&rough_cells(content, mark))) {
            break;
        }
        end = line.next;
        last = Some(line);
    }
    // Such a line may be a command; a block without a line of its own would never end.
    last?;
    let mut rows: Vec<Node<'a>> = Vec::new();
    let mut above_is_open = follows_a_broken_line(lines.text, &first);
    let own = lines.from(first).take_while(|line| line.at < end);
    for Row { at, cells, is_long } in rows_of(own, mark, 0) {
        // What follows a long line without a figure may be the rest of it.
        let is_open = is_long && !cells.iter().any(|cell| Decimal::parse(cell).is_some());
        let whole = !std::mem::replace(&mut above_is_open, is_open);
        let nodes =
            cells.into_iter().map(|cell| Node { at, value: Value::Text(cell), whole: true });
        rows.push(Node { at, value: Value::List(nodes.collect()), whole });
    }
    // The rest of a row that a terminal broke: the row's last cell is not certain.
    let below = last.and_then(|last| lines.next(&last)).filter(|below| !below.is_blank());
    let is_rest = below.is_some_and(|below| {
        let content = below.trimmed();
        let width = last.map_or(0, |last| last.text.chars().count());
        width >= 40
            && !is_command(content)
            && !is_empty_prompt(content)
            && !is_leftover(content)
            && Mark::of(&below) != Some(mark)
            && content.len() < width
    });
    if is_rest && let Some(last) = rows.last_mut() {
        last.whole = false;
    }
    let syntax = if matches!(mark, Mark::Byte(b',' | b';')) { Syntax::Csv } else { Syntax::Rows };
    let damaged = rows.iter().filter(|row| !row.whole).map(|row| row.at).collect();
    let root = Node { at: first.at, value: Value::List(rows), whole: true };
    Some(Block { damaged, ..Block::new(root, end, syntax, false) })
}

/// Whether a long line stands right above, of which this one may be the rest.
fn follows_a_broken_line(text: &str, line: &Line<'_>) -> bool {
    let above = text[..line.at].trim_end_matches(['\n', '\r']);
    let gap = &text[above.len()..line.at];
    let above = above.rsplit(['\n', '\r']).next().unwrap_or_default();
    let is_right_above = !gap.is_empty() && gap.matches('\n').count() <= 1;
    let is_command = is_command(above.trim()) || is_empty_prompt(above.trim());
    is_right_above && is_long(above) && !is_command
}

/// How many lines below a heading are rows: up to a blank line, a command, or lines without a
/// mark. One such line among rows is the rest of a row that a terminal broke.
fn count_rows<'a>(below: impl Iterator<Item = Line<'a>>, mark: Mark) -> usize {
    let mut count = 0;
    let mut rows = 0;
    let mut below = below.peekable();
    while let Some(line) = below.next() {
        let content = line.trimmed();
        let is_open = count % 2 == 1;
        let is_row = |line: &Line<'_>| {
            let content = line.trimmed();
            Mark::of(line) == Some(mark) || is_empty_prompt(content) || is_leftover(content)
        };
        let goes_on =
            is_row(&line) || below.peek().is_some_and(|next| !next.is_blank() && is_row(next));
        if !is_open && (content.is_empty() || mark.is_command(content, line.signs) || !goes_on) {
            break;
        }
        if line.signs.has(Signs::QUOTE) {
            count += quotes(content);
        }
        rows += 1;
    }
    rows
}

/// A row below a heading, or one alone.
struct Row<'a> {
    at: usize,
    cells: Vec<Cow<'a, str>>,
    /// Its first line is as long as one that a terminal may have broken.
    is_long: bool,
}

/// Each row, one after the other, so that only one is held at a time.
fn rows_of<'a>(
    mut lines: impl Iterator<Item = Line<'a>>,
    mark: Mark,
    indent: usize,
) -> impl Iterator<Item = Row<'a>> {
    let mut reader = mark.reader();
    std::iter::from_fn(move || {
        loop {
            let line = lines.next()?;
            let mut row = Cow::Borrowed(line.text);
            let has_quotes = line.signs.has(Signs::QUOTE) && mark.may_stand_in_quotes();
            // A cell in quotes may hold line ends; one behind a long line is a terminal's.
            while has_quotes && quotes(&row) % 2 == 1 {
                let is_broken = row.rsplit('\n').next().is_some_and(is_long);
                let Some(more) = lines.next() else { break };
                let row = row.to_mut();
                row.push_str(if is_broken { "" } else { "\n" });
                row.push_str(more.text);
            }
            let content = trimmed(&row);
            if content.is_empty() || is_noise(content) {
                continue;
            }
            // As far as the heading is indented the rows are, too.
            let blanks = row.bytes().take(indent).take_while(u8::is_ascii_whitespace).count();
            let cells = match row {
                Cow::Borrowed(row) => mark.cells(trimmed_row(&row[blanks..]), &mut reader),
                Cow::Owned(row) => {
                    let cells = mark.cells(trimmed_row(&row[blanks..]), &mut reader);
                    cells.into_iter().map(|cell| Cow::Owned(cell.into_owned())).collect()
                }
            };
            return Some(Row { at: line.at, cells, is_long: is_long(line.text) });
        }
    })
}

fn quotes(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'"').count()
}

fn is_long(line: &str) -> bool {
    line.len() >= LONG && line.chars().count() >= LONG
}

/// Tabs at either end stand beside empty cells.
fn trimmed_row(row: &str) -> &str {
    row.trim_end_matches([' ', '\r']).trim_start_matches(' ')
}

/// What stands between rows and is none.
fn is_noise(row: &str) -> bool {
    is_empty_prompt(row) || is_leftover(row)
}

/// Reads records of CSV, with room that is used again for each.
struct Cells {
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of one record of CSV, whose quotes are taken off.
fn record(row: &str, cells: &mut Cells) -> Vec<String> {
    let Cells { reader, output, ends } = cells;
    reader.reset();
    output.resize(row.len() + 1, 0);
    let (result, _, written, count) = reader.read_record(row.as_bytes(), output, ends);
    let count = match result {
        // The end of the row is the end of its last cell, too.
        ReadRecordResult::InputEmpty => {
            let (_, _, _, last) =
                reader.read_record(&[], &mut output[written..], &mut ends[count..]);
            count + last
        }
        _ => count,
    };
    let mut from = 0;
    let cell = |end: &usize| {
        let cell = String::from_utf8_lossy(&output[from..*end]).trim().to_owned();
        from = *end;
        cell
    };
    ends[..count].iter().map(cell).collect()
}
