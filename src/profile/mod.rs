//! Requirement profiles: what has to fit, row by row, and which quota governs each row.
//!
//! A profile is a table with a source and a date: the document's, those of the Terraform module, or
//! one that a host page brings. What a person adjusts on the page is made of one of those.

mod adjust;
pub mod document;
mod own;
pub mod terraform_module;

use std::borrow::Cow;

use crate::data::checks::Check;
use crate::data::instances::{InstanceType, instance_type};
use crate::data::quotas::{Quota, quota_by_code};
use crate::quantity::{Quantity, Unit};
use crate::report::{Answers, Diagnostic, ProfileChoice, ResourceId};
use crate::text::{current, in_current, lookup};

/// What a deployment needs, as a published document states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Stable id, as in the report.
    pub id: Cow<'static, str>,
    /// The document's title.
    pub title: Cow<'static, str>,
    /// Where the figures come from.
    pub source: Cow<'static, str>,
    /// The source's own date, where it has one.
    pub source_date: Option<Cow<'static, str>>,
    /// Regions in which the profile may be deployed; the first is the default.
    pub regions: Cow<'static, [Cow<'static, str>]>,
    /// What runs, as instance type and number.
    pub instances: Cow<'static, [(Cow<'static, str>, i64)]>,
    /// Instance types that the catalogue does not have.
    pub types: Cow<'static, [InstanceType]>,
    /// vCPU of the instances that surely count against the license, where that is known.
    pub least_cores: Option<i64>,
    /// The rows, in the document's order.
    pub rows: Cow<'static, [Row]>,
    /// The checks, in section order.
    pub checks: Cow<'static, [Check]>,
    /// The VPC that is there already and is deployed into; empty where nobody has named it.
    pub existing_vpc: Option<String>,
    /// Whether one more of the largest instances must fit while nodes are replaced.
    pub surge: bool,
}

/// One row of the document's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Stable id, as in the report.
    pub id: ResourceId,
    /// The document's word for the kind of resource.
    pub label: &'static str,
    /// The document's word for the service.
    pub service: &'static str,
    /// How much is needed.
    pub need: Need,
    /// The unit that the document writes.
    pub unit: Unit,
    /// Code of the quota that decides the row; `None` where AWS sets no quota on it.
    pub quota: Option<&'static str>,
    /// Codes of quotas shown beside it that do not decide.
    pub also: &'static [&'static str],
    /// Whether the profile makes a fresh place for it, in which nothing can be in use yet.
    pub in_own_vpc: bool,
    /// How many of the things that are needed come with the profile's own VPC, and are not made where
    /// one is there already.
    pub with_vpc: i64,
    /// Where the row comes from.
    pub source: &'static str,
}

/// How much a row needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The vCPU of the profile's instances.
    InstanceVcpu,
    /// The memory of the profile's instances.
    InstanceMemory,
    /// So many of the row's unit, in thousandths of it: 1.3 TB is 1300.
    Thousandths(i64),
    /// So many base units, in the unit that was written.
    Exactly(i128, Unit),
}

impl Row {
    /// How much `profile` needs of this, in the document's unit or the one that was written.
    pub fn required(&self, profile: &Profile) -> Quantity {
        let whole = match self.need {
            Need::InstanceVcpu => profile.sum_instances(|kind| kind.vcpu),
            Need::InstanceMemory => {
                profile.sum_instances(|kind| kind.memory_gib) * i128::from(Unit::Gib.size())
            }
            Need::Thousandths(thousandths) => {
                i128::from(thousandths) * i128::from(self.unit.size()) / 1000
            }
            Need::Exactly(whole, unit) => return Quantity::new(whole, unit),
        };
        Quantity::new(whole, self.unit)
    }

    /// Whether its need follows from the instances.
    pub fn follows_from_instances(&self) -> bool {
        matches!(self.need, Need::InstanceVcpu | Need::InstanceMemory)
    }

    /// The quota that decides the row.
    pub fn governing(&self) -> Option<&'static Quota> {
        self.quota.and_then(quota_by_code)
    }
}

