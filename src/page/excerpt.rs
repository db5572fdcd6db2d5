//! Lines of a source as a person looks at them: numbered, and a long one cut around what matters.

use std::ops::Range;

/// A longer line is cut, in bytes.
const LONGEST: usize = 320;

/// How much of a cut line stands before what matters.
const BEFORE: usize = 80;

/// A place in a source, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// A line to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbered {
    /// Its number in the source.
    pub number: u32,
    /// What stands on it, without the blanks that all shown lines begin with.
    pub text: String,
    /// Whether it is the one that is pointed at.
    pub is_marked: bool,
}

/// The lines of a text, which end with LF, CRLF or a lone CR.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// The line of this number, from 1.
pub fn line(text: &str, number: u32) -> &str {
    lines(text).nth(number.saturating_sub(1) as usize).unwrap_or_default()
}

/// The lines around a place, up to `reach` before and behind it.
pub fn around(text: &str, place: Place, reach: u32) -> Vec<Numbered> {
    let first = place.line.saturating_sub(reach).max(1);
    let count = place.line + reach - first + 1;
    let whole = text.trim_end_matches(['\n', '\r']);
    let shown: Vec<&str> = lines(whole).skip(first as usize - 1).take(count as usize).collect();
    let indent = shown.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min();
    let numbered = shown.into_iter().zip(first..).map(|(line, number)| {
        let is_marked = number == place.line;
        let at = if is_marked { byte_of(line, place.column) } else { 0 };
        let indent = indent.unwrap_or(0).min(line.len());
        let text = cut(&line[indent..], at.saturating_sub(indent));
        Numbered { number, text, is_marked }
    });
    numbered.collect()
}

/// The part of a line to point at: all of it, or of a long one what stands around a byte.
pub fn part(line: &str, at: usize) -> Range<usize> {
    if line.len() <= LONGEST {
        return 0..line.len();
    }
    let start = line.floor_char_boundary(at.saturating_sub(BEFORE));
    start..line.floor_char_boundary(start + LONGEST)
}

/// The byte at which a column begins.
pub fn byte_of(line: &str, column: u32) -> usize {
    let mut columns = line.char_indices();
    columns.nth(column.saturating_sub(1) as usize).map_or(0, |(at, _)| at)
}

/// The column of the first of these words that stands on the line, else the first column.
pub fn column_of(line: &str, words: &[&str]) -> u32 {
    let at = words.iter().find_map(|word| line.find(word)).unwrap_or(0);
    line[..at].chars().count() as u32 + 1
}

fn cut(line: &str, at: usize) -> String {
    let Range { start, end } = part(line, at);
    let before = if start > 0 { "…" } else { "" };
    let behind = if end < line.len() { "…" } else { "" };
    format!("{before}{}{behind}", &line[start..end])
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
