//! Inputs that stand in files: `today`, `source` and `input`, as in the case files.

use byoc_readiness::report::{Answers, Input, SourceText};
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
    /// The contract's input.
    pub fn input(self) -> Input {
        let source = |source: Source| {
            let text = source.text.unwrap_or_else(|| fixture(&source.fixture.expect("a text")));
            SourceText { name: source.name, text }
        };
        let sources = self.source.into_iter().map(source).collect();
        Input { sources, answers: self.input, today: self.today }
    }
}

/// The input of every case, with the case's name.
pub fn of_cases() -> Vec<(String, Input)> {
    #[derive(Deserialize)]
    struct File {
        case: Vec<Written>,
    }
    let mut inputs = Vec::new();
    for (path, text) in case_files() {
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for written in file.case {
            inputs.push((format!("{path}: {}", written.name), written.input()));
        }
    }
    assert!(inputs.len() > 500, "{}", inputs.len());
    inputs
}
