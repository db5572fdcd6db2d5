//! What goes on after the call: the report as a file or on paper, a link, the requests to AWS, and
//! an earlier report beside this one.

mod compare;
mod earlier;
mod link;
mod print;
mod report;
mod requests;

use leptos::prelude::*;

use super::dynamic::flag;
use super::store::store;
use crate::words;

pub use link::{Followed, LinkSays, follow};
pub use print::Printout;

/// The panel; it hands over nothing while nothing is entered, but compares all the same.
#[component]
pub fn HandOver() -> impl IntoView {
    let store = store();
    let is_empty = Memo::new(move |_| store.is_untouched());
    view! {
        <section role=store.place.landmark() class="panel hand-over" id="hand-over" aria-labelledby="hand-over-title">
            <h2 id="hand-over-title">{words!("hand.title")}</h2>
            <p class="note" hidden=flag(move || !is_empty.get())>{words!("hand.nothing")}</p>
            <div class="ways-out" hidden=flag(move || is_empty.get())>
                {requests::requests()}
                {report::files()}
                {link::make()}
            </div>
            {compare::panel()}
        </section>
    }
}
