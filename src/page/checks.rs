//! The checks beside the rows, section by section; a person answers those that no export can.

use leptos::prelude::*;

use super::dynamic::{part, text};
use super::store::store;
use crate::data::checks::Check as Spec;
use crate::decide::check_label as label;
use crate::report::{Answer, CheckId, Outcome, SectionId};
use crate::text::{en, lookup};
use crate::words;

/// Every check of the profile, under its section.
#[component]
pub fn Checks() -> impl IntoView {
    let profile = store().profile;
    let all = Memo::new(move |_| profile.with(|profile| profile.checks.to_vec()));
    let sections = move || {
        SectionId::ALL.iter().map(|&section| {
        let checks: Vec<Spec> = all.with(|all| {
            all.iter().copied().filter(|check| check.section == section).collect()
        });
        let name = lookup(en::SENTENCES, &format!("section.{}", section.as_str()))
            .unwrap_or(section.as_str());
        // Rows and license have panels of their own that carry the section's anchor.
        let anchor = !matches!(section, SectionId::Resources | SectionId::License);
        view! {
            <div class="section" id=anchor.then(|| section.as_str())>
                <h3>{name}</h3>
                <ul>{checks.into_iter().map(|spec| view! { <Check spec /> }).collect_view()}</ul>
            </div>
        }
    }).collect_view()
    };
    view! {
        <section class="panel checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{words!("page.checks-title")}</h2>
            {part(sections)}
        </section>
    }
}

#[component]
fn Check(spec: Spec) -> impl IntoView {
    let report = store().report;
    let check = Memo::new(move |_| {
        report.with(|report| report.checks.iter().find(|check| check.id == spec.id).cloned())
    });
    let outcome =
        move || check.with(|check| check.as_ref().map_or(Outcome::Open, |check| check.outcome));
    let why = move || {
        check.with(|check| {
            check.as_ref().map_or_else(String::new, |check| check.explanation.clone())
        })
    };
    let asks = spec.asks_a_person();
    view! {
        <li class="check" data-check=spec.id.as_str() data-outcome=text(move || outcome().as_str())>
            <span class="badge">
                <span class="shape" aria-hidden="true"></span>
                {text(move || outcome_word(outcome()))}
            </span>
            <div>
                <p>{label(spec.id)}</p>
                <p class="note">{text(why)}</p>
            </div>
            {asks.then(|| view! { <YesNo id=spec.id /> })}
        </li>
    }
}

/// Yes or no; the answer that is given already takes itself back.
#[component]
pub fn YesNo(id: CheckId) -> impl IntoView {
    let store = store();
    let given = move || store.answers.with(|answers| answers.answers.get(&id).copied());
    let toggle = move |answer: Answer| {
        store.answer(|answers| {
            if answers.answers.get(&id) == Some(&answer) {
                answers.answers.remove(&id);
            } else {
                answers.answers.insert(id, answer);
            }
        });
    };
    let button = move |answer: Answer, word: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=text(move || (given() == Some(answer)).to_string())
                on:click=move |_| toggle(answer)
            >
                {word}
            </button>
        }
    };
    view! {
        <div class="yes-no" role="group" aria-label=label(id)>
            {button(Answer::Yes, words!("page.yes"))}
            {button(Answer::No, words!("page.no"))}
        </div>
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => words!("page.outcome-pass"),
        Outcome::Fail => words!("page.outcome-fail"),
        Outcome::Open => words!("page.outcome-open"),
        Outcome::Advice => words!("page.outcome-advice"),
    }
}
