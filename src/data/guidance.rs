//! What the document says a person should do, check by check, in its own words.

use crate::report::CheckId;
use crate::text::english;

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
        english("guidance.install"),
        Some((english("link.install"), "https://developer.hashicorp.com/terraform/install?product_intent=terraform")),
    ),
    says(
        CheckId::AwsAccount,
        english("guidance.account"),
        Some((english("link.account"), "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_create.html")),
    ),
    says(
        CheckId::RegionSupported,
        english("guidance.regions"),
        Some((english("link.sales"), "https://zilliz.com/contact-sales")),
    ),
    says(
        CheckId::ZillizAccount,
        english("guidance.zilliz-account"),
        None,
    ),
    says(
        CheckId::TemporaryCredentials,
        english("guidance.credentials"),
        None,
    ),
    step(
        english("guidance.sign-in"),
        Some((english("link.console"), "https://console.aws.amazon.com/iam")),
    ),
    step(english("guidance.create-key"), None),
    step(
        english("guidance.retrieve-key"),
        None,
    ),
    says(
        CheckId::TemporaryCredentials,
        english("guidance.instructions"),
        Some((english("link.instructions"), "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html#Using_CreateAccessKey")),
    ),
    says(
        CheckId::IamPermissions,
        english("guidance.policies"),
        Some((english("link.policies"), "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html")),
    ),
];

/// What the document says about one check: steps, or what is no step.
pub fn guidance(check: CheckId, steps: bool) -> impl Iterator<Item = &'static Guidance> {
    GUIDANCE.iter().filter(move |piece| piece.check == check && piece.is_step == steps)
}
