//! The built command, run on files of its own folder.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The built command.
pub const COMMAND: &str = env!("CARGO_BIN_EXE_byoc-readiness");

/// What a run came to.
pub struct Ran {
    pub exit: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Ran {
    /// What was printed, as text.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.stdout).expect("UTF-8")
    }
}

/// A folder that is removed when nobody uses it any more.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("byoc-readiness-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), bytes).expect("written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file")
    }

    /// The command, to be started here with nothing of this machine's time zone.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(COMMAND);
        command.args(arguments).current_dir(&self.0).env("TZ", "UTC0");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the command here.
    pub fn run(&self, arguments: &[&str], input: &[u8]) -> Ran {
        ran(self.command(arguments), input)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs `command` on what it reads from standard input.
pub fn ran(mut command: Command, input: &[u8]) -> Ran {
    let mut child = command.spawn().expect("it starts");
    // Who does not read leaves it unread.
    let _ = child.stdin.take().expect("its input").write_all(input);
    let done = child.wait_with_output().expect("it ends");
    Ran {
        exit: done.status.code().expect("it ends by itself"),
        stdout: done.stdout,
        stderr: String::from_utf8(done.stderr).expect("UTF-8"),
    }
}

/// A file of the engine's `tests/`.
pub fn of_engine(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
