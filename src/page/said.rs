//! What is said of sources and of what was found in them, for whoever does not see the cards and
//! notices come: what is new alone, and of that the gravest.

use leptos::prelude::*;

use super::card::recognised;
use super::dynamic::text;
use super::foreign;
use super::store::{Source, store};
use crate::report::{Diagnostic, Severity};

/// What was there before, and what is said of what has come since.
#[derive(Clone, Default, PartialEq)]
struct News {
    /// A source by its id, its format and what it fails by; a notice by its text.
    known: Vec<String>,
    says: String,
}

/// The region in which it is said.
pub fn news() -> AnyView {
    let store = store();
    let news = Memo::new(move |before: Option<&News>| {
        let sources = store.sources.with(|_| store.filled());
        let of_sources = sources.iter().map(|source| (key(source), told(source)));
        let of_notices = store.report.with(|report| {
            let graves = report.notices.iter().filter(|notice| is_to_be_said(notice));
            graves.map(|notice| (notice.message.clone(), error(notice))).collect::<Vec<_>>()
        });
        let all: Vec<(String, String)> = of_sources.chain(of_notices).collect();
        let is_new =
            |(key, _): &&(String, String)| before.is_none_or(|before| !before.known.contains(key));
        let says = all.iter().rfind(is_new).map(|(_, says)| says.clone());
        let kept = before.map(|before| before.says.clone()).filter(|_| !all.is_empty());
        News {
            says: says.or(kept).unwrap_or_default(),
            known: all.into_iter().map(|(key, _)| key).collect(),
        }
    });
    view! { <p class="unseen" role="status">{text(move || news.with(|news| news.says.clone()))}</p> }
        .into_any()
}

/// A figure that cannot be read is told beside its field.
fn is_to_be_said(notice: &Diagnostic) -> bool {
    notice.severity == Severity::Error && !notice.reason.id().starts_with("stated-")
}

fn gravest(source: &Source) -> Option<&Diagnostic> {
    source.reading.problems.iter().find(|problem| problem.severity == Severity::Error)
}

fn key(source: &Source) -> String {
    let fails_by = gravest(source).map_or("", |problem| problem.reason.id());
    format!("{} {} {fails_by}", source.id, source.reading.format())
}

/// "export.xlsx: Not recognised · 0 facts. Problem: This file is not text. …"
fn told(source: &Source) -> String {
    let told = format!("{}: {}.", foreign::name(&source.name), recognised(source));
    gravest(source).map_or_else(|| told.clone(), |problem| format!("{told} {}", error(problem)))
}

fn error(diagnostic: &Diagnostic) -> String {
    format!("{}: {}", diagnostic.severity.word(), foreign::message(diagnostic))
}
