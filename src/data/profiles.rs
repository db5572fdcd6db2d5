//! Requirement profiles: what has to fit, row by row, and which quota governs each row.

use super::checks::{CHECKS, Check};
use super::instances::instance_type;
use super::quotas::{Quota, quota_by_code};
use crate::quantity::{Quantity, Unit};
use crate::report::ResourceId;

/// What a deployment needs, as a published document states it.
#[derive(Debug)]
pub struct Profile {
    /// Stable id, as in the report.
    pub id: &'static str,
    /// The document's title.
    pub title: &'static str,
    /// Where the figures come from.
    pub source: &'static str,
    /// The source's own date, where it has one.
    pub source_date: Option<&'static str>,
    /// Regions in which the profile may be deployed; the first is the default.
    pub regions: &'static [&'static str],
    /// What runs, as instance type and number.
    pub instances: &'static [(&'static str, i64)],
    /// The rows, in the document's order.
    pub rows: &'static [Row],
    /// The checks, in section order.
    pub checks: &'static [Check],
}

/// One row of the document's table.
#[derive(Debug)]
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
    /// Where the row comes from.
    pub source: &'static str,
}

/// How much a row needs.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// The vCPU of the profile's instances.
    InstanceVcpu,
    /// The memory of the profile's instances.
    InstanceMemory,
    /// So many of the row's unit, in thousandths of it: 1.3 TB is 1300.
    Thousandths(i64),
}

impl Row {
    /// How much `profile` needs of this, in the document's unit.
    pub fn required(&self, profile: &Profile) -> Quantity {
        let whole = match self.need {
            Need::InstanceVcpu => profile.sum_instances(|kind| kind.vcpu),
            Need::InstanceMemory => {
                profile.sum_instances(|kind| kind.memory_gib) * i128::from(Unit::Gib.size())
            }
            Need::Thousandths(thousandths) => {
                i128::from(thousandths) * i128::from(self.unit.size()) / 1000
            }
        };
        Quantity::new(whole, self.unit)
    }

    /// The quota that decides the row.
    pub fn governing(&self) -> Option<&'static Quota> {
        self.quota.and_then(quota_by_code)
    }
}

impl Profile {
    fn sum_instances(&self, figure: impl Fn(&super::instances::InstanceType) -> i64) -> i128 {
        self.instances
            .iter()
            .filter_map(|(name, count)| Some(i128::from(figure(instance_type(name)?) * count)))
            .sum()
    }

    /// The vCPU of the largest instance that the profile starts.
    pub fn largest_instance_vcpu(&self) -> i64 {
        let kinds = self.instances.iter().filter_map(|(name, _)| instance_type(name));
        kinds.map(|kind| kind.vcpu).max().unwrap_or(0)
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
}

const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites, Resource quotas";

/// Every built-in profile; the first is the default.
pub const PROFILES: &[Profile] = &[Profile {
    id: "aws-byoc",
    title: "Zilliz Cloud BYOC prerequisites, minimum config",
    source: "https://docs.zilliz.com/docs/byoc-prerequisites",
    source_date: None,
    regions: &["us-west-2"],
    instances: &[("m6i.xlarge", 4), ("m6i.2xlarge", 4), ("r6id.8xlarge", 1)],
    rows: &[
        Row {
            id: ResourceId::Vcpu,
            label: "Virtual Machine",
            service: "EC2",
            need: Need::InstanceVcpu,
            unit: Unit::Vcpu,
            quota: Some("L-1216C47A"),
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::Memory,
            label: "Virtual Machine",
            service: "EC2",
            need: Need::InstanceMemory,
            unit: Unit::Gib,
            quota: None,
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::ObjectStorage,
            label: "Object Storage",
            service: "S3",
            need: Need::Thousandths(1300),
            unit: Unit::Tb,
            quota: None,
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::BlockStorage,
            label: "Block Storage",
            service: "EBS",
            need: Need::Thousandths(550_000),
            unit: Unit::Gb,
            quota: Some("L-7A658B76"),
            also: &["L-D18FCD1D"],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::PublicIp,
            label: "Public IP",
            service: "EIP",
            need: Need::Thousandths(1000),
            unit: Unit::Count,
            quota: Some("L-0263D0A3"),
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::Vpc,
            label: "Private Network",
            service: "VPC",
            need: Need::Thousandths(2000),
            unit: Unit::Count,
            quota: Some("L-F678F1CE"),
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::PrivateLink,
            label: "Network Channel",
            service: "PrivateLink",
            need: Need::Thousandths(1000),
            unit: Unit::Count,
            quota: Some("L-29B6F2EB"),
            also: &[],
            in_own_vpc: true,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::LoadBalancer,
            label: "Load Balance",
            service: "AWS LB",
            need: Need::Thousandths(1000),
            unit: Unit::Count,
            quota: Some("L-69A177A2"),
            also: &["L-53DA6B97"],
            in_own_vpc: false,
            source: DOCUMENT,
        },
        Row {
            id: ResourceId::DnsZone,
            label: "DNS",
            service: "DNS Zone",
            need: Need::Thousandths(2000),
            unit: Unit::Count,
            quota: Some("L-4EA4796A"),
            also: &[],
            in_own_vpc: false,
            source: DOCUMENT,
        },
    ],
    checks: CHECKS,
}];

/// The built-in profile of this id.
pub fn profile(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}
