//! A quota's own page in the Service Quotas console, copied: each heading on a line, its value on
//! the next.

use super::{TextFormat, service_quotas};
use crate::data::quotas::is_quota_code;
use crate::read::lines::{Line, lines_from};
use crate::read::reader::Reader;
use crate::read::transcript::{is_empty_prompt, is_leftover};
use crate::read::tree::{Node, Value};
use std::borrow::Cow;

/// "Quota code" above a code.
pub const FORMAT: TextFormat = TextFormat {
    id: "console",
    sure: |passage| {
        if passage.text.contains("Quota code")
            && pairs(passage.text)
                .iter()
                .any(|(key, value)| *key == "Quota code" && is_quota_code(value.trimmed()))
        {
            80
        } else {
            0
        }
    },
    read,
    takes: |_| true,
    is_list: false,
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
    content.is_empty() || is_empty_prompt(content) || is_leftover(content)
}

fn pairs(text: &str) -> Vec<(&str, Line<'_>)> {
    let mut pairs = Vec::new();
    let mut heading: Option<&str> = None;
    for line in lines_from(text, 0).filter(|line| !is_noise(line.trimmed())) {
        if let Some(heading) = heading.take() {
            pairs.push((heading, line));
        }
        heading = HEADINGS.iter().find(|(name, _)| *name == line.trimmed()).map(|known| known.0);
    }
    pairs
}

fn read(text: &str, start: usize, reader: &mut Reader<'_>) {
    let entries = pairs(text).into_iter().filter_map(|(heading, line)| {
        let key = HEADINGS.iter().find(|(name, _)| *name == heading)?.1;
        let value = Value::Text(Cow::Borrowed(line.trimmed()));
        Some((Cow::Borrowed(key), Node { at: start + line.at, value, whole: true }))
    });
    let record = Node { at: start, value: Value::Map(entries.collect()), whole: true };
    service_quotas::read_record(&record, reader);
}
