//! Terraform: whether it is there, and recent enough.

use super::answered;
use super::command::TERRAFORM_VERSION;
use crate::data::terraform::MINIMUM;
use crate::decide::shown::{Installed, Shown};
use crate::report::{Answer, Outcome};
use crate::text::Reason;

/// A person's word decides, else what a terminal said.
pub fn installed(shown: &Shown, answer: Option<Answer>) -> (Outcome, Reason) {
    match (answer, &shown.terraform, &shown.opentofu) {
        (Some(_), ..) => answered(answer, Reason::Unanswered),
        (None, Some(Installed::Version(version)), _) => {
            (Outcome::Pass, Reason::TerraformFound { version: version.to_string().into() })
        }
        (None, Some(Installed::Missing), _) => (Outcome::Fail, Reason::TerraformNotFound),
        (None, None, Some(version)) => {
            (Outcome::Open, Reason::OpentofuFound { version: version.to_string().into() })
        }
        (None, None, None) => (Outcome::Open, Reason::Unanswered),
    }
}

/// Only a pasted version shows it; one that is too old fails where the profile demands more.
pub fn version(shown: &Shown, demanded: bool) -> (Outcome, Reason) {
    let least = MINIMUM.to_string().into();
    match (&shown.terraform, &shown.opentofu) {
        (Some(Installed::Version(version)), _) => {
            let (is_recent, version) = (*version >= MINIMUM, version.to_string().into());
            if is_recent {
                (Outcome::Pass, Reason::TerraformRecent { version, minimum: least })
            } else if demanded {
                (Outcome::Fail, Reason::TerraformTooOld { version, minimum: least })
            } else {
                (Outcome::Advice, Reason::TerraformOld { version, minimum: least })
            }
        }
        (Some(Installed::Missing), _) => (Outcome::Advice, Reason::TerraformNotFound),
        (None, Some(version)) => {
            (Outcome::Advice, Reason::OpentofuFound { version: version.to_string().into() })
        }
        (None, None) => (Outcome::Advice, Reason::NotPasted { command: TERRAFORM_VERSION.into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Installed, Outcome, Shown, version};
    use crate::data::terraform::Version;

    /// Failure case 38: an older version fails where a profile demands more.
    #[test]
    fn an_older_version_fails_where_the_profile_demands_more() {
        for (text, demanded, expected) in [
            ("1.5.7", false, (Outcome::Advice, "terraform-old")),
            ("1.5.7", true, (Outcome::Fail, "terraform-too-old")),
            ("1.6.0-beta1", true, (Outcome::Fail, "terraform-too-old")),
            ("1.6.0", true, (Outcome::Pass, "terraform-recent")),
            ("1.10.0", true, (Outcome::Pass, "terraform-recent")),
        ] {
            let pasted = Version::parse(text).map(Installed::Version);
            let shown = Shown { terraform: pasted, ..Shown::default() };
            let (outcome, reason) = version(&shown, demanded);
            assert_eq!((outcome, reason.id()), expected, "{text}, {demanded}");
        }
    }

    #[test]
    fn what_was_not_pasted_fails_no_profile() {
        let opentofu = Shown { opentofu: Version::parse("1.8.2"), ..Shown::default() };
        let missing = Shown { terraform: Some(Installed::Missing), ..Shown::default() };
        for shown in [Shown::default(), opentofu, missing] {
            assert_eq!(version(&shown, true).0, Outcome::Advice);
        }
    }
}
