//! The least IAM policy that lets the block read everything.

use super::Wanted;
use crate::data::collector::{APPLIED, BEHIND_LIMITS, DEFAULT, count_of};

/// The policy, as JSON. Asking whose account it is needs no permission.
pub fn policy(wanted: &Wanted) -> String {
    let actions: Vec<String> =
        actions(wanted).into_iter().map(|action| format!("        \"{action}\"")).collect();
    format!(
        "{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {{\n      \
         \"Effect\": \"Allow\",\n      \"Action\": [\n{}\n      ],\n      \
         \"Resource\": \"*\"\n    }}\n  ]\n}}\n",
        actions.join(",\n")
    )
}

/// The actions that the calls need, in order of the alphabet, each once.
fn actions(wanted: &Wanted) -> Vec<&'static str> {
    let mut actions = Vec::new();
    if !wanted.limits.is_empty() {
        actions.extend([APPLIED.action, DEFAULT.action]);
    }
    let is_wanted = |service| wanted.limits.iter().any(|quota| quota.service_code == service);
    let behind = BEHIND_LIMITS.iter().filter(|(service, _)| is_wanted(*service));
    actions.extend(behind.map(|(_, action)| *action));
    let counts = wanted.uses.iter().filter_map(|quota| count_of(quota.quota_code));
    actions.extend(counts.map(|count| count.action));
    actions.sort_unstable();
    actions.dedup();
    actions
}
