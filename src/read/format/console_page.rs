//! A quota's own page in the Service Quotas console, copied: each heading on a line, its value on
//! the next.

use super::{Passage, TextFormat, service_quotas};
use crate::data::quotas::is_quota_code;
use crate::read::lines::Line;
use crate::read::reader::Reader;
use crate::read::transcript::{is_empty_prompt, is_leftover};
use crate::read::tree::{Node, Value};
use std::borrow::Cow;

/// "Quota code" above a code.
pub const FORMAT: TextFormat = TextFormat {
    id: "console",
    sure: |passage| {
        let is_code =
            |(key, value): (&str, Line<'_>)| key == "QuotaCode" && is_quota_code(value.trimmed());
        if pairs(passage).any(is_code) { 80 } else { 0 }
    },
    read,
    takes: |_| true,
    is_list: false,
    is_tools: false,
};

/// Headings, and the key of a record that each is.
const HEADINGS: &[(&str, &str)] = &[
    ("Quota code", "QuotaCode"),
    ("Quota ARN", "QuotaArn"),
    ("Applied account-level quota value", "Value"),
    ("Applied quota value", "Value"),
    ("AWS default quota value", "Default"),
];

fn is_noise(content: &str) -> bool {
    is_empty_prompt(content) || is_leftover(content)
}

/// Each key with the line of its value.
fn pairs<'p, 'a>(passage: &'p Passage<'a>) -> impl Iterator<Item = (&'static str, Line<'a>)> + 'p {
    passage.lines.iter().enumerate().filter_map(|(index, line)| {
        let content = line.trimmed();
        let (_, key) = HEADINGS.iter().find(|(name, _)| *name == content)?;
        let below = &passage.lines[index + 1..];
        Some((*key, *below.iter().find(|line| !is_noise(line.trimmed()))?))
    })
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    let entries = pairs(passage).map(|(key, line)| {
        let value = Value::Text(Cow::Borrowed(line.trimmed()));
        (Cow::Borrowed(key), Node { at: line.at, value, whole: true })
    });
    let record = Node { at: passage.at, value: Value::Map(entries.collect()), whole: true };
    service_quotas::read_record(&record, reader);
}
