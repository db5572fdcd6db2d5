//! EC2 instance types that profiles deploy and that a person may choose among.

use std::borrow::Cow;

use super::standard_vcpu::{sizes, standard_vcpu};

/// One instance type, with what AWS gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceType {
    /// As AWS writes it: `m6i.xlarge`.
    pub name: Cow<'static, str>,
    /// Default vCPU.
    pub vcpu: i64,
    /// Memory in GiB.
    pub memory_gib: i64,
    /// Where the figures come from.
    pub source: &'static str,
}

const EC2: &str = "AWS, Amazon EC2 instance types (DescribeInstanceTypes: VCpuInfo, MemoryInfo)";

/// Families of the catalogue, with the GiB of memory that each of their vCPU has.
pub const FAMILIES: &[(&str, i64)] = &[
    ("m6i", 4),
    ("m6id", 4),
    ("m7i", 4),
    ("r6i", 8),
    ("r6id", 8),
    ("r7i", 8),
    ("c6i", 2),
    ("c7i", 2),
];

/// The type of this name, where its family is in the catalogue.
pub fn instance_type(name: &str) -> Option<InstanceType> {
    let (family, size) = name.split_once('.')?;
    let (_, per_vcpu) = FAMILIES.iter().find(|(known, _)| *known == family)?;
    let vcpu = standard_vcpu(name).filter(|_| !size.starts_with("metal"))?;
    let name = Cow::Owned(name.to_owned());
    Some(InstanceType { name, vcpu, memory_gib: per_vcpu * vcpu, source: EC2 })
}

/// Every type of the catalogue, family by family.
pub fn catalogue() -> impl Iterator<Item = InstanceType> {
    let of_family = |(family, _): &(&'static str, i64)| {
        let family = *family;
        sizes(family).filter_map(move |size| instance_type(&format!("{family}.{size}")))
    };
    FAMILIES.iter().flat_map(of_family)
}
