//! The document's table: what is needed, what there is, what is missing, and what to do about it.

use leptos::prelude::*;

use super::bar::bar;
use super::controls::button;
use super::dynamic::{flag, memo, part, text};
use super::evidence::{Evidence, toggle_id};
use super::figures::{Figures, Which, state};
use super::foreign;
use super::remedy::ways_out;
use super::store::{Store, store};
use super::what_if::{adjusted_from, adjusted_mark};
use crate::profile::document::title;
use crate::report::{Amount, Basis, Report, Resource, ResourceId, Role, Status};
use crate::text::{Param, current, labelled, lookup, say};
use crate::words;

/// Every row in the document's order; in the compact page only those that are short or unknown.
#[component]
pub fn Resources(
    /// Leave out the rows that are settled.
    only_open: bool,
) -> impl IntoView {
    let Store { profile, report, opened, .. } = store();
    let ids = memo(move || {
        profile.with(|profile| profile.rows.iter().map(|row| row.id).collect::<Vec<_>>())
    });
    let rows =
        move || ids.get().into_iter().map(|id| view! { <Row id only_open /> }).collect_view();
    // Rows whose details are open stay, so that none goes away under the hand that fills it in.
    let none_open = move || {
        let is_shown =
            |row: &Resource| !is_settled(row) || opened.with(|ids| ids.contains(&row.id));
        only_open && !report.with(|report| report.resources.iter().any(is_shown))
    };
    view! {
        <section role=store().place.landmark() class="panel rows" id="resources" aria-labelledby="resources-title">
            <h2 id="resources-title">{words!("page.resources-title")}</h2>
            <p class="note" hidden=flag(move || !none_open())>
                {words!("page.nothing-open")}
            </p>
            <table aria-labelledby="resources-title" hidden=flag(none_open)>
                <thead>
                    <tr>
                        <th scope="col">{words!("page.column-resource")}</th>
                        <th scope="col" class="number">{words!("page.column-required")}</th>
                        <th scope="col" class="number">{words!("page.column-limit")}</th>
                        <th scope="col" class="number">{words!("page.column-in-use")}</th>
                        <th scope="col" class="number">{words!("page.column-available")}</th>
                        <th scope="col" class="number">{words!("page.column-shortfall")}</th>
                        <th scope="col">{words!("page.column-status")}</th>
                    </tr>
                </thead>
                {part(rows)}
            </table>
        </section>
    }
}

/// One row: its figures, why it stands as it does, its remedy, and the fields to fill it in.
#[component]
fn Row(id: ResourceId, only_open: bool) -> impl IntoView {
    let Store { report, opened, .. } = store();
    // A row that the next profile does not have keeps its figures until it goes.
    let row = Memo::new(move |before: Option<&Resource>| {
        let now = report.with(|report| report.resources.iter().find(|row| row.id == id).cloned());
        now.or_else(|| before.cloned()).expect("the profile has the row")
    });
    let default_limit = memo(move || row.with(default_limit));
    let listed_use = memo(move || row.with(|row| report.with(|report| listed_use(row, report))));
    let is_open = move || opened.with(|ids| ids.contains(&id));
    let toggle = move |_| {
        opened.update(|ids| match ids.iter().position(|open| *open == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        });
    };
    let name = lookup(current(), &format!("row.{}", id.as_str())).unwrap_or(id.as_str());
    let details = format!("details-{}", id.as_str());
    let controls = details.clone();
    view! {
        <tbody
            class="row"
            data-row=id.as_str()
            data-status=text(move || row.with(|row| row.status.as_str()))
            hidden=flag(move || only_open && row.with(is_settled) && !is_open())
        >
            <tr>
                <th scope="row">
                    <span class="service">{title(id)}</span>
                    <span class="label">{text(move || row.with(|row| row.kind().to_owned()))}</span>
                </th>
                {required(id, row)}
                {figure("page.column-limit", row, |row| row.limit.as_ref())}
                {figure("page.column-in-use", row, |row| row.in_use.as_ref())}
                {figure("page.column-available", row, |row| row.available.as_ref())}
                {figure("page.column-shortfall", row, |row| row.shortfall.as_ref())}
                <td class="status">
                    <span class="badge">
                        <span class="shape" aria-hidden="true"></span>
                        {text(move || row.with(|row| row.status.word()))}
                    </span>
                    {bar(row)}
                </td>
            </tr>
            <tr class="why">
                <td colspan="7">
                    <div class="because">
                        <p>
                            {text(move || row.with(|row| foreign::sentence(&row.says(), &row.reason)))} " "
                            <span class="low">{text(move || row.with(low_headroom))}</span>
                        </p>
                        <button
                            type="button"
                            class="link"
                            id=toggle_id(id)
                            aria-expanded=text(move || is_open().to_string())
                            aria-controls=controls
                            aria-label=labelled(words!("page.fill-in"), name)
                            on:click=toggle
                        >
                            {words!("page.fill-in")}
                        </button>
                    </div>
                    {ways_out(row, name)}
                    {part(move || default_limit.get().map(|limit| adopt_limit(id, limit)))}
                    {part(move || listed_use.get().map(|used| adopt_use(id, used)))}
                    <div class="details" id=details hidden=flag(move || !is_open())>
                        <Figures id name />
                        <Evidence row title=title(id) />
                    </div>
                </td>
            </tr>
        </tbody>
    }
}

