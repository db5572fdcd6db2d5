//! The checks beside the rows.

mod attached;
mod command;
mod license;
mod names;
mod offerings;
mod permissions;
mod place;
mod room;
mod terraform;

use super::resources::{Judged, Known};
use crate::data::checks::{Check as Spec, Decider};
use crate::report::{Answer, Answers, Check, CheckId, License, Outcome};
use crate::text::{Reason, current, lookup};
pub use command::{TERRAFORM_VERSION, simulation_command};
pub use names::{Standing, standings};
pub use permissions::simulated;

/// Decides every check of the profile, in its order.
pub fn decide(
    known: &Known<'_>,
    rows: &[Judged],
    license: &License,
    answers: &Answers,
    exposed: bool,
) -> Vec<Check> {
    let checks = known.profile.checks.iter();
    checks
        .map(|spec| {
            let (outcome, reason) = outcome(spec, known, rows, license, answers, exposed);
            Check {
                id: spec.id,
                section: spec.section,
                label: label(spec.id).to_owned(),
                outcome,
                explanation: reason.to_string(),
                reason,
            }
        })
        .collect()
}

/// The check's name in English.
pub fn label(id: CheckId) -> &'static str {
    let key = format!("check.{}", id.as_str());
    lookup(current(), &key).unwrap_or(id.as_str())
}

fn outcome(
    spec: &Spec,
    known: &Known<'_>,
    rows: &[Judged],
    license: &License,
    answers: &Answers,
    exposed: bool,
) -> (Outcome, Reason) {
    let answer = answers.answers.get(&spec.id).copied();
    match spec.by {
        Decider::Person => answered(answer, Reason::Unanswered),
        Decider::LicenseVerified => license::verified(license, answer),
        Decider::RoomAdvised { quota_code, need } => {
            room::room(known, quota_code, need, Outcome::Advice)
        }
        Decider::RoomNeeded { quota_code, need } => {
            room::room(known, quota_code, need, Outcome::Fail)
        }
        Decider::RoomOnEachRole { quota_code, need } => {
            attached::room_on_each_role(known, quota_code, need)
        }
        Decider::UpgradeSurge => room::surge(known, rows),
        Decider::AccountNamed => place::account(known, answer, answers.include_ids),
        Decider::OneAccount => place::one_account(known, answers.include_ids),
        Decider::RegionSupported => place::region(known),
        Decider::NoCredentialPasted => credentials(exposed),
        Decider::NamesFree => names::names(known),
        Decider::TerraformInstalled => terraform::installed(&known.evidence.shown, answer),
        Decider::TerraformVersion { demanded } => {
            terraform::version(&known.evidence.shown, demanded)
        }
        Decider::InstanceOfferings => offerings::offerings(known),
        Decider::PermissionsSimulated => permissions::permissions(known, answer),
    }
}

fn answered(answer: Option<Answer>, otherwise: Reason) -> (Outcome, Reason) {
    match answer {
        Some(Answer::Yes) => (Outcome::Pass, Reason::Confirmed),
        Some(Answer::No) => (Outcome::Fail, Reason::Denied),
        None => (Outcome::Open, otherwise),
    }
}

fn credentials(exposed: bool) -> (Outcome, Reason) {
    if exposed {
        (Outcome::Advice, Reason::CredentialExposed)
    } else {
        (Outcome::Pass, Reason::NoCredential)
    }
}
