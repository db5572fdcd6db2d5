//! Links: every sample and the page's example open to the same, and links of every version that
//! there was open for good (`tests/links.toml`).

use byoc_readiness::check;
use byoc_readiness::read::{Reading, decode, read};
use byoc_readiness::report::{Answers, Report};
use byoc_readiness::share::open;
use include_dir::{Dir, include_dir};
use serde::Deserialize;

mod common;
#[path = "common/handed_over.rs"]
mod handed_over;
#[path = "common/written.rs"]
mod written;

use handed_over::{TODAY, assert_opens_to_the_same, link_of, reopened, report};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

/// Longest link of the page's example, in bytes.
const LONGEST_OF_EXAMPLE: usize = 400;

fn samples() -> impl Iterator<Item = (String, Reading)> {
    FIXTURES.files().filter_map(|file| {
        let text = decode(file.contents()).ok()?;
        Some((file.path().display().to_string(), read(&text)))
    })
}

/// Everything of the page's example, and what a person answers beside it.
fn example() -> (Vec<Reading>, Answers) {
    let mail = include_str!("../src/page/example/welcome-email.txt")
        .replace("{start}", "2026-11-04")
        .replace("{end}", "2027-11-04");
    let readings = vec![read(include_str!("../src/page/example/cloudshell.txt")), read(&mail)];
    let answers = serde_json::json!({
        "stated": { "vpc": { "available": "2" }, "object-storage": { "available": "2 TB" } },
        "answers": {
            "license-details-confirmed": "yes", "operating-system": "yes",
            "terraform-installed": "yes", "zilliz-account": "yes",
            "temporary-credentials": "yes", "iam-permissions": "no",
        },
        "region": "us-west-2",
        "adjustments": { "upgradeSurge": true },
    });
    (readings, serde_json::from_value(answers).expect("answers"))
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_example_fits_into_a_short_link() {
    let (readings, answers) = example();
    let length = assert_opens_to_the_same(&readings, &answers).expect("a link");
    let bare = assert_opens_to_the_same(&readings, &Answers::default()).expect("a link");
    println!("the example: {length} bytes, without answers {bare}");
    assert!(length <= LONGEST_OF_EXAMPLE, "{length}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_sample_opens_to_the_same_rows() {
    let mut longest = (0, String::new());
    for (name, reading) in samples() {
        println!("{name}");
        let mut regions: Vec<Option<String>> = reading.regions.iter().cloned().map(Some).collect();
        regions.push(None);
        for region in regions {
            let answers = Answers { region, ..Answers::default() };
            let length = assert_opens_to_the_same(std::slice::from_ref(&reading), &answers);
            longest = longest.max((length.expect("a link"), name.clone()));
        }
    }
    println!("the longest: {longest:?}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn all_samples_together_are_too_many_or_open_to_the_same() {
    let all: Vec<Reading> = samples().map(|(_, reading)| reading).collect();
    for some in all.chunks(12) {
        for account in [None, Some("123456789012".to_owned())] {
            let answers = Answers { account, ..Answers::default() };
            assert_opens_to_the_same(some, &answers).expect("a link");
        }
    }
    assert_eq!(link_of(&all, &Answers::default()), None);
}

/// What contradicts something else is what a link can lose, and the cases are full of that.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_opens_to_the_same() {
    let mut opened = 0;
    for (name, input) in written::of_cases() {
        if check(&input.answers, &input.today).is_err() {
            continue;
        }
        println!("{name}");
        let readings: Vec<Reading> =
            input.sources.iter().map(|source| read(&source.text)).collect();
        opened += usize::from(assert_opens_to_the_same(&readings, &input.answers).is_some());
    }
    assert!(opened > 500, "{opened}");
}

#[derive(Deserialize)]
struct File {
    link: Vec<Golden>,
    refused: Vec<NotOpened>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    name: String,
    link: String,
    made: String,
    verdict: String,
    license: String,
    rows: Vec<String>,
    checks: Vec<String>,
    /// As JSON.
    answers: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotOpened {
    name: String,
    link: String,
    reason: String,
}

/// Rows as the file writes them: the status, and the figures that are there.
fn rows(report: &Report) -> Vec<String> {
    let rows = report.resources.iter().map(|row| {
        let figures =
            [("limit", &row.limit), ("in use", &row.in_use), ("short by", &row.shortfall)];
        let given = figures
            .into_iter()
            .filter_map(|(name, amount)| Some(format!(", {name} {}", amount.as_ref()?.text)));
        format!("{}: {}{}", row.id.as_str(), row.status.as_str(), given.collect::<String>())
    });
    rows.collect()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn links_of_every_version_open_for_good() {
    let file: File = toml::from_str(include_str!("links.toml")).expect("links");
    assert!(file.link.len() > 3 && file.refused.len() > 3);
    for golden in file.link {
        let (opened, readings) = reopened(&golden.link);
        let report = report(&readings, &opened.answers, &golden.made);
        let checks = report.checks.iter().filter(|check| check.outcome.as_str() != "advice");
        let checks: Vec<String> = checks
            .map(|check| format!("{}: {}", check.id.as_str(), check.outcome.as_str()))
            .collect();
        let name = &golden.name;
        assert_eq!(byoc_readiness::read::to_iso(opened.made), golden.made, "{name}");
        let answers: Answers = serde_json::from_str(&golden.answers).expect(name);
        assert_eq!(opened.answers, answers, "{name}");
        assert_eq!(rows(&report), golden.rows, "{name}");
        assert_eq!(checks, golden.checks, "{name}");
        assert_eq!(report.license.state.as_str(), golden.license, "{name}");
        assert_eq!(report.verdict.as_str(), golden.verdict, "{name}");
    }
    for NotOpened { name, link, reason } in file.refused {
        let refused = open(&link).expect_err(&name).reason();
        assert_eq!(refused.id(), reason, "{name}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_link_that_is_opened_again_gives_the_same_link() {
    let (readings, answers) = example();
    let first = link_of(&readings, &answers).expect("a link");
    let (opened, again) = reopened(&first);
    assert_eq!(byoc_readiness::read::to_iso(opened.made), TODAY);
    assert_eq!(link_of(&again, &opened.answers).as_deref(), Some(first.as_str()));
    assert_eq!(open(&format!("#{first}")), Ok(opened));
}

/// What a link opened to is a source like any other, and may be copied in part.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_text_that_is_cut_has_fewer_facts_and_no_others() {
    let file: File = toml::from_str(include_str!("links.toml")).expect("links");
    for golden in file.link {
        for text in open(&golden.link).expect("a link").texts {
            let whole = read(&text).facts;
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let (head, tail) = text.split_at(at);
                let facts = read(head).facts;
                assert!(whole.starts_with(&facts), "{}: cut at {at}: {facts:?}", golden.name);
                // Without the heading nobody knows for whom the lines hold.
                let rest = read(tail).facts;
                assert!(at == 0 || rest.is_empty(), "{}: from {at}: {rest:?}", golden.name);
            }
        }
    }
}

/// Whoever adds a mail below it has it read, too.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_text_that_a_mail_was_added_to_is_read_with_it() {
    let (readings, answers) = example();
    let link = link_of(&readings, &answers).expect("a link");
    let text = open(&link).expect("a link").texts.concat();
    let mail = "\n\nDear all,\n\nLicense ID: lic-0042-abcd-9f3e\nCore size: 96 cores\n";
    let (before, with) = (read(&text), read(&format!("{text}{mail}")));
    assert_eq!(with.facts[..before.facts.len()], before.facts);
    let added = &with.facts[before.facts.len()..];
    assert!(added.iter().any(|fact| format!("{fact:?}").contains("lic-0042-abcd-9f3e")));
    assert!(added.iter().all(|fact| format!("{fact:?}").contains("License {")), "{added:?}");
}
