//! Buttons and choices of one kind each: like the closures of [`super::dynamic`], views of few
//! types keep the download small.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::dynamic::text;

/// What a click does.
pub type Click = Box<dyn FnMut(MouseEvent)>;

/// A button; `name` is what a screen reader calls it, where the words on it are not enough.
pub fn button(
    class: Option<&'static str>,
    id: Option<String>,
    name: Option<String>,
    shown: String,
    mut click: impl FnMut() + 'static,
) -> AnyView {
    let click: Click = Box::new(move |_| click());
    view! {
        <button type="button" class=class id=id aria-label=name on:click=click>
            {shown}
        </button>
    }
    .into_any()
}

/// Values beside one another, of which one is chosen; each with the word for it.
pub fn either<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    chosen: RwSignal<T>,
    options: [(T, &'static str); 2],
) -> AnyView {
    let option = |(value, word): (T, &'static str)| {
        let click: Click = Box::new(move |_| chosen.set(value));
        let is_chosen = text(move || (chosen.get() == value).to_string());
        view! { <button type="button" aria-pressed=is_chosen on:click=click>{word}</button> }
    };
    view! { <div class="either" role="group" aria-label=name>{options.map(option)}</div> }
        .into_any()
}

/// A choice among values, each with the words for it; the first one is no choice yet.
pub fn choice(
    id: Option<String>,
    name: &'static str,
    options: Vec<(&'static str, &'static str)>,
    mut change: impl FnMut(String) + 'static,
) -> AnyView {
    let change: Box<dyn FnMut(leptos::ev::Event)> =
        Box::new(move |event| change(event_target_value(&event)));
    let option = |(value, shown)| view! { <option value=value>{shown}</option> };
    view! {
        <select id=id aria-label=name on:change=change>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}
