//! What comes from PyPI: the AWS CLI, and moto, which stands in for AWS.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{
    pins::PYTHON_PACKAGES,
    program::{Program, find, install},
};
use crate::project::{Project, ask, run};

const PYTHON: Program = Program {
    name: "Python",
    variable: "PYTHON",
    on_path: &["python3"],
    elsewhere: &["/usr/bin/python3"],
    debian_package: "python3-venv",
};

/// Where the packages' programs are, once they are installed.
pub fn programs(project: &Project) -> PathBuf {
    place(project).join("bin")
}

fn place(project: &Project) -> PathBuf {
    project.tools().join("python")
}

/// Installs the packages into an environment of their own, unless just those are installed.
pub fn packages(project: &Project) -> Result<()> {
    let (place, packages) = (place(project), PYTHON_PACKAGES.join("\n"));
    let stamp = place.join("installed-packages.txt");
    let runs = |program| {
        ask(project
            .command(programs(project).join(program), ["--version"])
            .env_remove("PYTHONPATH"))
        .is_some()
    };
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == packages) && runs("aws") {
        return Ok(());
    }
    println!(
        "Installing {} into {} (about 2 minutes).",
        PYTHON_PACKAGES.join(" and "),
        place.display()
    );
    let python = python(project)?;
    let environment = ["-m", "venv", "--clear"].map(Path::new);
    run(&mut project.command(python, environment.into_iter().chain([place.as_path()])))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(project.command(programs(project).join("python"), pip).args(PYTHON_PACKAGES))?;
    fs::write(&stamp, packages).with_context(|| stamp.display().to_string())
}

/// A Python that can make environments; Debian has that part in a package of its own.
fn python(project: &Project) -> Result<PathBuf> {
    let is_whole = |python: &PathBuf| {
        ask(&mut project.command(python, ["-c", "import ensurepip, venv"])).is_some()
    };
    if let Some(found) = find(project, &PYTHON)?.filter(is_whole) {
        return Ok(found);
    }
    install(project, &PYTHON)?;
    let found = find(project, &PYTHON)?.filter(is_whole);
    found.context("python3 cannot make environments: its modules venv and ensurepip are missing")
}
