//! Credentials that a terminal or a mail wrapped: the pieces on the lines below and above.

use std::ops::Range;

use super::{MASK_RUN, word_length};

/// What begins a line before its text: indentation, the mark of a quoted mail, a table's edge.
const MARGIN: [char; 4] = [' ', '\t', '>', '|'];

/// Most letters of a unit behind a figure: `64vCPU`.
const LONGEST_UNIT: usize = 4;

/// The word that begins the line below `end`, where nothing but the line's end stands between and
/// that word is the last one there or ends a value.
pub fn below(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text[end..].trim_start_matches([' ', '\t']);
    // A mail's own way to write that the line goes on.
    let rest = rest.strip_prefix('=').filter(|rest| rest.starts_with(['\n', '\r'])).unwrap_or(rest);
    // The field of a form drops line ends, and leaves the mark of a quoted mail.
    let quoted = || text[end..].strip_prefix('>');
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
    let word = line.or_else(quoted)?.trim_start_matches(MARGIN);
    let length = word_length(word.as_bytes());
    let behind = word.get(length..)?.trim_start_matches('=');
    let is_last = |rest: &str| rest.is_empty() || rest.starts_with(['\n', '\r', '|']);
    let ends = is_last(behind.trim_start_matches([' ', '\t']))
        || behind.starts_with(['"', '\'', ',', ';', '<', '\\', '\t', ')', ']', '}']);
    let start = text.len() - word.len();
    (length > 0 && ends).then(|| start..start + length)
}

/// The word that ends the line above the one that begins before `start` with nothing but a margin.
pub fn above(text: &str, start: usize) -> Option<Range<usize>> {
    let line = text[..start].trim_end_matches(MARGIN);
    let line = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.len() == text[..start].trim_end_matches(MARGIN).len() {
        return None;
    }
    let line = line.trim_end_matches([' ', '\t']);
    let line = line.strip_suffix('=').unwrap_or(line);
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let length = line.bytes().rev().take_while(|byte| is_part(byte)).count();
    (length > 0).then(|| line.len() - length..line.len())
}

/// Where a session token that ends at `end` goes on, line by line.
pub fn rest_of_token(text: &str, end: usize) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let next = |end: usize| below(text, end).filter(|piece| may_be_of_token(text, piece));
    let mut end = end;
    while let Some(piece) = next(end) {
        end = piece.end;
        pieces.push(piece);
    }
    pieces
}

/// Whether a word alone on its line is a token's: long, or no word and no figure.
fn may_be_of_token(text: &str, piece: &Range<usize>) -> bool {
    let word = &text[piece.clone()];
    if !word.is_ascii() {
        return false;
    }
    let is_long = word.len() >= MASK_RUN && word.bytes().any(|byte| !byte.is_ascii_digit());
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let small = unit.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let capitals = unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let figure = unit.len() < word.len()
        && unit.len() <= LONGEST_UNIT
        && unit.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_long || text[piece.end..].starts_with('=') || !(small || capitals || figure)
}
