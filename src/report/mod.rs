//! The report's contract: what goes in and what comes out, as other programs see it.
//!
//! Fields are camelCase, ids and enum values kebab-case, lists in a fixed order; the same input
//! gives the same bytes. A change that breaks a reader raises [`SCHEMA_VERSION`].

mod amount;
mod covered;
mod ids;
mod input;
mod own_profile;
mod words;

use serde::Serialize;

use crate::text::Reason;
pub use amount::Amount;
pub use covered::{Covered, Known};
pub use ids::*;
pub use input::*;
pub use own_profile::*;
pub use words::format_name;

/// Raised by a change that breaks a reader.
pub const SCHEMA_VERSION: u32 = 1;

/// The whole assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The day of the report, ISO: the input's `today`.
    pub today: String,
    /// `not-ready` if any section is, else `incomplete` if any is, else `ready`.
    pub verdict: Verdict,
    /// One sentence that a person can read aloud.
    pub summary: String,
    /// What was assessed against.
    pub profile: ProfileInfo,
    /// A verdict for each section.
    pub sections: Vec<Section>,
    /// All of the profile's rows, in its order.
    pub resources: Vec<Resource>,
    /// The license.
    pub license: License,
    /// All of the profile's checks, in section order.
    pub checks: Vec<Check>,
    /// One for each input source, in order.
    pub sources: Vec<Source>,
    /// Conflicts, other Regions, defaults used, secrets found.
    pub notices: Vec<Diagnostic>,
}

/// The profile as the report names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileInfo {
    /// Stable id.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Where its figures come from.
    pub source: String,
    /// The source's own date.
    pub source_date: Option<String>,
    /// The Region that was assessed.
    pub region: String,
}

/// A section and its verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Which.
    pub id: SectionId,
    /// Judged.
    pub verdict: Verdict,
}

/// One row, judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// Stable id.
    pub id: ResourceId,
    /// The document's word for the kind of resource.
    pub label: String,
    /// The document's word for the service.
    pub service: String,
    /// Judged.
    pub status: Status,
    /// What the profile needs.
    pub required: Amount,
    /// What AWS allows.
    pub limit: Option<Amount>,
    /// What is taken.
    pub in_use: Option<Amount>,
    /// The use came from an incomplete list.
    pub in_use_is_lower_bound: bool,
    /// Limit less use, or stated; may be negative; `null` while the use is unknown.
    pub available: Option<Amount>,
    /// What is missing; not `null` exactly when the status is `short`.
    pub shortfall: Option<Amount>,
    /// Met, with less than 20 % of the limit left after the deployment.
    pub low_headroom: bool,
    /// The quota that governs the row.
    pub quota: Option<QuotaInfo>,
    /// Where the limit came from.
    pub basis: Option<Basis>,
    /// Near quotas that do not decide.
    pub also: Vec<AlsoQuota>,
    /// The lines that the figures came from.
    pub evidence: Vec<Evidence>,
    /// Why this status.
    pub reason: Reason,
    /// The reason in English.
    pub explanation: String,
    /// What to ask AWS for.
    pub remedy: Option<Remedy>,
    /// What to do about a short row, the best way first; empty for every other row.
    pub steps: Vec<RemedyStep>,
}

/// A way to settle a short row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemedyStep {
    /// What to do.
    pub reason: Reason,
    /// The reason in English.
    pub explanation: String,
}

impl RemedyStep {
    /// With its sentence.
    pub fn new(reason: Reason) -> RemedyStep {
        RemedyStep { explanation: reason.to_string(), reason }
    }
}

/// A quota as the report names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuotaInfo {
    /// As in `--service-code`.
    pub service_code: &'static str,
    /// As in `--quota-code`.
    pub quota_code: &'static str,
    /// AWS's name.
    pub quota_name: &'static str,
    /// `region`, `global` or `vpc`.
    pub scope: &'static str,
}

