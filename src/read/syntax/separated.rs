//! Cells between commas, semicolons or tabs: under a heading as spreadsheets save them, or rows
//! alone as `jq` and `--output text` print them.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Block, Syntax};
use crate::read::format::{is_heading, is_row};
use crate::read::lines::{Line, lines_from, offset_in};
use crate::read::transcript::{is_command, is_empty_prompt, is_leftover};
use crate::read::tree::{Node, Value};

/// Lines above this length are no rows that a person pastes, in bytes.
const LONGEST: usize = 20_000;

/// How many rows below the first are asked what they are.
const ROWS_AHEAD: usize = 64;

/// Most cells of a row.
const MOST_CELLS: usize = 128;

/// A block begins with a heading, or with a row that tells by itself what it is.
pub fn find<'a>(text: &'a str, line: Line<'a>) -> Option<Block<'a>> {
    if line.text.len() > LONGEST || line.is_blank() {
        return None;
    }
    // PowerShell 5.1 writes the kind of object above the heading.
    if line.trimmed().starts_with("#TYPE ") {
        let below = lines_from(text, line.next).next()?;
        return find(text, below);
    }
    let mark = Mark::of(line.text)?;
    let first = mark.cells(line.trimmed());
    if is_heading(&first) {
        with_heading(text, &line, mark, first)
    } else if is_row(&first) || (mark == Mark::Byte(b'\t') && has_row_below(text, &line, mark)) {
        without_heading(text, &line, mark)
    } else {
        None
    }
}

/// Whether one of the next rows tells what they all are.
fn has_row_below(text: &str, line: &Line<'_>, mark: Mark) -> bool {
    let rows = lines_from(text, line.next).take(ROWS_AHEAD);
    rows.take_while(|row| row.text.len() <= LONGEST && Mark::of(row.text) == Some(mark))
        .any(|row| is_row(&mark.cells(row.trimmed())))
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
    fn of(line: &str) -> Option<Mark> {
        let count = |mark: char| line.matches(mark).count();
        // A name holds commas, but no tab; a heading with semicolons may hold commas.
        [('\t', 1), (';', 1), (',', 1)]
            .into_iter()
            .find(|(mark, least)| count(*mark) >= *least)
            .map(|(mark, _)| Mark::Byte(mark as u8))
            .or_else(|| line.trim().contains("  ").then_some(Mark::Gap))
    }

    fn cells(self, row: &str) -> Vec<Cow<'_, str>> {
        match self {
            Mark::Byte(b'\t') => {
                row.split('\t').map(|cell| Cow::Borrowed(unquoted(cell.trim()))).collect()
            }
            Mark::Byte(mark) => {
                let mut cells = Vec::new();
                let mut records = Records::new(row, mark);
                if let Some((_, _, found)) = records.next() {
                    cells = found.into_iter().map(Cow::Owned).collect();
                }
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
}

fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

fn with_heading<'a>(
    text: &'a str,
    line: &Line<'a>,
    mark: Mark,
    heading: Vec<Cow<'a, str>>,
) -> Option<Block<'a>> {
    let end = block_end(text, line.next, mark);
    let mut rows = Vec::new();
    let mut damaged = Vec::new();
    for (at, cells) in rows_between(text, line.next, end, mark) {
        if cells.len() > heading.len() {
            // A comma that is no mark, as in a number without quotes: nothing in it is certain.
            damaged.push(at);
            continue;
        }
        let whole = cells.len() == heading.len();
        let nodes =
            cells.into_iter().map(|cell| Node { at, value: Value::Text(cell), whole: true });
        let entries = heading.iter().cloned().zip(nodes).collect();
        rows.push(Node { at, value: Value::Map(entries), whole });
    }
    let root = Node { at: line.at, value: Value::List(rows), whole: true };
    let mut block = Block::new(root, end, Syntax::Csv, false);
    block.damaged = damaged;
    Some(block)
}

