//! One pass over a text, which every later search of all of it begins with: it says where there is
//! something to look at.

use alloc::vec::Vec;
use core::ops::Range;

use crate::find::sixteen;
use crate::sixteen::{Set, Sixteen, WIDTH};
use crate::word::{SHORTEST, WORD, may_matter};

/// How many bytes are told of at once.
const BLOCK: usize = 4 * WIDTH;

/// How many bytes behind those are looked at for what begins among them.
const BEHIND: usize = 2;

/// What may stand in a stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look(u8);

impl Look {
    /// The beginning of a word that is long enough for a credential, and may be one.
    pub const WORD: Look = Look(1);
    /// `AKIA` or `ASIA`, without its first letter.
    pub const KEY_ID: Look = Look(1 << 1);
    /// `-BE`, of `-----BEGIN`: a quota code may have less of it.
    pub const PEM: Look = Look(1 << 2);
    /// What a terminal, a pager or a word processor puts into a text: a zero, a backspace, an escape,
    /// or the first byte of a blank or a quote that is no ASCII.
    pub const TRIMMING: Look = Look(1 << 3);
    /// A line end and `>` behind it.
    pub const QUOTED_LINE: Look = Look(1 << 4);
}

/// 0xc2, 0xe2, 0xe3 and 0xef begin blanks, zero-width characters and curly quotes.
const TRIMMINGS: Set = Set::of(&[
    (&[0x0], &[0x0, 0x8]),
    (&[0x1], &[0xb]),
    (&[0xc], &[0x2]),
    (&[0xe], &[0x2, 0x3, 0xf]),
]);

/// Where in a text there is something to look at.
#[derive(Debug, Default)]
pub struct Survey {
    /// For each stretch of [`BLOCK`] bytes what begins there.
    found: Vec<u8>,
    length: usize,
}

impl Survey {
    /// Of this text.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn of(text: &[u8]) -> Survey {
        let mut found = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut runs = Runs::default();
        let mut at = 0;
        while at < text.len() {
            let (rest, mut last) = (&text[at..], [b' '; BLOCK + BEHIND]);
            let seen = Seen::of(rest.first_chunk().unwrap_or_else(|| {
                // A blank is nothing that is looked for.
                last[..rest.len()].copy_from_slice(rest);
                &last
            }));
            found.push(seen.looks);
            runs.go_on(text, at, seen.of_words, &mut found);
            at += BLOCK;
        }
        if let Some(start) = runs.open {
            take(text, start..text.len(), &mut found);
        }
        Survey { found, length: text.len() }
    }

    /// Of a text of which nothing is known: there may be anything everywhere.
    pub fn of_unknown(text: &[u8]) -> Survey {
        let found = core::iter::repeat_n(u8::MAX, text.len().div_ceil(BLOCK)).collect();
        Survey { found, length: text.len() }
    }

    /// Every stretch in which such a thing may begin.
    pub fn all(&self, look: Look) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut from = 0;
        core::iter::from_fn(move || {
            let next = self.next(look, from)?;
            from = next.end;
            Some(next)
        })
    }

    /// Whether there may be such a thing anywhere.
    pub fn has(&self, look: Look) -> bool {
        self.next(look, 0).is_some()
    }

    /// The first stretch from `from` on in which such a thing may begin.
    fn next(&self, look: Look, from: usize) -> Option<Range<usize>> {
        let first = from.div_ceil(BLOCK);
        let found = self.found.get(first..)?;
        let (many, _) = found.as_chunks::<8>();
        let wanted = u64::from_ne_bytes([look.0; 8]);
        let without = many.iter().take_while(|eight| u64::from_ne_bytes(**eight) & wanted == 0);
        let skipped = 8 * without.count();
        let behind = found[skipped..].iter().position(|found| found & look.0 != 0)?;
        let start = (first + skipped + behind) * BLOCK;
        Some(start..self.length.min(start + BLOCK))
    }
}

/// What was seen in a block.
struct Seen {
    looks: u8,
    /// A bit for each byte that may be of a word, the first one lowest.
    of_words: u64,
}

impl Seen {
    /// Of a block and the bytes behind it.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn of(block: &[u8; BLOCK + BEHIND]) -> Seen {
        let none = Sixteen::of(&[0; WIDTH]).less(0);
        let (mut of_words, mut pairs, mut odd) = (0, none, none);
        for part in 0..BLOCK / WIDTH {
            let at = part * WIDTH;
            let (Some(own), Some(behind)) = (sixteen(block, at), sixteen(block, at + 1)) else {
                break;
            };
            let (own, behind) = (Sixteen::of(own), Sixteen::of(behind));
            of_words |= u64::from(own.within(&WORD).bits()) << at;
            let ids = own.are(b'K').or(own.are(b'S')).and(behind.are(b'I'));
            let dashes = own.are(b'-').and(behind.are(b'B'));
            pairs = pairs.or(ids).or(dashes).or(behind.are(b'>'));
            odd = odd.or(own.outside_text());
        }
        let mut looks = 0;
        // Few blocks have one of those, and fewer what they are looked at for.
        if pairs.any() {
            looks |= looks_at_pairs(block);
        }
        if odd.any() && block[..BLOCK].iter().any(|byte| TRIMMINGS.has(*byte)) {
            looks |= Look::TRIMMING.0;
        }
        Seen { looks, of_words }
    }
}

