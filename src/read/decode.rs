//! Bytes of a file to text: UTF-8 and UTF-16, with or without a mark that says so.

/// The text of a file, or why there is none.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    match bytes {
        [0x1f, 0x8b, ..] => return Err(NotText::Compressed("gzip")),
        [b'P', b'K', 3, 4, ..] => return Err(NotText::Compressed("zip")),
        [0xff, 0xfe, rest @ ..] => return Ok(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => return Ok(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    // Without a mark, UTF-16 shows by the zero byte of each ASCII letter.
    let few = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| few.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    if few.len() >= 4 && zeros(1) * 4 > few.len() {
        return Ok(utf16(bytes, u16::from_le_bytes));
    }
    if few.len() >= 4 && zeros(0) * 4 > few.len() {
        return Ok(utf16(bytes, u16::from_be_bytes));
    }
    let text = String::from_utf8_lossy(bytes);
    let unreadable = text.chars().filter(|c| is_binary(*c)).count();
    if unreadable * 10 > text.chars().count() {
        return Err(NotText::Binary);
    }
    Ok(text.into_owned())
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Packed by this program; it is to be unpacked first.
    Compressed(&'static str),
    /// No text at all.
    Binary,
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn is_binary(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER
        || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1b}' | '\u{8}'))
}
