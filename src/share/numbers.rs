//! Where account numbers stand in a text, however they are written: every twelve digits, and every
//! three groups of four. Also where no account can be told from another number of twelve digits,
//! unless it is certain that it is a figure; and within longer numbers, where sources name it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::hidden::spelled;
use crate::quantity::Unit;
use crate::read::{Limit, Reading, What, plain, visible};

/// Names of figures, in small letters: an unquoted number behind one of them is one.
#[rustfmt::skip]
const FIGURES: &[&str] = &[
    "value", "desiredvalue", "quotavalue", "limit", "quota", "usage", "used", "use", "count",
    "size", "bytes", "sum", "average", "maximum", "minimum", "gib", "cores1", "cores2", "other",
];

/// A number where it stands.
pub struct Number {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its digits.
    pub digits: String,
}

/// What sources say of numbers: which are accounts and which are amounts.
#[derive(Default)]
pub struct Told {
    accounts: BTreeSet<String>,
    amounts: BTreeSet<i128>,
}

impl Told {
    /// By the readings of the sources; `accounts` are named.
    pub fn of(readings: &[&Reading], accounts: &[String]) -> Told {
        let mut amounts = BTreeSet::new();
        for fact in readings.iter().flat_map(|reading| &reading.facts) {
            let amount = match &fact.what {
                What::Limit { limit: Limit::Finite(amount), .. } => amount,
                What::Use { used, .. } => used,
                What::Idle { takes, .. } => takes,
                What::Requested(request) => &request.desired,
                _ => continue,
            };
            amounts.extend([amount.whole, amount.whole / i128::from(amount.unit.size())]);
        }
        Told { accounts: accounts.iter().cloned().collect(), amounts }
    }

    /// Every account number of a text that was pasted.
    pub fn find(&self, text: &str) -> Vec<Number> {
        let mut numbers = self.numbers(text);
        numbers.retain(|number| !self.is_figure(text, number));
        numbers
    }

    /// Whether what was typed into the field of a figure is one: a number, maybe with a unit.
    pub fn is_typed_figure(&self, typed: &str) -> bool {
        let number = typed.trim().trim_start_matches(['-', '−']);
        let unit =
            number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let is_unit = unit.chars().all(|c| c.is_alphabetic() || c == ' ');
        unit.len() < number.len()
            && is_unit
            && !self.accounts.contains(&number[..number.len() - unit.len()])
    }

    /// Whether `number` is one that the sources or a person name as an account.
    pub fn is_account(&self, number: &str) -> bool {
        self.accounts.contains(number)
    }

