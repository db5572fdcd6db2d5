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
    "asked",
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
    "languages",
    "widths",
    "forced-colors",
    "print",
];

/// Where the joined sheet stands, below the project.
const JOINED: &str = "target/style";

/// Joins the sheets. A sheet that stands in no list is an
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
    fs::write(folder.join("main.css"), with_own_rem(&joined))?;
    Ok(())
}

/// Every `1.5rem` as `calc(1.5 * var(--rem))`: inside another page a rem is that page's, and so is
/// what it sets it to.
fn with_own_rem(sheet: &str) -> String {
    let mut own = String::with_capacity(sheet.len() * 5 / 4);
    let mut rest = sheet;
    while let Some(at) = rest.find("rem") {
        let (before, unit) = rest.split_at(at);
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let sign = before[..digits].ends_with('-') && !before[..digits].ends_with("--");
        let number = digits - usize::from(sign);
        let has_digit = before[digits..].bytes().any(|byte| byte.is_ascii_digit());
        let is_unit = has_digit && !unit[3..].starts_with(|c: char| c.is_alphanumeric());
        if is_unit {
            own += &before[..number];
            own += &format!("calc({} * var(--rem))", &before[number..]);
        } else {
            own += before;
            own += "rem";
        }
        rest = &unit[3..];
    }
    own + rest
}

#[cfg(test)]
mod tests {
    use super::with_own_rem;

    #[test]
    fn a_rem_is_the_calculator_s_own() {
        for (sheet, own) in [
            ("gap: 0.75rem 2rem;", "gap: calc(0.75 * var(--rem)) calc(2 * var(--rem));"),
            ("margin: -.5rem", "margin: calc(-.5 * var(--rem))"),
            ("width: min(22rem, 100%)", "width: min(calc(22 * var(--rem)), 100%)"),
            (".rem { --rem: 15px }", ".rem { --rem: 15px }"),
            (".remedy, .a1remote { top: 0 }", ".remedy, .a1remote { top: 0 }"),
            ("", ""),
        ] {
            assert_eq!(with_own_rem(sheet), own);
        }
    }
}
