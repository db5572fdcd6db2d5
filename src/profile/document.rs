//! The document's minimum config, to the letter.

use std::borrow::Cow;

use super::{Need, Profile, Row};
use crate::data::checks::CHECKS;
use crate::quantity::Unit;
use crate::report::ResourceId;
use crate::text::english;
use crate::words;

const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites, Resource quotas";

/// The profile.
pub const PROFILE: Profile = Profile {
    id: Cow::Borrowed("aws-byoc"),
    title: Cow::Borrowed(english("profile-title.aws-byoc")),
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
        label: english("label.virtual-machine"),
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
        label: english("label.virtual-machine"),
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
        label: english("label.object-storage"),
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
        label: english("label.block-storage"),
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
        label: english("label.public-ip"),
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
        label: english("label.private-network"),
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
        label: english("label.network-channel"),
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
        label: english("label.load-balance"),
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
        label: english("label.dns"),
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
        ResourceId::Vcpu => words!("title.vcpu"),
        ResourceId::Memory => words!("title.memory"),
        _ => row(id).map_or("", |row| row.service),
    }
}
