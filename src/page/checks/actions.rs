//! The actions that creating policies and roles takes: how to simulate them, and what came out.

use leptos::prelude::*;

use super::{Found, says};
use crate::data::iam_actions::IamAction;
use crate::decide::{simulated, simulation_command};
use crate::page::copy::CopyBlock;
use crate::page::dynamic::{flag, part, text};
use crate::page::store::{Store, store};
use crate::read::{Decision, Reading};
use crate::report::CheckId;
use crate::text::{en, say};
use crate::words;

/// An action, with what the simulation says of it.
type Simulated = (&'static IamAction, Option<Decision>);

/// The command to run, and action by action what its output says.
pub fn help(found: Found) -> AnyView {
    let store = store();
    let all = Memo::new(move |_| Actions(said(store)));
    let is_asked = Memo::new(move |_| all.with(Actions::is_asked));
    let is_wanted = found.wants_help();
    let is_open = Memo::new(move |_| is_wanted.get() && !is_asked.get());
    view! {
        <details class="help" open=flag(move || is_open.get())>
            <summary>{words!("page.simulate")}</summary>
            <p class="note">{words!("page.simulate-how")}</p>
            <CopyBlock
                text=Signal::stored(simulation_command())
                label=words!("page.simulate-command")
            />
            {says::paragraphs(CheckId::IamPermissions)}
        </details>
        <details class="help" open=flag(move || is_wanted.get()) hidden=flag(move || !is_asked.get())>
            <summary>{text(move || all.with(Actions::count))}</summary>
            <ul class="actions">
                {part(move || all.get().0.into_iter().map(line).collect_view())}
            </ul>
        </details>
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
struct Actions(Vec<Simulated>);

impl Actions {
    fn is_asked(&self) -> bool {
        self.of(None) < self.0.len()
    }

    fn of(&self, decision: Option<Decision>) -> usize {
        self.0.iter().filter(|(_, said)| *said == decision).count()
    }

    /// "15 actions: 13 allowed, 1 denied, 1 not asked"
    fn count(&self) -> String {
        let params = [
            ("actions", &self.0.len().into()),
            ("allowed", &self.of(Some(Decision::Allowed)).into()),
            ("denied", &self.of(Some(Decision::Denied)).into()),
            ("unasked", &self.of(None).into()),
        ];
        say(en::SENTENCES, "page.actions", &params)
    }
}

fn said(store: Store) -> Vec<Simulated> {
    let sources = store.filled();
    let readings: Vec<&Reading> = sources.iter().map(|source| source.reading.as_ref()).collect();
    store.answers.with(|answers| simulated(&readings, answers.account.as_deref()))
}

fn line((action, decision): Simulated) -> AnyView {
    let (outcome, word) = match decision {
        Some(Decision::Allowed) => ("pass", words!("page.action-allowed")),
        Some(Decision::Denied) => ("fail", words!("page.action-denied")),
        None => ("unknown", words!("page.action-unasked")),
    };
    view! {
        <li data-outcome=outcome>
            <span class="badge">
                <span class="shape" aria-hidden="true"></span>
                {word}
            </span>
            <code>{action.name}</code>
            <span class="note">{action.purpose}</span>
        </li>
    }
    .into_any()
}
