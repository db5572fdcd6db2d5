//! What is deployed where, in a line or two, so that one knows what the rows are for.

use leptos::prelude::*;

use crate::words;

/// The document's section about it.
const DOCUMENT: &str = "https://docs.zilliz.com/docs/byoc-prerequisites#architecture";

/// The paragraph, above the rows.
#[component]
pub fn Architecture() -> impl IntoView {
    view! {
        <p class="architecture">
            {words!("page.architecture")} " "
            <a href=DOCUMENT rel="noreferrer" target="_blank">{words!("page.architecture-link")}</a>
        </p>
    }
}
