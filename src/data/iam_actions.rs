//! The IAM actions that creating the document's policies, roles and attachments takes, and undoing
//! it: Terraform deletes what it has to replace and what it could make only in part.

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
    action("iam:CreatePolicy", POLICY, "creates each of the 7 policies"),
    action("iam:TagPolicy", POLICY, "tags a policy as it is created"),
    action("iam:GetPolicy", POLICY, "reads a policy back"),
    action("iam:GetPolicyVersion", POLICY, "reads the text of a policy back"),
    action("iam:ListPolicyVersions", POLICY, "lists the versions of a policy before it is deleted"),
    action("iam:DeletePolicy", POLICY, "deletes a policy that is replaced or undone"),
    action("iam:CreateRole", ROLE, "creates each of the 2 roles"),
    action("iam:TagRole", ROLE, "tags a role as it is created"),
    action("iam:GetRole", ROLE, "reads a role back"),
    action("iam:ListRolePolicies", ROLE, "lists the inline policies of a role"),
    action("iam:ListAttachedRolePolicies", ROLE, "lists the policies attached to a role"),
    action("iam:ListInstanceProfilesForRole", ROLE, "looks for instance profiles before a delete"),
    action("iam:DeleteRole", ROLE, "deletes a role that is replaced or undone"),
    action("iam:AttachRolePolicy", ATTACHMENT, "attaches a policy to each of the 2 roles"),
    action("iam:DetachRolePolicy", ATTACHMENT, "detaches a policy that is replaced or undone"),
];

/// The needed action of this name.
pub fn needed_action(name: &str) -> Option<&'static IamAction> {
    // IAM compares actions without case.
    IAM_ACTIONS.iter().find(|action| action.name.eq_ignore_ascii_case(name))
}
