//! Where a row's figures were read: each with its line, and a button that leads there.

use leptos::prelude::*;

use super::dynamic::{memo, part};
use super::excerpt::{Place, around, column_of, line};
use super::foreign;
use super::point::{Pointed, numbered, pointer};
use super::store::{Store, store};
use crate::data::quotas::{Quota, Scope, quota_by_code};
use crate::data::regions::GLOBAL;
use crate::report::{Amount, Resource, ResourceId, Role};
use crate::request::console_url;
use crate::text::{current, labelled, say, source_name};
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
    let is_open = memo(move || row.with(|row| store.opened.with(|ids| ids.contains(&row.id))));
    // What nobody looks at is neither looked up nor made.
    let items = move || {
        let page = row.with(quota_of).map(|quota| quota_page(quota, &region_of(quota)));
        let read = row.with(|row| read_lines(store, row, title));
        page.into_iter().chain(read).chain(row.with(beside)).collect::<Vec<_>>()
    };
    view! { <ul class="evidence">{part(move || is_open.get().then(items))}</ul> }
}

/// The quotas beside the row's own whose limit was given, with that limit.
fn beside(row: &Resource) -> Vec<AnyView> {
    let given = row.also.iter().filter_map(|also| Some((also.quota_name, also.limit.as_ref()?)));
    let item = |(name, limit): (&'static str, &Amount)| {
        view! {
            <li class="beside">
                <span>{name}</span>
                <span>{limit.shown().to_owned()}</span>
            </li>
        }
        .into_any()
    };
    given.map(item).collect()
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
        let name = foreign::name(&source_name(&source.name));
        let of = [("name", &name.into()), ("line", &found.line.into())];
        let shown = say(current(), "report.place", &of);
        let what = labelled(title, role);
        let excerpt = numbered(
            "excerpt",
            None,
            [what.as_str(), &shown].join(words!("list.clause")),
            around(&source.text, place, 1),
            Box::new(|_| ()),
        );
        let pointed = Pointed {
            source: source.id,
            place,
            what,
            from: format!("{from}-{}", row.id.as_str()),
            row: Some(row.id),
        };
        let item = view! {
            <li>
                <span>{role}</span>
                {pointer(pointed, labelled(role, &shown), shown)}
                {excerpt}
            </li>
        };
        Some(item.into_any())
    });
    lines.collect()
}

fn quota_of(row: &Resource) -> Option<&'static Quota> {
    row.quota.as_ref().and_then(|info| quota_by_code(info.quota_code))
}

/// The Region in which AWS shows a quota.
fn region_of(quota: &Quota) -> String {
    if quota.scope == Scope::Global {
        return GLOBAL.to_owned();
    }
    store().report.with(|report| report.profile.region.clone())
}

fn quota_page(quota: &Quota, region: &str) -> AnyView {
    let code = format!("{} {}", quota.service_code, quota.quota_code);
    view! {
        <li>
            <span>{words!("page.quota")}</span>
            <span>
                <a href=console_url(quota, region) rel="noreferrer" target="_blank">
                    {quota.name}
                </a>
                " "
                <code>{code}</code>
            </span>
        </li>
    }
    .into_any()
}
