//! Dates as people write them in mail, and those that cannot be told for certain.

use time::{Date, Month};

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset behind its last.
    pub end: usize,
    /// What it says.
    pub date: Written,
}

/// What a written date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// This day.
    Certain(Date),
    /// `03/04/2026`: two days, depending on who reads it.
    Ambiguous {
        /// 3 April.
        day_first: Date,
        /// 4 March.
        month_first: Date,
    },
    /// `2026-02-30`.
    Impossible,
}

/// `2026-11-23`, and nothing else.
pub fn parse_iso(text: &str) -> Option<Date> {
    let mut dates = find_dates(text);
    match (dates.next()?, text.as_bytes()) {
        (
            Found { start: 0, end, date: Written::Certain(date) },
            [_, _, _, _, b'-', _, _, b'-', _, _],
        ) if end == text.len() => Some(date),
        _ => None,
    }
}

/// `2026-11-23`.
pub fn to_iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month() as u8, date.day())
}

/// Every date in `text`, in order. A time of day behind one is left where it is, so that no time
/// zone ever moves a date.
pub fn find_dates(text: &str) -> impl Iterator<Item = Found> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < text.len() {
            let start = from;
            let found = date_at(text, start);
            from = match &found {
                Some(found) => found.end,
                None => next_word(text, start),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// Whether a letter is Chinese or Japanese: no blank parts words of them, nor them from digits.
pub fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// The start of the next run of letters or digits behind `from`; no date begins with a letter
/// that is Chinese or Japanese.
fn next_word(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let is_part = |c: char| c.is_alphanumeric() && !is_cjk(c);
    let word_end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let next = rest[word_end..].find(is_part);
    next.map_or(text.len(), |next| from + word_end + next).max(from + 1).min(text.len())
}

fn date_at(text: &str, start: usize) -> Option<Found> {
    let (parts, end) = three_parts(&text[start..])?;
    let date = match parts {
        [Part::Number(year, 4), month, Part::Number(day, ..=2)] => day_of(year, month, day),
        // `23 November 2026`, `23.11.2026`
        [Part::Number(first, ..=2), Part::Number(second, ..=2), Part::Number(year, 4)] => {
            match (first > 12, second > 12) {
                (true, false) => day_of(year, Part::Number(second, 2), first),
                (false, true) => day_of(year, Part::Number(first, 2), second),
                (false, false) if first == second => day_of(year, Part::Number(first, 2), second),
                (false, false) => ambiguous(year, first, second),
                (true, true) => Written::Impossible,
            }
        }
        [Part::Number(day, ..=2), month @ Part::Month(_), Part::Number(year, 4)]
        | [month @ Part::Month(_), Part::Number(day, ..=2), Part::Number(year, 4)] => {
            day_of(year, month, day)
        }
        _ => return None,
    };
    Some(Found { start, end: start + end, date })
}

fn ambiguous(year: u32, first: u32, second: u32) -> Written {
    let day_first = day_of(year, Part::Number(second, 2), first);
    let month_first = day_of(year, Part::Number(first, 2), second);
    match (day_first, month_first) {
        (Written::Certain(day_first), Written::Certain(month_first)) => {
            Written::Ambiguous { day_first, month_first }
        }
        _ => Written::Impossible,
    }
}

fn day_of(year: u32, month: Part, day: u32) -> Written {
    let month = match month {
        Part::Month(month) => Ok(month),
        Part::Number(number, _) => Month::try_from(number as u8),
    };
    month
        .and_then(|month| Date::from_calendar_date(year as i32, month, day as u8))
        .map_or(Written::Impossible, Written::Certain)
}

#[derive(Clone, Copy, Debug)]
enum Part {
    /// A number, with how many digits it has.
    Number(u32, usize),
    /// A month by name.
    Month(Month),
}

/// Three numbers or months with date separators between them, and where they end.
fn three_parts(text: &str) -> Option<([Part; 3], usize)> {
    let mut parts = [Part::Number(0, 0); 3];
    let mut at = 0;
    let mut is_wide = false;
    for (index, part) in parts.iter_mut().enumerate() {
        if index > 0 {
            let wide = wide_mark(&text[at..], if index == 1 { '年' } else { '月' });
            is_wide |= wide.is_some();
            at += wide.or_else(|| separator(&text[at..]))?;
        }
        let (read, length) = read_part(&text[at..])?;
        *part = read;
        at += length;
    }
    if is_wide {
        at += wide_mark(&text[at..], '日').unwrap_or(0);
    }
    // `2026-11-234` is no date; `2026-11-23T00:00:00Z` is one.
    let next = text[at..].chars().next();
    (!next.is_some_and(|c| c.is_ascii_digit())).then_some((parts, at))
}

/// How long the mark behind a year, month or day is: `年` with blanks around, but behind the day
/// only those before.
fn wide_mark(text: &str, mark: char) -> Option<usize> {
    let blanks = |text: &str| text.len() - text.trim_start_matches([' ', '\u{a0}']).len();
    let before = blanks(text);
    let behind = text[before..].strip_prefix(mark)?;
    let after = if mark == '日' { 0 } else { blanks(behind) };
    Some(before + mark.len_utf8() + after)
}

/// How long the separator is: at most one mark, with blanks and a comma around it.
fn separator(text: &str) -> Option<usize> {
    let end = text.find(|c: char| c.is_alphanumeric())?;
    let marks: Vec<char> = text[..end].chars().filter(|c| !matches!(c, ' ' | '\u{a0}')).collect();
    let date_like = match marks.as_slice() {
        [] => true,
        [mark] => matches!(mark, '-' | '/' | '.' | ',' | '\u{2010}' | '\u{2011}'),
        ['.', ','] => true,
        _ => false,
    };
    (date_like && end <= 6).then_some(end)
}

fn read_part(text: &str) -> Option<(Part, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 4 {
        return None;
    }
    let letters_end = |from: usize| {
        let rest = &text[from..];
        from + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
    };
    let end = letters_end(digits);
    let word = text[digits..end].to_ascii_lowercase();
    match (digits, word.as_str()) {
        (0, "") => None,
        (0, word) => month_named(word).map(|month| (Part::Month(month), end)),
        (_, "st" | "nd" | "rd" | "th") => {
            Some((Part::Number(text[..digits].parse().ok()?, digits), end))
        }
        (_, _) => Some((Part::Number(text[..digits].parse().ok()?, digits), digits)),
    }
}

fn month_named(word: &str) -> Option<Month> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let index = NAMES.iter().position(|name| {
        *name == word
            || (name.starts_with(word) && word.len() == 3)
            || (*name == "september" && word == "sept")
    })?;
    Month::try_from(index as u8 + 1).ok()
}
