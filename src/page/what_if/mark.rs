//! The mark on a row that is not as its profile has it.

use leptos::prelude::*;

use super::super::dynamic::memo;
use super::super::store::store;
use crate::profile::base;
use crate::quantity::Round;
use crate::report::ResourceId;
use crate::text::{Param, current, say};
use crate::words;

/// The profile's own amount, where the row's is another one.
pub fn adjusted_from(id: ResourceId) -> Memo<Option<String>> {
    let store = store();
    memo(move || {
        let published = store.answers.with(base);
        let own = published.row(id)?.required(&published);
        let now = store.profile.with(|profile| Some(profile.row(id)?.required(profile)))?;
        (now.whole != own.whole).then(|| own.show(own.unit, Round::Up))
    })
}

/// "adjusted, from 80 vCPU".
pub fn adjusted_mark(own: String) -> AnyView {
    let from = say(current(), "page.adjusted-from", &[("amount", &Param::from(own))]);
    view! { <small class="adjusted">{words!("page.adjusted")} " " <span>{from}</span></small> }
        .into_any()
}
