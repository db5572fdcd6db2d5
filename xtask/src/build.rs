//! The release build: the page in `dist/`, and the package in `pkg/` made of the same files.

use std::{env, process::Command};

use anyhow::{Context, Result};

use crate::{
    package, paths,
    project::{Project, run},
    scripts,
    tools::{self, Need},
};

/// What a release build cannot do without.
pub const NEEDS: &[Need] =
    &[Need::WasmTarget, Need::WasmBindgen, Need::Trunk, Need::NodeModules, Need::CargoCyclonedx];

/// Sets up what is missing and builds.
pub fn build(project: &Project) -> Result<()> {
    tools::set_up(project, NEEDS)?;
    println!("Building the release page and package (about 2 minutes from nothing).");
    release(project)?;
    println!("The page is in dist/, the JavaScript package in pkg/.");
    Ok(())
}

/// Builds with everything in place.
pub fn release(project: &Project) -> Result<()> {
    run(&mut optimised(project, &["build", "--release"])?)?;
    scripts::names(project, "dist")?;
    scripts::languages(project, "dist")?;
    scripts::first_screen(project, "dist")?;
    package::assemble(project).context("cannot assemble pkg/")?;
    // Last, so that whatever else stands in dist/ has its sidecars too.
    run(&mut project.command("node", ["xtask/scripts/compress.mjs", "dist"]))
}

/// The page that breaks on purpose.
pub const FAULT: &str = "target/fault/index.html";
const FAULT_FOLDER: &str = "target/fault";

/// Builds it, apart from what people are given.
pub fn fault(project: &Project) -> Result<()> {
    let arguments = ["build", "--release", "--features", "fault", "--dist", FAULT_FOLDER];
    run(&mut optimised(project, &arguments)?)?;
    scripts::names(project, FAULT_FOLDER)?;
    scripts::languages(project, FAULT_FOLDER)?;
    scripts::first_screen(project, FAULT_FOLDER)
}

/// Trunk, for what people are given: in the WebAssembly's messages of a fault a crate's files are
/// named from the crate on, whichever machine it was built on.
fn optimised(project: &Project, arguments: &[&str]) -> Result<Command> {
    let mut command = trunk(project, arguments);
    command.env(paths::VARIABLE, paths::remapped(project)?);
    Ok(command)
}

/// Trunk with these arguments, without its look for a newer version of itself.
pub fn trunk(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.command("trunk", arguments);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // It takes `NO_COLOR=1`, which is what people set, for a malformed argument.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
