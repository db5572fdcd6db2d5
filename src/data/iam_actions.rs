//! The IAM actions that creating the document's policies, roles and attachments takes, and undoing
//! it: Terraform deletes what it has to replace and what it could make only in part.

use crate::text::english;

/// One action.
#[derive(Debug, PartialEq, Eq)]
pub struct IamAction {
    /// As AWS writes it: `iam:CreatePolicy`.
    pub name: &'static str,
    /// The Terraform resource that calls it first.
    pub of: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// Where the row comes from.
    pub source: &'static str,
}

const POLICY: &str = "aws_iam_policy";
const ROLE: &str = "aws_iam_role";
const ATTACHMENT: &str = "aws_iam_role_policy_attachment";

const fn action(name: &'static str, of: &'static str, purpose: &'static str) -> IamAction {
    let source = "inferred: what the resource of Terraform's AWS provider calls";
    IamAction { name, of, purpose, source }
}

/// Every action, in the order of a deployment.
pub const IAM_ACTIONS: &[IamAction] = &[
    action("iam:CreatePolicy", POLICY, english("action.create-policy")),
    action("iam:TagPolicy", POLICY, english("action.tag-policy")),
    action("iam:GetPolicy", POLICY, english("action.get-policy")),
    action("iam:GetPolicyVersion", POLICY, english("action.get-policy-version")),
    action("iam:ListPolicyVersions", POLICY, english("action.list-policy-versions")),
    action("iam:DeletePolicy", POLICY, english("action.delete-policy")),
    action("iam:CreateRole", ROLE, english("action.create-role")),
    action("iam:TagRole", ROLE, english("action.tag-role")),
    action("iam:GetRole", ROLE, english("action.get-role")),
    action("iam:ListRolePolicies", ROLE, english("action.list-role-policies")),
    action("iam:ListAttachedRolePolicies", ROLE, english("action.list-attached-role-policies")),
    action("iam:ListInstanceProfilesForRole", ROLE, english("action.list-instance-profiles")),
    action("iam:DeleteRole", ROLE, english("action.delete-role")),
    action("iam:AttachRolePolicy", ATTACHMENT, english("action.attach-role-policy")),
    action("iam:DetachRolePolicy", ATTACHMENT, english("action.detach-role-policy")),
];

/// The needed action of this name.
pub fn needed_action(name: &str) -> Option<&'static IamAction> {
    // IAM compares actions without case.
    IAM_ACTIONS.iter().find(|action| action.name.eq_ignore_ascii_case(name))
}
