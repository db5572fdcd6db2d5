//! Whether the policies and roles may be created: a person's word, beside a simulation.
//!
//! A simulation does not see everything that denies, and can deny falsely what is allowed for some
//! resources or under some condition. So it opens no check and closes none that a person confirmed.

use super::answered;
use super::command::simulation_command;
use crate::data::iam_actions::IamAction;
use crate::decide::account::Accounts;
use crate::decide::resources::Known;
use crate::decide::shown::Simulation;
use crate::read::{Decision, Reading, What};
use crate::report::{Answer, Outcome};
use crate::text::Reason;

/// A denial fails unless a person says that the actions are allowed.
pub fn permissions(known: &Known<'_>, answer: Option<Answer>) -> (Outcome, Reason) {
    let simulation = &known.evidence.shown.simulation;
    let of = |wanted: Option<Decision>| -> Vec<&str> {
        let some = simulation.all().filter(|(_, decision)| *decision == wanted);
        some.map(|(action, _)| action.name).collect()
    };
    let (allowed, denied) = (of(Some(Decision::Allowed)), of(Some(Decision::Denied)));
    let unasked = of(None);
    if allowed.is_empty() && denied.is_empty() {
        return answered(
            answer,
            Reason::PermissionsUnknown { command: simulation_command().into() },
        );
    }
    match answer {
        Some(Answer::No) => (Outcome::Fail, Reason::Denied),
        Some(Answer::Yes) if denied.is_empty() => (Outcome::Pass, Reason::Confirmed),
        Some(Answer::Yes) => {
            let (denied, names) = (denied.len().into(), denied.join(", ").into());
            (Outcome::Pass, Reason::ConfirmedOverSimulation { denied, deniedActions: names })
        }
        None if !denied.is_empty() => {
            let reason = Reason::SimulationDenies {
                allowed: allowed.len().into(),
                denied: denied.len().into(),
                unasked: unasked.len().into(),
                allowedActions: allowed.join(", ").into(),
                deniedActions: denied.join(", ").into(),
                unaskedActions: unasked.join(", ").into(),
            };
            (Outcome::Fail, reason)
        }
        None if unasked.is_empty() => {
            let (allowed, names) = (allowed.len().into(), allowed.join(", ").into());
            (Outcome::Open, Reason::SimulationAllows { allowed, allowedActions: names })
        }
        None => {
            let reason = Reason::SimulationPartial {
                allowed: allowed.len().into(),
                unasked: unasked.len().into(),
                allowedActions: allowed.join(", ").into(),
                unaskedActions: unasked.join(", ").into(),
                command: simulation_command().into(),
            };
            (Outcome::Open, reason)
        }
    }
}

/// Every action that is needed, with what the pasted simulations say of it for the account that
/// counts; `account` is the one that a person chose.
pub fn simulated(
    readings: &[&Reading],
    account: Option<&str>,
) -> Vec<(&'static IamAction, Option<Decision>)> {
    let accounts = Accounts::of(readings, account);
    let mut simulation = Simulation::default();
    for fact in readings.iter().flat_map(|reading| &reading.facts) {
        if let What::Simulated { action, decision } = fact.what
            && accounts.count(fact.account.as_deref())
        {
            simulation.take(action, decision);
        }
    }
    simulation.all().collect()
}
