//! The style sheet: one file a subject in `style/`, joined into one that the page loads at once.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// In the order of the cascade: widths overrule what stands before them.
const SUBJECTS: &[&str] = &[
    "tokens",
    "controls",
    "page",
    "shapes",
    "verdict",
    "sources",
    "evidence",
    "ask",
    "page-empty",
    "rows",
    "license",
    "checks",
    "call",
    "what-if",
    "help",
    "created",
    "architecture",
    "hand-over",
    "frame",
    "widths",
    "print",
];

/// Where Trunk finds the joined sheet, below the project.
const JOINED: &str = "target/style";

/// Joins the sheets. Trunk asks for it before each build; a sheet that stands in no list is an
/// error, since nothing would show that it is missing.
pub fn join(project: &Project) -> Result<()> {
    let folder = project.file("style");
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let subject = name.trim_end_matches(".css");
        anyhow::ensure!(SUBJECTS.contains(&subject), "style/{name} is not in xtask/src/style.rs");
    }
    let mut joined = String::new();
    for subject in SUBJECTS {
        let sheet = folder.join(format!("{subject}.css"));
        joined += &fs::read_to_string(&sheet).with_context(|| format!("no {}", sheet.display()))?;
    }
    let folder = project.file(JOINED);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("main.css"), joined)?;
    Ok(())
}
