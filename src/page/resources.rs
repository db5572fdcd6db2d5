//! The document's table: what is needed, what there is, what is missing, and what to do about it.

use leptos::prelude::*;

use super::bar::bar;
use super::copy::CopyBlock;
use super::dynamic::{flag, part, text};
use super::figures::Figures;
use super::store::store;
use crate::data::profiles::PROFILES;
use crate::data::quotas::{Scope, quota_by_code};
use crate::data::regions::GLOBAL;
use crate::decide::console_url;
use crate::report::{Amount, Basis, Remedy, Resource, ResourceId, Role, Status};
use crate::text::{en, lookup};
use crate::words;

/// Every row in the document's order; in the compact page only those that are short or unknown.
#[component]
pub fn Resources(
    /// Leave out the rows that are settled.
    only_open: bool,
) -> impl IntoView {
    let rows = PROFILES[0].rows.iter().enumerate();
    // Rows whose details are open stay, so that none goes away under the hand that fills it in.
    let opened = RwSignal::new(Vec::<ResourceId>::new());
    let report = store().report;
    let none_open = move || {
        let is_shown =
            |row: &Resource| !is_settled(row) || opened.with(|ids| ids.contains(&row.id));
        only_open && !report.with(|report| report.resources.iter().any(is_shown))
    };
    view! {
        <section class="panel rows" id="resources" aria-labelledby="resources-title">
            <h2 id="resources-title">{words!("page.resources-title")}</h2>
            <p class="note" hidden=flag(move || !none_open())>
                {words!("page.nothing-open")}
            </p>
            <table hidden=flag(none_open)>
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
                {rows.map(|(index, row)| view! { <Row index id=row.id only_open opened /> }).collect_view()}
            </table>
        </section>
    }
}

/// One row: its figures, why it stands as it does, its remedy, and the fields to fill it in.
#[component]
fn Row(
    index: usize,
    id: ResourceId,
    only_open: bool,
    opened: RwSignal<Vec<ResourceId>>,
) -> impl IntoView {
    let report = store().report;
    let row = Memo::new(move |_| report.with(|report| report.resources[index].clone()));
    // A row's other figures may change while its remedy, and the focus in it, stay.
    let remedy = Memo::new(move |_| row.with(|row| row.remedy.clone()));
    let default_limit = Memo::new(move |_| row.with(default_limit));
    let is_open = move || opened.with(|ids| ids.contains(&id));
    let toggle = move |_| {
        opened.update(|ids| match ids.iter().position(|open| *open == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        });
    };
    let name = lookup(en::SENTENCES, &format!("row.{}", id.as_str())).unwrap_or(id.as_str());
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
                    <span class="label">{text(move || row.with(|row| row.label.clone()))}</span>
                </th>
                {figure("page.column-required", row, |row| Some(row.required.clone()))}
                {figure("page.column-limit", row, |row| row.limit.clone())}
                {figure("page.column-in-use", row, |row| row.in_use.clone())}
                {figure("page.column-available", row, |row| row.available.clone())}
                {figure("page.column-shortfall", row, |row| row.shortfall.clone())}
                <td class="status">
                    <span class="badge">
                        <span class="shape" aria-hidden="true"></span>
                        {text(move || row.with(|row| status_word(row.status)))}
                    </span>
                    {part(move || row.with(bar))}
                </td>
            </tr>
            <tr class="why">
                <td colspan="7">
                    <div class="because">
                        <p>
                            {text(move || row.with(|row| row.explanation.clone()))} " "
                            <span class="low">{text(move || row.with(low_headroom))}</span>
                        </p>
                        <button
                            type="button"
                            class="link"
                            aria-expanded=text(move || is_open().to_string())
                            aria-controls=controls
                            aria-label=format!("{}: {name}", words!("page.fill-in"))
                            on:click=toggle
                        >
                            {words!("page.fill-in")}
                        </button>
                    </div>
                    {part(move || remedy.get().map(|remedy| view! { <Fix remedy name /> }))}
                    {part(move || default_limit.get().map(|limit| view! { <Adopt id limit /> }))}
                    <div class="details" id=details hidden=flag(move || !is_open())>
                        <Figures id name />
                        <Sources row />
                    </div>
                </td>
            </tr>
        </tbody>
    }
}

fn is_settled(row: &Resource) -> bool {
    matches!(row.status, Status::Met | Status::Unlimited)
}

/// The document's word for the service; memory shares its with vCPU.
fn title(id: ResourceId) -> &'static str {
    let service = PROFILES[0].row(id).map_or("", |row| row.service);
    match id {
        ResourceId::Vcpu => "EC2 vCPU",
        ResourceId::Memory => "EC2 memory",
        _ => service,
    }
}

