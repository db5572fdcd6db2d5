//! What the collector prints in place of a figure where AWS denied it.
//!
//! `{"denied": "vpc/L-F678F1CE", "what": "limit"}`.

use super::DocumentFormat;
use crate::data::quotas::quota_by_code;
use crate::read::reader::Reader;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::Reason;

/// A document with the key `denied`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "quota-use", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if root.whole && root.get(&["denied"]).and_then(Node::text).is_some() { 95 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(denied) = root.get(&["denied"]).and_then(Node::text) else { return };
    let quota = denied.split_once('/').and_then(|(_, code)| quota_by_code(code));
    let name: String = quota.map_or(denied, |quota| quota.name).chars().take(80).collect();
    reader.problem(root.at, Severity::Warning, Reason::CallDenied { quota: name.into() });
}
