//! A request to AWS for more of a quota: as a command, as Terraform, and as a page of the console.

pub mod quote;

use crate::data::quotas::{Quota, Scope, quota_by_code};
use crate::data::regions::{GLOBAL, is_commercial};
use crate::quantity::Round;
use crate::report::{Report, Resource, ResourceId};
use quote::{hcl, shell};

/// The most that AWS can be asked for.
///
/// Source: Service Quotas API reference, RequestServiceQuotaIncrease, `DesiredValue`.
const MOST: i64 = 10_000_000_000;

/// What is asked for. Every part of it comes from the product's tables, or is a number or a Region
/// from the list of Regions, so nothing that was pasted reaches a shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request<'a> {
    /// The row that it is for.
    pub row: ResourceId,
    /// Of which quota.
    pub quota: &'static Quota,
    /// Where: a global quota is raised in one Region alone.
    pub region: &'a str,
    /// The new limit, in whole units of the quota.
    pub value: i64,
}

impl<'a> Request<'a> {
    /// The request that raises `quota` to `desired` base units, rounded up to its own unit; `None`
    /// for more than AWS can be asked for.
    pub fn new(
        row: ResourceId,
        quota: &'static Quota,
        desired: i128,
        region: &'a str,
    ) -> Option<Request<'a>> {
        let value = Round::Up.divide(desired, i128::from(quota.unit.size()));
        let value = i64::try_from(value).ok().filter(|value| *value <= MOST)?;
        Some(Request { row, quota, region: place(quota, region), value })
    }

    /// The request that `report` makes for `row`, where it makes one.
    pub fn of(row: &Resource, report: &'a Report) -> Option<Request<'a>> {
        let (info, remedy) = (row.quota.as_ref()?, row.remedy.as_ref()?);
        let quota = quota_by_code(info.quota_code)?;
        let region = place(quota, &report.profile.region);
        let request = Request { row: row.id, quota, region, value: remedy.desired_value };
        is_commercial(region).then_some(request)
    }

    /// The words of the AWS CLI's command.
    pub fn words(&self) -> Vec<String> {
        let Quota { service_code, quota_code, .. } = self.quota;
        let value = self.value.to_string();
        let named = [
            ("--region", self.region),
            ("--service-code", service_code),
            ("--quota-code", quota_code),
            ("--desired-value", &value),
        ];
        named.into_iter().flat_map(|(name, value)| [shell(name), shell(value)]).collect()
    }

    /// The command.
    pub fn command(&self) -> String {
        format!("{COMMAND} {}", self.words().join(" "))
    }

    /// Terraform that makes this request alone.
    pub fn terraform(&self) -> String {
        format!("{}\n{}", provider(self.region), self.resource())
    }

    /// The request as Terraform's resource, which names its Region's provider.
    pub fn resource(&self) -> String {
        let Quota { service_code, quota_code, .. } = self.quota;
        format!(
            "resource \"aws_servicequotas_service_quota\" {} {{\n  \
             provider     = aws.{}\n  service_code = {}\n  \
             quota_code   = {}\n  value        = {}\n}}\n",
            hcl(&self.row.as_str().replace('-', "_")),
            alias(self.region),
            hcl(service_code),
            hcl(quota_code),
            self.value
        )
    }
}

/// The AWS CLI's command, before its words.
pub const COMMAND: &str = "aws service-quotas request-service-quota-increase";

/// Terraform's provider for `region`.
pub fn provider(region: &str) -> String {
    let (alias, region) = (hcl(&alias(region)), hcl(region));
    format!("provider \"aws\" {{\n  alias  = {alias}\n  region = {region}\n}}\n")
}

/// What Terraform calls the provider for `region`.
fn alias(region: &str) -> String {
    region.replace('-', "_")
}

fn place<'a>(quota: &Quota, region: &'a str) -> &'a str {
    if quota.scope == Scope::Global { GLOBAL } else { region }
}

/// The quota's page in the Service Quotas console of `region`.
pub fn console_url(quota: &Quota, region: &str) -> String {
    let Quota { service_code, quota_code, .. } = quota;
    format!(
        "https://{region}.console.aws.amazon.com/servicequotas/home/services/{service_code}/quotas/{quota_code}"
    )
}
