//! The page's frame: header, verdict, what goes in on one side and what comes out on the other.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::account;
use super::architecture::Architecture;
use super::ask::Ask;
use super::asked::AskedFor;
use super::browser::{report_error, to_js};
use super::call::CallMode;
use super::checks::Checks;
use super::cited::cited;
use super::dynamic::{flag, memo, part, text};
use super::foreign;
use super::hand_over::{HandOver, LinkSays, Printout, follow};
use super::language::{self, Spoken};
use super::license::License;
use super::place::Place;
use super::rescue;
use super::resources::Resources;
use super::saved::Assessment;
use super::session;
use super::sources::Sources;
use super::start::{Start, Within};
use super::store::Store;
use super::verdict::Verdict;
use super::what_if::{Requirements, left::is_left};
use super::whole;
use crate::data::regions::COMMERCIAL;
use crate::decide::chosen_region;
use crate::report::ProfileInfo;
use crate::text::day;
use crate::words;

/// The whole calculator, or the compact one, in `root`.
pub fn app(root: HtmlElement, start: Start) -> (Store, AnyView) {
    let place =
        Place::new(root, start.within != Within::Element, start.page, start.language.sentences);
    let store = Store::new(place, start.answers, start.large);
    let brings_back = session::restore(store, start.state.as_deref(), start.keep.as_deref());
    if !brings_back && !start.sources.is_empty() {
        store.replace(start.sources, store.start(), false);
    }
    let keeps = start.keep.is_some() && session::can_keep();
    if let Some(name) = start.keep {
        session::keep(store, name);
    }
    if let Some(tell) = start.on_report {
        Effect::new(move |_| {
            let report = store.report.with(|report| to_js(&**report));
            if let Err(thrown) = tell.call1(&JsValue::UNDEFINED, &report.unwrap_or_default()) {
                report_error(&thrown);
            }
        });
    }
    if let Some(rescue) = start.rescue {
        rescue::tell(store, rescue);
    }
    follow(store);
    provide_context(store);
    let language = start.language;
    let about = About { within: start.within, keeps, date: start.date };
    let view = match start.is_compact {
        true => compact(store, language, about),
        false => whole(store, language, start.on_language, about),
    };
    (store, view)
}

/// Its frame: on its own page a landmark and the heading above all others, on another page neither.
fn frame(store: Store, language: Spoken, is_compact: bool, content: AnyView) -> AnyView {
    let inside = !store.place.is_page;
    let is_left = is_left(store);
    view! {
        <div
            class="page"
            class:inside=inside
            class:embedded=is_compact
            class:untouched=flag(move || !is_compact && store.is_untouched())
            class:calling=flag(move || store.calling.get())
            class:leaving=flag(move || is_left.get())
            role=inside.then_some("group")
            aria-label=inside.then_some(words!("page.title"))
            lang=language.tag
            on:click=move |event| follow_within(store, &event)
        >
            {content}
        </div>
    }
    .into_any()
}

fn compact(store: Store, language: Spoken, about: About) -> AnyView {
    let content = view! {
        <AskedFor />
        <LinkSays />
        <Verdict is_linked=false />
        <div class="columns" role=main(store)>
            <h1 class="unseen" attr:aria-level=level(store)>{words!("page.title")}</h1>
            {undo_line(store)}
            {whole::way()}
            <Sources />
            <Resources only_open=true />
        </div>
        {about.foot()}
        <Printout />
    };
    frame(store, language, true, content.into_any())
}

fn whole(
    store: Store,
    language: Spoken,
    on_language: Option<js_sys::Function>,
    about: About,
) -> AnyView {
    let languages = on_language.map(|tell| language::choice(&language, tell));
    let content = view! {
        {header(languages)}
        <AskedFor />
        <LinkSays />
        <Verdict is_linked=true />
        <div class="columns" role=main(store)>
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
        </div>
        {about.foot()}
        <Printout />
    };
    frame(store, language, false, content.into_any())
}

fn main(store: Store) -> Option<&'static str> {
    store.place.is_page.then_some("main")
}

/// Below the headings of another page.
fn level(store: Store) -> Option<&'static str> {
    (!store.place.is_page).then_some("2")
}

/// A link to a part of the calculator: a browser does not look for it in another page's element.
fn follow_within(store: Store, event: &MouseEvent) {
    if store.place.is_page {
        return;
    }
    let clicked = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let link = clicked.and_then(|it| it.closest("a[href^='#']").ok().flatten());
    let Some(to) = link.and_then(|link| link.get_attribute("href")) else { return };
    event.prevent_default();
    if let Some(part) = store.place.find(&to[1..]) {
        part.scroll_into_view();
        // The next Tab goes on from there.
        let _ = part.set_attribute("tabindex", "-1");
        store.place.focus(&to[1..]);
    }
}

fn header(languages: Option<AnyView>) -> AnyView {
    let store = super::store::store();
    view! {
        <header>
            <div class="head">
                <div class="title">
                    <h1 attr:aria-level=level(store)>{words!("page.title")}</h1>
                    <p>{words!("page.subtitle")}</p>
                </div>
                <div class="tools">
                    <Assessment />
                    {account::choice(words!("page.account"))}
                    <RegionChoice />
                    {languages}
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
            {undo_line(store)}
            <p class="marked" hidden=flag(move || !store.is_example())>
                {words!("page.is-example")}
            </p>
        </header>
    }
    .into_any()
}

/// What was replaced, while it can be brought back.
fn undo_line(store: Store) -> AnyView {
    view! {
        <p class="undo" role="status">
            {part(move || store.can_undo().then(|| view! { <Undo /> }))}
        </p>
    }
    .into_any()
}

#[component]
fn Undo() -> impl IntoView {
    let store = super::store::store();
    let undo = move |_| {
        store.undo();
        // The compact calculator has no button to clear it.
        if !store.place.focuses("clear") {
            store.place.focus("box");
        }
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
struct About {
    within: Within,
    keeps: bool,
    date: Option<String>,
}

impl About {
    fn foot(self) -> AnyView {
        let report = super::store::store().report;
        let of = move |get: fn(&ProfileInfo) -> String| {
            text(move || report.with(|report| get(&report.profile)))
        };
        let source = memo(move || report.with(|report| report.profile.source.clone()));
        let around = match self.within {
            Within::Page => "",
            Within::Element => words!("page.around-element"),
            Within::Frame => words!("page.around-frame"),
        };
        let kept = if self.keeps { words!("page.kept") } else { words!("page.kept-nowhere") };
        let version = format!("byoc-readiness {}", env!("CARGO_PKG_VERSION"));
        let version = match self.date {
            Some(date) => format!("{version} · {date}"),
            None => version,
        };
        view! {
            <footer class="foot">
                <p>
                    {words!("page.about-before")} " "
                    {part(move || cited(source.get(), of(|profile| foreign::name(profile.name()))))} " "
                    {of(|profile| {
                        profile.source_date.as_deref().map_or_else(
                            || words!("page.no-source-date").to_owned(),
                            |date| day(date).into_owned(),
                        )
                    })}
                </p>
                <p>{words!("page.about-newer")}</p>
                <p>{words!("page.private")} " " {around} " " {kept}</p>
                <p class="version">{version}</p>
            </footer>
        }
        .into_any()
    }
}
