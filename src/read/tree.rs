//! What every structured syntax is read into: a tree whose nodes know their place.
//!
//! Numbers stay text, because a quota is exact and a float is not.

use std::borrow::Cow;
use std::rc::Rc;

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
    Map(Map<'a>),
}

/// Names of a record's fields. The records of a list have the same ones, and share them.
pub type Keys<'a> = Rc<Vec<Cow<'a, str>>>;

/// Keys and values, in order.
#[derive(Debug, PartialEq)]
pub struct Map<'a> {
    keys: Keys<'a>,
    values: Box<[Node<'a>]>,
}

impl<'a> Map<'a> {
    /// A row below a heading; it may have fewer cells.
    pub fn of_row(heading: &Keys<'a>, cells: impl Iterator<Item = Node<'a>>) -> Map<'a> {
        let mut values = Vec::with_capacity(heading.len());
        values.extend(cells.take(heading.len()));
        let keys = match values.len() == heading.len() {
            true => heading.clone(),
            false => Rc::new(heading[..values.len()].to_vec()),
        };
        Map { keys, values: values.into() }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Its keys, for a record like it.
    pub fn keys(&self) -> &Keys<'a> {
        &self.keys
    }

    /// The value under a key in bare form, `null` excepted.
    fn get(&self, bare: &str) -> Option<&Node<'a>> {
        // Of a key that stands twice the last counts, as for JSON.parse.
        let named = self.keys.iter().zip(&self.values).rev();
        named
            .filter(|(name, _)| same_key(name, bare))
            .map(|(_, node)| node)
            .find(|node| node.value != Value::Null)
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Node<'a>)> for Map<'a> {
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Node<'a>)>>(entries: I) -> Map<'a> {
        let (keys, values): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        Map { keys: Rc::new(keys), values: values.into() }
    }
}

/// Makes a map whose keys are most likely those of the record before it.
#[derive(Debug, Default)]
pub struct MapBuilder<'a> {
    like: Option<Keys<'a>>,
    /// The keys, once they are others.
    own: Option<Vec<Cow<'a, str>>>,
    values: Vec<Node<'a>>,
}

impl<'a> MapBuilder<'a> {
    /// One that will most likely have these keys.
    pub fn like(keys: Option<&Keys<'a>>) -> MapBuilder<'a> {
        let count = keys.map_or(0, |keys| keys.len());
        MapBuilder { like: keys.cloned(), own: None, values: Vec::with_capacity(count) }
    }

    fn likely(&self) -> &[Cow<'a, str>] {
        self.like.as_ref().map_or(&[], |keys| keys)
    }

    /// Puts a value behind the others.
    pub fn push(&mut self, key: Cow<'a, str>, node: Node<'a>) {
        let count = self.values.len();
        let is_alike = self.own.is_none() && self.likely().get(count) == Some(&key);
        if !is_alike {
            let mut own = self.own.take().unwrap_or_else(|| self.likely()[..count].to_vec());
            own.push(key);
            self.own = Some(own);
        }
        self.values.push(node);
    }

    /// The value under exactly this key.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node<'a>> {
        let keys = self.own.as_deref().unwrap_or(self.likely());
        let at = keys.iter().take(self.values.len()).position(|name| name == key)?;
        self.values.get_mut(at)
    }

    /// The map.
    pub fn finish(self) -> Map<'a> {
        let MapBuilder { like, own, values } = self;
        let keys = match (own, like) {
            (Some(own), _) => Rc::new(own),
            (None, Some(like)) if like.len() == values.len() => like,
            (None, like) => {
                Rc::new(like.iter().flat_map(|like| like[..values.len()].iter().cloned()).collect())
            }
        };
        Map { keys, values: values.into() }
    }
}

impl<'a> Node<'a> {
    /// The value under the first of `keys` that is there, `null` excepted.
    ///
    /// Keys are compared without case, `_`, `-` and blanks, so that `QuotaCode`, `quotaCode` and
    /// `quota_code` are one; `keys` are given in that bare form.
    pub fn get(&self, keys: &[&str]) -> Option<&Node<'a>> {
        let Value::Map(map) = &self.value else { return None };
        keys.iter().find_map(|key| map.get(key))
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
        let keys: &[Cow<'a, str>] = match &self.value {
            Value::Map(map) => &map.keys,
            _ => &[],
        };
        keys.iter().map(AsRef::as_ref)
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
