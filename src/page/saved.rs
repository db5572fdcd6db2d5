//! An assessment as a file: saved, opened again, and a new one begun.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::browser::{download, json, today};
use super::controls::button;
use super::dynamic::{flag, part, text};
use super::reopen;
use super::store::{BOX, Store, store};
use crate::read::{Reading, to_iso};
use crate::report::SourceText;
use crate::share::file::{File, Refused, is_candidate, open as open_file};
use crate::words;

/// The menu, and what opens it.
const MENU: &str = "assessment";
const SUMMARY: &str = "assessment-menu";

/// What became of a text that may be a saved assessment.
pub enum Opened {
    /// It is none.
    Other,
    /// It was opened.
    Taken,
    /// It is one that this page cannot read.
    Unreadable,
}

/// Opens `text` in place of everything, where it is a saved assessment.
pub fn open(store: Store, text: &str) -> Opened {
    if !is_candidate(text) {
        return Opened::Other;
    }
    let Ok(value) = js_sys::JSON::parse(text) else { return Opened::Other };
    match open_file(|| serde_wasm_bindgen::Deserializer::from(value.clone())) {
        Ok(file) => {
            store.replace(file.sources, file.answers, false);
            Opened::Taken
        }
        Err(Refused::NotAFile) => Opened::Other,
        Err(_) => Opened::Unreadable,
    }
}

/// The file's text; without whole account numbers and license IDs unless they are asked for.
fn file(store: Store, with_ids: bool) -> Option<String> {
    let filled = untrack(|| store.filled());
    let sources = filled.iter().map(|source| SourceText {
        name: (source.id != BOX).then(|| source.name.clone()),
        text: source.text.to_string(),
    });
    let readings: Vec<&Reading> = filled.iter().map(|source| source.reading.as_ref()).collect();
    let answers = store.answers.get_untracked();
    let file = File::of(sources.collect(), &readings, &answers, with_ids, today());
    json(&file)
}

/// Save, and a new assessment, which asks first where something would be lost.
#[component]
pub fn Assessment() -> impl IntoView {
    let store = store();
    let with_ids = RwSignal::new(false);
    let asks = RwSignal::new(false);
    let save = move || {
        if let Some(text) = file(store, with_ids.get_untracked()) {
            download(
                &format!("byoc-readiness-{}.json", to_iso(today())),
                "application/json",
                &text,
            );
        }
    };
    let begin = move || {
        asks.set(false);
        store.begin_anew();
        store.place.focus("new");
    };
    let ask = move || {
        if !untrack(|| store.is_untouched()) {
            asks.set(true);
            store.place.focus_soon("begin");
        }
    };
    let close = move || {
        let menu = store.place.find(MENU).filter(|menu| menu.has_attribute("open"));
        menu.is_some_and(|menu| menu.remove_attribute("open").is_ok())
    };
    // It lies over what comes next, which is not to be hidden while it has the focus.
    let leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |event| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let is_within =
            |to: &Node| store.place.find(MENU).is_some_and(|menu| menu.contains(Some(to)));
        if to.is_some_and(|to| !is_within(&to)) {
            close();
        }
    });
    let escape: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if event.key() == "Escape" && close() {
            event.prevent_default();
            event.stop_propagation();
            store.place.focus(SUMMARY);
        }
    });
    view! {
        <details class="assessment" id=MENU on:focusout=leave on:keydown=escape>
            <summary id=SUMMARY>{words!("page.assessment")}</summary>
            <div class="menu">
                <p class="note">{words!("page.save-note")}</p>
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=flag(move || with_ids.get())
                        on:change=move |event| with_ids.set(event_target_checked(&event))
                    />
                    <span>{words!("page.save-ids")}</span>
                </label>
                <div class="row">
                    {button(None, Some("save".to_owned()), None, words!("page.save").to_owned(), save)}
                </div>
                <div class="row">{reopen::control()}</div>
                <div class="row">
                    {button(None, Some("new".to_owned()), None, words!("page.new").to_owned(), ask)}
                    {part(move || asks.get().then(|| view! {
                        <span class="sure" role="group" aria-label=words!("page.new-sure")>
                            {words!("page.new-sure")} " "
                            {button(Some("primary"), Some("begin".to_owned()), None, words!("page.begin").to_owned(), begin)}
                            {button(Some("link"), None, None, words!("page.cancel").to_owned(), move || {
                                asks.set(false);
                                store.place.focus("new");
                            })}
                        </span>
                    }))}
                </div>
                <p class="note" role="status">
                    {text(move || if store.unreadable.get() { words!("page.open-unreadable") } else { "" })}
                </p>
            </div>
        </details>
    }
}
