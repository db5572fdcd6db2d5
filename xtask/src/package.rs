//! `pkg/`: the JavaScript package, put together from the page's own wasm and glue.
//!
//! The package is not built a second time, so what the page's tests show holds for it too.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    project::{Project, ask},
    scripts,
};

/// The name by which wasm-bindgen's glue knows its wasm, whatever Trunk calls the file.
const WASM_IN_GLUE: &str = "byoc-readiness_bg.wasm";
const WASM: &str = "byoc_readiness_bg.wasm";
const GLUE: &str = "byoc_readiness.js";
const STYLE: &str = "byoc-readiness.css";

/// Files that are the same in the repository and in the package.
const COPIES: [(&str, &str); 9] = [
    ("js/frame.d.ts", "frame.d.ts"),
    ("js/style.d.ts", "style.d.ts"),
    ("js/embed.d.ts", "embed.d.ts"),
    ("js/language-ja.d.ts", "language-ja.d.ts"),
    ("js/language-zh-CN.d.ts", "language-zh-CN.d.ts"),
    ("js/byoc_readiness.d.ts", "byoc_readiness.d.ts"),
    ("js/report.schema.json", "report.schema.json"),
    ("js/README.md", "README.md"),
    ("LICENSE", "LICENSE"),
];

/// The version in js/package.json, where the crate's is put.
const VERSION_PLACE: &str = "\"version\": \"0.0.0\"";

/// Makes `pkg/` anew from `dist/` and `js/`.
pub fn assemble(project: &Project) -> Result<()> {
    let page = PageFiles::in_directory(&project.file("dist"))?;
    let package = project.file("pkg");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir(&package)?;

    fs::copy(&page.wasm, package.join(WASM))?;
    fs::copy(&page.style, package.join(STYLE))?;
    let glue = replace_once(&fs::read_to_string(&page.glue)?, WASM_IN_GLUE, WASM)?;
    fs::write(package.join(GLUE), glue)?;
    for (from, to) in COPIES {
        fs::copy(project.file(from), package.join(to)).context(from)?;
    }
    let manifest = fs::read_to_string(project.file("js/package.json"))?;
    let version = crate_version(project)?;
    let placed = format!("\"version\": \"{version}\"{}", repository());
    let manifest = replace_once(&manifest, VERSION_PLACE, &placed)?;
    fs::write(package.join("package.json"), manifest)?;
    scripts::sbom(project)?;
    scripts::embed(project, &version)?;
    scripts::one_file(project, &version)
}

/// The repository, behind the version: a registry checks it against the one that a published
/// package was built in, which GitHub's machines name.
fn repository() -> String {
    match (env::var("GITHUB_SERVER_URL"), env::var("GITHUB_REPOSITORY")) {
        (Ok(server), Ok(name)) => {
            let url = format!("git+{server}/{name}.git");
            format!(",\n  \"repository\": {{ \"type\": \"git\", \"url\": {url:?} }}")
        }
        _ => String::new(),
    }
}

/// The page's wasm, the glue that belongs to it and its style sheet, under the hashed names that
/// the build gave them.
struct PageFiles {
    wasm: PathBuf,
    glue: PathBuf,
    style: PathBuf,
}

impl PageFiles {
    fn in_directory(dist: &Path) -> Result<Self> {
        if dist.join("snippets").exists() {
            bail!("the glue imports files of its own from dist/snippets, which pkg/ would lack");
        }
        let wasm = the_one(dist, "wasm")?;
        let name = wasm.to_string_lossy();
        let stem = name
            .strip_suffix("_bg.wasm")
            .with_context(|| format!("{name} is not named as wasm-bindgen names it"))?;
        let glue = PathBuf::from(format!("{stem}.js"));
        Ok(Self { wasm: wasm.clone(), glue, style: the_one(dist, "css")? })
    }
}

/// The one file in `dist` whose name ends so.
fn the_one(dist: &Path, ending: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dist).context("dist")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    match &found[..] {
        [one] => Ok(one.clone()),
        _ => bail!("dist/ holds {} .{ending} files where one is expected", found.len()),
    }
}

/// The version in Cargo.toml, as Cargo reads it.
fn crate_version(project: &Project) -> Result<String> {
    let id =
        ask(&mut project.command("cargo", ["pkgid", "--locked", "--package", "byoc-readiness"]))
            .context("`cargo pkgid` failed")?;
    // path+file:///where/it/is#byoc-readiness@1.2.3, or #1.2.3 where the directory has that name
    let (_, version) = id
        .rsplit_once(['#', '@'])
        .with_context(|| format!("`cargo pkgid` says {id}, which holds no version"))?;
    Ok(version.to_owned())
}

/// Replaces the one occurrence; none or several mean that the text is not what it was taken for.
fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => bail!("{from} stands {count} times where once is expected"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_one_occurrence_and_no_other_number_of_them() {
        assert_eq!(replace_once("a b c", "b", "x").unwrap(), "a x c");
        assert!(replace_once("a c", "b", "x").is_err());
        assert!(replace_once("b b", "b", "x").is_err());
    }

    #[test]
    fn the_package_s_manifest_has_a_place_for_the_version() {
        let manifest = include_str!("../../js/package.json");
        assert!(replace_once(manifest, VERSION_PLACE, "").is_ok());
    }
}
