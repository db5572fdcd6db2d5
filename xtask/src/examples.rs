//! `examples/`: each is installed from its lock file as a stranger would, built and tried out.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{
    project::{Project, run},
    test::built,
    tools,
};

/// Those that take packages from npm, the calculator's among them.
const EXAMPLES: [&str; 3] = ["docusaurus", "node", "vite"];

/// Installs and builds every example, runs the script, and opens the pages in Chromium.
pub fn examples(project: &Project) -> Result<()> {
    built(project, "pkg/package.json")?;
    for name in EXAMPLES {
        let folder = project.file("examples").join(name);
        install(project, &folder).with_context(|| format!("cannot install examples/{name}"))?;
        println!("Building examples/{name}.");
        run(&mut npm(project, &folder, &["run", "build", "--if-present", "--loglevel=error"]))?;
    }
    let script = ["--test", "--test-reporter=spec", "tests/examples/check.test.mjs"];
    run(&mut project.command("node", script))?;
    let config = ["test", "--config", "tests/examples/playwright.config.ts"];
    run(project.command("playwright", config).env("CHROMIUM", tools::chromium(project)?))
}

/// Installs the lock file's packages, unless just those are there, and the calculator as it is.
fn install(project: &Project, folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json")).context("package-lock.json")?;
    let modules = folder.join("node_modules");
    let stamp = modules.join(".installed-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        let calculator = modules.join("byoc-readiness");
        if is_copy(&calculator, &project.file("pkg")) {
            return Ok(());
        }
        // Bundlers keep what they made of a package for as long as its version is the same.
        for old in [calculator, modules.join(".cache")].iter().filter(|old| old.exists()) {
            fs::remove_dir_all(old)?;
        }
        return run(&mut npm(project, folder, &["install", "--no-save", "--loglevel=error"]));
    }
    println!("Installing the npm packages of {}.", folder.display());
    run(&mut npm(project, folder, &["ci", "--loglevel=error"]))?;
    fs::write(&stamp, lock).context("the copy of package-lock.json")
}

/// npm in an example's folder, where neither it nor what it runs asks for newer versions.
fn npm(project: &Project, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = project.command("npm", arguments);
    command.current_dir(folder).env("NO_UPDATE_NOTIFIER", "1");
    command
}

/// Whether each file that was installed is the package's as it is now, which its version does not
/// tell. A file that came to the package since is named in its package.json, which differs then.
fn is_copy(installed: &Path, package: &Path) -> bool {
    let Ok(entries) = fs::read_dir(installed) else { return false };
    let mut files = 0;
    for entry in entries.flatten() {
        files += 1;
        let (copy, original) = (entry.path(), package.join(entry.file_name()));
        let same = if copy.is_dir() {
            is_copy(&copy, &original)
        } else {
            fs::read(&copy).is_ok_and(|copy| fs::read(&original).is_ok_and(|now| now == copy))
        };
        if !same {
            return false;
        }
    }
    files > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_names_no_registry_in_its_lock_file() {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
        for name in EXAMPLES {
            let lock = fs::read_to_string(examples.join(name).join("package-lock.json")).unwrap();
            let addresses: Vec<&str> =
                lock.lines().filter(|line| line.contains("\"resolved\"")).collect();
            assert_eq!(addresses, ["      \"resolved\": \"file:../../pkg\","], "{name}");
        }
    }

    #[test]
    fn a_copy_is_one_as_long_as_every_file_is_the_same() {
        let place = std::env::temp_dir().join(format!("byoc-is-copy-{}", std::process::id()));
        let (copy, original) = (place.join("copy"), place.join("original"));
        for folder in [&copy, &original] {
            fs::create_dir_all(folder.join("in")).unwrap();
            fs::write(folder.join("in/a.js"), "a").unwrap();
        }
        fs::write(original.join("not-published"), "").unwrap();
        assert!(is_copy(&copy, &original));
        fs::write(original.join("in/a.js"), "b").unwrap();
        assert!(!is_copy(&copy, &original));
        assert!(!is_copy(&place.join("absent"), &original));
        fs::remove_dir_all(place).unwrap();
    }
}
