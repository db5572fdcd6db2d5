//! Finds the JSON documents in a paste, whatever stands between them.
//!
//! A document that breaks off is kept as far as it goes; what was whole inside it still counts.

mod passing;

use std::borrow::Cow;

use hifijson::num::LexWrite as _;
use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer};

use super::{Block, Broken, Syntax, Why};
use crate::read::lines::{Line, Signs};
use crate::read::tree::{Keys, MapBuilder, Node, Value};
use passing::Passer;
pub use passing::Passing;

/// Deeper than any answer of AWS; keeps a hostile paste from using up the stack.
pub const MAX_DEPTH: usize = 48;

/// How many brackets of a line are tried.
const MOST_TRIES: usize = 8;

/// Most objects at a level whose keys are kept: those of an answer have fewer kinds.
const MOST_KNOWN: usize = 16;

/// Shortest line that a terminal may have broken within a string, in bytes.
const SHORTEST_WRAP: usize = 40;

/// The document that begins at `at`, which [`begins`] has found possible. Records that `passing`
/// says nobody needs are passed over.
pub fn document<'a>(text: &'a str, at: usize, passing: Option<&'a Passing>) -> Option<Block<'a>> {
    let mut lexer = SliceLexer::new(&text.as_bytes()[at..]);
    let mut document = Document { text, known: Vec::new(), passing, may_pass: true };
    let (root, why) = document.value(&mut lexer, MAX_DEPTH);
    let end = text.ceil_char_boundary(offset(text, &lexer).max(at + 1));
    let too_deep = why == Some(Why::TooDeep);
    let root = root.filter(|root| too_deep || is_document(root, why.is_none()))?;
    let broken = why.map(|why| Broken { at: end, why });
    Some(Block { broken, ..Block::new(root, end, Syntax::Json, true) })
}

/// Whether records of a document's list were passed over, or of a list of one of its pages.
pub fn has_passed(root: &Node<'_>) -> bool {
    let is_passed = |node: &Node<'_>| matches!(node.value, Value::Passed(_));
    let of_answer = |node: &Node<'_>| match &node.value {
        Value::Map(map) => {
            map.values().filter_map(Node::list).filter_map(<[_]>::last).any(is_passed)
        }
        _ => is_passed(node),
    };
    of_answer(root) || root.list().is_some_and(|nodes| nodes.iter().any(of_answer))
}

/// Whether a document may begin at `at`: a bracket with something behind it that JSON allows
/// there.
pub fn begins(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if !matches!(bytes[at], b'{' | b'[') {
        return false;
    }
    let next = bytes[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(
        (bytes[at], next),
        (b'{', Some(b'"' | b'}')) | (b'[', Some(b'"' | b'{' | b'[' | b']' | b'-' | b'0'..=b'9'))
    )
}

/// Where in `line` documents may begin behind something else: not within a row of cells.
pub fn begins_within<'a>(text: &'a str, line: &Line<'a>) -> impl Iterator<Item = usize> + 'a {
    let start = line.at;
    let is_row = line.signs.has(Signs::TAB) || line.signs.has(Signs::BAR);
    let bytes = line.text.bytes().enumerate();
    let brackets = bytes.filter(|(_, byte)| matches!(byte, b'{' | b'['));
    brackets
        .take(if is_row { 0 } else { MOST_TRIES })
        .map(move |(at, _)| start + at)
        .filter(|at| begins(text, *at) && !text[..*at].ends_with(['"', '\'', '(', '\\']))
}

/// Whether this is a document at all: `[1]` in a mail is a mark, `[2026-11-24]` a log's date.
fn is_document(root: &Node<'_>, is_whole: bool) -> bool {
    match &root.value {
        Value::List(nodes) => {
            nodes.iter().any(|node| !matches!(node.value, Value::Number(_)))
                && (is_whole || holds_something(root))
        }
        _ => is_whole || holds_something(root),
    }
}

/// Whether a broken document still has a whole record or pair in it.
fn holds_something(node: &Node<'_>) -> bool {
    match &node.value {
        Value::List(nodes) => nodes.iter().any(|node| match node.value {
            // `[2026-11-24 10:00]` is a log line's date.
            Value::Number(_) => false,
            _ => node.whole || holds_something(node),
        }),
        Value::Map(map) => !map.is_empty(),
        _ => false,
    }
}

/// What Python and others write in place of a number; a text, so that it counts for none and what
/// follows is read.
const NO_NUMBERS: &[&str] = &["NaN", "Infinity", "-Infinity"];

/// What was read of a value, and why it broke off.
type Read<T> = (Option<T>, Option<Why>);

fn offset(text: &str, lexer: &SliceLexer<'_>) -> usize {
    text.len() - lexer.as_slice().len()
}

/// A document while it is read.
struct Document<'a> {
    text: &'a str,
    /// The keys of the last objects at each level, the outermost first, and of each the latest first:
    /// the next one there that begins with the same key most likely has all of them.
    known: Vec<Vec<Keys<'a>>>,
    passing: Option<&'a Passing>,
    /// The value that follows may be a list in which records may be passed over.
    may_pass: bool,
}

