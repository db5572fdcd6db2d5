//! The IAM policies, roles and attachments that Terraform creates: where a policy or role of such
//! a name exists already it stops with `EntityAlreadyExists`.

use serde::{Deserialize, Serialize};

use crate::text::english;

/// A policy or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A customer managed policy.
    Policy,
    /// A role.
    Role,
}

/// A name that has to be free.
#[derive(Debug, PartialEq, Eq)]
pub struct IamName {
    /// What is created.
    pub kind: Kind,
    /// As it will appear in the account.
    pub name: &'static str,
    /// Terraform's address for it.
    pub identifier: &'static str,
    /// What for, in the document's words.
    pub description: &'static str,
}

const fn policy(
    identifier: &'static str,
    name: &'static str,
    description: &'static str,
) -> IamName {
    IamName { kind: Kind::Policy, name, identifier, description }
}

const fn role(identifier: &'static str, name: &'static str, description: &'static str) -> IamName {
    IamName { kind: Kind::Role, name, identifier, description }
}

/// Every name.
///
/// Source: Zilliz Cloud BYOC, Prerequisites, IAM permissions; its identifiers lost underscores to
/// markup, which are put back.
#[rustfmt::skip]
pub const IAM_NAMES: &[IamName] = &[
    policy(
        "aws_iam_policy.aws_lb_irsa_policy",
        "zilliz-aws-lb-irsa-policy",
        english("created.lb-irsa-policy"),
    ),
    policy(
        "aws_iam_policy.bootstrap_policy",
        "zilliz-bootstrap-policy",
        english("created.bootstrap-policy"),
    ),
    policy(
        "aws_iam_policy.cluster_autoscaler_irsa_policy",
        "zilliz-ca-irsa-policy",
        english("created.ca-irsa-policy"),
    ),
    policy(
        "aws_iam_policy.ebs_csi_irsa_policy",
        "zilliz-ebs-csi-irsa-policy",
        english("created.ebs-csi-irsa-policy"),
    ),
    policy(
        "aws_iam_policy.management_policy",
        "zilliz-management-policy",
        english("created.management-policy"),
    ),
    policy(
        "aws_iam_policy.permission_boundary",
        "zilliz-permission-boundary-policy",
        english("created.permission-boundary-policy"),
    ),
    policy(
        "aws_iam_policy.zilliz_business_irsa_policy",
        "zilliz-business-irsa-policy",
        english("created.business-irsa-policy"),
    ),
    role(
        "aws_iam_role.bootstrap_role",
        "zilliz-bootstrap-role",
        english("created.bootstrap-role"),
    ),
    role(
        "aws_iam_role.management_role",
        "zilliz-management-role",
        english("created.management-role"),
    ),
];

/// The name that the deployment wants, where `name` is one.
pub fn wanted(kind: Kind, name: &str) -> Option<&'static IamName> {
    // IAM compares names without case.
    IAM_NAMES.iter().find(|known| known.kind == kind && known.name.eq_ignore_ascii_case(name))
}

/// A policy that the deployment attaches to a role.
#[derive(Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The role.
    pub role: &'static str,
    /// The policy.
    pub policy: &'static str,
    /// Terraform's address for it.
    pub identifier: &'static str,
    /// What for, in the document's words.
    pub description: &'static str,
}

/// Both attachments.
///
/// Source: the same table; that "a specific policy" is the one of the role's own name is inferred.
#[rustfmt::skip]
pub const ATTACHMENTS: &[Attachment] = &[
    Attachment {
        role: "zilliz-bootstrap-role",
        policy: "zilliz-bootstrap-policy",
        identifier: "aws_iam_role_policy_attachment.bootstrap_attachment",
        description: english("created.bootstrap-attachment"),
    },
    Attachment {
        role: "zilliz-management-role",
        policy: "zilliz-management-policy",
        identifier: "aws_iam_role_policy_attachment.management_attachment",
        description: english("created.management-attachment"),
    },
];

/// The attachment to the role of this name.
pub fn attachment_to(role: &str) -> Option<&'static Attachment> {
    ATTACHMENTS.iter().find(|known| known.role.eq_ignore_ascii_case(role))
}

/// One row of the document's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// A policy or role.
    Name(&'static IamName),
    /// An attachment.
    Attachment(&'static Attachment),
}

impl Created {
    /// Every row, in the document's order.
    pub fn all() -> impl Iterator<Item = Created> {
        let names = IAM_NAMES.iter().map(Created::Name);
        names.chain(ATTACHMENTS.iter().map(Created::Attachment))
    }

    /// Terraform's address for it.
    pub fn identifier(self) -> &'static str {
        match self {
            Created::Name(name) => name.identifier,
            Created::Attachment(attachment) => attachment.identifier,
        }
    }

    /// The policy or role, as it will appear in the account.
    pub fn name(self) -> &'static str {
        match self {
            Created::Name(name) => name.name,
            Created::Attachment(attachment) => attachment.role,
        }
    }

    /// What for, in the document's words.
    pub fn description(self) -> &'static str {
        match self {
            Created::Name(name) => name.description,
            Created::Attachment(attachment) => attachment.description,
        }
    }
}
