//! `ec2 describe-volumes`: GiB by type, of which gp3 decides and gp2 stands beside it.

use super::DocumentFormat;
use super::listing::{Listing, has, id_of, is_narrowed, region_of_zone};
use crate::data::quotas::quota_by_code;
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::What;
use crate::read::command::Harmless;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::report::Severity;
use crate::text::Reason;

/// `{"Volumes": [{"Size": 100, "VolumeType": "gp3"}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "volumes", sure, read };

/// A table of volumes whose columns a `--query` has named.
pub const RENAMED: DocumentFormat =
    DocumentFormat { id: |_, _| "volumes", sure, read: read_renamed };

/// `VOLUMES us-west-2a 2026-… False 3000 100 snap-… in-use vol-… gp3`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "VOLUMES",
    key: "Volumes",
    of: "",
    many: true,
    fields: &[
        ("AvailabilityZone", |cells| cells.iter().position(|cell| region_of_zone(cell).is_some())),
        ("Size", size),
        ("State", |cells| cells.iter().position(|cell| STATES.contains(cell))),
        ("VolumeId", |cells| cells.iter().position(|cell| cell.starts_with("vol-"))),
        ("VolumeType", |cells| cells.iter().position(|cell| TYPES.contains(cell))),
    ],
}];

/// What a volume can be.
pub const TYPES: &[&str] = &["gp2", "gp3", "io1", "io2", "st1", "sc1", "standard"];

const STATES: &[&str] = &["creating", "available", "in-use", "deleting", "deleted", "error"];

/// The quotas by type.
const COUNTED: &[(&str, &str)] = &[("gp3", "L-7A658B76"), ("gp2", "L-D18FCD1D")];

/// The size stands before the state, with a snapshot's ID or nothing between them.
fn size(cells: &[&str]) -> Option<usize> {
    let state = cells.iter().position(|cell| STATES.contains(cell))?;
    let is_number =
        |at: usize| !cells[at].is_empty() && cells[at].bytes().all(|byte| byte.is_ascii_digit());
    (state.saturating_sub(2)..state).rev().find(|at| is_number(*at))
}

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "volumes", &["volumetype", "size"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let of_types: &[Harmless<'_>] = &[("volume-type", &[])];
    let Some(volumes) = Listing::of_filtered(root, "volumes", of_types, reader) else { return };
    count(&volumes, &["size"], &["volumetype"], reader);
}

fn count(volumes: &Listing<'_, '_>, size: &[&str], kind: &[&str], reader: &mut Reader<'_>) {
    let gib = |volume: &Node<'_>| {
        let size = volume.get(size).and_then(Node::number).and_then(Decimal::parse)?;
        (!size.is_negative()).then(|| size.in_whole(Unit::Gib, Round::Up))
    };
    let is_of = |volume: &Node<'_>, name: &str| volume.get(kind).and_then(Node::text) == Some(name);
    let zone = volumes
        .records
        .iter()
        .find_map(|volume| volume.get(&["availabilityzone"]).and_then(Node::text));
    let region = zone.and_then(region_of_zone);
    let sized =
        volumes.records.iter().all(|volume| gib(volume).is_some() && volume.get(kind).is_some());
    if !sized {
        reader.problem(
            volumes.at,
            Severity::Warning,
            Reason::RowsDamaged { count: 1_usize.into() },
        );
    }
    for (name, quota_code) in COUNTED {
        let whole = volumes
            .records
            .iter()
            .filter(|volume| is_of(volume, name))
            .filter_map(|volume| gib(volume))
            .sum();
        let used = Use { whole, unit: Unit::Gib, ..Use::count(quota_code, 0) };
        // A list of one type says nothing of the other.
        let is_other = || reader.command.narrows(&[("volume-type", &[name])]).is_some();
        let used = used.at_least(volumes.is_partial || !sized || is_other());
        reader.counted(volumes.place(|volume| is_of(volume, name)), used, None, region);
        let Some(quota) = quota_by_code(quota_code) else { continue };
        for volume in volumes.records.iter().filter(|volume| is_of(volume, name)) {
            // "available" is AWS's word for a volume that is attached to nothing.
            let is_idle = volume.get(&["state"]).and_then(Node::text) == Some("available");
            let id = id_of(volume, "volumeid", "vol-").filter(|_| is_idle);
            if let (Some(id), Some(whole)) = (id, gib(volume)) {
                let takes = Quantity::new(whole, Unit::Gib);
                reader.fact(
                    volume.at,
                    What::Idle { quota, id: id.to_owned(), takes },
                    None,
                    region,
                );
            }
        }
    }
}

const RENAMED_SIZE: &[&str] = &["size", "gib", "sizegib", "sizegb"];
const RENAMED_TYPE: &[&str] = &["volumetype", "type"];

/// Whether a table headed `DescribeVolumes` has a column of sizes and one of types.
pub fn is_renamed(title: &str, root: &Node<'_>) -> bool {
    let rows = root.list().unwrap_or_default();
    title == "DescribeVolumes"
        && !rows.is_empty()
        && rows.iter().all(|row| {
            row.get(RENAMED_SIZE).is_some()
                && row
                    .get(RENAMED_TYPE)
                    .and_then(Node::text)
                    .is_some_and(|kind| TYPES.contains(&kind))
        })
}

fn read_renamed(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Value::List(rows) = &root.value else { return };
    let is_cut = !reader.is_closed || rows.iter().any(|row| !row.whole);
    let is_partial = is_cut | is_narrowed(root.at, &[("volume-type", &[])], reader);
    let records = rows.iter().filter(|row| row.whole).collect();
    let volumes = Listing { at: root.at, records, is_partial, is_cut };
    count(&volumes, RENAMED_SIZE, RENAMED_TYPE, reader);
}
