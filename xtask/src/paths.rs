//! Keeps the paths of the machine out of what is built on it.
//!
//! The compiler writes each place that may panic as the path of its source. Crates stand in Cargo's
//! home, which differs from one machine to the next, and so would the bytes.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

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
    Ok(flags(&folders))
}

/// Where Cargo keeps the crates.
pub fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
    let usual = || env::home_dir().map(|home| home.join(".cargo"));
    named.or_else(usual).context("no home directory, and no CARGO_HOME")
}

/// One flag a folder. Cargo parts them at spaces, so a folder with one keeps its name.
fn flags(folders: &[PathBuf]) -> String {
    let mut flags = Vec::new();
    for folder in folders {
        match folder.to_str().filter(|path| !path.contains(char::is_whitespace)) {
            Some(path) => flags.push(format!("--remap-path-prefix={path}=")),
            None => println!("The build will name {}, which has a space in it.", folder.display()),
        }
    }
    flags.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_s_path_is_taken_off_unless_a_flag_cannot_hold_it() {
        for (folders, expected) in [
            (&[][..], ""),
            (&["/a/one", "/a/two"], "--remap-path-prefix=/a/one= --remap-path-prefix=/a/two="),
            (&["/a b/one", "/c"], "--remap-path-prefix=/c="),
        ] {
            let folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
            assert_eq!(flags(&folders), expected);
        }
    }
}
