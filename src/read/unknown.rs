//! Names what no format knows.

use super::reader::Reader;
use super::tree::Node;
use crate::mask::mask_but_last;
use crate::report::Severity;
use crate::text::Reason;

/// Names a document that no format knows, and the call that may have been meant.
pub fn name_unknown(root: &Node<'_>, reader: &mut Reader<'_>) {
    let keys: Vec<String> = root.keys().take(4).map(show_key).collect();
    let near = root.keys().find_map(nearest_call);
    let reason = match (keys.as_slice(), near) {
        ([], _) => Reason::UnrecognisedList,
        (keys, Some(call)) => {
            Reason::UnrecognisedNear { keys: keys.join(", ").into(), call: call.into() }
        }
        (keys, None) => Reason::UnrecognisedJson { keys: keys.join(", ").into() },
    };
    reader.problem(root.at, Severity::Warning, reason);
}

/// What an answer that is read is about, and the call that gives it.
const CALLS: &[(&str, &str)] = &[
    ("quota", "aws service-quotas list-service-quotas"),
    ("instance", "aws ec2 describe-instances"),
    ("volume", "aws ec2 describe-volumes"),
    ("vpcendpoint", "aws ec2 describe-vpc-endpoints"),
    ("vpc", "aws ec2 describe-vpcs"),
    ("address", "aws ec2 describe-addresses"),
    ("natgateway", "aws ec2 describe-nat-gateways"),
    ("internetgateway", "aws ec2 describe-internet-gateways"),
    ("loadbalancer", "aws elbv2 describe-load-balancers"),
    ("hostedzone", "aws route53 list-hosted-zones"),
    ("bucket", "aws s3api list-buckets"),
    ("cluster", "aws eks list-clusters"),
    ("polic", "aws iam list-policies --scope Local"),
    ("role", "aws iam list-roles"),
];

/// The call whose answer has keys like this one.
fn nearest_call(key: &str) -> Option<&'static str> {
    let key = key.to_ascii_lowercase();
    CALLS.iter().find(|(about, _)| key.starts_with(about)).map(|known| known.1)
}

/// A key as a message may show it: short, and without a whole account number.
fn show_key(key: &str) -> String {
    let is_account = key.len() == 12 && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_account { mask_but_last(key, 4) } else { key.chars().take(40).collect() }
}
