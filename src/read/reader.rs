//! What a format writes into while it reads.

use time::Date;

use super::command::Command;
use super::fact::{Counted, Fact, Limit, What, Within};
use super::place::Places;
use super::syntax::Syntax;
use super::tree::Node;
use super::{MOST_PROBLEMS, Reading};
use crate::data::quotas::{Quota, quota_by_code};
use crate::quantity::{Quantity, Unit};
use crate::report::{Basis, Diagnostic, Severity};
use crate::text::Reason;

/// A reading in the making, with what is known of the document that is being read.
pub struct Reader<'a> {
    /// The text without trimmings.
    pub text: &'a str,
    pub(super) places: Places<'a>,
    pub(super) reading: Reading,
    /// The command above what is read.
    pub command: Command,
    /// What was read below it already.
    pub(super) answered: Option<Answer>,
    /// How many documents and stretches of prose were read before.
    pub(super) document: u32,
    /// How the document is written.
    pub syntax: Syntax,
    /// The heading of a table: `DescribeVpcs`.
    pub title: Option<&'a str>,
    /// Whether the document shows by itself, or by what follows, that it is whole.
    pub is_closed: bool,
    /// Its own end does not show that it is whole.
    pub(super) is_open_ended: bool,
    /// What it lists may hold things that do not count, and it does not say which.
    pub(super) is_at_most: bool,
    /// The day of the document's figures, where it is a report.
    pub as_of: Option<Date>,
    /// How many problems there are of each reason.
    counts: Vec<(&'static str, usize)>,
    /// Where the paste ends with a document that does not show its own end.
    pub(super) open_end: Option<usize>,
    /// Uses counted from documents whose own end does not show that they are whole.
    open_ended: Vec<usize>,
}

