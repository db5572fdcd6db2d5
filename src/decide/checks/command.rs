//! The commands whose output answers a check. They are made of the tables and of a Region alone.

use crate::data::iam_actions::IAM_ACTIONS;
use crate::data::regions::{GLOBAL, is_commercial};
use crate::decide::resources::Known;

/// Shows which Terraform there is.
pub const TERRAFORM_VERSION: &str = "terraform version";

/// Shows which names are taken.
pub fn names_command() -> String {
    format!("aws iam list-policies --scope Local --region {GLOBAL}; aws iam list-roles")
}

/// Shows what is attached to a role already.
pub fn attached_command(role: &str) -> String {
    format!("aws iam list-attached-role-policies --role-name {role}")
}

/// Shows which zones offer the profile's instance types, in its own Region where the chosen one is
/// none.
pub fn offerings_command(known: &Known<'_>) -> String {
    let own = known.profile.regions.first().map_or(GLOBAL, |region| &**region);
    let region = Some(known.region).filter(|region| is_commercial(region));
    format!(
        "aws ec2 describe-instance-type-offerings --location-type availability-zone --region {} \
         --filters Name=instance-type,Values={}",
        region.unwrap_or(own),
        deployed(known).join(",")
    )
}

/// The instance types that the profile starts.
pub fn deployed<'k>(known: &Known<'k>) -> Vec<&'k str> {
    let running = known.profile.instances.iter().filter(|(_, count)| *count > 0);
    running.map(|(name, _)| &**name).collect()
}

/// Simulates the policies of whoever runs it, in Bash or Zsh, for every action that is needed.
///
/// A session of a role is simulated by its role, whose own ARN has a path that the session's lacks.
pub fn simulation_command() -> String {
    let names: Vec<&str> = IAM_ACTIONS.iter().map(|action| action.name).collect();
    format!(
        "arn=$(aws sts get-caller-identity --query Arn --output text); \
         case $arn in *:assumed-role/*) role=${{arn#*:assumed-role/}}; \
         arn=$(aws iam get-role --role-name \"${{role%%/*}}\" --query Role.Arn --output text);; esac; \
         aws iam simulate-principal-policy --policy-source-arn \"$arn\" --action-names {} \
         --query 'EvaluationResults[].[EvalActionName,EvalDecision]' --output json",
        names.join(" ")
    )
}
