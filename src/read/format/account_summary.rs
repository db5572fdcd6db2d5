//! `iam get-account-summary`: limits and use of IAM, whole from any Region.

use super::DocumentFormat;
use super::listing::{count_limit, whole_count};
use crate::data::quotas::quota_by_code;
use crate::quantity::Round;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// `{"SummaryMap": {"Policies": 4, "PoliciesQuota": 1500, …}}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "account-summary", sure, read };

/// `SUMMARYMAP 2 0 0 …`: numbers without their keys.
pub const KEYWORDS: &[Keyword] =
    &[Keyword { word: "SUMMARYMAP", key: "SummaryMap", of: "", many: false, fields: &[] }];

/// Keys, in bare form, of limit and use.
const FIGURES: &[(&str, &str, Option<&str>)] = &[
    ("L-E95E4862", "policiesquota", Some("policies")),
    ("L-FE177D64", "rolesquota", Some("roles")),
    ("L-0DA4ABF3", "attachedpoliciesperrolequota", None),
];

/// Keys of Alibaba Cloud's answer to a call of the same name.
const ALIBABA: &[&str] = &[
    "attachedsystempoliciesperrolequota",
    "attachedsystempoliciesperuserquota",
    "attachedsystempoliciespergroupquota",
    "virtualmfadevicesquota",
];

/// Keys that only AWS's answer has: of a cut one, one of them must be left.
const AWS: &[&str] = &[
    "instanceprofilesquota",
    "instanceprofiles",
    "accountmfaenabled",
    "assumerolepolicysizequota",
    "policyversionsinusequota",
    "servercertificatesquota",
    "globalendpointtokenversion",
    "signingcertificatesperuserquota",
];

fn summary<'n, 'a>(root: &'n Node<'a>) -> Option<&'n Node<'a>> {
    let summary = root.get(&["summarymap"])?;
    // A table shows it as a list of one.
    match summary.list() {
        Some([one]) if one.get(&["rolesquota"]).is_some() => Some(one),
        _ => Some(summary),
    }
}

fn sure(root: &Node<'_>) -> u8 {
    if summary(root).is_some() { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(summary) = summary(root) else { return };
    if summary.list().is_some() {
        let command = "aws iam get-account-summary --output json";
        return reader.problem(
            summary.at,
            Severity::Warning,
            Reason::KeysLost { command: command.into() },
        );
    }
    if summary.get(ALIBABA).is_some() {
        return reader.problem(summary.at, Severity::Warning, Reason::NotAws);
    }
    if summary.get(AWS).is_none() {
        let command = "aws iam get-account-summary --output json";
        return reader.problem(
            summary.at,
            Severity::Warning,
            Reason::KeysLost { command: command.into() },
        );
    }
    reader.is_open_ended = false;
    for (code, limit, used) in FIGURES {
        let Some(quota) = quota_by_code(code) else { continue };
        if let Some((at, limit)) = count_limit(summary.get(&[*limit])) {
            reader.limit(at, quota, limit, Basis::Applied, None, None);
        }
        if let Some((at, used)) = used.and_then(|key| whole_count(summary.get(&[key]), Round::Up)) {
            reader.used(at, Use { whole: used, ..Use::count(code, 0) }, None, None);
        }
    }
}