fn is_settled(row: &Resource) -> bool {
    matches!(row.status, Status::Met | Status::Unlimited)
}

/// What is needed, and the published amount where it is adjusted.
fn required(id: ResourceId, row: Memo<Resource>) -> impl IntoView {
    let from = adjusted_from(id);
    view! {
        <td class="number" data-column=words!("page.column-required")>
            <span class="amounts">
                {amount(memo(move || row.with(|row| Some(row.required.shown().to_owned()))))}
                {part(move || from.get().map(adjusted_mark))}
            </span>
        </td>
    }
}

fn figure(
    column: &'static str,
    row: Memo<Resource>,
    of: fn(&Resource) -> Option<&Amount>,
) -> impl IntoView {
    let figure = column.strip_prefix("page.column-").unwrap_or(column);
    let column = lookup(current(), column).unwrap_or(column);
    let shown = memo(move || row.with(|row| of(row).map(|amount| amount.shown().to_owned())));
    view! {
        <td
            class="number"
            class:none=flag(move || shown.with(Option::is_none))
            data-figure=figure
            data-column=column
        >
            {amount(shown)}
        </td>
    }
}

/// A figure as pasted, with the document's unit on a line of its own; a dash while it is not known.
fn amount(shown: Memo<Option<String>>) -> AnyView {
    let of = |part: fn(&str) -> &str| {
        text(move || shown.with(|shown| part(shown.as_deref().unwrap_or("–")).to_owned()))
    };
    let other = |text: &str| text.split_once(" (").map_or("", |(_, other)| other).len();
    view! {
        <span class="amount">
            {of(|text| text.split(" (").next().unwrap_or_default())}
            <small hidden=flag(move || shown.with(|shown| shown.as_deref().map_or(0, other) == 0))>
                {of(|text| {
                    text.split_once(" (").map_or("", |(_, other)| other.trim_end_matches(')'))
                })}
            </small>
        </span>
    }
    .into_any()
}

fn low_headroom(row: &Resource) -> &'static str {
    if row.low_headroom { words!("page.low-headroom") } else { "" }
}

/// AWS's default, as the row shows it, where that is all that is known of the limit.
fn default_limit(row: &Resource) -> Option<String> {
    let limit = row.limit.as_ref().filter(|_| row.basis == Some(Basis::Default))?;
    Some(own_text(limit))
}

/// What surely says that a list goes on, or that not all of it was understood.
const GOES_ON: &[&str] = &[
    "more-pages",
    "list-narrowed",
    "unknown-type",
    "json-cut",
    "head-cut",
    "rows-damaged",
    "json-too-deep",
];

/// The use that was counted, where it is a lower bound for no other reason than that the list,
/// as it was pasted, does not show its own end.
fn listed_use(row: &Resource, report: &Report) -> Option<String> {
    let is_asked = row.status == Status::Unverified && row.reason.id() == "use-lower-bound";
    let used = row.in_use.as_ref().filter(|_| is_asked)?;
    let line = row.evidence.iter().find(|line| line.role == Role::InUse)?;
    let problems = &report.sources.get(line.source)?.problems;
    let goes_on = problems.iter().any(|problem| GOES_ON.contains(&problem.reason.id()));
    (!goes_on).then(|| own_text(used))
}

/// An amount in its own unit, without the document's beside it.
fn own_text(amount: &Amount) -> String {
    amount.text.split(" (").next().unwrap_or_default().to_owned()
}

/// A default is not the account's limit until somebody says so.
fn adopt_limit(id: ResourceId, limit: String) -> AnyView {
    adopt(id, Which::Limit, limit, words!("page.adopt").to_owned(), None)
}

/// A list without an end of its own is not whole until somebody says so.
fn adopt_use(id: ResourceId, used: String) -> AnyView {
    let label = say(current(), "page.adopt-use", &[("used", &Param::from(used.as_str()))]);
    let note = view! {
        <p class="note">
            {words!("page.adopt-use-note")} " " <code>"--output json"</code> "."
        </p>
    };
    adopt(id, Which::InUse, used, label, Some(note.into_any()))
}

fn adopt(
    id: ResourceId,
    which: Which,
    figure: String,
    label: String,
    note: Option<AnyView>,
) -> AnyView {
    let store = store();
    let adopt = move || {
        let figure = figure.replace(',', "");
        store.answer(|answers| state(answers, id, which, figure));
        // The button goes away with what it asked.
        store.place.focus(&toggle_id(id));
    };
    view! { <div class="adopt">{button(None, None, None, label, adopt)} {note}</div> }.into_any()
}
