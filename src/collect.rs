//! What to ask the account for: one read-only block for AWS CloudShell, and a message that asks
//! a customer for no more than what is still missing.

use std::fmt::Write;

use crate::data::collector::{COUNTS, Count};
use crate::data::profiles::Profile;
use crate::data::quotas::{Quota, Scope, quota_by_code};
use crate::data::regions::{GLOBAL, is_commercial};
use crate::report::{Basis, Report};
use crate::text::Reason;
use crate::words;

/// What the collector can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Quotas whose limit is wanted.
    pub limits: Vec<&'static Quota>,
    /// Quotas whose use is wanted.
    pub uses: Vec<&'static Quota>,
}

impl Wanted {
    /// Everything that `profile` can use.
    pub fn everything(profile: &Profile) -> Wanted {
        let quotas = quotas(profile);
        Wanted {
            uses: quotas.iter().copied().filter(|quota| count(quota).is_some()).collect(),
            limits: quotas,
        }
    }

    /// What `report` still lacks.
    pub fn missing(report: &Report, profile: &Profile) -> Wanted {
        let mut wanted = Wanted::everything(profile);
        wanted.limits.retain(|quota| lacks(report, quota).0);
        wanted.uses.retain(|quota| lacks(report, quota).1);
        wanted
    }

    /// Whether there is nothing to ask for.
    pub fn is_empty(&self) -> bool {
        self.limits.is_empty() && self.uses.is_empty()
    }
}

/// The quotas that decide a row or a check, in that order.
fn quotas(profile: &Profile) -> Vec<&'static Quota> {
    let rows = profile.rows.iter().filter_map(|row| row.quota);
    let codes = rows.chain(profile.checks.iter().filter_map(|check| check.quota()));
    codes.filter_map(quota_by_code).collect()
}

fn count(quota: &Quota) -> Option<&'static Count> {
    COUNTS.iter().find(|count| count.quota_code == quota.quota_code)
}

/// Whether the limit and the use of `quota` are still unknown to `report`.
fn lacks(report: &Report, quota: &Quota) -> (bool, bool) {
    let governs = |row: &&crate::report::Resource| {
        row.quota.as_ref().is_some_and(|info| info.quota_code == quota.quota_code)
    };
    if let Some(row) = report.resources.iter().find(governs) {
        let settled =
            row.basis == Some(Basis::Stated) || row.limit.is_none() && row.available.is_some();
        let limit = (row.limit.is_none() || row.basis == Some(Basis::Default)) && !settled;
        return (
            limit,
            row.in_use.is_none() && row.available.is_none() || row.in_use_is_lower_bound,
        );
    }
    let about = |reason: &Reason| match reason {
        Reason::RoomUnknown { quota: name } if *name == quota.name.into() => Some((true, true)),
        Reason::RoomUseUnknown { quota: name, .. } if *name == quota.name.into() => {
            Some((false, true))
        }
        _ => None,
    };
    report.checks.iter().find_map(|check| about(&check.reason)).unwrap_or((false, false))
}

/// The block for AWS CloudShell (or any Bash with the AWS CLI): read-only, and printing only
/// codes, values and counts. A call that is denied does not stop the rest.
pub fn script(wanted: &Wanted, region: &str) -> String {
    // Nothing but the name of a Region reaches the shell.
    let region = if is_commercial(region) { region } else { "us-west-2" };
    let mut block = String::from(
        "# Read-only: prints the account's number, quota codes, values and counts; no names or addresses.\n",
    );
    let _ = writeln!(block, "region={region}");
    block.push_str("account=$(aws sts get-caller-identity --query Account --output text)\n");
    if !wanted.limits.is_empty() {
        block.push_str(
            "quota() { aws service-quotas get-service-quota --region \"$1\" --service-code \"$2\" \
             --quota-code \"$3\" --output json --query 'Quota.{QuotaArn:QuotaArn,Value:Value}' || \
             aws service-quotas get-aws-default-service-quota --region \"$1\" --service-code \"$2\" \
             --quota-code \"$3\" --output json --query 'Quota.{QuotaArn:QuotaArn,Value:Value}'; }\n",
        );
    }
    for quota in &wanted.limits {
        let region = if quota.scope == Scope::Global { GLOBAL } else { "\"$region\"" };
        let _ = writeln!(block, "quota {region} {} {}", quota.service_code, quota.quota_code);
    }
    for quota in &wanted.uses {
        if let Some(count) = count(quota) {
            block.push_str(&count_line(count, quota));
        }
    }
    block
}

/// `aws … --query "{use:'vpc/L-F678F1CE',region:'us-west-2',account:'1234…',count:…}"`.
fn count_line(count: &Count, quota: &Quota) -> String {
    let Count { call, pick, figure, regional, .. } = count;
    let (flag, region) =
        if *regional { (" --region \"$region\"", "region:'$region',") } else { ("", "") };
    let Quota { service_code, quota_code, .. } = quota;
    format!(
        "aws {call}{flag} --output json --query \
         \"{pick}{{use:'{service_code}/{quota_code}',{region}account:'$account',{figure}}}\"\n"
    )
}

/// A message that asks for what `report` still lacks; `None` where nothing is missing.
pub fn message(report: &Report, profile: &Profile) -> Option<String> {
    let wanted = Wanted::missing(report, profile);
    let fields = missing_license_fields(report);
    if wanted.is_empty() && fields.is_empty() {
        return None;
    }
    let mut letter = String::from(words!("message.greeting"));
    if !wanted.is_empty() {
        letter.push_str(words!("message.run"));
        letter.push_str(&script(&wanted, &report.profile.region));
        letter.push('\n');
    }
    if !fields.is_empty() {
        letter.push_str(words!("message.license"));
        let _ = writeln!(letter, "{}.\n", fields.join(", "));
    }
    letter.push_str(words!("message.end"));
    Some(letter)
}

fn missing_license_fields(report: &Report) -> Vec<&'static str> {
    let license = &report.license;
    let fields = [
        (license.id.is_none(), words!("license.id")),
        (license.core_size.is_none(), words!("license.coreSize")),
        (license.valid_until.is_none(), words!("license.period")),
    ];
    fields.into_iter().filter(|(missing, _)| *missing).map(|(_, name)| name).collect()
}
