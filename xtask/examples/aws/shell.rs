//! Shells as people paste into them.

use std::{
    env,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use anyhow::{Context, Result, ensure};

/// An interactive Bash without anybody's settings: it has a history, as one at a terminal.
pub fn bash() -> Command {
    shell("bash", &["--norc", "--noprofile", "-i"])
}

/// The same of Zsh, in which a `#` begins no comment.
pub fn zsh() -> Command {
    shell("zsh", &["-f", "-i"])
}

/// By its whole path, so that the shell starts whatever PATH it is given.
fn shell(name: &str, arguments: &[&str]) -> Command {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut places = env::split_paths(&path).map(|folder| folder.join(name));
    let program = places.find(|place| place.is_file()).unwrap_or_else(|| PathBuf::from(name));
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// What a shell prints when a text is pasted into it; its prompts stand on its standard error.
pub fn paste(shell: Command, text: &str) -> Result<String> {
    Ok(String::from_utf8(feed(shell, text)?.stdout)?)
}

/// What a program prints that succeeds.
pub fn filter(program: Command, text: &str) -> Result<String> {
    let Output { status, stdout, stderr } = feed(program, text)?;
    let said = String::from_utf8(stdout)?;
    ensure!(status.success(), "{status}: {said}{}", String::from_utf8_lossy(&stderr));
    Ok(said)
}

fn feed(mut command: Command, text: &str) -> Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().with_context(|| format!("cannot start {command:?}"))?;
    // A few kilobytes, which a pipe holds, so that nobody waits for anybody.
    process.stdin.take().context("its standard input")?.write_all(text.as_bytes())?;
    Ok(process.wait_with_output()?)
}

/// Whether ShellCheck has nothing to say, not even in style.
pub fn is_clean(block: &str) -> Result<()> {
    let mut check = Command::new("shellcheck");
    check.args(["--shell=bash", "--severity=style", "-"]);
    filter(check, block).map(drop)
}
