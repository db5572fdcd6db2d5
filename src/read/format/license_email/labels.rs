//! Where a line names a field of the license, and what stands behind the name.

use super::is_decoration;
use crate::data::license_labels::{LICENSE_LABELS, LabelFor, OTHER_THINGS};

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

/// The labels in a line, in order; of two at one place, the longer.
pub fn labels(line: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let first = line.as_bytes()[start].to_ascii_lowercase();
        if !BEGINS[usize::from(first)] {
            start = next_word(line, start);
            continue;
        }
        let begin = LICENSE_LABELS.iter().filter(|(name, _, _)| name.as_bytes()[0] == first);
        let here = begin.filter_map(|(name, of, _)| {
            let length = label_length(&line[start..], name)?;
            Some(Label { name, of: *of, start, end: start + length })
        });
        let longest = here.max_by_key(|label| label.end);
        let end = longest.map_or(start, |label| label.end);
        labels.extend(longest);
        start = next_word(line, end);
    }
    labels
}

/// How much of `text` is the label `name`: without case, any blanks for a blank, a whole word.
fn label_length(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            let bare = rest.trim_start_matches(char::is_whitespace);
            if bare.len() == rest.len() {
                return None;
            }
            rest = bare;
        }
        let (head, tail) = rest.split_at_checked(word.len())?;
        if !head.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = tail;
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}

/// Where the next word begins behind the one at `from`.
fn next_word(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let gap = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    from + gap + rest[gap..].find(char::is_alphanumeric).unwrap_or(rest.len() - gap)
}

/// The label that a cell consists of.
pub fn whole_label(cell: &str) -> Option<Label> {
    labels(cell)
        .into_iter()
        .find(|label| label.start == 0 && rest_of_label(&cell[label.end..]).0.is_empty())
}

/// Whether the words before a label make it one of something else: "used cores", "link expires".
pub fn is_about_other_thing(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or("").to_ascii_lowercase();
    OTHER_THINGS.contains(&word.trim_matches(is_decoration))
}

/// What stands behind a label, past a unit in brackets, leaders and the sign between them; and
/// whether there was such a sign. Without one a label is a word of a sentence.
pub fn rest_of_label(behind: &str) -> (&str, bool) {
    let is_sign = |c: char| matches!(c, ':' | '：' | '=' | '–' | '—' | '-');
    let has_gap = behind.starts_with(['|', '\t']) || behind.starts_with("  ");
    let bare = behind.trim_start_matches(is_decoration);
    let bare = match bare.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest.trim_start_matches(is_decoration),
        None => bare,
    };
    let bare = bare.trim_start_matches(['.', ' ']);
    let signed = bare.trim_start_matches(is_sign);
    let is_signed = has_gap || signed.len() != bare.len();
    (signed.trim_matches(is_decoration), is_signed)
}
