//! The case files: a command line with its files, and what must come of it, side by side.
//!
//! A file in `tests/cases/` is a list of `[[case]]`. `files` are put into a folder of the case's
//! own, in which the command runs: `text`, the same as `utf16`, `bytes`, a `fixture` of the engine's
//! `tests/fixtures/`, or a `folder` with an empty file of this name. `stdin` is what it reads. `exit`
//! is the exit code; `stdout` and `stderr` hold parts that must be there, in this order, `lacks` what
//! must be in neither, and `report` names a file of `tests/reports/` that is all of the output.
//! `UPDATE_GOLDEN=1` writes those anew; read them then by the inputs in the case.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::folder::{Folder, Ran, of_engine};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default)]
    arguments: Vec<String>,
    #[serde(default)]
    files: BTreeMap<String, Content>,
    #[serde(default)]
    stdin: String,
    exit: i32,
    #[serde(default)]
    stdout: Vec<String>,
    #[serde(default)]
    stderr: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
    report: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Content {
    Text(String),
    Utf16(String),
    Bytes(Vec<u8>),
    Fixture(String),
    Folder(String),
}

impl Content {
    fn put(&self, name: &str, folder: &Folder) {
        match self {
            Content::Text(text) => folder.write(name, text),
            Content::Utf16(text) => folder.write(name, utf16(text)),
            Content::Bytes(bytes) => folder.write(name, bytes),
            Content::Fixture(fixture) => {
                folder.write(name, of_engine(&format!("fixtures/{fixture}")))
            }
            Content::Folder(file) => {
                fs::create_dir(folder.path().join(name)).expect("a folder");
                folder.write(&format!("{name}/{file}"), "");
            }
        }
    }
}

/// As PowerShell writes it with `>`: little end first, behind a mark.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff)
        .chain(text.replace('\n', "\r\n").encode_utf16().collect::<Vec<_>>());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn every_case_gives_what_it_expects() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(root).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("case files are UTF-8");
        let place = path.display().to_string();
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{place}: {error}"));
        for case in file.case {
            count += 1;
            let differs = differences(&case);
            wrong.extend(differs.map(|what| format!("{place}: {}\n{what}", case.name)));
        }
    }
    assert!(count > 0, "no cases found");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n\n"));
}

fn differences(case: &Case) -> Option<String> {
    let folder = Folder::new();
    for (name, content) in &case.files {
        content.put(name, &folder);
    }
    let arguments: Vec<&str> = case.arguments.iter().map(String::as_str).collect();
    let ran = folder.run(&arguments, case.stdin.as_bytes());
    let mut wrong = Vec::new();
    if ran.exit != case.exit {
        wrong.push(format!("exits {}, expected {}", ran.exit, case.exit));
    }
    wrong.extend(missing("stdout", ran.text(), &case.stdout));
    wrong.extend(missing("stderr", &ran.stderr, &case.stderr));
    for part in &case.lacks {
        if ran.text().contains(part) || ran.stderr.contains(part) {
            wrong.push(format!("prints {part:?}"));
        }
    }
    if case.exit == 2 && !ran.stdout.is_empty() {
        wrong.push("prints something, and refuses".to_owned());
    }
    if case.stderr.is_empty() && !ran.stderr.is_empty() {
        wrong.push("says something that is not expected".to_owned());
    }
    wrong.extend(case.report.as_deref().and_then(|name| other_report(name, &ran)));
    let shown = || format!("--- stdout\n{}--- stderr\n{}", ran.text(), ran.stderr);
    (!wrong.is_empty()).then(|| format!("{}\n{}", wrong.join("\n"), shown()))
}

/// What is not there, each part behind the one before it.
fn missing(name: &str, text: &str, parts: &[String]) -> Option<String> {
    let mut rest = text;
    for part in parts {
        match rest.find(part.as_str()) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return Some(format!("{name} lacks {part:?}, or has it too early")),
        }
    }
    None
}

fn other_report(name: &str, ran: &Ran) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &ran.stdout).expect("written");
    }
    let is_same = fs::read(&path).is_ok_and(|known| known == ran.stdout);
    (!is_same).then(|| format!("prints something else than {}", path.display()))
}
