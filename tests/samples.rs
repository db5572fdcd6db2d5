//! Exports as AWS's own tools print them, against a table of what they say, read by hand.
//!
//! Each fixture is put behind another source, so that its evidence must name the right one.

use std::collections::{BTreeMap, BTreeSet};

use byoc_readiness::assess;
use byoc_readiness::report::{Input, SourceText};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde_json::{Value as Json, json};

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    records: u64,
    regions: Vec<String>,
    #[serde(default)]
    problems: Vec<String>,
    #[serde(default)]
    notices: Vec<String>,
    /// By service and quota code.
    #[serde(default)]
    quota: BTreeMap<String, Figure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    value: f64,
    line: usize,
    shown: Option<f64>,
}

/// Checks beside the rows, and the quota that each looks at.
const CHECKS: &[(&str, &str)] = &[
    ("eks-clusters", "eks/L-1194D53C"),
    ("nat-gateways", "vpc/L-FE5A380F"),
    ("internet-gateways", "vpc/L-A4707A72"),
    ("s3-buckets", "s3/L-DC2B2D3D"),
    ("iam-policies-room", "iam/L-E95E4862"),
    ("iam-roles-room", "iam/L-FE177D64"),
];

/// Looked at by a check whose sentence need not name the limit.
const UNSHOWN: &[&str] = &["iam/L-0DA4ABF3"];

fn samples() -> BTreeMap<String, Sample> {
    toml::from_str(include_str!("samples.toml")).expect("samples.toml fits its structs")
}

fn fixture(name: &str) -> &'static str {
    FIXTURES.get_file(name).and_then(|file| file.contents_utf8()).expect("a fixture in UTF-8")
}

fn is_sample(name: &str) -> bool {
    ["list-service-quotas.", "get-service-quota."].iter().any(|start| name.starts_with(start))
        && name.ends_with(".json.txt")
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_fixture_has_a_row_and_every_row_a_fixture() {
    let files: BTreeSet<String> = FIXTURES
        .files()
        .map(|file| file.path().display().to_string())
        .filter(|name| is_sample(name))
        .collect();
    let rows: BTreeSet<String> = samples().into_keys().collect();
    assert_eq!(files, rows);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_row_names_the_line_of_its_value() {
    for (name, sample) in samples() {
        let lines: Vec<&str> = fixture(&name).lines().collect();
        for (quota, Figure { value, line, .. }) in sample.quota {
            let expected = format!("\"Value\": {value:.1},");
            assert_eq!(lines[line - 1].trim(), expected, "{name}: {quota}");
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_fixture_gives_its_limits_and_no_others() {
    let mut wrong = Vec::new();
    for (name, sample) in samples() {
        let mut equal = |what: &str, expected: Json, found: &Json| {
            if expected != *found {
                wrong.push(format!("{name}: {what}: expected {expected}, found {found}"));
            }
        };
        let report = report(&name);
        let source = &report["sources"][1];
        equal("format", json!("service-quotas-json"), &source["format"]);
        equal("regions", json!(sample.regions), &source["regions"]);
        equal("accounts", json!(["••••••••9012"]), &source["accounts"]);
        equal("problems", json!(sample.problems), &ids(&source["problems"]));
        equal("notices", json!(sample.notices), &ids(&report["notices"]));
        let records = source["facts"].as_u64().zip(source["ignored"].as_u64());
        equal("records", json!(sample.records), &json!(records.map(|(facts, rest)| facts + rest)));

        let mut seen = BTreeSet::new();
        for row in list(&report["resources"]) {
            let Some(service) = row["quota"]["serviceCode"].as_str() else { continue };
            let quota = format!("{service}/{}", text(&row["quota"]["quotaCode"]));
            let figure = sample.quota.get(&quota);
            equal(&quota, json!(figure.map(shown)), &row["limit"]["value"]);
            equal(&quota, json!(figure.map(|_| "applied")), &row["basis"]);
            let evidence: Vec<Json> = figure
                .map(|figure| json!({ "source": 1, "line": figure.line, "role": "limit" }))
                .into_iter()
                .collect();
            equal(&quota, json!(evidence), &row["evidence"]);
            seen.insert(quota);
            for near in list(&row["also"]) {
                let quota = format!("{service}/{}", text(&near["quotaCode"]));
                let figure = sample.quota.get(&quota);
                equal(&quota, json!(figure.map(shown)), &near["limit"]["value"]);
                seen.insert(quota);
            }
        }
        for (id, quota) in CHECKS {
            let check = list(&report["checks"]).iter().find(|check| check["id"] == *id);
            let limit = &check.expect("every check is listed")["reason"]["params"]["limit"];
            let found = limit.as_str().map(|limit| limit.replace(',', ""));
            let expected = sample.quota.get(*quota).map(|figure| figure.value.to_string());
            equal(quota, json!(expected), &json!(found));
            seen.insert((*quota).to_owned());
        }
        for quota in sample.quota.keys().filter(|quota| !UNSHOWN.contains(&quota.as_str())) {
            assert!(seen.contains(quota), "{name}: {quota} is nowhere in the report");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The report about a fixture that stands behind the caller's identity.
fn report(name: &str) -> Json {
    let identity = r#"{"UserId": "AIDAEXAMPLE", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/ann"}"#;
    let sources = [identity, fixture(name)]
        .map(|text| SourceText { name: None, text: text.to_owned() })
        .to_vec();
    let input = Input { sources, today: "2026-11-24".to_owned(), ..Input::default() };
    serde_json::to_value(assess(&input).expect("a valid input")).expect("a report is JSON")
}

fn shown(figure: &Figure) -> f64 {
    figure.shown.unwrap_or(figure.value)
}

fn ids(diagnostics: &Json) -> Json {
    list(diagnostics).iter().map(|item| item["reason"]["id"].clone()).collect()
}

fn list(value: &Json) -> &[Json] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
