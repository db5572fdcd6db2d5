//! Takes off what terminals, pagers, mail and word processors put on a text, and remembers where,
//! so that every place can still be named as it stands in the paste. No line is joined or dropped.

use std::borrow::Cow;

use byoc_scan::{Look, Survey};

use super::lines::lines;

/// A text without trimmings.
#[derive(Debug)]
pub struct Cleaned<'a> {
    /// The text itself.
    pub text: Cow<'a, str>,
    /// Offsets in the clean text and where those stand in the paste, in order; between two of
    /// them both move alike. Empty where nothing was taken off.
    pub moved: Vec<(usize, usize)>,
}

/// Takes off colours and cursor movements of a terminal, zero bytes, zero-width characters, the
/// marks of a quoted mail; makes every blank a plain one, and straightens the quotes of a text
/// that has no straight ones. The survey is one of this text.
pub fn clean<'a>(text: &'a str, survey: &Survey) -> Cleaned<'a> {
    // The curly quotes begin with a suspicious byte.
    let straighten = survey.has(Look::TRIMMING)
        && !text.contains('"')
        && ['“', '”', '„'].into_iter().any(|quote| text.contains(quote));
    let quoted = QuotedLines::of(text, survey);
    let suspicious = || {
        let bytes = survey.all(Look::TRIMMING).flatten();
        bytes.filter(|at| is_suspicious(text.as_bytes()[*at]))
    };
    if quoted.is_none() && !suspicious().any(|at| taken_off(&text[at..], straighten).is_some()) {
        return Cleaned { text: Cow::Borrowed(text), moved: Vec::new() };
    }
    let mut clean = String::with_capacity(text.len());
    let mut moved = Vec::new();
    let bytes = text.as_bytes();
    let mut stops = suspicious().peekable();
    let mut at = 0;
    while at < text.len() {
        let line_begins = at == 0 || is_line_end(bytes[at - 1]);
        let mark = match &quoted {
            Some(quoted) if line_begins => quoted.mark_at(at, &text[at..]),
            _ => 0,
        };
        if mark > 0 {
            at += mark;
            moved.push((clean.len(), at));
            continue;
        }
        // Up to what may be taken off, all is kept as it is.
        while stops.next_if(|stop| *stop < at).is_some() {}
        let stop = stops.peek().copied().unwrap_or(text.len());
        let line_end = || bytes[at..stop].iter().position(|byte| is_line_end(*byte));
        let behind = quoted.as_ref().and_then(|_| line_end()).map(|end| at + end + 1);
        let kept = behind.unwrap_or(stop);
        clean.push_str(&text[at..kept]);
        at = kept;
        if behind.is_some() || at == text.len() {
            continue;
        }
        match taken_off(&text[at..], straighten) {
            Some((length, instead)) => {
                at += length;
                clean.extend(instead);
                moved.push((clean.len(), at));
            }
            None => {
                let length = text[at..].chars().next().map_or(1, char::len_utf8);
                clean.push_str(&text[at..at + length]);
                at += length;
            }
        }
    }
    Cleaned { text: Cow::Owned(clean), moved }
}

/// How much is taken off where `rest` begins, and what stands there instead.
fn taken_off(rest: &str, straighten: bool) -> Option<(usize, Option<char>)> {
    let c = rest.chars().next()?;
    if c == '\u{1b}' {
        return Some((escape_length(rest), None));
    }
    let instead = instead_of(c, straighten);
    (instead != Some(c)).then(|| (c.len_utf8(), instead))
}

/// What stands for a character in the clean text of most pastes.
pub fn plain(c: char) -> Option<char> {
    instead_of(c, false)
}

/// What anybody sees of a text, each character where it stands: without what a terminal takes for
/// colours, and without what has no width.
pub fn visible(text: &str) -> impl Iterator<Item = (usize, char)> + Clone + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(c) = text[at..].chars().next() {
            let here = at;
            at += if c == '\u{1b}' { escape_length(&text[at..]) } else { c.len_utf8() };
            if c != '\u{1b}' && plain(c).is_some() {
                return Some((here, c));
            }
        }
        None
    })
}

/// What stands for a character in the clean text.
fn instead_of(c: char, straighten: bool) -> Option<char> {
    match c {
        '\0' | '\u{8}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2009}' | '\u{3000}' => Some(' '),
        '“' | '”' | '„' if straighten => Some('"'),
        '‘' | '’' if straighten => Some('\''),
        _ => Some(c),
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether a byte can begin something that is taken off or replaced.
fn is_suspicious(byte: u8) -> bool {
    // 0xc2, 0xe2, 0xe3 and 0xef begin the blanks and zero-width characters.
    matches!(byte, 0 | 0x08 | 0x1b | 0xc2 | 0xe2 | 0xe3 | 0xef)
}

/// How long the escape sequence at the beginning of `rest` is: `ESC [ … letter`, a title that a
/// bell ends, or two characters.
fn escape_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let until = |from: usize, ends: fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| ends(*byte)).map_or(bytes.len(), |at| from + at + 1)
    };
    match bytes.get(1) {
        Some(b'[') => until(2, |byte| (0x40..=0x7e).contains(&byte) || byte < 0x20),
        Some(b']') => until(2, |byte| byte == 7 || byte == b'\n'),
        Some(next) if next.is_ascii() => 2,
        _ => 1,
    }
}

/// Which lines a mail program marked as quoted: runs of at least two.
struct QuotedLines {
    runs: Vec<std::ops::Range<usize>>,
}

impl QuotedLines {
    fn of(text: &str, survey: &Survey) -> Option<QuotedLines> {
        if !text.starts_with('>') && !survey.has(Look::QUOTED_LINE) {
            return None;
        }
        let mut runs = Vec::new();
        let mut run: Option<(usize, usize, usize)> = None;
        for line in lines(text) {
            if line.text.starts_with('>') {
                let (start, count, _) = run.unwrap_or((line.at, 0, 0));
                run = Some((start, count + 1, line.next));
            } else if let Some((start, count, end)) = run.take() {
                runs.extend((count > 1).then_some(start..end));
            }
        }
        runs.extend(run.filter(|(_, count, _)| *count > 1).map(|(start, _, end)| start..end));
        (!runs.is_empty()).then_some(QuotedLines { runs })
    }

    /// How long the marks are with which the line at `at` begins.
    fn mark_at(&self, at: usize, rest: &str) -> usize {
        let next = self.runs.partition_point(|run| run.end <= at);
        if !self.runs.get(next).is_some_and(|run| run.contains(&at)) {
            return 0;
        }
        let mut length = 0;
        while rest[length..].starts_with('>') {
            length += 1 + usize::from(rest[length + 1..].starts_with(' '));
        }
        length
    }
}
