//! Byte offsets to lines and columns.

/// Turns offsets into lines; cheap when asked in rising order, as readers do.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    offset: usize,
    line: u32,
    line_start: usize,
}

impl<'a> Places<'a> {
    /// Over `text`.
    pub fn new(text: &'a str) -> Places<'a> {
        Places { text, offset: 0, line: 1, line_start: 0 }
    }

    /// The line of a byte offset, from 1. Lines end with LF, CRLF or CR.
    pub fn line(&mut self, offset: usize) -> u32 {
        if offset < self.offset {
            (self.offset, self.line, self.line_start) = (0, 1, 0);
        }
        let bytes = self.text.as_bytes();
        for at in self.offset..offset.min(bytes.len()) {
            if bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                self.line += 1;
                self.line_start = at + 1;
            }
        }
        self.offset = offset;
        self.line
    }

    /// The line and column of a byte offset, both from 1, the column in characters.
    pub fn line_and_column(&mut self, offset: usize) -> (u32, u32) {
        let line = self.line(offset);
        let end = self.text.floor_char_boundary(offset);
        let column = self.text[self.line_start..end.max(self.line_start)].chars().count() + 1;
        (line, column as u32)
    }
}
