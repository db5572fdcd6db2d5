//! Text to facts. Reading never fails: it gives what it understood, and problems with their place.

mod dates;
mod fact;
mod format;
mod json;
mod place;
pub mod secrets;
mod transcript;
mod tree;

pub use dates::{Written, find_dates, parse_iso, to_iso};
pub use fact::{Fact, LicenseValue, Limit, What};
pub use format::license_email::core_size;

use std::borrow::Cow;

use crate::mask::mask_but_last;
use crate::report::{Diagnostic, Severity};
use crate::text::Reason;
use format::{DOCUMENT_FORMATS, TEXT_FORMATS};
use json::{Broken, MAX_DEPTH, Piece, Why};
use place::Places;
use secrets::{Kind, Secret};
use transcript::Command;
use tree::Node;

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
}

/// Reads one source, of any format or several.
pub fn read(text: &str) -> Reading {
    read_masked(text).1
}

/// Reads one source, and gives its text without credentials, which is all that may be kept of it.
pub fn read_masked(text: &str) -> (Cow<'_, str>, Reading) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let secrets = secrets::find(text);
    let masked = secrets::mask_found(text, &secrets).map_or(Cow::Borrowed(text), Cow::Owned);
    let reading = read_without(&masked, &secrets_by_place(text, &secrets));
    (masked, reading)
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

/// Reads a text without credentials; `secrets` are those that stood in it.
fn read_without(text: &str, secrets: &[(Kind, u32, u32)]) -> Reading {
    let problems = secrets.iter().map(|&(kind, line, column)| {
        let reason = Reason::Credential { kind: kind.name().into() };
        Diagnostic::new(Severity::Warning, reason).at(line, column)
    });
    let mut reader = Reader {
        text,
        places: Places::new(text),
        reading: Reading { problems: problems.collect(), ..Reading::default() },
        command: Command::default(),
        counts: Vec::new(),
    };
    if text.trim().is_empty() {
        let empty = Diagnostic::new(Severity::Info, Reason::Empty);
        reader.reading.problems.push(empty);
        return reader.reading;
    }
    for piece in json::split(text) {
        match piece {
            Piece::Json { root, broken } => reader.document(&root, broken),
            Piece::Text(range) => reader.prose(range),
        }
    }
    reader.finish()
}

/// What a format writes into while it reads.
struct Reader<'a> {
    text: &'a str,
    places: Places<'a>,
    reading: Reading,
    /// The command above what is read.
    command: Command,
    /// How many problems there are of each reason.
    counts: Vec<(&'static str, usize)>,
}

impl Reader<'_> {
    /// Takes down a fact; its line is that of `at`. Without a Region of its own it takes the one
    /// of the command above it.
    fn fact(&mut self, at: usize, what: What, account: Option<String>, region: Option<String>) {
        let region = region.or_else(|| self.command.region.clone());
        let account = account.as_deref().and_then(account_number);
        self.names(account.as_deref(), region.as_deref());
        let line = self.places.line(at);
        self.reading.facts.push(Fact { what, account, region, line });
    }

    /// Takes down a field of the license, which is about no account and no Region.
    fn license(&mut self, at: usize, what: What) {
        let line = self.places.line(at);
        self.reading.facts.push(Fact { what, account: None, region: None, line });
    }

    /// Takes down a record that says nothing the product needs.
    fn ignore(&mut self, account: Option<&str>, region: Option<&str>) {
        self.names(account.and_then(account_number).as_deref(), region);
        self.reading.ignored += 1;
    }

    fn names(&mut self, account: Option<&str>, region: Option<&str>) {
        add_new(&mut self.reading.accounts, account);
        add_new(&mut self.reading.regions, region);
    }

    /// Takes down a problem; beyond the first few of a kind they are only counted, since finding
    /// a place in a long line takes its time.
    fn problem(&mut self, at: usize, severity: Severity, reason: Reason) {
        let id = reason.id();
        let known = self.counts.iter_mut().find(|count| count.0 == id);
        let count = match known {
            Some(count) => count,
            None => {
                self.counts.push((id, 0));
                self.counts.last_mut().expect("just pushed")
            }
        };
        count.1 += 1;
        if count.1 <= MOST_PROBLEMS {
            let (line, column) = self.places.line_and_column(at);
            self.reading.problems.push(Diagnostic::new(severity, reason).at(line, column));
        }
    }

    fn recognised(&mut self, format: &'static str) {
        if !self.reading.formats.contains(&format) {
            self.reading.formats.push(format);
        }
    }

    fn document(&mut self, root: &Node<'_>, broken: Option<Broken>) {
        let rated = DOCUMENT_FORMATS.iter().map(|format| ((format.sure)(root), format));
        match rated.max_by_key(|(sure, _)| *sure).filter(|(sure, _)| *sure > 0) {
            Some((_, format)) => {
                self.recognised(format.id);
                (format.read)(root, self);
            }
            None => {
                let keys: Vec<String> = root.keys().take(4).map(show_key).collect();
                let reason = match keys.as_slice() {
                    [] => Reason::UnrecognisedList,
                    keys => Reason::UnrecognisedJson { keys: keys.join(", ").into() },
                };
                self.problem(root.at, Severity::Warning, reason);
            }
        }
        if let Some(Broken { at, why }) = broken {
            let reason = match why {
                Why::Expected(expected) => Reason::JsonCut { expected: expected.into() },
                Why::TooDeep => Reason::JsonTooDeep { depth: MAX_DEPTH.into() },
            };
            self.problem(at, Severity::Warning, reason);
        }
    }

    /// Reads what stands between documents. A mail's own lines are not named as unrecognised,
    /// but a command or an error of AWS in it counts as anywhere.
    fn prose(&mut self, range: std::ops::Range<usize>) {
        let text = self.text;
        let piece = &text[range.clone()];
        let rated = TEXT_FORMATS.iter().map(|format| ((format.sure)(piece), format));
        let best = rated.max_by_key(|(sure, _)| *sure).filter(|(sure, _)| *sure > 0);
        if let Some((_, format)) = best {
            self.recognised(format.id);
            (format.read)(piece, range.start, self);
        }
        transcript::read(piece, range.start, best.is_none(), self);
    }

    fn finish(mut self) -> Reading {
        let silent = self.reading.problems.is_empty() && self.reading.formats.is_empty();
        if silent {
            let start = self.text.len() - self.text.trim_start().len();
            self.problem(start, Severity::Warning, Reason::NothingRead);
        }
        let problems = &mut self.reading.problems;
        problems.sort_by_key(|problem| (problem.line, problem.column));
        let more: usize =
            self.counts.iter().map(|count| count.1.saturating_sub(MOST_PROBLEMS)).sum();
        if more > 0 {
            let reason = Reason::MoreProblems { count: more.into() };
            problems.push(Diagnostic::new(Severity::Info, reason));
        }
        self.reading
    }
}

/// Twelve digits, however they are written; anything else names no account.
fn account_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let is_account = digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_account.then_some(digits)
}

/// A key as a message may show it: short, and without a whole account number.
fn show_key(key: &str) -> String {
    let is_account = key.len() == 12 && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_account { mask_but_last(key, 4) } else { key.chars().take(40).collect() }
}

fn add_new(list: &mut Vec<String>, item: Option<&str>) {
    if let Some(item) = item
        && !list.iter().any(|known| known == item)
    {
        list.push(item.to_owned());
    }
}
