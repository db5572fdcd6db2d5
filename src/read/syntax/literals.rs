//! What Python prints of an answer: dictionaries and lists with single quotes, `True`, `None`,
//! `datetime.datetime(…)`, and long strings in several parts (`pprint`).

use std::borrow::Cow;

use super::{Block, Broken, Syntax, Why};
use crate::read::lines::{Line, Lines};
use crate::read::tree::{Keys, MapBuilder, Node, Value};

/// Deeper than any answer of AWS.
const MAX_DEPTH: usize = 48;

/// A document begins with a bracket that has a quoted key or another bracket behind it.
pub fn find<'a>(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>> {
    let text = lines.text;
    let start = line.at + (line.text.len() - line.text.trim_start().len());
    let bytes = text.as_bytes();
    let next = bytes.get(start + 1..)?.iter().find(|byte| !byte.is_ascii_whitespace());
    let second = bytes.get(start + 2);
    let begins = match bytes.get(start)? {
        b'{' => next == Some(&b'\''),
        b'[' => next == Some(&b'\'') || (next == Some(&b'{') && second == Some(&b'\'')),
        _ => false,
    };
    if !begins {
        return None;
    }
    let known = [const { None }; MAX_DEPTH];
    let mut reader = Reader { text, at: start, known };
    let read = reader.value(MAX_DEPTH);
    let (root, why) = match read {
        (Some(root), why) => (root, why),
        (None, _) => return None,
    };
    let end = text.ceil_char_boundary(reader.at.max(start + 1));
    let mut block = Block::new(root, end, Syntax::Python, true);
    block.broken = why.map(|why| Broken { at: end, why });
    Some(block)
}

type Read<T> = (Option<T>, Option<Why>);

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The keys of the last map at each depth.
    known: [Option<Keys<'a>>; MAX_DEPTH],
}

impl<'a> Reader<'a> {
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blanks;
        rest.get(blanks).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Read<Node<'a>> {
        let Some(next) = self.peek() else { return (None, Some(Why::Expected("a value"))) };
        let at = self.at;
        let (value, why) = match next {
            b'{' | b'[' | b'(' if depth == 0 => (None, Some(Why::TooDeep)),
            b'{' => self.map(depth - 1),
            b'[' => self.list(b']', depth - 1),
            b'(' => self.list(b')', depth - 1),
            b'\'' | b'"' => match self.string() {
                Some(text) => (Some(Value::Text(text)), None),
                None => (None, Some(Why::Expected("the end of a string"))),
            },
            b'-' | b'+' | b'0'..=b'9' => (Some(Value::Number(self.word(b"+-.eE"))), None),
            _ => self.name(depth),
        };
        let whole = why.is_none();
        (value.map(|value| Node { at, value, whole }), why)
    }

    fn word(&mut self, also: &[u8]) -> &'a str {
        let rest = &self.text[self.at..];
        let is_part =
            |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || also.contains(&byte);
        let end = rest.bytes().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// `True`, `None`, or a call such as `datetime.datetime(2026, 11, 24, tzinfo=tzutc())`, whose
    /// text is the value.
    fn name(&mut self, depth: usize) -> Read<Value<'a>> {
        let start = self.at;
        let word = self.word(b".");
        match word {
            "True" => return (Some(Value::Bool(true)), None),
            "False" => return (Some(Value::Bool(false)), None),
            "None" => return (Some(Value::Null), None),
            "" => return (None, Some(Why::Expected("a value"))),
            _ => {}
        }
        if depth == 0 || !self.takes(b'(') {
            return (None, Some(Why::Expected("a value")));
        }
        let mut open = 1;
        while open > 0 {
            match self.text.as_bytes().get(self.at) {
                Some(b'(') => open += 1,
                Some(b')') => open -= 1,
                Some(_) => {}
                None => return (None, Some(Why::Expected("a closing bracket"))),
            }
            self.at += 1;
        }
        (Some(Value::Text(Cow::Borrowed(&self.text[start..self.at]))), None)
    }

    /// A string, in one part or in several beside one another.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let mut whole = self.part()?;
        while matches!(self.peek(), Some(b'\'' | b'"')) {
            let more = self.part()?;
            whole.to_mut().push_str(&more);
        }
        Some(whole)
    }

    fn part(&mut self) -> Option<Cow<'a, str>> {
        let quote = char::from(self.text.as_bytes()[self.at]);
        let start = self.at + 1;
        let mut escaped = false;
        for (index, c) in self.text[start..].char_indices() {
            match c {
                '\n' | '\r' => return None,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == quote => {
                    let inner = &self.text[start..start + index];
                    self.at = start + index + 1;
                    let unescaped =
                        || inner.replace("\\'", "'").replace("\\\"", "\"").replace("\\\\", "\\");
                    let has_escape = inner.contains('\\');
                    return Some(if has_escape {
                        Cow::Owned(unescaped())
                    } else {
                        Cow::Borrowed(inner)
                    });
                }
                _ => {}
            }
        }
        None
    }

    fn list(&mut self, end: u8, depth: usize) -> Read<Value<'a>> {
        self.at += 1;
        let mut nodes = Vec::new();
        loop {
            if self.takes(end) {
                return (Some(Value::List(nodes)), None);
            }
            let (node, why) = self.value(depth);
            nodes.extend(node);
            if why.is_some() {
                return (Some(Value::List(nodes)), why);
            }
            if !self.takes(b',') && self.peek() != Some(end) {
                return (Some(Value::List(nodes)), Some(Why::Expected("a comma or the end")));
            }
        }
    }

    fn map(&mut self, depth: usize) -> Read<Value<'a>> {
        self.at += 1;
        let mut map = MapBuilder::like(self.known[depth].as_ref());
        let why = self.entries(&mut map, depth);
        let map = map.finish();
        self.known[depth] = Some(map.keys().clone());
        (Some(Value::Map(map)), why)
    }

    /// Reads up to the closing bracket, or to where and why the map breaks off.
    fn entries(&mut self, map: &mut MapBuilder<'a>, depth: usize) -> Option<Why> {
        loop {
            if self.takes(b'}') {
                return None;
            }
            let key = match self.peek() {
                Some(b'\'' | b'"') => self.string(),
                _ => None,
            };
            let Some(key) = key else {
                return Some(Why::Expected("a key"));
            };
            if !self.takes(b':') {
                return Some(Why::Expected("a colon"));
            }
            let (node, why) = self.value(depth);
            if let Some(node) = node {
                map.push(key, node);
            }
            if why.is_some() {
                return why;
            }
            if !self.takes(b',') && self.peek() != Some(b'}') {
                return Some(Why::Expected("a comma or the end"));
            }
        }
    }
}