fn without_heading<'a>(text: &'a str, line: &Line<'a>, mark: Mark) -> Option<Block<'a>> {
    let mut end = line.at;
    for line in lines_from(text, line.at) {
        let content = line.trimmed();
        if is_empty_prompt(content) || is_leftover(content) || content == "None" {
            continue;
        }
        let is_part =
            line.text.len() <= LONGEST && Mark::of(line.text) == Some(mark) && !is_command(content);
        // In a row that stands alone each cell is weighed, so that a mail's lines are none.
        if !is_part || (mark == Mark::Gap && !is_row(&mark.cells(content))) {
            break;
        }
        end = line.next;
    }
    let mut rows = Vec::new();
    for (at, cells) in rows_between(text, line.at, end, mark) {
        let nodes =
            cells.into_iter().map(|cell| Node { at, value: Value::Text(cell), whole: true });
        rows.push(Node { at, value: Value::List(nodes.collect()), whole: true });
    }
    // The rest of a row that a terminal broke: the row's last cell is not certain.
    let below = lines_from(text, end).next().filter(|below| !below.is_blank());
    let is_rest = below.is_some_and(|below| {
        let content = below.trimmed();
        let last = lines_from(text, line.at).take_while(|line| line.at < end).last();
        let width = last.map_or(0, |last| last.text.chars().count());
        width >= 40
            && !is_command(content)
            && !is_empty_prompt(content)
            && !is_leftover(content)
            && Mark::of(below.text) != Some(mark)
            && content.len() < width
    });
    if is_rest && let Some(last) = rows.last_mut() {
        last.whole = false;
    }
    let syntax = if matches!(mark, Mark::Byte(b',' | b';')) { Syntax::Csv } else { Syntax::Rows };
    let root = Node { at: line.at, value: Value::List(rows), whole: true };
    Some(Block::new(root, end, syntax, false))
}

/// Where the rows below a heading end: at a blank line, a command, or a line without a mark.
fn block_end(text: &str, from: usize, mark: Mark) -> usize {
    let mut end = from;
    let mut quotes = 0;
    for line in lines_from(text, from) {
        let content = line.trimmed();
        let is_open = quotes % 2 == 1;
        let is_row =
            Mark::of(line.text) == Some(mark) || is_empty_prompt(content) || is_leftover(content);
        if !is_open && (content.is_empty() || is_command(content) || !is_row) {
            break;
        }
        quotes += content.matches('"').count();
        end = line.next;
    }
    end
}

/// Each row with its offset and its cells.
fn rows_between<'a>(
    text: &'a str,
    from: usize,
    end: usize,
    mark: Mark,
) -> Vec<(usize, Vec<Cow<'a, str>>)> {
    if let Mark::Byte(mark @ (b',' | b';')) = mark {
        let records = Records::new(&text[from..end], mark);
        return records
            .map(|(at, _, cells)| (from + at, cells))
            .filter(|(_, cells)| !is_noise(cells))
            .map(|(at, cells)| (at, cells.into_iter().map(Cow::Owned).collect()))
            .collect();
    }
    let lines = lines_from(text, from).take_while(|line| line.at < end);
    let rows = lines.filter(|line| !is_noise(&[line.trimmed()]) && !line.is_blank());
    rows.map(|line| (offset_in(text, line.text), mark.cells(line.text.trim_matches([' ', '\r']))))
        .collect()
}

fn is_noise<S: AsRef<str>>(cells: &[S]) -> bool {
    matches!(cells, [only] if { let only = only.as_ref(); only == "None" || is_empty_prompt(only) || is_leftover(only) })
}

/// The records of a CSV text, with where each begins and ends.
struct Records<'t> {
    text: &'t str,
    at: usize,
    reader: Reader,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, mark: u8) -> Records<'t> {
        Records { text, at: 0, reader: ReaderBuilder::new().delimiter(mark).build() }
    }
}

impl Iterator for Records<'_> {
    type Item = (usize, usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        let start = self.at + (rest.len() - rest.trim_start_matches(['\n', '\r']).len());
        if self.text[start..].trim().is_empty() {
            return None;
        }
        let mut input = &self.text.as_bytes()[start..];
        let mut output = vec![0; input.len().min(LONGEST) + 64];
        let mut ends = [0; MOST_CELLS];
        let (mut written, mut cells) = (0, 0);
        loop {
            let (result, taken, wrote, ended) =
                self.reader.read_record(input, &mut output[written..], &mut ends[cells..]);
            (written, cells) = (written + wrote, cells + ended);
            input = &input[taken..];
            match result {
                ReadRecordResult::InputEmpty if !input.is_empty() => {}
                ReadRecordResult::InputEmpty | ReadRecordResult::Record => {
                    if result == ReadRecordResult::Record {
                        break;
                    }
                }
                ReadRecordResult::End => break,
                ReadRecordResult::OutputFull => output.resize(output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => return None,
            }
        }
        self.at = self.text.len() - input.len();
        let mut from = 0;
        let cell = |end: &usize| {
            let cell = String::from_utf8_lossy(&output[from..*end]).trim().to_owned();
            from = *end;
            cell
        };
        Some((start, self.at, ends[..cells].iter().map(cell).collect()))
    }
}
