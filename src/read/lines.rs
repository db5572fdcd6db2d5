//! A text, line by line. LF, CRLF and a lone CR end one.

use std::cell::RefCell;
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
    /// Which of the text's lines it is, or is a part of, from 0; those of a document that were passed
    /// over count as one.
    pub number: u32,
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

/// Every line of a text.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut from = 0;
    (0..).map_while(move |number| {
        let (at, next, signs) = Found::line_at(text, from)?;
        from = next;
        Some(Line { at, text: without_end(text, at, next), next, number, signs })
    })
}

/// The lines of a text, each found once, when it is asked for: every syntax looks at many of them,
/// and most at the same ones.
#[derive(Debug)]
pub struct Lines<'a> {
    /// The text.
    pub text: &'a str,
    found: RefCell<Found>,
}

/// What was found, in few bytes a line.
#[derive(Debug, Default)]
struct Found {
    starts: Vec<usize>,
    signs: Vec<Signs>,
    /// Up to here.
    to: usize,
}

impl<'a> Lines<'a> {
    /// Of this text.
    pub fn of(text: &'a str) -> Lines<'a> {
        Lines { text, found: RefCell::default() }
    }

    /// The first line from the one of this number on that ends behind `at`, or what is left of it.
    ///
    /// Nobody asks for lines before `at` any more: where those of a document were not asked for,
    /// they are not looked for.
    pub fn at(&self, at: usize, from: u32) -> Option<Line<'a>> {
        self.found.borrow_mut().pass_over(at);
        let line = (from..).find_map(|number| match self.line(number) {
            Some(line) if line.next <= at => None,
            line => Some(line),
        })??;
        Some(if at > line.at { line.part(at, line.next) } else { line })
    }

    /// Those below `line`.
    pub fn below<'s>(
        &'s self,
        line: &Line<'a>,
    ) -> impl Iterator<Item = Line<'a>> + Clone + use<'s, 'a> {
        (line.number + 1..).map_while(|number| self.line(number))
    }

    /// The one below `line`.
    pub fn next(&self, line: &Line<'a>) -> Option<Line<'a>> {
        self.line(line.number + 1)
    }

    /// `line` and those below it.
    pub fn from(&self, line: Line<'a>) -> impl Iterator<Item = Line<'a>> + '_ {
        std::iter::once(line).chain(self.below(&line))
    }

    /// Those of a range of the text, which may begin and end within one.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = Line<'a>> + '_ {
        let starts = |found: &Found| found.starts.partition_point(|start| *start <= range.start);
        let first = starts(&self.found.borrow()).saturating_sub(1) as u32;
        let lines = (first..).map_while(|number| self.line(number));
        lines.take_while(move |line| line.at < range.end).map(move |line| {
            let is_whole = range.start <= line.at && line.next <= range.end;
            if is_whole { line } else { line.part(range.start.max(line.at), range.end) }
        })
    }

    fn line(&self, number: u32) -> Option<Line<'a>> {
        let index = number as usize;
        let mut found = self.found.borrow_mut();
        while found.starts.len() <= index {
            found.one_more(self.text)?;
        }
        let at = found.starts[index];
        let next = found.starts.get(index + 1).copied().unwrap_or(found.to);
        let text = without_end(self.text, at, next);
        Some(Line { at, text, next, number, signs: found.signs[index] })
    }
}

impl Found {
    fn one_more(&mut self, text: &str) -> Option<()> {
        let (at, next, signs) = Found::line_at(text, self.to)?;
        self.starts.push(at);
        self.signs.push(signs);
        self.to = next;
        Some(())
    }

    /// Takes all up to `at` for one line that nobody asks for.
    fn pass_over(&mut self, at: usize) {
        if at > self.to {
            self.starts.push(self.to);
            self.signs.push(Signs::default());
            self.to = at;
        }
    }

    /// Where the line begins that does at `at`, where the next one does, and its signs; `None` at the
    /// end of the text.
    fn line_at(text: &str, at: usize) -> Option<(usize, usize, Signs)> {
        let bytes = text.as_bytes().get(at..).filter(|rest| !rest.is_empty())?;
        let mut signs = Signs::default();
        let end = bytes.iter().position(|byte| {
            let says = OF_BYTE[usize::from(*byte)];
            signs.0 |= says.0;
            says == Signs::END
        });
        let end = end.unwrap_or(bytes.len());
        let ends = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(_), _) => 1,
            (None, _) => 0,
        };
        Some((at, at + end + ends, signs))
    }
}

/// What stands on the line from `at` up to `next`.
fn without_end(text: &str, at: usize, next: usize) -> &str {
    let ends = match &text.as_bytes()[at..next] {
        [.., b'\r', b'\n'] => 2,
        [.., b'\r' | b'\n'] => 1,
        _ => 0,
    };
    &text[at..next - ends]
}

/// Where `part` stands in `whole`, whose slice it is.
pub fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}
