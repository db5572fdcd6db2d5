//! The checks beside the rows.

use super::evidence::show_limit;
use super::resources::{Judged, Known};
use crate::data::checks::{Check as Spec, Decider};
use crate::data::iam_names::Kind;
use crate::data::quotas::quota_by_code;
use crate::data::regions::GLOBAL;
use crate::mask::mask_account;
use crate::quantity::{Quantity, Round, Unit};
use crate::read::Limit;
use crate::report::{Answer, Answers, Basis, Check, CheckId, Outcome, ResourceId, Status};
use crate::text::{Param, Reason, en, lookup};

/// Decides every check of the profile, in its order.
pub fn decide(known: &Known<'_>, rows: &[Judged], answers: &Answers, exposed: bool) -> Vec<Check> {
    let checks = known.profile.checks.iter();
    checks
        .map(|spec| {
            let (outcome, reason) = outcome(spec, known, rows, answers, exposed);
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
    lookup(en::SENTENCES, &key).unwrap_or(id.as_str())
}

fn outcome(
    spec: &Spec,
    known: &Known<'_>,
    rows: &[Judged],
    answers: &Answers,
    exposed: bool,
) -> (Outcome, Reason) {
    let answer = answers.answers.get(&spec.id).copied();
    match spec.by {
        Decider::Person => answered(answer, Reason::Unanswered),
        Decider::RoomAdvised { quota_code, need } => room(known, quota_code, need, Outcome::Advice),
        Decider::RoomNeeded { quota_code, need } => room(known, quota_code, need, Outcome::Fail),
        Decider::LimitNeeded { quota_code, need } => limit_alone(known, quota_code, need),
        Decider::UpgradeSurge => surge(known, rows),
        Decider::AccountNamed => account(known, answer, answers.include_ids),
        Decider::OneAccount => one_account(known),
        Decider::RegionSupported => region(known),
        Decider::NoCredentialPasted => credentials(exposed),
        Decider::NamesFree => names(known, &command(spec.id, known)),
        Decider::NotPasted => {
            let command = command(spec.id, known);
            (Outcome::Advice, Reason::NotPasted { command: command.into() })
        }
    }
}

fn answered(answer: Option<Answer>, otherwise: Reason) -> (Outcome, Reason) {
    match answer {
        Some(Answer::Yes) => (Outcome::Pass, Reason::Confirmed),
        Some(Answer::No) => (Outcome::Fail, Reason::Denied),
        None => (Outcome::Open, otherwise),
    }
}

/// Whether `need` more fit under a quota; a limit that is only AWS's default proves nothing.
fn room(known: &Known<'_>, code: &'static str, need: i64, short: Outcome) -> (Outcome, Reason) {
    if need == 0 {
        return (Outcome::Pass, Reason::NoneMade);
    }
    let quota = quota_by_code(code);
    let name = Param::from(quota.map_or(code, |quota| quota.name));
    let found = quota.and_then(|quota| known.limit(quota));
    let used = quota.and_then(|quota| known.used(quota));
    let wanted = Param::from(need);
    let limit = match found.filter(|found| found.basis != Basis::Default).map(|found| found.limit) {
        None => return (Outcome::Advice, Reason::RoomUnknown { quota: name }),
        Some(Limit::Unlimited) => {
            let available = show_limit(Limit::Unlimited).into();
            return (Outcome::Pass, Reason::Room { quota: name, available, need: wanted });
        }
        Some(Limit::Finite(limit)) => limit.whole,
    };
    if limit < i128::from(need) {
        let limit = show(limit).into();
        return (short, Reason::RoomLimitTooLow { quota: name, limit, need: wanted });
    }
    let shown = show(limit).into();
    let Some(used) = used else {
        return (
            Outcome::Advice,
            Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted },
        );
    };
    let free = limit - used.used.whole;
    let available = show(free).into();
    if free < i128::from(need) && used.upper_bound {
        (Outcome::Advice, Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted })
    } else if free < i128::from(need) {
        (short, Reason::RoomShort { quota: name, available, need: wanted })
    } else if used.lower_bound {
        (Outcome::Advice, Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted })
    } else {
        (Outcome::Pass, Reason::Room { quota: name, available, need: wanted })
    }
}

/// Whether a limit on something new, with nothing in use yet, is high enough.
fn limit_alone(known: &Known<'_>, code: &'static str, need: i64) -> (Outcome, Reason) {
    let name = quota_by_code(code).map_or(code, |quota| quota.name);
    let found = quota_by_code(code).and_then(|quota| known.limit(quota));
    match found.filter(|found| found.basis != Basis::Default).map(|found| found.limit) {
        None => (Outcome::Advice, Reason::RoomUnknown { quota: name.into() }),
        Some(Limit::Finite(limit)) if limit.whole < i128::from(need) => {
            let reason = Reason::RoomLimitTooLow {
                quota: name.into(),
                limit: show(limit.whole).into(),
                need: need.into(),
            };
            (Outcome::Fail, reason)
        }
        Some(limit) => {
            let available = show_limit(limit).into();
            (Outcome::Pass, Reason::Room { quota: name.into(), available, need: need.into() })
        }
    }
}

