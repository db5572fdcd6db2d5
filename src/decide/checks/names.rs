//! Names of policies and roles that have to be free.

use super::command::names_command;
use crate::data::iam_names::{Created, Kind};
use crate::decide::account::Accounts;
use crate::decide::resources::Known;
use crate::read::{Reading, What};
use crate::report::Outcome;
use crate::text::Reason;

/// Whether the names that Terraform creates are free: a taken one shows in a list that is cut,
/// too, but only two whole lists show that none is.
pub fn names(known: &Known<'_>) -> (Outcome, Reason) {
    let command = || names_command().into();
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
        (Outcome::Advice, Reason::NotPasted { command: command() })
    } else {
        (Outcome::Advice, Reason::NamesUnknown { command: command() })
    }
}

/// What the sources show of something that Terraform creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is in a list that was pasted.
    Exists,
    /// It is in none, and that list is whole.
    Free,
    /// No list, or none that is whole.
    Unknown,
}

/// Every row of the document's table, with what the pasted lists show of it for the account that
/// counts; `account` is the one that a person chose.
pub fn standings(readings: &[&Reading], account: Option<&str>) -> Vec<(Created, Standing)> {
    let accounts = Accounts::of(readings, account);
    let facts: Vec<&What> = readings
        .iter()
        .flat_map(|reading| &reading.facts)
        .filter(|fact| accounts.count(fact.account.as_deref()))
        .map(|fact| &fact.what)
        .collect();
    let is_whole = |wanted: Kind| {
        facts
            .iter()
            .any(|what| matches!(what, What::Listed { kind, whole: true } if *kind == wanted))
    };
    let is_taken = |wanted: Kind, name: &str| {
        facts.iter().any(
            |what| matches!(what, What::Taken(taken) if taken.kind == wanted && taken.name == name),
        )
    };
    // Of two lists of a role's policies the later one counts.
    let attached = |role: &str| {
        facts.iter().rev().find_map(|what| match what {
            What::Attached { role: listed, has_own, whole, .. } if listed.name == role => {
                Some((*has_own, *whole))
            }
            _ => None,
        })
    };
    let standing = |kind: Kind, name: &str| {
        if is_taken(kind, name) {
            Standing::Exists
        } else if is_whole(kind) {
            Standing::Free
        } else {
            Standing::Unknown
        }
    };
    let of = |created: Created| match created {
        Created::Name(name) => standing(name.kind, name.name),
        Created::Attachment(attachment) => match attached(attachment.role) {
            Some((true, _)) => Standing::Exists,
            Some((false, true)) => Standing::Free,
            Some((false, false)) => Standing::Unknown,
            // Nothing is attached to a role that is not there.
            None if standing(Kind::Role, attachment.role) == Standing::Free => Standing::Free,
            None => Standing::Unknown,
        },
    };
    Created::all().map(|created| (created, of(created))).collect()
}
