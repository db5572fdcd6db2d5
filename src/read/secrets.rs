//! Finds credentials in a text and masks them, keeping their length.
//!
//! A mask is a run of [`MASK`]; it is recognised when read again, so that the warning stays as
//! long as the masked text does.

mod lone;
mod wrapped;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use byoc_scan::{Look, Survey, may_be_of_word};

use lone::KEY_LENGTH;

/// What stands for each character of a credential.
pub const MASK: char = '•';

/// Shortest run of [`MASK`] that is taken for a masked credential; account numbers are shorter.
const MASK_RUN: usize = 16;

/// Shortest run of [`MASK`] that stands for a session token.
const LONG_MASK: usize = 64;

/// How long an access key ID is, and its mask.
const KEY_ID_LENGTH: usize = 20;

/// How session tokens begin: each in few characters, and the same with what AWS writes behind them.
const TOKEN_BEGINS: [&str; 3] = ["FwoG", "FQoG", "IQoJ"];
const TOKEN_BEGINS_SURELY: [&str; 3] = ["FwoGZXIvYXdz", "FQoGZXIvYXdz", "IQoJb3JpZ2lu"];

/// Shortest session token, as it is before its lines are wrapped.
const TOKEN_LENGTH: usize = 100;

/// How far from its key ID a secret key without a label may stand, in bytes.
const BESIDE: usize = 200;

/// A credential's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `AKIA…` and `ASIA…`.
    AccessKeyId,
    /// 40 characters, by its label or beside a key ID.
    SecretAccessKey,
    /// By its label, or by how AWS's begin.
    SessionToken,
    /// A PEM block.
    PrivateKey,
    /// Masked before.
    Masked,
}

impl Kind {
    /// Every kind, in the order of notices.
    pub const ALL: &[Kind] = &[
        Kind::AccessKeyId,
        Kind::SecretAccessKey,
        Kind::SessionToken,
        Kind::PrivateKey,
        Kind::Masked,
    ];

    /// In English, for the sentence about it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::AccessKeyId => "access key ID",
            Kind::SecretAccessKey => "secret access key",
            Kind::SessionToken => "session token",
            Kind::PrivateKey => "private key",
            Kind::Masked => "masked before",
        }
    }
}

/// A credential and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What it is.
    pub kind: Kind,
    /// Where it begins; a private key does with its header, which is no secret.
    pub at: usize,
    /// The bytes to mask.
    pub range: Range<usize>,
}

/// Ends of labels, without case, `_`, `-` and blanks, whose value is a secret.
const LABELS: &[(&str, Kind)] = &[
    ("secretaccesskey", Kind::SecretAccessKey),
    ("secretkey", Kind::SecretAccessKey),
    ("sessiontoken", Kind::SessionToken),
    ("securitytoken", Kind::SessionToken),
];

/// Every credential in `text`, in order, without overlaps.
pub fn find(text: &str) -> Vec<Secret> {
    find_in(text, &Survey::of(text.as_bytes()))
}

/// [`find`], where a survey of the text was made before.
pub fn find_in(text: &str, survey: &Survey) -> Vec<Secret> {
    let key_ids = key_ids(text, survey);
    let keys = private_keys(text, survey);
    let mut anchors = key_ids.clone();
    let mut secrets: Vec<Secret> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut blocks = keys.iter().peekable();
    for range in words(text, survey).map(|range| without_scope(text, range)) {
        while blocks.next_if(|block| block.range.end <= range.start).is_some() {}
        let in_block = blocks.peek().is_some_and(|block| block.range.start <= range.start);
        let is_key_id = key_ids.binary_search_by_key(&range.start, |id| id.start).is_ok();
        let is_taken = secrets.last().is_some_and(|last| range.start < last.range.end);
        if in_block || is_key_id || is_taken {
            continue;
        }
        let Some(kind) = kind_of(text, &range) else {
            take_unlabelled(text, range, &mut secrets, &mut candidates);
            continue;
        };
        // Also a key ID that was masked before its secret came, as when both are copied in turn.
        if text[range.clone()].chars().count() == KEY_ID_LENGTH {
            let place = anchors.partition_point(|anchor| anchor.start < range.start);
            anchors.insert(place, range.clone());
        }
        take_with_rest(text, kind, range, &mut secrets);
    }
    let unlabelled: Vec<&Candidate> =
        candidates.iter().filter(|candidate| candidate.is_secret(text, &anchors)).collect();
    // A key stands again where a shell did not know it as a command, or a person repeats it.
    let mut known: HashSet<&str> =
        secrets.iter().map(|secret| &text[secret.range.clone()]).collect();
    known.extend(unlabelled.iter().flat_map(|it| &it.pieces).map(|piece| &text[piece.clone()]));
    let is_again = |candidate: &&Candidate| match candidate.pieces.as_slice() {
        [whole] => known.contains(&text[whole.clone()]),
        _ => false,
    };
    let again: Vec<&Candidate> = candidates.iter().filter(is_again).collect();
    for range in unlabelled.into_iter().chain(again).flat_map(|it| it.pieces.iter().cloned()) {
        secrets.push(Secret { kind: Kind::SecretAccessKey, at: range.start, range });
    }
    let ids =
        key_ids.into_iter().map(|range| Secret { kind: Kind::AccessKeyId, at: range.start, range });
    secrets.extend(ids);
    secrets.extend(keys);
    secrets.sort_by_key(|secret| (secret.range.start, std::cmp::Reverse(secret.range.end)));
    let mut end = 0;
    secrets.retain(|secret| {
        let is_apart = secret.range.start >= end;
        end = end.max(secret.range.end);
        is_apart
    });
    secrets
}

