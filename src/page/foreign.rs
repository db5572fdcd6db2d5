//! Text from outside among the page's own words: signs that steer how a line is laid out are shown
//! in place of doing so, and what is written from right to left reorders nothing beside it.

use crate::hand_over::plain;
use crate::report::Diagnostic;
use crate::text::{Param, Reason};

/// What stands between these takes its own direction, and is one sign to what is around it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// A name.
pub fn name(text: &str) -> String {
    let plain = plain::line(text);
    if plain.contains(is_rtl) { isolated(&plain) } else { plain }
}

/// A line of a source: its words and figures stand in the order in which they are read there.
pub fn line(text: &str) -> String {
    let plain = text.split('\t').map(plain::line).collect::<Vec<_>>().join("\t");
    let mut shown = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(start) = rest.find(is_rtl) {
        let (before, run) = rest.split_at(start);
        let (run, behind) = run.split_at(words(run));
        shown.push_str(before);
        shown.push_str(&isolated(run));
        rest = behind;
    }
    shown + rest
}

/// How far the words go that are written from right to left: a single blank parts two words, and
/// anything else may part two fields.
fn words(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if is_rtl(c) {
            end = at + c.len_utf8();
        } else if c != ' ' || at != end {
            break;
        }
    }
    end
}

/// A sentence with what it says of a text from outside.
pub fn sentence(sentence: &str, reason: &Reason) -> String {
    let mut shown = plain::line(sentence);
    let mut done: Vec<String> = Vec::new();
    for (_, param) in reason.params() {
        if let Param::Text(value) = param {
            let value = plain::line(value);
            if value.contains(is_rtl) && !done.contains(&value) {
                shown = shown.replace(&value, &isolated(&value));
                done.push(value);
            }
        }
    }
    shown
}

/// What a diagnostic says.
pub fn message(of: &Diagnostic) -> String {
    sentence(&of.says(), &of.reason)
}

fn isolated(text: &str) -> String {
    format!("{}{text}{}", ISOLATE.0, ISOLATE.1)
}

/// Letters of scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko
/// and their neighbours, with the forms that Unicode keeps for compatibility.
fn is_rtl(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
