//! What was entered survives a reload of the tab, in its session storage and nowhere else.

use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::browser::to_js;
use super::store::{BOX, Source, Store};
use crate::data::terraform_install::System;
use crate::report::{Answers, ProfileChoice, SourceText};

/// Sources of this size and above are not kept, in bytes.
pub const LARGEST_KEPT: usize = 1_000_000;

/// Behind the name under which the answers are kept: the sources, which are large and seldom change.
const SOURCES: &str = "-sources";

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
    began_in: Option<String>,
}

/// Brings back what another calculator held, or what the tab kept under this name; false where
/// there is nothing.
pub fn restore(store: Store, state: Option<&str>, name: Option<&str>) -> bool {
    let handed = state.and_then(parse);
    let kept = handed.or_else(|| {
        let name = name?;
        let Kept { sources, is_example, .. } = load(&sources_of(name)).unwrap_or_default();
        Some(Kept { sources, is_example, ..load(name)? })
    });
    let Some(kept) = kept else { return false };
    let mut answers = kept.answers;
    // Who did not choose another profile or Region gets the one of this page, as it is now.
    if answers.profile == kept.began_with {
        answers.profile = store.brought();
    }
    if answers.region == kept.began_in {
        answers.region = store.brought_region();
    }
    store.replace(kept.sources, answers, kept.is_example);
    store.system.set(kept.system);
    true
}

/// Whether there is anything to keep it in: some frames have none.
pub fn can_keep() -> bool {
    storage().is_some()
}

/// Keeps what is entered from now on under this name.
pub fn keep(store: Store, name: String) {
    let name = StoredValue::new(name);
    let save = move |save: fn(Store, &str)| {
        if !store.place.is_gone() {
            name.with_value(|name| save(store, name));
        }
    };
    let mut sources_soon = debounce(PAUSE, move |()| save(save_sources));
    let mut answers_soon = debounce(PAUSE, move |()| save(save_answers));
    Effect::new(move |_| {
        store.sources.track();
        sources_soon(());
    });
    Effect::new(move |_| {
        store.answers.track();
        store.system.track();
        answers_soon(());
    });
    // A reload within the pause loses nothing either, nor does another page of the same document.
    let save_all = move || {
        save(save_sources);
        save(save_answers);
    };
    store.place.hear_window("pagehide", move |_| save_all());
    on_cleanup(save_all);
}

/// Everything that was entered, as text.
pub fn state(store: Store) -> String {
    let kept = Kept { sources: sources(store, usize::MAX), ..answers(store) };
    to_json(&Kept { is_example: untrack(|| store.is_example()), ..kept }).unwrap_or_default()
}

fn answers(store: Store) -> Kept {
    Kept {
        version: VERSION,
        answers: store.answers.get_untracked(),
        system: store.system.get_untracked(),
        began_with: store.brought(),
        began_in: store.brought_region(),
        ..Kept::default()
    }
}

/// The sources below this size in bytes.
fn sources(store: Store, limit: usize) -> Vec<SourceText> {
    let keep = |source: &Source| source.text.len() < limit && !source.text.is_empty();
    let filled = untrack(|| store.filled());
    let text = |source: &Source| SourceText {
        name: (source.id != BOX).then(|| source.name.clone()),
        text: source.text.to_string(),
    };
    filled.iter().filter(|source| keep(source)).map(text).collect()
}

fn save_answers(store: Store, name: &str) {
    let kept = answers(store);
    if write(name, &kept).is_none() {
        // The small things come first where not all of it finds room.
        storage().and_then(|storage| storage.remove_item(&sources_of(name)).ok());
        write(name, &kept);
        save_sources(store, name);
    }
}

fn save_sources(store: Store, name: &str) {
    let mut kept = Kept {
        version: VERSION,
        sources: sources(store, LARGEST_KEPT),
        is_example: untrack(|| store.is_example()),
        ..Kept::default()
    };
    // Storage may be full, in which case the largest source goes first, or refused in some
    // frames; the page works without it.
    while write(&sources_of(name), &kept).is_none() {
        let sizes = kept.sources.iter().map(|source| source.text.len()).enumerate();
        let Some((largest, _)) = sizes.max_by_key(|(_, size)| *size) else { return };
        kept.sources.remove(largest);
    }
}

fn sources_of(name: &str) -> String {
    format!("{name}{SOURCES}")
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn write(key: &str, kept: &Kept) -> Option<()> {
    storage()?.set_item(key, &to_json(kept)?).ok()
}

fn load(key: &str) -> Option<Kept> {
    parse(&storage()?.get_item(key).ok()??)
}

fn to_json(kept: &Kept) -> Option<String> {
    js_sys::JSON::stringify(&to_js(kept)?).ok()?.as_string()
}

fn parse(text: &str) -> Option<Kept> {
    let value: JsValue = js_sys::JSON::parse(text).ok()?;
    let kept = serde_wasm_bindgen::from_value::<Kept>(value).ok()?;
    (kept.version == VERSION).then_some(kept)
}
