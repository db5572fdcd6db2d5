//! The invariants of ARCHITECTURE.md that a test can hold.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders and files of the engine: everything but the page and the JavaScript interface.
const ENGINE: &[&str] = &[
    "src/assess.rs",
    "src/collect",
    "src/collect.rs",
    "src/compare",
    "src/compare.rs",
    "src/data",
    "src/decide",
    "src/hand_over",
    "src/mask.rs",
    "src/next.rs",
    "src/profile",
    "src/quantity.rs",
    "src/read",
    "src/report",
    "src/request",
    "src/shape.rs",
    "src/share",
    "src/text",
    "scan/src",
];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every Rust file below the given places, as its path and text.
fn rust_files(places: &[&str]) -> Vec<(String, String)> {
    let mut open: Vec<PathBuf> = places.iter().map(|place| root(place)).collect();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a file");
            files.push((path.display().to_string(), text));
        }
    }
    assert!(files.len() >= places.len());
    files
}

#[test]
fn the_list_of_the_engine_is_whole() {
    let mut known: Vec<&str> = ENGINE.to_vec();
    known.extend(["src/intake.rs", "src/js", "src/js.rs", "src/lib.rs", "src/page"]);
    for entry in fs::read_dir(root("src")).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        assert!(known.contains(&format!("src/{name}").as_str()), "src/{name} is in no list");
    }
}

#[test]
fn browser_crates_are_dependencies_of_the_browsers_target_alone() {
    let manifest = fs::read_to_string(root("Cargo.toml")).expect("a manifest");
    let manifest: toml::Table = toml::from_str(&manifest).expect("TOML");
    let names = |table: &toml::Value| -> Vec<String> {
        table.as_table().expect("a table").keys().cloned().collect()
    };
    assert_eq!(
        names(&manifest["dependencies"]),
        [
            "byoc-scan",
            "crc",
            "csv-core",
            "data-encoding",
            "hifijson",
            "postcard",
            "serde",
            "serde_path_to_error",
            "time"
        ]
    );
    let browser = names(&manifest["target"]["cfg(target_arch = \"wasm32\")"]["dependencies"]);
    for name in ["leptos", "wasm-bindgen", "web-sys", "serde-wasm-bindgen"] {
        assert!(browser.iter().any(|known| known == name), "{name}");
    }
}

#[test]
fn the_engine_knows_no_clock_no_chance_and_no_files() {
    for (path, text) in rust_files(ENGINE) {
        for word in ["SystemTime", "Instant", "now_utc", "now_local", "std::fs", "std::env", "rand"]
        {
            let used = text
                .split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':')))
                .any(|token| token == word || token.starts_with(&format!("{word}::")));
            assert!(!used, "{path} uses {word}");
        }
    }
}

#[test]
fn no_float_decides() {
    // Only the report's rounded figures are floats; they are made last, from exact ones.
    // An earlier report is read back as it was written.
    let allowed = ["src/decide/amounts.rs", "src/report/amount.rs", "src/compare/earlier.rs"];
    for (path, text) in rust_files(ENGINE) {
        let is_allowed = allowed.iter().any(|allowed| path.ends_with(allowed));
        assert!(is_allowed || !text.contains("f64"), "{path} uses f64");
    }
}

#[test]
fn sentences_are_made_in_one_place() {
    // A sentence begins with a capital and has blanks; the engine's strings are ids and codes.
    let elsewhere = ["src/text/en.rs", "src/data/", "src/assess.rs"];
    for (path, text) in rust_files(ENGINE) {
        if elsewhere.iter().any(|part| path.contains(part)) {
            continue;
        }
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            for string in line.split('"').skip(1).step_by(2) {
                let words = string.split(' ').filter(|word| word.chars().all(char::is_alphabetic));
                let is_sentence = string.starts_with(|c: char| c.is_uppercase())
                    && words.count() >= 4
                    && string.ends_with('.');
                assert!(!is_sentence, "{path}: {string}");
            }
        }
    }
}

#[test]
fn the_page_works_under_its_policy() {
    let page = fs::read_to_string(root("index.html")).expect("the page");
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                  img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    assert!(page.contains(&format!("content=\"{policy}\"")), "the policy stands in the page");
    assert!(!page.contains(" style=") && !page.contains("<style"), "no inline style");
    for tag in page.split("<script").skip(1) {
        assert!(tag.starts_with(" data-trunk") && tag.contains("src="), "no inline script: {tag}");
    }
    for (path, text) in rust_files(&["src/page"]) {
        assert!(!text.contains(" style="), "{path} has a style attribute");
        assert!(!text.contains("inner_html="), "{path} writes markup from text");
    }
}
