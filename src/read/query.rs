//! What a command's `--query` leaves of an answer.

/// A `--query` that leaves fields of the records of a list, or whole records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The keys of the lists: `Reservations`, `Instances`.
    pub path: Vec<String>,
    /// What is left of each record.
    pub fields: Fields,
}

/// What is left of each record; a field of a field is written with a point, and what is no field
/// has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fields {
    /// All of it.
    Whole,
    /// One field: `Vpcs[].VpcId`.
    One(String),
    /// Several in a row: `Vpcs[].[VpcId,CidrBlock]`.
    Row(Vec<String>),
    /// The same under names of their own: `Vpcs[].{Id:VpcId}`.
    Named(Vec<(String, String)>),
}

impl Query {
    /// Reads a `--query`; `None` where it does anything else.
    pub fn parse(text: &str) -> Option<Query> {
        let mut rest = text.trim();
        let mut path = Vec::new();
        loop {
            let (name, behind) = identifier(rest)?;
            let Some(inner) = behind.strip_prefix('[') else {
                // A list by its key alone, or the field behind the last list.
                let whole = path.is_empty() && behind.is_empty();
                if whole {
                    path.push(name.to_owned());
                }
                let fields = if whole { Fields::Whole } else { Fields::One(field(rest)?) };
                return (!path.is_empty()).then_some(Query { path, fields });
            };
            path.push(name.to_owned());
            let end = matching(inner, ']')?;
            rest = &inner[end + 1..];
            if rest.is_empty() {
                return Some(Query { path, fields: Fields::Whole });
            }
            rest = rest.strip_prefix('.')?;
            let fields = match rest.as_bytes().first()? {
                b'[' => row(rest.strip_prefix('[')?, ']').map(Fields::Row)?,
                b'{' => {
                    let named = row(rest.strip_prefix('{')?, '}')?.into_iter().map(|pair| {
                        let (name, of) = pair.split_once(':')?;
                        let name = name.trim().trim_matches('"').to_owned();
                        Some((name, field(of).unwrap_or_default()))
                    });
                    Fields::Named(named.collect::<Option<_>>()?)
                }
                _ => continue,
            };
            let fields = match fields {
                Fields::Row(parts) => {
                    Fields::Row(parts.iter().map(|part| field(part).unwrap_or_default()).collect())
                }
                named => named,
            };
            return Some(Query { path, fields });
        }
    }
}

/// Whether a `--query` leaves out records of the list that it begins with: by a condition, an
/// index or a range. What stands behind `[].` chooses among the fields of each record alone.
pub fn leaves_out(query: &str) -> bool {
    let bytes = query.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            mark @ (b'\'' | b'`' | b'"') => {
                let end = query[at + 1..].find(char::from(mark));
                at += end.map_or(bytes.len(), |end| end + 1);
            }
            open @ (b'[' | b'{') if query[..at].ends_with("].") => {
                let close = if open == b'[' { ']' } else { '}' };
                at += matching(&query[at + 1..], close).map_or(bytes.len(), |end| end + 1);
            }
            b'[' => {
                let inner = query[at + 1..].trim_start();
                let end = inner.find(']').unwrap_or(inner.len());
                let is_range = |c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | ' ');
                let index = &inner[..end];
                let has_digit = index.contains(|c: char| c.is_ascii_digit());
                if index.starts_with('?') || (has_digit && index.chars().all(is_range)) {
                    return true;
                }
            }
            _ => {}
        }
        at += 1;
    }
    false
}

/// The list that `length(…)` or `… | length(@)` counts, and whether all of it.
pub fn counted(query: &str) -> Option<(&str, bool)> {
    let query = query.trim();
    let list = match query.strip_prefix("length(").and_then(|rest| rest.strip_suffix(')')) {
        Some(list) => list,
        None => query.strip_suffix("length(@)")?.trim_end().strip_suffix('|')?,
    };
    let (name, mut rest) = identifier(list.trim())?;
    while let Some(inner) = rest.strip_prefix('[') {
        rest = &inner[matching(inner, ']')? + 1..];
    }
    rest.is_empty().then_some((name, !leaves_out(list)))
}

/// The name that a text begins with, and what stands behind it.
fn identifier(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    (!name.is_empty()).then_some((name, rest))
}

/// A field, or one of a field: `State.Name`.
fn field(text: &str) -> Option<String> {
    let text = text.trim();
    let is_name = |part: &str| identifier(part).is_some_and(|(_, rest)| rest.is_empty());
    text.split('.').all(is_name).then(|| text.to_owned())
}

/// The parts of a list or of a record up to its end, which is the query's as well.
fn row(text: &str, close: char) -> Option<Vec<String>> {
    let end = matching(text, close).filter(|end| end + 1 == text.len())?;
    let mut parts = Vec::new();
    let mut rest = &text[..end];
    while let Some(comma) = matching(rest, ',') {
        parts.push(rest[..comma].trim().to_owned());
        rest = &rest[comma + 1..];
    }
    parts.push(rest.trim().to_owned());
    Some(parts)
}

/// Where the first `mark` stands that is within no brackets and no quotes.
fn matching(text: &str, mark: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == mark && depth == 0 => return Some(at),
            None if matches!(c, '\'' | '`' | '"') => quote = Some(c),
            None if matches!(c, '[' | '{' | '(') => depth += 1,
            None if matches!(c, ']' | '}' | ')') => depth = depth.checked_sub(1)?,
            None => {}
        }
    }
    None
}