impl<'a> Document<'a> {
    fn value(&mut self, lexer: &mut SliceLexer<'a>, depth: usize) -> Read<Node<'a>> {
        let text = self.text;
        let passing = self.passing.filter(|_| std::mem::take(&mut self.may_pass));
        let Some(next) = lexer.ws_peek() else {
            return (None, Some(Why::Expected("a value")));
        };
        let at = offset(text, lexer);
        if let Some(word) = no_number(text, at, next) {
            *lexer = SliceLexer::new(&text.as_bytes()[at + word.len()..]);
            let value = Value::Text(Cow::Borrowed(word));
            return (Some(Node { at, value, whole: true }), None);
        }
        let (value, why) = match next {
            b'{' | b'[' if depth == 0 => (None, Some(Why::TooDeep)),
            b'{' => self.map(lexer.discarded(), depth - 1),
            b'[' => self.list(lexer.discarded(), depth - 1, passing.map(Passer::of)),
            b'"' => read(string(text, lexer).map(Value::Text), "the end of a string"),
            b'-' | b'0'..=b'9' => {
                read(lexer.num_string().validated().map(|n| Value::Number(n.0)), "a digit")
            }
            b'a'..=b'z' => read(
                lexer.null_or_bool().map(|known| known.map_or(Value::Null, Value::Bool)).ok_or(()),
                "a value",
            ),
            _ => (None, Some(Why::Expected("a value"))),
        };
        let whole = why.is_none();
        (value.map(|value| Node { at, value, whole }), why)
    }

    fn list(
        &mut self,
        lexer: &mut SliceLexer<'a>,
        depth: usize,
        mut passer: Option<Passer<'a>>,
    ) -> Read<Value<'a>> {
        let mut nodes = Vec::new();
        let ended = lexer.seq(b']', SliceLexer::ws_peek, |_, lexer| {
            let at = offset(self.text, lexer);
            if let Some(end) =
                passer.as_mut().and_then(|passer| passer.pass(self.text.as_bytes(), at))
            {
                *lexer = SliceLexer::new(&self.text.as_bytes()[end..]);
                return Ok(());
            }
            let (node, why) = self.value(lexer, depth);
            if let (Some(passer), None) = (&mut passer, &why) {
                passer.learn(self.text.as_bytes(), at..offset(self.text, lexer));
            }
            nodes.extend(node);
            why.map_or(Ok(()), |why| Err(Stop(why)))
        });
        let passed = passer.map_or(0, |passer| passer.passed);
        if passed > 0 {
            let at = offset(self.text, lexer);
            nodes.push(Node { at, value: Value::Passed(passed), whole: true });
        }
        (Some(Value::List(nodes)), ended.err().map(|stop| stop.0))
    }

    fn map(&mut self, lexer: &mut SliceLexer<'a>, depth: usize) -> Read<Value<'a>> {
        let level = MAX_DEPTH - 1 - depth;
        let mut map = None;
        let ended = lexer.seq(b'}', SliceLexer::ws_peek, |next, lexer| {
            if next != b'"' {
                return Err(Stop::from(Expect::String));
            }
            let key = string(self.text, lexer)
                .map_err(|()| Stop(Why::Expected("the end of a string")))?;
            lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
            let map = map.get_or_insert_with(|| MapBuilder::like(self.likely(level, &key)));
            // Of an answer, or of one of its pages.
            self.may_pass = level <= 1 && self.passing.is_some_and(|passing| passing.list == key);
            let (node, why) = self.value(lexer, depth);
            if let Some(node) = node {
                map.push(key, node);
            }
            why.map_or(Ok(()), |why| Err(Stop(why)))
        });
        if self.known.len() <= level {
            self.known.resize(level + 1, Vec::new());
        }
        let map = map.unwrap_or_default().finish_among(&self.known[level]);
        keep(&mut self.known[level], map.keys());
        (Some(Value::Map(map)), ended.err().map(|stop| stop.0))
    }

    /// The keys of the last object at this level whose first one was `first`.
    fn likely(&self, level: usize, first: &str) -> Option<&Keys<'a>> {
        let begins = |keys: &&Keys<'a>| keys.names().first().is_some_and(|name| name == first);
        self.known.get(level)?.iter().find(begins)
    }
}

