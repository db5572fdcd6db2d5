//! The page's one store: the sources with what was read in each, the answers, and the report.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::asked::Asked;
use super::browser::today;
use super::hand_over::Followed;
use super::large::{self, Arriving, Large};
use super::place::Place;
use super::point::Pointed;
use crate::compare::Earlier;
use crate::data::terraform_install::System;
use crate::decide::{decide, whole_license};
use crate::profile::{Profile, chosen};
use crate::read::secrets::masked;
use crate::read::{NotText, Reading, read_masked};
use crate::report::{Answers, CheckId, License, ProfileChoice, Report, ResourceId, SourceText};
use crate::share::{self, TooLong};
use crate::text::english;

/// A source above this size shows as a file card, not as text.
pub const CARD_FROM: usize = 200_000;

/// One source and what was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Stays the same while the source does.
    pub id: u32,
    /// Its file's name, or what the page calls it.
    pub name: String,
    /// Without credentials: they are masked before anything is kept. Boxed, since a large one would
    /// be copied into an `Arc<str>`.
    pub text: Arc<Box<str>>,
    /// What it says.
    pub reading: Arc<Reading>,
    /// Whether it is text, be it empty; a file may hold something else.
    pub is_text: bool,
    /// Whether it is the example's, as it came.
    pub is_example: bool,
    /// Rises from source to source in the order in which they came; the later one counts.
    order: u32,
}

impl Source {
    /// Whether it is the box with nothing in it, which is no source.
    fn is_idle(&self) -> bool {
        self.id == BOX && self.text.trim().is_empty()
    }

    /// Whether it shows as a file card, not as text.
    pub fn is_large(&self) -> bool {
        self.id != BOX && self.text.len() > CARD_FROM
    }
}

/// Everything that a person entered.
#[derive(Clone, Debug, PartialEq)]
struct Entered {
    sources: Vec<Source>,
    answers: Answers,
}

/// The page's state; copied freely into components.
#[derive(Clone, Copy)]
pub struct Store {
    /// Where the calculator stands.
    pub place: Place,
    /// The box first, then what was dropped, chosen or set aside.
    pub sources: RwSignal<Vec<Source>>,
    /// Figures, fields, answers and choices.
    pub answers: RwSignal<Answers>,
    /// What is assessed against, as it is adjusted.
    pub profile: Memo<Arc<Profile>>,
    /// What the engine makes of them.
    pub report: Memo<Arc<Report>>,
    /// Whether the page walks through what is open, as on a call.
    pub calling: RwSignal<bool>,
    /// Rows whose details are open.
    pub opened: RwSignal<Vec<ResourceId>>,
    /// The place in a source that the page points at.
    pub pointed: RwSignal<Option<Pointed>>,
    /// Whether the last file that was to be opened is an assessment that cannot be read.
    pub unreadable: RwSignal<bool>,
    /// The operating system that was chosen, beside the answer that it is one of the document's.
    pub system: RwSignal<Option<System>>,
    /// What became of the link that the page was opened with.
    pub followed: RwSignal<Option<Followed>>,
    /// Whether whole account numbers and the license ID stand in what is handed over.
    pub with_ids: RwSignal<bool>,
    /// The report that this one is compared with.
    pub earlier: RwSignal<Option<Earlier>>,
    /// The texts of large sources as files, by their sources.
    pub files: StoredValue<HashMap<u32, web_sys::Blob>, LocalStorage>,
    /// Sources that are still being read.
    pub arriving: RwSignal<Vec<Arriving>>,
    /// Reads large ones, where the page has workers.
    pub large: StoredValue<Option<Large>, LocalStorage>,
    /// Whether the page around waits for an answer.
    pub asked: RwSignal<Option<Asked>, LocalStorage>,
    /// What the page begins with, and comes back to when it is cleared.
    start: StoredValue<Answers>,
    before: RwSignal<Option<Entered>>,
    next: StoredValue<u32>,
    generation: StoredValue<u32>,
}

/// The check that is about what the license says.
const DETAILS: CheckId = CheckId::LicenseDetailsConfirmed;

/// In every language: a report depends on none.
const BOX_NAME: &str = english("page.box-name");

