//! Exact amounts: whole vCPU, whole counts, whole bytes, and the units they are written in.
//!
//! Nothing here is a float. A figure such as `0.5 TiB` is kept as a decimal until its unit is
//! known and becomes whole bytes then; a limit is rounded down and a use up, so that rounding
//! never makes an account look roomier than it is.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

/// A decimal number as it was written: `digits / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// Significant digits kept, so that bytes of the largest unit still fit. AWS prints at most 17.
const MAX_DIGITS: u32 = 19;

/// AWS writes "no limit" as numbers of this size (2^63 − 1 as a float, for instance).
const NO_LIMIT: i128 = 9_000_000_000_000_000_000;

/// Up to this every reader of JSON keeps a whole number exact; JavaScript's border refuses a larger.
pub const MOST_EXACT: i64 = 1 << 53;

/// What stands for a number of more digits than are kept.
const HUGE: Decimal = Decimal { digits: 10_i128.pow(MAX_DIGITS), scale: 0 };

impl Decimal {
    /// Reads `-12`, `1152.0` or `9.2E18`; `None` for anything else, and for a fraction finer than
    /// 19 digits. A whole number of more digits than that is kept as one that is larger than any
    /// limit.
    pub fn parse(text: &str) -> Option<Decimal> {
        if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')) {
            return None;
        }
        // Most numbers are whole and short, and AWS writes `.0` behind those.
        let plain = text.strip_suffix(".0").unwrap_or(text);
        if plain.len() <= 18 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return plain.parse().ok().map(|digits| Decimal { digits, scale: 0 });
        }
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, unsigned) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let has_point = unsigned.len() > whole.len();
        if whole.is_empty() || (has_point && fraction.is_empty()) {
            return None;
        }
        if !digits_only(whole) || !digits_only(fraction) {
            return None;
        }
        let significant = format!("{}{}", whole, fraction.trim_end_matches('0'));
        let significant = significant.trim_start_matches('0');
        if significant.is_empty() {
            return Some(Decimal { digits: 0, scale: 0 });
        }
        let scale = fraction.trim_end_matches('0').len() as i64 - i64::from(exponent);
        let whole_digits = significant.len() as i64 - scale;
        let sign = if negative { -1 } else { 1 };
        if whole_digits > i64::from(MAX_DIGITS) {
            return Some(Decimal { digits: sign * HUGE.digits, scale: 0 });
        }
        if scale > i64::from(MAX_DIGITS) || significant.len() > MAX_DIGITS as usize {
            return None;
        }
        let digits = significant.parse::<i128>().ok()?;
        let zeros = 10_i128.pow(scale.min(0).unsigned_abs() as u32);
        Some(Decimal { digits: sign * digits * zeros, scale: scale.max(0) as u32 })
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Whether AWS means "no limit" by this number.
    pub fn means_no_limit(self) -> bool {
        self.digits / 10_i128.pow(self.scale) >= NO_LIMIT
    }

    /// The number in thousandths, rounded down; `None` for one that is too large.
    pub fn in_thousandths(self) -> Option<i128> {
        Some(Round::Down.divide(self.digits.checked_mul(1000)?, 10_i128.pow(self.scale)))
    }

    /// Whether this is a whole number.
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// This many of `unit`, in whole base units (vCPU, counts, bytes).
    pub fn in_whole(self, unit: Unit, round: Round) -> i128 {
        round.divide(self.digits * i128::from(unit.size()), 10_i128.pow(self.scale))
    }
}

/// Which way a fraction goes when only a whole number will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// For what one has: limits and what is free.
    Down,
    /// For what one needs or already uses.
    Up,
}

impl Round {
    /// `value / by`, rounded to a whole number this way; `by` is above zero.
    pub fn divide(self, value: i128, by: i128) -> i128 {
        let down = value.div_euclid(by);
        match self {
            Round::Down => down,
            Round::Up => down + i128::from(value.rem_euclid(by) != 0),
        }
    }
}

/// What kind of thing is counted; amounts of different dimensions are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Virtual CPUs, as AWS counts them against the On-Demand quota.
    Vcpu,
    /// Things: addresses, VPCs, load balancers, zones.
    Count,
    /// Memory and storage, in bytes.
    Bytes,
}

/// A unit that figures are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// Virtual CPUs.
    Vcpu,
    /// Plain numbers of things.
    Count,
    /// Single bytes.
    Byte,
    /// 10^6 bytes.
    Mb,
    /// 10^9 bytes.
    Gb,
    /// 10^12 bytes.
    Tb,
    /// 10^15 bytes.
    Pb,
    /// 2^20 bytes.
    Mib,
    /// 2^30 bytes.
    Gib,
    /// 2^40 bytes.
    Tib,
    /// 2^50 bytes.
    Pib,
}

