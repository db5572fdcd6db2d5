//! Bytes of a file to text: UTF-8 and UTF-16, with or without a mark that says so.

use std::borrow::Cow;

/// The text of a file, or why there is none. Bytes that are given away become it without a copy.
pub fn decode<'a>(bytes: impl Into<Cow<'a, [u8]>>) -> Result<String, NotText> {
    let bytes = bytes.into();
    match &*bytes {
        [0x1f, 0x8b, ..] => return Err(NotText::Compressed("gzip")),
        [b'P', b'K', 3, 4, ..] if is_office(&bytes) => return Err(NotText::Office),
        [b'P', b'K', 3, 4, ..] => return Err(NotText::Compressed("zip")),
        [b'%', b'P', b'D', b'F', b'-', ..] => return Err(NotText::Pdf),
        [0xff, 0xfe, rest @ ..] => return readable(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => return readable(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    // Without a mark, UTF-16 shows by the zero byte of each ASCII letter.
    let few = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| few.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    if few.len() >= 4 && zeros(1) * 4 > few.len() {
        return readable(utf16(&bytes, u16::from_le_bytes));
    }
    if few.len() >= 4 && zeros(0) * 4 > few.len() {
        return readable(utf16(&bytes, u16::from_be_bytes));
    }
    let text = String::from_utf8(bytes.into_owned())
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    readable(text)
}

/// The text, unless a tenth of it stands for nothing that a person reads.
fn readable(text: String) -> Result<String, NotText> {
    let unreadable = text.chars().filter(|c| is_binary(*c)).count();
    if unreadable * 10 > text.chars().count() { Err(NotText::Binary) } else { Ok(text) }
}

/// The largest source that a page reads, in bytes: some six times the largest export of AWS's.
pub const LARGEST: u64 = 64_000_000;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Packed by this program; it is to be unpacked first.
    Compressed(&'static str),
    /// A spreadsheet or a text of an office program.
    Office,
    /// Pages to be printed.
    Pdf,
    /// No text at all.
    Binary,
    /// Of more than [`LARGEST`] bytes: of this many, or where they are not counted of more.
    TooLarge(Option<u64>),
}

/// Whether an archive is what Excel, Word or LibreOffice saves: it begins with what says so.
fn is_office(archive: &[u8]) -> bool {
    let first = &archive[..archive.len().min(200)];
    ["[Content_Types].xml", "_rels/", "mimetypeapplication/vnd.oasis"]
        .iter()
        .any(|name| first.windows(name.len()).any(|part| part == name.as_bytes()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn is_binary(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER
        || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1b}' | '\u{8}'))
}
