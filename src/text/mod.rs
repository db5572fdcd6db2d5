//! Words: the typed reasons that the engine decides with, and the one place where they become
//! sentences. English is compiled in; a language beside it is a file in `languages/` with the same
//! ids, which is brought along while running.

mod current;
pub mod en;
mod fill;
mod other;
mod reasons;

use std::borrow::Cow;

pub use current::{ENGLISH, ask, current, in_english, is_english, speaking};
use fill::fill;
pub use other::language;
pub use reasons::{Param, Reason};

/// A language: pairs of id and sentence, grouped by what they are about, in the order of English.
pub type Sentences = &'static [(&'static str, &'static str)];

/// The languages that there are, as tags of BCP 47, each with its own name for itself.
pub const LANGUAGES: &[(&str, &str)] =
    &[("en", "English"), ("zh-CN", "简体中文"), ("ja", "日本語")];

/// The sentence of this id in a language, filled with the parameters.
pub fn say(language: Sentences, id: &str, params: &[(&'static str, &Param)]) -> String {
    fill(language, lookup(language, id).unwrap_or(id), params)
}

/// The sentence of this id, as it stands in the table.
pub fn lookup(language: Sentences, id: &str) -> Option<&'static str> {
    language.iter().find(|row| row.0 == id).map(|row| row.1)
}

/// What English says by a sentence whose id begins like this, in a language; any other text stays
/// as it is.
pub fn again<'a>(language: Sentences, begins: &str, english: &'a str) -> &'a str {
    let is_it = |(id, sentence): &(&str, &str)| *sentence == english && id.starts_with(begins);
    let at = en::SENTENCES.iter().position(is_it);
    at.map_or(english, |at| language[at].1)
}

/// The same in the current language.
pub fn in_current<'a>(begins: &str, english: &'a str) -> &'a str {
    again(current(), begins, english)
}

/// A reason in the current language; `english` is what it says in English.
pub fn said(reason: &Reason, english: &str) -> String {
    if is_english(current()) { english.to_owned() } else { reason.said() }
}

/// Several things in a row: "a, b".
pub fn list<T: AsRef<str>>(things: &[T]) -> String {
    let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
    things.join(crate::words!("list.comma"))
}

/// A label and what it labels: "Copy: VPC".
pub fn labelled(label: &str, what: &str) -> String {
    format!("{label}{}{what}", crate::words!("label.colon"))
}

/// "line 5".
pub fn line_word(line: u32) -> String {
    fill::place(current(), i64::from(line))
}

/// A day as people write it; any other text stays as it is.
pub fn day(iso: &str) -> Cow<'_, str> {
    fill::day(current(), "date.short", iso)
}

/// The name of a source as people read it.
pub fn source_name(name: &str) -> Cow<'_, str> {
    fill::source_name(current(), name)
}

/// An amount as people read it: all but "Unlimited" is the same in every language.
pub fn amount(text: &str) -> &str {
    in_current("amount.", text)
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

/// The English sentence of this id, for a table that is made of sentences.
pub const fn english(id: &str) -> &'static str {
    en::SENTENCES[index(id)].1
}

/// The sentence at this place of the table, in the current language.
pub fn at(index: usize) -> &'static str {
    current()[index].1
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

/// A sentence in the current language, by an id that is checked while compiling.
#[macro_export]
macro_rules! words {
    ($id:literal) => {
        $crate::text::at(const { $crate::text::index($id) })
    };
}
