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
    /// Which marks stand on it.
    pub signs: Signs,
}

/// Which marks stand on a line, so that nobody searches it for one that is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// A tab.
    pub const TAB: Signs = Signs(1);
    /// `|`
    pub const BAR: Signs = Signs(1 << 1);
    /// `:`
    pub const COLON: Signs = Signs(1 << 2);
    /// `,`
    pub const COMMA: Signs = Signs(1 << 3);
    /// `;`
    pub const SEMICOLON: Signs = Signs(1 << 4);
    /// `{` or `[`
    pub const BRACKET: Signs = Signs(1 << 5);
    /// `(`
    pub const ROUND: Signs = Signs(1 << 6);
    /// `$`, `#`, `%` or `>`, and what is no ASCII: a prompt may end with one.
    pub const PROMPT: Signs = Signs(1 << 7);
    /// Two blanks beside one another.
    pub const GAP: Signs = Signs(1 << 8);
    /// `"`
    pub const QUOTE: Signs = Signs(1 << 9);
    const BLANK: u16 = 1 << 14;
    /// LF or CR.
    const END: u16 = 1 << 15;

    /// Whether one of `signs` is there.
    pub fn has(self, signs: Signs) -> bool {
        self.0 & signs.0 != 0
    }

    /// Those of a text that is no whole line.
    fn of(text: &str) -> Signs {
        let mut found = Found::default();
        for byte in text.bytes() {
            found.take(OF_BYTE[usize::from(byte)]);
        }
        found.signs
    }
}

/// The signs found so far.
#[derive(Default)]
struct Found {
    signs: Signs,
    /// What the byte before said.
    last: u16,
}

impl Found {
    fn take(&mut self, says: u16) {
        let is_gap = says & self.last & Signs::BLANK != 0;
        self.signs.0 |= (says & !Signs::BLANK) | if is_gap { Signs::GAP.0 } else { 0 };
        self.last = says;
    }
}

/// What each byte says.
const OF_BYTE: [u16; 256] = {
    let mut signs = [0; 256];
    let mut byte = 0x80;
    while byte < 256 {
        signs[byte] = Signs::PROMPT.0;
        byte += 1;
    }
    let marks = [
        (b'\t', Signs::TAB.0),
        (b'|', Signs::BAR.0),
        (b':', Signs::COLON.0),
        (b',', Signs::COMMA.0),
        (b';', Signs::SEMICOLON.0),
        (b'{', Signs::BRACKET.0),
        (b'[', Signs::BRACKET.0),
        (b'(', Signs::ROUND.0),
        (b'$', Signs::PROMPT.0),
        (b'#', Signs::PROMPT.0),
        (b'%', Signs::PROMPT.0),
        (b'>', Signs::PROMPT.0),
        (b'"', Signs::QUOTE.0),
        (b' ', Signs::BLANK),
        (b'\n', Signs::END),
        (b'\r', Signs::END),
    ];
    let mut index = 0;
    while index < marks.len() {
        signs[marks[index].0 as usize] = marks[index].1;
        index += 1;
    }
    signs
};

impl<'a> Line<'a> {
    /// A part of a line.
    pub fn part(at: usize, text: &'a str, next: usize) -> Line<'a> {
        Line { at, text, next, signs: Signs::of(text) }
    }

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
    let mut found = Found::default();
    let is_end = |byte: &u8| {
        let says = OF_BYTE[usize::from(*byte)];
        let is_end = says == Signs::END;
        if !is_end {
            found.take(says);
        }
        is_end
    };
    let end = bytes.iter().position(is_end).unwrap_or(rest.len());
    let ends = match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(_), _) => 1,
        (None, _) => 0,
    };
    Some(Line { at, text: &rest[..end], next: at + end + ends, signs: found.signs })
}

/// The lines from the one that begins at `at`.
pub fn lines_from(text: &str, at: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    std::iter::successors(line_at(text, at), move |line| line_at(text, line.next))
}

/// The first byte that is no blank, from the beginning of a line on; a line end is one.
pub fn first_byte(text: &str, at: usize) -> Option<u8> {
    let bytes = text.as_bytes().get(at..)?;
    bytes.iter().copied().find(|byte| !matches!(byte, b' ' | b'\t'))
}

/// Where `part` stands in `whole`, whose slice it is.
pub fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}
