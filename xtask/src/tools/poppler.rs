//! What reads the text of a PDF.

use std::path::PathBuf;

use anyhow::Result;

use super::program::{Program, find_or_install};
use crate::project::Project;

const PDFTOTEXT: Program = Program {
    name: "pdftotext",
    variable: "PDFTOTEXT",
    on_path: &["pdftotext"],
    elsewhere: &[],
    debian_package: "poppler-utils",
};

/// Poppler's pdftotext; installed on Debian where there is none.
pub fn pdftotext(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &PDFTOTEXT)
}
