//! How much of a need is covered, as a picture.

use leptos::prelude::*;

use crate::report::Resource;

/// A bar that is full when the need is covered. Where only the limit is known it is pale.
pub fn bar(row: &Resource) -> impl IntoView + use<> {
    // The bar is a hundred of its own units wide; the style sheet stretches it.
    let width = row.covered().percent;
    let known = if row.available.is_none() { " bar-limit" } else { "" };
    let class = format!("bar bar-{}{known}", row.status.as_str());
    view! {
        <svg class=class viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" x="0" y="0" width="100" height="8" rx="2"></rect>
            <rect class="fill" x="0" y="0" width=width.to_string() height="8" rx="2"></rect>
        </svg>
    }
}
