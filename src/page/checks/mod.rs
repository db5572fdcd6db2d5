//! The checks beside the rows, section by section; a person answers those that no export can.

mod accounts;
mod actions;
mod created;
mod credentials;
mod machine;
mod parts;
mod says;

use std::sync::Arc;

use leptos::prelude::*;

use super::account;
use super::copy::CopyBlock;
use super::dynamic::{flag, memo, part, text};
use super::foreign;
use super::store::{Store, store};
use super::verify;
use crate::data::checks::Check as Spec;
use crate::decide::check_label as label;
use crate::report::{Answer, Check, CheckId, Outcome, Report, SectionId};
use crate::text::{Param, Reason, current, labelled, say};
use crate::words;
use machine::Machine;
use parts::badge;

/// Every check of the profile, under its section.
#[component]
pub fn Checks() -> impl IntoView {
    let profile = store().profile;
    let machine = Machine::new();
    machine.forget_with_its_answer();
    let all = memo(move || profile.with(|profile| profile.checks.to_vec()));
    let section = move |section: SectionId| {
        let checks: Vec<Spec> =
            all.with(|all| all.iter().copied().filter(|check| check.section == section).collect());
        // The rows have a panel of their own that carries the section's anchor.
        let anchor = section != SectionId::Resources;
        let names_are_known = checks.iter().any(|check| check.id == CheckId::IamNameCollisions);
        view! {
            <div class="section" id=anchor.then(|| section.as_str())>
                <h3>{section.name()}</h3>
                <ul>{checks.into_iter().map(|spec| check(spec, machine)).collect_view()}</ul>
                {names_are_known.then(created::created)}
            </div>
        }
    };
    view! {
        <section role=store().place.landmark() class="panel checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{words!("page.checks-title")}</h2>
            {part(move || {
                // The license's check stands with its details.
                let others = SectionId::ALL.iter().filter(|id| **id != SectionId::License);
                others.map(|&id| section(id)).collect_view()
            })}
        </section>
    }
}

/// The checks of a section that has a panel of its own.
pub fn of_section(section: SectionId) -> AnyView {
    let profile = store().profile;
    let machine = Machine::new();
    let checks = memo(move || {
        let of = |check: &&Spec| check.section == section;
        profile.with(|profile| profile.checks.iter().filter(of).copied().collect::<Vec<_>>())
    });
    let items = move || checks.get().into_iter().map(|spec| check(spec, machine)).collect_view();
    view! { <ul class="checks-of">{part(items)}</ul> }.into_any()
}

/// What the report says of one check.
#[derive(Clone, Copy)]
struct Found {
    check: Memo<Option<Check>>,
    /// The command that would show it.
    command: Memo<Option<String>>,
    /// Guidance is open while the check is, or fails.
    wants_help: Memo<bool>,
    /// Whether all of a check that asks for nothing is shown: a person wants to see it.
    is_asked_for: RwSignal<bool>,
}

impl Found {
    fn of(id: CheckId) -> Found {
        let store = store();
        let report = store.report;
        let check = memo(move || {
            report.with(|report| report.checks.iter().find(|check| check.id == id).cloned())
        });
        let command = memo(move || {
            let is_elsewhere = has_own_command(id) || is_told_before(store, id);
            check.with(|check| command_of(&check.as_ref()?.reason).filter(|_| !is_elsewhere))
        });
        let wants_help = memo(move || matches!(outcome(check), Outcome::Open | Outcome::Fail));
        Found { check, command, wants_help, is_asked_for: RwSignal::new(false) }
    }

    /// Whether it stands on one line.
    fn is_folded(self) -> bool {
        !self.wants_help.get() && !self.is_asked_for.get()
    }

    fn outcome(self) -> Outcome {
        outcome(self.check)
    }

    /// Its sentence, without what stands below it in a form of its own: the command to copy, or
    /// the address in a link.
    fn says(self, id: CheckId) -> String {
        let says = |check: &Check| foreign::sentence(&check.says(), &check.reason);
        let mut whole = self.check.with(|check| check.as_ref().map(says)).unwrap_or_default();
        let below = self.command.get().or_else(|| says::address(id).map(str::to_owned));
        if let Some(rest) = below.and_then(|below| whole.strip_suffix(&below).map(str::len)) {
            whole.truncate(rest);
        }
        whole
    }
}

fn outcome(check: Memo<Option<Check>>) -> Outcome {
    check.with(|check| check.as_ref().map_or(Outcome::Open, |check| check.outcome))
}

fn command_of(reason: &Reason) -> Option<String> {
    reason.params().into_iter().find_map(|(name, value)| match value {
        Param::Text(command) if name == "command" => Some(command.clone()),
        _ => None,
    })
}

/// Its command stands in its guidance, whatever was pasted.
fn has_own_command(id: CheckId) -> bool {
    id == CheckId::IamPermissions
}

/// While it is open whether there is a Terraform, the command for its version stands there.
fn is_told_before(store: Store, id: CheckId) -> bool {
    let is_open = |report: &Arc<Report>| {
        let installed = report.checks.iter().find(|check| check.id == CheckId::TerraformInstalled);
        installed.is_some_and(|check| check.outcome != Outcome::Pass)
    };
    id == CheckId::TerraformVersion && store.report.with(is_open)
}

