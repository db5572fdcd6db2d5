//! What surely is no quota that is known, seen without a look at the table: it is asked of every record
//! of a long list and of every cell of a table.

use super::quotas::{NEAR_MISSES, QUOTAS, code_of_name, near_miss, quota_by_code};

/// The eight digits of a quota code.
pub const fn number_of_code(code: &[u8]) -> Option<u32> {
    let [b'L', b'-', digits @ ..] = code else { return None };
    if digits.len() != 8 {
        return None;
    }
    let mut number = 0;
    let mut at = 0;
    while at < 8 {
        let digit = match digits[at] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'A'..=b'F' => digit - b'A' + 10,
            _ => return None,
        };
        number = number << 4 | digit as u32;
        at += 1;
    }
    Some(number)
}

/// Whether a text is a quota code, and of no quota and no near miss that is known: asked of every
/// record of a long list.
pub fn is_unknown_code(text: &[u8]) -> bool {
    let Some(number) = number_of_code(text) else { return false };
    let is_unknown = |code| quota_by_code(code).is_none() && near_miss(code).is_none();
    !CODES.may_hold(number) || str::from_utf8(text).is_ok_and(is_unknown)
}

/// Whether a text is no name of a quota or of a near miss that is known: asked of such records too.
pub fn is_unknown_name(text: &[u8]) -> bool {
    let is_unknown = |name| code_of_name(name).is_none();
    !may_be_name(text) || str::from_utf8(text).is_ok_and(is_unknown)
}

/// Whether a text may be a name that is known.
pub fn may_be_name(text: &[u8]) -> bool {
    NAMES.may_hold(sign_of_name(text))
}

/// What is surely not in a table: each entry of it has set one bit of these.
struct Sieve([u64; 16]);

impl Sieve {
    const NONE: Sieve = Sieve([0; 16]);

    const fn with(mut self, number: u32) -> Sieve {
        self.0[(number >> 6 & 15) as usize] |= 1 << (number & 63);
        self
    }

    const fn may_hold(&self, number: u32) -> bool {
        self.0[(number >> 6 & 15) as usize] >> (number & 63) & 1 == 1
    }
}

const CODES: Sieve = {
    let mut codes = Sieve::NONE;
    let mut at = 0;
    while at < QUOTAS.len() {
        if let Some(number) = number_of_code(QUOTAS[at].quota_code.as_bytes()) {
            codes = codes.with(number);
        }
        at += 1;
    }
    at = 0;
    while at < NEAR_MISSES.len() {
        if let Some(number) = number_of_code(NEAR_MISSES[at].quota_code.as_bytes()) {
            codes = codes.with(number);
        }
        at += 1;
    }
    codes
};

/// Names by their length, first and last byte.
const NAMES: Sieve = {
    let mut names = Sieve::NONE;
    let mut at = 0;
    while at < QUOTAS.len() {
        names = names.with(sign_of_name(QUOTAS[at].name.as_bytes()));
        let mut also = 0;
        while also < QUOTAS[at].also_named.len() {
            names = names.with(sign_of_name(QUOTAS[at].also_named[also].as_bytes()));
            also += 1;
        }
        at += 1;
    }
    at = 0;
    while at < NEAR_MISSES.len() {
        names = names.with(sign_of_name(NEAR_MISSES[at].name.as_bytes()));
        at += 1;
    }
    names
};

const fn sign_of_name(name: &[u8]) -> u32 {
    match name {
        [first, .., last] => (name.len() & 255) as u32 * 5 + *first as u32 * 37 + *last as u32 * 59,
        _ => 0,
    }
}
