//! What the sources say of the license, and which license it is where they name several.

use crate::read::{LicenseValue, Reading, What};
use crate::report::{Diagnostic, LicenseField, Severity};
use crate::text::Reason;

/// One thing that a source says of a license.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub field: LicenseField,
    pub value: &'a LicenseValue,
    pub source: usize,
    pub line: u32,
}

impl Said<'_> {
    fn id(&self) -> Option<&str> {
        match self.value {
            LicenseValue::Id(id) => Some(id),
            _ => None,
        }
    }
}

/// Everything that counts, in the order in which it was read.
pub struct Told<'a> {
    pub said: Vec<Said<'a>>,
    /// Several licenses are named and nobody said which one counts; the questions ask.
    pub is_undecided: bool,
    pub questions: Vec<Diagnostic>,
}

/// Which license something is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// Its source names none.
    Any,
    /// The one of this number.
    One(usize),
    /// Its line names several.
    Unclear,
}

impl<'a> Told<'a> {
    /// What was read. Where it is about several licenses, a typed ID chooses one of them, and what
    /// belongs to another does not count.
    pub fn by(
        readings: &[&'a Reading],
        names: &[String],
        typed: Option<&str>,
        show_id: impl Fn(&str) -> String,
    ) -> Told<'a> {
        let said = all(readings);
        let ids = ids(&said);
        if ids.len() < 2 {
            return Told { said, is_undecided: false, questions: Vec::new() };
        }
        let is_typed =
            |id: &Said<'_>| id.id().zip(typed).is_some_and(|(id, typed)| same(id, typed));
        if let Some(chosen) = ids.iter().position(is_typed) {
            let owners = owners(&said, &ids, readings.len());
            let kept = said.into_iter().zip(owners);
            let kept = kept.filter(|(_, of)| matches!(of, Of::Any) || *of == Of::One(chosen));
            let said = kept.map(|(said, _)| said).collect();
            return Told { said, is_undecided: false, questions: Vec::new() };
        }
        let name = |said: &Said<'_>| names.get(said.source).cloned().unwrap_or_default();
        let first = &ids[0];
        let ask = |second: &Said<'_>| {
            let reason = Reason::LicensesDiffer {
                field: LicenseField::Id.as_str().into(),
                first: show_id(first.id().unwrap_or_default()).into(),
                source: name(first).into(),
                line: first.line.into(),
                second: show_id(second.id().unwrap_or_default()).into(),
                other: name(second).into(),
                below: second.line.into(),
            };
            Diagnostic::new(Severity::Error, reason).at(second.line, 1)
        };
        let questions = ids[1..].iter().map(ask).collect();
        Told { said, is_undecided: true, questions }
    }

    /// What is said of a field; of several licenses only what is said of all alike.
    pub fn of(&self, field: LicenseField) -> impl Iterator<Item = Said<'a>> + '_ {
        let of_field = move |said: &&Said<'a>| said.field == field;
        let mut values = self.said.iter().filter(of_field).map(|said| said.value);
        let first = values.next();
        let agree = first.is_none_or(|first| values.all(|value| value == first));
        let counts = !self.is_undecided || (agree && field != LicenseField::Id);
        self.said.iter().filter(move |said| counts && said.field == field).copied()
    }

    /// Whether the licenses differ in a field, so that it is not known whose value counts.
    pub fn leaves_open(&self, field: LicenseField) -> bool {
        self.said.iter().any(|said| said.field == field) && self.of(field).next().is_none()
    }
}

fn all<'a>(readings: &[&'a Reading]) -> Vec<Said<'a>> {
    let facts = readings.iter().enumerate().flat_map(|(source, reading)| {
        let facts = reading.facts.iter();
        facts.filter_map(move |fact| match &fact.what {
            What::License { field, value } => {
                Some(Said { field: *field, value, source, line: fact.line })
            }
            _ => None,
        })
    });
    facts.collect()
}

/// The first mention of each license.
fn ids<'a>(said: &[Said<'a>]) -> Vec<Said<'a>> {
    let mut sorted: Vec<Said<'a>> =
        said.iter().filter(|said| said.id().is_some()).copied().collect();
    sorted.sort_by_key(|said| (said.source, said.line));
    let mut ids: Vec<Said<'a>> = Vec::new();
    for said in sorted {
        if !ids.iter().any(|known| same_id(known, &said)) {
            ids.push(said);
        }
    }
    ids
}

fn same_id(one: &Said<'_>, other: &Said<'_>) -> bool {
    one.id().zip(other.id()).is_some_and(|(one, other)| same(one, other))
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Which license each is said of, in the order of `said`.
fn owners(said: &[Said<'_>], ids: &[Said<'_>], sources: usize) -> Vec<Of> {
    let mut owners = vec![Of::Any; said.len()];
    for source in 0..sources {
        let mut order: Vec<usize> =
            (0..said.len()).filter(|at| said[*at].source == source).collect();
        order.sort_by_key(|at| said[*at].line);
        let blocks = blocks(said, &order);
        let of_block: Vec<Of> = blocks.iter().map(|block| license_of(said, block, ids)).collect();
        for (index, block) in blocks.iter().enumerate() {
            let above = of_block[..=index].iter().rev().find(|of| **of != Of::Any);
            let below = || of_block[index..].iter().find(|of| **of != Of::Any);
            let of = above.or_else(below).copied().unwrap_or(Of::Any);
            for at in block {
                owners[*at] = of;
            }
        }
    }
    owners
}

/// Parts what a source says, by line, where something is said again: the next license begins.
fn blocks(said: &[Said<'_>], order: &[usize]) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for line in order.chunk_by(|one, other| said[*one].line == said[*other].line) {
        let again = |block: &Vec<usize>| {
            block.iter().any(|known| line.iter().any(|at| said[*at].field == said[*known].field))
        };
        match blocks.last_mut().filter(|block| !again(block)) {
            Some(block) => block.extend(line),
            None => blocks.push(line.to_vec()),
        }
    }
    blocks
}

/// The license that a block names.
fn license_of(said: &[Said<'_>], block: &[usize], ids: &[Said<'_>]) -> Of {
    let named = block.iter().filter_map(|at| ids.iter().position(|id| same_id(id, &said[*at])));
    let mut named: Vec<usize> = named.collect();
    named.sort_unstable();
    named.dedup();
    match named.as_slice() {
        [] => Of::Any,
        [one] => Of::One(*one),
        _ => Of::Unclear,
    }
}
