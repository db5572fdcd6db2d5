//! A mail's text as a person sees it: without the tags and entities of HTML, and with the wide
//! letters of Chinese and Japanese keyboards as plain ones. Places in it are still known.

use std::borrow::Cow;

use crate::read::bytes::any;

/// A text as it is seen.
pub struct Plain<'a> {
    pub text: Cow<'a, str>,
    /// Offsets in `text` and where those stand in the source, in order; from each on both move
    /// alike. Empty where nothing was changed.
    moved: Vec<(usize, usize)>,
}

impl<'a> Plain<'a> {
    pub fn of(source: &'a str) -> Plain<'a> {
        // 0xef begins the wide letters.
        if !any(source, |byte| matches!(byte, b'<' | b'&' | 0xef)) {
            return Plain { text: Cow::Borrowed(source), moved: Vec::new() };
        }
        let mut writer = Writer { source, text: String::new(), moved: Vec::new(), copied: 0 };
        writer.write();
        writer.finish()
    }

    /// The offset in the source of what stands at `at`.
    pub fn place(&self, at: usize) -> usize {
        match self.moved.partition_point(|(plain, _)| *plain <= at).checked_sub(1) {
            Some(last) => {
                let (plain, source) = self.moved[last];
                source + (at - plain)
            }
            None => at,
        }
    }
}

struct Writer<'a> {
    source: &'a str,
    text: String,
    moved: Vec<(usize, usize)>,
    /// What stands before this offset has been written.
    copied: usize,
}

impl<'a> Writer<'a> {
    fn write(&mut self) {
        let mut at = 0;
        // A row of a table may be written over several lines and is one all the same.
        let mut in_row = false;
        let bytes = self.source.as_bytes();
        loop {
            let seen = |byte: &u8| SEEN[usize::from(*byte)] || (in_row && is_line_end(*byte));
            let Some(kept) = bytes[at..].iter().position(seen) else { break };
            at += kept;
            let found = match bytes[at] {
                b'<' => tag(self.source, at).map(|tag| {
                    in_row = match tag.kind {
                        Kind::Row => !tag.closes,
                        Kind::Table => false,
                        _ => in_row,
                    };
                    let instead = match tag.kind {
                        Kind::Row | Kind::Table | Kind::Break => "\n",
                        Kind::Block if !in_row => "\n",
                        Kind::Cell => "\t",
                        Kind::Block => " ",
                        Kind::Inline | Kind::Unseen => "",
                    };
                    (tag.end, Cow::Borrowed(instead))
                }),
                b'&' => entity(&self.source[at..])
                    .map(|(length, seen)| (at + length, Cow::Owned(String::from(seen)))),
                b'\n' | b'\r' if in_row => Some((at + 1, Cow::Borrowed(" "))),
                0xef => {
                    narrow(&self.source[at..]).map(|seen| (at + 3, Cow::Owned(String::from(seen))))
                }
                _ => None,
            };
            at = match found {
                Some((end, instead)) => self.replace(at, end, &instead),
                None => at + 1,
            };
        }
    }

    /// Writes `instead` for what stands from `at` to `end`.
    fn replace(&mut self, at: usize, end: usize, instead: &str) -> usize {
        self.text.push_str(&self.source[self.copied..at]);
        self.text.push_str(instead);
        self.copied = end;
        self.moved.push((self.text.len(), end));
        end
    }

