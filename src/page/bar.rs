//! How much of a need is covered, as a picture.

use leptos::prelude::*;

use super::dynamic::{memo, text};
use crate::report::Resource;

/// A bar that is full when the need is covered. Where only the limit is known it is pale.
pub fn bar(row: Memo<Resource>) -> AnyView {
    let class = memo(move || row.with(class));
    // The bar is a hundred of its own units wide; the style sheet stretches it.
    let width = memo(move || row.with(|row| row.covered().percent.to_string()));
    view! {
        <svg
            class=text(move || class.get())
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="track" x="0" y="0" width="100" height="8" rx="2"></rect>
            <rect
                class="fill"
                x="0"
                y="0"
                width=text(move || width.get())
                height="8"
                rx="2"
            ></rect>
        </svg>
    }
    .into_any()
}

fn class(row: &Resource) -> String {
    let known = if row.available.is_none() { " bar-limit" } else { "" };
    format!("bar bar-{}{known}", row.status.as_str())
}
