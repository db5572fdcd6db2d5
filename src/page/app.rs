//! The page's frame: header, verdict, what goes in on one side and what comes out on the other.

use leptos::prelude::*;

use super::account;
use super::architecture::Architecture;
use super::ask::Ask;
use super::browser::{focus, is_embedded};
use super::call::CallMode;
use super::checks::Checks;
use super::cited::cited;
use super::dynamic::{flag, memo, part, text};
use super::hand_over::{HandOver, LinkSays, Printout, follow};
use super::license::License;
use super::resources::Resources;
use super::saved::Assessment;
use super::session;
use super::sources::Sources;
use super::store::Store;
use super::verdict::Verdict;
use super::what_if::Requirements;
use crate::data::regions::COMMERCIAL;
use crate::decide::chosen_region;
use crate::report::{Answers, ProfileInfo};
use crate::words;

/// The whole page, or the compact one that other pages embed; it begins with `start`.
pub fn app(start: Answers) -> impl IntoView {
    let store = Store::new(start);
    session::restore(store);
    session::keep(store);
    follow(store);
    provide_context(store);
    if is_embedded() {
        view! {
            <div class="page embedded">
                <LinkSays />
                <Verdict is_linked=false />
                <main class="columns">
                    <h1 class="unseen">{words!("page.title")}</h1>
                    <Sources />
                    <Resources only_open=true />
                </main>
                <footer class="foot">
                    <About />
                </footer>
                <Printout />
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="page" class:untouched=flag(move || store.is_untouched())>
                <Header />
                <LinkSays />
                <Verdict is_linked=true />
                <main class="columns">
                    <div class="side">
                        <Ask />
                        <Sources />
                    </div>
                    <div class="body">
                        {part(move || {
                            if store.calling.get() {
                                view! { <CallMode /> }.into_any()
                            } else {
                                view! {
                                    <Architecture />
                                    <Resources only_open=false />
                                    <Requirements />
                                    <License />
                                    <Checks />
                                    <HandOver />
                                }
                                    .into_any()
                            }
                        })}
                    </div>
                </main>
                <footer class="foot">
                    <About />
                </footer>
                <Printout />
            </div>
        }
        .into_any()
    }
}

#[component]
fn Header() -> impl IntoView {
    let store = super::store::store();
    view! {
        <header>
            <div class="head">
                <div class="title">
                    <h1>{words!("page.title")}</h1>
                    <p>{words!("page.subtitle")}</p>
                </div>
                <div class="tools">
                    <Assessment />
                    {account::choice(words!("page.account"))}
                    <RegionChoice />
                    <button
                        type="button"
                        id="call-mode"
                        aria-pressed=text(move || store.calling.get().to_string())
                        on:click=move |_| {
                            if store.calling.get_untracked() {
                                super::call::end(store);
                            } else {
                                store.calling.set(true);
                            }
                        }
                    >
                        {words!("call.mode")}
                    </button>
                    <button type="button" on:click=move |_| super::example::fill(store)>
                        {words!("page.try-example")}
                    </button>
                    <button
                        type="button"
                        id="clear"
                        // Not `disabled`: the button keeps the focus when nothing is left.
                        aria-disabled=text(move || store.is_untouched().to_string())
                        on:click=move |_| {
                            if !store.is_untouched() {
                                store.clear();
                            }
                        }
                    >
                        {words!("page.clear")}
                    </button>
                </div>
            </div>
            <p class="undo" role="status">
                {part(move || store.can_undo().then(|| view! { <Undo /> }))}
            </p>
            <p class="marked" hidden=flag(move || !store.is_example())>
                {words!("page.is-example")}
            </p>
        </header>
    }
}

#[component]
fn Undo() -> impl IntoView {
    let store = super::store::store();
    let undo = move |_| {
        store.undo();
        focus("clear");
    };
    view! {
        <span>
            {text(move || {
                if store.is_untouched() { words!("page.cleared") } else { words!("page.replaced") }
            })}
        </span>
        " "
        <button type="button" class="link" on:click=undo>
            {words!("page.undo")}
        </button>
    }
}

#[component]
fn RegionChoice() -> impl IntoView {
    let store = super::store::store();
    let chosen = memo(move || {
        store.profile.with(|profile| {
            store.answers.with(|answers| chosen_region(answers, profile).to_owned())
        })
    });
    let supported = memo(move || {
        store.profile.with(|profile| {
            profile.regions.iter().map(|region| region.to_string()).collect::<Vec<String>>()
        })
    });
    let option = move |region: String| {
        let (value, shown) = (region.clone(), region.clone());
        let is_chosen = flag(move || chosen.with(|chosen| *chosen == region));
        view! { <option value=value selected=is_chosen>{shown}</option> }
    };
    let others = move || {
        let is_other = |region: &&str| {
            supported.with(|supported| !supported.iter().any(|known| known == region))
        };
        let others = COMMERCIAL.iter().copied().filter(is_other);
        others.map(|region| option(region.to_owned())).collect_view()
    };
    view! {
        <label class="region">
            <span>{words!("page.region")}</span>
            <select
                prop:value=text(move || chosen.get())
                on:change=move |event| {
                    let region = event_target_value(&event);
                    store.answer(|answers| {
                        let is_default = supported.with_untracked(|all| all.first() == Some(&region));
                        answers.region = (!is_default).then_some(region);
                    });
                }
            >
                <optgroup label=words!("page.regions-supported")>
                    {part(move || supported.get().into_iter().map(option).collect_view())}
                </optgroup>
                <optgroup label=words!("page.regions-other")>
                    {part(others)}
                </optgroup>
            </select>
        </label>
    }
}

/// The document, its date, and what the page does not promise.
#[component]
fn About() -> impl IntoView {
    let report = super::store::store().report;
    let of = move |get: fn(&ProfileInfo) -> String| {
        text(move || report.with(|report| get(&report.profile)))
    };
    let source = memo(move || report.with(|report| report.profile.source.clone()));
    view! {
        <p>
            {words!("page.about-before")} " "
            {part(move || cited(source.get(), of(|profile| profile.title.clone())))} " "
            {of(|profile| {
                profile.source_date.clone().unwrap_or_else(|| words!("page.no-source-date").to_owned())
            })}
        </p>
        <p>{words!("page.about-newer")}</p>
        <p>{words!("page.private")} " " {words!("page.kept")}</p>
        <p class="version">{format!("byoc-readiness {}", env!("CARGO_PKG_VERSION"))}</p>
    }
}
