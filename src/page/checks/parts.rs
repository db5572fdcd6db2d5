//! What the checks are made of, as views of few types.

use leptos::prelude::*;

use crate::page::dynamic::{Flag, Text, text};

/// A state: how it looks, and the place of its word in the table.
pub type State = (&'static str, usize);

/// A state by word and shape; the element around it carries how it looks.
pub fn badge(word: impl FnMut() -> &'static str + Send + 'static) -> AnyView {
    view! {
        <span class="badge">
            <span class="shape" aria-hidden="true"></span>
            {text(word)}
        </span>
    }
    .into_any()
}

/// A part that opens and closes, by itself where `is_open` changes.
pub fn fold(is_open: Memo<bool>, is_hidden: Flag, summary: Text, body: AnyView) -> AnyView {
    let is_open: Flag = Box::new(move || is_open.get());
    view! {
        <details class="help" open=is_open hidden=is_hidden>
            <summary>{summary}</summary>
            <div>{body}</div>
        </details>
    }
    .into_any()
}

/// A sentence below a check.
pub fn note(says: AnyView) -> AnyView {
    view! { <p class="note">{says}</p> }.into_any()
}

/// The word for the state of a row.
pub fn word_at(states: Memo<Vec<State>>, at: usize) -> &'static str {
    crate::text::at(state_at(states, at).1)
}

/// The state of a row.
pub fn state_at(states: Memo<Vec<State>>, at: usize) -> State {
    states.with(|states| states.get(at).copied().unwrap_or_default())
}
