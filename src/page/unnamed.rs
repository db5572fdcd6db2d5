//! A number that a source gives without saying what it is: a person says so.

use leptos::prelude::*;

use super::controls::{Click, button, choice};
use super::dynamic::{Part, flag, part};
use super::evidence::toggle_id;
use super::figures::{Which, slot, state};
use super::store::{Store, store};
use crate::profile::{Row, document::ROWS};
use crate::quantity::{Dimension, Unit};
use crate::text::{Param, current, lookup, say};
use crate::words;

/// What a number of bytes may be counted in; which one, a number does not say.
const UNITS: &[Unit] = &[Unit::Gib, Unit::Tib, Unit::Gb, Unit::Tb];

/// A number, and what is chosen for it so far.
struct Chosen {
    /// As it stands in the source.
    number: String,
    /// The id of the button that asks, and how the other ids begin.
    id: String,
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
    fn figure(&self) -> Option<(Which, &'static Row, String)> {
        let figure = match (self.needs_unit(), self.unit) {
            (false, _) => self.number.clone(),
            (true, unit) => format!("{} {}", self.number, unit?.symbol()),
        };
        Some((self.which?, self.row?, figure))
    }

    /// What the number was taken for; `None` where it was not, or where the figure was changed in
    /// its row meanwhile.
    fn taken(&self, store: Store) -> Option<(Which, &'static Row)> {
        let (which, row, figure) = self.figure().filter(|_| self.is_taken)?;
        let is_stated = store.answers.with(|answers| {
            let fields = answers.stated.get(&row.id);
            fields.is_some_and(|fields| slot(fields, which).as_ref() == Some(&figure))
        });
        is_stated.then_some((which, row))
    }

    fn figure_id(&self) -> String {
        format!("{}-figure", self.id)
    }

    fn row_id(&self) -> String {
        format!("{}-row", self.id)
    }
}

/// What the problem says, and "This is …": which figure of which row. It is then stated by hand.
/// No two of the page have the same `id`.
pub fn unnamed(message: String, number: String, id: String) -> AnyView {
    let (which, row, unit) = (None, None, None);
    let chosen =
        RwSignal::new(Chosen { number, id, which, row, unit, is_open: false, is_taken: false });
    view! {
        <span>{message} " " {ask(chosen)} {taken(chosen)}</span>
        {choices(chosen)}
    }
    .into_any()
}

/// The button that asks, while there is something to ask.
fn ask(chosen: RwSignal<Chosen>) -> Part {
    let store = store();
    let open = move || {
        chosen.update(|it| it.is_open = true);
        store.place.focus_soon(chosen.with_untracked(Chosen::figure_id));
    };
    part(move || {
        chosen.with(|it| {
            let is_asked = !it.is_open && it.taken(store).is_none();
            let word = words!("page.this-is");
            let name = Some(format!("{word}: {}", it.number));
            is_asked.then(|| button(Some("link"), Some(it.id.clone()), name, word.to_owned(), open))
        })
    })
}

/// What the number was taken for, and the way to its row.
fn taken(chosen: RwSignal<Chosen>) -> Part {
    let store = store();
    part(move || {
        chosen.with(|it| {
            let (which, row) = it.taken(store)?;
            let show = move || {
                store.open(row.id);
                store.place.focus_soon(toggle_id(row.id));
            };
            let id = if which == Which::Limit { "page.taken-limit" } else { "page.taken-in-use" };
            let said = say(current(), id, &[("row", &Param::from(row.id.as_str()))]);
            let word = words!("page.show-row").to_owned();
            let show = button(Some("link"), Some(it.row_id()), None, word, show);
            Some(view! { <span class="given">{said} " " {show}</span> })
        })
    })
}

/// "5 is the limit on EBS, in TiB."
fn choices(chosen: RwSignal<Chosen>) -> AnyView {
    let store = store();
    let take: Click = Box::new(move |_| {
        let Some((which, row, figure)) = chosen.with_untracked(Chosen::figure) else { return };
        store.answer(|answers| state(answers, row.id, which, figure));
        chosen.update(|it| (it.is_open, it.is_taken) = (false, true));
        store.place.focus_soon(chosen.with_untracked(Chosen::row_id));
    });
    let cancel = move || {
        chosen.update(|it| it.is_open = false);
        store.place.focus_soon(chosen.with_untracked(|it| it.id.clone()));
    };
    let (number, figure_id) =
        chosen.with_untracked(|it| (Param::from(it.number.as_str()), it.figure_id()));
    let is = say(current(), "page.number-is", &[("number", &number)]);
    view! {
        <div
            class="unnamed"
            role="group"
            aria-label=is.clone()
            hidden=flag(move || !chosen.with(|it| it.is_open))
        >
            <span>{is.clone()}</span>
            {choice(Some(figure_id), words!("page.which-figure"), figures(), move |value| {
                let which = match value.as_str() {
                    "limit" => Some(Which::Limit),
                    "in-use" => Some(Which::InUse),
                    _ => None,
                };
                chosen.update(|it| it.which = which);
            })}
            {choice(None, words!("page.which-row"), rows(), move |value| {
                let row = ROWS.iter().find(|row| row.id.as_str() == value);
                chosen.update(|it| it.row = row);
            })}
            <span hidden=flag(move || !chosen.with(Chosen::needs_unit))>
                {words!("page.in-unit")} " "
                {choice(None, words!("page.which-unit"), units(), move |value| {
                    let unit = UNITS.iter().copied().find(|unit| unit.symbol() == value);
                    chosen.update(|it| it.unit = unit);
                })}
            </span>
            <button
                type="button"
                class="primary"
                disabled=flag(move || chosen.with(|it| it.figure().is_none()))
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
        (id, lookup(current(), &format!("row.{id}")).unwrap_or(id))
    };
    let rows = ROWS.iter().map(name);
    std::iter::once(("", words!("page.choose-row"))).chain(rows).collect()
}

fn units() -> Vec<(&'static str, &'static str)> {
    let units = UNITS.iter().map(|unit| (unit.symbol(), unit.symbol()));
    std::iter::once(("", words!("page.choose-unit"))).chain(units).collect()
}
