//! The case files and fixtures: read where they stand on the host, and compiled in for the
//! browser, which has no file system.

/// Every case file, as its path and text.
pub fn case_files() -> Vec<(String, String)> {
    place::case_files()
}

/// The text of a fixture.
pub fn fixture(name: &str) -> String {
    place::fixture(name)
}

#[cfg(not(target_arch = "wasm32"))]
mod place {
    use std::fs;
    use std::path::{Path, PathBuf};

    const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");

    pub fn case_files() -> Vec<(String, String)> {
        let root = Path::new(TESTS).join("cases");
        let mut folders = vec![root.clone()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path: PathBuf = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "toml") {
                    let name =
                        path.strip_prefix(&root).expect("a path below").display().to_string();
                    files.push((name, fs::read_to_string(path).expect("case files are UTF-8")));
                }
            }
        }
        files.sort();
        files
    }

    pub fn fixture(name: &str) -> String {
        let path = Path::new(TESTS).join("fixtures").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

#[cfg(target_arch = "wasm32")]
mod place {
    use include_dir::{Dir, include_dir};

    static CASES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/cases");
    static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

    /// `cargo xtask` sets this to when the files last changed, since Cargo does not see them.
    const _: Option<&str> = option_env!("CASES_CHANGED");

    pub fn case_files() -> Vec<(String, String)> {
        let files = CASES.find("**/*.toml").expect("a valid pattern");
        let files = files.filter_map(|entry| entry.as_file());
        let text = |file: &include_dir::File<'_>| {
            file.contents_utf8().expect("case files are UTF-8").to_owned()
        };
        files.map(|file| (file.path().display().to_string(), text(file))).collect()
    }

    pub fn fixture(name: &str) -> String {
        let file = FIXTURES.get_file(name).unwrap_or_else(|| panic!("no fixture {name}"));
        file.contents_utf8().expect("fixtures are UTF-8").to_owned()
    }
}
