//! Records of JSON that are written as others before them: what stands between their values is the
//! same, byte for byte, so that comparing it reads them.

use alloc::vec::Vec;
use core::ops::Range;

use crate::find::{end_of_plain_string, equal};

/// Most different stretches between values that are kept: a list in which no record is like
/// another is not compared with all of them.
const MOST_STEPS: usize = 512;

/// Stands for no step.
const NONE: u32 = u32::MAX;

/// How the records of a list are written, as far as was seen. Each path through it is a record that
/// was there, so that one that takes it has the same keys in the same order, with a string where
/// that has a string.
#[derive(Debug)]
pub struct Alike {
    /// The first ones of all paths are those that the first one has beside it.
    steps: Vec<Step>,
    /// Keys that a record may have, beside those within its values.
    keys: &'static [&'static str],
}

/// What stands before a value, and which kind of value follows.
#[derive(Debug)]
struct Step {
    /// Where it was seen.
    seen: Range<usize>,
    value: Value,
    /// The first one that may follow.
    first: u32,
    /// The next one that may stand in this one's place.
    beside: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Value {
    /// A string; where it is the record's own, the place of its key in [`Alike::keys`].
    Text(Option<u8>),
    /// A number, `true`, `false` or `null`.
    Other,
    /// None: the record ends.
    End,
}

/// How many of the first keys' values are told.
pub const TOLD: usize = 3;

/// A record that is like others.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Record<'t> {
    /// The byte behind it.
    pub end: usize,
    /// The values of the first [`TOLD`] keys, without their quotes.
    pub told: [&'t [u8]; TOLD],
}

impl Alike {
    /// Of records with these keys, of which the first [`TOLD`] are there and have strings as values.
    pub fn new(keys: &'static [&'static str]) -> Alike {
        Alike { steps: Vec::new(), keys }
    }

    /// The record that begins at `at`, where it is like one that was learned and none of its strings
    /// holds an escape.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn at<'t>(&self, text: &'t [u8], at: usize) -> Option<Record<'t>> {
        let mut record = Record { end: at, ..Record::default() };
        let mut next = 0;
        loop {
            let step = self.next(text, record.end, next)?;
            record.end += step.seen.len();
            let start = record.end;
            match step.value {
                Value::Text(key) => {
                    record.end = end_of_plain_string(text, start)?;
                    if let Some(told) = key.and_then(|key| record.told.get_mut(usize::from(key))) {
                        *told = &text[start..record.end];
                    }
                }
                Value::Other => record.end = end_of_scalar(text, start)?,
                Value::End => return Some(record),
            }
            next = step.first;
        }
    }

    /// Where the next record of a list begins, behind the one that ends at `at` and a comma.
    pub fn next_from(text: &[u8], at: usize) -> Option<usize> {
        let ink = |from: usize| {
            let blanks = text[from..].iter().take_while(|byte| byte.is_ascii_whitespace());
            from + blanks.count()
        };
        let comma = ink(at);
        let next = text.get(comma).filter(|byte| **byte == b',').map(|_| ink(comma + 1));
        next.filter(|next| text.get(*next) == Some(&b'{'))
    }

    /// The one of the steps beside `first` that stands in the text.
    #[inline]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn next(&self, text: &[u8], at: usize, first: u32) -> Option<&Step> {
        let mut next = first;
        loop {
            let step = self.steps.get(next as usize)?;
            let here = text.get(at..at + step.seen.len())?;
            if equal(here, &text[step.seen.clone()]) {
                return Some(step);
            }
            next = step.beside;
        }
    }

    /// Learns how a record is written that a reader of JSON has found whole; says whether it is one
    /// that others may be compared with.
    pub fn learn(&mut self, text: &[u8], record: Range<usize>) -> bool {
        let Some(path) = Path::of(text, record, self.keys) else { return false };
        if self.steps.len() + path.steps.len() > MOST_STEPS {
            return false;
        }
        let mut above: Option<usize> = None;
        for (seen, value) in path.steps {
            let first = match above {
                Some(above) => self.steps[above].first,
                None if self.steps.is_empty() => NONE,
                None => 0,
            };
            let mut last = None;
            let mut next = first;
            let known = loop {
                let Some(step) = self.steps.get(next as usize) else { break None };
                if step.value == value && text[step.seen.clone()] == text[seen.clone()] {
                    break Some(next as usize);
                }
                last = Some(next as usize);
                next = step.beside;
            };
            above = Some(known.unwrap_or_else(|| {
                let new = self.steps.len();
                match (last, above) {
                    (Some(last), _) => self.steps[last].beside = new as u32,
                    (None, Some(above)) => self.steps[above].first = new as u32,
                    (None, None) => {}
                }
                self.steps.push(Step { seen, value, first: NONE, beside: NONE });
                new
            }));
        }
        true
    }
}

