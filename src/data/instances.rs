//! EC2 instance types that the profiles deploy.

/// One instance type, with what AWS gives it.
#[derive(Clone, Copy, Debug)]
pub struct InstanceType {
    /// As AWS writes it: `m6i.xlarge`.
    pub name: &'static str,
    /// Default vCPU.
    pub vcpu: i64,
    /// Memory in GiB.
    pub memory_gib: i64,
    /// Where the figures come from.
    pub source: &'static str,
}

const EC2: &str = "AWS, Amazon EC2 instance types (DescribeInstanceTypes: VCpuInfo, MemoryInfo)";

/// Every type that a profile names.
pub const INSTANCE_TYPES: &[InstanceType] = &[
    InstanceType { name: "m6i.xlarge", vcpu: 4, memory_gib: 16, source: EC2 },
    InstanceType { name: "m6i.2xlarge", vcpu: 8, memory_gib: 32, source: EC2 },
    InstanceType { name: "r6id.8xlarge", vcpu: 32, memory_gib: 256, source: EC2 },
];

/// The type of this name.
pub fn instance_type(name: &str) -> Option<&'static InstanceType> {
    INSTANCE_TYPES.iter().find(|kind| kind.name == name)
}
