//! Byte offsets to lines and columns.

use byoc_scan::line_ends;

/// How many bytes lie between two places whose line is kept.
const APART: usize = 1 << 14;

/// Turns offsets into lines and columns, both from 1.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    /// See [`super::clean::Cleaned::moved`].
    moved: &'a [(usize, usize)],
    /// How many lines end before each multiple of [`APART`], as far as somebody asked.
    ends: Vec<usize>,
    /// The offset that was asked for last, and how many lines end before it: most that are asked for
    /// stand a little behind it.
    last: (usize, usize),
}

impl<'a> Places<'a> {
    /// Over `text` itself.
    pub fn new(text: &'a str) -> Places<'a> {
        Places::of_cleaned(text, &[])
    }

    /// Over the paste `text`, for offsets in what was cleaned of it.
    pub fn of_cleaned(text: &'a str, moved: &'a [(usize, usize)]) -> Places<'a> {
        Places { text, moved, ends: vec![0], last: (0, 0) }
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
        let end = self.text.floor_char_boundary(offset);
        (line, self.text[self.line_start(offset)..end].chars().count() as u32 + 1)
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
        let offset = offset.min(self.text.len());
        let part = offset / APART;
        while self.ends.len() <= part {
            let known = self.ends.len();
            let ended = self.ends_between((known - 1) * APART, known * APART);
            self.ends.push(self.ends[known - 1] + ended);
        }
        let start = (part * APART, self.ends[part]);
        let (from, before) = if self.last.0 <= offset { start.max(self.last) } else { start };
        self.last = (offset, before + self.ends_between(from, offset));
        self.last.1 as u32 + 1
    }

    /// How many lines end there; where CR and LF are parted, the line ends behind both.
    fn ends_between(&self, from: usize, to: usize) -> usize {
        let bytes = self.text.as_bytes();
        line_ends(&bytes[from..to], bytes.get(to).copied())
    }

    /// Where the line of an offset begins.
    fn line_start(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let before = &bytes[..offset.min(bytes.len())];
        let is_end = |at: usize| match before[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        (0..before.len()).rev().find(|at| is_end(*at)).map_or(0, |end| end + 1)
    }
}
