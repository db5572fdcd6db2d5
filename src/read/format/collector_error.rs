//! What the collector prints in place of a figure that it could not read.
//!
//! `{"denied": "vpc/L-F678F1CE", "what": "limit", "error": "AccessDeniedException"}`. Without an
//! answer to whose account it is, `account` stands in place of a quota.

use super::DocumentFormat;
use crate::data::quotas::quota_by_code;
use crate::read::reader::Reader;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::{Param, Reason};

/// A document with the key `denied`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "quota-use", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if root.get(&["denied"]).and_then(Node::text).is_some() { 95 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // Of one that is cut off nothing is sure, and where it is cut is said.
    if !root.whole {
        return;
    }
    let text = |key| root.get(&[key]).and_then(Node::text).unwrap_or_default();
    let denied = text("denied");
    let quota = denied.split_once('/').and_then(|(_, code)| quota_by_code(code));
    let quota = short(quota.map_or(denied, |quota| quota.name));
    let error = short(Some(text("error")).filter(|error| !error.is_empty()).unwrap_or("NoAnswer"));
    let reason = match text("what") {
        "account" => Reason::CollectorStopped { error },
        "limit" => Reason::LimitDenied { quota, error },
        "use" => Reason::UseDenied { quota, error },
        _ => Reason::CallDenied { quota, error },
    };
    reader.problem(root.at, Severity::Warning, reason);
}

/// No more of a text than a sentence can bear.
fn short(text: &str) -> Param {
    text.chars().take(80).collect::<String>().into()
}
