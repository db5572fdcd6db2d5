//! The license's details as a person compares them with the welcome email. Of the ID the page shows
//! the end alone until somebody asks for all of it; it is shown here, and goes nowhere else.

use leptos::prelude::*;

use super::controls::Click;
use super::dynamic::{flag, memo, text};
use super::foreign;
use super::store::{Store, store};
use crate::report::LicenseField;
use crate::text::{day, labelled};
use crate::words;

/// What is known of the four fields.
pub fn details() -> AnyView {
    let id = Id::new(store());
    let detail = |field: LicenseField, name: &'static str, value: Memo<Option<String>>| {
        view! {
            <div data-detail=field.as_str() hidden=flag(move || value.with(Option::is_none))>
                <dt>{name}</dt>
                <dd>
                    <span>{text(move || value.with(|it| foreign::name(&day(it.as_deref().unwrap_or_default()))))}</span>
                    {(field == LicenseField::Id).then(|| id.toggle())}
                </dd>
            </div>
        }
        .into_any()
    };
    let of = |field: LicenseField| {
        let report = store().report;
        memo(move || report.with(|report| report.license.get(field)))
    };
    let shown = memo(move || id.shown());
    view! {
        <dl class="verify">
            {detail(LicenseField::Id, words!("license.id"), shown)}
            {detail(LicenseField::CoreSize, words!("license.coreSize"), of(LicenseField::CoreSize))}
            {detail(LicenseField::ValidFrom, words!("license.validFrom"), of(LicenseField::ValidFrom))}
            {detail(LicenseField::ValidUntil, words!("license.validUntil"), of(LicenseField::ValidUntil))}
        </dl>
    }
    .into_any()
}

/// The ID, masked or whole.
#[derive(Clone, Copy)]
struct Id {
    store: Store,
    /// What was asked for; another license's ID was not.
    asked: RwSignal<Option<String>>,
    /// The whole ID, looked up only while it was asked for.
    whole: Memo<Option<String>>,
}

impl Id {
    fn new(store: Store) -> Id {
        let asked = RwSignal::new(None);
        let whole = memo(move || asked.with(Option::is_some).then(|| store.license().id)?);
        Id { store, asked, whole }
    }

    fn is_whole(self) -> bool {
        self.asked.with(|asked| asked.is_some() && self.whole.with(|whole| whole == asked))
    }

    fn shown(self) -> Option<String> {
        if self.is_whole() {
            return self.whole.get();
        }
        self.store.report.with(|report| report.license.id.clone())
    }

    /// Shows all of it, or its end again.
    fn toggle(self) -> AnyView {
        let word = move || {
            if self.is_whole() { words!("license.hide-id") } else { words!("license.show-id") }
        };
        let name = move || labelled(word(), words!("license.id"));
        let toggle: Click = Box::new(move |_| {
            let is_whole = untrack(|| self.is_whole());
            self.asked.set((!is_whole).then(|| untrack(|| self.store.license().id)).flatten());
        });
        view! {
            <button type="button" class="link" aria-label=text(name) on:click=toggle>
                {text(word)}
            </button>
        }
        .into_any()
    }
}
