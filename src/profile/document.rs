//! The document's minimum config, to the letter.

use std::borrow::Cow;

use super::{Need, Profile, Row};
use crate::data::checks::CHECKS;
use crate::quantity::Unit;
use crate::report::ResourceId;

const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites, Resource quotas";

/// The profile.
pub const PROFILE: Profile = Profile {
    id: Cow::Borrowed("aws-byoc"),
    title: Cow::Borrowed("Zilliz Cloud BYOC prerequisites, minimum config"),
    source: Cow::Borrowed("https://docs.zilliz.com/docs/byoc-prerequisites"),
    source_date: None,
    regions: Cow::Borrowed(&[Cow::Borrowed("us-west-2")]),
    instances: Cow::Borrowed(&[
        (Cow::Borrowed("m6i.xlarge"), 4),
        (Cow::Borrowed("m6i.2xlarge"), 4),
        (Cow::Borrowed("r6id.8xlarge"), 1),
    ]),
    types: Cow::Borrowed(&[]),
    least_cores: None,
    rows: Cow::Borrowed(ROWS),
    checks: Cow::Borrowed(CHECKS),
    existing_vpc: None,
    surge: false,
};

/// The rows of the document's table, in its order; its first one gives vCPU and memory.
pub const ROWS: &[Row] = &[
    Row {
        id: ResourceId::Vcpu,
        label: "Virtual Machine",
        service: "EC2",
        need: Need::InstanceVcpu,
        unit: Unit::Vcpu,
        quota: Some("L-1216C47A"),
        also: &[],
        in_own_vpc: false,
        with_vpc: 0,
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
        with_vpc: 0,
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
        with_vpc: 0,
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
        with_vpc: 0,
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
        with_vpc: 1,
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
        with_vpc: 2,
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
        with_vpc: 0,
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
        with_vpc: 0,
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
        with_vpc: 0,
        source: DOCUMENT,
    },
];

/// The document's row of this id; it has one for each.
pub fn row(id: ResourceId) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.id == id)
}

/// What people call the row: the document's word for the service, which vCPU and memory share.
pub fn title(id: ResourceId) -> &'static str {
    match id {
        ResourceId::Vcpu => "EC2 vCPU",
        ResourceId::Memory => "EC2 memory",
        _ => row(id).map_or("", |row| row.service),
    }
}
