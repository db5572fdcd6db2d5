//! The report as files, and on paper.

use leptos::prelude::*;

use super::super::browser::{download, json, print};
use super::super::controls::button;
use super::super::dynamic::flag;
use super::super::store::{Store, store};
use crate::hand_over::{file_name, format, render};
use crate::text::{at, index};
use crate::words;

/// The kinds of file that stand side by side, each with the word on its button.
const FILES: &[(&str, usize)] =
    &[("markdown", index("hand.markdown")), ("csv", index("hand.csv")), ("svg", index("hand.svg"))];

/// A button for each kind of file, and one for paper.
pub fn files() -> AnyView {
    let store = store();
    let file = move |(id, word): &(&'static str, usize)| {
        let id = *id;
        button(None, Some(format!("save-{id}")), None, at(*word).to_owned(), move || {
            save(store, id)
        })
    };
    let data = move || {
        let report = store.report_to_hand_over();
        if let Some(text) = json(&report) {
            download(&file_name(&report, "report.json"), "application/json", &text);
        }
    };
    view! {
        <div class="way">
            <h3>{words!("hand.report")}</h3>
            <p class="note">{words!("hand.report-note")}</p>
            <label class="tick">
                <input
                    type="checkbox"
                    id="hand-over-ids"
                    prop:checked=flag(move || store.with_ids.get())
                    on:change=move |event| store.with_ids.set(event_target_checked(&event))
                />
                <span>{words!("page.save-ids")}</span>
            </label>
            <div class="row">
                {FILES.iter().map(file).collect_view()}
                {button(None, Some("save-json".to_owned()), None, words!("hand.json").to_owned(), data)}
                {button(None, Some("print".to_owned()), None, words!("hand.print").to_owned(), print)}
            </div>
        </div>
    }
    .into_any()
}

fn save(store: Store, id: &str) {
    let report = store.report_to_hand_over();
    if let Some(format) = format(id)
        && let Some(text) = render(format, &report)
    {
        download(&file_name(&report, format.ending), format.media_type, &text);
    }
}
