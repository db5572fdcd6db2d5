//! Terraform: whether it is there, and recent enough.

use super::answered;
use super::command::TERRAFORM_VERSION;
use crate::data::terraform::Version;
use crate::decide::resources::Known;
use crate::report::{Answer, Outcome};
use crate::text::Reason;

/// A person's word decides, else what a terminal said.
pub fn installed(known: &Known<'_>, answer: Option<Answer>) -> (Outcome, Reason) {
    let shown = &known.evidence.shown;
    match (answer, &shown.terraform, &shown.opentofu) {
        (Some(_), ..) => answered(answer, Reason::Unanswered),
        (None, Some(Some(version)), _) => {
            (Outcome::Pass, Reason::TerraformFound { version: version.to_string().into() })
        }
        (None, Some(None), _) => (Outcome::Fail, Reason::TerraformNotFound),
        (None, None, Some(version)) => {
            (Outcome::Open, Reason::OpentofuFound { version: version.to_string().into() })
        }
        (None, None, None) => (Outcome::Open, Reason::Unanswered),
    }
}

/// Only a pasted version shows it; one that is too old fails where the profile demands more.
pub fn version(known: &Known<'_>, minimum: &Version, demanded: bool) -> (Outcome, Reason) {
    let shown = &known.evidence.shown;
    let least = minimum.to_string().into();
    match (&shown.terraform, &shown.opentofu) {
        (Some(Some(version)), _) => {
            let (is_recent, version) = (version >= minimum, version.to_string().into());
            if is_recent {
                (Outcome::Pass, Reason::TerraformRecent { version, minimum: least })
            } else if demanded {
                (Outcome::Fail, Reason::TerraformTooOld { version, minimum: least })
            } else {
                (Outcome::Advice, Reason::TerraformOld { version, minimum: least })
            }
        }
        (Some(None), _) => (Outcome::Advice, Reason::TerraformNotFound),
        (None, Some(version)) => {
            (Outcome::Advice, Reason::OpentofuFound { version: version.to_string().into() })
        }
        (None, None) => (Outcome::Advice, Reason::NotPasted { command: TERRAFORM_VERSION.into() }),
    }
}