/// Every unit: its dimension, how many base units it is, its symbol, and the words that mean it.
const UNITS: &[(Unit, Dimension, i64, &str, &[&str])] = &[
    (Unit::Vcpu, Dimension::Vcpu, 1, "vCPU", &["vcpu", "vcpus"]),
    (Unit::Count, Dimension::Count, 1, "", &["count"]),
    (Unit::Byte, Dimension::Bytes, 1, "B", &["b", "byte", "bytes"]),
    (Unit::Mb, Dimension::Bytes, 1_000_000, "MB", &["mb"]),
    (Unit::Gb, Dimension::Bytes, 1_000_000_000, "GB", &["gb"]),
    (Unit::Tb, Dimension::Bytes, 1_000_000_000_000, "TB", &["tb"]),
    (Unit::Pb, Dimension::Bytes, 1_000_000_000_000_000, "PB", &["pb"]),
    (Unit::Mib, Dimension::Bytes, 1 << 20, "MiB", &["mib"]),
    (Unit::Gib, Dimension::Bytes, 1 << 30, "GiB", &["gib"]),
    (Unit::Tib, Dimension::Bytes, 1 << 40, "TiB", &["tib"]),
    (Unit::Pib, Dimension::Bytes, 1 << 50, "PiB", &["pib"]),
];

impl Unit {
    fn row(self) -> &'static (Unit, Dimension, i64, &'static str, &'static [&'static str]) {
        &UNITS[self as usize]
    }

    /// What this unit measures.
    pub fn dimension(self) -> Dimension {
        self.row().1
    }

    /// Base units in one of this: 1 for vCPU and counts, else bytes.
    pub fn size(self) -> i64 {
        self.row().2
    }

    /// How the unit is printed; empty for plain counts.
    pub fn symbol(self) -> &'static str {
        self.row().3
    }

    /// The name used in the report, where a plain count is called so.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Count => "count",
            unit => unit.symbol(),
        }
    }

    /// The unit of this [`Unit::name`].
    pub fn named(name: &str) -> Option<Unit> {
        UNITS.iter().map(|row| row.0).find(|unit| unit.name() == name)
    }

    fn parse(word: &str) -> Option<Unit> {
        UNITS
            .iter()
            .find(|row| row.4.iter().any(|name| name.eq_ignore_ascii_case(word)))
            .map(|row| row.0)
    }
}

/// An exact amount, and the unit it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Whole vCPU, counts or bytes.
    pub whole: i128,
    /// The unit that a reader saw.
    pub unit: Unit,
}

impl Quantity {
    /// `whole` base units, shown in `unit`.
    pub fn new(whole: i128, unit: Unit) -> Quantity {
        Quantity { whole, unit }
    }

    /// The same amount, shown in the unit that `other` was written in.
    pub fn in_unit_of(self, other: Quantity) -> Quantity {
        Quantity { whole: self.whole, unit: other.unit }
    }

    /// The amount in `unit`, in thousandths of it.
    ///
    /// `0.3 TiB` is no whole number of bytes; less than a byte either way is the rounding of
    /// reading, and does not show.
    pub fn thousandths(self, unit: Unit, round: Round) -> i128 {
        let (exact, size) = (self.whole * 1000, i128::from(unit.size()));
        let under_a_byte = (size - 1).min(999);
        match round {
            Round::Down => round.divide(exact + under_a_byte, size),
            Round::Up => round.divide(exact - under_a_byte, size),
        }
    }

    /// `1,152 vCPU`, `0.501 TiB`, `5`: at most three decimals, thousands grouped.
    pub fn show(self, unit: Unit, round: Round) -> String {
        let thousandths = self.thousandths(unit, round);
        let mut text = group(thousandths / 1000, thousandths < 0);
        let fraction = thousandths.unsigned_abs() % 1000;
        if fraction != 0 {
            let _ = write!(text, ".{fraction:03}");
            text.truncate(text.trim_end_matches('0').len());
        }
        if !unit.symbol().is_empty() {
            text.push(' ');
            text.push_str(unit.symbol());
        }
        text
    }

    /// The amount as written, with the other unit behind it where that differs:
    /// `50 TiB (54,975.581 GB)`.
    pub fn show_both(self, other: Unit, round: Round) -> String {
        let own = self.show(self.unit, round);
        if self.unit == other {
            return own;
        }
        format!("{own} ({})", self.show(other, round))
    }
}

/// A whole number with its thousands grouped; the sign is given apart, for `−0.5`.
pub(crate) fn group(value: i128, negative: bool) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if negative { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What a person typed for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// A figure.
    Finite(Quantity),
    /// "unlimited", "no limit", "∞".
    Unlimited,
}

/// Why a typed figure cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// There is no number in it, or more than one.
    NotANumber,
    /// Its unit measures something else than the row does, or is not known.
    WrongUnit,
    /// `1.152` and `1,152 TB` can be read in two ways.
    Ambiguous,
    /// Counts and vCPU come whole.
    NotWhole,
    /// Below zero.
    Negative,
}

