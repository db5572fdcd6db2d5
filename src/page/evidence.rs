//! Where a row's figures were read: each with its line, and a button that leads there.

use leptos::prelude::*;

use super::dynamic::part;
use super::excerpt::{Place, around, column_of, line};
use super::point::{Pointed, numbered, pointer};
use super::store::{Store, store};
use crate::data::quotas::{Scope, quota_by_code};
use crate::data::regions::GLOBAL;
use crate::report::{Resource, ResourceId, Role};
use crate::request::console_url;
use crate::words;

/// The id of the button that opens a row's details.
pub fn toggle_id(id: ResourceId) -> String {
    format!("toggle-{}", id.as_str())
}

/// The quota's page at AWS, the lines that the figures came from, and the quotas beside it.
#[component]
pub fn Evidence(
    row: Memo<Resource>,
    /// How the page calls the row.
    title: &'static str,
) -> impl IntoView {
    let store = store();
    let is_open = move || row.with(|row| store.opened.with(|ids| ids.contains(&row.id)));
    // What nobody looks at is not looked up.
    let read = move || is_open().then(|| row.with(|row| read_lines(store, row, title)));
    let beside = move || {
        row.with(|row| {
            let given = row.also.iter().filter_map(|also| Some((also, also.limit.clone()?)));
            given
                .map(|(also, limit)| {
                    view! {
                        <li class="beside">
                            <span>{also.quota_name}</span>
                            <span>{limit.text}</span>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <ul class="evidence">
            {part(move || quota_page(row))} {part(read)}
            {part(beside)}
        </ul>
    }
}

/// The lines that the figures were read on.
fn read_lines(store: Store, row: &Resource, title: &'static str) -> Vec<AnyView> {
    let sources = store.filled();
    let lines = row.evidence.iter().filter_map(|found| {
        // The report counts the sources as they are filled.
        let source = sources.get(found.source)?;
        let (role, from) = match found.role {
            Role::Limit => (words!("page.column-limit"), "limit-of"),
            Role::InUse => (words!("page.column-in-use"), "use-of"),
        };
        // A document on one line holds many quotas: the row's own is what matters.
        let names = row.quota.as_ref().map(|quota| [quota.quota_code, quota.quota_name]);
        let text = line(&source.text, found.line);
        let column = names.map_or(1, |names| column_of(text, &names));
        let place = Place { line: found.line, column };
        let shown = format!("{}, {} {}", source.name, words!("page.line"), found.line);
        let excerpt = numbered(
            "excerpt",
            None,
            format!("{title}: {role}, {shown}"),
            around(&source.text, place, 1),
            Box::new(|_| ()),
        );
        let pointed = Pointed {
            source: source.id,
            place,
            what: format!("{title}: {role}"),
            from: format!("{from}-{}", row.id.as_str()),
            row: Some(row.id),
        };
        let item = view! {
            <li>
                <span>{role}</span>
                {pointer(pointed, format!("{role}: {shown}"), shown)}
                {excerpt}
            </li>
        };
        Some(item.into_any())
    });
    lines.collect()
}

fn quota_page(row: Memo<Resource>) -> Option<impl IntoView> {
    let report = store().report;
    let quota =
        row.with(|row| row.quota.as_ref().and_then(|info| quota_by_code(info.quota_code)))?;
    let region = report.with(|report| report.profile.region.clone());
    let region = if quota.scope == Scope::Global { GLOBAL.to_owned() } else { region };
    let code = format!("{} {}", quota.service_code, quota.quota_code);
    Some(view! {
        <li>
            <span>{words!("page.quota")}</span>
            <span>
                <a href=console_url(quota, &region) rel="noreferrer" target="_blank">
                    {quota.name}
                </a>
                " "
                <code>{code}</code>
            </span>
        </li>
    })
}
