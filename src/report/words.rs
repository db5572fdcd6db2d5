//! What people call the contract's ids, and what a report says to them, in the current language.

use super::{
    Amount, Check, Diagnostic, LicenseField, LicenseState, Outcome, ProfileInfo, RemedyStep,
    Report, Resource, SectionId, Severity, Source, Status, Verdict,
};
use crate::text::{self, current, in_current, lookup};
use crate::words;

impl Report {
    /// The sentence about it.
    pub fn says(&self) -> String {
        crate::decide::summary(self)
    }
}

impl ProfileInfo {
    /// Its title.
    pub fn name(&self) -> &str {
        in_current("profile-title.", &self.title)
    }
}

impl Resource {
    /// The kind of resource: "Virtual Machine".
    pub fn kind(&self) -> &str {
        in_current("label.", &self.label)
    }

    /// Why it has its status.
    pub fn says(&self) -> String {
        text::said(&self.reason, &self.explanation)
    }
}

impl Amount {
    /// With its unit.
    pub fn shown(&self) -> &str {
        text::amount(&self.text)
    }
}

impl RemedyStep {
    /// What to do.
    pub fn says(&self) -> String {
        text::said(&self.reason, &self.explanation)
    }
}

impl Check {
    /// The question.
    pub fn name(&self) -> &'static str {
        crate::decide::check_label(self.id)
    }

    /// What was found.
    pub fn says(&self) -> String {
        text::said(&self.reason, &self.explanation)
    }
}

impl Diagnostic {
    /// What is to be known.
    pub fn says(&self) -> String {
        text::said(&self.reason, &self.message)
    }
}

impl Source {
    /// Its name, as people read it.
    pub fn shown(&self) -> String {
        text::source_name(&self.name).into_owned()
    }
}

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
        lookup(current(), &format!("section.{}", self.as_str())).unwrap_or(self.as_str())
    }
}

/// "Service Quotas, JSON"; the id itself where it has no name.
pub fn format_name(format: &'static str) -> &'static str {
    lookup(current(), &format!("format.{format}")).unwrap_or(format)
}
