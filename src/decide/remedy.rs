//! What to ask AWS for when a row is short.

use crate::data::quotas::{Quota, Scope};
use crate::data::regions::GLOBAL;
use crate::quantity::Round;
use crate::report::{Remedy, ResourceId};

/// The request that raises `quota` to `desired` base units, rounded up to its own unit.
///
/// Every part of the commands comes from the product's tables or from the list of Regions, so
/// nothing that was pasted reaches a shell. `None` for more than AWS can be asked for.
pub fn remedy(row: ResourceId, quota: &Quota, desired: i128, region: &str) -> Option<Remedy> {
    let Quota { service_code, quota_code, unit, .. } = quota;
    let value = i64::try_from(Round::Up.divide(desired, i128::from(unit.size()))).ok()?;
    let region = if quota.scope == Scope::Global { GLOBAL } else { region };
    let (name, alias) = (row.as_str().replace('-', "_"), region.replace('-', "_"));
    Some(Remedy {
        desired_value: value,
        unit: unit.name(),
        command: format!(
            "aws service-quotas request-service-quota-increase --region {region} \
             --service-code {service_code} --quota-code {quota_code} --desired-value {value}"
        ),
        terraform: format!(
            "provider \"aws\" {{\n  alias  = \"{alias}\"\n  region = \"{region}\"\n}}\n\n\
             resource \"aws_servicequotas_service_quota\" \"{name}\" {{\n  \
             provider     = aws.{alias}\n  service_code = \"{service_code}\"\n  \
             quota_code   = \"{quota_code}\"\n  value        = {value}\n}}\n"
        ),
        console_url: console_url(quota, region),
    })
}

/// The quota's page in the Service Quotas console of `region`.
pub fn console_url(quota: &Quota, region: &str) -> String {
    let Quota { service_code, quota_code, .. } = quota;
    format!(
        "https://{region}.console.aws.amazon.com/servicequotas/home/services/{service_code}/quotas/{quota_code}"
    )
}
