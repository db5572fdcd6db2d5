//! The names of the IAM policies and roles that Terraform creates: of one that exists already it
//! stops with `EntityAlreadyExists`.

/// A policy or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

const fn policy(name: &'static str) -> IamName {
    IamName { kind: Kind::Policy, name }
}

const fn role(name: &'static str) -> IamName {
    IamName { kind: Kind::Role, name }
}

/// Every name.
///
/// Source: Zilliz Cloud BYOC, Prerequisites, IAM permissions, "IAM Policy / Role".
pub const IAM_NAMES: &[IamName] = &[
    policy("zilliz-aws-lb-irsa-policy"),
    policy("zilliz-bootstrap-policy"),
    policy("zilliz-ca-irsa-policy"),
    policy("zilliz-ebs-csi-irsa-policy"),
    policy("zilliz-management-policy"),
    policy("zilliz-permission-boundary-policy"),
    policy("zilliz-business-irsa-policy"),
    role("zilliz-bootstrap-role"),
    role("zilliz-management-role"),
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
}

/// Both attachments.
///
/// Source: the same table, `bootstrap_attachment` and `management_attachment`; that "a specific
/// policy" is the one of the role's own name is inferred.
pub const ATTACHMENTS: &[Attachment] = &[
    Attachment { role: "zilliz-bootstrap-role", policy: "zilliz-bootstrap-policy" },
    Attachment { role: "zilliz-management-role", policy: "zilliz-management-policy" },
];

/// The attachment to the role of this name.
pub fn attachment_to(role: &str) -> Option<&'static Attachment> {
    ATTACHMENTS.iter().find(|known| known.role.eq_ignore_ascii_case(role))
}
