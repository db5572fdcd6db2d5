//! Amounts in place of the profile's, for the rows that do not follow from the instances.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::dynamic::{flag, memo, part, text};
use super::super::field::{message, problem, typed};
use super::super::store::{Store, store};
use super::Published;
use crate::profile::document::{self, title};
use crate::profile::{Profile, without_amounts};
use crate::quantity::{Quantity, Round, Stated, Unit, parse_stated};
use crate::report::ResourceId;
use crate::words;

/// A field for each row; an empty one is as the profile has it.
pub fn fields() -> AnyView {
    let store = store();
    let published = memo(move || Arc::new(store.answers.with(without_amounts)));
    let rows = memo(move || {
        published.with(|profile| {
            let others = profile.rows.iter().filter(|row| !row.follows_from_instances());
            others.map(|row| row.id).collect::<Vec<_>>()
        })
    });
    view! {
        <fieldset class="amount-fields" hidden=flag(move || rows.with(Vec::is_empty))>
            <legend>{words!("page.amounts")}</legend>
            <p class="note">{words!("page.amounts-note")}</p>
            <div class="fields">
                {part(move || rows.get().into_iter().map(|id| field(published, id)).collect_view())}
            </div>
        </fieldset>
    }
    .into_any()
}

fn field(published: Published, id: ResourceId) -> AnyView {
    let store = store();
    let unit = document::row(id).map_or(Unit::Count, |row| row.unit);
    let entered = move || entered(store, id);
    // What is typed stays in the field while it says the same as the profile, which is no change.
    let shown = RwSignal::new(untrack(entered).unwrap_or_default());
    Effect::new(move |_| {
        let entered = entered();
        let typed = published.with(|profile| other_than(profile, id, &shown.get_untracked()));
        if typed != entered {
            shown.set(entered.unwrap_or_default());
        }
    });
    let set: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let typed = typed(&event);
        let other = published.with_untracked(|profile| other_than(profile, id, &typed));
        shown.set(typed);
        store.answer(|answers| match other {
            Some(amount) => drop(answers.adjustments.needs.insert(id, amount)),
            None => drop(answers.adjustments.needs.remove(&id)),
        });
    });
    let leave: Box<dyn FnMut(web_sys::FocusEvent)> =
        Box::new(move |_| shown.set(untrack(entered).unwrap_or_default()));
    let wrong = memo(move || {
        let about = [("row", id.as_str()), ("field", "needed")];
        store.report.with(|report| problem(&report.notices, &about))
    });
    let described = format!("wrong-needed-{}", id.as_str());
    let own = move || published.with(|profile| own_amount(profile, id, unit));
    view! {
        <div class="field">
            <label>
                <span>{title(id)} <span class="unseen">", " {words!("page.column-required")}</span></span>
                <span class="with-unit">
                    <input
                        type="text"
                        aria-invalid=text(move || wrong.with(Option::is_some).to_string())
                        aria-describedby=described.clone()
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=text(own)
                        prop:value=text(move || shown.get())
                        on:input=set
                        on:blur=leave
                    />
                    <span class="unit">{unit.symbol()}</span>
                </span>
            </label>
            {message(described, wrong)}
        </div>
    }
    .into_any()
}

fn entered(store: Store, id: ResourceId) -> Option<String> {
    store.answers.with(|answers| answers.adjustments.needs.get(&id).cloned())
}

/// The amount that was typed, where it is not the profile's own one.
fn other_than(published: &Profile, id: ResourceId, typed: &str) -> Option<String> {
    let typed = typed.trim();
    let row = published.row(id).filter(|_| !typed.is_empty())?;
    let is_own = match parse_stated(typed, row.unit, Round::Up) {
        Ok(Stated::Finite(needed)) => needed.whole == row.required(published).whole,
        _ => false,
    };
    (!is_own).then(|| typed.to_owned())
}

/// The profile's amount, without its unit where that stands beside the field.
fn own_amount(published: &Profile, id: ResourceId, unit: Unit) -> String {
    let required = published.row(id).map(|row| row.required(published));
    let shown = required.map(show).unwrap_or_default();
    let bare = shown.strip_suffix(unit.symbol()).map(str::trim_end).map(str::to_owned);
    bare.unwrap_or(shown)
}

fn show(quantity: Quantity) -> String {
    quantity.show(quantity.unit, Round::Up)
}
