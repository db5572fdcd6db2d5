//! The page: components over one store. What it shows comes from the engine's report alone.

mod account;
mod app;
mod architecture;
mod ask;
mod asked;
mod bar;
mod browser;
mod call;
mod card;
mod checks;
mod cited;
mod controls;
mod copy;
mod dynamic;
mod evidence;
mod example;
mod excerpt;
mod field;
mod figures;
mod foreign;
mod hand_over;
mod language;
mod large;
mod license;
mod place;
mod point;
mod remedy;
mod reopen;
mod rescue;
mod resources;
mod said;
mod saved;
mod session;
mod sources;
mod start;
mod store;
mod unnamed;
mod verdict;
mod verify;
mod what_if;
mod whole;

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use leptos::prelude::WithUntracked;

use crate::report::{Report, SourceText};
use crate::text::{is_english, speaking};
pub use browser::json;

pub use language::Spoken;
pub use start::{Start, Within};
use store::Store;

/// A calculator on a page, until it is dropped.
pub struct Mounted {
    store: Store,
    /// Takes it off the page, and ends all that it does.
    _handle: Box<dyn Any>,
}

impl Mounted {
    /// Everything that was entered, for a calculator that takes this one's place.
    pub fn state(&self) -> String {
        session::state(self.store)
    }

    /// Puts these sources in place of those that are there, which can be brought back.
    pub fn replace(&self, sources: Vec<SourceText>) {
        self.store.replace_sources(sources);
    }

    /// The report as it stands, with account numbers and license ID masked.
    pub fn with_report<T>(&self, of: impl FnOnce(&Report) -> T) -> T {
        let language = self.store.place.language;
        self.store.report.with_untracked(|report| speaking(language, || of(report)))
    }

    /// Asks the person whether `who` may have the report. Settles with the report, or with nothing.
    pub fn request_report(&self, who: String) -> Promise {
        asked::ask(self.store, who)
    }
}

/// Puts a calculator into `root`, in place of what stood there.
pub fn mount(root: web_sys::HtmlElement, start: Start) -> Mounted {
    root.set_inner_html("");
    let spoken = start.language.sentences;
    if !is_english(spoken) {
        language::speak();
    }
    let made = Rc::new(Cell::new(None));
    let making = made.clone();
    let within = root.clone();
    let draw = move || {
        let (store, view) = app::app(within, start);
        making.set(Some(store));
        view
    };
    let handle = speaking(spoken, || leptos::mount::mount_to(root, draw));
    let store = made.get().expect("mounting draws the calculator");
    Mounted { store, _handle: Box::new(handle) }
}
