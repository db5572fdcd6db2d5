//! The verdict: one sentence, said aloud when it changes, and the sections behind it.

use leptos::prelude::*;

use super::dynamic::{flag, memo, part, text};
use super::foreign;
use super::said;
use super::store::store;
use super::what_if::{Changes, left};
use crate::data::actors::Actor;
use crate::next::{Step, by_actor};
use crate::report::{Diagnostic, Report, SectionId, Severity, Verdict as Judged};
use crate::text::line_word;
use crate::words;

/// The sentence at the top of the page.
#[component]
pub fn Verdict(
    /// Whether the sections' panels are on the page, to lead to.
    is_linked: bool,
) -> impl IntoView {
    let store = store();
    let report = store.report;
    let verdict = memo(move || report.with(|report| report.verdict));
    let summary = memo(move || report.with(|report| report.says()));
    let empty = memo(move || store.is_untouched());
    view! {
        <section
            role=store.place.landmark()
            class="verdict"
            data-verdict=text(move || if empty.get() { "empty" } else { verdict.get().as_str() })
            aria-label=words!("page.verdict")
        >
            // Takes the focus of the button that goes away once nothing is changed any more.
            <div
                class="said"
                id=left::SAID
                tabindex="-1"
                role="status"
                aria-live="polite"
                aria-atomic="true"
            >
                <p class="word">
                    <span class="shape" aria-hidden="true"></span>
                    {text(move || if empty.get() { words!("page.empty-verdict") } else { verdict.get().word() })}
                </p>
                <p class="sentence">{text(move || summary.get())}</p>
                {left::says()}
            </div>
            {part(move || (verdict.get() == Judged::Ready).then(|| view! {
                <p class="next">
                    {words!("page.next-step")} " "
                    <a
                        href="https://docs.zilliz.com/docs/activate-your-cloud"
                        rel="noreferrer"
                        target="_blank"
                    >
                        {words!("page.activate")}
                    </a>
                </p>
            }))}
            <ul class="sections" hidden=flag(move || empty.get())>
                {SectionId::ALL.iter().map(|&id| chip(id, is_linked)).collect_view()}
            </ul>
            {part(move || (!empty.get()).then(|| view! { <Turns /> }))}
            {left::way_back()}
        </section>
        <Changes />
        <Notices />
        {said::news()}
    }
}

/// Whose turn it is, with how many things are theirs.
#[component]
fn Turns() -> impl IntoView {
    let report = store().report;
    let turns = memo(move || {
        report.with(|report| {
            let of = |(who, steps): (Actor, Vec<Step>)| (who, steps.len());
            by_actor(report).into_iter().map(of).collect::<Vec<_>>()
        })
    });
    let turn = |who: Actor| {
        let count = move || {
            let of = |(known, count): &(Actor, usize)| (*known == who).then_some(*count);
            turns.with(|turns| turns.iter().find_map(of).unwrap_or_default())
        };
        view! {
            <li hidden=flag(move || count() == 0)>
                {who.name()} " "
                <span class="count">{text(move || count().to_string())}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="turns" hidden=flag(move || turns.with(Vec::is_empty))>
            <span>{words!("page.whose-turn")}</span>
            <ul>{Actor::ALL.iter().map(|who| turn(*who)).collect_view()}</ul>
        </div>
    }
}

fn chip(id: SectionId, is_linked: bool) -> AnyView {
    let report = store().report;
    let verdict = memo(move || {
        let of = |report: &Report| report.sections.iter().find(|section| section.id == id).cloned();
        report.with(|report| of(report).map_or(Judged::Incomplete, |section| section.verdict))
    });
    let content = view! {
        <span class="shape" aria-hidden="true"></span>
        {id.name()}
        <span class="unseen">{words!("label.colon")} {text(move || verdict.get().word())}</span>
    };
    let chip = if is_linked {
        view! { <a class="chip" href=format!("#{}", id.as_str())>{content}</a> }.into_any()
    } else {
        view! { <span class="chip">{content}</span> }.into_any()
    };
    view! { <li data-verdict=text(move || verdict.get().as_str())>{chip}</li> }.into_any()
}

/// Conflicts, other Regions, defaults used, secrets found. What is changed of the requirements
/// stands by itself.
#[component]
fn Notices() -> impl IntoView {
    let report = store().report;
    let notices = memo(move || {
        let is_other = |notice: &&Diagnostic| !notice.is_change();
        report.with(|report| report.notices.iter().filter(is_other).cloned().collect::<Vec<_>>())
    });
    view! {
        <section
            role=store().place.landmark()
            class="panel about"
            aria-label=words!("page.notices")
            hidden=flag(move || notices.with(Vec::is_empty))
        >
            <ul class="notices">{part(move || notices.get().into_iter().map(notice).collect_view())}</ul>
        </section>
    }
}

/// One diagnostic, with its severity as word and shape and its place where it has one.
pub fn notice(diagnostic: Diagnostic) -> impl IntoView {
    let place = diagnostic
        .line
        .map(|line| view! { <span class="place">{line_word(line)}</span> }.into_any());
    let (severity, says) = (diagnostic.severity, foreign::message(&diagnostic));
    view! {
        <li class="notice" data-severity=severity.as_str()>
            {notice_content(severity, place, view! { <span>{says}</span> }.into_any())}
        </li>
    }
}

/// What stands in a notice: its severity as shape and word, its place, and what it says.
pub fn notice_content(severity: Severity, place: Option<AnyView>, says: AnyView) -> AnyView {
    view! {
        <span class="shape" aria-hidden="true"></span>
        <span class="unseen">{severity.word()} {words!("label.colon")}</span>
        {place}
        {says}
    }
    .into_any()
}
