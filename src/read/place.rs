//! Byte offsets to lines and columns.

use super::lines::Lines;

/// How many lines are looked at before all of them are searched.
const NEAR: usize = 8;

/// Turns offsets into lines and columns, both from 1.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    /// See [`super::clean::Cleaned::moved`].
    moved: &'a [(usize, usize)],
    /// Offset of each line's first byte; empty until somebody asks.
    starts: Vec<usize>,
    /// The line that was asked for last: the next one is most often near it.
    last: usize,
}

impl<'a> Places<'a> {
    /// Over `text` itself.
    pub fn new(text: &'a str) -> Places<'a> {
        Places { text, moved: &[], starts: Vec::new(), last: 0 }
    }

    /// Over the paste `text`, for offsets in what was cleaned of it, whose lines these are.
    pub fn of_cleaned(text: &'a str, moved: &'a [(usize, usize)], lines: &Lines<'_>) -> Places<'a> {
        // Where nothing was taken off, those are the paste's.
        let starts = if moved.is_empty() { line_starts(lines) } else { Vec::new() };
        Places { text, moved, starts, last: 0 }
    }

    /// The line of a byte offset. Lines end with LF, CRLF or CR.
    pub fn line(&mut self, offset: usize) -> u32 {
        let offset = self.in_paste(offset);
        self.line_of(offset)
    }

    /// The line and column of a byte offset, the column in characters.
    pub fn line_and_column(&mut self, offset: usize) -> (u32, u32) {
        let offset = self.in_paste(offset);
        let line = self.line_of(offset);
        let start = self.starts[line as usize - 1];
        let end = self.text.floor_char_boundary(offset);
        (line, self.text[start..end.max(start)].chars().count() as u32 + 1)
    }

    fn in_paste(&self, offset: usize) -> usize {
        match self.moved.partition_point(|(clean, _)| *clean <= offset).checked_sub(1) {
            Some(last) => {
                let (clean, paste) = self.moved[last];
                paste + (offset - clean)
            }
            None => offset,
        }
    }

    fn line_of(&mut self, offset: usize) -> u32 {
        if self.starts.is_empty() {
            self.starts = line_starts(&Lines::of(self.text));
        }
        let from = if self.starts.get(self.last).is_some_and(|start| *start <= offset) {
            self.last
        } else {
            0
        };
        let near = self.starts[from..].iter().take(NEAR).position(|start| *start > offset);
        let line = match near {
            Some(behind) => from + behind,
            None => self.starts.partition_point(|start| *start <= offset),
        };
        self.last = line - 1;
        line as u32
    }
}

/// Where each line begins, and where one would behind the text's last line end.
fn line_starts(lines: &Lines<'_>) -> Vec<usize> {
    let mut starts: Vec<usize> = lines.all().iter().map(|line| line.at).collect();
    if lines.text.is_empty() || lines.text.ends_with(['\n', '\r']) {
        starts.push(lines.text.len());
    }
    starts
}
