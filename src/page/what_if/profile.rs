//! The choice among the profiles, with what the chosen one is and where its figures come from.

use leptos::prelude::*;

use super::super::cited::cited;
use super::super::dynamic::{flag, memo, part, text};
use super::super::foreign;
use super::super::store::{Store, store};
use super::Published;
use super::left::{back, is_changed};
use crate::profile::PROFILES;
use crate::report::{Adjustments, Answers, ProfileChoice};
use crate::text::{current, say};
use crate::words;

/// What keeps the focus while the way back goes away.
const CHOICE: &str = "profile";

/// The built-in profiles, and those that were brought along: by the page around, or in a file.
pub fn choice(published: Published) -> AnyView {
    let store = store();
    let chosen = memo(move || published.with(|profile| profile.id.to_string()));
    let around = store.brought().and_then(|choice| own(&choice));
    let brought = memo(move || {
        let chosen = store.answers.with(|answers| answers.profile.as_ref().and_then(own));
        let others = chosen.filter(|(id, _)| around.as_ref().is_none_or(|(known, _)| known != id));
        around.iter().cloned().chain(others).collect::<Vec<_>>()
    });
    let option = move |(id, title): (String, String)| {
        let value = id.clone();
        let is_chosen = flag(move || chosen.with(|chosen| *chosen == id));
        view! { <option value=value selected=is_chosen>{foreign::name(&title)}</option> }
    };
    let options = move || {
        let built_in =
            PROFILES.iter().map(|profile| (profile.id.to_string(), profile.name().to_owned()));
        built_in.chain(brought.get()).map(option).collect_view()
    };
    let choose: Box<dyn FnMut(web_sys::Event)> =
        Box::new(move |event| choose(store, event_target_value(&event)));
    view! {
        <div class="profile">
            <label>
                <span>{words!("page.profile")}</span>
                <select id=CHOICE prop:value=text(move || chosen.get()) on:change=choose>
                    {part(options)}
                </select>
            </label>
            <div hidden=flag(move || !is_changed(store))>{back(CHOICE)}</div>
        </div>
        <p>{text(move || published.with(|profile| profile.about()))}</p>
        <p class="note">{words!("page.profile-source")} " " {part(move || source(published))}</p>
    }
    .into_any()
}

/// Id and title of a profile that is not built in.
fn own(choice: &ProfileChoice) -> Option<(String, String)> {
    match choice {
        ProfileChoice::Own(own) => Some((own.id.clone(), own.title.clone())),
        ProfileChoice::Id(_) => None,
    }
}

/// Another profile's own figures come with it; what was changed is none of its.
fn choose(store: Store, id: String) {
    let choose = move |answers: &mut Answers| {
        answers.profile = match store.brought() {
            Some(ProfileChoice::Own(own)) if own.id == id => Some(ProfileChoice::Own(own)),
            _ => (id != PROFILES[0].id).then_some(ProfileChoice::Id(id)),
        };
        answers.adjustments = Adjustments::default();
    };
    let adjusts =
        store.answers.with_untracked(|answers| answers.adjustments != Adjustments::default());
    if adjusts { store.answer_anew(choose) } else { store.answer(choose) }
}

/// The address as a link, and the source's date.
fn source(published: Published) -> AnyView {
    let (address, date) = published.with(|profile| {
        (profile.source.to_string(), profile.source_date.as_ref().map(ToString::to_string))
    });
    let date = match date {
        Some(date) => say(current(), "page.source-date", &[("date", &date.into())]),
        None => format!(" {}", words!("page.no-source-date")),
    };
    let shown = foreign::name(address.strip_prefix("https://").unwrap_or(&address));
    view! { {cited(address, text(move || shown.clone()))} {date} }.into_any()
}
