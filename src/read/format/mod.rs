//! One file for each format: how it is recognised and how it becomes facts.
//!
//! Recognition looks at content alone. Each format says how sure it is; the surest one reads.

pub mod account_attributes;
pub mod account_limits;
pub mod account_summary;
pub mod addresses;
pub mod attached_policies;
pub mod aws_quota_checker;
pub mod awslimitchecker;
pub mod bare_number;
pub mod buckets;
pub mod caller_identity;
pub mod collector_error;
pub mod console_page;
pub mod eks_clusters;
pub mod hosted_zones;
pub mod iam_lists;
pub mod instance_offerings;
pub mod instances;
pub mod internet_gateways;
pub mod license_email;
mod listing;
pub mod load_balancers;
pub mod metrics;
pub mod nat_gateways;
pub mod no_figures;
pub mod plain_lines;
pub mod plain_tables;
pub mod policy_simulation;
pub mod projected;
pub mod quota_monitor;
pub mod quota_requests;
pub mod quota_use;
pub mod route53_account_limit;
pub mod s3_listing;
pub mod service_quotas;
pub mod shared_figures;
pub mod terraform;
pub mod terraform_version;
pub mod trusted_advisor;
pub mod utilization_report;
pub mod volumes;
pub mod vpc_endpoints;
pub mod vpcs;

use std::ops::Range;

use super::lines::{Line, Lines};
use super::reader::Reader;
use super::syntax::Syntax;
use super::syntax::keyword_rows::Keyword;
use super::tree::{Node, Value};
use crate::data::quotas::{code_of_name, is_quota_code};

