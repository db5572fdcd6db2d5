//! What people call the contract's ids, by the English table.

use super::{LicenseField, LicenseState, Outcome, SectionId, Severity, Status, Verdict};
use crate::text::{en, lookup};
use crate::words;

impl Verdict {
    /// "Not ready".
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Ready => words!("page.verdict-ready"),
            Verdict::NotReady => words!("page.verdict-not-ready"),
            Verdict::Incomplete => words!("page.verdict-incomplete"),
        }
    }
}

impl Status {
    /// "Short".
    pub fn word(self) -> &'static str {
        match self {
            Status::Met => words!("page.status-met"),
            Status::Short => words!("page.status-short"),
            Status::Unverified => words!("page.status-unverified"),
            Status::Missing => words!("page.status-missing"),
            Status::Unlimited => words!("page.status-unlimited"),
        }
    }
}

impl Outcome {
    /// "Pass".
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Pass => words!("page.outcome-pass"),
            Outcome::Fail => words!("page.outcome-fail"),
            Outcome::Open => words!("page.outcome-open"),
            Outcome::Advice => words!("page.outcome-advice"),
        }
    }
}

impl Severity {
    /// "Warning".
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => words!("page.severity-error"),
            Severity::Warning => words!("page.severity-warning"),
            Severity::Info => words!("page.severity-info"),
        }
    }
}

impl LicenseState {
    /// "Expiring soon".
    pub fn word(self) -> &'static str {
        match self {
            LicenseState::Active => words!("license.state-active"),
            LicenseState::Expiring => words!("license.state-expiring"),
            LicenseState::Expired => words!("license.state-expired"),
            LicenseState::NotStarted => words!("license.state-not-started"),
            LicenseState::Incomplete => words!("license.state-incomplete"),
        }
    }
}

impl LicenseField {
    /// "Core size".
    pub fn name(self) -> &'static str {
        match self {
            LicenseField::Id => words!("license.id"),
            LicenseField::CoreSize => words!("license.coreSize"),
            LicenseField::ValidFrom => words!("license.validFrom"),
            LicenseField::ValidUntil => words!("license.validUntil"),
        }
    }
}

impl SectionId {
    /// "IAM permissions".
    pub fn name(self) -> &'static str {
        lookup(en::SENTENCES, &format!("section.{}", self.as_str())).unwrap_or(self.as_str())
    }
}

/// "Service Quotas, JSON"; the id itself where it has no name.
pub fn format_name(format: &'static str) -> &'static str {
    lookup(en::SENTENCES, &format!("format.{format}")).unwrap_or(format)
}
