//! What is read: files and standard input, as text or as something that is none.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use byoc_readiness::read::{NotText, decode};
use flate2::read::MultiGzDecoder;

use crate::output;
use crate::refused::{Refused, reason};

/// What a packed file may unpack to; more than that is no output of a quota tool.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// What standard input is called in a report.
const STANDARD_INPUT: &str = "standard input";

/// Where a source comes from.
#[derive(Clone, Debug)]
pub enum Place {
    /// `-`, or nothing named at all.
    StandardInput,
    /// A file.
    File(PathBuf),
}

/// A file as it was read. One that holds no text is a source that says so.
#[derive(Debug)]
pub struct Source {
    /// As it was named.
    pub name: String,
    /// What is in it.
    pub text: Result<String, NotText>,
}

/// Reads what stands at `place`.
pub fn load(place: &Place) -> Result<Source, Refused> {
    let (name, bytes) = match place {
        Place::StandardInput => (STANDARD_INPUT.to_owned(), standard_input()),
        Place::File(path) => (path.to_string_lossy().into_owned(), fs::read(path)),
    };
    let bytes = bytes.map_err(|error| Refused::at(&name, reason(&error)))?;
    Ok(Source { name, text: unpacked(&bytes) })
}

/// The text of a file that has to be one.
pub fn text(path: &Path) -> Result<String, Refused> {
    let Source { name, text } = load(&Place::File(path.to_owned()))?;
    text.map_err(|_| Refused::at(&name, "is not text; expected JSON"))
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        output::say(
            "reading standard input: paste quota exports and the welcome email, \
             then press Ctrl-D on a line of its own; --help says more",
        );
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text, unpacked first where gzip packed it, as a browser does for the page.
fn unpacked(bytes: &[u8]) -> Result<String, NotText> {
    match decode(bytes) {
        Err(packed @ NotText::Compressed("gzip")) => {
            let mut unpacked = Vec::new();
            let mut reader = MultiGzDecoder::new(bytes).take(MOST_UNPACKED + 1);
            match reader.read_to_end(&mut unpacked) {
                Ok(_) if unpacked.len() as u64 <= MOST_UNPACKED => decode(&unpacked),
                _ => Err(packed),
            }
        }
        decoded => decoded,
    }
}
