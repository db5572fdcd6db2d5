//! The hand-written scripts of `js/`, made into the files that pages load: by esbuild, through the
//! scripts of `xtask/scripts/`.

use anyhow::Result;

use crate::project::{Project, run};

/// The page's start-up script, where `index.html` names it. Trunk asks for it before each build.
pub fn boot(project: &Project) -> Result<()> {
    node(project, &["xtask/scripts/boot.mjs"])
}

/// What other pages load, in `pkg/` and in `dist/embed/`.
pub fn embed(project: &Project, version: &str) -> Result<()> {
    node(project, &["xtask/scripts/embed.mjs", version])
}

/// The page as one file, in `dist/`.
pub fn one_file(project: &Project, version: &str) -> Result<()> {
    node(project, &["xtask/scripts/one_file.mjs", version])
}

fn node(project: &Project, arguments: &[&str]) -> Result<()> {
    run(&mut project.command("node", arguments))
}
