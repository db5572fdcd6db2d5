//! Whose turn it is when something of the prerequisites is open.

use crate::report::{CheckId, LicenseState};
use crate::text::{current, lookup};

/// Who can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// The customer's cloud administrator: quotas, Terraform, the AWS account.
    CloudAdministrator,
    /// Whoever owns IAM at the customer's: policies, roles, credentials.
    IamOwner,
    /// Zilliz's sales: the license, Regions that the document does not support.
    Sales,
    /// Zilliz's technical support, which knows the account of the contract.
    Zilliz,
}

impl Actor {
    /// Every actor, in the order in which they are named.
    pub const ALL: &[Actor] =
        &[Actor::CloudAdministrator, Actor::IamOwner, Actor::Sales, Actor::Zilliz];

    /// Stable id, as in the words.
    pub fn as_str(self) -> &'static str {
        match self {
            Actor::CloudAdministrator => "cloud-administrator",
            Actor::IamOwner => "iam-owner",
            Actor::Sales => "sales",
            Actor::Zilliz => "zilliz",
        }
    }

    /// "Customer's IAM owner".
    pub fn name(self) -> &'static str {
        lookup(current(), &format!("who.{}", self.as_str())).unwrap_or(self.as_str())
    }
}

/// Who acts on a check.
///
/// Source: the document. It sends quotas to the "cloud account administrator" and other Regions to
/// "our sales team", and names the account "you provided to Zilliz Cloud technical support". Who
/// owns IAM and who verifies the license is inferred.
pub fn of_check(id: CheckId) -> Actor {
    use CheckId::*;
    match id {
        LicenseDetailsConfirmed | RegionSupported => Actor::Sales,
        ZillizAccount => Actor::Zilliz,
        TemporaryCredentials | CredentialsExposed | IamPoliciesRoom | IamRolesRoom
        | IamPoliciesPerRole | IamNameCollisions | IamPermissions => Actor::IamOwner,
        EksClusters | NatGateways | InternetGateways | S3Buckets | UpgradeSurge
        | InstanceOfferings | OperatingSystem | TerraformInstalled | TerraformVersion
        | AwsAccount | OneAccount => Actor::CloudAdministrator,
    }
}

/// Who acts on a license in this state; nobody has to on one that is valid.
pub fn of_license(state: LicenseState) -> Option<Actor> {
    match state {
        LicenseState::Incomplete | LicenseState::Expired | LicenseState::NotStarted => {
            Some(Actor::Sales)
        }
        LicenseState::Active | LicenseState::Expiring => None,
    }
}