/// `text` with every credential masked, or `None` where there is nothing to mask.
pub fn mask(text: &str) -> Option<String> {
    mask_found(text, &find(text))
}

/// [`mask`], for credentials that were found before.
pub fn mask_found(text: &str, secrets: &[Secret]) -> Option<String> {
    let is_masked = |secret: &Secret| {
        let hidden = &text[secret.range.clone()];
        hidden == hide(hidden)
    };
    if secrets.iter().all(is_masked) {
        return None;
    }
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for secret in secrets {
        masked.push_str(&text[from..secret.range.start]);
        masked.push_str(&hide(&text[secret.range.clone()]));
        from = secret.range.end;
    }
    masked.push_str(&text[from..]);
    Some(masked)
}

/// A mask in place of each character but line ends, written as they are or as JSON writes them; a
/// backslash at the end belongs to what follows.
fn hide(credential: &str) -> String {
    let mut hidden = String::with_capacity(credential.len() * MASK.len_utf8());
    let mut rest = credential;
    while let Some(c) = rest.chars().next() {
        let behind = rest.trim_start_matches('\\');
        let slashes = rest.len() - behind.len();
        let kept = match behind.bytes().next() {
            _ if slashes == 0 => usize::from(matches!(c, '\n' | '\r')),
            Some(b'n' | b'r') => slashes + 1,
            None => slashes,
            Some(_) => 0,
        };
        hidden.push_str(&rest[..kept]);
        if kept == 0 {
            hidden.push(MASK);
        }
        rest = &rest[if kept == 0 { c.len_utf8() } else { kept }..];
    }
    hidden
}

/// `text` without credentials: itself where it holds none.
pub fn masked(text: &str) -> Cow<'_, str> {
    mask(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Access key IDs, wherever they stand; `sts get-caller-identity` prints the caller's unique ID
/// under `UserId`, which opens nothing.
fn key_ids(text: &str, survey: &Survey) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_id = |at: usize| {
        let Some(id) = bytes.get(at..at + 20) else { return false };
        let begins =
            at == 0 || !bytes[at - 1].is_ascii_alphanumeric() || is_behind_escape(bytes, at);
        let ends = bytes.get(at + 20).is_none_or(|next| !next.is_ascii_alphanumeric());
        let all = id.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        begins && ends && all && !is_user_id(text, at)
    };
    let starts = survey.all(Look::KEY_ID).flatten().filter_map(|at| at.checked_sub(1));
    let starts = starts.filter(|at| matches!(bytes[*at..], [b'A', b'K' | b'S', b'I', b'A', ..]));
    starts.filter(|at| is_id(*at)).map(|at| at..at + 20).collect()
}

/// Whether the label is `UserId`, and on the same line: what stands below a table's last row is none
/// of its cells.
fn is_user_id(text: &str, at: usize) -> bool {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[line..at].contains(|c: char| c.is_alphanumeric()) && label_before(text, at) == "userid"
}

