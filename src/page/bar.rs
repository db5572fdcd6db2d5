//! How much of a need is covered, as a picture.

use leptos::prelude::*;

use super::dynamic::{memo, text};
use crate::report::{Resource, Status};

/// The bar's width in its own units; the style sheet stretches it.
const WIDTH: f64 = 100.0;

/// A bar that is full when the need is covered. Where only the limit is known it is pale.
pub fn bar(row: Memo<Resource>) -> AnyView {
    let class = memo(move || row.with(class));
    let width = memo(move || row.with(width));
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

fn width(row: &Resource) -> String {
    // Whole units: printing a fraction would bring 13 kB of code.
    ((WIDTH * share(row)) as u32).to_string()
}

/// The covered share of the need, 0 to 1; for a picture only.
fn share(row: &Resource) -> f64 {
    let required = row.required.value.unwrap_or(0.0);
    let has = match (row.status, &row.available, &row.limit) {
        (Status::Met | Status::Unlimited, ..) => return 1.0,
        (_, Some(available), _) => available.value,
        (_, None, Some(limit)) => limit.value,
        (_, None, None) => return 0.0,
    };
    has.map_or(1.0, |has| if required > 0.0 { (has / required).clamp(0.0, 1.0) } else { 1.0 })
}
