//! Accounts and Region: what the document says where one is missing.

use leptos::prelude::*;

use super::{Found, says};
use crate::page::dynamic::flag;
use crate::report::CheckId;

/// The document's sentence, while the check is not settled.
pub fn help(id: CheckId, found: Found) -> AnyView {
    let is_hidden = flag(move || !found.wants_help.get());
    view! { <div class="help" hidden=is_hidden>{says::paragraphs(id)}</div> }.into_any()
}
