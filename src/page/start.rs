//! How a calculator begins, and what it is told of the page around it.

use serde::Deserialize;

use super::language::Spoken;
use super::large::Large;
use super::rescue::Rescue;
use crate::report::{Answers, SourceText};

/// What whoever puts a calculator on a page says of it.
#[derive(Default)]
pub struct Start {
    /// The profile and the Region, which it comes back to when it is cleared.
    pub answers: Answers,
    /// What is put in, unless it brings something back.
    pub sources: Vec<SourceText>,
    /// What another one held: see [`super::Mounted::state`].
    pub state: Option<String>,
    /// The name under which the tab keeps what is entered; without one it is not kept.
    pub keep: Option<String>,
    /// What it is a part of.
    pub within: Within,
    /// Whether it is the compact one: the verdict, the box, and the rows that are short or unknown.
    pub is_compact: bool,
    /// The address of a page that opens links; one of its own page is that page's.
    pub page: Option<String>,
    /// The language that it speaks.
    pub language: Spoken,
    /// Is told of another language that a person chooses, with what was entered; without it there
    /// is no choice.
    pub on_language: Option<js_sys::Function>,
    /// The day of the build, where the page knows it.
    pub date: Option<String>,
    /// Keeps what is entered where a fault in here does not reach it.
    pub rescue: Option<Rescue>,
    /// Reads large sources, where the page has workers.
    pub large: Option<Large>,
    /// Is told of each report.
    pub on_report: Option<js_sys::Function>,
}

/// What a calculator is a part of, and who learns of it.
#[derive(Clone, Copy, Default, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Within {
    /// It has its page for itself.
    Page,
    /// It is the page of a frame, which tells the page around it no more than the verdict.
    Frame,
    /// It is an element of a page whose scripts can read it.
    #[default]
    Element,
}