/// The id of the box.
pub const BOX: u32 = 0;

impl Store {
    /// With nothing entered beyond what the page begins with.
    pub fn new(place: Place, start: Answers, large: Option<Large>) -> Store {
        let sources = RwSignal::new(Vec::<Source>::new());
        let answers = RwSignal::new(start.clone());
        let report = Memo::new(move |_| {
            let sources = in_order(sources);
            Arc::new(answers.with(|answers| decide(&named(&sources), answers, today())))
        });
        let profile = Memo::new(move |_| Arc::new(answers.with(chosen).profile));
        let store = Store {
            place,
            sources,
            answers,
            profile,
            report,
            calling: RwSignal::new(false),
            opened: RwSignal::new(Vec::new()),
            pointed: RwSignal::new(None),
            unreadable: RwSignal::new(false),
            system: RwSignal::new(None),
            followed: RwSignal::new(None),
            with_ids: RwSignal::new(false),
            earlier: RwSignal::new(None),
            files: StoredValue::new_local(HashMap::new()),
            arriving: RwSignal::new(Vec::new()),
            large: StoredValue::new_local(large),
            asked: RwSignal::new_local(None),
            start: StoredValue::new(start),
            before: RwSignal::new(None),
            next: StoredValue::new(BOX),
            generation: StoredValue::new(0),
        };
        let empty = store.source(BOX_NAME.to_owned(), "");
        store.sources.set(vec![empty]);
        store
    }

    /// The sources that have something in them, in the report's order.
    pub fn filled(self) -> Vec<Source> {
        in_order(self.sources)
    }

    /// Whether anything was entered.
    pub fn is_untouched(self) -> bool {
        let idle = self.sources.with(|sources| sources.iter().all(Source::is_idle));
        idle && self.answers.with(|answers| self.is_start(answers))
    }

    /// What the page begins with.
    pub fn start(self) -> Answers {
        self.start.get_value()
    }

    /// The profile that the page around brought along, or chose.
    pub fn brought(self) -> Option<ProfileChoice> {
        self.start.with_value(|start| start.profile.clone())
    }

    /// The Region that the page around chose.
    pub fn brought_region(self) -> Option<String> {
        self.start.with_value(|start| start.region.clone())
    }

    fn is_start(self, answers: &Answers) -> bool {
        self.start.with_value(|start| start == answers)
    }

    /// Whether something of the example is shown as it came.
    pub fn is_example(self) -> bool {
        self.sources.with(|sources| sources.iter().any(|source| source.is_example))
    }

    /// The text of a source.
    pub fn text(self, id: u32) -> Arc<Box<str>> {
        self.sources.with(|sources| {
            let source = sources.iter().find(|source| source.id == id);
            source.map_or_else(Arc::default, |source| source.text.clone())
        })
    }

    /// Replaces the text of a source and reads that source again; the others stay as they are.
    pub fn edit(self, id: u32, text: &str) {
        let fresh = self.source(String::new(), text);
        let verified = self.verified();
        self.sources.update(|sources| {
            if let Some(source) = sources.iter_mut().find(|source| source.id == id) {
                // The box becomes a source when something comes into it.
                let order = if source.is_idle() { fresh.order } else { source.order };
                let name = std::mem::take(&mut source.name);
                *source = Source { id, name, order, ..fresh };
            }
        });
        self.before.set(None);
        self.ask_again(verified);
    }

    /// A file as the source that it will be; one that holds no text says so.
    pub fn file(self, name: String, text: Result<String, NotText>) -> Source {
        match text {
            Ok(text) => self.source(name, &text),
            Err(why) => {
                let reading = Arc::new(Reading::of_no_text(why));
                Source { reading, is_text: false, ..self.source(name, "") }
            }
        }
    }

    /// A source that a worker has read, and that got its number when that began.
    pub fn read_source(
        self,
        id: u32,
        name: String,
        text: String,
        reading: Reading,
        file: Option<web_sys::Blob>,
    ) -> Source {
        let is_text = file.is_some();
        self.files.update_value(|files| files.extend(file.map(|file| (id, file))));
        Source {
            id,
            name: masked(&name).into_owned(),
            text: Arc::new(text.into_boxed_str()),
            reading: Arc::new(reading),
            is_text,
            is_example: false,
            order: id,
        }
    }

