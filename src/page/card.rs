//! One source: what was recognised in it, its problems, and its text.

use leptos::prelude::*;

use super::dynamic::{flag, memo, part, text};
use super::excerpt::Place;
use super::foreign;
use super::point::{Pointed, escape, pointer, target_id, view_of, way_back};
use super::session::LARGEST_KEPT;
use super::sources::typed;
use super::store::{BOX, Source, store};
use super::unnamed::unnamed;
use super::verdict::notice_content;
use crate::report::{Diagnostic, Severity, format_name};
use crate::text::{Param, Reason, current, labelled, line_word, say, source_name};
use crate::words;

/// With more problems than this, a card shows as many until it is asked for all.
const FEW: usize = 4;

/// One source: its name, what was recognised, its problems, its text unless it is large.
#[component]
pub fn Card(id: u32) -> impl IntoView {
    let store = store();
    let source = memo(move || {
        store.sources.with(|sources| sources.iter().find(|source| source.id == id).cloned())
    });
    let is_large = memo(move || source.with(|it| it.as_ref().is_some_and(Source::is_large)));
    let is_text = source.with_untracked(|it| it.as_ref().is_some_and(|source| source.is_text));
    let name = move || source.with(|source| source.as_ref().map_or_else(String::new, shown));
    let recognised =
        move || source.with(|source| source.as_ref().map(recognised).unwrap_or_default());
    view! {
        <li class="source" data-format=text(move || source.with(|source| source.as_ref().map_or("", |source| source.reading.format())))>
            <div class="line">
                <span class="name">{text(name)}</span>
                <button
                    type="button"
                    class="link"
                    aria-label=text(move || labelled(words!("page.remove"), &name()))
                    on:click=move |_| {
                        store.remove(id);
                        store.place.focus("box");
                    }
                >
                    {words!("page.remove")}
                </button>
            </div>
            <p class="recognised">{text(recognised)}</p>
            <Problems id source />
            {part(move || match is_large.get() {
                true => {
                    let is_kept = source.with(|it| {
                        it.as_ref().is_some_and(|source| source.text.len() < LARGEST_KEPT)
                    });
                    let note = if is_kept { "" } else { words!("page.not-kept") };
                    view! {
                        <p class="note">{words!("page.large")} " " {note}</p>
                        {view_of(source)}
                        {way_back(id)}
                    }
                    .into_any()
                }
                // The box has its text already, and what is no text has none.
                false if id == BOX || !is_text => ().into_any(),
                false => text_of(id, name()),
            })}
        </li>
    }
}

/// What could not be read, the gravest first; of many only the first few until all are asked for.
#[component]
fn Problems(id: u32, source: Memo<Option<Source>>) -> impl IntoView {
    let problems = memo(move || {
        source.with(|source| {
            let all = source.as_ref().map(|source| source.reading.problems.as_slice());
            let all = all.unwrap_or_default();
            let of = |severity| all.iter().filter(move |problem| problem.severity == severity);
            let by_gravity = [Severity::Error, Severity::Warning, Severity::Info];
            by_gravity.into_iter().flat_map(of).cloned().collect::<Vec<Diagnostic>>()
        })
    });
    let count = move || problems.with(Vec::len);
    let all = RwSignal::new(false);
    let items = move || {
        let name = source.with_untracked(|it| it.as_ref().map(shown));
        let name = name.unwrap_or_default();
        let item = |(index, problem): (usize, Diagnostic)| {
            let severity = problem.severity.as_str();
            let is_hidden = flag(move || index >= FEW && !all.get());
            view! {
                <li class="notice" data-severity=severity hidden=is_hidden>
                    {content(id, &name, index, problem)}
                </li>
            }
        };
        problems.get().into_iter().enumerate().map(item).collect_view()
    };
    let word = move || match all.get() {
        true => words!("page.show-fewer").to_owned(),
        false => say(current(), "page.show-all", &[("count", &Param::from(count()))]),
    };
    view! {
        <ul class="notices">{part(items)}</ul>
        <button
            type="button"
            class="link more"
            hidden=flag(move || count() <= FEW)
            aria-expanded=text(move || all.get().to_string())
            on:click=move |_| all.update(|all| *all = !*all)
        >
            {text(word)}
        </button>
    }
}

/// A problem with a button that leads to its line; a number without a name can be given one.
fn content(source: u32, name: &str, index: usize, problem: Diagnostic) -> AnyView {
    let place = problem.line.map(|line| {
        let shown = line_word(line);
        let params = (Param::from(shown.as_str()), Param::from(name), Param::from(line));
        let label = say(current(), "page.show-in", &[("line", &params.0), ("name", &params.1)]);
        let pointed = Pointed {
            source,
            place: Place { line, column: problem.column.unwrap_or(1) },
            what: say(current(), "page.line-shown", &[("line", &params.2)]),
            from: format!("problem-{source}-{index}"),
            row: None,
        };
        view! { <span class="place">{pointer(pointed, label, shown)}</span> }.into_any()
    });
    let message = foreign::message(&problem);
    let says = match problem.reason {
        Reason::NumberWithoutName { number: Param::Text(number) } => {
            unnamed(message, number, format!("unnamed-{source}-{index}"))
        }
        _ => view! { <span>{message}</span> }.into_any(),
    };
    notice_content(problem.severity, place, says)
}

/// The text of a source that is not the box, to look at and to edit.
fn text_of(id: u32, name: String) -> AnyView {
    let store = store();
    view! {
        <details>
            <summary>{words!("page.show-text")} <span class="unseen">{words!("label.colon")} {name.clone()}</span></summary>
            <textarea
                id=target_id(id)
                rows="8"
                spellcheck="false"
                aria-label=name
                prop:value=text(move || store.text(id).to_string())
                on:input=move |event| typed(store, id, &event)
                on:keydown=escape(store, id)
            ></textarea>
            {way_back(id)}
        </details>
    }
    .into_any()
}

fn shown(source: &Source) -> String {
    foreign::name(&source_name(&source.name))
}

/// "Service Quotas, JSON · 3 facts, 22 not needed · 290 kB".
pub fn recognised(source: &Source) -> String {
    let reading = &source.reading;
    let count = |id, count: usize| say(current(), id, &[("count", &Param::from(count))]);
    let mut text = format_name(reading.format()).to_owned();
    text.push_str(" · ");
    text.push_str(&count("page.facts", reading.facts.len()));
    if reading.ignored > 0 {
        text.push_str(words!("list.clause"));
        text.push_str(&count("page.ignored", reading.ignored));
    }
    if source.is_large() {
        text.push_str(&format!(" · {} kB", source.text.len() / 1000));
    }
    text
}