fn figure(
    column: &'static str,
    row: Memo<Resource>,
    of: fn(&Resource) -> Option<Amount>,
) -> impl IntoView {
    let column = lookup(en::SENTENCES, column).unwrap_or(column);
    view! {
        <td
            class="number"
            class:none=flag(move || row.with(|row| of(row).is_none()))
            data-column=column
        >
            {part(move || match row.with(of) {
                Some(amount) => figure_text(&amount).into_any(),
                None => "–".into_any(),
            })}
        </td>
    }
}

/// The figure as pasted, with the document's unit on a line of its own.
fn figure_text(amount: &Amount) -> impl IntoView + use<> {
    let (own, other) = match amount.text.split_once(" (") {
        Some((own, other)) => (own.to_owned(), Some(other.trim_end_matches(')').to_owned())),
        None => (amount.text.clone(), None),
    };
    view! {
        <span class="amount">{own} {other.map(|other| view! { <small>{other}</small> })}</span>
    }
}

/// A status as a word.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Met => words!("page.status-met"),
        Status::Short => words!("page.status-short"),
        Status::Unverified => words!("page.status-unverified"),
        Status::Missing => words!("page.status-missing"),
        Status::Unlimited => words!("page.status-unlimited"),
    }
}

fn low_headroom(row: &Resource) -> &'static str {
    if row.low_headroom { words!("page.low-headroom") } else { "" }
}

/// AWS's default, as a person would type it, where that is all that is known of the limit.
fn default_limit(row: &Resource) -> Option<String> {
    let limit = row.limit.as_ref().filter(|_| row.basis == Some(Basis::Default))?;
    let own = limit.text.split(" (").next()?;
    Some(own.replace(',', ""))
}

/// A default is not the account's limit until somebody says so.
#[component]
fn Adopt(id: ResourceId, limit: String) -> impl IntoView {
    let store = store();
    let adopt = move |_| {
        let limit = limit.clone();
        store.answer(|answers| answers.stated.entry(id).or_default().limit = Some(limit));
    };
    view! {
        <button type="button" class="adopt" on:click=adopt>
            {words!("page.adopt")}
        </button>
    }
}

/// The command that asks AWS for more, and where to do it by hand.
#[component]
fn Fix(remedy: Remedy, name: &'static str) -> impl IntoView {
    let command = remedy.command.clone();
    let text = Signal::derive(move || command.clone());
    view! {
        <div class="fix">
            <p>
                {words!("page.fix")} " "
                <a href=remedy.console_url rel="noreferrer" target="_blank">
                    {words!("page.open-console")}
                    <span class="unseen">": " {name}</span>
                </a>
            </p>
            <CopyBlock text=text label=format!("{}: {name}", words!("page.fix-command")) />
        </div>
    }
}

/// Where the row's figures were read, the quotas beside it, and the quota's page at AWS.
#[component]
fn Sources(row: Memo<Resource>) -> impl IntoView {
    let report = store().report;
    let evidence = move || {
        row.with(|row| {
            let lines = row.evidence.iter().map(|line| {
                let source = report.with(|report| {
                    report.sources.get(line.source).map(|source| source.name.clone())
                });
                let role = match line.role {
                    Role::Limit => words!("page.column-limit"),
                    Role::InUse => words!("page.column-in-use"),
                };
                let place = format!(
                    "{}, {} {}",
                    source.unwrap_or_default(),
                    words!("page.line"),
                    line.line
                );
                view! {
                    <li>
                        <span>{role}</span>
                        {place}
                    </li>
                }
            });
            lines.collect_view()
        })
    };
    let beside = move || {
        row.with(|row| {
            let given = row.also.iter().filter_map(|also| Some((also, also.limit.clone()?)));
            given
                .map(|(also, limit)| {
                    view! {
                        <li>
                            <span>{also.quota_name}</span>
                            {limit.text}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let page = move || {
        let quota =
            row.with(|row| row.quota.as_ref().and_then(|info| quota_by_code(info.quota_code)))?;
        let region = report.with(|report| report.profile.region.clone());
        let region = if quota.scope == Scope::Global { GLOBAL.to_owned() } else { region };
        let code = format!("{} {}", quota.service_code, quota.quota_code);
        Some(view! {
            <li>
                <span>{words!("page.quota")}</span>
                <a href=console_url(quota, &region) rel="noreferrer" target="_blank">
                    {quota.name}
                </a>
                " "
                <code>{code}</code>
            </li>
        })
    };
    view! { <ul class="evidence">{part(page)} {part(evidence)} {part(beside)}</ul> }
}
