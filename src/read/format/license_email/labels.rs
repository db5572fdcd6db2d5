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

/// Where in the table the labels stand that begin with the same first letters: few words of a text
/// begin with any. Of Latin letters those are two, of a Chinese or Japanese one its last two bytes,
/// since it shares its first with a thousand others.
struct Beginnings {
    /// By [`first_bits`]: the first such label, counted from 1.
    heads: [u8; 2 * BITS],
    /// By label: the next one that begins alike.
    nexts: [u8; LICENSE_LABELS.len()],
}

static BEGINNINGS: Beginnings = {
    assert!(LICENSE_LABELS.len() < u8::MAX as usize);
    let mut heads = [0; 2 * BITS];
    let mut nexts = [0; LICENSE_LABELS.len()];
    let mut index = 0;
    while index < LICENSE_LABELS.len() {
        let bits = first_bits(LICENSE_LABELS[index].0.as_bytes(), 0);
        nexts[index] = heads[bits];
        heads[bits] = index as u8 + 1;
        index += 1;
    }
    Beginnings { heads, nexts }
};

impl Beginnings {
    /// The labels that may begin at `at`, the table's last ones first.
    fn at(&self, bytes: &[u8], at: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = self.heads[first_bits(bytes, at)];
        std::iter::from_fn(move || {
            let index = usize::from(next).checked_sub(1)?;
            next = self.nexts[index];
            Some(index)
        })
    }
}

/// Twelve bits, for Latin letters and for others each.
const BITS: usize = 1 << 12;

/// The bits of the first letters at `at`; capitals have those of small ones.
const fn first_bits(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        0xe0.. if at + 2 < bytes.len() => {
            BITS | ((bytes[at + 1] as usize & 0x3f) << 6) | (bytes[at + 2] as usize & 0x3f)
        }
        first if at + 1 < bytes.len() => {
            ((first as usize & 0x1f) << 5) | (bytes[at + 1] as usize & 0x1f)
        }
        _ => 0,
    }
}

/// The labels in a line, in order; of two at one place, the longer.
pub fn labels(line: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let found = label_at(line, start);
        labels.extend(found);
        start = found.map_or_else(|| next_word(line, start), |label| label.end);
    }
    labels
}

/// Whether a label stands at the beginning of a text.
pub fn begins_with_label(text: &str) -> bool {
    !text.is_empty() && label_at(text, 0).is_some()
}

fn label_at(line: &str, start: usize) -> Option<Label> {
    let here = BEGINNINGS.at(line.as_bytes(), start).filter_map(|index| {
        let (name, of, _) = LICENSE_LABELS[index];
        let length = label_length(&line[start..], name)?;
        Some(Label { name, of, start, end: start + length })
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
    let mut at = from;
    let mut in_word = false;
    while at < text.len() {
        let byte = text.as_bytes()[at];
        let (is_letter, parts, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), false, 1)
        } else {
            let letter = text[at..].chars().next().unwrap_or(' ');
            (letter.is_alphanumeric(), is_cjk(letter), letter.len_utf8())
        };
        if at > from && is_letter && (!in_word || parts) {
            return at;
        }
        in_word = is_letter && !parts;
        at += length;
    }
    text.len()
}

/// Whether a label of several words may begin at the end of a line and go on in the next.
pub fn may_go_on(line: &str) -> bool {
    let line = line.trim_end();
    let last = line.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(line);
    !last.is_empty()
        && BEGINNINGS.at(last.as_bytes(), 0).any(|index| {
            let name = LICENSE_LABELS[index].0;
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
    // A line may be as long as the paste: only its last words say something of the label.
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(96))..];
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
    let unparted = before.trim_end_matches([' ', 'の', '的']);
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
