//! The actions that creating policies and roles takes: how to simulate them, and what came out.

use leptos::prelude::*;

use super::parts::{State, badge, fold, note, state_at, word_at};
use super::{Found, says};
use crate::data::iam_actions::{IAM_ACTIONS, IamAction};
use crate::decide::{simulated, simulation_command};
use crate::page::copy::CopyBlock;
use crate::page::dynamic::{flag, memo, text};
use crate::page::store::{Store, store};
use crate::read::{Decision, Reading};
use crate::report::CheckId;
use crate::text::{current, in_current, index, say};
use crate::words;

/// The command to run, and action by action what its output says.
pub fn help(found: Found) -> AnyView {
    let store = store();
    // Of all answers the account alone matters here.
    let account = memo(move || store.answers.with(|answers| answers.account.clone()));
    let states = memo(move || account.with(|account| states(store, account.as_deref())));
    let is_asked = memo(move || states.with(|states| count(states, UNASKED) < states.len()));
    let is_unasked = memo(move || found.wants_help.get() && !is_asked.get());
    let command = Signal::derive(simulation_command);
    let how = view! {
        {note(words!("page.simulate-how").into_any())}
        <CopyBlock text=command label=words!("page.simulate-command") />
        {says::paragraphs(CheckId::IamPermissions)}
    };
    let lines = IAM_ACTIONS.iter().enumerate().map(|(at, action)| line(action, states, at));
    let list = view! { <ul class="actions">{lines.collect_view()}</ul> };
    let counted = text(move || states.with(|states| counted(states)));
    view! {
        {fold(is_unasked, flag(|| false), text(|| words!("page.simulate")), how.into_any())}
        {fold(found.wants_help, flag(move || !is_asked.get()), counted, list.into_any())}
    }
    .into_any()
}

const ALLOWED: State = ("pass", index("page.action-allowed"));
const DENIED: State = ("fail", index("page.action-denied"));
const UNASKED: State = ("unknown", index("page.action-unasked"));

/// What the simulation says of each action, in the table's order.
fn states(store: Store, account: Option<&str>) -> Vec<State> {
    let sources = store.filled();
    let readings: Vec<&Reading> = sources.iter().map(|source| source.reading.as_ref()).collect();
    let all = simulated(&readings, account);
    let state = |decision| match decision {
        Some(Decision::Allowed) => ALLOWED,
        Some(Decision::Denied) => DENIED,
        None => UNASKED,
    };
    all.into_iter().map(|(_, decision)| state(decision)).collect()
}

fn count(states: &[State], state: State) -> usize {
    states.iter().filter(|known| **known == state).count()
}

/// "15 actions: 13 allowed, 1 denied, 1 not asked"
fn counted(states: &[State]) -> String {
    let params = [
        ("actions", &states.len().into()),
        ("allowed", &count(states, ALLOWED).into()),
        ("denied", &count(states, DENIED).into()),
        ("unasked", &count(states, UNASKED).into()),
    ];
    say(current(), "page.actions", &params)
}

fn line(action: &'static IamAction, states: Memo<Vec<State>>, at: usize) -> AnyView {
    view! {
        <li data-outcome=text(move || state_at(states, at).0)>
            {badge(move || word_at(states, at))}
            <code>{action.name}</code>
            <span class="note">{in_current("action.", action.purpose)}</span>
        </li>
    }
    .into_any()
}
