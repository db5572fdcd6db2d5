//! Finds credentials in a text and masks them, keeping their length.
//!
//! A mask is a run of [`MASK`]; it is recognised when read again, so that the warning stays as
//! long as the masked text does.

use std::borrow::Cow;
use std::ops::Range;

/// What stands for each character of a credential.
pub const MASK: char = '•';

/// Shortest run of [`MASK`] that is taken for a masked credential; account numbers are shorter.
const MASK_RUN: usize = 16;

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
    /// In English, for the sentence about it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::AccessKeyId => "access key ID",
            Kind::SecretAccessKey => "secret access key",
            Kind::SessionToken => "session token",
            Kind::PrivateKey => "private key",
            Kind::Masked => "credential",
        }
    }
}

/// A credential and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What it is.
    pub kind: Kind,
    /// Byte range.
    pub range: Range<usize>,
}

/// Labels, without case, `_`, `-` and blanks, whose value is a secret.
const LABELS: &[(&str, Kind)] = &[
    ("secretaccesskey", Kind::SecretAccessKey),
    ("secretkey", Kind::SecretAccessKey),
    ("sessiontoken", Kind::SessionToken),
    ("securitytoken", Kind::SessionToken),
];

/// Every credential in `text`, in order, without overlaps.
pub fn find(text: &str) -> Vec<Secret> {
    let mut secrets = Vec::new();
    let mut key_id_until = 0;
    for range in words(text) {
        if secrets.last().is_some_and(|last: &Secret| range.start < last.range.end) {
            continue;
        }
        let word = &text[range.clone()];
        let kind = if word.starts_with(MASK) {
            (word.chars().count() >= MASK_RUN).then_some(Kind::Masked)
        } else if is_access_key_id(word) {
            // `sts get-caller-identity` prints the caller's unique ID, which opens nothing.
            (label_before(text, range.start) != "userid").then_some(Kind::AccessKeyId)
        } else if word.len() >= 16 {
            secret_value(text, &range, range.start < key_id_until)
        } else if word == "-----BEGIN" {
            if let Some(end) = private_key_end(text, range.start) {
                secrets.push(Secret { kind: Kind::PrivateKey, range: range.start..end });
            }
            None
        } else {
            None
        };
        if let Some(kind) = kind {
            if kind == Kind::AccessKeyId {
                // A secret key without a label stands next to its ID: same line or the next few.
                key_id_until = range.end + 200;
            }
            secrets.push(Secret { kind, range });
        }
    }
    secrets
}

/// `text` with every credential masked, or `None` where there is nothing to mask.
pub fn mask(text: &str) -> Option<String> {
    let secrets = find(text);
    if secrets.iter().all(|secret| secret.kind == Kind::Masked) {
        return None;
    }
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for secret in secrets {
        masked.push_str(&text[from..secret.range.start]);
        let keep_line_ends = |c: char| if matches!(c, '\n' | '\r') { c } else { MASK };
        masked.extend(text[secret.range.clone()].chars().map(keep_line_ends));
        from = secret.range.end;
    }
    masked.push_str(&text[from..]);
    Some(masked)
}

/// `text` without credentials: itself where it holds none.
pub fn masked(text: &str) -> Cow<'_, str> {
    mask(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Runs of characters that credentials are made of.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_word)?;
        let length = text[start..].find(|c| !is_word(c)).unwrap_or(text.len() - start);
        from = start + length;
        Some(start..from)
    })
}

/// Base64, the dashes of a PEM header, and [`MASK`].
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | MASK)
}

fn is_access_key_id(word: &str) -> bool {
    word.len() == 20
        && (word.starts_with("AKIA") || word.starts_with("ASIA"))
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether the word at `range` is a secret, by its label, its beginning or its neighbour.
fn secret_value(text: &str, range: &Range<usize>, beside_key_id: bool) -> Option<Kind> {
    let word = &text[range.clone()];
    let base64 =
        word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    if !base64 {
        return None;
    }
    let label = label_before(text, range.start);
    let labelled = LABELS.iter().find(|(name, _)| label.ends_with(name)).map(|(_, kind)| *kind);
    if labelled.is_some() {
        return labelled;
    }
    if word.len() >= 100 && ["FwoG", "FQoG", "IQoJ"].iter().any(|start| word.starts_with(start)) {
        return Some(Kind::SessionToken);
    }
    let mixed = word.bytes().any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase());
    (beside_key_id && word.len() == 40 && mixed).then_some(Kind::SecretAccessKey)
}

/// The words before `at` on its line (or on the line before, for a value that stands alone),
/// bare: lower case, letters and digits only, as far as a label can reach.
fn label_before(text: &str, at: usize) -> String {
    let start = text.floor_char_boundary(at.saturating_sub(60));
    let before = text[start..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    let line = before.rsplit(['\n', '\r', ',', ';', '{']).next().unwrap_or("");
    line.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Where the PEM block that begins at `start` ends, if it is a private key.
fn private_key_end(text: &str, start: usize) -> Option<usize> {
    let header_end = start + text[start..].find(['\n', '\r']).unwrap_or(text.len() - start);
    if !text[start..header_end].contains("PRIVATE KEY") {
        return None;
    }
    let rest = &text[header_end..];
    let end = rest.find("PRIVATE KEY-----").map_or(rest.len(), |at| at + "PRIVATE KEY-----".len());
    Some(header_end + end)
}
