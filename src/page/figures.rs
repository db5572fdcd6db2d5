//! The fields in which a row is filled in by hand.

use leptos::prelude::*;

use super::dynamic::{memo, text};
use super::field::{message, problem, typed};
use super::store::{Store, store};
use crate::profile::document;
use crate::report::{Answers, ResourceId, StatedFields};
use crate::words;

/// Which figure a field states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Which {
    /// How much AWS allows.
    Limit,
    /// How much is taken.
    InUse,
    /// How much is free.
    Available,
}

/// Limit, in use and available of one row.
#[component]
pub fn Figures(id: ResourceId, name: &'static str) -> impl IntoView {
    let fields = [Which::Limit, Which::InUse, Which::Available];
    view! {
        <fieldset class="figures">
            <legend>{words!("page.by-hand")} <span class="unseen">{words!("label.colon")} {name}</span></legend>
            {fields.map(|which| field(store(), id, which, which.label())).collect_view()}
        </fieldset>
    }
}

/// One figure of a row.
pub fn field(store: Store, id: ResourceId, which: Which, label: &'static str) -> impl IntoView {
    let unit = document::row(id).map_or("", |row| row.unit.symbol());
    let value = move || {
        store.answers.with(|answers| {
            let fields = answers.stated.get(&id);
            fields.and_then(|fields| slot(fields, which).clone()).unwrap_or_default()
        })
    };
    let set = move |event: web_sys::Event| {
        let typed = typed(&event);
        store.answer(|answers| state(answers, id, which, typed));
    };
    let wrong = memo(move || {
        let about = [("row", id.as_str()), ("field", which.name())];
        store.report.with(|report| problem(&report.notices, &about))
    });
    let described = format!("wrong-{}-{}", id.as_str(), which.name().replace(' ', "-"));
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <span class="with-unit">
                    <input
                        type="text"
                        aria-invalid=text(move || wrong.with(Option::is_some).to_string())
                        aria-describedby=described.clone()
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=text(value)
                        on:input=set
                    />
                    <span class="unit">{unit}</span>
                </span>
            </label>
            {message(described, wrong)}
        </div>
    }
}

impl Which {
    /// What stands above the field.
    pub fn label(self) -> &'static str {
        match self {
            Which::Limit => words!("page.column-limit"),
            Which::InUse => words!("page.column-in-use"),
            Which::Available => words!("page.column-available"),
        }
    }

    /// The field's name in the engine's notices.
    fn name(self) -> &'static str {
        match self {
            Which::Limit => "limit",
            Which::InUse => "in use",
            Which::Available => "available",
        }
    }
}

/// The text that a field holds.
pub fn slot(fields: &StatedFields, which: Which) -> &Option<String> {
    match which {
        Which::Limit => &fields.limit,
        Which::InUse => &fields.in_use,
        Which::Available => &fields.available,
    }
}

/// States a figure of a row; an empty text takes it back.
pub fn state(answers: &mut Answers, id: ResourceId, which: Which, text: String) {
    let fields = answers.stated.entry(id).or_default();
    let text = (!text.is_empty()).then_some(text);
    match which {
        Which::Limit => fields.limit = text,
        Which::InUse => fields.in_use = text,
        Which::Available => fields.available = text,
    }
    if *fields == StatedFields::default() {
        answers.stated.remove(&id);
    }
}
