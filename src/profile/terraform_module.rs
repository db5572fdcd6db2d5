//! The sizes of the Terraform module that Zilliz publishes for BYOC on AWS: its smallest and its
//! largest standard deployment.
//!
//! The module states neither bytes of storage nor load balancers nor DNS zones, so these profiles
//! have no such rows. Its IAM names carry a prefix of the customer's, so none can be looked for.

use std::borrow::Cow;

use super::document::ROWS;
use super::{Need, Profile, Row};
use crate::data::checks::{CHECKS, Check, Decider};
use crate::report::CheckId;
use crate::text::english;

const SOURCE: &str = "https://github.com/zilliztech/terraform-zilliz-examples";
const DATE: Option<Cow<'static, str>> = Some(Cow::Borrowed("2026-08-14"));

/// Regions that later pages of the documentation support.
///
/// Source: zilliztech/zdoc, 2026-08-14.
const REGIONS: &[Cow<'static, str>] = &[
    Cow::Borrowed("us-west-2"),
    Cow::Borrowed("us-east-1"),
    Cow::Borrowed("us-east-2"),
    Cow::Borrowed("ca-central-1"),
    Cow::Borrowed("eu-central-1"),
    Cow::Borrowed("eu-west-1"),
    Cow::Borrowed("ap-northeast-1"),
    Cow::Borrowed("ap-northeast-2"),
    Cow::Borrowed("ap-southeast-1"),
    Cow::Borrowed("ap-southeast-2"),
];

/// 1 VPC, 1 NAT gateway with 1 Elastic IP, up to 1 interface endpoint.
const THE_MODULES_ROWS: &[Row] = &[
    of_module(0, Need::InstanceVcpu, 0),
    of_module(1, Need::InstanceMemory, 0),
    of_module(4, Need::Thousandths(1000), 1),
    of_module(5, Need::Thousandths(1000), 1),
    of_module(6, Need::Thousandths(1000), 0),
];

const fn of_module(row_of_document: usize, need: Need, with_vpc: i64) -> Row {
    let Row { id, label, service, unit, quota, also, in_own_vpc, .. } = ROWS[row_of_document];
    Row { id, label, service, need, unit, quota, also, in_own_vpc, with_vpc, source: SOURCE }
}

const fn profile(
    id: &'static str,
    title: &'static str,
    instances: &'static [(Cow<'static, str>, i64)],
    least_cores: i64,
) -> Profile {
    Profile {
        id: Cow::Borrowed(id),
        title: Cow::Borrowed(title),
        source: Cow::Borrowed(SOURCE),
        source_date: DATE,
        regions: Cow::Borrowed(REGIONS),
        instances: Cow::Borrowed(instances),
        types: Cow::Borrowed(&[]),
        least_cores: Some(least_cores),
        rows: Cow::Borrowed(THE_MODULES_ROWS),
        checks: Cow::Borrowed(&THE_MODULES_CHECKS),
        existing_vpc: None,
        surge: false,
    }
}

/// 3 core, 1 fundamental, 1 search, 1 index: 56 vCPU, 224 GiB. The core nodes take no license.
pub const MINIMUM: Profile = profile(
    "aws-terraform-minimum",
    english("profile-title.aws-terraform-minimum"),
    &[(Cow::Borrowed("m6i.2xlarge"), 5), (Cow::Borrowed("m6id.4xlarge"), 1)],
    56 - 3 * 8,
);

/// 3 core, 2 fundamental, 2 search, 2 index: 88 vCPU, 352 GiB. The core nodes take no license.
pub const LARGEST: Profile = profile(
    "aws-terraform-largest",
    english("profile-title.aws-terraform-largest"),
    &[(Cow::Borrowed("m6i.2xlarge"), 7), (Cow::Borrowed("m6id.4xlarge"), 2)],
    88 - 3 * 8,
);

/// Those of the document, but for its names and with the module's 3 roles and up to 7 policies.
static THE_MODULES_CHECKS: [Check; CHECKS.len() - 1] = {
    let mut checks = [CHECKS[0]; CHECKS.len() - 1];
    let (mut from, mut to) = (0, 0);
    while from < CHECKS.len() {
        let check = CHECKS[from];
        from += 1;
        let by = match (check.id, check.by) {
            (CheckId::IamNameCollisions, _) => continue,
            (CheckId::IamRolesRoom, Decider::RoomNeeded { quota_code, .. }) => {
                Decider::RoomNeeded { quota_code, need: 3 }
            }
            (CheckId::TerraformVersion, _) => Decider::TerraformVersion { demanded: true },
            (_, by) => by,
        };
        checks[to] = Check { by, ..check };
        to += 1;
    }
    checks
};
