//! What was entered survives a reload of the tab, in its session storage and nowhere else.

use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::store::{BOX, Source, Store};
use crate::data::terraform_install::System;
use crate::report::{Answers, ProfileChoice, SourceText};

/// Sources of this size and above are not kept, in bytes.
pub const LARGEST_KEPT: usize = 1_000_000;

const KEY: &str = "byoc-readiness";

/// The sources, which are large and seldom change, are kept apart from what is answered.
const SOURCES: &str = "byoc-readiness-sources";

/// Raised by a change after which what was kept before cannot be read.
const VERSION: u32 = 2;

/// How long typing pauses before it is kept.
const PAUSE: Duration = Duration::from_millis(200);

/// What is kept, in two items: the sources in one, the rest in the other.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    version: u32,
    sources: Vec<SourceText>,
    is_example: bool,
    answers: Answers,
    system: Option<System>,
    began_with: Option<ProfileChoice>,
}

/// Brings back what the tab held before it was reloaded.
pub fn restore(store: Store) {
    if let Some(kept) = load(KEY) {
        let Kept { sources, is_example, .. } = load(SOURCES).unwrap_or_default();
        let mut answers = kept.answers;
        // Who did not choose another profile gets the one of this page, as it is now.
        if answers.profile == kept.began_with {
            answers.profile = store.brought();
        }
        store.replace(sources, answers, is_example);
        store.system.set(kept.system);
    }
}

/// Keeps what is entered from now on.
pub fn keep(store: Store) {
    let mut sources_soon = debounce(PAUSE, move |()| save_sources(store));
    let mut answers_soon = debounce(PAUSE, move |()| save_answers(store));
    Effect::new(move |_| {
        store.sources.track();
        sources_soon(());
    });
    Effect::new(move |_| {
        store.answers.track();
        store.system.track();
        answers_soon(());
    });
    // A reload within the pause loses nothing either.
    let leaving = window_event_listener_untyped("pagehide", move |_| {
        save_sources(store);
        save_answers(store);
    });
    on_cleanup(move || leaving.remove());
}

fn save_answers(store: Store) {
    let kept = Kept {
        version: VERSION,
        answers: store.answers.get_untracked(),
        system: store.system.get_untracked(),
        began_with: store.brought(),
        ..Kept::default()
    };
    if write(KEY, &kept).is_none() {
        // The small things come first where not all of it finds room.
        storage().and_then(|storage| storage.remove_item(SOURCES).ok());
        write(KEY, &kept);
        save_sources(store);
    }
}

fn save_sources(store: Store) {
    let keep = |source: &Source| source.text.len() < LARGEST_KEPT && !source.text.is_empty();
    let mut kept = Kept {
        version: VERSION,
        sources: untrack(|| store.filled())
            .iter()
            .filter(|source| keep(source))
            .map(|source| SourceText {
                name: (source.id != BOX).then(|| source.name.clone()),
                text: source.text.to_string(),
            })
            .collect(),
        is_example: untrack(|| store.is_example()),
        ..Kept::default()
    };
    // Storage may be full, in which case the largest source goes first, or refused in some
    // frames; the page works without it.
    while write(SOURCES, &kept).is_none() {
        let sizes = kept.sources.iter().map(|source| source.text.len()).enumerate();
        let Some((largest, _)) = sizes.max_by_key(|(_, size)| *size) else { return };
        kept.sources.remove(largest);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn write(key: &str, kept: &Kept) -> Option<()> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = kept.serialize(&serializer).ok()?;
    let text = js_sys::JSON::stringify(&value).ok()?.as_string()?;
    storage()?.set_item(key, &text).ok()
}

fn load(key: &str) -> Option<Kept> {
    let text = storage()?.get_item(key).ok()??;
    let value: JsValue = js_sys::JSON::parse(&text).ok()?;
    let kept = serde_wasm_bindgen::from_value::<Kept>(value).ok()?;
    (kept.version == VERSION).then_some(kept)
}
