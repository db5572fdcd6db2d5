//! `aws s3 ls`: a line with date, time and name for each bucket.

use super::listing::is_narrowed;
use super::{Passage, TextFormat};
use crate::read::lines::{Line, Signs};
use crate::read::reader::{Reader, Use};

/// At least one line of a bucket.
pub const FORMAT: TextFormat = TextFormat {
    id: "buckets",
    sure: |passage| passage.any(70, takes),
    read,
    takes,
    is_list: true,
    is_tools: false,
};

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    let lines: Vec<usize> =
        passage.lines.iter().filter(|line| takes(line)).map(|line| line.at).collect();
    let is_partial = !reader.is_closed | is_narrowed(lines[0], &[], reader);
    let used = Use::count("L-DC2B2D3D", lines.len()).at_least(is_partial);
    reader.counted(lines[0], used, None, None);
}

/// `2026-11-23 23:59:47 acme-data-1`.
fn takes(line: &Line<'_>) -> bool {
    if !line.signs.has(Signs::COLON) || !line.text.trim_start().starts_with("20") {
        return false;
    }
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let [date, time, name] = words.as_slice() else { return false };
    let is_of = |text: &str, pattern: &str| {
        text.len() == pattern.len()
            && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                mark => byte == mark,
            })
    };
    let is_name = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
    };
    is_of(date, "0000-00-00")
        && is_of(time, "00:00:00")
        && (3..=63).contains(&name.len())
        && name.bytes().all(is_name)
}
