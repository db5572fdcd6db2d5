//! An assessment as a file: saved, opened again, and a new one begun.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::browser::{download, focus, today};
use super::controls::button;
use super::dynamic::{flag, part, text};
use super::reopen;
use super::store::{BOX, Store, store};
use crate::mask::without_ids;
use crate::read::secrets::masked;
use crate::read::{LicenseValue, What, to_iso};
use crate::report::{Answers, SourceText};
use crate::words;

/// What a file says of itself.
const KIND: &str = "byoc-readiness-assessment";

/// Raised by a change after which older pages could not read a file.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    kind: String,
    version: u32,
    /// ISO date.
    saved: String,
    sources: Vec<SourceText>,
    answers: Answers,
}

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
    if !text.contains(KIND) {
        return Opened::Other;
    }
    // A file may have been made, or changed, by anybody.
    let Ok(value) = js_sys::JSON::parse(&masked(text)) else { return Opened::Other };
    let kind = js_sys::Reflect::get(&value, &JsValue::from_str("kind")).ok();
    if kind.and_then(|kind| kind.as_string()).as_deref() != Some(KIND) {
        return Opened::Other;
    }
    match serde_wasm_bindgen::from_value::<File>(value) {
        Ok(file) if file.version == VERSION => {
            store.replace(file.sources, file.answers, false);
            Opened::Taken
        }
        _ => Opened::Unreadable,
    }
}

/// The file's text; without whole account numbers and license IDs unless they are asked for.
fn file(store: Store, with_ids: bool) -> Option<String> {
    let filled = untrack(|| store.filled());
    let mut sources: Vec<SourceText> = filled
        .iter()
        .map(|source| SourceText {
            name: (source.id != BOX).then(|| source.name.clone()),
            text: source.text.to_string(),
        })
        .collect();
    let mut answers = store.answers.get_untracked();
    answers.include_ids = answers.include_ids && with_ids;
    if !with_ids {
        let mut licenses: Vec<String> = answers.license.id.iter().cloned().collect();
        for fact in filled.iter().flat_map(|source| &source.reading.facts) {
            if let What::License { value: LicenseValue::Id(id), .. } = &fact.what {
                licenses.push(id.clone());
            }
        }
        let mut accounts = untrack(|| store.accounts());
        accounts.extend(answers.account.iter().cloned());
        accounts.sort_unstable();
        accounts.dedup();
        let texts = sources.iter_mut().map(|source| &mut source.text);
        let typed = [&mut answers.license.id, &mut answers.account].into_iter().flatten();
        for text in texts.chain(typed) {
            *text = without_ids(text, &accounts, &licenses);
        }
    }
    let file =
        File { kind: KIND.to_owned(), version: VERSION, saved: to_iso(today()), sources, answers };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = file.serialize(&serializer).ok()?;
    js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2))
        .ok()?
        .as_string()
}

/// Save, and a new assessment, which asks first where something would be lost.
#[component]
pub fn Assessment() -> impl IntoView {
    let store = store();
    let with_ids = RwSignal::new(false);
    let asks = RwSignal::new(false);
    let save = move || {
        if let Some(text) = file(store, with_ids.get_untracked()) {
            download(&format!("byoc-readiness-{}.json", to_iso(today())), &text);
        }
    };
    let begin = move || {
        asks.set(false);
        store.begin_anew();
        focus("new");
    };
    let ask = move || {
        if !untrack(|| store.is_untouched()) {
            asks.set(true);
            request_animation_frame(|| focus("begin"));
        }
    };
    view! {
        <details class="assessment">
            <summary>{words!("page.assessment")}</summary>
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
                        <span class="sure" role="group" aria-label=words!("page.new")>
                            {words!("page.new-sure")} " "
                            {button(Some("primary"), Some("begin".to_owned()), None, words!("page.begin").to_owned(), begin)}
                            {button(Some("link"), None, None, words!("page.cancel").to_owned(), move || {
                                asks.set(false);
                                focus("new");
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
