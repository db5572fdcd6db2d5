//! In which zones of the Region the profile's instance types are offered. That is no promise that
//! AWS has the capacity, so nothing here ever fails.

use super::command::{deployed, offerings_command};
use crate::decide::resources::Known;
use crate::report::Outcome;
use crate::text::Reason;

/// Passes where one zone offers every type.
pub fn offerings(known: &Known<'_>) -> (Outcome, Reason) {
    let shown = &known.evidence.shown;
    let kinds = deployed(known);
    let command = || offerings_command(known).into();
    if shown.offerings_listed.is_empty() || kinds.is_empty() {
        return (Outcome::Advice, Reason::NotPasted { command: command() });
    }
    let region = known.region.into();
    let zones = |kind: &str| -> Vec<&str> {
        let of_kind = shown.offers.iter().filter(|(offered, _)| offered == kind);
        let mut zones: Vec<&str> = of_kind.map(|(_, zone)| zone.as_str()).collect();
        zones.sort_unstable();
        zones
    };
    let (offered, others): (Vec<&str>, Vec<&str>) =
        kinds.iter().partition(|kind| !zones(kind).is_empty());
    // A type that a whole list about it leaves out is offered nowhere; of others nothing is known.
    let is_nowhere = |kind: &&str| {
        shown.offerings_listed.iter().any(|(asked, whole)| *whole && asked.includes(kind))
    };
    let (nowhere, unknown): (Vec<&str>, Vec<&str>) = others.into_iter().partition(is_nowhere);
    let places = |kinds: &[&str]| {
        let place = |kind: &&str| format!("{kind}: {}", zones(kind).join(", "));
        kinds.iter().map(place).collect::<Vec<_>>().join("; ")
    };
    if !nowhere.is_empty() {
        let types = nowhere.join(", ").into();
        return (Outcome::Advice, Reason::OfferedNowhere { types, region });
    }
    if !unknown.is_empty() {
        let (types, offered) = (unknown.join(", ").into(), places(&offered).into());
        return (Outcome::Advice, Reason::OfferingsUnknown { types, offered, command: command() });
    }
    let common: Vec<&str> = zones(kinds[0])
        .into_iter()
        .filter(|zone| kinds.iter().all(|kind| zones(kind).contains(zone)))
        .collect();
    if common.is_empty() {
        (Outcome::Advice, Reason::OfferedApart { offered: places(&kinds).into(), region })
    } else {
        (
            Outcome::Pass,
            Reason::OfferedTogether {
                types: kinds.join(", ").into(),
                zones: common.join(", ").into(),
            },
        )
    }
}
