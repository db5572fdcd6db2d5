//! Temporary credentials: how they are made, and that this page never wants to see them.

use leptos::prelude::*;

use super::{Found, says};
use crate::data::guidance::guidance;
use crate::page::dynamic::flag;
use crate::report::CheckId;
use crate::words;

/// The document's steps, with what it says around them.
pub fn help(found: Found) -> AnyView {
    let is_wanted = found.wants_help();
    let step = |piece| view! { <li><span>{says::sentences(piece)}</span></li> };
    view! {
        <details class="help" open=flag(move || is_wanted.get())>
            <summary>{words!("page.credentials-how")}</summary>
            <ol class="steps">
                {guidance(CheckId::TemporaryCredentials, true).map(step).collect_view()}
            </ol>
            {says::paragraphs(CheckId::TemporaryCredentials)}
            <p class="note">{words!("page.credentials-away")}</p>
        </details>
    }
    .into_any()
}
