//! Where the document is left, by what, and the way back to it.

use leptos::prelude::*;

use super::super::controls::button;
use super::super::dynamic::{flag, memo, part};
use super::super::foreign;
use super::super::store::{Store, store};
use super::super::verdict::notice;
use crate::profile::base;
use crate::report::{Adjustments, Answers, Diagnostic};
use crate::text::{current, say};
use crate::words;

/// The verdict's sentences, which the way back beside them gives the focus to.
pub const SAID: &str = "said";

/// Whether another profile is chosen than the page began with, or anything is changed, be it
/// something that cannot be read.
pub fn is_changed(store: Store) -> bool {
    store.answers.with(|answers| {
        answers.profile != store.brought() || answers.adjustments != Adjustments::default()
    })
}

/// That the document is left, said with the verdict.
pub fn says() -> AnyView {
    let is_left = is_left(store());
    part(move || is_left.get().then(|| view! { <p class="left">{words!("page.left")}</p> }))
        .into_any()
}

/// The way back, beside the verdict.
pub fn way_back() -> AnyView {
    let store = store();
    let is_left = is_left(store);
    let is_away = flag(move || !(is_left.get() && is_changed(store)));
    view! { <div class="back" hidden=is_away>{back(SAID)}</div> }.into_any()
}

/// Whether something is said of what is changed.
pub fn is_left(store: Store) -> Memo<bool> {
    let report = store.report;
    memo(move || report.with(|report| report.notices.iter().any(Diagnostic::is_change)))
}

/// What is changed, in the engine's sentences.
#[component]
pub fn Changes() -> impl IntoView {
    let report = store().report;
    let changes = memo(move || {
        report.with(|report| {
            report.notices.iter().filter(|notice| notice.is_change()).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <section
            role=store().place.landmark()
            class="panel about changes"
            aria-label=words!("page.changes")
            hidden=flag(move || changes.with(Vec::is_empty))
        >
            <ul class="notices">{part(move || changes.get().into_iter().map(notice).collect_view())}</ul>
        </section>
    }
}

/// One click to the document's minimum config, or to the profile that the page began with; it goes
/// away itself and gives the focus to `to`.
pub fn back(to: &'static str) -> AnyView {
    let store = store();
    let back = move || {
        store.answer_anew(|answers| {
            answers.profile = store.brought();
            answers.adjustments = Adjustments::default();
        });
        store.place.focus(to);
    };
    let label = match store.brought() {
        None => words!("page.back-to-document").to_owned(),
        brought => {
            let answers = Answers { profile: brought, ..Answers::default() };
            let title = foreign::name(base(&answers).name());
            say(current(), "page.back-to", &[("title", &title.into())])
        }
    };
    button(Some("link"), None, None, label, back)
}
