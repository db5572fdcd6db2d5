//! The report's contract: what goes in and what comes out, as other programs see it.
//!
//! Fields are camelCase, ids and enum values kebab-case, lists in a fixed order; the same input
//! gives the same bytes. A change that breaks a reader raises [`SCHEMA_VERSION`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Reason;

/// Raised by a change that breaks a reader.
pub const SCHEMA_VERSION: u32 = 1;

/// Declares an enum whose values are written kebab-case, with the list of all of them.
macro_rules! ids {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[doc = concat!("Written `", $text, "`.")] #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the contract's order.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The value as the report writes it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }
    };
}

ids! {
    /// A row of the document's table.
    ResourceId {
        Vcpu = "vcpu",
        Memory = "memory",
        ObjectStorage = "object-storage",
        BlockStorage = "block-storage",
        PublicIp = "public-ip",
        Vpc = "vpc",
        PrivateLink = "private-link",
        LoadBalancer = "load-balancer",
        DnsZone = "dns-zone",
    }
}

ids! {
    /// A part of the prerequisites with a verdict of its own.
    SectionId {
        Resources = "resources",
        License = "license",
        Environment = "environment",
        Accounts = "accounts",
        Credentials = "credentials",
        Permissions = "permissions",
    }
}

ids! {
    /// A check beside the rows.
    CheckId {
        EksClusters = "eks-clusters",
        NatGateways = "nat-gateways",
        InternetGateways = "internet-gateways",
        S3Buckets = "s3-buckets",
        UpgradeSurge = "upgrade-surge",
        InstanceOfferings = "instance-offerings",
        LicenseDetailsConfirmed = "license-details-confirmed",
        OperatingSystem = "operating-system",
        TerraformInstalled = "terraform-installed",
        TerraformVersion = "terraform-version",
        AwsAccount = "aws-account",
        OneAccount = "one-account",
        RegionSupported = "region-supported",
        ZillizAccount = "zilliz-account",
        TemporaryCredentials = "temporary-credentials",
        CredentialsExposed = "credentials-exposed",
        IamPoliciesRoom = "iam-policies-room",
        IamRolesRoom = "iam-roles-room",
        IamPoliciesPerRole = "iam-policies-per-role",
        IamNameCollisions = "iam-name-collisions",
        IamPermissions = "iam-permissions",
    }
}

ids! {
    /// A whole, judged.
    Verdict {
        /// Nothing is short and nothing is open.
        Ready = "ready",
        /// Something is short or failed.
        NotReady = "not-ready",
        /// Too little is known.
        Incomplete = "incomplete",
    }
}

ids! {
    /// A row, judged.
    Status {
        /// Enough is free.
        Met = "met",
        /// The limit is too low, or what is free is.
        Short = "short",
        /// Too little is known to say met or short.
        Unverified = "unverified",
        /// Nothing usable was given.
        Missing = "missing",
        /// AWS sets no limit, and nobody stated one.
        Unlimited = "unlimited",
    }
}

ids! {
    /// A check, judged.
    Outcome {
        Pass = "pass",
        Fail = "fail",
        Open = "open",
        /// Worth knowing; never counts against a verdict.
        Advice = "advice",
    }
}

ids! {
    /// A person's answer to a check.
    Answer {
        Yes = "yes",
        No = "no",
    }
}

ids! {
    /// Where a limit came from.
    Basis {
        /// Service Quotas, or the service's own limit call.
        Applied = "applied",
        /// AWS's default for new accounts: not this account's value.
        Default = "default",
        /// Typed by a person.
        Stated = "stated",
        /// A utilisation report, Trusted Advisor or another tool.
        Report = "report",
    }
}

ids! {
    /// What a line of a source is evidence of.
    Role {
        Limit = "limit",
        InUse = "in-use",
    }
}

ids! {
    /// How much a problem matters.
    Severity {
        Error = "error",
        Warning = "warning",
        Info = "info",
    }
}

ids! {
    /// A field of the license.
    LicenseField {
        Id = "id",
        CoreSize = "coreSize",
        ValidFrom = "validFrom",
        ValidUntil = "validUntil",
    }
}

ids! {
    /// The license on the day of the report.
    LicenseState {
        Active = "active",
        /// 1 to 30 days are left.
        Expiring = "expiring",
        /// From the end date itself on.
        Expired = "expired",
        NotStarted = "not-started",
        /// The ID, the core size or the end date is not known.
        Incomplete = "incomplete",
    }
}

ids! {
    /// The core size beside the deployment's cores; never counts against a verdict.
    Coverage {
        /// 80 cores or more.
        Covered = "covered",
        /// 48 to 79: it depends on which instances count.
        Depends = "depends",
        /// Below 48.
        BelowMinimum = "below-minimum",
    }
}

/// Everything that an assessment is made from.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Pasted or dropped text, any mix.
    pub sources: Vec<SourceText>,
    /// Answers, figures and choices of a person.
    pub answers: Answers,
    /// The user's local date, ISO.
    pub today: String,
}

/// One pasted or dropped text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// What the report calls it; "Source 1" and so on where it has no name.
    #[serde(default)]
    pub name: Option<String>,
    /// The text itself.
    pub text: String,
}

/// What a person chose, typed and answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Answers {
    /// License fields typed by hand; each beats what an email says.
    pub license: LicenseFields,
    /// Figures typed by hand, by row.
    pub stated: BTreeMap<ResourceId, StatedFields>,
    /// Checks that a person answers.
    pub answers: BTreeMap<CheckId, Answer>,
    /// A built-in profile's id; the default one where empty.
    pub profile: Option<String>,
    /// The profile's default where empty.
    pub region: Option<String>,
    /// Which account counts, when the sources name several.
    pub account: Option<String>,
    /// Whether whole account numbers and the license ID stand in the report.
    pub include_ids: bool,
}

/// License fields as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LicenseFields {
    /// The license ID.
    pub id: Option<String>,
    /// Whole cores.
    pub core_size: Option<String>,
    /// First day.
    pub valid_from: Option<String>,
    /// The end date: on that day itself the license is expired.
    pub valid_until: Option<String>,
}

impl LicenseFields {
    /// The text typed for `field`, where it is more than white space.
    pub fn get(&self, field: LicenseField) -> Option<&str> {
        let text = match field {
            LicenseField::Id => &self.id,
            LicenseField::CoreSize => &self.core_size,
            LicenseField::ValidFrom => &self.valid_from,
            LicenseField::ValidUntil => &self.valid_until,
        };
        text.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The place where `field` is typed.
    pub fn get_mut(&mut self, field: LicenseField) -> &mut Option<String> {
        match field {
            LicenseField::Id => &mut self.id,
            LicenseField::CoreSize => &mut self.core_size,
            LicenseField::ValidFrom => &mut self.valid_from,
            LicenseField::ValidUntil => &mut self.valid_until,
        }
    }
}

/// Figures typed for a row, with or without a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StatedFields {
    /// The limit.
    pub limit: Option<String>,
    /// What is in use.
    pub in_use: Option<String>,
    /// What is free; decides the row by itself.
    pub available: Option<String>,
}

/// The whole assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
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

/// An amount in the document's own unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// To three decimals, shortfall rounded up and what is free down; `null` for "Unlimited".
    pub value: Option<f64>,
    /// `vCPU`, `GiB`, `TB`, `GB` or `count`.
    pub unit: &'static str,
    /// As shown, with the unit that was pasted beside the document's.
    pub text: String,
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

    /// The same, at a place.
    pub fn at(self, line: u32, column: u32) -> Diagnostic {
        Diagnostic { line: Some(line), column: Some(column), ..self }
    }
}
