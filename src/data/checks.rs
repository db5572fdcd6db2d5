//! The checks beside the rows, in section order, with what decides each.

use crate::report::{CheckId, SectionId};

/// One check of a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// Stable id, as in the report.
    pub id: CheckId,
    /// The section that it counts in.
    pub section: SectionId,
    /// What decides it.
    pub by: Decider,
    /// Where the check comes from.
    pub source: &'static str,
}

/// What decides a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// A person's yes or no.
    Person,
    /// A person's yes or no to the license's details, all of which have to be known.
    LicenseVerified,
    /// Room under a quota for so many more; short is only worth advice.
    RoomAdvised {
        /// The quota.
        quota_code: &'static str,
        /// How many more.
        need: i64,
    },
    /// Room under a quota for so many more; short fails.
    RoomNeeded {
        /// The quota.
        quota_code: &'static str,
        /// How many more.
        need: i64,
    },
    /// Room for so many policies on each of the deployment's roles; short fails.
    RoomOnEachRole {
        /// The quota.
        quota_code: &'static str,
        /// How many on each.
        need: i64,
    },
    /// Room for one more of the profile's largest instances while nodes are replaced.
    UpgradeSurge,
    /// The account that the sources name, or a person's word for it.
    AccountNamed,
    /// Whether the sources name one account only, or one was chosen.
    OneAccount,
    /// Whether the chosen Region is one of the profile's.
    RegionSupported,
    /// Whether a credential was pasted.
    NoCredentialPasted,
    /// Whether the names of policies and roles that the deployment creates are free.
    NamesFree,
    /// A pasted version of Terraform, or a person's word for it.
    TerraformInstalled,
    /// Whether a pasted version of Terraform is recent enough.
    TerraformVersion {
        /// Whether an older one fails, or is only worth advice.
        demanded: bool,
    },
    /// In which zones the profile's instance types are offered.
    InstanceOfferings,
    /// A person's word, beside what a simulation of the caller's policies says.
    PermissionsSimulated,
}

impl Check {
    /// Whether a person's yes or no counts.
    pub fn asks_a_person(&self) -> bool {
        matches!(
            self.by,
            Decider::Person
                | Decider::LicenseVerified
                | Decider::AccountNamed
                | Decider::TerraformInstalled
                | Decider::PermissionsSimulated
        )
    }

    /// The quota that the check looks at.
    pub fn quota(&self) -> Option<&'static str> {
        match self.by {
            Decider::RoomAdvised { quota_code, .. }
            | Decider::RoomNeeded { quota_code, .. }
            | Decider::RoomOnEachRole { quota_code, .. } => Some(quota_code),
            _ => None,
        }
    }
}

const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites";
const MODULE: &str = "inferred: the deployment makes one of these beside what the document lists";
const HYGIENE: &str = "inferred: what the export itself can show";

const fn check(id: CheckId, section: SectionId, by: Decider, source: &'static str) -> Check {
    Check { id, section, by, source }
}

use CheckId as Id;
use Decider::*;
use SectionId::*;

/// Every check of the document's profile.
#[rustfmt::skip]
pub const CHECKS: &[Check] = &[
    check(Id::EksClusters, Resources, RoomAdvised { quota_code: "L-1194D53C", need: 1 }, MODULE),
    check(Id::NatGateways, Resources, RoomAdvised { quota_code: "L-FE5A380F", need: 1 }, MODULE),
    check(Id::InternetGateways, Resources, RoomAdvised { quota_code: "L-A4707A72", need: 1 }, MODULE),
    check(Id::S3Buckets, Resources, RoomAdvised { quota_code: "L-DC2B2D3D", need: 1 }, MODULE),
    check(Id::UpgradeSurge, Resources, UpgradeSurge, "inferred: EKS starts new nodes before it stops old ones"),
    check(Id::InstanceOfferings, Resources, InstanceOfferings, "inferred: a quota is no promise of capacity"),
    check(Id::LicenseDetailsConfirmed, License, LicenseVerified, DOCUMENT),
    check(Id::OperatingSystem, Environment, Person, DOCUMENT),
    check(Id::TerraformInstalled, Environment, TerraformInstalled, DOCUMENT),
    check(Id::TerraformVersion, Environment, TerraformVersion { demanded: false }, "zilliztech/terraform-zilliz-examples: Terraform 1.6.0 or newer"),
    check(Id::AwsAccount, Accounts, AccountNamed, DOCUMENT),
    check(Id::OneAccount, Accounts, OneAccount, HYGIENE),
    check(Id::RegionSupported, Accounts, RegionSupported, DOCUMENT),
    check(Id::ZillizAccount, Accounts, Person, DOCUMENT),
    check(Id::TemporaryCredentials, Credentials, Person, DOCUMENT),
    check(Id::CredentialsExposed, Credentials, NoCredentialPasted, HYGIENE),
    check(Id::IamPoliciesRoom, Permissions, RoomNeeded { quota_code: "L-E95E4862", need: 7 }, "the document's table: 7 policies"),
    check(Id::IamRolesRoom, Permissions, RoomNeeded { quota_code: "L-FE177D64", need: 2 }, "the document's table: 2 roles"),
    check(Id::IamPoliciesPerRole, Permissions, RoomOnEachRole { quota_code: "L-0DA4ABF3", need: 1 }, "the document's table: 1 attachment to each role"),
    check(Id::IamNameCollisions, Permissions, NamesFree, "the document's table: names that Terraform creates"),
    check(Id::IamPermissions, Permissions, PermissionsSimulated, DOCUMENT),
];