/// Where the number or the word that begins at `at` ends. What it is followed by is compared
/// after it.
fn end_of_scalar(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    for word in [&b"true"[..], b"false", b"null"] {
        if rest.starts_with(word) {
            return Some(at + word.len());
        }
    }
    let digits = |from: usize| rest[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    if whole == 0 || (whole > 1 && rest[0] == b'0') {
        return None;
    }
    match rest.get(whole) {
        Some(b'.') => match digits(whole + 1) {
            0 => None,
            decimals => Some(at + whole + 1 + decimals),
        },
        _ => Some(at + whole),
    }
}

/// How one record is written.
struct Path {
    steps: Vec<(Range<usize>, Value)>,
}

impl Path {
    /// `None` where it has other keys, one of them twice, or lacks one of the first.
    fn of(text: &[u8], record: Range<usize>, keys: &[&str]) -> Option<Path> {
        let mut steps = Vec::new();
        let mut from = record.start;
        let mut at = record.start;
        let mut depth = 0;
        let mut key = None;
        let (mut known, mut told) = (0_u32, 0);
        while at < record.end {
            match text[at] {
                b'"' => {
                    let end = end_of_string(&text[..record.end], at + 1)?;
                    let behind = text[end + 1..record.end].iter();
                    let is_key =
                        behind.copied().find(|byte| !byte.is_ascii_whitespace()) == Some(b':');
                    if !is_key {
                        told += usize::from(key.is_some_and(|key| key < TOLD));
                        let own = key.map(|key| key as u8);
                        steps.push((from..at + 1, Value::Text(own)));
                        from = end;
                    } else if depth == 1 {
                        let name = &text[at + 1..end];
                        let index = keys.iter().position(|key| key.as_bytes() == name)?;
                        if known >> index & 1 == 1 {
                            return None;
                        }
                        known |= 1 << index;
                        key = Some(index);
                    }
                    at = end + 1;
                }
                b'{' | b'[' => {
                    depth += 1;
                    key = None;
                    at += 1;
                }
                b'}' | b']' => {
                    depth -= 1;
                    key = None;
                    at += 1;
                }
                b',' => {
                    key = None;
                    at += 1;
                }
                b':' | b' ' | b'\n' | b'\r' | b'\t' => at += 1,
                _ => {
                    let end = end_of_scalar(text, at)?;
                    steps.push((from..at, Value::Other));
                    from = end;
                    at = end;
                }
            }
        }
        steps.push((from..record.end, Value::End));
        (depth == 0 && told == TOLD).then_some(Path { steps })
    }
}

/// Where the string has its closing quote; nothing where a control character stands in it.
fn end_of_string(text: &[u8], at: usize) -> Option<usize> {
    let mut is_escaped = false;
    for (end, byte) in text.iter().enumerate().skip(at) {
        match byte {
            b'"' if !is_escaped => return Some(end),
            0..0x20 => return None,
            _ => is_escaped = *byte == b'\\' && !is_escaped,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Alike, Record};

    const KEYS: &[&str] = &["arn", "code", "name", "value", "more"];

    /// What [`Alike`] makes of `other` once it knows `first`: where it ends, and what it tells.
    fn told(first: &str, other: &str) -> Option<(usize, Vec<String>)> {
        // So much that no string is near the end.
        let text = [first, other, &" ".repeat(64)].concat();
        let mut alike = Alike::new(KEYS);
        assert!(alike.learn(text.as_bytes(), 0..first.len()), "{first}");
        let Record { end, told } = alike.at(text.as_bytes(), first.len())?;
        let told = told.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect();
        Some((end - first.len(), told))
    }

    const FIRST: &str =
        r#"{"arn": "a", "code": "c", "name": "n", "value": 1.5, "more": {"arn": [true, "x"]}}"#;

    #[test]
    fn other_values_are_alike() {
        for (values, expected) in [
            (["a", "c", "n", "1.5", "true", "x"], true),
            (["", "L-1", "Größe", "0", "null", "\u{7f}"], true),
            (["a: {}", "[", "'", "10", "false", ","], true),
            (["a", "c", "n", "01", "true", "x"], false),
            (["a", "c", "n", "-1", "true", "x"], false),
            (["a", "c", "n", "1.", "true", "x"], false),
            (["a", "c", "n", "1e5", "true", "x"], false),
            (["a", "c", "n", "\"1\"", "true", "x"], false),
            (["a", "c", "n", "1", "True", "x"], false),
            (["a", "c", "n", "1", "trueish", "x"], false),
            (["\\u0061", "c", "n", "1", "true", "x"], false),
            (["a", "c\nd", "n", "1", "true", "x"], false),
        ] {
            let [arn, code, name, value, truth, x] = values;
            let other = [
                r#"{"arn": ""#,
                arn,
                r#"", "code": ""#,
                code,
                r#"", "name": ""#,
                name,
                r#"", "value": "#,
                value,
                r#", "more": {"arn": ["#,
                truth,
                r#", ""#,
                x,
                r#""]}}"#,
            ]
            .concat();
            let found = expected
                .then(|| (other.len(), [arn, code, name].into_iter().map(str::to_owned).collect()));
            assert_eq!(told(FIRST, &other), found, "{other}");
        }
    }

    #[test]
    fn another_way_to_write_it_is_not_alike() {
        for other in [
            r#"{"arn": "a", "code": "c", "name": "n", "value": 1.5, "more": {"arn": [true, "x"]}"#,
            r#"{"arn": "a", "code": "c", "name": "n", "value": 1.5, "more": {"arn": [true, "x"]} }"#,
            r#"{"arn": "a", "code": "c", "value": 1.5, "name": "n", "more": {"arn": [true, "x"]}}"#,
            r#"{"arn": "a", "code": "c", "name": "n", "value":1.5, "more": {"arn": [true, "x"]}}"#,
            r#"{"arn": "a", "code": "c", "name": "n"}"#,
            "",
        ] {
            assert_eq!(told(FIRST, other), None, "{other}");
        }
    }

    #[test]
    fn each_way_that_was_seen_is_known_and_no_mix_of_them() {
        let record = |tail: &str| [r#"{"arn":"a","code":"c","name":"n""#, tail, "}"].concat();
        let [none, value, more] = ["", r#","value":1"#, r#","more":"m""#].map(record);
        let both = record(r#","value":1,"more":"m""#);
        let records = [&none, &value, &more, &both];
        let text = [none.as_str(), &value, &more, &both, &" ".repeat(64)].concat();
        let mut alike = Alike::new(KEYS);
        let mut at = 0;
        for (index, record) in records.iter().enumerate() {
            assert_eq!(alike.at(text.as_bytes(), at), None, "{record} before it was learned");
            assert!(alike.learn(text.as_bytes(), at..at + record.len()));
            let mut known = 0;
            for (other, record) in records.iter().enumerate() {
                let found = alike.at(text.as_bytes(), known).map(|found| found.end);
                known += record.len();
                assert_eq!(found, (other <= index).then_some(known), "{record}");
            }
            at += record.len();
        }
    }

    #[test]
    fn what_is_no_such_record_is_not_learned() {
        for record in [
            r#"{"arn": "a", "code": "c"}"#,
            r#"{"arn": "a", "code": "c", "name": null}"#,
            r#"{"arn": "a", "code": "c", "name": "n", "other": 1}"#,
            r#"{"arn": "a", "code": "c", "name": "n", "name": "n"}"#,
            r#"{"arn": "a", "code": "c", "more": {"name": "n"}}"#,
            "{\"arn\": \"a\", \"code\": \"c\", \"name\": \"n\n\"}",
            "[]",
        ] {
            assert!(!Alike::new(KEYS).learn(record.as_bytes(), 0..record.len()), "{record}");
        }
    }

    #[test]
    fn a_list_without_likeness_is_given_up() {
        let mut alike = Alike::new(KEYS);
        let mut text = String::new();
        let mut learned = 0;
        for blanks in 0..1000 {
            let start = text.len();
            text +=
                &[r#"{"arn":"a","code":"c","name":"n","#, &*" ".repeat(blanks), r#""value":1}"#]
                    .concat();
            learned += usize::from(alike.learn(text.as_bytes(), start..text.len()));
        }
        assert!((50..600).contains(&learned), "{learned}");
    }
}