impl Profile {
    /// The instance type of this name, of the catalogue or of the profile's own.
    pub fn instance_type(&self, name: &str) -> Option<InstanceType> {
        let own = self.types.iter().find(|kind| kind.name == name);
        own.cloned().or_else(|| instance_type(name))
    }

    /// Each type that runs, once, with the number of its instances.
    pub fn by_type(&self) -> Vec<(&str, i64)> {
        let mut types: Vec<(&str, i64)> = Vec::new();
        for (name, count) in self.instances.iter().filter(|(_, count)| *count > 0) {
            match types.iter_mut().find(|(known, _)| known == name) {
                Some((_, sum)) => *sum += count,
                None => types.push((name, *count)),
            }
        }
        types
    }

    /// A figure of all instances together, the surge included.
    fn sum_instances(&self, figure: impl Fn(&InstanceType) -> i64) -> i128 {
        let of = |name: &str| self.instance_type(name).map_or(0, |kind| i128::from(figure(&kind)));
        let running: i128 =
            self.instances.iter().map(|(name, count)| of(name) * i128::from(*count)).sum();
        running + self.largest().filter(|_| self.surge).map_or(0, |kind| i128::from(figure(&kind)))
    }

    /// The largest instance that the profile starts, by vCPU.
    pub fn largest(&self) -> Option<InstanceType> {
        let running = self.instances.iter().filter(|(_, count)| *count > 0);
        let kinds = running.filter_map(|(name, _)| self.instance_type(name));
        kinds.max_by_key(|kind| (kind.vcpu, kind.memory_gib))
    }

    /// Its title, in the current language where it is a built-in one.
    pub fn name(&self) -> &str {
        in_current("profile-title.", &self.title)
    }

    /// What a built-in profile is, in a sentence.
    pub fn about(&self) -> &'static str {
        lookup(current(), &format!("profile.{}", self.id)).unwrap_or_default()
    }

    /// The row of this id.
    pub fn row(&self, id: ResourceId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Whether `quota_code` decides or stands beside one of the rows, or feeds a check.
    pub fn needs_quota(&self, quota_code: &str) -> bool {
        let in_rows = self
            .rows
            .iter()
            .any(|row| row.quota == Some(quota_code) || row.also.contains(&quota_code));
        in_rows || self.checks.iter().any(|check| check.quota() == Some(quota_code))
    }

    /// The instances as people write them: `4 × m6i.xlarge, 1 × r6id.8xlarge`.
    pub fn show_instances(&self) -> String {
        let running = self.instances.iter().filter(|(_, count)| *count > 0);
        let groups: Vec<String> =
            running.map(|(name, count)| format!("{count} × {name}")).collect();
        groups.join(", ")
    }
}

/// Every built-in profile; the first is the default.
pub static PROFILES: [Profile; 3] =
    [document::PROFILE, terraform_module::MINIMUM, terraform_module::LARGEST];

/// The built-in profile of this id.
pub fn built_in(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}

/// What is assessed against.
#[derive(Debug)]
pub struct Chosen {
    /// With what the person adjusted.
    pub profile: Profile,
    /// Where and by how much it is not the document's minimum config.
    pub notices: Vec<Diagnostic>,
}

/// The profile that the answers name or bring, adjusted as they say. One that does not exist or is
/// malformed is the default one; callers check before.
pub fn chosen(answers: &Answers) -> Chosen {
    adjust::adjusted(base(answers).into_owned(), answers)
}

/// The profile that the answers name or bring, as it is published.
pub fn base(answers: &Answers) -> Cow<'static, Profile> {
    match &answers.profile {
        Some(ProfileChoice::Id(id)) => Cow::Borrowed(built_in(id).unwrap_or(&PROFILES[0])),
        Some(ProfileChoice::Own(own)) => {
            own::profile(own).map_or(Cow::Borrowed(&PROFILES[0]), Cow::Owned)
        }
        None => Cow::Borrowed(&PROFILES[0]),
    }
}

/// The same where it goes into the VPC that the answers speak of: what typed amounts replace.
pub fn without_amounts(answers: &Answers) -> Profile {
    adjust::in_vpc(base(answers).into_owned(), &answers.adjustments).profile
}

pub use adjust::check as check_adjustments;
pub use own::{MOST_INSTANCES, check_region, is_address, profile as own_profile};
