//! Facts, answers and a date to a report. No clock, no browser, no words: every decision is a
//! typed reason, and sentences are made from those elsewhere.

mod account;
mod amounts;
mod checks;
mod clean;
mod evidence;
mod license;
mod remedy;
mod resources;
mod shown;
mod stated;
mod steps;
mod verdict;

use time::Date;

use crate::mask::mask_account;
use crate::profile::{Chosen, Profile, chosen};
use crate::read::{Reading, to_iso};
use crate::report::{Answers, License, ProfileInfo, Report, Resource, SCHEMA_VERSION, Source};
use crate::text::in_english;
use account::Accounts;
pub use amounts::amount;
pub use checks::{
    Standing, TERRAFORM_VERSION, label as check_label, simulated, simulation_command, standings,
};
pub(crate) use clean::without_credentials;
use evidence::Evidence;
pub use license::cores_used;
pub use verdict::summary;

/// Decides over what was read, in the order of the sources.
///
/// Each reading comes with its source's name. An unknown profile is the default one; callers
/// check before. The report is in English, whatever the page speaks.
pub fn decide(readings: &[(&str, &Reading)], answers: &Answers, today: Date) -> Report {
    in_english(|| report(readings, answers, today))
}

fn report(readings: &[(&str, &Reading)], answers: &Answers, today: Date) -> Report {
    let mut names: Vec<String> = readings.iter().map(|(name, _)| (*name).to_owned()).collect();
    let (answers, secrets_typed) = clean::clean(answers, &mut names);
    let answers = &answers;
    let Chosen { profile, notices: about_profile } = chosen(answers);
    let region = chosen_region(answers, &profile);
    let bare: Vec<&Reading> = readings.iter().map(|(_, reading)| *reading).collect();
    let accounts = Accounts::of(&bare, answers.account.as_deref());
    let mut notices = evidence::secret_notices(&bare);
    for typed in secrets_typed {
        if !notices.contains(&typed) {
            notices.push(typed);
        }
    }
    let exposed = !notices.is_empty();
    notices.extend(about_profile);
    notices.extend(accounts.notices(answers.include_ids));
    let evidence = Evidence::gather(&bare, &accounts, region, &profile, &mut notices);
    let stated = stated::read(&profile, &answers.stated, &mut notices);
    let facts = resources::Known {
        profile: &profile,
        region,
        today,
        accounts: &accounts,
        evidence: &evidence,
    };
    let rows = resources::decide(&facts, &stated, &mut notices);
    let license = license::decide(&bare, &names, answers, &profile, today);
    let checks = checks::decide(&facts, &rows, &license, answers, exposed);
    let resources: Vec<Resource> = rows.into_iter().map(|row| row.resource).collect();
    let sections = verdict::sections(&resources, &license, &checks);
    let verdict = verdict::overall(&sections);
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        today: to_iso(today),
        verdict,
        summary: String::new(),
        profile: ProfileInfo {
            id: profile.id.to_string(),
            title: profile.title.to_string(),
            source: profile.source.to_string(),
            source_date: profile.source_date.as_deref().map(str::to_owned),
            region: region.to_owned(),
        },
        sections,
        resources,
        license,
        checks,
        sources: names
            .into_iter()
            .zip(bare)
            .map(|(name, reading)| source(name, reading, answers.include_ids))
            .collect(),
        notices,
    };
    report.summary = summary(&report);
    report
}

/// The license alone, with its whole ID: for the person who verifies it, on no report.
pub fn whole_license(readings: &[(&str, &Reading)], answers: &Answers, today: Date) -> License {
    let mut names: Vec<String> = readings.iter().map(|(name, _)| (*name).to_owned()).collect();
    let (mut answers, _) = clean::clean(answers, &mut names);
    answers.include_ids = true;
    let bare: Vec<&Reading> = readings.iter().map(|(_, reading)| *reading).collect();
    license::decide(&bare, &names, &answers, &chosen(&answers).profile, today)
}

/// The Region that the answers name, else the profile's own.
pub fn chosen_region<'a>(answers: &'a Answers, profile: &'a Profile) -> &'a str {
    let named = answers.region.as_deref().map(str::trim).filter(|region| !region.is_empty());
    named.unwrap_or(&profile.regions[0])
}

fn source(name: String, reading: &Reading, include_ids: bool) -> Source {
    let mut accounts = reading.accounts.clone();
    accounts.sort();
    let mut regions = reading.regions.clone();
    regions.sort();
    Source {
        name,
        format: reading.format(),
        facts: reading.facts.len(),
        ignored: reading.ignored,
        accounts: accounts.iter().map(|account| mask_account(account, include_ids)).collect(),
        regions,
        problems: reading.problems.clone(),
    }
}
