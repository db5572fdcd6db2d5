//! What to ask AWS for when a row is short.

use crate::data::quotas::Quota;
use crate::report::{Remedy, ResourceId};
use crate::request::{Request, console_url};

/// The request that raises `quota` to `desired` base units, rounded up to its own unit; `None` for
/// more than AWS can be asked for.
pub fn remedy(
    row: ResourceId,
    quota: &'static Quota,
    desired: i128,
    region: &str,
) -> Option<Remedy> {
    let request = Request::new(row, quota, desired, region)?;
    Some(Remedy {
        desired_value: request.value,
        unit: quota.unit.name(),
        command: request.command(),
        terraform: request.terraform(),
        console_url: console_url(quota, request.region),
    })
}
