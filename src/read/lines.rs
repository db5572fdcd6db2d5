//! A text, line by line. LF, CRLF and a lone CR end one.

/// A line without its end.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Byte offset of its first character.
    pub at: usize,
    /// What stands on it.
    pub text: &'a str,
    /// Byte offset of the next line.
    pub next: usize,
}

impl<'a> Line<'a> {
    /// Without blanks around it.
    pub fn trimmed(&self) -> &'a str {
        self.text.trim()
    }

    /// Whether there is nothing on it.
    pub fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }
}

/// The line that begins at `at`, which is the first byte of one; `None` at the end of the text.
pub fn line_at(text: &str, at: usize) -> Option<Line<'_>> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    let bytes = rest.as_bytes();
    let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    let ends = match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(_), _) => 1,
        (None, _) => 0,
    };
    Some(Line { at, text: &rest[..end], next: at + end + ends })
}

/// The lines from the one that begins at `at`.
pub fn lines_from(text: &str, at: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    std::iter::successors(line_at(text, at), move |line| line_at(text, line.next))
}

/// Where `part` stands in `whole`, whose slice it is.
pub fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}