/// Runs of characters that credentials are made of, and that are as long as one.
fn words<'t>(text: &'t str, survey: &'t Survey) -> impl Iterator<Item = Range<usize>> + 't {
    let bytes = text.as_bytes();
    let is_start =
        |at: &usize| may_be_of_word(bytes[*at]) && (*at == 0 || !may_be_of_word(bytes[*at - 1]));
    survey.all(Look::WORD).flatten().filter(is_start).flat_map(|start| words_of_run(bytes, start))
}

/// The words of a run of characters that may be of one, which begins at `start`.
fn words_of_run(bytes: &[u8], start: usize) -> impl Iterator<Item = Range<usize>> {
    let goes_on = |at: usize| bytes.get(at).copied().is_some_and(may_be_of_word);
    let mut next = Some(start);
    std::iter::from_fn(move || {
        while let Some(start) = next.take_if(|at| goes_on(*at)) {
            // No word begins with an escape.
            let is_escape = matches!(bytes[start], b'\\' | b'%');
            let length = if is_escape { 0 } else { word_length(&bytes[start..]) };
            next = goes_on(start + length).then_some(start + length + 1);
            let skipped = if length >= MASK_RUN { escape_before(bytes, start) } else { 0 };
            if length - skipped >= MASK_RUN {
                return Some(start + skipped..start + length);
            }
        }
        None
    })
}

/// How much of what begins at `start` belongs to an escape: JSON writes a line's end as `\n`, and an
/// address a colon as `%3A`.
fn escape_before(bytes: &[u8], start: usize) -> usize {
    let is_hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
    match (&bytes[..start], &bytes[start..]) {
        ([.., b'\\'], [b'n' | b'r' | b't', ..]) => 1,
        ([.., b'\\'], [b'u', a, b, c, d, ..]) if is_hex(&[*a, *b, *c, *d]) => 5,
        ([.., b'%'], [a, b, ..]) if is_hex(&[*a, *b]) => 2,
        _ => 0,
    }
}

/// Whether an escape ends at `at`.
fn is_behind_escape(bytes: &[u8], at: usize) -> bool {
    [1, 2, 5].iter().any(|length| {
        at.checked_sub(*length).is_some_and(|start| escape_before(bytes, start) == *length)
    })
}

fn word_length(rest: &[u8]) -> usize {
    let mut length = 0;
    loop {
        match word_step(&rest[length..]) {
            0 => return length,
            step => length += step,
        }
    }
}

/// How many bytes at the beginning of `rest` belong to a word: a character of Base64, a [`MASK`],
/// or an escape, since JSON may write a slash as `\/` and an address as `%2F`.
fn word_step(rest: &[u8]) -> usize {
    match rest {
        [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'+' | b'/', ..] => 1,
        [0xe2, 0x80, 0xa2, ..] => MASK.len_utf8(),
        [b'\\', b'/', ..] => 2,
        [b'%', b'2', b'F' | b'f' | b'B' | b'b', ..] => 3,
        _ => 0,
    }
}

/// The mask of a key ID without the scope of a signed request, which stands right behind it:
/// `••••••••••••••••••••/20261124/us-west-2`.
fn without_scope(text: &str, range: Range<usize>) -> Range<usize> {
    let word = &text[range.clone()];
    let scope = word.trim_start_matches(MASK);
    let length = word.len() - scope.len();
    let has_scope = length == KEY_ID_LENGTH * MASK.len_utf8() && scope.starts_with(['/', '%']);
    if has_scope { range.start..range.start + length } else { range }
}

/// How long a word is with its escapes undone.
fn written_length(word: &str) -> usize {
    word.len() - word.matches('\\').count() - 2 * word.matches('%').count()
}

/// Whether a word is a credential that was masked before.
fn is_mask(word: &str) -> bool {
    word.starts_with(MASK) && word.chars().all(|c| c == MASK) && word.chars().count() >= MASK_RUN
}

/// What may be a secret access key by what stands around it: a word, or two that a line's end parts.
struct Candidate {
    pieces: Vec<Range<usize>>,
}

impl Candidate {
    fn is_secret(&self, text: &str, anchors: &[Range<usize>]) -> bool {
        let word: String = self.pieces.iter().map(|piece| &text[piece.clone()]).collect();
        let (first, last) = (&self.pieces[0], &self.pieces[self.pieces.len() - 1]);
        let is_whole = self.pieces.len() == 1;
        let is_random = lone::is_random(&word);
        if (is_whole || is_random) && is_beside(first.start..last.end, anchors) {
            return true;
        }
        is_random
            && (lone::is_told_of(text, first.start) || (is_whole && lone::is_alone(text, first)))
    }
}

