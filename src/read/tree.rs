//! What every structured syntax is read into: a tree whose nodes know their place.
//!
//! Numbers stay text, because a quota is exact and a float is not.

use std::borrow::Cow;

/// A value and where it begins.
#[derive(Debug, PartialEq)]
pub struct Node<'a> {
    /// Byte offset in the source.
    pub at: usize,
    /// What stands there.
    pub value: Value<'a>,
    /// Whether its end was read too; a record that was cut off is not evidence.
    pub whole: bool,
}

/// What a node holds.
#[derive(Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written.
    Number(&'a str),
    /// A string.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys and values, in order.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// The value under the first of `keys` that is there, `null` excepted.
    ///
    /// Keys are compared without case, `_`, `-` and blanks, so that `QuotaCode`, `quotaCode` and
    /// `quota_code` are one; `keys` are given in that bare form.
    pub fn get(&self, keys: &[&str]) -> Option<&Node<'a>> {
        let Value::Map(entries) = &self.value else { return None };
        keys.iter().find_map(|key| {
            // Of a key that stands twice the last counts, as for JSON.parse.
            entries
                .iter()
                .rev()
                .find(|(name, node)| same_key(name, key) && node.value != Value::Null)
                .map(|(_, node)| node)
        })
    }

    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a number, or of a string that may hold one.
    pub fn number(&self) -> Option<&str> {
        match &self.value {
            Value::Number(number) => Some(number),
            Value::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// The members of a list.
    pub fn list(&self) -> Option<&[Node<'a>]> {
        match &self.value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// The keys of an object.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let entries: &[(Cow<'a, str>, Node<'a>)] = match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        };
        entries.iter().map(|(key, _)| key.as_ref())
    }
}

fn same_key(name: &str, bare: &str) -> bool {
    // Most keys differ from the wanted one at either end, and are asked for often.
    let (name_ends, bare_ends) = (ends(name), ends(bare));
    let differ = |own: u8, wanted: u8| own.is_ascii_alphanumeric() && own | 0x20 != wanted | 0x20;
    if name.len() < bare.len()
        || differ(name_ends.0, bare_ends.0)
        || differ(name_ends.1, bare_ends.1)
    {
        return false;
    }
    let mut wanted = bare.bytes();
    for byte in name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ')) {
        if wanted.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    wanted.next().is_none()
}

/// First and last byte.
fn ends(text: &str) -> (u8, u8) {
    match text.as_bytes() {
        [first, .., last] => (*first, *last),
        [only] => (*only, *only),
        [] => (0, 0),
    }
}
