//! `ec2 describe-internet-gateways`.

use super::DocumentFormat;
use super::listing::{Listing, has};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"InternetGateways": [{"InternetGatewayId": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "internet-gateways", sure, read };

/// `INTERNETGATEWAYS igw-… 123456789012`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "INTERNETGATEWAYS",
    key: "InternetGateways",
    of: "",
    many: true,
    fields: &[("InternetGatewayId", |cells| {
        cells.iter().position(|cell| cell.starts_with("igw-"))
    })],
}];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "internetgateways", &["internetgatewayid"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(gateways) = Listing::of(root, "internetgateways", reader) else { return };
    let used = Use::count("L-A4707A72", gateways.records.len()).at_least(gateways.is_partial);
    reader.counted(gateways.place(|_| true), used, None, None);
}
