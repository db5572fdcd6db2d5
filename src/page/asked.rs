//! The page around asks for the report, which it gets only from the person.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::browser::to_js;
use super::controls::button;
use super::dynamic::part;
use super::point::scroll_to;
use super::store::{Store, store};
use super::what_if::left;
use crate::text::{Param, current, say};
use crate::words;

const QUESTION: &str = "asked";

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
        if store.place.is_gone() {
            return settle(Some(asked), &JsValue::UNDEFINED);
        }
        let before = store.asked.try_update(|it| it.replace(asked)).flatten();
        settle(before, &JsValue::UNDEFINED);
        // Whoever answers may be elsewhere on the page.
        store.place.soon(move || {
            if let Some(question) = store.place.find(QUESTION) {
                scroll_to(&question);
                store.place.focus(QUESTION);
            }
        });
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
    let answer = move |report: Option<JsValue>| {
        settle(take(), &report.unwrap_or_default());
        // The buttons are gone.
        store.place.focus(left::SAID);
    };
    // The page around gives a frame the focus, which then has none of its own.
    store.place.hear_window("focus", move |_| {
        let focused = document().active_element();
        let is_nowhere = focused.is_none_or(|focused| focused.tag_name() == "BODY");
        if is_nowhere && store.asked.with_untracked(Option::is_some) {
            store.place.focus(QUESTION);
        }
    });
    // Whoever asked is not left waiting by a calculator that is taken away.
    on_cleanup(move || settle(take(), &JsValue::UNDEFINED));
    let question = move || {
        store.asked.with(|asked| {
            let who = Param::from(asked.as_ref()?.who.as_str());
            let question = say(current(), "asked.question", &[("who", &who)]);
            let agree = move || answer(store.report.with_untracked(|report| to_js(&**report)));
            let refuse = move || answer(None);
            Some(view! {
                <section
                    role=store.place.landmark()
                    class="panel asked"
                    id=QUESTION
                    tabindex="-1"
                    aria-label=words!("asked.title")
                    aria-describedby="asked-question"
                >
                    <p id="asked-question">{question}</p>
                    <p class="note">{words!("asked.note")}</p>
                    <div class="row">
                        {button(Some("primary"), Some("give".to_owned()), None, words!("asked.agree").to_owned(), agree)}
                        {button(None, None, None, words!("asked.refuse").to_owned(), refuse)}
                    </div>
                </section>
            })
        })
    };
    view! { <div>{part(question)}</div> }
}
