//! Whether the same sources give the same bytes, wherever they are built.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process,
};

use anyhow::{Context, Result, bail};

use crate::{
    paths,
    project::{Project, run},
};

/// What is given to people.
const SHIPPED: [&str; 2] = ["dist", "pkg"];

/// Where a clone stands, below its place.
const CHECKOUT: &str = "checkout";

/// Builds what was committed twice from nothing, and compares every file.
pub fn reproducible(project: &Project) -> Result<()> {
    let place = env::temp_dir().join(format!("byoc-reproducible-{}", process::id()));
    // Of another length, too: paths that differ in their letters alone may go unnoticed.
    let (one, other) = (place.join("one"), place.join("somewhere/else"));
    // Both at once, so that they are of the same commit.
    clone(project, &one)?;
    clone(project, &other)?;
    let one = build(project, &one, "UTC")?;
    let other = build(project, &other, "Pacific/Auckland")?;
    if let Some(difference) = difference(&one, &other) {
        bail!("{difference}: compare both below {}", place.display());
    }
    let bytes: usize = one.values().map(Vec::len).sum();
    println!("{} files, {bytes} bytes, are the same in both.", one.len());
    fs::remove_dir_all(&place).with_context(|| place.display().to_string())
}

/// Clones the last commit below `place`.
fn clone(project: &Project, place: &Path) -> Result<()> {
    fs::create_dir_all(place)?;
    let clone = ["clone", "--quiet"].map(Path::new);
    let (from, to) = (project.file(""), place.join(CHECKOUT));
    run(&mut project.command("git", clone.into_iter().chain([from.as_path(), to.as_path()])))
}

/// Builds what was cloned below `place`, and reads what came of it.
fn build(project: &Project, place: &Path, zone: &str) -> Result<Files> {
    let checkout = place.join(CHECKOUT);
    println!("\nBuilding in {}.", checkout.display());
    let home = place.join("home-of-cargo");
    borrow(&paths::cargo_home()?, &home)?;
    let mut command = project.command("cargo", ["xtask", "build"]);
    command
        .current_dir(&checkout)
        .env("CARGO_HOME", home)
        .env("CARGO_TARGET_DIR", place.join("target"))
        .env("BYOC_TOOLS", project.tools())
        .env("TZ", zone);
    run(&mut command)?;
    let mut files = Files::new();
    for folder in SHIPPED {
        read(&checkout, &checkout.join(folder), &mut files)?;
    }
    Ok(files)
}

/// Another home of Cargo, which has all that is in the real one: crates need not be brought again.
fn borrow(real: &Path, home: &Path) -> Result<()> {
    fs::create_dir_all(home)?;
    for entry in fs::read_dir(real).with_context(|| real.display().to_string())? {
        let entry = entry?;
        symlink(entry.path(), home.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(unix)]
use std::os::unix::fs::symlink;

#[cfg(not(unix))]
fn symlink(_: PathBuf, _: PathBuf) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Reads every file below `folder`, each under its path from `root` on.
fn read(root: &Path, folder: &Path, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else {
            files.insert(path.strip_prefix(root)?.to_path_buf(), fs::read(&path)?);
        }
    }
    Ok(())
}

/// The first file that is not the same in both, and where.
fn difference(one: &Files, other: &Files) -> Option<String> {
    let paths = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
    let mut paths: Vec<&PathBuf> = paths.collect();
    paths.sort();
    paths.into_iter().find_map(|path| {
        let name = path.display();
        match (one.get(path), other.get(path)) {
            (Some(one), Some(other)) if one == other => None,
            (Some(one), Some(other)) => {
                let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
                Some(format!("{name} differs from its byte {same} on"))
            }
            _ => Some(format!("{name} is in one of the builds alone")),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(path, text)| (path.into(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_first_file_that_differs_is_named() {
        let one = files(&[("dist/a.js", "abc"), ("dist/b.js", "abc"), ("pkg/c", "abc")]);
        for (other, expected) in [
            (&[("dist/a.js", "abc"), ("dist/b.js", "abc"), ("pkg/c", "abc")][..], None),
            (
                &[("dist/a.js", "abc"), ("dist/b.js", "abd"), ("pkg/c", "")],
                Some("dist/b.js differs from its byte 2 on"),
            ),
            (
                &[("dist/a.js", "abcd"), ("dist/b.js", "abc"), ("pkg/c", "abc")],
                Some("dist/a.js differs from its byte 3 on"),
            ),
            (
                &[("dist/a.js", "abc"), ("dist/b.js", "abc")],
                Some("pkg/c is in one of the builds alone"),
            ),
            (
                &[("dist/0", ""), ("dist/a.js", "abc"), ("dist/b.js", "abc"), ("pkg/c", "abc")],
                Some("dist/0 is in one of the builds alone"),
            ),
        ] {
            assert_eq!(difference(&one, &files(other)).as_deref(), expected);
        }
    }
}
