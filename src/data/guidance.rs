//! What the document says a person should do, check by check, in its own words.

use crate::report::CheckId;

/// One or several sentences of the document.
#[derive(Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The check that it helps with.
    pub check: CheckId,
    /// Whether it is one of several steps, in order.
    pub is_step: bool,
    /// The sentences, without markup.
    pub says: &'static str,
    /// Words of the sentences, and where they lead.
    pub link: Option<(&'static str, &'static str)>,
}

type Link = Option<(&'static str, &'static str)>;

const fn says(check: CheckId, says: &'static str, link: Link) -> Guidance {
    Guidance { check, is_step: false, says, link }
}

const fn step(says: &'static str, link: Link) -> Guidance {
    Guidance { check: CheckId::TemporaryCredentials, is_step: true, says, link }
}

/// Every piece, in the document's order.
///
/// Source: Zilliz Cloud BYOC, Prerequisites.
#[rustfmt::skip]
pub const GUIDANCE: &[Guidance] = &[
    says(
        CheckId::TerraformInstalled,
        "If you use Windows or other Linux distributions, refer to Terraform official documentation for installation.",
        Some(("Terraform official documentation", "https://developer.hashicorp.com/terraform/install?product_intent=terraform")),
    ),
    says(
        CheckId::AwsAccount,
        "If you do not have an AWS account, create one following the AWS Account Creation Guide.",
        Some(("AWS Account Creation Guide", "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_create.html")),
    ),
    says(
        CheckId::RegionSupported,
        "For other cloud providers or regions, contact our sales team.",
        Some(("our sales team", "https://zilliz.com/contact-sales")),
    ),
    says(
        CheckId::ZillizAccount,
        "Use the account you provided to Zilliz Cloud technical support during the contract signing process.",
        None,
    ),
    says(
        CheckId::TemporaryCredentials,
        "It's advisable to create these credentials solely for the activation process and deactivate them afterward.",
        None,
    ),
    step(
        "Sign in to the IAM console using your AWS account ID and password.",
        Some(("IAM console", "https://console.aws.amazon.com/iam")),
    ),
    step("Go to the Access keys section and click Create access key.", None),
    step(
        "On the Retrieve access keys page, choose either Show to reveal the value of your user's secret access key, or Download .csv file. This is your only opportunity to save your secret access key. After you've saved your secret access key in a secure location, choose Done.",
        None,
    ),
    says(
        CheckId::TemporaryCredentials,
        "For detailed instructions, refer to AWS official documentation.",
        Some(("AWS official documentation", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html#Using_CreateAccessKey")),
    ),
    says(
        CheckId::IamPermissions,
        "For a comprehensive understanding of AWS policies and permissions, visit Policies and Permissions in IAM.",
        Some(("Policies and Permissions in IAM", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html")),
    ),
];

/// What the document says about one check: steps, or what is no step.
pub fn guidance(check: CheckId, steps: bool) -> impl Iterator<Item = &'static Guidance> {
    GUIDANCE.iter().filter(move |piece| piece.check == check && piece.is_step == steps)
}
