//! Whether the license's details are right: a person's word about values that are there to be seen.

use super::answered;
use crate::report::{Answer, License, LicenseField, Outcome};
use crate::text::Reason;

/// Nobody can have verified what is not known yet, so a yes counts once all of it is.
pub fn verified(license: &License, answer: Option<Answer>) -> (Outcome, Reason) {
    let missing: Vec<&str> = license.missing().into_iter().map(LicenseField::as_str).collect();
    match answer {
        Some(Answer::Yes) if !missing.is_empty() => {
            (Outcome::Open, Reason::LicenseDetailsUnknown { fields: missing.join(" ").into() })
        }
        _ => answered(answer, Reason::Unanswered),
    }
}