/// Whether a key ID stands near.
fn is_beside(range: Range<usize>, anchors: &[Range<usize>]) -> bool {
    let next = anchors.partition_point(|anchor| anchor.start < range.start);
    let before =
        next.checked_sub(1).is_some_and(|at| range.start.abs_diff(anchors[at].end) <= BESIDE);
    let behind = anchors.get(next).is_some_and(|anchor| anchor.start.abs_diff(range.end) <= BESIDE);
    before || behind
}

/// Takes a word that no label names: the rest of a credential whose beginning is too short to be
/// looked at by itself, or what may be a secret key.
fn take_unlabelled(
    text: &str,
    range: Range<usize>,
    secrets: &mut Vec<Secret>,
    candidates: &mut Vec<Candidate>,
) {
    let word = &text[range.clone()];
    if lone::may_be_key(word) {
        candidates.push(Candidate { pieces: vec![range.clone()] });
    }
    if !word.is_ascii() {
        return;
    }
    if let Some(above) = wrapped::above(text, range.start) {
        let length = above.len() + written_length(word);
        match label_of(text, above.start) {
            Some(Kind::SessionToken) => {
                secrets.push(Secret { kind: Kind::SessionToken, at: above.start, range: above });
                take_with_rest(text, Kind::SessionToken, range, secrets);
                return;
            }
            Some(kind) if length == KEY_LENGTH => {
                let pieces = [above, range];
                secrets.extend(pieces.map(|range| Secret { kind, at: range.start, range }));
                return;
            }
            _ if length == KEY_LENGTH => {
                candidates.push(Candidate { pieces: vec![above, range.clone()] });
            }
            _ => {}
        }
    }
    if word.len() < KEY_LENGTH
        && let Some(below) = wrapped::below(text, range.end)
        && word.len() + written_length(&text[below.clone()]) == KEY_LENGTH
    {
        candidates.push(Candidate { pieces: vec![range, below] });
    }
}

/// Takes a credential with the lines on which it goes on.
fn take_with_rest(text: &str, kind: Kind, range: Range<usize>, secrets: &mut Vec<Secret>) {
    let word = &text[range.clone()];
    let rest = match kind {
        Kind::SessionToken => wrapped::rest_of_token(text, range.end),
        // Its second half may come by itself, after the first one was masked.
        Kind::Masked if word.chars().count() >= LONG_MASK => {
            wrapped::rest_of_token(text, range.end)
        }
        Kind::SecretAccessKey => rest_of_key(text, &range),
        _ => Vec::new(),
    };
    let rest_kind = if kind == Kind::Masked { Kind::SessionToken } else { kind };
    secrets.push(Secret { kind, at: range.start, range });
    let rest = rest.into_iter();
    secrets.extend(rest.map(|range| Secret { kind: rest_kind, at: range.start, range }));
}

/// The lines on which a labelled key goes on, where they make it as long as one.
fn rest_of_key(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut length = written_length(&text[range.clone()]);
    let (mut pieces, mut end) = (Vec::new(), range.end);
    while length < KEY_LENGTH
        && let Some(piece) = wrapped::below(text, end)
    {
        length += written_length(&text[piece.clone()]);
        end = piece.end;
        pieces.push(piece);
    }
    if length == KEY_LENGTH { pieces } else { Vec::new() }
}

/// What the label before `at` names, where it is one of a secret's.
fn label_of(text: &str, at: usize) -> Option<Kind> {
    let label = label_before(text, at);
    LABELS.iter().find(|(name, _)| label.ends_with(name)).map(|(_, kind)| *kind)
}

/// Whether a word is a credential: masked before, by its label, or by how it begins.
fn kind_of(text: &str, range: &Range<usize>) -> Option<Kind> {
    let word = &text[range.clone()];
    if range.len() < MASK_RUN {
        return None;
    }
    if is_mask(word) {
        return Some(Kind::Masked);
    }
    let labelled = label_of(text, range.start);
    if labelled.is_some() {
        return labelled;
    }
    if !word.is_ascii() {
        // Typing went on behind a token that was masked; a masked ID is shorter.
        let masked = word.chars().take_while(|c| *c == MASK).count();
        return (masked >= LONG_MASK).then_some(Kind::SessionToken);
    }
    let begins = |starts: [&str; 3]| starts.iter().any(|start| word.starts_with(start));
    if !begins(TOKEN_BEGINS) {
        return None;
    }
    let is_long = |length: usize| {
        word.len() >= length || {
            let rest = wrapped::rest_of_token(text, range.end);
            word.len() + rest.iter().map(Range::len).sum::<usize>() >= TOKEN_LENGTH
        }
    };
    let length = if begins(TOKEN_BEGINS_SURELY) { LONG_MASK } else { TOKEN_LENGTH };
    is_long(length).then_some(Kind::SessionToken)
}

