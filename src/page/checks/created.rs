//! What Terraform creates in IAM: the document's table, to search, with what was pasted of each.

use leptos::prelude::*;

use super::parts::{State, badge, fold, state_at, word_at};
use crate::data::iam_names::{ATTACHMENTS, Created, IAM_NAMES, Kind};
use crate::decide::{Standing, standings};
use crate::page::dynamic::{flag, memo, text};
use crate::page::field::typed;
use crate::page::store::{Store, store};
use crate::read::Reading;
use crate::text::{Param, current, in_current, index, say};
use crate::words;

/// The table, closed until something in it is in the way.
pub fn created() -> AnyView {
    let store = store();
    // Of all answers the account alone matters here.
    let account = memo(move || store.answers.with(|answers| answers.account.clone()));
    let states = memo(move || account.with(|account| states(store, account.as_deref())));
    let taken =
        move || states.with(|states| states.iter().filter(|state| **state == TAKEN).count());
    let is_taken = memo(move || taken() > 0);
    let filter = RwSignal::new(String::new());
    let is_shown = move |row: Created, at: usize| {
        filter.with(|filter| matches(row, word_at(states, at), filter))
    };
    let shown = move || Created::all().enumerate().filter(|(at, row)| is_shown(*row, *at)).count();
    let lines = Created::all().enumerate().map(|(at, row)| line(row, states, at, is_shown));
    let typed: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| filter.set(typed(&event)));
    let body = view! {
        <div class="filter">
            <label>
                <span>{words!("page.created-filter")}</span>
                <input
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words!("page.created-hint")
                    on:input=typed
                />
            </label>
            <span class="note" role="status">{text(move || counted(shown()))}</span>
        </div>
        <table hidden=flag(move || shown() == 0)>
            <thead>
                <tr>
                    <th scope="col">{words!("page.created-name")}</th>
                    <th scope="col">{words!("page.created-purpose")}</th>
                    <th scope="col">{words!("page.created-state")}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
        <p class="note" hidden=flag(move || shown() > 0)>{words!("page.created-none")}</p>
    };
    let title = text(move || format!("{}{}", title(), in_the_way(taken())));
    let table = fold(is_taken, flag(|| false), title, body.into_any());
    view! { <div class="created">{table}</div> }.into_any()
}

const FREE: State = ("pass", index("page.standing-free"));
const TAKEN: State = ("fail", index("page.standing-taken"));
/// Of what is attached already Terraform makes nothing anew, and does not stop.
const ATTACHED: State = ("pass", index("page.standing-attached"));
const UNKNOWN: State = ("unknown", index("page.standing-unknown"));

/// What the pasted lists say of each row, in the table's order.
fn states(store: Store, account: Option<&str>) -> Vec<State> {
    let sources = store.filled();
    let readings: Vec<&Reading> = sources.iter().map(|source| source.reading.as_ref()).collect();
    let all = standings(&readings, account);
    let state = |(row, standing)| match (standing, row) {
        (Standing::Free, _) => FREE,
        (Standing::Exists, Created::Name(_)) => TAKEN,
        (Standing::Exists, Created::Attachment(_)) => ATTACHED,
        (Standing::Unknown, _) => UNKNOWN,
    };
    all.into_iter().map(state).collect()
}

fn line(
    row: Created,
    states: Memo<Vec<State>>,
    at: usize,
    is_shown: impl Fn(Created, usize) -> bool + Send + 'static,
) -> AnyView {
    // A narrow column breaks the address where its kind ends.
    let (of, name) = row.identifier().split_once('.').unwrap_or_default();
    view! {
        <tr data-created=row.identifier() hidden=flag(move || !is_shown(row, at))>
            <th scope="row">
                <span class="kind">{kind(row)}</span>
                <code>{row.name()}</code>
                <code class="identifier">{of} "." <wbr /> {name}</code>
            </th>
            <td>{description(row)}</td>
            <td data-outcome=text(move || state_at(states, at).0)>
                {badge(move || word_at(states, at))}
            </td>
        </tr>
    }
    .into_any()
}

fn description(row: Created) -> &'static str {
    in_current("created.", row.description())
}

fn kind(row: Created) -> &'static str {
    match row {
        Created::Name(name) if name.kind == Kind::Policy => words!("page.kind-policy"),
        Created::Name(_) => words!("page.kind-role"),
        Created::Attachment(_) => words!("page.kind-attachment"),
    }
}

/// Whether every word of the filter is somewhere in the row, in any case.
fn matches(row: Created, state: &str, filter: &str) -> bool {
    let cells = [kind(row), row.name(), row.identifier(), description(row), state];
    let cells = cells.join("\n").to_lowercase();
    filter.to_lowercase().split_whitespace().all(|word| cells.contains(word))
}

fn title() -> String {
    let of = |kind| -> Param { IAM_NAMES.iter().filter(|name| name.kind == kind).count().into() };
    let (policies, roles) = (of(Kind::Policy), of(Kind::Role));
    let attachments = ATTACHMENTS.len().into();
    let params = [("policies", &policies), ("roles", &roles), ("attachments", &attachments)];
    say(current(), "page.created", &params)
}

/// "; 2 exist already"
fn in_the_way(taken: usize) -> String {
    if taken == 0 {
        return String::new();
    }
    let taken = say(current(), "page.created-taken", &[("taken", &taken.into())]);
    format!("{}{taken}", words!("list.semicolon"))
}

/// "3 of 11"
fn counted(shown: usize) -> String {
    let all = Created::all().count();
    say(current(), "page.created-shown", &[("shown", &shown.into()), ("all", &all.into())])
}
