//! What is asked of every line and every cell, byte by byte: their texts are short, and the standard
//! library's searches take longer to begin than such a text is to be read.

/// How many bytes are asked at once where most likely none is the right one.
const MANY: usize = 64;

/// Whether there is such a byte in a text that most likely has none.
pub fn any(text: &str, is_it: impl Fn(u8) -> bool) -> bool {
    text.as_bytes().chunks(MANY).any(|many| many.iter().fold(false, |any, byte| any | is_it(*byte)))
}

/// Whether two bytes stand beside one another.
pub fn has_pair(text: &str, pair: [u8; 2]) -> bool {
    find_pair(text, pair).is_some()
}

/// What stands before and behind the first such pair, of ASCII.
pub fn split_at_pair(text: &str, pair: [u8; 2]) -> Option<(&str, &str)> {
    find_pair(text, pair).map(|at| (&text[..at], &text[at + 2..]))
}

fn find_pair(text: &str, [first, second]: [u8; 2]) -> Option<usize> {
    let mut last = None;
    text.bytes()
        .position(|byte| last.replace(byte) == Some(first) && byte == second)
        .map(|at| at - 1)
}

/// The parts of a text between marks of ASCII.
pub fn split(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let end = whole.bytes().position(|byte| byte == mark);
        rest = end.map(|end| &whole[end + 1..]);
        Some(end.map_or(whole, |end| &whole[..end]))
    })
}

/// A text without blanks around it.
pub fn trimmed(text: &str) -> &str {
    let bare = text.trim_ascii();
    match bare.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => bare,
        _ => bare.trim(),
    }
}
