//! The language of a calculator, and the choice among those that there are. Another one is a new
//! calculator in this one's place, which whoever put it there makes.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::browser::report_error;
use super::dynamic::text;
use super::store::Store;
use crate::text::{self, ENGLISH, LANGUAGES, Sentences};
use crate::words;

/// A language, and its tag of BCP 47.
#[derive(Clone)]
pub struct Spoken {
    /// As in `lang`.
    pub tag: String,
    /// What it says.
    pub sentences: Sentences,
}

impl Default for Spoken {
    fn default() -> Spoken {
        Spoken { tag: LANGUAGES[0].0.to_owned(), sentences: ENGLISH }
    }
}

/// Of two calculators on a page each speaks its own language, in all that is drawn of it.
pub fn speak() {
    text::ask(|| use_context::<Store>().map(|store| store.place.language));
}

/// The choice; `tell` is called with the tag of the language that was chosen.
pub fn choice(spoken: &Spoken, tell: js_sys::Function) -> AnyView {
    let tag = spoken.tag.clone();
    let tell = StoredValue::new_local(tell);
    let choose: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let chosen = JsValue::from(event_target_value(&event));
        if let Err(thrown) = tell.get_value().call1(&JsValue::UNDEFINED, &chosen) {
            report_error(&thrown);
        }
    });
    let option = |(tag, name): &(&'static str, &'static str)| {
        let is_chosen = *tag == spoken.tag;
        view! { <option value=*tag lang=*tag selected=is_chosen>{*name}</option> }
    };
    view! {
        <label class="language">
            <span class="unseen">{words!("page.language")}</span>
            <select id="language" prop:value=text(move || tag.clone()) on:change=choose>
                {LANGUAGES.iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}
