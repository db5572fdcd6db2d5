//! Reports of inputs that stand in files: `today`, `source` and `input`, as in the case files.

use byoc_readiness::assess;
use byoc_readiness::report::{Answers, Input, Report, SourceText};
use serde::Deserialize;

use super::common::{case_files, fixture};

/// An input; what a case file expects of it is not looked at.
#[derive(Deserialize)]
pub struct Written {
    #[serde(default)]
    name: String,
    #[serde(default = "a_day")]
    today: String,
    #[serde(default)]
    source: Vec<Source>,
    #[serde(default)]
    input: Answers,
}

#[derive(Deserialize)]
struct Source {
    name: Option<String>,
    text: Option<String>,
    fixture: Option<String>,
}

fn a_day() -> String {
    "2026-11-24".to_owned()
}

impl Written {
    /// The report, where the input is not refused.
    pub fn report(self) -> Option<Report> {
        let source = |source: Source| {
            let text = source.text.unwrap_or_else(|| fixture(&source.fixture.expect("a text")));
            SourceText { name: source.name, text }
        };
        let sources = self.source.into_iter().map(source).collect();
        assess(&Input { sources, answers: self.input, today: self.today }).ok()
    }
}

/// The report of every case that gives one, with the case's name.
pub fn of_cases() -> Vec<(String, Report)> {
    #[derive(Deserialize)]
    struct File {
        case: Vec<Written>,
    }
    let mut reports = Vec::new();
    for (path, text) in case_files() {
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for written in file.case {
            let name = format!("{path}: {}", written.name);
            reports.extend(written.report().map(|report| (name, report)));
        }
    }
    assert!(reports.len() > 500, "{}", reports.len());
    reports
}