/// A quota shown beside the one that decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AlsoQuota {
    /// As in `--quota-code`.
    pub quota_code: &'static str,
    /// AWS's name.
    pub quota_name: &'static str,
    /// What AWS allows.
    pub limit: Option<Amount>,
    /// What is taken.
    pub in_use: Option<Amount>,
}

/// A line that a figure came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Index of the source, from 0.
    pub source: usize,
    /// Line, from 1.
    pub line: u32,
    /// What it shows.
    pub role: Role,
}

/// The next step for a short row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// The new limit to ask for, in whole `unit`s of the quota.
    pub desired_value: i64,
    /// The quota's own unit.
    pub unit: &'static str,
    /// AWS CLI.
    pub command: String,
    /// Terraform.
    pub terraform: String,
    /// The quota's page in the console of the right Region.
    pub console_url: String,
}

/// The license, judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct License {
    /// Masked to its last four characters unless `includeIds`.
    pub id: Option<String>,
    /// Whole cores.
    pub core_size: Option<i64>,
    /// ISO date.
    pub valid_from: Option<String>,
    /// ISO date.
    pub valid_until: Option<String>,
    /// On the day of the report.
    pub state: LicenseState,
    /// Until the end date; negative once it has passed.
    pub days_left: Option<i64>,
    /// The core size beside the deployment.
    pub coverage: Option<Coverage>,
    /// Where the fields were read.
    pub evidence: Vec<FieldEvidence>,
    /// What is wrong with them.
    pub problems: Vec<Diagnostic>,
}

impl License {
    /// What it says of a field.
    pub fn get(&self, field: LicenseField) -> Option<String> {
        match field {
            LicenseField::Id => self.id.clone(),
            LicenseField::CoreSize => self.core_size.map(|cores| cores.to_string()),
            LicenseField::ValidFrom => self.valid_from.clone(),
            LicenseField::ValidUntil => self.valid_until.clone(),
        }
    }

    /// The fields that have to be known and are not.
    pub fn missing(&self) -> Vec<LicenseField> {
        // When it starts need not be said: it may have started already.
        let needed = [LicenseField::Id, LicenseField::CoreSize, LicenseField::ValidUntil];
        needed.into_iter().filter(|field| self.get(*field).is_none()).collect()
    }

    /// Whether it says the same of every field.
    pub fn says_the_same(&self, other: &License) -> bool {
        LicenseField::ALL.iter().all(|field| self.get(*field) == other.get(*field))
    }
}

/// Where a field of the license was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldEvidence {
    /// Which.
    pub field: LicenseField,
    /// Index of the source, from 0.
    pub source: usize,
    /// Line, from 1.
    pub line: u32,
}

/// One check, judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Stable id.
    pub id: CheckId,
    /// The section that it counts in.
    pub section: SectionId,
    /// In English.
    pub label: String,
    /// Judged.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
    /// The reason in English.
    pub explanation: String,
}

/// What was made of one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// As given, or "Source 1".
    pub name: String,
    /// What was recognised: an open list.
    pub format: &'static str,
    /// How many facts were taken.
    pub facts: usize,
    /// How many records were understood and not needed.
    pub ignored: usize,
    /// Accounts that it names, masked unless `includeIds`.
    pub accounts: Vec<String>,
    /// Regions that it names.
    pub regions: Vec<String>,
    /// What could not be read, and where.
    pub problems: Vec<Diagnostic>,
}

/// Something to know, with its place where it has one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What a translation is made from.
    pub reason: Reason,
    /// The reason in English.
    pub message: String,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
}

impl Diagnostic {
    /// A diagnostic without a place.
    pub fn new(severity: Severity, reason: Reason) -> Diagnostic {
        Diagnostic { severity, message: reason.to_string(), reason, line: None, column: None }
    }

    /// Whether it says what is changed of the document's minimum config.
    pub fn is_change(&self) -> bool {
        self.reason.id().starts_with("profile-")
    }

    /// The same, at a place.
    pub fn at(self, line: u32, column: u32) -> Diagnostic {
        Diagnostic { line: Some(line), column: Some(column), ..self }
    }
}
