//! Where the project stands, and how its commands are run.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

/// The project's directories, and the `PATH` on which its pinned tools come first.
pub struct Project {
    root: PathBuf,
    tools: PathBuf,
    path: OsString,
}

impl Project {
    /// Finds the project from what Cargo says of xtask's own package.
    pub fn locate() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("run this as `cargo xtask`")?;
        let root =
            Path::new(&manifest).parent().context("xtask stands in no project")?.to_path_buf();
        // CI keeps the tools from one fresh clone to the next by naming a place outside.
        let tools = root.join(env::var_os("BYOC_TOOLS").unwrap_or_else(|| ".tools".into()));
        let inherited = env::var_os("PATH").unwrap_or_default();
        let own = [tools.join("bin"), root.join("node_modules/.bin")];
        let path = env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
            .context("the project's path, or PATH, has a character that PATH cannot hold")?;
        Ok(Self { root, tools, path })
    }

    /// A path inside the project.
    pub fn file(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The directory that holds the tools which the project installed for itself.
    pub fn tools(&self) -> &Path {
        &self.tools
    }

    /// The `PATH` of the project's commands.
    pub fn path(&self) -> &OsStr {
        &self.path
    }

    /// A command in the project's root that sees the pinned tools first.
    pub fn command<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// The first of these programs that stands on the `PATH`.
    pub fn on_path(&self, programs: &[&str]) -> Option<PathBuf> {
        programs
            .iter()
            .flat_map(|program| env::split_paths(&self.path).map(move |dir| dir.join(program)))
            .find(|candidate| candidate.is_file())
    }
}

/// Runs a command to its end; anything but success is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// What a command writes to its standard output, or nothing where it is absent or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as a person would type it.
fn shown(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_command_is_named() {
        let error = run(&mut Command::new("false")).unwrap_err();
        assert!(error.to_string().starts_with("`false` ended with"));
    }

    #[test]
    fn an_absent_program_is_named() {
        let error = run(Command::new("no-such-program").arg("--flag")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program --flag`");
        assert_eq!(ask(&mut Command::new("no-such-program")), None);
    }
}
