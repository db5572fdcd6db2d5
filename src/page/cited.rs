//! Where a profile's figures come from.

use leptos::prelude::*;

use super::dynamic::Text;
use crate::profile::is_address;

/// `shown` as a link to `source`; a source in words, as a profile of one's own may name it, is no
/// place to lead to.
pub fn cited(source: String, shown: Text) -> AnyView {
    if is_address(&source) {
        view! { <a href=source rel="noreferrer" target="_blank">{shown}</a> }.into_any()
    } else {
        view! { <span>{shown}</span> }.into_any()
    }
}
