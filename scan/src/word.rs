//! Runs of the characters that credentials are made of, and which of them are surely none.

use core::ops::Range;

use crate::find::sixteen;
use crate::sixteen::{Set, Sixteen, WIDTH};

/// Shortest run that is looked at.
pub const SHORTEST: usize = 16;

/// From this length on every run is.
const LONG: usize = 40;

/// How far before a word a label of its may stand, in bytes.
const LABEL: usize = 80;

const ALL: &[u8] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const DIGITS: &[u8] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const FROM_A: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const UP_TO_Z: &[u8] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/// Letters, digits, `+` and `/`; `\` and `%`, with which escapes begin; and the bytes of a mask.
pub const WORD: Set = Set::of(&[
    (&[0x2], &[0x5, 0xb, 0xf]),
    (&[0x3], DIGITS),
    (&[0x4, 0x6], FROM_A),
    (&[0x5], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xc]),
    (&[0x7], UP_TO_Z),
    (&[0x8], &[0x0]),
    (&[0xa, 0xe], &[0x2]),
]);

/// Those without escapes and masks.
const PLAIN: Set = Set::of(&[
    (&[0x2], &[0xb, 0xf]),
    (&[0x3], DIGITS),
    (&[0x4, 0x6], FROM_A),
    (&[0x5, 0x7], UP_TO_Z),
]);

/// Letters and digits.
const NAMES: Set = Set::of(&[(&[0x3], DIGITS), (&[0x4, 0x6], FROM_A), (&[0x5, 0x7], UP_TO_Z)]);

/// Behind one of these a label may stand that is not the last word before: `]`, `)`, `>`, and what
/// is no ASCII.
const HIDES_LABEL: Set = Set::of(&[
    (&[0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf], ALL),
    (&[0x5], &[0xd]),
    (&[0x2], &[0x9]),
    (&[0x3], &[0xe]),
]);

/// Whether a byte may be part of a word, an escape or a mask.
#[inline]
pub fn may_be_of_word(byte: u8) -> bool {
    WORD.has(byte)
}

/// Whether a run may be a credential or a part of one. Most are the names of fields: shorter than a
/// key, within quotes, and behind no word that labels one.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn may_matter(text: &[u8], run: &Range<usize>) -> bool {
    run.len() >= LONG
        || !is_plain(text, run)
        || begins_a_token(&text[run.clone()])
        || may_be_wrapped(text, run)
        || may_have_label(text, run.start)
}

#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn is_plain(text: &[u8], run: &Range<usize>) -> bool {
    let all = |at: usize| {
        sixteen(text, at).is_some_and(|some| Sixteen::of(some).within(&PLAIN).bits() == u16::MAX)
    };
    // A run has sixteen bytes at least, and fewer than three times as many.
    let last = run.end - WIDTH;
    all(run.start) && all(last) && all(last.min(run.start + WIDTH))
}

/// How AWS's session tokens begin.
fn begins_a_token(word: &[u8]) -> bool {
    matches!(word, [b'F', b'w' | b'Q', b'o', b'G', ..] | [b'I', b'Q', b'o', b'J', ..])
}

/// Whether the word goes on on the line below or above, or may.
fn may_be_wrapped(text: &[u8], run: &Range<usize>) -> bool {
    let is_margin = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>' | b'|');
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let above = text[..run.start].iter().rev().find(|byte| !is_margin(byte));
    let behind = &text[run.end..];
    let below = behind.iter().find(|byte| !is_blank(byte));
    above.is_some_and(is_end)
        || below.is_some_and(|byte| is_end(byte) || *byte == b'=')
        || behind.first() == Some(&b'>')
}

/// Whether the last word before `at` may be the end of a label: all of them end with "key" or
/// "token", whatever stands between the label's letters.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn may_have_label(text: &[u8], at: usize) -> bool {
    let from = at.saturating_sub(LABEL);
    let mut end = at;
    while let Some(some) = end.checked_sub(WIDTH).and_then(|start| sixteen(text, start)) {
        let some = Sixteen::of(some);
        let (names, hides) = (some.within(&NAMES).bits(), some.within(&HIDES_LABEL).bits());
        let behind = names.leading_zeros();
        if hides.leading_zeros() < behind {
            return true;
        }
        if names != 0 {
            let last = end - 1 - behind as usize;
            return match (text[last], last.checked_sub(1).map(|at| text[at])) {
                (b'y' | b'Y' | b'n' | b'N', Some(before)) => {
                    matches!(before, b'e' | b'E') || !NAMES.has(before)
                }
                _ => false,
            };
        }
        end -= WIDTH;
        if end <= from {
            return false;
        }
    }
    // The first few bytes of a text are looked at by whoever knows labels.
    true
}

#[cfg(test)]
mod tests {
    use super::{HIDES_LABEL, NAMES, PLAIN, WORD};

    #[test]
    fn the_sets_are_what_they_are_called() {
        for byte in 0..=u8::MAX {
            let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
            let escapes = matches!(byte, b'\\' | b'%' | 0xe2 | 0x80 | 0xa2);
            assert_eq!(WORD.has(byte), plain || escapes, "{byte:#x}");
            assert_eq!(PLAIN.has(byte), plain, "{byte:#x}");
            assert_eq!(NAMES.has(byte), byte.is_ascii_alphanumeric(), "{byte:#x}");
            let hides = !byte.is_ascii() || matches!(byte, b']' | b')' | b'>');
            assert_eq!(HIDES_LABEL.has(byte), hides, "{byte:#x}");
        }
    }
}