fn looks_at_pairs(block: &[u8; BLOCK + BEHIND]) -> u8 {
    block.windows(1 + BEHIND).fold(0, |looks, bytes| {
        looks
            | match bytes {
                [b'K' | b'S', b'I', b'A'] => Look::KEY_ID.0,
                [b'-', b'B', b'E'] => Look::PEM.0,
                [b'\n' | b'\r', b'>', _] => Look::QUOTED_LINE.0,
                _ => 0,
            }
    })
}

/// Runs of bytes that may be of a word, as long as a credential, over the ends of blocks.
#[derive(Default)]
struct Runs {
    /// Where one begins that reached the end of the block before.
    open: Option<usize>,
    /// For 1, 2, 4 and 8 bytes: where in the block before as many of them ended.
    before: [u64; 4],
}

impl Runs {
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn go_on(&mut self, text: &[u8], block: usize, of_words: u64, found: &mut [u8]) {
        // Runs of twice the length, four times: what is left ends a run of sixteen.
        let mut ends = of_words;
        for (step, before) in self.before.iter_mut().enumerate() {
            let length = 1 << step;
            let shifted = ends << length | *before >> (64 - length);
            *before = ends;
            ends &= shifted;
        }
        if let Some(start) = self.open {
            let length = of_words.trailing_ones();
            if length == u64::BITS {
                return;
            }
            self.open = None;
            take(text, start..block + length as usize, found);
            ends &= u64::MAX << length;
        }
        while ends != 0 {
            let first = ends.trailing_zeros();
            let end = first + (of_words >> first).trailing_ones();
            let start = block + first as usize + 1 - SHORTEST;
            if end == u64::BITS {
                self.open = Some(start);
                return;
            }
            take(text, start..block + end as usize, found);
            ends &= u64::MAX << end;
        }
    }
}

/// Takes down where a run begins, unless it is nothing.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn take(text: &[u8], run: Range<usize>, found: &mut [u8]) {
    if may_matter(text, &run) {
        found[run.start / BLOCK] |= Look::WORD.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Look, Survey, TRIMMINGS};
    use crate::word::{SHORTEST, WORD, may_matter};

    /// Where such things begin, by the obvious way.
    fn obvious(text: &[u8], look: Look) -> Vec<usize> {
        let pair = |at: usize| (text[at], text.get(at + 1).copied().unwrap_or(b' '));
        let third = |at: usize| text.get(at + 2).copied();
        let run =
            |at: usize| at..at + text[at..].iter().take_while(|byte| WORD.has(**byte)).count();
        let begins = |at: usize| match look {
            Look::KEY_ID => matches!(pair(at), (b'K' | b'S', b'I')) && third(at) == Some(b'A'),
            Look::PEM => pair(at) == (b'-', b'B') && third(at) == Some(b'E'),
            Look::TRIMMING => TRIMMINGS.has(text[at]),
            Look::QUOTED_LINE => matches!(pair(at), (b'\n' | b'\r', b'>')),
            _ => {
                let is_start = at == 0 || !WORD.has(text[at - 1]);
                is_start && run(at).len() >= SHORTEST && may_matter(text, &run(at))
            }
        };
        let mut blocks: Vec<usize> =
            (0..text.len()).filter(|at| begins(*at)).map(|at| at / BLOCK * BLOCK).collect();
        blocks.dedup();
        blocks
    }

    fn surveyed(text: &[u8], look: Look) -> Vec<usize> {
        let survey = Survey::of(text);
        let blocks = survey.all(look).inspect(|block| assert!(block.end <= text.len()));
        blocks.map(|block| block.start).collect()
    }

    #[test]
    fn a_survey_finds_what_the_obvious_way_finds() {
        let pieces = [
            "AKIA",
            "-----BEGIN",
            "-B",
            "\n>",
            "\r>",
            "\n",
            " ",
            "\"",
            "é",
            "•",
            "“",
            "\u{1b}[0m",
            "\0",
            "key",
            ": ",
            "=",
            "sixteen0letters0",
            "x",
            "FwoG",
            "a/b+c",
            "\\/",
            "%2F",
            ">",
            "\t",
            "0123456789012345678901234567890123456789",
            "QuotaAppliedAtLevel",
            "] ",
            "id ",
        ];
        // A sequence without chance that meets most neighbours at most offsets.
        let mut seed = 1_u32;
        for _ in 0..3000 {
            let mut text = Vec::new();
            for _ in 0..40 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.extend_from_slice(pieces[(seed >> 16) as usize % pieces.len()].as_bytes());
            }
            let looks = [Look::WORD, Look::KEY_ID, Look::PEM, Look::TRIMMING, Look::QUOTED_LINE];
            for look in looks {
                assert_eq!(
                    surveyed(&text, look),
                    obvious(&text, look),
                    "{look:?} in {:?}",
                    text.escape_ascii()
                );
            }
        }
    }

    #[test]
    fn a_run_is_found_at_each_length_and_place() {
        for before in 0..70 {
            for length in 0..200 {
                let text = [vec![b' '; before], vec![b'x'; length], vec![b'\n'; 3]].concat();
                assert_eq!(surveyed(&text, Look::WORD), obvious(&text, Look::WORD));
                let text = &text[..before + length];
                assert_eq!(surveyed(text, Look::WORD), obvious(text, Look::WORD));
            }
        }
    }
}
