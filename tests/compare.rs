//! An earlier report beside one of now: `tests/compare.toml` has both inputs and what must come
//! out, written by hand.

use byoc_readiness::assess;
use byoc_readiness::compare::{Comparison, Earlier, Figure, Refused, compare};
use byoc_readiness::report::{Answers, Input, Report, SourceText};
use serde::Deserialize;
use serde_json::{Value as Json, json};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    earlier: Side,
    now: Side,
    expect: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    today: String,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    input: Answers,
}

fn report(side: Side) -> Report {
    let Side { today, source, input } = side;
    let sources = source.into_iter().map(|text| SourceText { name: None, text }).collect();
    assess(&Input { sources, answers: input, today }).expect("a report")
}

/// A line for everything that a comparison says but what is open, of which it says how much.
fn show(comparison: &Comparison) -> Vec<String> {
    let Comparison { days, caveats, verdict, sections, rows, checks, license, gone, added, open } =
        comparison;
    let mut lines = Vec::new();
    let day = days.0.as_deref().unwrap_or("no day");
    lines.push(format!("{day} to {}", days.1));
    lines.extend(caveats.iter().map(ToString::to_string));
    lines.push(format!("{} to {}", verdict.before.as_str(), verdict.now.as_str()));
    for (id, change) in sections {
        let (before, now) = (change.before.as_str(), change.now.as_str());
        lines.push(format!("section {}: {before} to {now}", id.as_str()));
    }
    let text = |figure: &Option<Figure>| {
        figure.as_ref().map_or_else(|| "unknown".to_owned(), |figure| figure.text.clone())
    };
    for row in rows {
        let (before, now) = (row.status.before.as_str(), row.status.now.as_str());
        lines.push(format!("row {}: {before} to {now}", row.id.as_str()));
        for (of, change) in &row.figures {
            let (before, now) = (text(&change.before), text(&change.now));
            lines.push(format!("  {}: {before} to {now}", of.as_str()));
        }
        lines.push(format!("  {}", row.reason));
    }
    for (id, change) in checks {
        let (before, now) = (change.before.as_str(), change.now.as_str());
        lines.push(format!("check {}: {before} to {now}", id.as_str()));
    }
    if let Some(license) = license {
        let (before, now) = (license.state.before.as_str(), license.state.now.as_str());
        lines.push(format!("license: {before} to {now}"));
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "unknown".to_owned());
        for (name, change) in [("id", &license.id), ("until", &license.valid_until)] {
            if change.is_one() {
                lines.push(format!("  {name}: {} to {}", text(&change.before), text(&change.now)));
            }
        }
        if license.core_size.is_one() {
            lines.push(format!("  cores: {:?}", license.core_size));
        }
    }
    lines.extend(gone.iter().map(|item| format!("gone: {}", item.as_str())));
    lines.extend(added.iter().map(|item| format!("added: {}", item.as_str())));
    lines.push(format!("open: {}", open.len()));
    lines
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn what_changed_is_named_and_nothing_else() {
    let file: File = toml::from_str(include_str!("compare.toml")).expect("cases");
    assert!(file.case.len() > 4);
    let mut wrong = Vec::new();
    for Case { name, earlier, now, expect } in file.case {
        let (earlier, now) = (report(earlier), report(now));
        let download = serde_json::to_value(&earlier).expect("JSON");
        let opened = Earlier::open(|| &download).expect("a report");
        assert_eq!(opened, Earlier::from(&earlier), "{name}");
        let comparison = compare(&opened, &now);
        let found = show(&comparison);
        if found != expect {
            wrong.push(format!("{name}:\n{}", found.join("\n")));
        }
        assert_eq!(comparison.is_same(), expect.len() == 3, "{name}");
        let open = byoc_readiness::next::steps(&now);
        assert_eq!(comparison.open, open, "{name}");
    }
    assert!(wrong.is_empty(), "{} gave:\n{}", wrong.len(), wrong.join("\n\n"));
}

fn download() -> Json {
    let side = Side { today: "2026-11-24".to_owned(), source: vec![], input: Answers::default() };
    serde_json::to_value(report(side)).expect("JSON")
}

fn refused(report: &Json) -> (String, String) {
    let refused = Earlier::open(|| report).expect_err("it is no report");
    let sentence = refused.reason().to_string();
    match refused {
        Refused::Newer { version } => (format!("version {version}"), sentence),
        Refused::Malformed(wrong) => (wrong.path, sentence),
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_report_that_cannot_be_read_is_refused_with_the_path_of_what_is_wrong() {
    let change = |change: fn(&mut Json)| {
        let mut report = download();
        change(&mut report);
        refused(&report)
    };
    let (path, sentence) = change(|report| report["resources"][3]["status"] = json!("fine"));
    assert_eq!(path, "resources[3].status");
    assert!(sentence.contains("resources[3].status: unknown variant `fine`"), "{sentence}");
    let (path, _) = change(|report| report["resources"][0]["limit"] = json!({"unit": "vCPU"}));
    assert_eq!(path, "resources[0].limit");
    let (path, _) = change(|report| report["license"]["coreSize"] = json!("80"));
    assert_eq!(path, "license.coreSize");
    let (_, sentence) = change(|report| {
        report.as_object_mut().expect("an object").remove("verdict");
    });
    assert!(sentence.contains("missing field `verdict`"), "{sentence}");
    let (version, sentence) = change(|report| *report = json!({"schemaVersion": 2, "rows": []}));
    assert_eq!(version, "version 2");
    assert!(sentence.contains("up to version 1"), "{sentence}");
    for other in [json!({}), json!([]), json!("report"), json!(null), json!({"Quotas": []})] {
        assert!(matches!(Earlier::open(|| &other), Err(Refused::Malformed(_))), "{other}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_report_without_a_day_or_with_fields_of_later_years_is_compared() {
    let mut older = download();
    let fields = older.as_object_mut().expect("an object");
    fields.remove("today");
    fields.insert("somethingNew".to_owned(), json!({"any": ["thing"]}));
    older["resources"][0]["somethingNew"] = json!(1);
    older["checks"][0].as_object_mut().expect("an object").remove("explanation");
    let earlier = Earlier::open(|| &older).expect("a report");
    let now = Side { today: "2026-11-25".to_owned(), source: vec![], input: Answers::default() };
    let comparison = compare(&earlier, &report(now));
    assert!(comparison.is_same());
    assert_eq!(comparison.days, (None, "2026-11-25".to_owned()));
    let caveats: Vec<&str> = comparison.caveats.iter().map(|reason| reason.id()).collect();
    assert_eq!(caveats, ["compared-undated"]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn rows_and_checks_of_one_report_alone_are_named() {
    let mut other = download();
    let without = |list: &mut Json, id: &str| {
        list.as_array_mut().expect("a list").retain(|item| item["id"] != id);
    };
    without(&mut other["resources"], "memory");
    without(&mut other["checks"], "terraform-version");
    let earlier = Earlier::open(|| &other).expect("a report");
    let now = Side { today: "2026-11-25".to_owned(), source: vec![], input: Answers::default() };
    let mut now = report(now);
    now.resources.retain(|row| row.id.as_str() != "vpc");
    let comparison = compare(&earlier, &now);
    let names = |items: &[byoc_readiness::next::Item]| -> Vec<&str> {
        items.iter().map(|item| item.as_str()).collect()
    };
    assert_eq!(names(&comparison.gone), ["vpc"]);
    assert_eq!(names(&comparison.added), ["memory", "terraform-version"]);
    assert!(!comparison.is_same() && comparison.rows.is_empty());
}
