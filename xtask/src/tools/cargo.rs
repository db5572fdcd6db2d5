//! Rust tools at a pinned version, from the PATH or from `cargo install`.

use anyhow::{Context, Result};

use crate::project::{Project, ask, run};

/// A package of programs, all of one version.
pub struct CargoTool {
    pub package: &'static str,
    pub version: &'static str,
    pub programs: &'static [&'static str],
    /// Whether it builds with the lock file that it was published with.
    pub locked: bool,
    /// How long installing it takes on two cores, in words.
    pub takes: &'static str,
}

/// Unoptimised tools build in a third of the time, and are quick enough for one small page.
const BUILD_QUICKLY: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64"),
];

/// Installs the tool among the project's own, unless the pinned version is at hand.
pub fn install(project: &Project, tool: &CargoTool) -> Result<()> {
    if is_at_hand(project, tool) {
        return Ok(());
    }
    let CargoTool { package, version, takes, .. } = tool;
    println!(
        "Installing {package} {version} into {} ({takes} on two cores).",
        project.tools().display()
    );
    let mut command = project.command("cargo", ["install", "--force"]);
    command
        .args([package, "--version", version, "--root"])
        .arg(project.tools())
        .args(tool.locked.then_some("--locked"))
        .envs(BUILD_QUICKLY)
        // The tool's intermediate files are of no use to the project's builds.
        .env_remove("CARGO_TARGET_DIR");
    run(&mut command)
        .with_context(|| format!("put {package} {version} on the PATH, or let Cargo install it"))
}

/// Whether every program of the tool is on the project's PATH at the pinned version.
fn is_at_hand(project: &Project, tool: &CargoTool) -> bool {
    tool.programs.iter().all(|program| {
        // As Cargo calls its own; not each of them answers otherwise.
        let subcommand = program.strip_prefix("cargo-");
        ask(&mut project.command(program, subcommand.into_iter().chain(["--version"])))
            .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(tool.version))
    })
}
