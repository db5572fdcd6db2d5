//! A text, line by line. LF, CRLF and a lone CR end one.

use std::ops::Range;

use super::bytes::trimmed;

/// A line without its end.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Byte offset of its first character.
    pub at: usize,
    /// What stands on it.
    pub text: &'a str,
    /// Byte offset of the next line.
    pub next: usize,
    /// Which line of the text it is, or is a part of, from 0.
    number: u32,
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
    /// `"`
    pub const QUOTE: Signs = Signs(1 << 8);
    /// `/`
    pub const SLASH: Signs = Signs(1 << 9);
    /// `=`
    pub const EQUALS: Signs = Signs(1 << 10);
    /// 0 to 9.
    pub const DIGIT: Signs = Signs(1 << 11);
    /// LF or CR, which ends the line.
    const END: Signs = Signs(1 << 15);

    /// Whether one of `signs` is there.
    pub fn has(self, signs: Signs) -> bool {
        self.0 & signs.0 != 0
    }

    /// Those of a text that is no whole line.
    fn of(text: &str) -> Signs {
        Signs(text.bytes().fold(0, |signs, byte| signs | OF_BYTE[usize::from(byte)].0))
    }
}

/// What each byte says.
const OF_BYTE: [Signs; 256] = {
    let mut signs = [Signs(0); 256];
    let mut byte = 0x80;
    while byte < 256 {
        signs[byte] = Signs::PROMPT;
        byte += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        signs[digit as usize] = Signs::DIGIT;
        digit += 1;
    }
    let marks = [
        (b'\t', Signs::TAB),
        (b'|', Signs::BAR),
        (b':', Signs::COLON),
        (b',', Signs::COMMA),
        (b';', Signs::SEMICOLON),
        (b'{', Signs::BRACKET),
        (b'[', Signs::BRACKET),
        (b'(', Signs::ROUND),
        (b'$', Signs::PROMPT),
        (b'#', Signs::PROMPT),
        (b'%', Signs::PROMPT),
        (b'>', Signs::PROMPT),
        (b'"', Signs::QUOTE),
        (b'/', Signs::SLASH),
        (b'=', Signs::EQUALS),
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
    /// A part of this line, from byte `at` of the text up to `end`.
    pub fn part(&self, at: usize, end: usize) -> Line<'a> {
        let line_end = self.at + self.text.len();
        let text = &self.text[at.min(line_end) - self.at..end.min(line_end) - self.at];
        Line { at, text, next: end.min(self.next), number: self.number, signs: Signs::of(text) }
    }

    /// Without blanks around it.
    pub fn trimmed(&self) -> &'a str {
        trimmed(self.text)
    }

    /// Whether there is nothing on it.
    pub fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }
}

/// How long a line is, about, in bytes.
const USUAL_LINE: usize = 48;

/// All lines of a text, found once: every syntax looks at many of them, and most at the same ones.
#[derive(Debug)]
pub struct Lines<'a> {
    /// The text.
    pub text: &'a str,
    lines: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// Of this text.
    pub fn of(text: &'a str) -> Lines<'a> {
        let mut lines: Vec<Line<'a>> = Vec::with_capacity(text.len() / USUAL_LINE + 1);
        let mut next = 0;
        while let Some(line) = line_at(text, next, lines.len()) {
            next = line.next;
            lines.push(line);
        }
        Lines { text, lines }
    }

    /// All of them.
    pub fn all(&self) -> &[Line<'a>] {
        &self.lines
    }

    /// Those below `line`.
    pub fn below(&self, line: &Line<'a>) -> &[Line<'a>] {
        &self.lines[line.number as usize + 1..]
    }

    /// The one below `line`.
    pub fn next(&self, line: &Line<'a>) -> Option<Line<'a>> {
        self.below(line).first().copied()
    }

    /// `line` and those below it.
    pub fn from(&self, line: Line<'a>) -> impl Iterator<Item = Line<'a>> {
        std::iter::once(line).chain(self.below(&line).iter().copied())
    }

    /// Those of a range of the text, which may begin and end within one.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = Line<'a>> {
        let first = self.lines.partition_point(|line| line.next <= range.start);
        let lines = self.lines[first..].iter().take_while(move |line| line.at < range.end);
        lines.map(move |line| {
            let is_whole = range.start <= line.at && line.next <= range.end;
            if is_whole { *line } else { line.part(range.start.max(line.at), range.end) }
        })
    }
}

/// The line that begins at `at`; `None` at the end of the text.
fn line_at(text: &str, at: usize, number: usize) -> Option<Line<'_>> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    let bytes = rest.as_bytes();
    let mut signs = Signs::default();
    let end = bytes.iter().position(|byte| {
        let says = OF_BYTE[usize::from(*byte)];
        signs.0 |= says.0;
        says == Signs::END
    });
    let end = end.unwrap_or(rest.len());
    let ends = match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(_), _) => 1,
        (None, _) => 0,
    };
    Some(Line { at, text: &rest[..end], next: at + end + ends, number: number as u32, signs })
}

/// Where `part` stands in `whole`, whose slice it is.
pub fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}
