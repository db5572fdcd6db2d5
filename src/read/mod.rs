//! Text to facts. Reading never fails: it gives what it understood, and problems with their place.

mod bytes;
mod carried;
mod clean;
mod command;
mod dates;
mod decode;
mod environment;
mod fact;
mod format;
mod lines;
mod pieces;
mod place;
#[cfg(not(target_arch = "wasm32"))]
pub mod probe;
mod query;
mod reader;
pub mod secrets;
mod syntax;
mod transcript;
mod tree;
mod unknown;

pub use carried::{carried, carry};
pub(crate) use clean::{plain, visible};
pub use dates::{Written, find_dates, parse_iso, to_iso};
pub use decode::{LARGEST, NotText, decode};
pub use fact::{
    Asked, Counted, Decision, Fact, LicenseValue, Limit, Request, RequestStatus, Terraform, What,
    Within,
};
pub use format::license_email::core_size;
pub(crate) use format::shared_figures;

use std::borrow::Cow;

use byoc_scan::{Look, Survey};

use crate::report::{Diagnostic, Severity};
use crate::text::Reason;
use lines::Lines;
use place::Places;
use reader::Reader;
use secrets::{Kind, Secret};

/// Most problems of one kind that a source lists; the rest are counted.
const MOST_PROBLEMS: usize = 8;

/// What was made of one source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it says.
    pub facts: Vec<Fact>,
    /// Records that were understood and are not needed.
    pub ignored: usize,
    /// What could not be read, and where.
    pub problems: Vec<Diagnostic>,
    /// Regions named by records that are not needed, too.
    pub regions: Vec<String>,
    /// Accounts named by records that are not needed, too.
    pub accounts: Vec<String>,
    formats: Vec<&'static str>,
}

impl Reading {
    /// What was recognised: a format's id, `mixed` for several, `unrecognised` for none.
    pub fn format(&self) -> &'static str {
        match self.formats.as_slice() {
            [] => "unrecognised",
            [one] => one,
            _ => "mixed",
        }
    }

    /// The reading of a file that holds no text.
    pub fn of_no_text(why: NotText) -> Reading {
        // Rounded up, so that what is over the bound looks so.
        let megabytes = |bytes: u64| (bytes.div_ceil(1_000_000) as usize).into();
        let reason = match why {
            NotText::Compressed(by) => Reason::Compressed { by: by.into() },
            NotText::Office => Reason::OfficeFile,
            NotText::Pdf => Reason::Pdf,
            NotText::Binary => Reason::Binary,
            NotText::TooLarge(Some(bytes)) => {
                Reason::TooLarge { size: megabytes(bytes), most: megabytes(LARGEST) }
            }
            NotText::TooLarge(None) => Reason::TooLargeUnpacked { most: megabytes(LARGEST) },
        };
        let problems = vec![Diagnostic::new(Severity::Error, reason)];
        Reading { problems, ..Reading::default() }
    }
}

/// Reads one source, of any format or several.
pub fn read(text: &str) -> Reading {
    read_masked(text).1
}

/// [`read`], in which nothing is passed over: every word is looked at, and every record read. It
/// gives the same, and the tests hold it to that.
#[doc(hidden)]
pub fn read_in_full(text: &str) -> Reading {
    Way { survey: |text| Survey::of_unknown(text.as_bytes()), in_full: true }.read(text).1
}

/// Reads one source, and gives its text without credentials, which is all that may be kept of it.
pub fn read_masked(text: &str) -> (Cow<'_, str>, Reading) {
    Way { survey: |text| Survey::of(text.as_bytes()), in_full: false }.read(text)
}

/// How a text is read.
struct Way {
    /// Says where there is something to look at.
    survey: fn(&str) -> Survey,
    /// No record is passed over.
    in_full: bool,
}

impl Way {
    fn read<'a>(&self, text: &'a str) -> (Cow<'a, str>, Reading) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let survey = (self.survey)(text);
        let secrets = secrets::find_in(text, &survey);
        let places = secrets_by_place(text, &secrets);
        match secrets::mask_found(text, &secrets) {
            None => (Cow::Borrowed(text), self.read_without(text, &survey, &places)),
            Some(masked) => {
                let reading = self.read_without(&masked, &(self.survey)(&masked), &places);
                (Cow::Owned(masked), reading)
            }
        }
    }

    /// Reads a text without credentials; `secrets` are those that stood in it.
    fn read_without(&self, text: &str, survey: &Survey, secrets: &[(Kind, u32, u32)]) -> Reading {
        let problems = secrets.iter().map(|&(kind, line, column)| {
            let reason = Reason::Credential { kind: kind.name().into() };
            Diagnostic::new(Severity::Warning, reason).at(line, column)
        });
        let mut reading = Reading { problems: problems.collect(), ..Reading::default() };
        if text.trim().is_empty() {
            reading.problems.push(Diagnostic::new(Severity::Info, Reason::Empty));
            return reading;
        }
        // They begin with a byte of those that may be taken off.
        if survey.has(Look::TRIMMING) {
            reading.problems.extend(lost_characters(text));
        }
        let cleaned = clean::clean(text, survey);
        let lines = Lines::of(&cleaned.text);
        let places = Places::of_cleaned(text, &cleaned.moved);
        let mut reader = Reader::new(&cleaned.text, places, reading);
        pieces::read(&lines, self.in_full, &mut reader);
        reader.finish()
    }
}

/// What decoding a file, or copying it, could not keep.
fn lost_characters(text: &str) -> Option<Diagnostic> {
    let at = text.find(char::REPLACEMENT_CHARACTER)?;
    let count = text.matches(char::REPLACEMENT_CHARACTER).count();
    let (line, column) = Places::new(text).line_and_column(at);
    let reason = Reason::LostCharacters { count: count.into() };
    Some(Diagnostic::new(Severity::Warning, reason).at(line, column))
}

/// The first few credentials of each kind in a text, with their line and column.
fn secrets_by_place(text: &str, secrets: &[Secret]) -> Vec<(Kind, u32, u32)> {
    let mut places = Places::new(text);
    let few = Kind::ALL.iter().flat_map(|kind| {
        secrets.iter().filter(move |secret| secret.kind == *kind).take(MOST_PROBLEMS)
    });
    let placed = few.map(|secret| {
        let (line, column) = places.line_and_column(secret.at);
        (secret.kind, line, column)
    });
    placed.collect()
}
