//! The hand-written scripts of `js/`, made into the files that pages load: by esbuild, through the
//! scripts of `xtask/scripts/`.

use anyhow::Result;

use crate::{
    project::{Project, run},
    style,
};

/// The page's start-up script and style sheet, where `index.html` names them. Trunk asks for them
/// before each build.
pub fn assets(project: &Project) -> Result<()> {
    style::join(project)?;
    node(project, &["xtask/scripts/assets.mjs"])
}

/// Names the WebAssembly of a built page by what is in it.
pub fn names(project: &Project, folder: &str) -> Result<()> {
    node(project, &["xtask/scripts/names.mjs", folder])
}

/// The languages beside English, where a built page finds them.
pub fn languages(project: &Project, folder: &str) -> Result<()> {
    node(project, &["xtask/scripts/languages.mjs", folder])
}

/// Draws the first screen into the `index.html` of a built page.
pub fn first_screen(project: &Project, folder: &str) -> Result<()> {
    node(project, &["xtask/scripts/first_screen.mjs", folder])
}

/// What other pages load, in `pkg/` and in `dist/embed/`.
pub fn embed(project: &Project, version: &str) -> Result<()> {
    node(project, &["xtask/scripts/embed.mjs", version])
}

/// The page as one file, in `dist/`.
pub fn one_file(project: &Project, version: &str) -> Result<()> {
    node(project, &["xtask/scripts/one_file.mjs", version])
}

/// What the WebAssembly is made of, in `pkg/`.
pub fn sbom(project: &Project) -> Result<()> {
    node(project, &["xtask/scripts/sbom.mjs"])
}

fn node(project: &Project, arguments: &[&str]) -> Result<()> {
    run(&mut project.command("node", arguments))
}
