//! `route53 list-hosted-zones` and `get-hosted-zone-count`.

use super::DocumentFormat;
use super::listing::{Listing, has, whole_count};
use crate::quantity::Round;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"HostedZones": […]}` or `{"HostedZoneCount": 23}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "hosted-zones", sure, read };

const QUOTA: &str = "L-4EA4796A";

/// `HOSTEDZONES … /hostedzone/… example.com. 2`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "HOSTEDZONES",
    key: "HostedZones",
    of: "",
    many: true,
    fields: &[("Id", |cells| cells.iter().position(|cell| cell.starts_with("/hostedzone/")))],
}];

fn sure(root: &Node<'_>) -> u8 {
    let is_list = has(root, "hostedzones", &["id", "name"]);
    if is_list || root.get(&["hostedzonecount"]).is_some() { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some((at, whole)) = whole_count(root.get(&["hostedzonecount"]), Round::Up) {
        reader.is_open_ended = false;
        return reader.used(at, Use { whole, ..Use::count(QUOTA, 0) }, None, None);
    }
    let Some(zones) = Listing::of(root, "hostedzones", reader) else { return };
    let used = Use::count(QUOTA, zones.records.len()).at_least(zones.is_partial);
    reader.counted(zones.place(|_| true), used, None, None);
}
