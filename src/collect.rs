//! What to ask the account for: one read-only block for a shell, the policy that allows it, and a
//! message that asks a customer for no more than what is still missing.

mod policy;
mod script;

use crate::data::collector::count_of;
use crate::data::quotas::{Quota, Scope, quota_by_code};
use crate::next::Lacks;
use crate::profile::Profile;
use crate::read::{Reading, What};
use crate::report::Report;
use crate::text::{Param, Reason, current, list, say};
use crate::words;

pub use policy::policy;
pub use script::{Shell, script};

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
        let countable = |quota: &&Quota| count_of(quota.quota_code).is_some();
        Wanted { uses: quotas.iter().copied().filter(countable).collect(), limits: quotas }
    }

    /// What `report` still lacks; `readings` are those that it was made of.
    pub fn missing(report: &Report, readings: &[&Reading], profile: &Profile) -> Wanted {
        let lacks = |quota: &Quota| lacks(report, readings, quota);
        let mut wanted = Wanted::everything(profile);
        wanted.limits.retain(|quota| lacks(quota).limit);
        wanted.uses.retain(|quota| lacks(quota).used);
        wanted
    }

    /// How many figures that are.
    pub fn count(&self) -> usize {
        self.limits.len() + self.uses.len()
    }

    /// Whether there is nothing to ask for.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

/// The quotas that decide a row or a check, in that order.
fn quotas(profile: &Profile) -> Vec<&'static Quota> {
    let rows = profile.rows.iter().filter_map(|row| row.quota);
    let codes = rows.chain(profile.checks.iter().filter_map(|check| check.quota()));
    codes.filter_map(quota_by_code).collect()
}

/// Which of a quota's two figures are still unknown.
fn lacks(report: &Report, readings: &[&Reading], quota: &Quota) -> Lacks {
    let governs = |row: &&crate::report::Resource| {
        row.quota.as_ref().is_some_and(|info| info.quota_code == quota.quota_code)
    };
    if let Some(row) = report.resources.iter().find(governs) {
        return Lacks::of(row);
    }
    let about = |reason: &Reason| {
        let (name, limit) = match reason {
            Reason::RoomUnknown { quota } => (quota, true),
            Reason::RoomUseUnknown { quota, .. } => (quota, false),
            _ => return None,
        };
        let used = || !is_counted(readings, quota, &report.profile.region);
        (*name == quota.name.into()).then(|| Lacks { limit, used: used() })
    };
    report.checks.iter().find_map(|check| about(&check.reason)).unwrap_or_default()
}

/// Whether the use of `quota` was read and is whole. A check without a limit does not say, nor one
/// whose use is of several zones together.
fn is_counted(readings: &[&Reading], quota: &Quota, region: &str) -> bool {
    readings.iter().flat_map(|reading| &reading.facts).any(|fact| {
        let is_here = quota.scope == Scope::Global
            || fact.region.as_deref().is_none_or(|named| named == region);
        let counts = |found: &Quota, is_part: bool| found == quota && !is_part;
        is_here
            && matches!(fact.what, What::Use { quota: found, lower_bound, .. } if counts(found, lower_bound))
    })
}

/// A message that asks for what is `wanted` and for what `report` lacks of the license; `None`
/// where nothing is missing.
pub fn message(report: &Report, wanted: &Wanted) -> Option<String> {
    let fields = missing_license_fields(report);
    if wanted.is_empty() && fields.is_empty() {
        return None;
    }
    let mut letter = String::from(words!("message.greeting"));
    if !wanted.is_empty() {
        letter.push_str(words!("message.run"));
        letter.push_str(&script(wanted, &report.profile.region, Shell::Bash));
        letter.push('\n');
    }
    if !fields.is_empty() {
        let fields = Param::from(list(&fields));
        letter.push_str(&say(current(), "message.license", &[("list", &fields)]));
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
