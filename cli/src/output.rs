//! What leaves the command: the report to standard output or into a file, and words to whoever
//! started it on standard error.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use byoc_readiness::hand_over::plain;
use byoc_readiness::read::secrets::masked;

use crate::refused::{Refused, reason};

/// Says a sentence on standard error. It may quote anything: names of files, fields, arguments.
pub fn say(words: &str) {
    let words = plain::line(&masked(words));
    // Where nobody can be told, there is nobody to tell that.
    let _ = writeln!(io::stderr(), "byoc-readiness: {words}");
}

/// Writes `text` to the file, or else to standard output.
pub fn write(text: &str, file: Option<&Path>) -> Result<(), Refused> {
    match file {
        Some(path) => to_file(text, path)
            .map_err(|error| Refused::at(&path.to_string_lossy(), reason(&error))),
        None => to_stdout(text),
    }
}

/// Writes to standard output. Who reads there may stop reading, as `head` does; that is no error,
/// and the exit code still says what the report comes to.
pub fn to_stdout(text: &str) -> Result<(), Refused> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Refused::at("standard output", reason(&error)))
        }
        _ => Ok(()),
    }
}

/// All of it or nothing: into a new file beside it, which then takes its place. Into what is no
/// file, such as a pipe, directly; there is no place to take.
fn to_file(text: &str, path: &Path) -> io::Result<()> {
    let known = match fs::metadata(path) {
        Ok(known) if !known.is_file() => return fs::write(path, text),
        Ok(known) => Some(known),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // What a symbolic link leads to is replaced, and not the link.
    let path = if known.is_some() { path.canonicalize()? } else { path.to_owned() };
    let beside = beside(&path);
    let written = File::create_new(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        if let Some(known) = known {
            file.set_permissions(known.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &path)
    });
    written.inspect_err(|error| {
        if error.kind() != ErrorKind::AlreadyExists {
            let _ = fs::remove_file(&beside);
        }
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}