/// Reads what a person typed for a row: `64`, `1 TB`, `0.5 TiB`, `1,152 vCPU`, `unlimited`.
///
/// A number without a unit is in `default`, the unit that stands beside the field.
pub fn parse_stated(text: &str, default: Unit, round: Round) -> Result<Stated, Unusable> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "unlimited" | "no limit" | "∞") {
        return Ok(Stated::Unlimited);
    }
    let end = number_end(text);
    let (number, word) = (text[..end].trim(), text[end..].trim());
    let unit = if word.is_empty() {
        default
    } else {
        Unit::parse(word)
            .filter(|unit| unit.dimension() == default.dimension())
            .ok_or(if number.is_empty() { Unusable::NotANumber } else { Unusable::WrongUnit })?
    };
    let decimal = parse_grouped(number, unit.dimension() == Dimension::Bytes)?;
    if decimal.is_negative() {
        return Err(Unusable::Negative);
    }
    if decimal.means_no_limit() {
        return Ok(Stated::Unlimited);
    }
    if unit.dimension() != Dimension::Bytes && decimal.scale > 0 {
        return Err(Unusable::NotWhole);
    }
    Ok(Stated::Finite(Quantity::new(decimal.in_whole(unit, round), unit)))
}

/// Where the number at the beginning of `text` ends; `9.2e18` is one number.
fn number_end(text: &str) -> usize {
    let letter = |from: usize| text[from..].find(char::is_alphabetic).map(|at| from + at);
    let Some(end) = letter(0) else { return text.len() };
    let exponent =
        text[end..].strip_prefix(['e', 'E']).map(|rest| rest.trim_start_matches(['+', '-']));
    let is_exponent = exponent.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let follows_digit = text[..end].ends_with(|c: char| c.is_ascii_digit());
    if is_exponent && follows_digit { letter(end + 1).unwrap_or(text.len()) } else { end }
}

/// A figure as people and spreadsheets write it: with thousands separators of either kind.
///
/// `None` for anything else, and where it can be read in two ways (`1.152`; `1,152` too where it
/// may have a fraction).
pub fn parse_figure(text: &str, may_have_fraction: bool) -> Option<Decimal> {
    let text = text.trim();
    // Most are written plainly, which reads in one way alone.
    let plain = text.strip_suffix(".0").unwrap_or(text);
    if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Decimal::parse(text);
    }
    let is_begun = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '−'));
    is_begun.then(|| parse_grouped(text, may_have_fraction).ok()).flatten()
}

/// What parts thousands, and is no point in any language.
fn parts_thousands(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_')
}

/// Whether three digits stand behind each of them, and digits before it: `5 10` is two numbers.
fn is_parted_by_three(number: &str) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    let unsigned = number.trim_start_matches(['+', '-', '−']).trim_start();
    let mut groups = unsigned.split(parts_thousands);
    let Some(mut before) = groups.next() else { return true };
    groups.all(|group| {
        let count = before.chars().rev().take_while(digits).count();
        let is_whole = count == before.chars().count();
        let ends_before = if is_whole { (1..=3).contains(&count) } else { count == 3 };
        before = group;
        ends_before && group.chars().take_while(digits).count() == 3
    })
}

/// A number with thousands separators of either kind, refused where it reads in two ways.
fn parse_grouped(number: &str, may_have_fraction: bool) -> Result<Decimal, Unusable> {
    if !is_parted_by_three(number) {
        return Err(Unusable::NotANumber);
    }
    let plain: String = number
        .chars()
        .filter(|c| !parts_thousands(*c))
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    let (plain, exponent) = match plain.find(['e', 'E']) {
        Some(at) => (plain[..at].to_owned(), plain[at..].to_owned()),
        None => (plain, String::new()),
    };
    let last = plain.rfind([',', '.']);
    let text = match last {
        None => plain,
        Some(at) => {
            let (separator, head, tail) = (plain.as_bytes()[at], &plain[..at], &plain[at + 1..]);
            let repeated = head.bytes().any(|byte| byte == separator);
            let thousands = |text: &str| {
                let mut groups = text.trim_start_matches('-').split([',', '.']);
                let first = groups.next().unwrap_or("");
                (1..=3).contains(&first.len())
                    && !first.starts_with('0')
                    && groups.all(|group| group.len() == 3)
                    && !(text.contains(',') && text.contains('.'))
            };
            if thousands(&plain) {
                // One separator before three digits is a thousand to some, a fraction to others.
                if !repeated && (may_have_fraction || separator == b'.') {
                    return Err(Unusable::Ambiguous);
                }
                plain.replace([',', '.'], "")
            } else if !head.contains([',', '.']) || (!repeated && thousands(head)) {
                format!("{}.{tail}", head.replace([',', '.'], ""))
            } else {
                return Err(Unusable::NotANumber);
            }
        }
    };
    Decimal::parse(&(text + &exponent)).ok_or(Unusable::NotANumber)
}
