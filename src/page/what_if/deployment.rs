//! An existing VPC, and room for an upgrade.

use leptos::prelude::*;

use super::super::dynamic::{flag, memo, part, text};
use super::super::field::typed;
use super::super::store::{Store, store};
use crate::read::{What, Within};
use crate::report::Adjustments;
use crate::words;

/// The two choices, each with what it changes.
pub fn fields() -> AnyView {
    let store = store();
    let goes_into_vpc = choice(
        words!("page.existing-vpc"),
        ("existing-vpc-note", words!("page.existing-vpc-note")),
        |adjustments| adjustments.existing_vpc,
        |adjustments, chosen| {
            adjustments.existing_vpc = chosen;
            // Without the choice the field goes away, and so does what it says.
            adjustments.vpc = None;
        },
    );
    let keeps_room = choice(
        words!("page.upgrade-surge"),
        ("upgrade-surge-note", words!("page.upgrade-surge-note")),
        |adjustments| adjustments.upgrade_surge,
        |adjustments, chosen| adjustments.upgrade_surge = chosen,
    );
    view! {
        <fieldset>
            <legend>{words!("page.deployment")}</legend>
            {goes_into_vpc}
            {vpc(store)}
            {keeps_room}
        </fieldset>
    }
    .into_any()
}

fn choice(
    label: &'static str,
    (id, note): (&'static str, &'static str),
    is_chosen: fn(&Adjustments) -> bool,
    choose: fn(&mut Adjustments, bool),
) -> AnyView {
    let store = store();
    let change: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let chosen = event_target_checked(&event);
        store.answer(|answers| choose(&mut answers.adjustments, chosen));
    });
    view! {
        <div class="option">
            <label>
                <input
                    type="checkbox"
                    aria-describedby=id
                    prop:checked=flag(move || store.answers.with(|answers| is_chosen(&answers.adjustments)))
                    on:change=change
                />
                <span>{label}</span>
            </label>
            <p class="note" id=id>{note}</p>
        </div>
    }
    .into_any()
}

/// Which VPC it is; those of pasted endpoints are offered.
fn vpc(store: Store) -> AnyView {
    let seen = memo(move || seen(store));
    let options = move || {
        let option = |id: String| view! { <option value=id></option> };
        seen.get().into_iter().map(option).collect_view()
    };
    let value =
        move || store.answers.with(|answers| answers.adjustments.vpc.clone().unwrap_or_default());
    let set: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let typed = typed(&event);
        store.answer(|answers| {
            answers.adjustments.vpc = (!typed.is_empty()).then_some(typed);
        });
    });
    let is_new = move || store.answers.with(|answers| !answers.adjustments.existing_vpc);
    view! {
        <div class="vpc" hidden=flag(is_new)>
            <label>
                <span>{words!("page.vpc-id")}</span>
                <input
                    type="text"
                    list="vpc-ids"
                    placeholder="vpc-0abc…"
                    aria-describedby="vpc-id-note"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=text(value)
                    on:input=set
                />
            </label>
            <datalist id="vpc-ids">{part(options)}</datalist>
            <p class="note" id="vpc-id-note">{words!("page.vpc-id-note")}</p>
        </div>
    }
    .into_any()
}

/// The VPCs that the sources name endpoints of.
fn seen(store: Store) -> Vec<String> {
    let sources = store.filled();
    let facts = sources.iter().flat_map(|source| &source.reading.facts);
    let vpc = |what: &What| match what {
        What::Use { within: Within::Vpc(id), .. } => Some(id.clone()),
        _ => None,
    };
    let mut seen: Vec<String> = facts.filter_map(|fact| vpc(&fact.what)).collect();
    seen.sort_unstable();
    seen.dedup();
    seen
}
