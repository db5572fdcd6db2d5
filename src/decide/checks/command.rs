//! The commands whose output answers a check.

use crate::data::regions::GLOBAL;
use crate::decide::resources::Known;
use crate::report::CheckId;

/// The command whose output would answer a check.
pub fn command(id: CheckId, known: &Known<'_>) -> String {
    match id {
        CheckId::TerraformVersion => "terraform version".to_owned(),
        CheckId::IamNameCollisions => {
            format!("aws iam list-policies --scope Local --region {GLOBAL}; aws iam list-roles")
        }
        _ => {
            let kinds: Vec<&str> = known.profile.instances.iter().map(|(name, _)| *name).collect();
            format!(
                "aws ec2 describe-instance-type-offerings --location-type availability-zone --region {} \
                 --filters Name=instance-type,Values={}",
                known.region,
                kinds.join(",")
            )
        }
    }
}
