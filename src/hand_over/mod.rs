//! The report as files to hand over: one row of [`FORMATS`] a format, one file of this folder each.
//!
//! The contract's JSON is not among them: it is the report itself, which the page writes with the
//! browser's `JSON` and a program with its own.

mod csv;
mod markdown;
mod outline;
pub mod plain;
mod requests;
mod said;
mod script;
mod svg;
mod terraform;

use crate::report::Report;
use crate::text::in_english;
pub use outline::{Block, Column, Entry, Outline, Table, outline};

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Stable id.
    pub id: &'static str,
    /// How the file's name ends, without the dot.
    pub ending: &'static str,
    /// For whoever stores or sends it.
    pub media_type: &'static str,
    /// Whether programs read it, which know one language: it is in English, whatever the page speaks.
    pub is_for_programs: bool,
    make: fn(&Report) -> Option<String>,
}

/// Every kind of file that a report can be handed over as.
#[rustfmt::skip]
pub const FORMATS: &[Format] = &[
    Format { id: "markdown", ending: "md", media_type: "text/markdown;charset=utf-8", is_for_programs: false, make: |report| Some(markdown::markdown(report)) },
    Format { id: "csv", ending: "csv", media_type: "text/csv;charset=utf-8", is_for_programs: true, make: |report| Some(csv::csv(report)) },
    Format { id: "svg", ending: "svg", media_type: "image/svg+xml", is_for_programs: false, make: |report| Some(svg::picture(report)) },
    Format { id: "shell-script", ending: "sh", media_type: "text/x-shellscript;charset=utf-8", is_for_programs: true, make: script::script },
    Format { id: "terraform", ending: "tf", media_type: "text/plain;charset=utf-8", is_for_programs: true, make: terraform::terraform },
];

/// The kind of file of this id.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// The whole text of the file; `None` where there is nothing to put into it, such as a request.
pub fn render(format: &Format, report: &Report) -> Option<String> {
    match format.is_for_programs {
        true => in_english(|| (format.make)(report)),
        false => (format.make)(report),
    }
}

/// `byoc-readiness-2026-11-26.md`: the day of the report, and how the name ends.
pub fn file_name(report: &Report, ending: &str) -> String {
    format!("byoc-readiness-{}.{ending}", report.today)
}
