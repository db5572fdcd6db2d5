//! What was entered survives a reload of the tab, in its session storage and nowhere else.

use std::time::Duration;

use leptos::prelude::*;
use serde::de::DeserializeOwned;
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

/// How long typing pauses before it is kept.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    answers: Answers,
    #[serde(default)]
    system: Option<System>,
    #[serde(default)]
    began_with: Option<ProfileChoice>,
}

#[derive(Default, Serialize, Deserialize)]
struct KeptSources {
    sources: Vec<SourceText>,
    is_example: bool,
}

/// Brings back what the tab held before it was reloaded.
pub fn restore(store: Store) {
    if let Some(kept) = load::<Kept>(KEY).filter(|kept| kept.version == 2) {
        let KeptSources { sources, is_example } = load(SOURCES).unwrap_or_default();
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
        version: 2,
        answers: store.answers.get_untracked(),
        system: store.system.get_untracked(),
        began_with: store.brought(),
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
    let mut kept = KeptSources {
        sources: untrack(|| store.filled())
            .iter()
            .filter(|source| keep(source))
            .map(|source| SourceText {
                name: (source.id != BOX).then(|| source.name.clone()),
                text: source.text.to_string(),
            })
            .collect(),
        is_example: untrack(|| store.is_example()),
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

fn write(key: &str, kept: &impl Serialize) -> Option<()> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = kept.serialize(&serializer).ok()?;
    let text = js_sys::JSON::stringify(&value).ok()?.as_string()?;
    storage()?.set_item(key, &text).ok()
}

fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    let value: JsValue = js_sys::JSON::parse(&text).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}
