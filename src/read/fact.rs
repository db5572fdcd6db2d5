//! What reading gives: facts, each with its place, whatever format it came in.

use serde::{Deserialize, Serialize};
use time::Date;

use super::carried::{by_name, day, known, near_miss, some_day};
use crate::data::iam_actions::IamAction;
use crate::data::iam_names::IamName;
use crate::data::quotas::Quota;
use crate::data::terraform::Version;
use crate::quantity::Quantity;
use crate::report::{Basis, LicenseField};

/// One thing that a source says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What it says.
    pub what: What,
    /// The account that it is about, where the source names it: twelve digits.
    pub account: Option<String>,
    /// The Region that it is about, where the source names it.
    pub region: Option<String>,
    /// The day of the figures, where the source is a report that was made before.
    #[serde(with = "some_day")]
    pub as_of: Option<Date>,
    /// Line of the source, from 1.
    pub line: u32,
    /// Which document of the source says it: what one list counts by owner stands in one.
    pub document: u32,
}

/// The code of a quota. A name of its own, since serde would borrow what it knows as a reference.
type Code = &'static str;

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// How much AWS allows.
    Limit {
        /// Of what.
        #[serde(with = "known")]
        quota: &'static Quota,
        /// How much.
        limit: Limit,
        /// Whether it is this account's value.
        #[serde(serialize_with = "by_name")]
        basis: Basis,
        /// Of one resource only, where a row for the account stands above it.
        resource_level: bool,
        /// Whether the source says that AWS raises it.
        adjustable: Option<bool>,
    },
    /// How much is taken.
    Use {
        /// Of what.
        #[serde(with = "known")]
        quota: &'static Quota,
        /// How much.
        used: Quantity,
        /// The list that was counted was not complete, or may not have been.
        lower_bound: bool,
        /// Counted from the service's own list, or said by a report.
        counted: Counted,
        /// Of what it is a part.
        within: Within,
    },
    /// A code that people take for another quota's.
    NearMiss {
        /// Its own code.
        #[serde(with = "near_miss")]
        quota_code: Code,
    },
    /// A policy or role of a name that the deployment wants.
    Taken(#[serde(with = "known")] &'static IamName),
    /// The account's policies or roles were listed.
    Listed {
        /// Which of the two.
        kind: crate::data::iam_names::Kind,
        /// Whether the list is complete.
        whole: bool,
    },
    /// The policies of one of the deployment's roles were listed.
    Attached {
        /// The role.
        #[serde(with = "known")]
        role: &'static IamName,
        /// How many policies are attached to it.
        count: usize,
        /// Whether the one that the deployment attaches is among them.
        has_own: bool,
        /// Whether the list is complete.
        whole: bool,
    },
    /// What a simulation of policies says of an action that is needed.
    Simulated {
        /// The action.
        #[serde(with = "known")]
        action: &'static IamAction,
        /// Whether it is allowed.
        decision: Decision,
    },
    /// An instance type is offered in a zone.
    Offered {
        /// The type.
        kind: String,
        /// The zone.
        zone: String,
    },
    /// A list of such offerings was given.
    OfferingsListed {
        /// Which types it is about.
        asked: Asked,
        /// Whether the list is complete.
        whole: bool,
    },
    /// Whether there is a Terraform, and which.
    Terraform(Terraform),
    /// Something that takes of a quota and that nothing uses.
    Idle {
        /// Of which quota.
        #[serde(with = "known")]
        quota: &'static Quota,
        /// AWS's ID of it: `eipalloc-0a1b2c3d`.
        id: String,
        /// How much it takes.
        takes: Quantity,
    },
    /// The Region's default VPC.
    DefaultVpc(String),
    /// Something is in this VPC.
    InVpc(String),
    /// All instances were listed, each with the VPC that it is in.
    InstancesPlaced,
    /// AWS was asked to raise a quota.
    Requested(Request),
    /// A field of the license.
    License {
        /// Which.
        #[serde(serialize_with = "by_name")]
        field: LicenseField,
        /// What stands behind its label.
        value: LicenseValue,
    },
    /// Nothing but who the account is.
    Account,
}