/// What a command printed: all that it prints is of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A list of a format.
    List(&'static str),
    /// An answer of a format, under this key.
    Under(&'static str, String),
    /// Records of a format, one by one.
    Records(&'static str),
}

impl Answer {
    /// Of a document of this format.
    pub fn of(format: &'static str, root: &Node<'_>) -> Answer {
        let mut keys = root.keys();
        match (keys.next(), keys.next()) {
            (None, _) => Answer::List(format),
            (Some(key), None) => Answer::Under(format, key.to_owned()),
            (Some(_), Some(_)) => Answer::Records(format),
        }
    }
}

/// A use as a format found it.
pub struct Use {
    /// The quota whose use it is.
    pub quota_code: &'static str,
    /// How much, in whole base units.
    pub whole: i128,
    /// The unit that it was written in.
    pub unit: Unit,
    /// It may be more.
    pub lower_bound: bool,
    /// Counted, or said by a report.
    pub counted: Counted,
    /// Of what it is a part.
    pub within: Within,
}

impl Use {
    /// So many, counted from a whole list.
    pub fn count(quota_code: &'static str, count: usize) -> Use {
        Use {
            quota_code,
            whole: count as i128,
            unit: Unit::Count,
            lower_bound: false,
            counted: Counted::FromList,
            within: Within::Everything,
        }
    }

    /// The same, where it may be more.
    pub fn at_least(self, lower_bound: bool) -> Use {
        Use { lower_bound: self.lower_bound || lower_bound, ..self }
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, places: Places<'a>, reading: Reading) -> Reader<'a> {
        Reader {
            text,
            places,
            reading,
            command: Command::default(),
            answered: None,
            document: 0,
            syntax: Syntax::Json,
            title: None,
            is_closed: true,
            is_open_ended: false,
            is_at_most: false,
            as_of: None,
            counts: Vec::new(),
            open_end: None,
            open_ended: Vec::new(),
        }
    }

    /// Takes down a fact; its line is that of `at`. Without a Region of its own it takes the one
    /// of the command above it.
    pub fn fact(&mut self, at: usize, what: What, account: Option<&str>, region: Option<&str>) {
        let region = region.map(str::to_owned).or_else(|| self.command.region());
        let account = account.and_then(account_number);
        self.names(account.as_deref(), region.as_deref());
        let (line, as_of) = (self.places.line(at), self.as_of);
        let is_list = matches!(
            what,
            What::Listed { .. } | What::Attached { .. } | What::OfferingsListed { .. }
        );
        if self.is_open_ended && is_list {
            self.open_ended.push(self.reading.facts.len());
        }
        let document = self.document;
        self.reading.facts.push(Fact { what, account, region, as_of, line, document });
    }

    /// Takes down how much AWS allows.
    pub fn limit(
        &mut self,
        at: usize,
        quota: &'static Quota,
        limit: Limit,
        basis: Basis,
        account: Option<&str>,
        region: Option<&str>,
    ) {
        let (resource_level, adjustable) = (false, None);
        let what = What::Limit { quota, limit, basis, resource_level, adjustable };
        self.fact(at, what, account, region);
    }

    /// Takes down what was counted in a list; of a list that was cut, "at least none" says nothing.
    pub fn counted(&mut self, at: usize, used: Use, account: Option<&str>, region: Option<&str>) {
        if !used.lower_bound || used.whole > 0 {
            self.used(at, used, account, region);
        }
    }

    /// Takes down how much of a quota is taken.
    pub fn used(&mut self, at: usize, used: Use, account: Option<&str>, region: Option<&str>) {
        let Use { quota_code, whole, unit, lower_bound, counted, within } = used;
        let Some(quota) = quota_by_code(quota_code) else { return };
        if self.is_open_ended && counted == Counted::FromList {
            self.open_ended.push(self.reading.facts.len());
        }
        let within = match within {
            Within::Everything if self.is_at_most => Within::AtMost,
            within => within,
        };
        let used = Quantity::new(whole, unit);
        self.fact(at, What::Use { quota, used, lower_bound, counted, within }, account, region);
    }

    /// Takes down a field of the license, which is about no account and no Region.
    pub fn license(&mut self, at: usize, what: What) {
        let line = self.places.line(at);
        let document = self.document;
        let (account, region, as_of) = (None, None, None);
        self.reading.facts.push(Fact { what, account, region, as_of, line, document });
    }

    /// Takes down a record that says nothing the product needs.
    pub fn ignore(&mut self, account: Option<&str>, region: Option<&str>) {
        self.names(account.and_then(account_number).as_deref(), region);
        self.reading.ignored += 1;
    }

    /// The same of so many whose accounts and Regions another record named.
    pub fn pass_over(&mut self, count: usize) {
        self.reading.ignored += count;
    }

    fn names(&mut self, account: Option<&str>, region: Option<&str>) {
        add_new(&mut self.reading.accounts, account);
        add_new(&mut self.reading.regions, region);
    }

    /// Takes down a problem; beyond the first few of a kind they are only counted, since finding
    /// a place in a long line takes its time.
    pub fn problem(&mut self, at: usize, severity: Severity, reason: Reason) {
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

    /// Whether it was said already that a document is cut.
    pub(super) fn knows_cut(&self) -> bool {
        self.counts.iter().any(|(id, _)| matches!(*id, "json-cut" | "head-cut" | "json-too-deep"))
    }

    /// The lines between two offsets, as a message names them, and how many they are.
    pub(super) fn lines_between(&mut self, first: usize, last: usize) -> (String, u32) {
        let (from, to) = (self.places.line(first), self.places.line(last));
        let lines = if from == to { from.to_string() } else { format!("{from}–{to}") };
        (lines, to - from + 1)
    }

    pub(super) fn recognised(&mut self, format: &'static str) {
        if !self.reading.formats.contains(&format) {
            self.reading.formats.push(format);
        }
    }

    /// Whether the document holds AWS's defaults, by the heading or the command above it.
    pub fn asks_for_defaults(&self) -> bool {
        let title = self.title.unwrap_or_default().to_ascii_lowercase();
        title.contains("awsdefaultservicequota") || self.command.asks_for_defaults()
    }

    pub(super) fn finish(mut self) -> Reading {
        let silent = self.reading.problems.is_empty() && self.reading.formats.is_empty();
        if silent && matches!(self.text.trim(), "[]" | "{}") {
            self.problem(0, Severity::Info, Reason::Empty);
        } else if silent {
            let start = self.text.len() - self.text.trim_start().len();
            self.problem(start, Severity::Warning, Reason::NothingRead);
        }
        self.doubt_open_ends();
        if let Some(at) = self.open_end {
            self.problem(at, Severity::Info, Reason::OpenEnded);
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

    /// Where something of the paste was cut or not understood, a list without an end of its own
    /// may go on there.
    fn doubt_open_ends(&mut self) {
        const CUT: &[&str] = &[
            "unrecognised",
            "query-unclear",
            "head-cut",
            "rows-damaged",
            "json-cut",
            "unrecognised-list",
            "unrecognised-json",
            "unrecognised-near",
        ];
        if !self.counts.iter().any(|(id, _)| CUT.contains(id)) {
            return;
        }
        for index in &self.open_ended {
            match &mut self.reading.facts[*index].what {
                What::Use { lower_bound, .. } => *lower_bound = true,
                What::Listed { whole, .. }
                | What::Attached { whole, .. }
                | What::OfferingsListed { whole, .. } => *whole = false,
                _ => {}
            }
        }
    }
}

/// Twelve digits, however they are written; anything else names no account.
fn account_number(text: &str) -> Option<String> {
    let is_account =
        |digits: &str| digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_account(text) {
        return Some(text.to_owned());
    }
    let digits = text.replace(['-', ' '], "");
    is_account(&digits).then_some(digits)
}

fn add_new(list: &mut Vec<String>, item: Option<&str>) {
    if let Some(item) = item
        && !list.iter().any(|known| known == item)
    {
        list.push(item.to_owned());
    }
}
