//! `eks list-clusters`.

use super::DocumentFormat;
use super::listing::{Listing, find};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"clusters": ["prod"]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "eks-clusters", sure, read };

/// `CLUSTERS prod`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "CLUSTERS",
    key: "clusters",
    of: "",
    many: true,
    fields: &[("", |cells| (!cells.is_empty()).then_some(0))],
}];

/// Names alone: other services' clusters are records.
fn sure(root: &Node<'_>) -> u8 {
    let names = find(root, "clusters").and_then(Node::list);
    if names.is_some_and(|names| names.iter().all(|name| name.text().is_some())) { 85 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(clusters) = Listing::of(root, "clusters", reader) else { return };
    let used = Use::count("L-1194D53C", clusters.records.len()).at_least(clusters.is_partial);
    reader.counted(clusters.place(|_| true), used, None, None);
}
