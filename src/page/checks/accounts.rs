//! Accounts and Region: what the document says where one is missing.

use leptos::prelude::*;

use super::{Found, says};
use crate::page::dynamic::part;
use crate::report::CheckId;

/// The document's sentence, while the check is not settled.
pub fn help(id: CheckId, found: Found) -> AnyView {
    let is_wanted = found.wants_help();
    let shown = move || view! { <div class="help">{says::paragraphs(id)}</div> };
    part(move || is_wanted.get().then(shown)).into_any()
}