    /// Every twelve digits and every three groups of four in a text, with whatever a terminal or a mail
    /// puts between two of them and nobody sees; figures, too.
    pub fn numbers(&self, text: &str) -> Vec<Number> {
        let bytes = text.as_bytes();
        let mut numbers = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                // Digits of an escape are none of a number's: `%20`, `\u0027`.
                at += escape_length(&bytes[at..]);
                continue;
            }
            let (count, length) = run(&text[at..]);
            let apart = if count < 12 { self.apart(&text[at..], count) } else { None };
            let whole = apart.unwrap_or(length);
            if count == 12 || apart.is_some() {
                let range = at..at + whole;
                let digits = visible(&text[range.clone()]).map(|(_, c)| c);
                let digits = digits.filter(char::is_ascii_digit).collect();
                numbers.push(Number { range, digits });
            } else if count > 12 {
                self.push_within(at, &text[at..at + length], &mut numbers);
            }
            at += whole;
        }
        numbers
    }

    /// Accounts that sources name, within a longer number that no source has as a figure: where a
    /// paste lost what stood between, digits run on.
    fn push_within(&self, at: usize, run: &str, numbers: &mut Vec<Number>) {
        if self.is_amount(run) {
            return;
        }
        let mut from = 0;
        let first = |from: usize| {
            let found = self.accounts.iter().filter_map(|it| Some((run[from..].find(it)?, it)));
            found.min().map(|(found, it)| (from + found, it.clone()))
        };
        while let Some((start, digits)) = first(from) {
            from = start + digits.len();
            numbers.push(Number { range: at + start..at + from, digits });
        }
    }

    /// How long a number is whose digits stand apart: of an account that sources name however they do.
    fn apart(&self, text: &str, count: usize) -> Option<usize> {
        let named = || {
            self.accounts.iter().find_map(|account| {
                // A narrow terminal breaks a line within a number, too.
                let between = [' ', '\u{a0}', '-', '\r', '\n'];
                let length = spelled(text, account.chars(), &between)?;
                (!text[length..].starts_with(is_digit)).then_some(length)
            })
        };
        let groups = if count == 4 { groups(text) } else { None };
        groups.or_else(named)
    }

    fn is_figure(&self, text: &str, number: &Number) -> bool {
        let Number { range: Range { start, end }, digits } = number;
        let (before, behind) = (&text[..*start], without_exponent(&text[*end..]));
        let written = &text[*start..*end];
        let unsigned = before.strip_suffix('-').filter(|rest| rest.ends_with(may_stand_before));
        let before = unsigned.unwrap_or(before);
        if written.contains([' ', '-']) {
            // `1024 2048 4096` in a row of figures.
            let is_amount = |four: &str| four.parse().is_ok_and(|it| self.amounts.contains(&it));
            return written.split(' ').any(is_amount) && !self.accounts.contains(digits);
        }
        if is_decimal(before, behind) {
            return true;
        }
        let stands_alone = (before.is_empty() || before.ends_with(may_stand_before))
            && (behind.is_empty() || behind.starts_with(may_stand_behind));
        if !stands_alone {
            return false;
        }
        let unit = behind.strip_prefix(' ').unwrap_or(behind);
        let unit = unit.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let is_of_unit =
            Unit::named(unit).is_some_and(|unit| unit != Unit::Count) || unit == "bytes";
        is_of_unit || is_named(before) || self.is_amount(digits)
    }

    fn is_amount(&self, digits: &str) -> bool {
        let amount = digits.parse().is_ok_and(|number| self.amounts.contains(&number));
        amount && !self.accounts.contains(digits)
    }
}

/// How many digits a text begins with, and how long they are with what nobody sees between them.
fn run(text: &str) -> (usize, usize) {
    let (mut count, mut length) = (0, 0);
    for (at, _) in visible(text).take_while(|(_, c)| c.is_ascii_digit()) {
        (count, length) = (count + 1, at + 1);
    }
    (count, length)
}

/// How long three groups of four digits are, where a text begins with them: `1234-5678-9012`. Of
/// four groups the first one may be a year.
fn groups(text: &str) -> Option<usize> {
    let mut ends = Vec::new();
    let (mut at, mut between) = (0, None);
    while ends.len() < 4 {
        let (count, length) = run(&text[at..]);
        if count != 4 {
            break;
        }
        at += length;
        ends.push(at);
        let is_invisible = |c: char| plain(c).is_none();
        let rest = text[at..].trim_start_matches(is_invisible);
        let next = rest.chars().next().and_then(plain).filter(|c| matches!(c, '-' | ' '));
        if next.is_none() || between.is_some_and(|between| Some(between) != next) {
            break;
        }
        between = next;
        at = text.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8);
        at += text[at..].len() - text[at..].trim_start_matches(is_invisible).len();
    }
    let is_year = text.starts_with("19") || text.starts_with("20");
    match ends.as_slice() {
        [_, _, _, _] if is_year => None,
        [_, _, end, ..] => Some(*end),
        _ => None,
    }
}

fn escape_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'%', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => 3,
        [b'\\', b'u', hex @ ..] if hex.len() >= 4 && hex[..4].iter().all(u8::is_ascii_hexdigit) => {
            6
        }
        _ => 1,
    }
}

