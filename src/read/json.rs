//! Finds the JSON documents in a paste, whatever stands between them.
//!
//! A document that breaks off is kept as far as it goes; what was whole inside it still counts.

use std::borrow::Cow;

use hifijson::num::LexWrite as _;
use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer};

use super::tree::{Node, Value};

/// Deeper than any answer of AWS; keeps a hostile paste from using up the stack.
pub const MAX_DEPTH: usize = 48;

/// A stretch of the source.
#[derive(Debug)]
pub enum Piece<'a> {
    /// A JSON document, with the place and reason where it broke off.
    Json { root: Node<'a>, broken: Option<Broken> },
    /// Everything else, by its byte range.
    Text(std::ops::Range<usize>),
}

/// Where and why a document broke off.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// Byte offset.
    pub at: usize,
    /// Why.
    pub why: Why,
}

/// Why a document broke off.
#[derive(Debug, PartialEq, Eq)]
pub enum Why {
    /// Something else was expected here.
    Expected(&'static str),
    /// More than [`MAX_DEPTH`] lists and objects in one another.
    TooDeep,
}

/// The pieces of `text`, in order, without gaps but for blanks.
pub fn split(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut text_from = 0;
    let mut from = 0;
    while let Some(start) = next_candidate(text, from) {
        let mut lexer = SliceLexer::new(&text.as_bytes()[start..]);
        let (root, why) = value(text, &mut lexer, MAX_DEPTH);
        let end = offset(text, &lexer).max(start + 1);
        from = text.ceil_char_boundary(end);
        let too_deep = why == Some(Why::TooDeep);
        if let Some(root) = root.filter(|root| too_deep || is_document(root, why.is_none())) {
            push_text(&mut pieces, text, text_from..start);
            pieces.push(Piece::Json { root, broken: why.map(|why| Broken { at: end, why }) });
            text_from = from;
        }
    }
    push_text(&mut pieces, text, text_from..text.len());
    pieces
}

fn push_text(pieces: &mut Vec<Piece<'_>>, text: &str, range: std::ops::Range<usize>) {
    if !text[range.clone()].trim().is_empty() {
        pieces.push(Piece::Text(range));
    }
}

/// Where a document may begin: a bracket with something behind it that JSON allows there.
fn next_candidate(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| {
        if !matches!(bytes[at], b'{' | b'[') {
            return false;
        }
        let next = bytes[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
        matches!(
            (bytes[at], next),
            (b'{', Some(b'"' | b'}'))
                | (b'[', Some(b'"' | b'{' | b'[' | b']' | b'-' | b'0'..=b'9'))
        )
    })
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
        Value::Map(entries) => !entries.is_empty(),
        _ => false,
    }
}

/// What was read of a value, and why it broke off.
type Read<T> = (Option<T>, Option<Why>);

fn offset(text: &str, lexer: &SliceLexer<'_>) -> usize {
    text.len() - lexer.as_slice().len()
}

fn value<'a>(text: &'a str, lexer: &mut SliceLexer<'a>, depth: usize) -> Read<Node<'a>> {
    let Some(next) = lexer.ws_peek() else {
        return (None, Some(Why::Expected("a value")));
    };
    let at = offset(text, lexer);
    let (value, why) = match next {
        b'{' | b'[' if depth == 0 => (None, Some(Why::TooDeep)),
        b'{' => map(text, lexer.discarded(), depth - 1),
        b'[' => list(text, lexer.discarded(), depth - 1),
        b'"' => read(lexer.discarded().str_string().map(Value::Text), "the end of a string"),
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

fn list<'a>(text: &'a str, lexer: &mut SliceLexer<'a>, depth: usize) -> Read<Value<'a>> {
    let mut nodes = Vec::new();
    let ended = lexer.seq(b']', SliceLexer::ws_peek, |_, lexer| {
        let (node, why) = value(text, lexer, depth);
        nodes.extend(node);
        why.map_or(Ok(()), |why| Err(Stop(why)))
    });
    (Some(Value::List(nodes)), ended.err().map(|stop| stop.0))
}

fn map<'a>(text: &'a str, lexer: &mut SliceLexer<'a>, depth: usize) -> Read<Value<'a>> {
    let mut entries: Vec<(Cow<'a, str>, Node<'a>)> = Vec::new();
    let ended = lexer.seq(b'}', SliceLexer::ws_peek, |next, lexer| {
        lexer.expect(|_| Some(next), b'"').ok_or(Expect::String)?;
        let key = lexer.str_string().map_err(|_| Stop(Why::Expected("the end of a string")))?;
        lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
        let (node, why) = value(text, lexer, depth);
        entries.extend(node.map(|node| (key, node)));
        why.map_or(Ok(()), |why| Err(Stop(why)))
    });
    (Some(Value::Map(entries)), ended.err().map(|stop| stop.0))
}