/// A format of structured documents.
pub struct DocumentFormat {
    /// As in the report's `format`, for a document that is written in this syntax.
    pub id: fn(&Node<'_>, Syntax) -> &'static str,
    /// 0 for "not this one" to 100.
    pub sure: fn(&Node<'_>) -> u8,
    /// Takes down the facts.
    pub read: fn(&Node<'_>, &mut Reader<'_>),
}

/// A format of plain text.
pub struct TextFormat {
    /// As in the report's `format`.
    pub id: &'static str,
    /// 0 for "not in this passage" to 100.
    pub sure: fn(&Passage<'_>) -> u8,
    /// Takes down the facts of a passage.
    pub read: fn(&Passage<'_>, &mut Reader<'_>),
    /// Whether a line of the passage is one of this format's.
    pub takes: fn(&Line<'_>) -> bool,
    /// Whether it is what a program prints, a line for each of several things.
    pub is_list: bool,
    /// Whether it is another tool's, so that no command of the AWS CLI has printed it.
    pub is_tools: bool,
}

/// Prose between documents.
pub struct Passage<'a> {
    /// All of it.
    pub text: &'a str,
    /// Where it begins.
    pub at: usize,
    /// Its lines that are not blank, since each format looks at each.
    pub lines: Vec<Line<'a>>,
}

impl<'a> Passage<'a> {
    /// This range of a text.
    pub fn of(all: &Lines<'a>, range: Range<usize>) -> Passage<'a> {
        let lines = all.within(range.clone()).filter(|line| !line.is_blank()).collect();
        Passage { text: &all.text[range.clone()], at: range.start, lines }
    }

    /// `sure` where one of the lines is a format's.
    fn any(&self, sure: u8, is_its: impl Fn(&Line<'a>) -> bool) -> u8 {
        if self.lines.iter().any(is_its) { sure } else { 0 }
    }
}

/// Every format of structured documents.
pub const DOCUMENT_FORMATS: &[DocumentFormat] = &[
    service_quotas::FORMAT,
    utilization_report::FORMAT,
    quota_requests::FORMAT,
    quota_use::FORMAT,
    collector_error::FORMAT,
    caller_identity::FORMAT,
    account_summary::FORMAT,
    account_attributes::FORMAT,
    account_limits::FORMAT,
    route53_account_limit::FORMAT,
    trusted_advisor::FORMAT,
    instances::FORMAT,
    volumes::FORMAT,
    addresses::FORMAT,
    vpcs::FORMAT,
    vpc_endpoints::FORMAT,
    nat_gateways::FORMAT,
    internet_gateways::FORMAT,
    load_balancers::FORMAT,
    load_balancers::CLASSIC,
    hosted_zones::FORMAT,
    buckets::FORMAT,
    eks_clusters::FORMAT,
    iam_lists::POLICIES,
    iam_lists::ROLES,
    attached_policies::FORMAT,
    policy_simulation::FORMAT,
    instance_offerings::FORMAT,
    metrics::FORMAT,
    terraform::FORMAT,
    terraform_version::JSON,
    quota_monitor::FORMAT,
    plain_tables::FORMAT,
    no_figures::FORMAT,
];

/// Operations of the AWS CLI, and the format of what each prints.
const ANSWERS: &[(&str, &str)] = &[
    ("describe-vpcs", "vpcs"),
    ("describe-addresses", "addresses"),
    ("describe-instances", "instances"),
    ("describe-volumes", "volumes"),
    ("describe-vpc-endpoints", "vpc-endpoints"),
    ("describe-nat-gateways", "nat-gateways"),
    ("describe-internet-gateways", "internet-gateways"),
    ("describe-load-balancers", "load-balancers"),
    ("describe-load-balancers", "classic-load-balancers"),
    ("describe-account-attributes", "account-attributes"),
    ("describe-account-limits", "account-limits"),
    ("describe-instance-type-offerings", "instance-offerings"),
    ("list-hosted-zones", "hosted-zones"),
    ("list-hosted-zones-by-name", "hosted-zones"),
    ("get-hosted-zone-count", "hosted-zones"),
    ("get-account-limit", "route53-account-limit"),
    ("list-buckets", "buckets"),
    ("list-clusters", "eks-clusters"),
    ("list-policies", "iam-policies"),
    ("list-roles", "iam-roles"),
    ("list-attached-role-policies", "attached-policies"),
    ("list-attached-user-policies", "attached-policies"),
    ("list-attached-group-policies", "attached-policies"),
    ("get-account-summary", "account-summary"),
    ("simulate-principal-policy", "policy-simulation"),
    ("simulate-custom-policy", "policy-simulation"),
    ("get-caller-identity", "caller-identity"),
    ("get-metric-statistics", "metrics"),
    ("get-metric-data", "metrics"),
    // Rows of types and zones are what runs where, too: the format of offerings refuses those.
    ("describe-instances", "instance-offerings"),
    ("list-nodegroups", "node-groups"),
    ("list-services", "services"),
    ("list-metrics", "metrics"),
    ("list-service-quotas", QUOTAS),
    ("get-service-quota", QUOTAS),
    ("list-aws-default-service-quotas", QUOTAS),
    ("get-aws-default-service-quota", QUOTAS),
    ("list-requested-service-quota-change-history", REQUESTS),
    ("list-requested-service-quota-change-history-by-quota", REQUESTS),
    ("get-requested-service-quota-change", REQUESTS),
    ("request-service-quota-increase", REQUESTS),
    ("get-quota-utilization-report", "utilization-report"),
    ("start-quota-utilization-report", "utilization-report"),
];

/// All formats of quotas with their values, whatever their syntax.
const QUOTAS: &str = "service-quotas";

const REQUESTS: &str = "quota-requests";

/// Formats that no command of the AWS CLI prints.
const OTHERS: &[&str] =
    &["psql-table", "markdown", "console", "plain-table", "terraform", "terraform-version"];

/// Whether a command's operation can have printed a document of this format.
pub fn answers(operation: Option<&str>, format: &str) -> bool {
    let Some(operation) = operation else { return true };
    let format = if format.starts_with(QUOTAS) { QUOTAS } else { format };
    let knows = |is: &dyn Fn(&(&str, &str)) -> bool| ANSWERS.iter().any(is);
    knows(&|known| *known == (operation, format))
        || !(knows(&|known| known.1 == format) || OTHERS.contains(&format))
}

/// Formats of plain text that programs and consoles print, the more particular ones first.
pub const TOOL_FORMATS: &[TextFormat] = &[
    shared_figures::FORMAT,
    aws_quota_checker::FORMAT,
    awslimitchecker::FORMAT,
    s3_listing::FORMAT,
    console_page::FORMAT,
    terraform_version::TEXT,
];

/// Formats of what is left then, where it is no mail about a license.
pub const TEXT_FORMATS: &[TextFormat] = &[plain_lines::FORMAT, bare_number::FORMAT];

/// The rows of `--output text`, by format.
pub const KEYWORDS: &[&[Keyword]] = &[
    service_quotas::KEYWORDS,
    quota_requests::KEYWORDS,
    account_summary::KEYWORDS,
    account_attributes::KEYWORDS,
    account_limits::KEYWORDS,
    route53_account_limit::KEYWORDS,
    trusted_advisor::KEYWORDS,
    instances::KEYWORDS,
    volumes::KEYWORDS,
    addresses::KEYWORDS,
    vpcs::KEYWORDS,
    vpc_endpoints::KEYWORDS,
    nat_gateways::KEYWORDS,
    internet_gateways::KEYWORDS,
    load_balancers::KEYWORDS,
    hosted_zones::KEYWORDS,
    buckets::KEYWORDS,
    eks_clusters::KEYWORDS,
    iam_lists::KEYWORDS,
    attached_policies::KEYWORDS,
    policy_simulation::KEYWORDS,
    instance_offerings::KEYWORDS,
    metrics::KEYWORDS,
    no_figures::KEYWORDS,
];

/// Names that stand above columns, without case, blanks and signs.
const HEADINGS: &[&str] = &[
    "quotacode",
    "quotaname",
    "quotaarn",
    "code",
    "name",
    "quota",
    "arn",
    "servicecode",
    "servicename",
    "service",
    "value",
    "applied",
    "appliedvalue",
    "appliedquotavalue",
    "appliedaccountlevelquotavalue",
    "default",
    "defaultvalue",
    "awsdefaultquotavalue",
    "awsdefault",
    "limit",
    "limitname",
    "limitamount",
    "currentusage",
    "usage",
    "used",
    "inuse",
    "utilization",
    "adjustable",
    "adjustability",
    "region",
    "limitcode",
    "status",
    "unit",
    "accountid",
    "resource",
    "item",
    "max",
    "maximum",
];

/// Whether cells are the names of columns, quotas' among them.
pub fn is_heading<S: AsRef<str>>(cells: &[S]) -> bool {
    let is_one_of =
        |cell: &S, names: &[&str]| names.iter().any(|name| is_bare(cell.as_ref(), name));
    // The few names are asked first, since most rows have none of them.
    cells.iter().any(|cell| is_one_of(cell, NAMES))
        && cells.iter().filter(|cell| is_one_of(cell, HEADINGS)).count() >= 2
}

/// Headings of which a table of quotas has one.
const NAMES: &[&str] = &[
    "quotacode",
    "quotaname",
    "quotaarn",
    "code",
    "quota",
    "limitname",
    "limitcode",
    "name",
    "resource",
    "item",
];

/// Whether the cells of a row without a heading tell by themselves what they are.
pub fn is_row<S: AsRef<str>>(cells: &[S]) -> bool {
    let cells = || cells.iter().map(AsRef::as_ref);
    cells().any(|cell| {
        is_quota_code(cell)
            || code_of_name(cell).is_some()
            || account_attributes::NAMES.contains(&cell)
            || is_instance_type(cell)
    }) || {
        let cells: Vec<&str> = cells().collect();
        trusted_advisor::is_row(&cells)
            || caller_identity::is_row(&cells)
            || policy_simulation::is_row(&cells)
    }
}

/// Longer than the name of any instance type: `u7inh-32tb.480xlarge` has 20.
const LONGEST_TYPE: usize = 24;

/// Whether a text can be an instance type: `m6i.xlarge`. No account's number can be in it.
pub fn is_instance_type(text: &str) -> bool {
    let has_long_number = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() > 3);
    if text.len() > LONGEST_TYPE || has_long_number {
        return false;
    }
    let is_of_family =
        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    let point = text.bytes().position(|byte| !is_of_family(&byte));
    point.filter(|at| text.as_bytes()[*at] == b'.').is_some_and(|at| {
        let (family, size) = (&text[..at], &text[at + 1..]);
        family.len() > 1
            && family.as_bytes()[0].is_ascii_lowercase()
            && family.bytes().any(|byte| byte.is_ascii_digit())
            && size.bytes().all(|byte| is_of_family(&byte))
            && (["large", "nano", "micro", "small", "medium", "metal"]
                .iter()
                .any(|end| size.ends_with(end))
                || size.starts_with("metal"))
    })
}

/// The format of a table that is known by its heading alone.
pub fn by_heading(title: Option<&str>, root: &Node<'_>) -> Option<&'static DocumentFormat> {
    let title = title?;
    let is_empty = matches!(&root.value, Value::List(nodes) if nodes.is_empty());
    if volumes::is_renamed(title, root) {
        return Some(&volumes::RENAMED);
    }
    if !is_empty && !service_quotas::is_nameless(root) {
        return None;
    }
    match title {
        "ListServiceQuotas"
        | "ListAWSDefaultServiceQuotas"
        | "GetServiceQuota"
        | "GetAWSDefaultServiceQuota" => Some(&service_quotas::NAMELESS),
        _ => None,
    }
}

/// Whether `name` is `bare` but for case, blanks and signs.
fn is_bare(name: &str, bare: &str) -> bool {
    // Asked of many words, of which most begin otherwise.
    let begins = name.bytes().next().is_some_and(|first| {
        !first.is_ascii_alphanumeric() || first.to_ascii_lowercase() == bare.as_bytes()[0]
    });
    begins
        && name.len() >= bare.len()
        && name
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| byte.to_ascii_lowercase())
            .eq(bare.bytes())
}
