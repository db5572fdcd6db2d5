//! The AWS quotas that the product knows, by service code and quota code.

use super::sieve;
use crate::quantity::Unit;

/// How far a quota reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Each Region has its own.
    Region,
    /// One for the whole account, readable in us-east-1.
    Global,
    /// Each VPC has its own.
    Vpc,
    /// Each Availability Zone has its own.
    Zone,
}

/// One quota of the Service Quotas catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct Quota {
    /// As in `--service-code`.
    pub service_code: &'static str,
    /// As in `--quota-code`; no code stands in two services.
    pub quota_code: &'static str,
    /// AWS's own name.
    pub name: &'static str,
    /// What its value counts.
    pub unit: Unit,
    /// How far it reaches.
    pub scope: Scope,
    /// Whether AWS raises it on request.
    pub adjustable: bool,
    /// Other names of the same quota, of earlier years and of other tools.
    pub also_named: &'static [&'static str],
    /// Whether another service has a quota of the same name, so that the name alone does not tell.
    pub name_is_shared: bool,
    /// Where the row comes from.
    pub source: &'static str,
}

const LIST: &str = "AWS, list-aws-default-service-quotas, us-east-1";

const fn quota(
    service_code: &'static str,
    quota_code: &'static str,
    name: &'static str,
    unit: Unit,
    scope: Scope,
) -> Quota {
    let (also_named, name_is_shared): (&[&str], bool) = (&[], false);
    Quota {
        service_code,
        quota_code,
        name,
        unit,
        scope,
        adjustable: true,
        also_named,
        name_is_shared,
        source: LIST,
    }
}

impl Quota {
    const fn also(self, also_named: &'static [&'static str]) -> Quota {
        Quota { also_named, ..self }
    }

    const fn shared_name(self) -> Quota {
        Quota { name_is_shared: true, ..self }
    }
}

use Scope::{Global, Region, Vpc, Zone};
use Unit::{Count, Tib, Vcpu};

/// Quotas that decide a row or a check, or stand beside one that does.
#[rustfmt::skip]
pub const QUOTAS: &[Quota] = &[
    quota("ec2", "L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", Vcpu, Region),
    quota("ec2", "L-0263D0A3", "EC2-VPC Elastic IPs", Count, Region).also(&["Number of EIPs - VPC EIPs", "VPC Elastic IP addresses (EIPs)", "EC2-VPC Elastic IP addresses (EIPs)"]),
    quota("ebs", "L-7A658B76", "Storage for General Purpose SSD (gp3) volumes, in TiB", Tib, Region).also(&["Storage for General Purpose SSD (gp3) volumes"]).shared_name(),
    quota("ebs", "L-D18FCD1D", "Storage for General Purpose SSD (gp2) volumes, in TiB", Tib, Region).also(&["Storage for General Purpose SSD (gp2) volumes"]),
    quota("vpc", "L-F678F1CE", "VPCs per Region", Count, Region),
    quota("vpc", "L-29B6F2EB", "Interface VPC endpoints per VPC", Count, Vpc),
    quota("vpc", "L-A4707A72", "Internet gateways per Region", Count, Region),
    quota("vpc", "L-FE5A380F", "NAT gateways per Availability Zone", Count, Zone),
    quota("elasticloadbalancing", "L-69A177A2", "Network Load Balancers per Region", Count, Region),
    quota("elasticloadbalancing", "L-53DA6B97", "Application Load Balancers per Region", Count, Region),
    quota("route53", "L-4EA4796A", "Hosted zones", Count, Global).shared_name(),
    quota("s3", "L-DC2B2D3D", "General purpose buckets", Count, Global).also(&["Buckets"]),
    quota("iam", "L-E95E4862", "Customer managed policies per account", Count, Global),
    quota("iam", "L-FE177D64", "Roles per account", Count, Global),
    quota("iam", "L-0DA4ABF3", "Managed policies per role", Count, Global),
    quota("eks", "L-1194D53C", "Clusters", Count, Region).shared_name(),
];

/// The quota of this code.
pub fn quota_by_code(quota_code: &str) -> Option<&'static Quota> {
    QUOTAS.iter().find(|quota| quota.quota_code == quota_code)
}

/// Whether a text is a quota code: `L-` and eight digits of base 16, in capitals.
pub fn is_quota_code(text: &str) -> bool {
    sieve::number_of_code(text.as_bytes()).is_some()
}

/// The code of the quota that has this name, near misses included.
pub fn code_of_name(name: &str) -> Option<&'static str> {
    // Asked of every cell of a table.
    if !sieve::may_be_name(name.as_bytes()) {
        return None;
    }
    let named = QUOTAS.iter().find(|quota| quota.name == name || quota.also_named.contains(&name));
    let code = named.map(|quota| quota.quota_code);
    code.or_else(|| NEAR_MISSES.iter().find(|miss| miss.name == name).map(|miss| miss.quota_code))
}

/// A quota that people take for another one, because its name or its use is near.
#[derive(Debug)]
pub struct NearMiss {
    /// The code that was pasted.
    pub quota_code: &'static str,
    /// Its service.
    pub service_code: &'static str,
    /// AWS's name for it.
    pub name: &'static str,
    /// The code that was meant.
    pub meant: &'static str,
    /// Where the confusion was seen.
    pub source: &'static str,
}

/// Codes that public scripts use in place of the right ones.
#[rustfmt::skip]
pub const NEAR_MISSES: &[NearMiss] = &[
    NearMiss { service_code: "vpc", quota_code: "L-5F53652F", name: "Elastic IP address quota per NAT gateway", meant: "L-0263D0A3", source: LIST },
    NearMiss { service_code: "vpc", quota_code: "L-0EA8095F", name: "Inbound or outbound rules per security group", meant: "L-0263D0A3", source: "public scripts that use it for Elastic IPs" },
    NearMiss { service_code: "ec2", quota_code: "L-34B43A08", name: "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", meant: "L-1216C47A", source: LIST },
    NearMiss { service_code: "ebs", quota_code: "L-59C8FC87", name: "Storage modifications for General Purpose SSD (gp3) volumes, in TiB", meant: "L-7A658B76", source: LIST },
    NearMiss { service_code: "deadline", quota_code: "L-711C7611", name: "Storage for General Purpose SSD (gp3) volumes, in TiB", meant: "L-7A658B76", source: LIST },
    NearMiss { service_code: "elasticloadbalancing", quota_code: "L-E9E9831D", name: "Classic Load Balancers per Region", meant: "L-69A177A2", source: LIST },
    NearMiss { service_code: "route53", quota_code: "L-ACB674F3", name: "Health checks", meant: "L-4EA4796A", source: "public scripts that use it for hosted zones" },
];

/// The near miss of this code.
pub fn near_miss(quota_code: &str) -> Option<&'static NearMiss> {
    NEAR_MISSES.iter().find(|miss| miss.quota_code == quota_code)
}
