//! What is typed into a field: without credentials, the caret where it was, and what is wrong
//! with it beside it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dynamic::text;
use super::foreign;
use crate::read::secrets;
use crate::report::Diagnostic;

/// What was typed, without credentials; where one was, it is masked in the field at once.
pub fn typed(event: &web_sys::Event) -> String {
    let field: web_sys::HtmlInputElement =
        event.target().expect("an event of an element").unchecked_into();
    let value = field.value();
    match secrets::mask(&value) {
        None => value,
        Some(masked) => {
            let caret = field.selection_start().ok().flatten();
            field.set_value(&masked);
            let _ = field.set_selection_start(caret);
            let _ = field.set_selection_end(caret);
            masked
        }
    }
}

/// The message about a field: the first problem whose parameters are these.
pub fn problem(problems: &[Diagnostic], params: &[(&str, &str)]) -> Option<String> {
    let about = |problem: &&Diagnostic| {
        let found = problem.reason.params();
        let has = |wanted: &(&str, &str)| {
            found.iter().any(|(name, value)| *name == wanted.0 && **value == wanted.1.into())
        };
        params.iter().all(has)
    };
    problems.iter().find(about).map(foreign::message)
}

/// The place of a field's message, which is said once it appears; the field names it in
/// `aria-describedby`.
pub fn message(id: String, problem: Memo<Option<String>>) -> impl IntoView {
    view! {
        <span class="wrong" id=id role="status">
            {text(move || problem.get().unwrap_or_default())}
        </span>
    }
}
