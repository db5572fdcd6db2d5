//! A profile that a host page brings.

use std::borrow::Cow;

use super::document::ROWS;
use super::{Need, PROFILES, Profile, Row};
use crate::WrongInput;
use crate::data::checks::{CHECKS, Check, Decider};
use crate::data::instances::{InstanceType, instance_type};
use crate::data::regions::is_commercial;
use crate::quantity::{Round, Stated, parse_stated};
use crate::read::parse_iso;
use crate::report::{CheckId, OwnProfile, OwnType};

/// Most of one instance type that a profile may start.
pub const MOST_INSTANCES: i64 = 10_000;

/// The profile that `own` describes; a malformed one is refused with the path of the field.
pub fn profile(own: &OwnProfile) -> Result<Profile, WrongInput> {
    for (field, text) in [("id", &own.id), ("title", &own.title), ("source", &own.source)] {
        if text.trim().is_empty() {
            return Err(wrong(field, "is empty"));
        }
    }
    if PROFILES.iter().any(|built_in| built_in.id == own.id) {
        return Err(wrong(
            "id",
            &format!("\"{}\" is a built-in profile's; choose another", own.id),
        ));
    }
    source(own)?;
    if own.regions.is_empty() {
        return Err(wrong("regions", "is empty; expected at least one Region such as us-west-2"));
    }
    for (index, region) in own.regions.iter().enumerate() {
        check_region(region, &format!("profile.regions[{index}]"))?;
    }
    let mut instances = Vec::new();
    let mut types = Vec::new();
    for (index, own_type) in own.instances.iter().enumerate() {
        types.extend(kind(index, own_type)?);
        instances.push((Cow::Owned(own_type.name.clone()), own_type.count.into()));
    }
    let rows = rows(own)?;
    if rows.is_empty() {
        return Err(wrong("needs", "is empty, and there are no instances: nothing is needed"));
    }
    let regions = own.regions.iter().cloned().map(Cow::Owned);
    Ok(Profile {
        id: Cow::Owned(own.id.clone()),
        title: Cow::Owned(own.title.clone()),
        source: Cow::Owned(own.source.clone()),
        source_date: own.source_date.clone().map(Cow::Owned),
        regions: regions.collect(),
        instances: instances.into(),
        types: types.into(),
        least_cores: None,
        rows: rows.into(),
        checks: CHECKS.iter().map(|check| with_own_needs(*check, own)).collect(),
        existing_vpc: None,
        surge: false,
    })
}

/// Where the figures come from: an address or plain words, and a day of the calendar.
fn source(own: &OwnProfile) -> Result<(), WrongInput> {
    // As browsers read the beginning of an address: in any case, and without what does not print.
    let bare = own.source.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    let bare = bare.take(SCRIPTS[0].len()).collect::<String>().to_lowercase();
    if let Some(script) = SCRIPTS.iter().find(|script| bare.starts_with(**script)) {
        let message = format!(
            "begins with \"{script}\"; expected an address with https or http, or plain words"
        );
        return Err(wrong("source", &message));
    }
    match &own.source_date {
        Some(date) if parse_iso(date).is_none() => {
            let message = format!("\"{date}\" is no date; expected one such as 2026-11-24");
            Err(wrong("sourceDate", &message))
        }
        _ => Ok(()),
    }
}

/// Addresses that run or bring along something of their own, the longest first.
const SCRIPTS: [&str; 3] = ["javascript:", "vbscript:", "data:"];

/// Whether a source may be a link; any other is shown as it is written.
pub fn is_address(source: &str) -> bool {
    let has_scheme = ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme));
    has_scheme && !source.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// An instance type that the catalogue does not have.
fn kind(index: usize, own: &OwnType) -> Result<Option<InstanceType>, WrongInput> {
    let at = |field: &str| format!("instances[{index}].{field}");
    if i64::from(own.count) > MOST_INSTANCES {
        return Err(wrong(&at("count"), &format!("{} is more than {MOST_INSTANCES}", own.count)));
    }
    match (instance_type(&own.name), own.vcpu, own.memory_gib) {
        (_, Some(vcpu), Some(memory_gib)) => Ok(Some(InstanceType {
            name: Cow::Owned(own.name.clone()),
            vcpu: vcpu.into(),
            memory_gib: memory_gib.into(),
            source: "the profile itself",
        })),
        (Some(_), None, None) => Ok(None),
        _ => {
            let message =
                format!("\"{}\" is not in the catalogue; give its vcpu and memoryGib", own.name);
            Err(wrong(&at("type"), &message))
        }
    }
}

/// The rows of the document that the profile needs something of, in the document's order.
fn rows(own: &OwnProfile) -> Result<Vec<Row>, WrongInput> {
    if let Some(unknown) =
        own.needs.keys().find(|id| !ROWS.iter().any(|row| row.id.as_str() == *id))
    {
        let known: Vec<&str> = ROWS.iter().map(|row| row.id.as_str()).collect();
        let message = format!("is no row; known are {}", known.join(", "));
        return Err(wrong(&format!("needs.{unknown}"), &message));
    }
    let mut rows = Vec::new();
    for row in ROWS {
        let field = format!("needs.{}", row.id.as_str());
        let need = match own.needs.get(row.id.as_str()) {
            Some(_) if row.follows_from_instances() => {
                return Err(wrong(&field, "follows from the instances; leave it out"));
            }
            None if row.follows_from_instances() && !own.instances.is_empty() => row.need,
            None => continue,
            Some(text) => match parse_stated(text, row.unit, Round::Up) {
                Ok(Stated::Finite(needed)) => Need::Exactly(needed.whole, needed.unit),
                _ => {
                    let unit = row.unit.name();
                    let message = format!(
                        "\"{text}\" is no amount; expected one such as \"2\" or \"1.3 TB\" ({unit})"
                    );
                    return Err(wrong(&field, &message));
                }
            },
        };
        let mut row = row.clone();
        (row.need, row.source) = (need, "the profile itself");
        rows.push(row);
    }
    Ok(rows)
}

fn with_own_needs(check: Check, own: &OwnProfile) -> Check {
    let (given, by) = match (check.id, check.by) {
        (CheckId::IamPoliciesRoom, by) => (own.policies, by),
        (CheckId::IamRolesRoom, by) => (own.roles, by),
        (_, by) => (None, by),
    };
    match (given, by) {
        (Some(need), Decider::RoomNeeded { quota_code, .. }) => {
            Check { by: Decider::RoomNeeded { quota_code, need: need.into() }, ..check }
        }
        _ => check,
    }
}

/// Whether there is such a Region, which stands at this path.
pub fn check_region(region: &str, path: &str) -> Result<(), WrongInput> {
    if is_commercial(region) {
        return Ok(());
    }
    let message =
        format!("\"{region}\" is no commercial AWS Region; expected one such as us-west-2");
    Err(WrongInput { path: path.to_owned(), message })
}

fn wrong(field: &str, message: &str) -> WrongInput {
    WrongInput { path: format!("profile.{field}"), message: message.to_owned() }
}
