//! Secret access keys that no label of AWS's names: alone in a field, on a line or in a cell, or
//! behind words about secrets in any language.

use std::ops::Range;

use super::{wrapped, written_length};

/// How long a secret access key is, in characters.
pub const KEY_LENGTH: usize = 40;

/// How far behind words about secrets a key may stand, in bytes.
const BEHIND: usize = 200;

/// Words about secrets, in small letters and without blanks, `_` and `-`: the console's own in its
/// languages, and people's.
#[rustfmt::skip]
const ABOUT_SECRETS: &[&str] = &[
    "secret", "accesskey", "credential", "password", "密钥", "密鑰", "秘钥", "金鑰", "シークレット",
    "アクセスキー", "비밀", "zugriffsschlüssel", "geheim", "secrèt", "segret", "rahasia", "gizli",
];

/// Ends of what a value is called that is random and no secret.
const HARMLESS: &[&str] = &["token", "marker", "id", "hash", "sha1", "etag", "digest", "commit"];

/// Most digits in a row, in small hexadecimal, that a random key has; requests' IDs have 32.
const MOST_HEX: usize = 19;

/// How many letters of a name, of forty characters, are of words, and how often such a name changes
/// between capitals, small letters, digits and slashes. Of random keys one in two thousand is
/// like that.
const OF_WORDS: (usize, usize) = (14, 16);

/// As many letters of words are none of a random key's, however often it changes.
const ONLY_WORDS: usize = 24;

/// Whether a word could be a key: as long as one, with capitals and small letters.
pub fn may_be_key(word: &str) -> bool {
    word.len() >= KEY_LENGTH && written_length(word) == KEY_LENGTH && is_mixed(word)
}

/// Whether a word has capitals and small letters.
pub fn is_mixed(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.bytes().any(|byte| is(&byte));
    has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)
}

/// Whether a word of a key's length was drawn by lot: no hash, no path, no name.
pub fn is_random(word: &str) -> bool {
    let sorts = word.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'/'));
    sorts && is_mixed(word) && longest_hex(word) <= MOST_HEX && !is_name(word)
}

fn longest_hex(word: &str) -> usize {
    let is_hex = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    word.as_bytes()
        .chunk_by(|one, other| is_hex(one) == is_hex(other))
        .fold(0, |most, run| if is_hex(&run[0]) { most.max(run.len()) } else { most })
}

/// Whether most of a word are words: `exports/Team1/BackupOfDatabase/Nightly001`.
fn is_name(word: &str) -> bool {
    let sort = |byte: &u8| match byte {
        b'a'..=b'z' => 0,
        b'A'..=b'Z' => 1,
        b'0'..=b'9' => 2,
        _ => 3,
    };
    let (mut letters, mut runs, mut capital) = (0, 0, 0);
    for run in word.as_bytes().chunk_by(|one, other| sort(one) == sort(other)) {
        let is_vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
        if sort(&run[0]) == 0 && run.len() >= 3 && run.iter().any(is_vowel) {
            letters += run.len() + capital;
        }
        capital = usize::from(sort(&run[0]) == 1);
        runs += 1;
    }
    let (most, changes) = OF_WORDS;
    letters >= ONLY_WORDS || (letters >= most && runs - 1 <= changes)
}

/// Whether words about secrets stand before `at`, and nothing calls what stands there by the name
/// of something else.
pub fn is_told_of(text: &str, at: usize) -> bool {
    let before = &text[text.floor_char_boundary(at.saturating_sub(BEHIND))..at];
    if is_called_harmless(before) {
        return false;
    }
    let is_between = |c: &char| c.is_whitespace() || matches!(c, '_' | '-');
    let before: String =
        before.chars().filter(|c| !is_between(c)).flat_map(char::to_lowercase).collect();
    ABOUT_SECRETS.iter().any(|words| before.contains(words))
}

/// Whether the word stands alone: on its line, in a cell of a table, between tags, or behind a
/// prompt or the mark of a quoted mail.
pub fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let is_quote = |c: char| matches!(c, ' ' | '"' | '\'' | '`' | '“' | '”');
    // No further back than a label reaches: a line may be as long as the text.
    let from = text.floor_char_boundary(range.start.saturating_sub(BEHIND));
    let line = text[from..range.start].rfind(['\n', '\r']).map(|end| from + end + 1);
    let line = line.or((from == 0).then_some(0));
    let before = &text[line.unwrap_or(from)..range.start];
    let head = before.trim_end_matches(is_quote);
    let begins = (head.is_empty() && line.is_some())
        || head.ends_with([',', ';', '|', '>', '\t', '$', '#', '*', '•', '│', '\u{feff}'])
        || ["\\n", "\\r", "\\t"].iter().any(|end| head.ends_with(end));
    let tail = text[range.end..].trim_start_matches(is_quote);
    let ends = tail.is_empty()
        || tail.starts_with(['\n', '\r', ',', ';', '|', '<', '\t', '│'])
        || ["\\n", "\\r", "\\t"].iter().any(|start| tail.starts_with(start));
    begins
        && ends
        && !is_called_harmless(before)
        && !line.is_some_and(|line| is_end_of_block(text, range, line))
}

/// Whether what stands last before a value says that it is no secret: `NextToken`.
fn is_called_harmless(before: &str) -> bool {
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let name = line.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let start = name.rfind(|c| !is_part(c)).map_or(0, |at| at + 1);
    let name = name.get(start..).unwrap_or_default().to_ascii_lowercase();
    HARMLESS.iter().any(|end| name.ends_with(end))
}

/// Whether a word is the last line of Base64 over several lines, such as an image in a mail.
fn is_end_of_block(text: &str, range: &Range<usize>, line: usize) -> bool {
    // Behind a prompt it is none, whatever stands above.
    if !text[line..range.start].trim_matches([' ', '\t', '>', '|', '"', '\'']).is_empty() {
        return false;
    }
    let above = wrapped::above(text, line);
    above.is_some_and(|above| {
        let is_whole = above.start == 0 || text[..above.start].ends_with(['\n', '\r', ' ', '>']);
        is_whole && above.len() >= 60 && above.len() > range.len()
    })
}
