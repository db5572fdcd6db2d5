//! One file for each format: how it is recognised and how it becomes facts.
//!
//! Recognition looks at content alone. Each format says how sure it is; the surest one reads.

pub mod caller_identity;
pub mod license_email;
pub mod quota_use;
pub mod service_quotas;

use super::Reader;
use super::tree::Node;

/// A format of structured documents.
pub struct DocumentFormat {
    /// As in the report's `format`.
    pub id: &'static str,
    /// 0 for "not this one" to 100.
    pub sure: fn(&Node<'_>) -> u8,
    /// Takes down the facts.
    pub read: fn(&Node<'_>, &mut Reader<'_>),
}

/// A format of plain text.
pub struct TextFormat {
    /// As in the report's `format`.
    pub id: &'static str,
    /// 0 for "not this one" to 100.
    pub sure: fn(&str) -> u8,
    /// Takes down the facts of a piece that begins at this offset.
    pub read: fn(&str, usize, &mut Reader<'_>),
}

/// Every format of structured documents.
pub const DOCUMENT_FORMATS: &[DocumentFormat] =
    &[service_quotas::FORMAT, quota_use::FORMAT, caller_identity::FORMAT];

/// Every format of plain text.
pub const TEXT_FORMATS: &[TextFormat] = &[license_email::FORMAT];
