//! Searches of a text from one place on.

use crate::sixteen::{Sixteen, WIDTH};

/// The sixteen bytes from `at` on, where there are as many.
#[inline]
pub fn sixteen(bytes: &[u8], at: usize) -> Option<&[u8; WIDTH]> {
    bytes.get(at..)?.first_chunk()
}

/// Whether two texts are the same. WebAssembly's own comparison goes byte by byte.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let Some(last) = one.len().checked_sub(WIDTH) else {
        return one.iter().zip(other).all(|(one, other)| one == other);
    };
    let mut at = 0;
    // The last sixteen may hold some that were asked before.
    loop {
        let (Some(left), Some(right)) = (sixteen(one, at), sixteen(other, at)) else { return true };
        if Sixteen::of(left).differ(Sixteen::of(right)).any() {
            return false;
        }
        if at == last {
            return true;
        }
        at = last.min(at + WIDTH);
    }
}

/// Whether a text has no byte above 127.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn is_ascii(bytes: &[u8]) -> bool {
    let (many, rest) = bytes.as_chunks::<{ 4 * WIDTH }>();
    let all = many.iter().all(|four| {
        let (four, _) = four.as_chunks::<WIDTH>();
        let less = |at: usize| Sixteen::of(&four[at]).less(0x80);
        less(0).and(less(1)).and(less(2).and(less(3))).bits() == u16::MAX
    });
    all && rest.is_ascii()
}

/// How many line ends there are: LF, CRLF, and CR alone. `next` is the byte behind the last one.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn line_ends(bytes: &[u8], next: Option<u8>) -> usize {
    let mut count = 0;
    let mut at = 0;
    while let Some(some) = sixteen(bytes, at) {
        let some = Sixteen::of(some);
        let (feeds, returns) = (some.are(b'\n'), some.are(b'\r').bits());
        count += feeds.bits().count_ones() as usize;
        if returns != 0 {
            count += lone_returns(bytes, at..at + WIDTH, next);
        }
        at += WIDTH;
    }
    let rest = at..bytes.len();
    count += bytes[rest.clone()].iter().filter(|byte| **byte == b'\n').count();
    count + lone_returns(bytes, rest, next)
}

/// How many CR of a range have no LF behind.
fn lone_returns(bytes: &[u8], range: core::ops::Range<usize>, next: Option<u8>) -> usize {
    let behind = |at: usize| bytes.get(at + 1).copied().or(next);
    range.filter(|at| bytes[*at] == b'\r' && behind(*at) != Some(b'\n')).count()
}

/// Where the string of JSON that begins at `at` has its closing quote; nothing where it holds an
/// escape or a control character, or reaches into the text's last few bytes.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn end_of_plain_string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        let some = Sixteen::of(sixteen(bytes, at)?);
        let stops = some.are(b'"').or(some.are(b'\\')).or(some.less(0x20)).bits();
        if stops != 0 {
            let end = at + stops.trailing_zeros() as usize;
            return (bytes[end] == b'"').then_some(end);
        }
        at += WIDTH;
    }
}

#[cfg(test)]
mod tests {
    use super::{end_of_plain_string, equal, is_ascii, line_ends};

    #[test]
    fn line_ends_are_counted_wherever_they_stand() {
        for (line, ends) in [("\n", 1), ("\r\n", 1), ("\r", 1), ("\r\r\n", 2), ("\n\r", 2)] {
            for before in 0..40 {
                for behind in [0, 1, 17] {
                    let text = ["x".repeat(before).as_str(), line, &"x".repeat(behind)].concat();
                    assert_eq!(line_ends(text.as_bytes(), None), ends, "{text:?}");
                }
            }
        }
        assert_eq!(line_ends(b"x\r", Some(b'\n')), 0);
        assert_eq!(line_ends(b"x\r", Some(b'x')), 1);
    }

    #[test]
    fn any_byte_that_differs_is_seen() {
        for length in 0..70 {
            let text = vec![b'x'; length];
            assert!(equal(&text, &text));
            assert!(is_ascii(&text));
            assert!(!equal(&text, &vec![b'x'; length + 1]));
            for at in 0..length {
                let mut other = text.clone();
                other[at] = 0x80;
                assert!(!equal(&text, &other), "{at} of {length}");
                assert!(!is_ascii(&other), "{at} of {length}");
            }
        }
    }

    #[test]
    fn a_string_ends_at_its_quote_or_is_not_plain() {
        for length in 0..40 {
            let rest = "\", \"and so on until far behind it\"";
            let text = ["é".repeat(length).as_str(), rest].concat();
            assert_eq!(end_of_plain_string(text.as_bytes(), 0), Some(2 * length));
            for odd in ["\\", "\n", "\u{1f}", "\0"] {
                let text = ["x".repeat(length).as_str(), odd, rest].concat();
                assert_eq!(end_of_plain_string(text.as_bytes(), 0), None, "{text:?}");
            }
        }
        assert_eq!(end_of_plain_string(b"short\"", 0), None);
    }
}