    fn finish(mut self) -> Plain<'a> {
        if self.moved.is_empty() {
            return Plain { text: Cow::Borrowed(self.source), moved: self.moved };
        }
        self.text.push_str(&self.source[self.copied..]);
        Plain { text: Cow::Owned(self.text), moved: self.moved }
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Bytes that begin a tag, an entity, or a wide letter.
const SEEN: [bool; 256] = {
    let mut seen = [false; 256];
    seen[b'<' as usize] = true;
    seen[b'&' as usize] = true;
    seen[0xef] = true;
    seen
};

/// What a tag does to the text around it.
#[derive(Clone, Copy)]
enum Kind {
    /// Nothing: `<b>`.
    Inline,
    /// A line of its own: `<p>`.
    Block,
    /// A new line wherever it stands: `<br>`.
    Break,
    Table,
    Row,
    Cell,
    /// Nobody sees what is in it: `<style>`.
    Unseen,
}

/// The tags of HTML mail; nothing else between angle brackets is one, such as an address.
#[rustfmt::skip]
const TAGS: &[(Kind, &[&str])] = &[
    (Kind::Inline, &[
        "a", "abbr", "b", "big", "center", "code", "col", "colgroup", "em", "font", "i", "img",
        "input", "label", "link", "meta", "o:p", "s", "small", "span", "strong", "sub", "sup",
        "time", "tt", "u", "wbr",
    ]),
    (Kind::Block, &[
        "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "html", "li", "main", "ol", "p", "pre",
        "section", "ul",
    ]),
    (Kind::Break, &["br", "hr"]),
    (Kind::Table, &["table", "tbody", "thead", "tfoot", "caption"]),
    (Kind::Row, &["tr"]),
    (Kind::Cell, &["td", "th"]),
    (Kind::Unseen, &["style", "script", "title"]),
];

struct Tag {
    kind: Kind,
    closes: bool,
    end: usize,
}

/// The tag, comment or declaration that begins at `at`.
fn tag(source: &str, at: usize) -> Option<Tag> {
    let inner = &source[at + 1..];
    // A tag holds no other, so that each byte is looked at twice at most.
    let length = inner.bytes().position(|byte| matches!(byte, b'<' | b'>'))?;
    if inner.as_bytes()[length] == b'<' {
        return None;
    }
    let end = at + 1 + length + 1;
    if inner.starts_with('!') || inner.starts_with('?') {
        return Some(Tag { kind: Kind::Inline, closes: false, end });
    }
    let closes = inner.starts_with('/');
    let inner = &inner[usize::from(closes)..length];
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == ':';
    let (name, rest) = inner.split_at(inner.find(|c| !is_name(c)).unwrap_or(inner.len()));
    if !rest.is_empty() && !rest.starts_with(|c: char| c.is_whitespace() || c == '/') {
        return None;
    }
    let first = name.bytes().next()?.to_ascii_lowercase();
    let is = |known: &&str| known.as_bytes()[0] == first && known.eq_ignore_ascii_case(name);
    let (kind, _) = *TAGS.iter().find(|(_, names)| names.iter().any(is))?;
    let end = match kind {
        // What is in it has no tags, so the next one closes it.
        Kind::Unseen if !closes => source[end..].find('<').map_or(end, |until| end + until),
        _ => end,
    };
    Some(Tag { kind, closes, end })
}

/// How long the entity at the beginning of `text` is, and what is seen in its place.
fn entity(text: &str) -> Option<(usize, char)> {
    #[rustfmt::skip]
    const NAMED: &[(&str, char)] = &[
        ("nbsp", ' '), ("ensp", ' '), ("emsp", ' '), ("thinsp", ' '), ("ndash", '–'),
        ("mdash", '—'), ("minus", '-'), ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'),
        ("apos", '\''), ("colon", ':'), ("num", '#'), ("middot", '•'), ("bull", '•'),
    ];
    let head = &text.as_bytes()[..text.len().min(10)];
    let length = head.iter().position(|byte| *byte == b';')?;
    let name = &text[1..length];
    let seen = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            let seen = char::from_u32(code)?;
            let narrow = narrow(seen.encode_utf8(&mut [0; 4]));
            if seen.is_whitespace() { ' ' } else { narrow.unwrap_or(seen) }
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((length + 1, seen))
}

/// The plain letter for a wide one at the beginning of `text`: `８` is `8`, `：` is `:`.
fn narrow(text: &str) -> Option<char> {
    let wide = text.chars().next()?;
    let code = u32::from(wide);
    (0xff01..=0xff5e).contains(&code).then(|| char::from_u32(code - 0xff01 + 0x21))?
}
