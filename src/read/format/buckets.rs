//! `s3api list-buckets`.

use super::DocumentFormat;
use super::listing::{Listing, has};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"Buckets": [{"Name": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "buckets", sure, read };

/// `BUCKETS 2026-… acme-data-1`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "BUCKETS",
    key: "Buckets",
    of: "",
    many: true,
    fields: &[("CreationDate", |cells| cells.iter().position(|cell| cell.starts_with("20")))],
}];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "buckets", &["creationdate"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(buckets) = Listing::of(root, "buckets", reader) else { return };
    // `list-buckets` pages with a token of its own name.
    let is_partial = buckets.is_partial || root.get(&["continuationtoken"]).is_some();
    let used = Use::count("L-DC2B2D3D", buckets.records.len()).at_least(is_partial);
    reader.counted(buckets.place(|_| true), used, None, None);
}
