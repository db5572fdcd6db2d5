//! What the collector calls: the calls that read a limit, and one call for each quota whose use
//! can be counted. The blocks for Bash and PowerShell and the IAM policy are made of these rows,
//! so that a new count is one row.
//!
//! A query stands between double quotes in Bash and single quotes in PowerShell, and Windows
//! PowerShell drops double quotes within an argument. So no text here has a double quote, a
//! backtick, a backslash or a dollar sign, and no `!` but in `!=`, where no shell looks for a line
//! of its history.

/// Counts the use of a quota.
#[derive(Debug)]
pub struct Count {
    /// The quota whose use this is.
    pub quota_code: &'static str,
    /// Service and operation of the AWS CLI, and options without Region and query; `{account}`
    /// stands for the account's number.
    pub call: &'static [&'static str],
    /// Whether the call is made in the chosen Region; a global service's is made in one for all.
    pub regional: bool,
    /// The JMESPath expression that leaves nothing of the answer but the figure.
    pub query: &'static str,
    /// The IAM action that allows the call.
    pub action: &'static str,
    /// Why it counts so.
    pub source: &'static str,
}

/// A call that reads a limit.
#[derive(Debug)]
pub struct LimitCall {
    /// Service and operation of the AWS CLI.
    pub call: &'static [&'static str],
    /// The IAM action that allows the call.
    pub action: &'static str,
}

/// The account's own value.
pub const APPLIED: LimitCall = LimitCall {
    call: &["service-quotas", "get-service-quota"],
    action: "servicequotas:GetServiceQuota",
};

/// AWS's default, where the account has no value of its own: an ARN without an account shows it.
pub const DEFAULT: LimitCall = LimitCall {
    call: &["service-quotas", "get-aws-default-service-quota"],
    action: "servicequotas:GetAWSDefaultServiceQuota",
};

/// What AWS answers where the account has no value of its own.
pub const NO_VALUE: &str = "NoSuchResourceException";

/// Leaves the ARN and the value; in place of a value that AWS cannot tell, the reason.
pub const LIMIT_QUERY: &str =
    "Quota.{QuotaArn:QuotaArn,Value:not_null(Value,ErrorReason.ErrorCode)}";

/// Who is asked, which needs no permission; without an answer no other call has one.
pub const IDENTITY: &[&str] = &["sts", "get-caller-identity"];

/// Leaves the account's number.
pub const IDENTITY_QUERY: &str = "{Account:Account}";

/// Service Quotas reads the limits of some services with the caller's own rights.
///
/// Source: AWS managed policy ServiceQuotasReadOnlyAccess, v5; the DEPENDENCY_ACCESS_DENIED_ERROR
/// that a test of hashicorp/terraform-provider-aws expects without the first.
pub const BEHIND_LIMITS: &[(&str, &str)] = &[
    ("elasticloadbalancing", "elasticloadbalancing:DescribeAccountLimits"),
    ("iam", "iam:GetAccountSummary"),
    ("route53", "route53:GetAccountLimit"),
];

const CLI: &str = "AWS CLI reference of the call";

