//! The verdict: one sentence, said aloud when it changes, and the sections behind it.

use leptos::prelude::*;

use super::dynamic::{flag, part, text};
use super::store::store;
use crate::report::{Diagnostic, SectionId, Severity, Verdict as Judged};
use crate::text::{en, lookup};
use crate::words;

/// The sentence at the top of the page.
#[component]
pub fn Verdict() -> impl IntoView {
    let store = store();
    let report = store.report;
    let verdict = Memo::new(move |_| report.with(|report| report.verdict));
    let summary = Memo::new(move |_| report.with(|report| report.summary.clone()));
    let empty = Memo::new(move |_| store.is_untouched());
    view! {
        <section
            class="verdict"
            data-verdict=text(move || if empty.get() { "empty" } else { verdict.get().as_str() })
            aria-label=words!("page.verdict")
        >
            <div class="said" role="status" aria-live="polite" aria-atomic="true">
                <p class="word">
                    <span class="shape" aria-hidden="true"></span>
                    {text(move || if empty.get() { words!("page.empty-verdict") } else { word(verdict.get()) })}
                </p>
                <p class="sentence">{text(move || summary.get())}</p>
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
                {part(move || {
                    report
                        .with(|report| {
                            report
                                .sections
                                .iter()
                                .map(|section| chip(section.id, section.verdict))
                                .collect_view()
                        })
                })}
            </ul>
            <Notices />
        </section>
    }
}

fn word(verdict: Judged) -> &'static str {
    match verdict {
        Judged::Ready => words!("page.verdict-ready"),
        Judged::NotReady => words!("page.verdict-not-ready"),
        Judged::Incomplete => words!("page.verdict-incomplete"),
    }
}

fn chip(id: SectionId, verdict: Judged) -> impl IntoView {
    let name = lookup(en::SENTENCES, &format!("section.{}", id.as_str())).unwrap_or(id.as_str());
    view! {
        <li data-verdict=verdict.as_str()>
            <a href=format!("#{}", id.as_str())>
                <span class="shape" aria-hidden="true"></span>
                {name}
                <span class="unseen">": " {word(verdict)}</span>
            </a>
        </li>
    }
}

/// Conflicts, other Regions, defaults used, secrets found.
#[component]
fn Notices() -> impl IntoView {
    let report = store().report;
    let notices = Memo::new(move |_| report.with(|report| report.notices.clone()));
    view! {
        <ul class="notices" hidden=flag(move || notices.with(Vec::is_empty))>
            {part(move || notices.get().into_iter().map(notice).collect_view())}
        </ul>
    }
}

/// One diagnostic, with its severity as word and shape and its place where it has one.
pub fn notice(diagnostic: Diagnostic) -> impl IntoView {
    let severity = match diagnostic.severity {
        Severity::Error => words!("page.severity-error"),
        Severity::Warning => words!("page.severity-warning"),
        Severity::Info => words!("page.severity-info"),
    };
    let place = diagnostic.line.map(|line| format!("{} {line}", words!("page.line")));
    view! {
        <li class="notice" data-severity=diagnostic.severity.as_str()>
            <span class="shape" aria-hidden="true"></span>
            <span class="unseen">{severity} ": "</span>
            {place.map(|place| view! { <span class="place">{place}</span> })}
            <span>{diagnostic.message}</span>
        </li>
    }
}
