//! A text with a button that copies it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::dynamic::text as text_of;
use super::store::store;
use crate::text::labelled;
use crate::words;

/// A block of text to copy. Where the browser refuses the clipboard, the text is selected, so
/// that the keyboard can copy it.
#[component]
pub fn CopyBlock(
    /// The text; it may change.
    #[prop(into)]
    text: Signal<String>,
    /// What the block is, for a screen reader; no two on the page are the same.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let block = NodeRef::<leptos::html::Pre>::new();
    // What was copied is no longer what stands there.
    Effect::new(move |_| {
        text.track();
        copied.set(None);
    });
    let copy = move |_| {
        spawn_local(async move {
            let done = browser::copy(&text.get_untracked()).await;
            if !done && let Some(block) = block.try_get_untracked().flatten() {
                select(&block);
            }
            copied.set(Some(done));
        });
    };
    let word = move || match copied.get() {
        None => words!("page.copy"),
        Some(true) => words!("page.copied"),
        Some(false) => words!("page.selected"),
    };
    let name = label.clone();
    view! {
        <div class="copy">
            <pre node_ref=block tabindex="0" role=store().place.landmark() aria-label=label>
                {text}
            </pre>
            <button
                type="button"
                aria-label=text_of(move || labelled(word(), &name))
                on:click=copy
            >
                {text_of(word)}
            </button>
            <span class="unseen" role="status">
                {text_of(move || if copied.get().is_some() { word() } else { "" })}
            </span>
        </div>
    }
}

fn select(block: &web_sys::HtmlElement) {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.select_all_children(block);
    }
    let _ = block.focus();
}
