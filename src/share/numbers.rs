//! Where account numbers stand in a text, however they are written: every twelve digits, and every
//! three groups of four. Also where no account can be told from another number of twelve digits,
//! unless it is certain that it is a figure.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::quantity::Unit;
use crate::read::{Limit, Reading, What};

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
        let mut numbers = find(text);
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

    fn is_figure(&self, text: &str, number: &Number) -> bool {
        let Number { range: Range { start, end }, digits } = number;
        let (before, behind) = (&text[..*start], &text[*end..]);
        if end - start > digits.len() {
            // `1024 2048 4096` in a row of figures.
            let fours = text[*start..*end].split(' ');
            let mut fours =
                fours.map(|four| four.parse().is_ok_and(|it| self.amounts.contains(&it)));
            return text[*start..*end].contains(' ')
                && !self.accounts.contains(digits)
                && fours.any(|is_amount| is_amount);
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

/// Every twelve digits and every three groups of four in a text.
pub fn find(text: &str) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            // Digits of an escape are none of a number's: `%20`, `\u0027`.
            at += escape_length(&bytes[at..]);
            continue;
        }
        let length = run(&bytes[at..]);
        let groups = if length == 4 { groups(&bytes[at..]) } else { None };
        let whole = groups.unwrap_or(length);
        if length == 12 || groups.is_some() {
            let range = at..at + whole;
            let digits = text[range.clone()].chars().filter(char::is_ascii_digit).collect();
            numbers.push(Number { range, digits });
        }
        at += whole;
    }
    numbers
}

/// How many digits `bytes` begin with.
fn run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// How long three groups of four digits are, where `bytes` begin with them: `1234-5678-9012`. Of
/// four groups the first one may be a year.
fn groups(bytes: &[u8]) -> Option<usize> {
    let between = *bytes.get(4).filter(|byte| matches!(byte, b'-' | b' '))?;
    let more = |at: usize| bytes.get(at) == Some(&between) && run(&bytes[at + 1..]) == 4;
    let is_year = more(14) && matches!(&bytes[..2], b"19" | b"20");
    (more(4) && more(9) && !is_year).then_some(14)
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
        let rest = rest.trim_start_matches(is_digit);
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
            amounts: [549_755_813_888, 2048].into(),
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
            "team-1111-2222-3333-prod.csv",
            "2026-1111-2222-3333",
            "vpc,111122223333,5",
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
            "vpc\t123456789012.5\tNone",
            "0.123456789012",
            "123456789012 GiB",
            "123456789012 bytes",
            "s3,549755813888",
            "\"Sum\": \"549755813888\"",
            "1024 2048 4096",
            "1234567890123",
            "0123456789012345",
            "9223372036854775807",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
