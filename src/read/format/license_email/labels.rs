//! Where a line names a field of the license, and what stands behind the name.

use super::is_decoration;
use crate::data::license_labels::{
    FILLERS, LICENSE_LABELS, LabelFor, OTHER_THINGS, OTHER_THINGS_UNPARTED,
};
use crate::read::dates::is_cjk;

/// A label and where it stands in its line.
#[derive(Clone, Copy)]
pub struct Label {
    pub name: &'static str,
    pub of: LabelFor,
    pub start: usize,
    pub end: usize,
}

/// Whether a label begins with this byte: few words of a text do.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let mut index = 0;
    while index < LICENSE_LABELS.len() {
        begins[LICENSE_LABELS[index].0.as_bytes()[0] as usize] = true;
        index += 1;
    }
    begins
};

/// Whether a Chinese or Japanese label begins with a letter whose last two bytes end like this:
/// they share their first byte with a thousand other letters.
const BEGINS_WIDE: [bool; 4096] = {
    let mut begins = [false; 4096];
    let mut index = 0;
    while index < LICENSE_LABELS.len() {
        let bytes = LICENSE_LABELS[index].0.as_bytes();
        if bytes[0] >= 0xe0 {
            begins[low_bits(bytes, 0)] = true;
        }
        index += 1;
    }
    begins
};

/// The lower twelve bits of the letter of three bytes at `at`.
const fn low_bits(bytes: &[u8], at: usize) -> usize {
    ((bytes[at + 1] as usize & 0x3f) << 6) | (bytes[at + 2] as usize & 0x3f)
}

/// The labels in a line, in order; of two at one place, the longer.
pub fn labels(line: &str) -> Vec<Label> {
    let bytes = line.as_bytes();
    let mut labels = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let first = bytes[start].to_ascii_lowercase();
        let may_begin =
            BEGINS[usize::from(first)] && (first < 0xe0 || BEGINS_WIDE[low_bits(bytes, start)]);
        let found = if may_begin { label_at(line, start, first) } else { None };
        labels.extend(found);
        start = found.map_or_else(|| next_word(line, start), |label| label.end);
    }
    labels
}

fn label_at(line: &str, start: usize, first: u8) -> Option<Label> {
    let begin = LICENSE_LABELS.iter().filter(|(name, _, _)| name.as_bytes()[0] == first);
    let here = begin.filter_map(|(name, of, _)| {
        let length = label_length(&line[start..], name)?;
        Some(Label { name, of: *of, start, end: start + length })
    });
    here.max_by_key(|label| label.end)
}

/// How much of `text` is the label `name`: without case, any blanks for a blank, a whole word.
fn label_length(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            let bare = rest.trim_start_matches(char::is_whitespace);
            // Chinese and Japanese are written with a blank beside Latin letters or without.
            if bare.len() == rest.len() && name.is_ascii() {
                return None;
            }
            rest = bare;
        }
        let (head, tail) = rest.split_at_checked(word.len())?;
        let is_word = head.eq_ignore_ascii_case(word)
            || (word == "license" && head.eq_ignore_ascii_case("licence"));
        if !is_word {
            return None;
        }
        rest = tail;
    }
    let length = text.len() - rest.len();
    is_boundary(&text[..length], rest).then_some(length)
}

/// Whether a word ends between the two: Latin letters part from Chinese ones, and Chinese ones
/// from each other.
fn is_boundary(before: &str, behind: &str) -> bool {
    match (before.chars().next_back(), behind.chars().next()) {
        (Some(last), Some(next)) => {
            !(last.is_alphanumeric() && next.is_alphanumeric()) || is_cjk(last) || is_cjk(next)
        }
        _ => true,
    }
}

/// Where the next word begins behind the one at `from`; every Chinese or Japanese letter may
/// begin one.
fn next_word(text: &str, from: usize) -> usize {
    let mut letters = text[from..].char_indices();
    let Some((_, first)) = letters.next() else { return text.len() };
    let mut in_word = first.is_alphanumeric() && !is_cjk(first);
    for (at, letter) in letters {
        let is_letter = letter.is_alphanumeric();
        if is_letter && (!in_word || is_cjk(letter)) {
            return from + at;
        }
        in_word = is_letter;
    }
    text.len()
}

/// Whether a label of several words may begin at the end of a line and go on in the next.
pub fn may_go_on(line: &str) -> bool {
    let line = line.trim_end();
    let last = line.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(line);
    let Some(first) = last.bytes().next() else { return false };
    BEGINS[usize::from(first.to_ascii_lowercase())]
        && LICENSE_LABELS.iter().any(|(name, _, _)| {
            let part = name.split(' ').next().filter(|part| part.len() < name.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(last))
        })
}

/// The label that a cell consists of.
pub fn whole_label(cell: &str) -> Option<Label> {
    labels(cell)
        .into_iter()
        .find(|label| label.start == 0 && rest_of_label(&cell[label.end..]).0.is_empty())
}

/// Whether the words before a label make it one of something else: "used cores", "the link is
/// valid until".
pub fn is_about_other_thing(before: &str) -> bool {
    if before.ends_with(['|', '\t']) || before.ends_with("  ") {
        // Another cell or column.
        return false;
    }
    let is_filler = |word: &&str| FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word));
    let words = before
        .split_whitespace()
        .rev()
        .map(|word| word.trim_matches(|c| is_decoration(c) || c == ':'));
    let word = words.take(4).find(|word| !is_filler(word)).unwrap_or("");
    if OTHER_THINGS.iter().any(|other| other.eq_ignore_ascii_case(word)) {
        return true;
    }
    let unparted = before.trim_end_matches(|c: char| c == ' ' || matches!(c, 'の' | '的'));
    OTHER_THINGS_UNPARTED.iter().any(|other| unparted.ends_with(other))
}

/// What stands behind a label, past a unit in brackets, leaders and the sign between them; and
/// whether there was such a sign. Without one a label is a word of a sentence.
pub fn rest_of_label(behind: &str) -> (&str, bool) {
    let is_sign = |c: char| matches!(c, ':' | '：' | '=' | '–' | '—' | '-' | '→' | '】' | ']');
    let has_gap = behind.starts_with(['|', '\t']) || behind.starts_with("  ");
    // A label in brackets behind another: "ライセンス ID (License ID): …".
    let bare = behind.trim_start_matches(|c| is_decoration(c) || c == ')');
    let bare = match bare.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest.trim_start_matches(is_decoration),
        None => bare,
    };
    let bare = bare.trim_start_matches(['.', ' ']);
    let signed = bare.trim_start_matches(is_sign);
    let is_signed = has_gap || signed.len() != bare.len();
    (signed.trim_matches(is_decoration), is_signed)
}
