//! From the compact calculator to the whole one, with what was entered.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::store::store;
use crate::words;

/// A link to a page that has the rest, in a window of its own; nothing where none is known, or none
/// can be opened.
pub fn way() -> Option<AnyView> {
    let store = store();
    let page = store.place.page()?;
    // A sandboxed frame may open no windows.
    if window().origin() == "null" {
        return None;
    }
    let address = page.clone();
    // Made when it is followed: it holds what was entered by then.
    let follow = move |event: MouseEvent| {
        let link = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let with = store.link().map_or_else(|_| page.clone(), |link| format!("{page}#{link}"));
        if let Some(link) = link {
            let _ = link.set_attribute("href", &with);
        }
    };
    let way = view! {
        <p class="whole">
            <a href=address target="_blank" rel="noreferrer" on:click=follow>
                {words!("page.whole")}
            </a>
        </p>
    };
    Some(way.into_any())
}
