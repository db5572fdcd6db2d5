//! Words: the typed reasons that the engine decides with, and the one place where they become
//! sentences. Another language is one more table beside [`en`].

pub mod en;
mod reasons;

use crate::quantity::group;
pub use reasons::{Param, Reason};

/// A language: pairs of id and sentence, grouped by what they are about.
pub type Sentences = &'static [(&'static str, &'static str)];

/// The languages that there are, as tags of BCP 47; the first is for everybody else.
pub const LANGUAGES: &[&str] = &["en"];

/// Of the languages that there are the one for whoever wishes for this one: `en` for `en-GB`.
pub fn language(wished: &str) -> &'static str {
    let base = wished.split(['-', '_']).next().unwrap_or_default();
    let known = LANGUAGES.iter().find(|known| known.eq_ignore_ascii_case(base));
    known.unwrap_or(&LANGUAGES[0])
}

/// The sentence of this id, with `{name}` replaced by the parameter of that name,
/// `{name#one|many}` by the word that goes with its number, `{row}`, the id of a row, by the row's
/// name, `{field}` and `{fields}`, ids of the license's fields, by their words on the page,
/// `{dayfirst}` and `{monthfirst}` by the day with its month's name, and `{startplace}` and
/// `{endplace}`, a line or that something was typed, by the words for it.
pub fn say(language: Sentences, id: &str, params: &[(&'static str, &Param)]) -> String {
    fill(language, lookup(language, id).unwrap_or(id), params)
}

/// The sentence of this id, as it stands in the table.
pub fn lookup(language: Sentences, id: &str) -> Option<&'static str> {
    language.iter().find(|row| row.0 == id).map(|row| row.1)
}

fn fill(language: Sentences, template: &str, params: &[(&'static str, &Param)]) -> String {
    let find =
        |name: &str| params.iter().find(|(param, _)| *param == name).map(|(_, value)| *value);
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        text.push_str(&rest[..open]);
        let (name, words) = match rest[open + 1..open + close].split_once('#') {
            Some((name, words)) => (name, words.split_once('|')),
            None => (&rest[open + 1..open + close], None),
        };
        match (find(name), words) {
            (Some(Param::Number(1)), Some((one, _))) => text.push_str(one),
            (Some(_), Some((_, many))) => text.push_str(many),
            (Some(Param::Number(line)), None) if matches!(name, "startplace" | "endplace") => {
                let word = lookup(language, "page.line").unwrap_or_default();
                text.push_str(&format!("{word} {line}"));
            }
            (Some(Param::Text(_)), None) if matches!(name, "startplace" | "endplace") => {
                text.push_str(lookup(language, "page.typed").unwrap_or_default());
            }
            (Some(Param::Text(day)), None) if matches!(name, "dayfirst" | "monthfirst") => {
                text.push_str(&in_words(language, day).unwrap_or_else(|| day.clone()));
            }
            (Some(Param::Number(number)), None) => {
                text.push_str(&group(i128::from(*number), *number < 0));
            }
            (Some(Param::Text(value)), None) if name == "row" => {
                text.push_str(lookup(language, &format!("row.{value}")).unwrap_or(value));
            }
            // A row's field is words already, such as "in use".
            (Some(Param::Text(id)), None) if name == "field" => {
                text.push_str(field(language, id));
            }
            (Some(Param::Text(ids)), None) if name == "fields" => {
                let names = ids.split(' ').map(|id| field(language, id));
                text.push_str(&names.collect::<Vec<_>>().join(", "));
            }
            (Some(Param::Text(value)), None) => text.push_str(value),
            (None, _) => {}
        }
        rest = &rest[open + close + 1..];
    }
    text.push_str(rest);
    text
}

fn field(language: Sentences, id: &str) -> &str {
    lookup(language, &format!("license.{id}")).unwrap_or(id)
}

/// `2026-04-03` as "3 April 2026".
fn in_words(language: Sentences, day: &str) -> Option<String> {
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let months = lookup(language, "license.months")?;
    let month = months.split(' ').nth(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    Some(format!("{} {month} {year}", day.trim_start_matches('0')))
}

/// The place of `id` in the English table, found while compiling: a sentence that is not there
/// is a compile error.
pub const fn index(id: &str) -> usize {
    let mut row = 0;
    while row < en::SENTENCES.len() {
        if same(en::SENTENCES[row].0.as_bytes(), id.as_bytes()) {
            return row;
        }
        row += 1;
    }
    panic!("no such sentence in text/en.rs")
}

const fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A sentence of the page, by an id that is checked while compiling.
#[macro_export]
macro_rules! words {
    ($id:literal) => {
        $crate::text::en::SENTENCES[const { $crate::text::index($id) }].1
    };
}
