//! The page's one store: the sources with what was read in each, the answers, and the report.

use std::sync::Arc;

use leptos::prelude::*;

use super::browser::today;
use crate::decide::decide;
use crate::read::{Reading, read_masked};
use crate::report::{Answers, Report, SourceText};
use crate::words;

/// A source above this size shows as a file card, not as text.
pub const CARD_FROM: usize = 200_000;

/// One source and what was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Stays the same while the source does.
    pub id: u32,
    /// Its file's name, or what the page calls it.
    pub name: String,
    /// Without credentials: they are masked before anything is kept.
    pub text: Arc<str>,
    /// What it says.
    pub reading: Arc<Reading>,
}

impl Source {
    fn new(id: u32, name: String, text: &str) -> Source {
        let (text, reading) = read_masked(text);
        Source { id, name, reading: Arc::new(reading), text: text.as_ref().into() }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Everything that a person entered.
#[derive(Clone, Debug, PartialEq)]
struct Entered {
    sources: Vec<Source>,
    answers: Answers,
    is_example: bool,
}

/// The page's state; copied freely into components.
#[derive(Clone, Copy)]
pub struct Store {
    /// The box first, then what was dropped, chosen or set aside.
    pub sources: RwSignal<Vec<Source>>,
    /// Figures, fields, answers and choices.
    pub answers: RwSignal<Answers>,
    /// What the engine makes of them.
    pub report: Memo<Arc<Report>>,
    /// Whether what is shown is the example.
    pub is_example: RwSignal<bool>,
    before: RwSignal<Option<Entered>>,
    next_id: StoredValue<u32>,
}

/// The id of the box.
pub const BOX: u32 = 0;

impl Store {
    /// With nothing entered.
    pub fn new() -> Store {
        let sources = RwSignal::new(vec![Source::new(BOX, words!("page.box-name").to_owned(), "")]);
        let answers = RwSignal::new(Answers::default());
        let report = Memo::new(move |_| {
            sources.with(|sources| {
                let readings: Vec<(&str, &Reading)> = sources
                    .iter()
                    .filter(|source| !source.is_blank())
                    .map(|source| (source.name.as_str(), source.reading.as_ref()))
                    .collect();
                Arc::new(answers.with(|answers| decide(&readings, answers, today())))
            })
        });
        Store {
            sources,
            answers,
            report,
            is_example: RwSignal::new(false),
            before: RwSignal::new(None),
            next_id: StoredValue::new(1),
        }
    }

    /// The sources that have something in them, in the report's order.
    pub fn filled(self) -> Vec<Source> {
        self.sources
            .with(|sources| sources.iter().filter(|source| !source.is_blank()).cloned().collect())
    }

    /// Whether anything was entered.
    pub fn is_untouched(self) -> bool {
        let blank = self.sources.with(|sources| sources.iter().all(Source::is_blank));
        blank && self.answers.with(|answers| *answers == Answers::default())
    }

    /// The text of a source.
    pub fn text(self, id: u32) -> Arc<str> {
        self.sources.with(|sources| {
            let source = sources.iter().find(|source| source.id == id);
            source.map_or_else(|| "".into(), |source| source.text.clone())
        })
    }

    /// Replaces the text of a source and reads that source again; the others stay as they are.
    pub fn edit(self, id: u32, text: &str) {
        self.sources.update(|sources| {
            if let Some(source) = sources.iter_mut().find(|source| source.id == id) {
                *source = Source::new(id, std::mem::take(&mut source.name), text);
            }
        });
        self.before.set(None);
    }

    /// Adds a source behind the others.
    pub fn add(self, name: String, text: &str) {
        let id = self.new_id();
        let source = Source::new(id, name, text);
        self.sources.update(|sources| sources.push(source));
        self.before.set(None);
    }

    /// Makes the box's text a source of its own, so that the box is free for the next one.
    pub fn set_box_aside(self) {
        let number = self.sources.with(Vec::len);
        let id = self.new_id();
        self.sources.update(|sources| {
            let empty = Source::new(BOX, sources[0].name.clone(), "");
            let mut aside = std::mem::replace(&mut sources[0], empty);
            aside.id = id;
            aside.name = format!("{} {number}", aside.name);
            sources.push(aside);
        });
    }

    /// Removes a source; the box is only emptied.
    pub fn remove(self, id: u32) {
        if id == BOX {
            self.edit(BOX, "");
        } else {
            self.sources.update(|sources| sources.retain(|source| source.id != id));
        }
    }

    /// Removes everything; [`Store::undo`] brings it back.
    pub fn clear(self) {
        self.replace(vec![], Answers::default(), false);
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
            self.is_example.set(entered.is_example);
            self.before.set(None);
        }
    }

    /// Replaces everything: the text without a name goes into the box, the others behind it.
    /// What was there can be brought back until something else is entered.
    pub fn replace(self, texts: Vec<SourceText>, answers: Answers, is_example: bool) {
        let before = (!self.is_untouched()).then(|| self.entered());
        let mut sources = vec![Source::new(BOX, words!("page.box-name").to_owned(), "")];
        for text in texts {
            match text.name {
                None => {
                    sources[0] = Source::new(BOX, std::mem::take(&mut sources[0].name), &text.text)
                }
                Some(name) => sources.push(Source::new(self.new_id(), name, &text.text)),
            }
        }
        self.sources.set(sources);
        self.answers.set(answers);
        self.is_example.set(is_example);
        self.before.set(before);
    }

    /// Changes the answers.
    pub fn answer(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        self.before.set(None);
    }

    fn entered(self) -> Entered {
        Entered {
            sources: self.sources.get_untracked(),
            answers: self.answers.get_untracked(),
            is_example: self.is_example.get_untracked(),
        }
    }

    fn new_id(self) -> u32 {
        let id = self.next_id.get_value();
        self.next_id.set_value(id + 1);
        id
    }
}

/// The store of the page around a component.
pub fn store() -> Store {
    expect_context::<Store>()
}
