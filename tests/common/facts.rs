//! Facts as the sample files write them: `453 limit ebs/L-7A658B76 50 TiB`.

use byoc_readiness::data::quotas::{Quota, near_miss, quota_by_code};
use byoc_readiness::quantity::{Quantity, Round};
use byoc_readiness::read::{Counted, Decision, Fact, Limit, Terraform, What, Within, to_iso};
use byoc_readiness::report::Basis;

/// One line for a fact; empty for one that says nothing by itself.
pub fn show(fact: &Fact) -> String {
    let what = match &fact.what {
        What::Limit { quota, limit, basis, resource_level, .. } => {
            let limit = match limit {
                Limit::Finite(quantity) => amount(quantity, Round::Down),
                Limit::Unlimited => "unlimited".to_owned(),
            };
            let basis = match basis {
                Basis::Default => " default",
                Basis::Report => " report",
                Basis::Applied | Basis::Stated => "",
            };
            let level = if *resource_level { " resource" } else { "" };
            format!("limit {} {limit}{basis}{level}", name(quota))
        }
        What::Use { quota, used, lower_bound, counted, within } => {
            let counted = if *counted == Counted::ByReport { " report" } else { "" };
            let bound = if *lower_bound { " at-least" } else { "" };
            let within = match within {
                Within::Everything => String::new(),
                Within::Vpc(vpc) => format!(" in {vpc}"),
                Within::Owner(owner) => format!(" owner {owner}"),
                Within::Zone(zone) => format!(" in {zone}"),
                Within::AllZones => String::new(),
                Within::AtMost => " at-most".to_owned(),
            };
            format!("use {} {}{counted}{bound}{within}", name(quota), amount(used, Round::Up))
        }
        What::NearMiss { quota_code } => {
            let service = near_miss(quota_code).map_or_else(
                || quota_by_code(quota_code).map_or("", |quota| quota.service_code),
                |miss| miss.service_code,
            );
            format!("near-miss {service}/{quota_code}")
        }
        What::Taken(name) => format!("{:?} {}", name.kind, name.name).to_lowercase(),
        What::Account => "account".to_owned(),
        What::License { .. } => "license".to_owned(),
        What::Attached { role, count, has_own, whole } => {
            let own = if *has_own { " with-own" } else { "" };
            let bound = if *whole { "" } else { " at-least" };
            format!("attached {} {count}{own}{bound}", role.name)
        }
        What::Simulated { action, decision } => {
            let decision = if *decision == Decision::Allowed { "allowed" } else { "denied" };
            format!("simulated {} {decision}", action.name)
        }
        What::Offered { kind, zone } => format!("offered {kind} {zone}"),
        What::Terraform(Terraform::Version(version)) => format!("terraform {version}"),
        What::Terraform(Terraform::OpenTofu(version)) => format!("opentofu {version}"),
        What::Terraform(Terraform::Missing) => "no-terraform".to_owned(),
        What::Idle { quota, id, takes } => {
            format!("idle {} {id} {}", name(quota), amount(takes, Round::Up))
        }
        What::DefaultVpc(vpc) => format!("default-vpc {vpc}"),
        What::InVpc(vpc) => format!("in-vpc {vpc}"),
        What::InstancesPlaced => "instances-placed".to_owned(),
        What::Requested(request) => {
            let day = request.day.map_or_else(|| "-".to_owned(), to_iso);
            let status = request.status.as_str();
            format!(
                "asked {} {} {status} {day}",
                name(request.quota),
                amount(&request.desired, Round::Up)
            )
        }
        What::Listed { .. } | What::OfferingsListed { .. } => return String::new(),
    };
    let of = |word: &str, value: &Option<String>| {
        value.as_ref().map_or_else(String::new, |value| format!(" {word}={value}"))
    };
    format!("{} {what}{}{}", fact.line, of("account", &fact.account), of("region", &fact.region))
}

fn name(quota: &Quota) -> String {
    format!("{}/{}", quota.service_code, quota.quota_code)
}

fn amount(quantity: &Quantity, round: Round) -> String {
    let number = quantity.show(quantity.unit, round);
    let number = number.split(' ').next().unwrap_or_default().replace(',', "");
    format!("{number} {}", quantity.unit.name())
}