fn show(whole: i128) -> String {
    Quantity::new(whole, Unit::Count).show(Unit::Count, Round::Down)
}

/// Room for one more of the largest instances once everything runs.
fn surge(known: &Known<'_>, rows: &[Judged]) -> (Outcome, Reason) {
    let surge = known.profile.largest().map_or(0, |kind| kind.vcpu);
    let row = rows.iter().find(|row| row.resource.id == ResourceId::Vcpu);
    let met = row.filter(|row| row.resource.status == Status::Met);
    let left = match met.map(|row| (row.free, row.required)) {
        None | Some((None, _)) => {
            return (Outcome::Advice, Reason::SurgeUnknown { surge: surge.into() });
        }
        Some((Some(Limit::Unlimited), _)) => i128::MAX,
        Some((Some(Limit::Finite(free)), required)) => free.whole - required.whole,
    };
    let shown = i64::try_from(left).map_or_else(|_| "∞".into(), Param::from);
    if known.profile.surge {
        return (Outcome::Pass, Reason::SurgeCounted { left: shown, surge: surge.into() });
    }
    if left >= i128::from(surge) {
        (Outcome::Pass, Reason::SurgeRoom { left: shown, surge: surge.into() })
    } else {
        (Outcome::Advice, Reason::SurgeNoRoom { left: shown, surge: surge.into() })
    }
}

fn account(known: &Known<'_>, answer: Option<Answer>, include_ids: bool) -> (Outcome, Reason) {
    match (answer, known.accounts.named.as_slice()) {
        (None, [_, ..]) => {
            let named: Vec<String> = match &known.accounts.counts {
                Some(account) => vec![mask_account(account, include_ids)],
                None => known
                    .accounts
                    .named
                    .iter()
                    .map(|account| mask_account(account, include_ids))
                    .collect(),
            };
            (Outcome::Pass, Reason::AccountNamed { account: named.join(", ").into() })
        }
        (answer, _) => answered(answer, Reason::AccountUnknown),
    }
}

fn one_account(known: &Known<'_>) -> (Outcome, Reason) {
    if known.accounts.undecided() {
        let masked: Vec<String> =
            known.accounts.named.iter().map(|account| mask_account(account, false)).collect();
        return (Outcome::Fail, Reason::WhichAccount { accounts: masked.join(", ").into() });
    }
    let reason =
        if known.accounts.named.is_empty() { Reason::NoAccountNamed } else { Reason::OneAccount };
    (Outcome::Pass, reason)
}

fn region(known: &Known<'_>) -> (Outcome, Reason) {
    let region = known.region.into();
    if known.profile.regions.iter().any(|region| region == known.region) {
        (Outcome::Pass, Reason::RegionSupported { region })
    } else {
        let supported = known.profile.regions.join(", ").into();
        (Outcome::Fail, Reason::RegionUnsupported { region, supported })
    }
}

/// Whether the names that Terraform creates are free: a taken one shows in a list that is cut,
/// too, but only two whole lists show that none is.
fn names(known: &Known<'_>, command: &str) -> (Outcome, Reason) {
    let evidence = known.evidence;
    if !evidence.taken.is_empty() {
        let mut names: Vec<&str> = evidence.taken.iter().map(|taken| taken.name).collect();
        names.sort_unstable();
        return (Outcome::Fail, Reason::NamesTaken { names: names.join(", ").into() });
    }
    let is_whole = |kind| evidence.listed.contains(&(kind, true));
    if is_whole(Kind::Policy) && is_whole(Kind::Role) {
        (Outcome::Pass, Reason::NamesFree)
    } else if evidence.listed.is_empty() {
        (Outcome::Advice, Reason::NotPasted { command: command.into() })
    } else {
        (Outcome::Advice, Reason::NamesUnknown { command: command.into() })
    }
}

fn credentials(exposed: bool) -> (Outcome, Reason) {
    if exposed {
        (Outcome::Advice, Reason::CredentialExposed)
    } else {
        (Outcome::Pass, Reason::NoCredential)
    }
}

/// The command whose output would answer a check.
fn command(id: CheckId, known: &Known<'_>) -> String {
    match id {
        CheckId::TerraformVersion => "terraform version".to_owned(),
        CheckId::IamNameCollisions => {
            format!("aws iam list-policies --scope Local --region {GLOBAL}; aws iam list-roles")
        }
        _ => {
            let kinds: Vec<&str> =
                known.profile.instances.iter().map(|(name, _)| name.as_ref()).collect();
            format!(
                "aws ec2 describe-instance-type-offerings --location-type availability-zone --region {} \
                 --filters Name=instance-type,Values={}",
                known.region,
                kinds.join(",")
            )
        }
    }
}
