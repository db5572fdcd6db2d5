//! What Terraform creates in IAM: the document's table, to search, with what was pasted of each.

use leptos::prelude::*;

use crate::data::iam_names::{ATTACHMENTS, Created, IAM_NAMES, Kind};
use crate::decide::{Standing, standings};
use crate::page::dynamic::{flag, text};
use crate::page::field::typed;
use crate::page::store::{Store, store};
use crate::read::Reading;
use crate::text::{Param, en, say};
use crate::words;

/// The table, closed until something in it is in the way.
pub fn created() -> AnyView {
    let store = store();
    let all = Memo::new(move |_| of(store));
    let taken = Memo::new(move |_| {
        let is_taken = |row: &&(Created, Standing)| is_in_the_way(row.0, row.1);
        all.with(|all| all.iter().filter(is_taken).count())
    });
    let is_taken = Memo::new(move |_| taken.get() > 0);
    let filter = RwSignal::new(String::new());
    let is_shown = move |at: usize| {
        all.with(|all| filter.with(|filter| all.get(at).is_some_and(|row| matches(row, filter))))
    };
    let shown = Memo::new(move |_| (0..all.with(Vec::len)).filter(|at| is_shown(*at)).count());
    let rows = Created::all().enumerate().map(|(at, row)| {
        let standing =
            Memo::new(move |_| all.with(|all| all.get(at).map_or(Standing::Unknown, |row| row.1)));
        line(row, standing, move || !is_shown(at))
    });
    view! {
        <details class="created" open=flag(move || is_taken.get())>
            <summary>
                {title()} {text(move || if is_taken.get() { in_the_way(taken.get()) } else { String::new() })}
            </summary>
            <div class="filter">
                <label>
                    <span>{words!("page.created-filter")}</span>
                    <input
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=words!("page.created-hint")
                        on:input=move |event| filter.set(typed(&event))
                    />
                </label>
                <span class="note" role="status">
                    {text(move || counted(shown.get(), all.with(Vec::len)))}
                </span>
            </div>
            <table hidden=flag(move || shown.get() == 0)>
                <thead>
                    <tr>
                        <th scope="col">{words!("page.created-name")}</th>
                        <th scope="col">{words!("page.created-purpose")}</th>
                        <th scope="col">{words!("page.created-state")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="note" hidden=flag(move || shown.get() > 0)>{words!("page.created-none")}</p>
        </details>
    }
    .into_any()
}

fn of(store: Store) -> Vec<(Created, Standing)> {
    let sources = store.filled();
    let readings: Vec<&Reading> = sources.iter().map(|source| source.reading.as_ref()).collect();
    store.answers.with(|answers| standings(&readings, answers.account.as_deref()))
}

fn line(
    row: Created,
    standing: Memo<Standing>,
    is_hidden: impl FnMut() -> bool + Send + 'static,
) -> AnyView {
    let outcome = move || match standing.get() {
        Standing::Free => "pass",
        Standing::Exists if is_in_the_way(row, Standing::Exists) => "fail",
        Standing::Exists => "pass",
        Standing::Unknown => "unknown",
    };
    view! {
        <tr data-created=row.identifier() hidden=flag(is_hidden)>
            <th scope="row">
                <span class="kind">{kind(row)}</span>
                <code>{row.name()}</code>
                <code class="identifier">{row.identifier()}</code>
            </th>
            <td>{row.description()}</td>
            <td data-outcome=text(outcome)>
                <span class="badge">
                    <span class="shape" aria-hidden="true"></span>
                    {text(move || word(row, standing.get()))}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

/// Of an attachment that is there already Terraform makes nothing anew, and does not stop.
fn is_in_the_way(row: Created, standing: Standing) -> bool {
    standing == Standing::Exists && matches!(row, Created::Name(_))
}

fn kind(row: Created) -> &'static str {
    match row {
        Created::Name(name) if name.kind == Kind::Policy => words!("page.kind-policy"),
        Created::Name(_) => words!("page.kind-role"),
        Created::Attachment(_) => words!("page.kind-attachment"),
    }
}

fn word(row: Created, standing: Standing) -> &'static str {
    match (standing, row) {
        (Standing::Free, _) => words!("page.standing-free"),
        (Standing::Exists, Created::Name(_)) => words!("page.standing-taken"),
        (Standing::Exists, Created::Attachment(_)) => words!("page.standing-attached"),
        (Standing::Unknown, _) => words!("page.standing-unknown"),
    }
}

/// Whether every word of the filter is somewhere in the row, in any case.
fn matches((row, standing): &(Created, Standing), filter: &str) -> bool {
    let cells =
        [kind(*row), row.name(), row.identifier(), row.description(), word(*row, *standing)];
    let cells = cells.join("\n").to_lowercase();
    filter.to_lowercase().split_whitespace().all(|word| cells.contains(word))
}

fn title() -> String {
    let of = |kind| -> Param { IAM_NAMES.iter().filter(|name| name.kind == kind).count().into() };
    let (policies, roles) = (of(Kind::Policy), of(Kind::Role));
    let attachments = ATTACHMENTS.len().into();
    let params = [("policies", &policies), ("roles", &roles), ("attachments", &attachments)];
    say(en::SENTENCES, "page.created", &params)
}

/// "; 2 exist already"
fn in_the_way(taken: usize) -> String {
    format!("; {}", say(en::SENTENCES, "page.created-taken", &[("taken", &taken.into())]))
}

/// "3 of 11"
fn counted(shown: usize, all: usize) -> String {
    say(en::SENTENCES, "page.created-shown", &[("shown", &shown.into()), ("all", &all.into())])
}