fn check(spec: Spec, machine: Machine) -> AnyView {
    let id = spec.id;
    let found = Found::of(id);
    let is_folded = memo(move || found.is_folded());
    // What is folded away is not made either.
    let rest = move || {
        (!is_folded.get()).then(|| vec![Some(command(id, found)), help(id, found, machine)])
    };
    view! {
        <li
            class="check"
            class:folded=flag(move || is_folded.get())
            data-check=id.as_str()
            data-outcome=text(move || found.outcome().as_str())
        >
            {badge(move || found.outcome().word())}
            <div class="says">
                <p>{label(id)}</p>
                <p class="note">{text(move || found.says(id))}</p>
            </div>
            <div class="does">
                {spec.asks_a_person().then(|| answer(id, machine))}
                {more(id, found)}
            </div>
            {part(rest)}
        </li>
    }
    .into_any()
}

/// Shows all of a check that asks for nothing, or its one line again.
fn more(id: CheckId, found: Found) -> AnyView {
    let is_asked_for = found.is_asked_for;
    let word = move || match is_asked_for.get() {
        true => words!("page.less"),
        false => words!("page.more"),
    };
    let name = text(move || labelled(word(), label(id)));
    let click: super::controls::Click = Box::new(move |_| is_asked_for.update(|it| *it = !*it));
    view! {
        <button
            type="button"
            class="link more-of"
            aria-label=name
            aria-expanded=text(move || is_asked_for.get().to_string())
            hidden=flag(move || found.wants_help.get())
            on:click=click
        >
            {text(word)}
        </button>
    }
    .into_any()
}

/// What a person answers with.
fn answer(id: CheckId, machine: Machine) -> AnyView {
    match id {
        CheckId::OperatingSystem => machine::choice(machine),
        _ => yes_no(id),
    }
}

/// What helps to settle the check.
fn help(id: CheckId, found: Found, machine: Machine) -> Option<AnyView> {
    match id {
        CheckId::OperatingSystem => Some(machine::guess(machine, found)),
        CheckId::TerraformInstalled => Some(machine::install(machine, found)),
        CheckId::AwsAccount | CheckId::ZillizAccount | CheckId::RegionSupported => {
            Some(accounts::help(id, found))
        }
        CheckId::TemporaryCredentials => Some(credentials::help(found)),
        CheckId::IamPermissions => Some(actions::help(found)),
        CheckId::LicenseDetailsConfirmed => Some(verify::details()),
        _ => None,
    }
}

/// The command that would show it, to copy.
fn command(id: CheckId, found: Found) -> AnyView {
    let command = found.command;
    let is_there = memo(move || command.with(Option::is_some));
    let shown = move || {
        let text = Signal::derive(move || command.get().unwrap_or_default());
        let label = say(current(), "page.command-for", &[("check", &label(id).into())]);
        view! { <div class="help"><CopyBlock text=text label=label /></div> }
    };
    part(move || is_there.get().then(shown)).into_any()
}

/// A check in focus: why it stands as it does, its answers, and what helps to settle it.
pub fn in_focus(spec: Spec) -> AnyView {
    let (id, machine) = (spec.id, Machine::new());
    machine.forget_with_its_answer();
    let found = Found::of(id);
    // What an answer is about comes before it.
    let (before, behind) = match id {
        CheckId::LicenseDetailsConfirmed => (help(id, found, machine), None),
        CheckId::OneAccount => (Some(account::choice(words!("page.which-account"))), None),
        _ => (None, help(id, found, machine)),
    };
    view! {
        <p>{text(move || found.says(id))}</p>
        {before}
        {spec.asks_a_person().then(|| answer(id, machine))}
        {command(id, found)}
        {behind}
    }
    .into_any()
}

/// Yes or no.
pub fn yes_no(id: CheckId) -> AnyView {
    let store = store();
    let button = move |answer: Answer, word: &'static str| {
        press(word, move || given(store, id) == Some(answer), move || toggle(store, id, answer))
    };
    view! {
        <div class="yes-no" role="group" aria-label=label(id)>
            {button(Answer::Yes, words!("page.yes"))}
            {button(Answer::No, words!("page.no"))}
        </div>
    }
    .into_any()
}

/// A button that is pressed or not.
fn press(
    word: &'static str,
    is_pressed: impl Fn() -> bool + Send + 'static,
    mut click: impl FnMut() + 'static,
) -> AnyView {
    let click: super::controls::Click = Box::new(move |_| click());
    view! {
        <button type="button" aria-pressed=text(move || is_pressed().to_string()) on:click=click>
            {word}
        </button>
    }
    .into_any()
}

fn given(store: Store, id: CheckId) -> Option<Answer> {
    store.answers.with(|answers| answers.answers.get(&id).copied())
}

/// Gives an answer; the one that is given already is taken back.
fn toggle(store: Store, id: CheckId, answer: Answer) {
    store.answer(|answers| {
        if answers.answers.get(&id) == Some(&answer) {
            answers.answers.remove(&id);
        } else {
            answers.answers.insert(id, answer);
        }
    });
}
