//! What is assessed against: the profile, and what a person changes of it to see what would be.

mod amounts;
mod deployment;
mod instances;
pub mod left;
mod mark;
mod profile;

use std::sync::Arc;

use leptos::prelude::*;

use super::dynamic::memo;
use super::store::store;
use crate::profile::{Profile, base};
use crate::report::Adjustments;
use crate::words;
pub use left::Changes;
pub use mark::{adjusted_from, adjusted_mark};

/// The profile as it is published, without what is changed of it.
type Published = Memo<Arc<Profile>>;

/// The profile, and what may be changed of it, folded until something is.
#[component]
pub fn Requirements() -> impl IntoView {
    let store = store();
    let published = memo(move || Arc::new(store.answers.with(base).into_owned()));
    let is_adjusted =
        store.answers.with_untracked(|answers| answers.adjustments != Adjustments::default());
    view! {
        <section role=store.place.landmark() class="panel requirements" id="requirements" aria-labelledby="requirements-title">
            <h2 id="requirements-title">{words!("page.requirements-title")}</h2>
            {profile::choice(published)}
            <details class="what-if" open=is_adjusted>
                <summary>{words!("page.what-if")}</summary>
                {instances::fields(published)}
                {amounts::fields()}
                {deployment::fields()}
            </details>
        </section>
    }
}