/// `0.123456789012`, `123456789012.0`; a file's name may have a number behind a dot, too, but then
/// more than a number.
fn is_decimal(before: &str, behind: &str) -> bool {
    let fraction = behind.strip_prefix('.').filter(|rest| rest.starts_with(is_digit));
    if let Some(rest) = fraction {
        let rest = without_exponent(rest.trim_start_matches(is_digit));
        return (before.is_empty() || before.ends_with(may_stand_before))
            && (rest.is_empty() || rest.starts_with(may_stand_behind));
    }
    let whole = before.strip_suffix('.').filter(|rest| rest.ends_with(is_digit));
    whole.is_some_and(|rest| {
        let rest = rest.trim_end_matches(is_digit);
        let rest = rest.strip_suffix('-').unwrap_or(rest);
        (rest.is_empty() || rest.ends_with(may_stand_before))
            && (behind.is_empty() || behind.starts_with(may_stand_behind))
    })
}

/// What stands behind a number whose exponent `behind` begins with: `e+11`.
fn without_exponent(behind: &str) -> &str {
    let power = behind.strip_prefix(['e', 'E']);
    let power = power.map(|power| power.strip_prefix(['+', '-']).unwrap_or(power));
    match power.filter(|power| power.starts_with(is_digit)) {
        Some(power) => power.trim_start_matches(is_digit),
        None => behind,
    }
}

/// Whether the name of a figure stands before an unquoted number: `"Value": `, `Value = `.
fn is_named(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    let Some(name) = before.strip_suffix([':', '=']) else { return false };
    let name = name.trim_end_matches([' ', '\t', '"', '\'', '\\']);
    let start = name.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    let name = name.get(start..).unwrap_or_default();
    FIGURES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn may_stand_before(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';' | ':' | '=' | '(' | '[' | '{' | '|')
}

fn may_stand_behind(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';' | ')' | ']' | '}' | '|' | '\\')
}

#[cfg(test)]
mod tests {
    use super::Told;

    fn found(text: &str) -> Vec<String> {
        let told = Told {
            accounts: ["111122223333".to_owned()].into(),
            amounts: [549_755_813_888, 2048, 1_111_222_233_334].into(),
        };
        told.find(text).into_iter().map(|number| number.digits).collect()
    }

    #[test]
    fn every_account_number_is_found_however_it_is_written() {
        for text in [
            "111122223333",
            "arn:aws:iam::111122223333:role/x",
            "\"OwnerId\": \"111122223333\"",
            "\"account\": 111122223333",
            "OwnerId: 111122223333\n",
            "acct-111122223333.txt",
            "111122223333.2026-11-24.json",
            "report.2026.111122223333",
            "https://111122223333.signin.aws.amazon.com",
            "111122223333.dkr.ecr.us-west-2.amazonaws.com",
            "[111122223333/admin] $",
            "arn%3Aaws%3Aiam%3A%3A111122223333%3Aroot",
            "account%20111122223333",
            "\\u0027111122223333\\u0027",
            "x111122223333y",
            "1111-2222-3333",
            "1111 2222 3333",
            "1111\u{a0}2222\u{a0}3333",
            "11112\u{200b}2223333",
            "1111-\u{200b}2222\0-3333",
            "team-1111-2222-3333-prod.csv",
            "OwnerId: -111122223333",
            "2026-1111-2222-3333",
            "\"account\":\"1111222\n23333\"",
            "1111222\r\n23333",
            "1\u{1b}[31m11122223333\u{1b}[0m",
            "\"account\": 111122223333e1a",
            "vpc,111122223333,5",
            "\"account\": \"111122223333100.0, \"gib\": 100.0",
            "5111122223333",
        ] {
            assert_eq!(found(text), ["111122223333"], "{text}");
        }
        assert_eq!(found("222233334444, 2222-3333-4444"), ["222233334444"; 2]);
    }

    #[test]
    fn figures_and_longer_numbers_are_none() {
        for text in [
            "\"Value\": 123456789012,",
            "\"Value\": 111122223333,",
            "\"DesiredValue\" : 123456789012}",
            "Value: 123456789012\n",
            "123456789012.0",
            "\"count\": 100000000000E0, ",
            "123456789012.0e+3",
            "\"Value\": -100000000000,",
            "vpc\t123456789012.5\tNone",
            "0.123456789012",
            "123456789012 GiB",
            "123456789012 bytes",
            "s3,549755813888",
            "\"Sum\": \"549755813888\"",
            "1024 2048 4096",
            "1234567890123",
            "0123456789012345",
            "1111222233334 GiB",
            "9223372036854775807",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
