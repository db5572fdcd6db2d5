//! What AWS's own tools and others print, against what each sample says, read from it by hand.
//!
//! `tests/samples/` has a table for each file in `tests/fixtures/`: the format, and a line for each
//! fact (`LINE limit SERVICE/CODE VALUE UNIT`, with `default`, `report` or `resource` behind it;
//! `LINE use …`, with `report`, `at-least`, `in VPC` or `owner ACCOUNT`; `LINE near-miss …`), whose
//! account and Region are those of the table unless the line says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use byoc_readiness::read::{Reading, decode, read};
use include_dir::{Dir, include_dir};
use serde::Deserialize;

#[path = "common/facts.rs"]
mod facts;

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");
static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/samples");

/// Fixtures that are no samples.
const OTHERS: &[&str] = &["byoc-prerequisites.md"];

/// Samples that hold facts of which not all can be read, with the reason.
const INCOMPLETE: &[(&str, &str)] = &[(
    "trusted-advisor.console.api-column-order.csv",
    "its row “On-Demand instances” does not say of which family of instances it is",
)];

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    format: Option<String>,
    account: Option<String>,
    region: Option<String>,
    #[serde(default)]
    facts: Vec<String>,
    #[serde(default)]
    problems: Vec<String>,
}

fn samples() -> BTreeMap<String, Sample> {
    let mut all = BTreeMap::new();
    for file in SAMPLES.files() {
        let text = file.contents_utf8().expect("UTF-8");
        let path = file.path().display();
        let tables: BTreeMap<String, Sample> =
            toml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (name, sample) in tables {
            assert!(all.insert(name.clone(), sample).is_none(), "{name} stands twice");
        }
    }
    all
}

fn reading(name: &str) -> Reading {
    let bytes = FIXTURES.get_file(name).expect("a fixture").contents();
    match decode(bytes) {
        Ok(text) => read(&text),
        Err(why) => Reading::of_no_text(why),
    }
}

impl Sample {
    /// A fact with the account and the Region of its table, as `facts::show` writes it.
    fn whole(&self, fact: &str) -> String {
        let mut words: Vec<&str> = fact.split(' ').collect();
        let mut place = |name: &str, of_table: &Option<String>| {
            let own = words.iter().position(|word| word.starts_with(name));
            let value = match own.map(|at| words.remove(at)) {
                Some(word) => Some(word[name.len()..].to_owned()).filter(|value| value != "-"),
                None => of_table.clone(),
            };
            value.map_or_else(String::new, |value| format!(" {name}{value}"))
        };
        let (account, region) = (place("account=", &self.account), place("region=", &self.region));
        format!("{}{account}{region}", words.join(" "))
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_fixture_has_a_sample_and_every_sample_a_fixture() {
    let names = FIXTURES.files().map(|file| file.path().display().to_string());
    let files: BTreeSet<String> = names.filter(|name| !OTHERS.contains(&name.as_str())).collect();
    let tables: BTreeSet<String> = samples().into_keys().collect();
    assert_eq!(files, tables);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_sample_gives_its_facts_and_no_others() {
    let mut wrong = Vec::new();
    for (name, sample) in samples() {
        let reading = reading(&name);
        let mut found: Vec<String> =
            reading.facts.iter().map(facts::show).filter(|fact| !fact.is_empty()).collect();
        let mut expected: Vec<String> =
            sample.facts.iter().map(|fact| sample.whole(fact)).collect();
        found.sort();
        expected.sort();
        for fact in expected.iter().filter(|fact| !found.contains(fact)) {
            wrong.push(format!("{name}: missing: {fact}"));
        }
        for fact in found.iter().filter(|fact| !expected.contains(fact)) {
            wrong.push(format!("{name}: not expected: {fact}"));
        }
        if let Some(format) = sample.format.filter(|format| *format != reading.format()) {
            wrong.push(format!("{name}: format: expected {format}, found {}", reading.format()));
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_sample_gives_its_problems_and_no_others() {
    let mut wrong = Vec::new();
    for (name, sample) in samples() {
        let reading = reading(&name);
        let found: Vec<(&str, Option<u32>)> =
            reading.problems.iter().map(|problem| (problem.reason.id(), problem.line)).collect();
        let ids = found.iter().map(|problem| problem.0);
        // How many more there are of a kind is no problem of its own, and that a format has no
        // end is a matter of the format (tests/mutations.rs).
        let quiet = ["more-problems", "open-ended"];
        let mut unnamed: BTreeSet<&str> = ids.filter(|id| !quiet.contains(id)).collect();
        for problem in &sample.problems {
            let (line, id) = match problem.split_once(' ') {
                Some((line, id)) => (line.parse().ok(), id),
                None => (None, problem.as_str()),
            };
            unnamed.remove(id);
            let is_there =
                found.iter().any(|(known, at)| *known == id && (line.is_none() || *at == line));
            if !is_there {
                wrong.push(format!("{name}: expected {problem}, found {found:?}"));
            }
        }
        for id in unnamed {
            wrong.push(format!("{name}: not expected: {id} in {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// Of the samples that hold what the product needs, at least 97 % give all of it; the others are
/// named with the reason.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn nearly_every_sample_is_read_whole() {
    let with_facts = samples().values().filter(|sample| !sample.facts.is_empty()).count();
    for (name, reason) in INCOMPLETE {
        assert!(samples().contains_key(*name), "{name}: {reason}");
    }
    let whole = with_facts - INCOMPLETE.len();
    assert!(whole * 100 >= with_facts * 97, "{whole} of {with_facts}");
}
