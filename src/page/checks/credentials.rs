//! Temporary credentials: how they are made, and that this page never wants to see them.

use leptos::prelude::*;

use super::parts::{fold, note};
use super::{Found, says};
use crate::data::guidance::guidance;
use crate::page::dynamic::{flag, text};
use crate::report::CheckId;
use crate::words;

/// The document's steps, with what it says around them.
pub fn help(found: Found) -> AnyView {
    let step = |piece| view! { <li><span>{says::sentences(piece)}</span></li> };
    let mut around = guidance(CheckId::TemporaryCredentials, false).map(says::sentences).map(note);
    // The reminder comes before the steps, and where to read on behind them.
    let body = view! {
        {around.next()}
        <ol class="steps">
            {guidance(CheckId::TemporaryCredentials, true).map(step).collect_view()}
        </ol>
        {around.collect_view()}
        {note(words!("page.credentials-away").into_any())}
    };
    let title = text(|| words!("page.credentials-how"));
    fold(found.wants_help, flag(|| false), title, body.into_any())
}
