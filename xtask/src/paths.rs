//! Keeps the paths of the machine out of what is built on it.
//!
//! The compiler writes each place that may panic as the path of its source. Crates stand in Cargo's
//! home, which differs from one machine to the next, and so would the bytes.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{Project, run};

/// Cargo adds these to the flags of `.cargo/config.toml`, for the browser's target alone: what runs
/// on this machine is not compiled anew.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The flags that take what stands before a crate's own folder off its paths.
pub fn remapped(project: &Project) -> Result<String> {
    // The folders are there once there is a crate in them.
    run(&mut project.command("cargo", ["fetch", "--locked", "--quiet"]))?;
    let sources = cargo_home()?.join("registry").join("src");
    let registries = fs::read_dir(&sources).with_context(|| sources.display().to_string())?;
    let mut folders = Vec::new();
    for registry in registries {
        folders.push(registry?.path());
    }
    folders.sort();
    flags(&folders)
}

/// Where Cargo keeps the crates.
pub fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
    let usual = || env::home_dir().map(|home| home.join(".cargo"));
    named.or_else(usual).context("no home directory, and no CARGO_HOME")
}

/// One flag a folder. Cargo parts them at spaces.
fn flags(folders: &[PathBuf]) -> Result<String> {
    let flag = |folder: &PathBuf| {
        let path = folder.to_str().filter(|path| !path.contains(char::is_whitespace));
        let Some(path) = path else {
            bail!("{} has a space: set CARGO_HOME to a folder without one", folder.display());
        };
        Ok(format!("--remap-path-prefix={path}="))
    };
    Ok(folders.iter().map(flag).collect::<Result<Vec<_>>>()?.join(" "))
}
