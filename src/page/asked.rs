//! The page around asks for the report, which it gets only from the person.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::browser::to_js;
use super::controls::button;
use super::dynamic::part;
use super::store::{Store, store};
use crate::text::{Param, en, say};
use crate::words;

/// A question that stands open.
pub struct Asked {
    /// Who asks: an origin, such as `https://docs.example.com`.
    who: String,
    /// Takes the report, or nothing.
    answer: Function,
}

/// Puts the question; it takes the place of one that stands open, which gets nothing.
pub fn ask(store: Store, who: String) -> Promise {
    Promise::new(&mut |answer, _| {
        let asked = Asked { who: who.clone(), answer: answer.clone() };
        match store.place.is_gone() {
            true => settle(Some(asked), &JsValue::UNDEFINED),
            false => settle(
                store.asked.try_update(|it| it.replace(asked)).flatten(),
                &JsValue::UNDEFINED,
            ),
        }
    })
}

fn settle(asked: Option<Asked>, with: &JsValue) {
    if let Some(Asked { answer, .. }) = asked {
        let _ = answer.call1(&JsValue::UNDEFINED, with);
    }
}

/// The question, while it stands open.
#[component]
pub fn AskedFor() -> impl IntoView {
    let store = store();
    let take = move || store.asked.try_update(Option::take).flatten();
    let agree = move || {
        let report = store.report.with_untracked(|report| to_js(&**report));
        settle(take(), &report.unwrap_or_default());
    };
    let refuse = move || settle(take(), &JsValue::UNDEFINED);
    // Whoever asked is not left waiting by a calculator that is taken away.
    on_cleanup(refuse);
    let question = move || {
        store.asked.with(|asked| {
            let who = Param::from(asked.as_ref()?.who.as_str());
            let question = say(en::SENTENCES, "asked.question", &[("who", &who)]);
            Some(view! {
                <section role=store.place.landmark() class="panel asked" aria-label=words!("asked.title")>
                    <p>{question}</p>
                    <p class="note">{words!("asked.note")}</p>
                    <div class="row">
                        {button(Some("primary"), Some("give".to_owned()), None, words!("asked.agree").to_owned(), agree)}
                        {button(None, None, None, words!("asked.refuse").to_owned(), refuse)}
                    </div>
                </section>
            })
        })
    };
    view! { <div role="status">{part(question)}</div> }
}
