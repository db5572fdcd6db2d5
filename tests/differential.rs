//! The engine beside a second reading of the same JSON (`differential/second.rs`): of every sample,
//! and of generated exports (`differential/exports.rs`).

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use byoc_readiness::data::quotas::{Quota, near_miss};
use byoc_readiness::read::{Counted, Decision, Fact, Limit, Terraform, What, Within, decode, read};
use byoc_readiness::report::Basis;

#[path = "differential/exports.rs"]
mod exports;
#[path = "differential/second.rs"]
mod second;

use exports::{Chance, export};

/// A fact as the second reading writes it; none for what says nothing by itself.
fn show(fact: &Fact) -> Option<String> {
    let name = |quota: &Quota| format!("{}/{}", quota.service_code, quota.quota_code);
    let what = match &fact.what {
        What::Limit { quota, limit, basis, resource_level, .. } => {
            let amount = match limit {
                Limit::Finite(quantity) => quantity.whole.to_string(),
                Limit::Unlimited => "unlimited".to_owned(),
            };
            let basis = match basis {
                Basis::Default => " default",
                Basis::Report => " report",
                Basis::Applied | Basis::Stated => "",
            };
            let level = if *resource_level { " resource" } else { "" };
            format!("limit {} {amount}{basis}{level}", name(quota))
        }
        What::Use { quota, used, lower_bound, counted, within } => {
            let counted = if *counted == Counted::ByReport { " report" } else { "" };
            let bound = if *lower_bound { " at-least" } else { "" };
            let within = match within {
                Within::Everything => String::new(),
                Within::Vpc(place) | Within::Zone(place) => format!(" in {place}"),
                Within::Owner(owner) => format!(" owner {owner}"),
                Within::AllZones => " all-zones".to_owned(),
                Within::AtMost => " at-most".to_owned(),
            };
            format!("use {} {}{counted}{bound}{within}", name(quota), used.whole)
        }
        What::NearMiss { quota_code } => {
            let miss = near_miss(quota_code).expect("a near miss");
            format!("near-miss {}/{quota_code}", miss.service_code)
        }
        What::Idle { quota, id, takes } => format!("idle {} {id} {}", name(quota), takes.whole),
        What::DefaultVpc(vpc) => format!("default-vpc {vpc}"),
        What::InVpc(vpc) => format!("in-vpc {vpc}"),
        What::InstancesPlaced => "instances-placed".to_owned(),
        What::Requested(request) => {
            let epoch = time::Date::from_calendar_date(1970, time::Month::January, 1);
            let epoch = epoch.expect("a day");
            let day =
                request.day.map_or("-".to_owned(), |day| (day - epoch).whole_days().to_string());
            let (status, desired) = (request.status.as_str(), request.desired.whole);
            format!("asked {} {desired} {status} {day}", name(request.quota))
        }
        What::Account => {
            return Some(format!("account of {}", fact.account.as_deref().unwrap_or_default()));
        }
        What::Simulated { action, decision } => {
            let decision = if *decision == Decision::Allowed { "allowed" } else { "denied" };
            return Some(format!("simulated {} {decision}", action.name));
        }
        What::Offered { kind, zone } => format!("offered {kind} {zone}"),
        What::Terraform(Terraform::Version(version)) => {
            return Some(format!("terraform {version}"));
        }
        What::Terraform(Terraform::OpenTofu(version)) => {
            return Some(format!("opentofu {version}"));
        }
        What::Listed { .. } | What::OfferingsListed { .. } => return None,
        what => panic!("the second reading does not read {what:?}"),
    };
    let or_nothing = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(format!("{what} of {} in {}", or_nothing(&fact.account), or_nothing(&fact.region)))
}

/// What only one of the two reads: `-` before what the engine alone reads, `+` before the other.
fn difference(text: &str, second: Vec<String>) -> Vec<String> {
    let mut engine: Vec<String> = read(text).facts.iter().filter_map(show).collect();
    engine.sort();
    let mut other = second;
    engine.retain(|fact| match other.iter().position(|known| known == fact) {
        Some(place) => {
            other.remove(place);
            false
        }
        None => true,
    });
    let engine = engine.iter().map(|fact| format!("- {fact}"));
    engine.chain(other.iter().map(|fact| format!("+ {fact}"))).collect()
}

#[test]
fn both_readings_of_every_sample_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let (mut compared, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let Ok(text) = decode(fs::read(&path).expect("a file")) else { continue };
        let Some(second) = second::facts(&text) else { continue };
        compared += 1;
        let difference = difference(&text, second);
        if !difference.is_empty() {
            wrong.push(format!("{}\n  {}", path.display(), difference.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= 75, "{compared} samples are JSON");
}

/// How many exports are generated.
const EXPORTS: u64 = 100_000;

#[test]
fn both_readings_of_generated_exports_agree() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let wrong = std::thread::scope(|scope| {
        let part = |first: u64| move || differing((first..EXPORTS).step_by(threads as usize));
        let parts: Vec<_> = (0..threads).map(|first| scope.spawn(part(first))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("a part")).collect::<Vec<_>>()
    });
    assert!(wrong.is_empty(), "{} of {EXPORTS} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The first few exports of these seeds of which the readings differ.
fn differing(seeds: impl Iterator<Item = u64>) -> Vec<String> {
    let wrong = seeds.filter_map(|seed| {
        let text = export(&mut Chance::new(seed));
        let second = second::facts(&text).unwrap_or_else(|| panic!("{seed} is no JSON: {text}"));
        let difference = difference(&text, second);
        (!difference.is_empty()).then(|| format!("{seed}\n  {}\n{text}", difference.join("\n  ")))
    });
    wrong.take(5).collect()
}
