//! Names of policies and roles that have to be free.

use super::command::names_command;
use crate::data::iam_names::Kind;
use crate::decide::resources::Known;
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
