//! The parts of the Rust toolchain that a minimal installation lacks.

use std::path::Path;

use anyhow::{Context, Result};

use crate::project::{Project, ask, run};

const WASM: &str = "wasm32-unknown-unknown";

/// `cargo fmt` and `cargo clippy`.
pub fn components(project: &Project) -> Result<()> {
    let has = |tool| ask(&mut project.command("cargo", [tool, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    println!("Adding rustfmt and clippy to the Rust toolchain (a few seconds).");
    run(&mut project.command("rustup", ["component", "add", "rustfmt", "clippy"]))
        .context("install rustfmt and clippy with your Rust distribution's own means")
}

/// The standard library of the browser's target.
pub fn wasm_target(project: &Project) -> Result<()> {
    let sysroot = ask(&mut project.command("rustc", ["--print", "sysroot"]))
        .context("`rustc` does not run: install Rust")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    println!("Adding the {WASM} target to the Rust toolchain (about 15 seconds).");
    run(&mut project.command("rustup", ["target", "add", WASM])).with_context(|| {
        format!("install the {WASM} target with your Rust distribution's own means")
    })
}