/// How much AWS allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// This much.
    Finite(Quantity),
    /// AWS prints "no limit" as a number near 9.2e18.
    Unlimited,
}

/// Where a use comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// The service's own list or count.
    FromList,
    /// A utilisation report, CloudWatch, Trusted Advisor or another tool.
    ByReport,
}

/// What a use is a part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// The whole account and Region.
    Everything,
    /// One VPC.
    Vpc(String),
    /// One Availability Zone.
    Zone(String),
    /// The whole account and Region, of a list that does not tell apart what does not count: no
    /// more than this.
    AtMost,
    /// All zones together, where the quota is each zone's: no zone has more.
    AllZones,
    /// What this account owns, twelve digits, of a list that shows shared ones too.
    Owner(String),
}

/// What a simulation says of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// Nothing that it looked at denies it.
    Allowed,
    /// A policy denies it, or none allows it.
    Denied,
}

/// Which instance types a list of offerings is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// All of them.
    Everything,
    /// These; `*` stands for any rest.
    Only(Vec<String>),
    /// The list does not say.
    Unknown,
}

impl Asked {
    /// Whether a whole list without `kind` says that it is offered nowhere.
    pub fn includes(&self, kind: &str) -> bool {
        match self {
            Asked::Everything => true,
            Asked::Only(kinds) => kinds.iter().any(|asked| match asked.split_once('*') {
                Some((start, "")) => kind.starts_with(start),
                Some(_) => false,
                None => asked == kind,
            }),
            Asked::Unknown => false,
        }
    }
}

/// A request for a higher quota.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Of which quota.
    #[serde(with = "known")]
    pub quota: &'static Quota,
    /// The new limit that was asked for.
    pub desired: Quantity,
    /// What became of it.
    pub status: RequestStatus,
    /// Its last change.
    #[serde(with = "some_day")]
    pub day: Option<Date>,
}

/// What became of a request for a higher quota, in AWS's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestStatus {
    /// AWS looks at it.
    Pending,
    /// A support case decides it.
    CaseOpened,
    /// The limit is raised.
    Approved,
    /// It is not.
    Denied,
    /// The same, by another name.
    NotApproved,
    /// Only the case says how it ended.
    CaseClosed,
    /// AWS could not make anything of it.
    InvalidRequest,
}

impl RequestStatus {
    /// Every status.
    pub const ALL: &[RequestStatus] = &[
        RequestStatus::Pending,
        RequestStatus::CaseOpened,
        RequestStatus::Approved,
        RequestStatus::Denied,
        RequestStatus::NotApproved,
        RequestStatus::CaseClosed,
        RequestStatus::InvalidRequest,
    ];

    /// As AWS prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            RequestStatus::Pending => "PENDING",
            RequestStatus::CaseOpened => "CASE_OPENED",
            RequestStatus::Approved => "APPROVED",
            RequestStatus::Denied => "DENIED",
            RequestStatus::NotApproved => "NOT_APPROVED",
            RequestStatus::CaseClosed => "CASE_CLOSED",
            RequestStatus::InvalidRequest => "INVALID_REQUEST",
        }
    }

    /// Whether AWS has still to answer; it takes no second request until then.
    pub fn is_open(self) -> bool {
        matches!(self, RequestStatus::Pending | RequestStatus::CaseOpened)
    }
}

/// What was said of Terraform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Terraform {
    /// It is there, in this version.
    Version(Version),
    /// OpenTofu is there, which is another tool.
    OpenTofu(Version),
    /// The shell does not find it.
    Missing,
}

/// What stands behind a label of the license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenseValue {
    /// The license ID.
    Id(String),
    /// Whole cores.
    Cores(i64),
    /// A day.
    Day(#[serde(with = "day")] Date),
    /// A date that can be read in two ways.
    Ambiguous(String),
    /// Not a number, or no such day.
    Unreadable(String),
}
