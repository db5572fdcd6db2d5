//! The fields in which a row is filled in by hand.

use leptos::prelude::*;

use super::dynamic::text;
use super::store::{Store, store};
use crate::data::profiles::PROFILES;
use crate::read::secrets;
use crate::report::{Answers, Diagnostic, ResourceId, StatedFields};
use crate::words;

/// Which figure a field states.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    Limit,
    InUse,
    Available,
}

/// Limit, in use and available of one row.
#[component]
pub fn Figures(id: ResourceId, name: &'static str) -> impl IntoView {
    let fields = [
        (Which::Limit, words!("page.column-limit")),
        (Which::InUse, words!("page.column-in-use")),
        (Which::Available, words!("page.column-available")),
    ];
    view! {
        <fieldset class="figures">
            <legend>{words!("page.by-hand")} <span class="unseen">": " {name}</span></legend>
            {fields.map(|(which, label)| field(store(), id, which, label)).collect_view()}
        </fieldset>
    }
}

fn field(store: Store, id: ResourceId, which: Which, label: &'static str) -> impl IntoView {
    let unit = PROFILES[0].row(id).map_or("", |row| row.unit.symbol());
    let value = move || {
        store.answers.with(|answers| {
            let fields = answers.stated.get(&id);
            fields.and_then(|fields| slot(fields, which).clone()).unwrap_or_default()
        })
    };
    let set = move |event: web_sys::Event| {
        let typed = secrets::masked(&event_target_value(&event)).into_owned();
        store.answer(|answers| state(answers, id, which, typed));
    };
    let problem =
        Memo::new(move |_| store.report.with(|report| problem(&report.notices, id, which)));
    view! {
        <label>
            <span>{label}</span>
            <span class="with-unit">
                <input
                    type="text"
                    aria-invalid=text(move || problem.with(Option::is_some).to_string())
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=text(value)
                    on:input=set
                />
                <span class="unit">{unit}</span>
            </span>
            <span class="wrong">{text(move || problem.get().unwrap_or_default())}</span>
        </label>
    }
}

/// What is wrong with the figure, where it could not be read.
fn problem(notices: &[Diagnostic], id: ResourceId, which: Which) -> Option<String> {
    let field = match which {
        Which::Limit => "limit",
        Which::InUse => "in use",
        Which::Available => "available",
    };
    let about = |notice: &&Diagnostic| {
        let params = notice.reason.params();
        let is = |name, value: &str| {
            params.iter().any(|(param, found)| *param == name && **found == value.into())
        };
        is("row", id.as_str()) && is("field", field)
    };
    notices.iter().find(about).map(|notice| notice.message.clone())
}

fn slot(fields: &StatedFields, which: Which) -> &Option<String> {
    match which {
        Which::Limit => &fields.limit,
        Which::InUse => &fields.in_use,
        Which::Available => &fields.available,
    }
}

fn state(answers: &mut Answers, id: ResourceId, which: Which, text: String) {
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
