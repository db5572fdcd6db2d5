//! Where the document is left, by what, and the way back to it.

use leptos::prelude::*;

use super::super::browser::focus;
use super::super::controls::button;
use super::super::dynamic::{flag, part};
use super::super::store::{Store, store};
use super::super::verdict::notice;
use crate::report::{Adjustments, Diagnostic};
use crate::words;

/// The verdict's sentences, which the way back beside them gives the focus to.
pub const SAID: &str = "said";

/// Whether it says what is changed of the document's minimum config.
pub fn is_change(notice: &Diagnostic) -> bool {
    notice.reason.id().starts_with("profile-")
}

/// Whether a profile is chosen or anything is changed, be it something that cannot be read.
pub fn is_changed(store: Store) -> bool {
    store
        .answers
        .with(|answers| answers.profile.is_some() || answers.adjustments != Adjustments::default())
}

/// That the document is left, said with the verdict.
pub fn says() -> AnyView {
    let is_left = is_left();
    part(move || is_left.get().then(|| view! { <p class="left">{words!("page.left")}</p> }))
        .into_any()
}

/// The way back, beside the verdict.
pub fn way_back() -> AnyView {
    let is_left = is_left();
    view! { <div class="back" hidden=flag(move || !is_left.get())>{back(SAID)}</div> }.into_any()
}

fn is_left() -> Memo<bool> {
    let report = store().report;
    Memo::new(move |_| report.with(|report| report.notices.iter().any(is_change)))
}

/// What is changed, in the engine's sentences.
#[component]
pub fn Changes() -> impl IntoView {
    let report = store().report;
    let changes = Memo::new(move |_| {
        report.with(|report| {
            report.notices.iter().filter(|notice| is_change(notice)).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <section
            class="panel about changes"
            aria-label=words!("page.changes")
            hidden=flag(move || changes.with(Vec::is_empty))
        >
            <ul class="notices">{part(move || changes.get().into_iter().map(notice).collect_view())}</ul>
        </section>
    }
}

/// One click to the document's minimum config; it goes away itself and gives the focus to `to`.
pub fn back(to: &'static str) -> AnyView {
    let store = store();
    let back = move || {
        store.answer_anew(|answers| {
            answers.profile = None;
            answers.adjustments = Adjustments::default();
        });
        focus(to);
    };
    button(Some("link"), None, None, words!("page.back-to-document").to_owned(), back)
}
