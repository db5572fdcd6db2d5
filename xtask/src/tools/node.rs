//! What comes from npm: `wasm-opt`, the TypeScript compiler and the browser tests' packages.

use std::fs;

use anyhow::{Context, Result, bail};

use super::pins::NODE_MAJOR;
use crate::project::{Project, ask, run};

const LOCK: &str = "package-lock.json";
/// A copy of the lock file that node_modules was installed from. Comparing contents holds where
/// comparing times does not: Git gives every file that it writes the present time.
const INSTALLED: &str = "node_modules/.installed-package-lock.json";

/// Installs package-lock.json's packages, unless just those are installed.
pub fn modules(project: &Project) -> Result<()> {
    node(project)?;
    let lock = fs::read(project.file(LOCK)).context(LOCK)?;
    let stamp = project.file(INSTALLED);
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages into node_modules (about 10 seconds).");
    let mut command = project.command("npm", ["ci", "--loglevel=error"]);
    // Playwright drives the machine's own Chromium.
    run(command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    fs::write(&stamp, lock).context(INSTALLED)
}

/// Node itself is asked for, not installed: people have their own way with it.
pub fn node(project: &Project) -> Result<()> {
    let Some(version) = ask(&mut project.command("node", ["--version"])) else {
        bail!("`node` is not on the PATH: install Node {NODE_MAJOR} or later, with npm");
    };
    if major(&version).is_none_or(|major| major < NODE_MAJOR) {
        bail!("Node is {version}: install Node {NODE_MAJOR} or later, with npm");
    }
    Ok(())
}

/// The 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_s_major_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8"), Some(8));
        assert_eq!(major("twenty"), None);
    }
}
