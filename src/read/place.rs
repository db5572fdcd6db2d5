//! Byte offsets to lines and columns.

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
        Places::of_cleaned(text, &[])
    }

    /// Over the paste `text`, for offsets in what was cleaned of it.
    pub fn of_cleaned(text: &'a str, moved: &'a [(usize, usize)]) -> Places<'a> {
        Places { text, moved, starts: Vec::new(), last: 0 }
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
            self.starts = line_starts(self.text);
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

fn line_starts(text: &str) -> Vec<usize> {
    let start = std::iter::once(0);
    if !text.contains('\r') {
        return start.chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    }
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| {
        **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    });
    start.chain(ends.map(|(at, _)| at + 1)).collect()
}
