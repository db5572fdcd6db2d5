//! Programs of the machine's own, which Debian's packages can bring.

use std::{env, fs, path::PathBuf};

use anyhow::{Result, bail};

use crate::project::{Project, ask, run};

pub struct Program {
    pub name: &'static str,
    /// The environment variable that says which one to use.
    pub variable: &'static str,
    pub on_path: &'static [&'static str],
    pub elsewhere: &'static [&'static str],
    pub debian_package: &'static str,
}

/// The program; installed on Debian where there is none.
pub fn find_or_install(project: &Project, program: &Program) -> Result<PathBuf> {
    if let Some(found) = find(project, program)? {
        return Ok(found);
    }
    install(project, program)?;
    match find(project, program)? {
        Some(found) => Ok(found),
        None => bail!("{} is installed and cannot be found", program.name),
    }
}

/// What the environment names, else what stands in a usual place.
pub fn find(project: &Project, program: &Program) -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os(program.variable).map(PathBuf::from) {
        if !named.is_file() {
            bail!("{} names {}, which is no file", program.variable, named.display());
        }
        return Ok(Some(named));
    }
    let elsewhere = || program.elsewhere.iter().map(PathBuf::from);
    Ok(project.on_path(program.on_path).or_else(|| elsewhere().find(|path| path.is_file())))
}

pub fn install(project: &Project, program: &Program) -> Result<()> {
    let Program { name, variable, debian_package, .. } = program;
    let Some(sudo) = debian_rights(project) else {
        bail!(
            "{name} is missing: install it (Debian's package is `{debian_package}`), \
             or name its file in {variable}"
        );
    };
    println!("Installing {name} from Debian's package {debian_package} (up to a minute).");
    apt_get(project, sudo, &["update"])?;
    apt_get(project, sudo, &["install", "--no-install-recommends", "--yes", debian_package])
}

/// Asks for Debian's lists of packages anew.
pub fn update(project: &Project) -> Result<()> {
    match debian_rights(project) {
        Some(sudo) => apt_get(project, sudo, &["update"]),
        None => bail!("this takes Debian, and root's rights or `sudo`"),
    }
}

fn apt_get(project: &Project, sudo: &[&str], arguments: &[&str]) -> Result<()> {
    let quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
    let words = [sudo, &quietly, arguments].concat();
    run(&mut project.command(words[0], &words[1..]))
}

/// How to become root on Debian: nothing to do, or `sudo`. None on any other system, or without
/// either right.
fn debian_rights(project: &Project) -> Option<&'static [&'static str]> {
    let release = fs::read_to_string("/etc/os-release").ok()?;
    if !release.lines().any(|line| line == "ID=debian") {
        return None;
    }
    if ask(&mut project.command("id", ["-u"]))? == "0" {
        return Some(&[]);
    }
    project.on_path(&["sudo"]).map(|_| ["sudo"].as_slice())
}
