//! `ec2 describe-instance-type-offerings`: which instance types are offered in which zones.

use std::collections::BTreeSet;

use super::listing::{Listing, find, has, region_of_zone};
use super::{DocumentFormat, is_instance_type};
use crate::read::What;
use crate::read::command::Harmless;
use crate::read::fact::Asked;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::report::Severity;
use crate::text::Reason;

/// `{"InstanceTypeOfferings": [{"InstanceType": …, "Location": …}]}`, or rows of the two.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "instance-offerings", sure, read };

/// `INSTANCETYPEOFFERINGS m6i.xlarge us-west-2a availability-zone`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "INSTANCETYPEOFFERINGS",
    key: "InstanceTypeOfferings",
    of: "",
    many: true,
    fields: &[
        ("InstanceType", |cells| cells.iter().position(|cell| is_instance_type(cell))),
        ("Location", |cells| {
            let is_location = |cell: &&str| !is_instance_type(cell) && !KINDS.contains(cell);
            cells.iter().position(is_location)
        }),
        ("LocationType", |cells| cells.iter().position(|cell| KINDS.contains(cell))),
    ],
}];

const KEY: &str = "instancetypeofferings";

const OPERATION: &str = "describe-instance-type-offerings";

/// What a location can be.
const KINDS: &[&str] = &["region", "availability-zone", "availability-zone-id", "outpost"];

/// `us-west-2a`, and no Region by itself. Whether there is such a Region is asked of each only once
/// it counts.
fn is_zone(text: &str) -> bool {
    let behind = text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let before = &text.as_bytes()[..text.len() - behind];
    behind > 0 && before.get(2) == Some(&b'-') && before.last().is_some_and(u8::is_ascii_digit)
}

/// `usw2-az1`: the same zone for every account, under a name that does not spell its Region.
fn is_zone_id(text: &str) -> bool {
    text.split_once("-az").is_some_and(|(region, number)| {
        (3..=6).contains(&region.len())
            && region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The type and the zone of a row that has nothing else but the kind of location.
fn offering<'n>(row: &'n Node<'_>) -> Option<(&'n str, &'n str)> {
    match &row.value {
        Value::List(cells) => type_and_zone(cells.iter()),
        Value::Map(entries) => type_and_zone(entries.values()),
        _ => None,
    }
}

fn type_and_zone<'n, 'a: 'n>(
    cells: impl Iterator<Item = &'n Node<'a>>,
) -> Option<(&'n str, &'n str)> {
    let (mut kind, mut zone) = (None, None);
    for cell in cells {
        let text = cell.text()?;
        if kind.is_none() && is_instance_type(text) {
            kind = Some(text);
        } else if zone.is_none() && (is_zone(text) || is_zone_id(text)) {
            zone = Some(text);
        } else if !KINDS.contains(&text) {
            return None;
        }
    }
    kind.zip(zone)
}

fn sure(root: &Node<'_>) -> u8 {
    if has(root, KEY, &["instancetype"]) {
        return 90;
    }
    let rows = root.list().unwrap_or_default();
    if !rows.is_empty() && rows.iter().all(|row| offering(row).is_some()) { 70 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // Rows of types and zones are what runs where, too, if somebody asked for that.
    let operation = reader.command.operation();
    if find(root, KEY).is_none() && operation.is_some_and(|name| name != OPERATION) {
        let command = "aws ec2 describe-instances --output json";
        let reason = Reason::KeysLost { command: command.into() };
        return reader.problem(root.at, Severity::Warning, reason);
    }
    let mut offers: Vec<(usize, &str, &str)> = Vec::new();
    let (mut at, mut whole) = (root.at, root.whole);
    if find(root, KEY).is_some() {
        let by_type: &[Harmless<'_>] = &[("instance-type", &[])];
        let Some(listing) = Listing::of_filtered(root, KEY, by_type, reader) else { return };
        (at, whole) = (listing.place(|_| true), !listing.is_partial);
        for record in listing.records {
            let text = |key| record.get(&[key]).and_then(Node::text).unwrap_or_default();
            let (kind, zone) = (text("instancetype"), text("location"));
            if is_instance_type(kind) && (is_zone(zone) || is_zone_id(zone)) {
                offers.push((record.at, kind, zone));
            } else {
                // A Region or an Outpost is no zone.
                reader.ignore(None, None);
                whole = false;
            }
        }
    } else {
        let rows = root.list().unwrap_or_default();
        whole &= reader.is_closed && rows.iter().all(|row| row.whole);
        let of_rows = rows.iter().filter(|row| row.whole);
        offers.extend(
            of_rows.filter_map(|row| offering(row).map(|(kind, zone)| (row.at, kind, zone))),
        );
    }
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (at, kind, zone) in offers.iter().filter(|(_, kind, zone)| seen.insert((kind, zone))) {
        let offered = What::Offered { kind: (*kind).to_owned(), zone: (*zone).to_owned() };
        reader.fact(*at, offered, None, region_of_zone(zone));
    }
    let region = offers.iter().find_map(|(_, _, zone)| region_of_zone(zone));
    let asked = asked(reader);
    // Of a list that does not say what it is about nothing can be missing.
    let whole = whole && asked != Asked::Unknown;
    if whole || !offers.is_empty() {
        reader.fact(at, What::OfferingsListed { asked, whole }, None, region);
    }
}

/// Which types the command above asked for.
fn asked(reader: &Reader<'_>) -> Asked {
    if reader.command.operation() != Some(OPERATION) {
        return Asked::Unknown;
    }
    let filters = reader.command.values("--filters");
    let is_of_types = |filter: &&&str| filter.contains("Name=instance-type");
    let cuts = ["--max-items", "--max-results", "--no-paginate", "--page-size"];
    let is_cut = cuts.iter().any(|option| reader.command.has(option))
        || reader.command.narrows(&[("instance-type", &[])]).is_some();
    match (filters.as_slice(), filters.iter().find(is_of_types)) {
        _ if is_cut => Asked::Unknown,
        ([], _) => Asked::Everything,
        (&[_], Some(filter)) => {
            let values = filter.split_once("Values=").map_or("", |(_, values)| values);
            Asked::Only(values.split(',').map(str::to_owned).collect())
        }
        // Other filters leave out zones.
        _ => Asked::Unknown,
    }
}