/// Puts these keys before the others that are known.
fn keep<'a>(known: &mut Vec<Keys<'a>>, keys: &Keys<'a>) {
    match known.iter().position(|known| known.are(keys)) {
        Some(at) => known[..=at].rotate_right(1),
        None => {
            known.truncate(MOST_KNOWN - 1);
            known.insert(0, keys.clone());
        }
    }
}

/// Which of [`NO_NUMBERS`] stands at `at`, where `next` is what begins there.
fn no_number(text: &str, at: usize, next: u8) -> Option<&'static str> {
    let may_be = matches!(next, b'N' | b'I' | b'-');
    NO_NUMBERS.iter().copied().find(|word| may_be && text[at..].starts_with(word))
}

/// Reads the string whose quote is next. A line end within it is one that a terminal put there.
fn string<'a>(text: &'a str, lexer: &mut SliceLexer<'a>) -> Result<Cow<'a, str>, ()> {
    let start = offset(text, lexer) + 1;
    match lexer.discarded().str_string() {
        Ok(string) => Ok(string),
        Err(hifijson::str::Error::Control) => {
            let (joined, end) = without_wraps(text, start).ok_or(())?;
            let mut inner = SliceLexer::new(joined.as_bytes());
            let string = inner.str_string().map_err(drop)?.into_owned();
            *lexer = SliceLexer::new(&text.as_bytes()[end..]);
            Ok(Cow::Owned(string))
        }
        Err(_) => Err(()),
    }
}

/// The string from `start` to its quote, without the line ends that a terminal put there; and
/// where it ends.
fn without_wraps(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut joined = String::new();
    let mut from = start;
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'\n' | b'\r' => {
                let line = bytes[..at].iter().rposition(|b| matches!(b, b'\n' | b'\r'));
                let length = at - line.map_or(0, |line| line + 1);
                let is_second = *byte == b'\n' && at > 0 && bytes[at - 1] == b'\r';
                if length < SHORTEST_WRAP && !is_second {
                    return None;
                }
                joined.push_str(&text[from..at]);
                from = at + 1;
            }
            b'"' if !escaped => {
                joined.push_str(&text[from..=at]);
                return Some((joined, at + 1));
            }
            _ => {}
        }
        escaped = *byte == b'\\' && !escaped;
    }
    None
}

fn read<T, E>(result: Result<T, E>, expected: &'static str) -> Read<T> {
    match result {
        Ok(value) => (Some(value), None),
        Err(_) => (None, Some(Why::Expected(expected))),
    }
}

/// Stops `seq`; the reason is kept beside it.
struct Stop(Why);

impl From<Expect> for Stop {
    fn from(expect: Expect) -> Stop {
        Stop(Why::Expected(match expect {
            Expect::CommaOrEnd => "a comma or the end",
            Expect::ValueOrEnd => "a value or the end",
            Expect::String => "a key",
            Expect::Colon => "a colon",
            Expect::Value | Expect::Eof => "a value",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::read::tree::{Map, Node, Value};

    fn list(text: &str) -> Vec<Node<'_>> {
        match document(text, 0, None).expect("a list").root.value {
            Value::List(nodes) => nodes,
            other => panic!("{other:?}"),
        }
    }

    fn map<'n, 'a>(node: &'n Node<'a>) -> &'n Map<'a> {
        match &node.value {
            Value::Map(map) => map,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn records_of_a_kind_share_their_keys_whatever_stands_between_them() {
        let kinds = [
            r#"{"Id": "a", "State": {"Code": 16}, "Name": "n"}"#,
            r#"{"Id": "b", "State": {"Name": "x"}}"#,
            r#"{"Code": 0}"#,
        ];
        let text = format!("[{}]", kinds.repeat(3).join(", "));
        let nodes = list(&text);
        for (at, node) in nodes.iter().enumerate() {
            let keys: Vec<&str> = node.keys().collect();
            assert_eq!(keys, [&["Id", "State", "Name"][..], &["Id", "State"], &["Code"]][at % 3]);
            for (other, beside) in nodes.iter().enumerate() {
                let shares = map(node).shares_keys(map(beside));
                assert_eq!(shares, at % 3 == other % 3, "{at} and {other}");
            }
        }
    }
}
