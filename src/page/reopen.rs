//! A saved assessment, opened again from the menu; any other file belongs into the box.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::read_file;
use super::dynamic::text;
use super::saved::{Opened, open};
use super::store::{Store, store};
use crate::words;

/// The control, and what it says of a file that is no assessment.
pub fn control() -> AnyView {
    let store = store();
    let is_other = RwSignal::new(false);
    let choose: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            spawn_local(take(store, file, is_other));
        }
        // The same file may be chosen again.
        input.set_value("");
    });
    view! {
        <label class="button">
            {words!("page.open-saved")}
            <input type="file" accept=".json,application/json" class="unseen" on:change=choose />
        </label>
        <span class="note" aria-live="polite">
            {text(move || if is_other.get() { words!("page.open-other") } else { words!("page.open-note") })}
        </span>
    }
    .into_any()
}

async fn take(store: Store, file: web_sys::File, is_other: RwSignal<bool>) {
    let begun = store.generation();
    let text = read_file(file).await;
    // Cleared meanwhile: what was chosen before is no longer wanted.
    if store.generation() != begun {
        return;
    }
    let opened = text.as_ref().map_or(Opened::Other, |text| open(store, text));
    store.unreadable.set(matches!(opened, Opened::Unreadable));
    is_other.set(matches!(opened, Opened::Other));
}