/// `before` without the tags at its end that say how a page looks: `<td>Secret key</td><td>`.
fn without_tags(before: &str) -> &str {
    let mut rest = before;
    loop {
        let tag = rest.trim_end_matches([' ', '"', '\'', '\n', '\r', '\t']);
        let Some(open) = tag.strip_suffix('>').and_then(|tag| tag.rfind('<')) else { return rest };
        let name = tag[open + 1..].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !LOOKS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return rest;
        }
        rest = &tag[..open];
    }
}

/// Tags of HTML that name nothing.
#[rustfmt::skip]
const LOOKS: &[&str] = &[
    "b", "br", "code", "dd", "div", "dt", "em", "i", "kbd", "li", "mark", "p", "pre", "span",
    "strong", "td", "th", "tr", "tt",
];

/// The words before `at` on its line, or on the line before where the value stands alone; bare,
/// as far as a label can reach, and past what is in brackets. A mask ends a label's reach.
fn label_before(text: &str, at: usize) -> String {
    let start = text.floor_char_boundary(at.saturating_sub(80));
    let is_gap = |c: char| !c.is_alphanumeric() && !matches!(c, MASK | ']' | ')');
    let mut before = without_tags(&text[start..at]).trim_end_matches(is_gap);
    while let Some(inner) = before.strip_suffix([']', ')']) {
        let open = if before.ends_with(']') { '[' } else { '(' };
        before = inner.rfind(open).map_or(inner, |at| &inner[..at]).trim_end_matches(is_gap);
    }
    if before.ends_with(MASK) {
        return String::new();
    }
    // Every label that is asked for ends with one of these: "key", "token", "id".
    if !before.ends_with(['y', 'Y', 'n', 'N', 'd', 'D']) {
        return String::new();
    }
    let mut letters = before.bytes().rev().filter(u8::is_ascii_alphanumeric);
    let last_but_one = letters.nth(1).map(|letter| letter.to_ascii_lowercase());
    if !matches!(last_but_one, Some(b'e' | b'i')) {
        return String::new();
    }
    let line = before.rsplit(['\n', '\r', ',', ';', '{']).next().unwrap_or("");
    // Within JSON a line's end is written so.
    let line = line.rsplit("\\n").next().unwrap_or("");
    line.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// PEM private keys: what stands between their header and their footer, or is left of it.
fn private_keys(text: &str, survey: &Survey) -> Vec<Secret> {
    const BEGIN: &str = "-----BEGIN ";
    const END: &str = "-----END ";
    const DASHES: &str = "-----";
    let mut keys: Vec<Secret> = Vec::new();
    // Ends are looked for once each, in order, however many beginnings there are.
    let mut ends = text.match_indices(END).map(|(at, _)| at).peekable();
    // Lines of dashes are many, and few of them have a word behind.
    let words = survey.all(Look::PEM).flatten();
    let begins = words.filter_map(|at| (at + 1).checked_sub(DASHES.len()));
    for start in begins.filter(|at| text.as_bytes()[*at..].starts_with(BEGIN.as_bytes())) {
        if keys.last().is_some_and(|last| start < last.range.end) {
            continue;
        }
        let name = start + BEGIN.len();
        let window = &text[name..text.floor_char_boundary(name + 48)];
        let Some(length) = window.find(DASHES).filter(|at| window[..*at].ends_with("PRIVATE KEY"))
        else {
            continue;
        };
        let body = name + length + DASHES.len();
        while ends.next_if(|end| *end < body).is_some() {}
        let end = match ends.peek() {
            Some(end) => *end,
            None => body + text[body..].find(|c| !is_key_body(c)).unwrap_or(text.len() - body),
        };
        keys.push(Secret { kind: Kind::PrivateKey, at: start, range: body..end });
    }
    keys
}

/// Base64 with its padding and line ends, escaped ones too.
fn is_key_body(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c.is_ascii_whitespace()
        || matches!(c, '+' | '/' | '=' | '\\' | MASK)
}