    /// The number of a source that is to come.
    pub fn number(self) -> u32 {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        number
    }

    /// Adds sources behind the others; where there are none, what was replaced can still be brought back.
    pub fn push(self, more: impl IntoIterator<Item = Source>) {
        let mut more = more.into_iter().peekable();
        if more.peek().is_none() {
            return;
        }
        let verified = self.verified();
        self.sources.update(|sources| sources.extend(more));
        self.before.set(None);
        self.ask_again(verified);
    }

    /// Rises whenever everything is replaced: what began before is no longer wanted after. Nothing
    /// once the calculator was taken away.
    pub fn generation(self) -> Option<u32> {
        self.generation.try_get_value()
    }

    /// Opens the details of a row.
    pub fn open(self, id: ResourceId) {
        self.opened.update(|ids| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        });
    }

    /// Makes the box's text a source of its own, so that the box is free for the next one.
    pub fn set_box_aside(self) {
        self.pointed.set(None);
        let fresh = self.source(BOX_NAME.to_owned(), "");
        self.sources.update(|sources| {
            let is_free = |name: &String| sources.iter().all(|source| source.name != *name);
            let numbered = (1..).map(|number| format!("{} {number}", fresh.name));
            let name = numbered.into_iter().find(is_free).unwrap_or_default();
            let id = fresh.id;
            let aside = std::mem::replace(&mut sources[0], Source { id: BOX, ..fresh });
            sources.push(Source { id, name, ..aside });
        });
    }

    /// Removes a source; the box is only emptied.
    pub fn remove(self, id: u32) {
        if id == BOX {
            self.edit(BOX, "");
        } else {
            let verified = self.verified();
            self.sources.update(|sources| sources.retain(|source| source.id != id));
            self.before.set(None);
            self.ask_again(verified);
        }
    }

    /// Removes everything; [`Store::undo`] brings it back.
    pub fn clear(self) {
        self.replace(vec![], self.start(), false);
    }

    /// Begins a new assessment: nothing of the last one is kept, nor can it be brought back.
    pub fn begin_anew(self) {
        self.replace(vec![], self.start(), false);
        self.before.set(None);
        self.opened.set(Vec::new());
        self.calling.set(false);
        self.unreadable.set(false);
        self.followed.set(None);
        self.with_ids.set(false);
        self.earlier.set(None);
    }

    /// Whether what was replaced can be brought back.
    pub fn can_undo(self) -> bool {
        self.before.with(Option::is_some)
    }

    /// Brings back what was replaced.
    pub fn undo(self) {
        if let Some(entered) = self.before.get_untracked() {
            self.sources.set(entered.sources);
            self.answers.set(entered.answers);
            self.before.set(None);
        }
    }

    /// Puts other sources in place of those that are there; what was answered stays, but for what was
    /// said of another license.
    pub fn replace_sources(self, texts: Vec<SourceText>) {
        let verified = self.verified();
        self.replace(texts, self.answers.get_untracked(), false);
        self.ask_again(verified);
    }

    /// Replaces everything: the text without a name goes into the box, the others behind it.
    /// What was there can be brought back until something else is entered.
    pub fn replace(self, texts: Vec<SourceText>, answers: Answers, is_example: bool) {
        // Whoever opens a file or a link did not ask for whole IDs; whoever hands over is asked.
        let answers = Answers { include_ids: false, ..answers };
        // The example in place of the example takes nothing from anybody.
        let own = self.sources.with_untracked(|sources| {
            sources.iter().any(|source| !source.is_idle() && !source.is_example)
        }) || self.answers.with_untracked(|answers| !self.is_start(answers));
        let clears = texts.is_empty() && !untrack(|| self.is_untouched());
        if own || clears {
            self.before.set(Some(self.entered()));
        }
        let mut sources = vec![self.source(BOX_NAME.to_owned(), "")];
        sources[0].id = BOX;
        for SourceText { name, text } in texts {
            let is_box = name.is_none();
            let name = name.unwrap_or_else(|| sources[0].name.clone());
            let source = Source { is_example, ..self.source(name, &text) };
            if is_box {
                sources[0] = Source { id: BOX, ..source };
            } else {
                sources.push(source);
            }
        }
        self.generation.update_value(|generation| *generation += 1);
        large::stop_all(self);
        self.pointed.set(None);
        self.sources.set(sources);
        self.answers.set(answers);
    }

    /// The report as it is handed over: with whole account numbers and license ID only if they are
    /// asked for.
    pub fn report_to_hand_over(self) -> Report {
        let sources = untrack(|| self.filled());
        let mut answers = self.answers.get_untracked();
        answers.include_ids = self.with_ids.get_untracked();
        decide(&named(&sources), &answers, today())
    }

    /// The part of an address behind `#` that opens to the same verdict.
    pub fn link(self) -> Result<String, TooLong> {
        let sources = untrack(|| self.filled());
        let readings: Vec<&Reading> = sources.iter().map(|it| it.reading.as_ref()).collect();
        self.answers.with_untracked(|answers| share::link(&readings, answers, today()))
    }

    /// Every account that a source names, in order of digits.
    pub fn accounts(self) -> Vec<String> {
        let named = in_order(self.sources);
        let mut accounts: Vec<String> =
            named.iter().flat_map(|source| source.reading.accounts.iter().cloned()).collect();
        accounts.sort_unstable();
        accounts.dedup();
        accounts
    }

    /// Changes the answers.
    pub fn answer(self, change: impl FnOnce(&mut Answers)) {
        let mut change = Some(change);
        self.change(&mut |answers| change.take().into_iter().for_each(|change| change(answers)));
    }

    /// The same for every kind of change, to be compiled once.
    fn change(self, change: &mut dyn FnMut(&mut Answers)) {
        let verified = self.verified();
        self.answers.update(change);
        self.before.set(None);
        self.ask_again(verified);
    }

    /// The license with its whole ID, as it stands now.
    pub fn license(self) -> License {
        let sources = in_order(self.sources);
        self.answers.with(|answers| whole_license(&named(&sources), answers, today()))
    }

    /// The license that a person said something of, where somebody did.
    fn verified(self) -> Option<License> {
        let is_answered =
            self.answers.with_untracked(|answers| answers.answers.contains_key(&DETAILS));
        is_answered.then(|| untrack(|| self.license()))
    }

    /// What a person said of one license is nothing about another one.
    fn ask_again(self, verified: Option<License>) {
        if let Some(verified) = verified
            && !verified.says_the_same(&untrack(|| self.license()))
        {
            self.answers.update(|answers| {
                answers.answers.remove(&DETAILS);
            });
        }
    }

    /// Changes the answers so that [`Store::undo`] brings back what was there, until something else
    /// is entered.
    pub fn answer_anew(self, change: impl FnOnce(&mut Answers)) {
        let before = self.entered();
        self.answer(change);
        self.before.set(Some(before));
    }

    fn entered(self) -> Entered {
        Entered { sources: self.sources.get_untracked(), answers: self.answers.get_untracked() }
    }

    /// A new source, read and behind all others.
    fn source(self, name: String, text: &str) -> Source {
        let number = self.number();
        #[cfg(feature = "fault")]
        assert!(!text.contains("break on purpose"), "a fault, on purpose");
        let (text, reading) = read_masked(text);
        Source {
            id: number,
            name: masked(&name).into_owned(),
            reading: Arc::new(reading),
            text: Arc::new(text.into()),
            is_text: true,
            is_example: false,
            order: number,
        }
    }
}

fn in_order(sources: RwSignal<Vec<Source>>) -> Vec<Source> {
    let mut sources: Vec<Source> = sources
        .with(|sources| sources.iter().filter(|source| !source.is_idle()).cloned().collect());
    sources.sort_unstable_by_key(|source| source.order);
    sources
}

/// The readings with their sources' names.
fn named(sources: &[Source]) -> Vec<(&str, &Reading)> {
    sources.iter().map(|source| (source.name.as_str(), source.reading.as_ref())).collect()
}

/// The store of the page around a component.
pub fn store() -> Store {
    expect_context::<Store>()
}
