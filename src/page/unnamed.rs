//! A number that a source gives without saying what it is: a person says so.

use leptos::prelude::*;

use super::browser::focus;
use super::controls::{Click, button, choice};
use super::dynamic::{flag, part};
use super::evidence::toggle_id;
use super::figures::{Which, slot, state};
use super::store::{Store, store};
use crate::data::profiles::{PROFILES, Row};
use crate::quantity::{Dimension, Unit};
use crate::text::{Param, en, lookup, say};
use crate::words;

/// What a number of bytes may be counted in; which one, a number does not say.
const UNITS: &[Unit] = &[Unit::Gib, Unit::Tib, Unit::Gb, Unit::Tb];

/// What is chosen so far.
#[derive(Clone, Copy, Default)]
struct Chosen {
    which: Option<Which>,
    row: Option<&'static Row>,
    unit: Option<Unit>,
    /// Whether the choice is on the page.
    is_open: bool,
    is_taken: bool,
}

impl Chosen {
    fn needs_unit(&self) -> bool {
        self.row.is_some_and(|row| row.unit.dimension() == Dimension::Bytes)
    }

    /// The figure, as a person would type it, once all is chosen that has to be.
    fn figure(&self, number: &str) -> Option<(Which, &'static Row, String)> {
        let figure = match (self.needs_unit(), self.unit) {
            (false, _) => number.to_owned(),
            (true, unit) => format!("{number} {}", unit?.symbol()),
        };
        Some((self.which?, self.row?, figure))
    }

    /// The sentence that says what the number was taken for; `None` where it was not, or where
    /// the figure was changed in its row meanwhile.
    fn taken(&self, number: &str, store: Store) -> Option<(&'static Row, String)> {
        let (which, row, figure) = self.figure(number).filter(|_| self.is_taken)?;
        let is_stated = store.answers.with(|answers| {
            let fields = answers.stated.get(&row.id);
            fields.is_some_and(|fields| slot(fields, which).as_ref() == Some(&figure))
        });
        let id = if which == Which::Limit { "page.taken-limit" } else { "page.taken-in-use" };
        let said = say(en::SENTENCES, id, &[("row", &Param::from(row.id.as_str()))]);
        is_stated.then_some((row, said))
    }
}

/// What the problem says, and "This is …": which figure of which row. It is then stated by hand.
pub fn unnamed(
    message: String,
    number: String,
    // Of the button that asks; no two on the page are the same.
    id: String,
) -> AnyView {
    let store = store();
    let chosen = RwSignal::new(Chosen::default());
    let number = StoredValue::new(number);
    let taken = move || number.with_value(|number| chosen.with(|it| it.taken(number, store)));
    let is_whole =
        move || number.with_value(|number| chosen.with(|it| it.figure(number).is_some()));
    let (first_id, given_id) = (format!("{id}-figure"), format!("{id}-given"));

    let open = {
        let first_id = first_id.clone();
        move || {
            chosen.update(|it| it.is_open = true);
            focus_soon(first_id.clone());
        }
    };
    let take = {
        let given_id = given_id.clone();
        let take = move |_| {
            let figure = number.with_value(|number| chosen.with_untracked(|it| it.figure(number)));
            let Some((which, row, figure)) = figure else { return };
            store.answer(|answers| state(answers, row.id, which, figure));
            chosen.update(|it| (it.is_open, it.is_taken) = (false, true));
            focus_soon(given_id.clone());
        };
        Box::new(take) as Click
    };
    let cancel = {
        let id = id.clone();
        move || {
            chosen.update(|it| it.is_open = false);
            focus_soon(id.clone());
        }
    };
    let ask = move || {
        let is_asked = !chosen.with(|it| it.is_open) && taken().is_none();
        let word = words!("page.this-is").to_owned();
        is_asked.then(|| button(Some("link"), Some(id.clone()), None, word, open.clone()))
    };
    let given = move || {
        let (row, said) = taken()?;
        let show = move || {
            store.open(row.id);
            focus_soon(toggle_id(row.id));
        };
        let word = words!("page.show-row").to_owned();
        let button = button(Some("link"), Some(given_id.clone()), None, word, show);
        Some(view! { <span class="given">{said} " " {button}</span> })
    };
    let is = say(en::SENTENCES, "page.number-is", &[("number", &Param::from(number.get_value()))]);
    view! {
        <span>{message} " " {part(ask)} {part(given)}</span>
        <div
            class="unnamed"
            role="group"
            aria-label=is.clone()
            hidden=flag(move || !chosen.with(|it| it.is_open))
        >
            <span>{is.clone()}</span>
            {choice(Some(first_id), words!("page.which-figure"), figures(), move |value| {
                let which = match value.as_str() {
                    "limit" => Some(Which::Limit),
                    "in-use" => Some(Which::InUse),
                    _ => None,
                };
                chosen.update(|it| it.which = which);
            })}
            {choice(None, words!("page.which-row"), rows(), move |value| {
                let row = PROFILES[0].rows.iter().find(|row| row.id.as_str() == value);
                chosen.update(|it| it.row = row);
            })}
            <span class="in-unit" hidden=flag(move || !chosen.with(Chosen::needs_unit))>
                {words!("page.in-unit")} " "
                {choice(None, words!("page.which-unit"), units(), move |value| {
                    let unit = UNITS.iter().copied().find(|unit| unit.symbol() == value);
                    chosen.update(|it| it.unit = unit);
                })}
            </span>
            <button
                type="button"
                class="primary"
                disabled=flag(move || !is_whole())
                on:click=take
            >
                {words!("page.take")}
            </button>
            {button(Some("link"), None, None, words!("page.cancel").to_owned(), cancel)}
        </div>
    }
    .into_any()
}

fn figures() -> Vec<(&'static str, &'static str)> {
    vec![
        ("", words!("page.choose-figure")),
        ("limit", words!("page.the-limit-on")),
        ("in-use", words!("page.the-use-of")),
    ]
}

fn rows() -> Vec<(&'static str, &'static str)> {
    let name = |row: &Row| {
        let id = row.id.as_str();
        (id, lookup(en::SENTENCES, &format!("row.{id}")).unwrap_or(id))
    };
    let rows = PROFILES[0].rows.iter().map(name);
    std::iter::once(("", words!("page.choose-row"))).chain(rows).collect()
}

fn units() -> Vec<(&'static str, &'static str)> {
    let units = UNITS.iter().map(|unit| (unit.symbol(), unit.symbol()));
    std::iter::once(("", words!("page.choose-unit"))).chain(units).collect()
}

/// Moves the focus once the page shows what has just changed.
fn focus_soon(id: String) {
    request_animation_frame(move || focus(&id));
}
