//! The case files: an input and what it must give, side by side. The same files run on the host
//! and, through wasm-bindgen-test, in the browser.
//!
//! A file in `tests/cases/` is a list of `[[case]]`. `source` holds texts, or names of files in
//! `tests/fixtures/`; `input` is the rest of the contract's input. `expect` is a part of the
//! report: every key in it is compared, and nothing else. A list of things that have an `id`
//! is addressed by it (`resources.vcpu`), a diagnostic or reason is written as its id, an amount
//! as its text, `"null"` stands for `null` and `"absent"` for a member
//! that a list does not have.

use byoc_readiness::assess;
use byoc_readiness::report::{Answers, Input, SourceText};
use serde::Deserialize;
use serde_json::Value as Json;

mod common;

use common::{case_files, fixture};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default = "a_day")]
    today: String,
    #[serde(default)]
    source: Vec<Source>,
    #[serde(default)]
    input: Answers,
    expect: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    name: Option<String>,
    text: Option<String>,
    fixture: Option<String>,
}

fn a_day() -> String {
    "2026-11-24".to_owned()
}

impl Source {
    fn text(&self) -> String {
        match (&self.text, &self.fixture) {
            (Some(text), None) => text.clone(),
            (None, Some(name)) => fixture(name),
            _ => panic!("a source has either a text or a fixture"),
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_gives_what_it_expects() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (path, text) in case_files() {
        let cases: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for case in cases.case {
            count += 1;
            let found = run(&case);
            let expected = serde_json::to_value(&case.expect).expect("a table is JSON");
            assert!(!case.expect.is_empty(), "{path}: {}: expects nothing", case.name);
            compare(&expected, &found, String::new(), &mut |at, expected, found| {
                wrong.push(format!(
                    "{path}: {}\n  {at}: expected {expected}, found {found}",
                    case.name
                ));
            });
        }
    }
    assert!(count > 0, "no cases found");
    assert!(
        wrong.is_empty(),
        "{} differences in {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn run(case: &Case) -> Json {
    let sources = case
        .source
        .iter()
        .map(|source| SourceText { name: source.name.clone(), text: source.text() })
        .collect();
    let input = Input { sources, answers: case.input.clone(), today: case.today.clone() };
    match assess(&input) {
        Ok(report) => serde_json::to_value(report).expect("a report is JSON"),
        Err(refused) => serde_json::json!({ "refused": refused.path }),
    }
}

/// Tells `differ` of every place where `found` is not what is expected.
fn compare(
    expected: &Json,
    found: &Json,
    at: String,
    differ: &mut dyn FnMut(String, &Json, &Json),
) {
    match (expected, found) {
        (Json::Object(fields), _) => {
            for (key, value) in fields {
                let at = format!("{at}.{key}");
                match step(found, key) {
                    Some(inner) => compare(value, inner, at, differ),
                    None if value == "absent" => {}
                    None => differ(at, value, &Json::String("no such member".to_owned())),
                }
            }
        }
        (Json::Array(wanted), Json::Array(given)) if wanted.len() == given.len() => {
            for (index, (wanted, given)) in wanted.iter().zip(given).enumerate() {
                compare(wanted, given, format!("{at}[{index}]"), differ);
            }
        }
        (Json::Array(_), Json::Array(given)) => {
            let short: Vec<Json> = given.iter().map(|item| bare(item).clone()).collect();
            differ(at, expected, &Json::Array(short));
        }
        (Json::String(null), Json::Null) if null == "null" => {}
        (Json::Number(wanted), Json::Number(given)) if wanted.as_f64() == given.as_f64() => {}
        _ if expected == bare(found) => {}
        _ => differ(at, expected, bare(found)),
    }
}

/// The member of an object by key, of a list by index or by `id`, `field` or `quotaCode`.
fn step<'a>(value: &'a Json, key: &str) -> Option<&'a Json> {
    match value {
        Json::Array(items) => match key.parse::<usize>() {
            Ok(index) => items.get(index),
            Err(_) => items
                .iter()
                .find(|item| ["id", "field", "quotaCode"].iter().any(|name| item[*name] == key)),
        },
        _ => value.get(key),
    }
}

/// What a case file writes in place of an object: a reason's id, an amount's text.
fn bare(value: &Json) -> &Json {
    ["text", "reason", "id"].iter().find_map(|key| value.get(*key)).map_or(value, |inner| {
        match inner {
            Json::Object(_) => bare(inner),
            _ => inner,
        }
    })
}