/// Every count, in the order of the rows.
pub const COUNTS: &[Count] = &[
    Count {
        quota_code: "L-1216C47A",
        call: &[
            "ec2",
            "describe-instances",
            "--filters",
            "Name=instance-state-name,Values=pending,running",
        ],
        regional: true,
        // Not spot, not on a dedicated host, and of the Standard families only. Where AWS gives no
        // CPU options the types are told, the first hundred of them.
        query: "Reservations[].Instances[] \
                | [?not_null(InstanceLifecycle,'none')=='none' && Placement.Tenancy!='host']\
                .{type:InstanceType,cores:CpuOptions.CoreCount,\
                threads:to_string(CpuOptions.ThreadsPerCore)} \
                | [?starts_with(type,'a') || starts_with(type,'c') || starts_with(type,'d') \
                || starts_with(type,'h') || starts_with(type,'i') || starts_with(type,'m') \
                || starts_with(type,'r') || starts_with(type,'t') || starts_with(type,'z')] \
                | [?to_string(starts_with(type,'dl') || starts_with(type,'hpc') \
                || starts_with(type,'inf') || starts_with(type,'mac') \
                || starts_with(type,'trn'))=='false'] \
                | {cores1:sum([?threads=='1'].cores),cores2:sum([?threads=='2'].cores),\
                other:length([?threads!='1' && threads!='2']),\
                types:[?threads!='1' && threads!='2'].type | [:100]}",
        action: "ec2:DescribeInstances",
        source: "openshift/installer: Standard families by the letters before the first digit",
    },
    Count {
        quota_code: "L-7A658B76",
        call: &["ec2", "describe-volumes", "--filters", "Name=volume-type,Values=gp3"],
        regional: true,
        query: "{gib:sum(Volumes[].Size)}",
        action: "ec2:DescribeVolumes",
        source: CLI,
    },
    Count {
        quota_code: "L-0263D0A3",
        call: &["ec2", "describe-addresses"],
        regional: true,
        // Addresses of load balancers and of the customer's own pools are not counted by AWS.
        query: "{count:length(Addresses[?not_null(ServiceManaged,'none')=='none' \
                && not_null(PublicIpv4Pool,'amazon')=='amazon'])}",
        action: "ec2:DescribeAddresses",
        source: "awslimitchecker, issue 594",
    },
    Count {
        quota_code: "L-F678F1CE",
        // VPCs that another account shares are listed too, and count there.
        call: &["ec2", "describe-vpcs", "--filters", "Name=owner-id,Values={account}"],
        regional: true,
        query: "{count:length(Vpcs)}",
        action: "ec2:DescribeVpcs",
        source: "awslimitchecker, issue 477",
    },
    Count {
        quota_code: "L-69A177A2",
        call: &["elbv2", "describe-load-balancers"],
        regional: true,
        query: "{count:length(LoadBalancers[?Type=='network'])}",
        action: "elasticloadbalancing:DescribeLoadBalancers",
        source: CLI,
    },
    Count {
        quota_code: "L-4EA4796A",
        call: &["route53", "get-hosted-zone-count"],
        regional: false,
        query: "{count:HostedZoneCount}",
        action: "route53:GetHostedZoneCount",
        source: CLI,
    },
    Count {
        quota_code: "L-1194D53C",
        call: &["eks", "list-clusters"],
        regional: true,
        query: "{count:length(clusters)}",
        action: "eks:ListClusters",
        source: CLI,
    },
    Count {
        quota_code: "L-FE5A380F",
        call: &[
            "ec2",
            "describe-nat-gateways",
            "--filter",
            "Name=state,Values=pending,available,deleting",
        ],
        regional: true,
        // The quota is per Availability Zone; all of them together are never fewer.
        query: "{count:length(NatGateways)}",
        action: "ec2:DescribeNatGateways",
        source: "Amazon VPC quotas: gateways count while pending, active and deleting",
    },
    Count {
        quota_code: "L-A4707A72",
        call: &["ec2", "describe-internet-gateways"],
        regional: true,
        query: "{count:length(InternetGateways)}",
        action: "ec2:DescribeInternetGateways",
        source: CLI,
    },
    Count {
        quota_code: "L-DC2B2D3D",
        call: &["s3api", "list-buckets"],
        regional: false,
        query: "{count:length(Buckets)}",
        action: "s3:ListAllMyBuckets",
        source: CLI,
    },
    Count {
        quota_code: "L-E95E4862",
        call: &["iam", "get-account-summary"],
        regional: false,
        query: "SummaryMap.{count:Policies,limit:PoliciesQuota}",
        action: "iam:GetAccountSummary",
        source: CLI,
    },
    Count {
        quota_code: "L-FE177D64",
        call: &["iam", "get-account-summary"],
        regional: false,
        query: "SummaryMap.{count:Roles,limit:RolesQuota}",
        action: "iam:GetAccountSummary",
        source: CLI,
    },
];

/// How the use of a quota is counted.
pub fn count_of(quota_code: &str) -> Option<&'static Count> {
    COUNTS.iter().find(|count| count.quota_code == quota_code)
}
