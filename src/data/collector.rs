//! How the collector counts what is in use: one AWS CLI call for each quota that can be counted.
//!
//! The queries stand in double quotes in the shell, so a backtick is escaped, and none has a `!`
//! before a word: an interactive shell would take it for a line of its history.

/// Counts the use of a quota.
#[derive(Debug)]
pub struct Count {
    /// The quota whose use this is.
    pub quota_code: &'static str,
    /// The call, without its Region and query.
    pub call: &'static str,
    /// Whether the call is made in the chosen Region; a global service takes none.
    pub regional: bool,
    /// Picks from the answer what is counted; empty for the answer itself.
    pub pick: &'static str,
    /// The JMESPath fields that hold the figure.
    pub figure: &'static str,
    /// Why it counts so.
    pub source: &'static str,
}

const CLI: &str = "AWS CLI reference of the call";

/// Every call, in the order of the rows.
pub const COUNTS: &[Count] = &[
    Count {
        quota_code: "L-1216C47A",
        call: "ec2 describe-instances --filters Name=instance-state-name,Values=pending,running",
        regional: true,
        // Not spot, not on a dedicated host, and of the Standard families only.
        pick: "Reservations[].Instances[] \
               | [?InstanceLifecycle==\\`null\\` && Placement.Tenancy!='host'] \
               | [?starts_with(InstanceType,'a') \
               || starts_with(InstanceType,'c') \
               || starts_with(InstanceType,'d') \
               || starts_with(InstanceType,'h') \
               || starts_with(InstanceType,'i') \
               || starts_with(InstanceType,'m') \
               || starts_with(InstanceType,'r') \
               || starts_with(InstanceType,'t') \
               || starts_with(InstanceType,'z')] \
               | [?starts_with(InstanceType,'dl')==\\`false\\` \
               && starts_with(InstanceType,'hpc')==\\`false\\` \
               && starts_with(InstanceType,'inf')==\\`false\\` \
               && starts_with(InstanceType,'mac')==\\`false\\` \
               && starts_with(InstanceType,'trn')==\\`false\\`] | ",
        figure: "cores1:sum([?CpuOptions.ThreadsPerCore==\\`1\\`].CpuOptions.CoreCount),\
                 cores2:sum([?CpuOptions.ThreadsPerCore==\\`2\\`].CpuOptions.CoreCount),\
                 other:length([?CpuOptions.ThreadsPerCore!=\\`1\\` && CpuOptions.ThreadsPerCore!=\\`2\\`])",
        source: "openshift/installer: Standard families by the letters before the first digit",
    },
    Count {
        quota_code: "L-7A658B76",
        call: "ec2 describe-volumes --filters Name=volume-type,Values=gp3",
        regional: true,
        pick: "",
        figure: "gib:sum(Volumes[].Size)",
        source: CLI,
    },
    Count {
        quota_code: "L-0263D0A3",
        call: "ec2 describe-addresses",
        regional: true,
        pick: "",
        // Addresses of load balancers and of the customer's own pools are not counted by AWS.
        figure: "count:length(Addresses[?ServiceManaged==\\`null\\` && (PublicIpv4Pool==\\`null\\` || PublicIpv4Pool=='amazon')])",
        source: "awslimitchecker, issue 594",
    },
    Count {
        quota_code: "L-F678F1CE",
        // VPCs that another account shares are listed too, and count there.
        call: "ec2 describe-vpcs --filters \"Name=owner-id,Values=$account\"",
        regional: true,
        pick: "",
        figure: "count:length(Vpcs)",
        source: "awslimitchecker, issue 477",
    },
    Count {
        quota_code: "L-69A177A2",
        call: "elbv2 describe-load-balancers",
        regional: true,
        pick: "",
        figure: "count:length(LoadBalancers[?Type=='network'])",
        source: CLI,
    },
    Count {
        quota_code: "L-4EA4796A",
        call: "route53 get-hosted-zone-count",
        regional: false,
        pick: "",
        figure: "count:HostedZoneCount",
        source: CLI,
    },
    Count {
        quota_code: "L-1194D53C",
        call: "eks list-clusters",
        regional: true,
        pick: "",
        figure: "count:length(clusters)",
        source: CLI,
    },
    Count {
        quota_code: "L-FE5A380F",
        call: "ec2 describe-nat-gateways --filter Name=state,Values=pending,available",
        regional: true,
        pick: "",
        // The quota is per Availability Zone; all of them together are never fewer.
        figure: "count:length(NatGateways)",
        source: CLI,
    },
    Count {
        quota_code: "L-A4707A72",
        call: "ec2 describe-internet-gateways",
        regional: true,
        pick: "",
        figure: "count:length(InternetGateways)",
        source: CLI,
    },
    Count {
        quota_code: "L-DC2B2D3D",
        call: "s3api list-buckets",
        regional: false,
        pick: "",
        figure: "count:length(Buckets)",
        source: CLI,
    },
    Count {
        quota_code: "L-E95E4862",
        call: "iam get-account-summary",
        regional: false,
        pick: "SummaryMap.",
        figure: "count:Policies,limit:PoliciesQuota",
        source: CLI,
    },
    Count {
        quota_code: "L-FE177D64",
        call: "iam get-account-summary",
        regional: false,
        pick: "SummaryMap.",
        figure: "count:Roles,limit:RolesQuota",
        source: CLI,
    },
];
