//! Records of quotas that no row and no check needs, of which an account has some thousand: which of
//! them say no more than one before them.

use byoc_scan::equal;

use crate::data::sieve::{is_unknown_code, is_unknown_name};
use crate::read::syntax::json::Passing;

/// Those of the lists that Service Quotas gives. What counts of one is that it was there, and which
/// account and Region its ARN names.
pub const PASSING: Passing = Passing { list: "Quotas", keys: KEYS, is_unneeded, owner, is_of };

/// All of AWS's own. Another key could tell more of a record: it is read then.
const KEYS: &[&str] = &[
    "QuotaArn",
    "QuotaCode",
    "QuotaName",
    "ServiceCode",
    "ServiceName",
    "Value",
    "Unit",
    "Adjustable",
    "GlobalQuota",
    "UsageMetric",
    "Period",
    "ErrorReason",
    "QuotaAppliedAtLevel",
    "QuotaContext",
    "Description",
];

/// Neither its code nor its name is one that counts, or that contradicts one that does.
fn is_unneeded([_, code, name]: [&[u8]; 3]) -> bool {
    is_unknown_code(code) && is_unknown_name(name)
}

/// The beginning of the ARN of this very quota, up to its account:
/// `arn:aws:servicequotas:us-west-2:123456789012:`.
fn owner(told: [&[u8]; 3]) -> Option<&[u8]> {
    let [arn, ..] = told;
    let end = arn.iter().rposition(|byte| *byte == b':')? + 1;
    let owner = &arn[..end];
    let fields: Vec<&[u8]> = owner.split(|byte| *byte == b':').collect();
    let is_quotas = matches!(fields.as_slice(), [b"arn", _, b"servicequotas", _, _, b""]);
    (is_quotas && is_of(told, owner)).then_some(owner)
}

/// Whether `owner` is followed by a service and the code: `ec2/L-1216C47A`.
fn is_of([arn, code, _]: [&[u8]; 3], owner: &[u8]) -> bool {
    let service = arn.len().checked_sub(code.len() + 1).filter(|end| *end >= owner.len());
    service.is_some_and(|end| {
        arn[end] == b'/'
            && equal(&arn[end + 1..], code)
            && equal(&arn[..owner.len()], owner)
            && !arn[owner.len()..end].iter().any(|byte| matches!(byte, b':' | b'/'))
    })
}
