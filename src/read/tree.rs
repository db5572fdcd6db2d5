//! What every structured syntax is read into: a tree whose nodes know their place.
//!
//! Numbers stay text, because a quota is exact and a float is not.

use std::borrow::Cow;
use std::rc::Rc;

use super::bytes::trimmed;

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
    /// At the end of a list: so many of its records were passed over, since each is as one before it
    /// and says no more than that one.
    Passed(usize),
}

/// Names of a record's fields. The records of a list have the same ones, and share them.
#[derive(Clone, Debug, PartialEq)]
pub struct Keys<'a>(Rc<Names<'a>>);

#[derive(Debug, PartialEq)]
struct Names<'a> {
    names: Vec<Cow<'a, str>>,
    /// For each its [`Sign`]: most keys are told apart by it, and a record is asked for many.
    signs: Vec<Sign>,
    /// A bit for each length of a name in bare form: most keys that are asked for have another.
    lengths: u64,
}

impl<'a> Keys<'a> {
    /// These, in order.
    pub fn new(names: Vec<Cow<'a, str>>) -> Keys<'a> {
        let signs: Vec<Sign> = names.iter().map(|name| Sign::of(name)).collect();
        let lengths = signs.iter().fold(0, |lengths, sign| lengths | sign.length_bit());
        Keys(Rc::new(Names { names, signs, lengths }))
    }

    /// Whether these are the very keys of another record.
    pub fn are(&self, others: &Keys<'_>) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&others.0))
    }

    /// The names as they are written.
    pub fn names(&self) -> &[Cow<'a, str>] {
        &self.0.names
    }
}

/// Length, first and last byte of a key in bare form, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sign(u64);

impl Sign {
    fn new(length: usize, first: u8, last: u8) -> Sign {
        Sign((length as u64) << 16 | u64::from(first) << 8 | u64::from(last))
    }

    fn length_bit(self) -> u64 {
        1 << ((self.0 >> 16) & 63)
    }

    fn of(name: &str) -> Sign {
        let mut bare = bare_bytes(name);
        let Some(first) = bare.next() else { return Sign::new(0, 0, 0) };
        let (length, last) = bare.fold((1, first), |(length, _), byte| (length + 1, byte));
        Sign::new(length, first, last)
    }

    /// The same of a key that is in bare form.
    fn of_bare(bare: &str) -> Sign {
        match bare.as_bytes() {
            [first, .., last] => Sign::new(bare.len(), *first, *last),
            [only] => Sign::new(1, *only, *only),
            [] => Sign::new(0, 0, 0),
        }
    }
}

/// Whether a name is this one in bare form.
fn is_bare(name: &str, bare: &str) -> bool {
    // One that is no longer has nothing in it to pass over.
    if name.len() == bare.len() {
        name.eq_ignore_ascii_case(bare)
    } else {
        let mut wanted = bare.bytes();
        bare_bytes(name).all(|byte| wanted.next() == Some(byte)) && wanted.next().is_none()
    }
}

/// A name without case, `_`, `-` and blanks.
fn bare_bytes(name: &str) -> impl Iterator<Item = u8> + '_ {
    name.bytes()
        .filter(|byte| !matches!(byte, b'_' | b'-' | b' '))
        .map(|byte| byte.to_ascii_lowercase())
}

/// Keys and values, in order.
#[derive(Debug, PartialEq)]
pub struct Map<'a> {
    keys: Keys<'a>,
    values: Box<[Node<'a>]>,
}

impl<'a> Map<'a> {
    /// A row below a heading; it may have fewer cells.
    pub fn of_row(heading: &Keys<'a>, cells: impl Iterator<Item = Node<'a>>) -> Map<'a> {
        let names = heading.names();
        let mut values = Vec::with_capacity(names.len());
        values.extend(cells.take(names.len()));
        let keys = match values.len() == names.len() {
            true => heading.clone(),
            false => Keys::new(names[..values.len()].to_vec()),
        };
        Map { keys, values: values.into() }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Its values, in order.
    pub fn values(&self) -> impl Iterator<Item = &Node<'a>> {
        self.values.iter()
    }

    /// Its keys and values, in order.
    pub fn into_entries(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        let keys: Vec<Cow<'a, str>> = self.keys.names().to_vec();
        keys.into_iter().zip(self.values)
    }

    /// Whether it was read with the keys of another record.
    pub fn shares_keys(&self, other: &Map<'_>) -> bool {
        self.keys.are(&other.keys)
    }

    /// Its keys, for a record like it.
    pub fn keys(&self) -> &Keys<'a> {
        &self.keys
    }

    /// The value under a key in bare form, `null` excepted.
    fn get(&self, bare: &str) -> Option<&Node<'a>> {
        let Names { names, signs, lengths } = &*self.keys.0;
        let wanted = Sign::of_bare(bare);
        if lengths & wanted.length_bit() == 0 {
            return None;
        }
        // Of a key that stands twice the last counts, as for JSON.parse.
        let mut end = signs.len();
        while let Some(at) = signs[..end].iter().rposition(|sign| *sign == wanted) {
            if is_bare(&names[at], bare) && !matches!(self.values[at].value, Value::Null) {
                return Some(&self.values[at]);
            }
            end = at;
        }
        None
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Node<'a>)> for Map<'a> {
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Node<'a>)>>(entries: I) -> Map<'a> {
        let (keys, values): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        Map { keys: Keys::new(keys), values: values.into() }
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
        let count = keys.map_or(0, |keys| keys.names().len());
        MapBuilder { like: keys.cloned(), own: None, values: Vec::with_capacity(count) }
    }

    fn likely(&self) -> &[Cow<'a, str>] {
        self.like.as_ref().map_or(&[], Keys::names)
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
        self.finish_among(&[])
    }

    /// The map, which shares the keys of one of `known` where they are the same.
    pub fn finish_among(self, known: &[Keys<'a>]) -> Map<'a> {
        let MapBuilder { like, own, values } = self;
        let likely = like.as_ref().map_or(&[][..], Keys::names);
        let keys = match (own, &like) {
            (None, Some(like)) if likely.len() == values.len() => like.clone(),
            (own, _) => {
                let own = own.unwrap_or_else(|| likely[..values.len()].to_vec());
                let same = known.iter().find(|keys| keys.names() == own);
                same.cloned().unwrap_or_else(|| Keys::new(own))
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
            Value::Text(text) => Some(trimmed(text)),
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
            Value::Map(map) => map.keys.names(),
            _ => &[],
        };
        keys.iter().map(AsRef::as_ref)
    }
}
