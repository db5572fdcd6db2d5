//! An assessment that came through a link beside the one that it was made of.

use std::collections::HashMap;

use byoc_readiness::decide::decide;
use byoc_readiness::read::{
    Asked, Fact, LicenseValue, Reading, What, Within, find_dates, parse_iso, read,
};
use byoc_readiness::report::{Answers, ProfileChoice, Report};
use byoc_readiness::share::{Opened, link, open};
use serde_json::{Value as Json, json};

/// The day of every test that is about no other.
pub const TODAY: &str = "2026-11-24";

/// The report on readings.
pub fn report(readings: &[Reading], answers: &Answers, today: &str) -> Report {
    let named: Vec<(&str, &Reading)> = readings.iter().map(|reading| ("Source", reading)).collect();
    decide(&named, answers, parse_iso(today).expect("a day"))
}

/// The link of an assessment, where it is not too long for one.
pub fn link_of(readings: &[Reading], answers: &Answers) -> Option<String> {
    let readings: Vec<&Reading> = readings.iter().collect();
    link(&readings, answers, parse_iso(TODAY).expect("a day")).ok()
}

/// What a link carries, and what is read of it.
pub fn reopened(link: &str) -> (Opened, Vec<Reading>) {
    let opened = open(link).unwrap_or_else(|why| panic!("{link}: {why:?}"));
    let readings = opened.texts.iter().map(|text| read(text)).collect();
    (opened, readings)
}

/// The assessment and what its link opens to are the same, fact by fact and in the report.
pub fn assert_opens_to_the_same(readings: &[Reading], answers: &Answers) -> Option<usize> {
    let link = link_of(readings, answers)?;
    let (opened, again) = reopened(&link);
    for (text, reading) in opened.texts.iter().zip(&again) {
        let strange = reading.problems.iter().find(|problem| problem.reason.id() != "credential");
        assert!(reading.format() == "shared-figures" && strange.is_none(), "{strange:?}\n{text}");
    }
    let texts = opened.texts.join("\n");
    assert_eq!(facts(readings), facts(&again), "{texts}");
    // What cannot be a zone has a stand-in, which a check then names.
    let is_odd = |fact: &Fact| match &fact.what {
        What::Offered { zone, .. } | What::Use { within: Within::Zone(zone), .. } => {
            !is_place(zone)
        }
        _ => false,
    };
    // Of `eu-` and 17 digits, which are typed, comes `eu-1`.
    let is_place_of = |answers: &Answers| answers.region.as_deref().is_none_or(is_place);
    let is_odd_choice = is_place_of(&opened.answers) && !is_place_of(answers);
    if is_odd_choice || readings.iter().any(|reading| reading.facts.iter().any(is_odd)) {
        return Some(link.len());
    }
    // What an own profile calls a type may hold a number that is hidden, and checks name types.
    if own_types(answers) != own_types(&opened.answers) {
        return Some(link.len());
    }
    let mut answers = Answers { include_ids: false, ..answers.clone() };
    // What controls a terminal does not come along.
    for text in answers.typed_texts() {
        let harmless = |c: char| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c };
        *text = text.chars().map(harmless).collect();
    }
    // What is entered keeps no ARN, and with it goes what else such a text says.
    if format!("{answers:?}").contains("arn:") {
        return Some(link.len());
    }
    let before = essence(&report(readings, &answers, TODAY));
    let now = essence(&report(&again, &opened.answers, TODAY));
    for (key, value) in before.as_object().expect("an object") {
        let after = &now[key];
        assert_eq!(value, after, "{key}\n{texts}{:?}\nof {answers:?}", opened.answers);
    }
    Some(link.len())
}

fn own_types(answers: &Answers) -> Vec<&str> {
    match &answers.profile {
        Some(ProfileChoice::Own(own)) => own.instances.iter().map(|it| it.name.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// What must be the same of a report, without places in sources and names of what is there.
pub fn essence(report: &Report) -> Json {
    let mut report = serde_json::to_value(report).expect("JSON");
    for row in report["resources"].as_array_mut().expect("a list") {
        row["evidence"] = Json::Null;
        for step in row["steps"].as_array_mut().expect("a list") {
            step["explanation"] = Json::Null;
            for name in ["addresses", "volumes", "vpc"] {
                step["reason"]["params"][name] = Json::Null;
            }
        }
    }
    // What is no Region's name may hold a number that is hidden.
    for list in ["resources", "checks"] {
        for item in report[list].as_array_mut().expect("a list") {
            let region = item["reason"]["params"]["region"].as_str();
            if region.is_some_and(|region| !is_place(region)) {
                item["reason"]["params"]["region"] = Json::Null;
                item["explanation"] = Json::Null;
            }
        }
    }
    let ids = |list: &Json| -> Vec<String> {
        let reasons = list.as_array().expect("a list").iter().map(|item| &item["reason"]["id"]);
        let mut ids: Vec<String> = reasons.map(Json::to_string).collect();
        ids.dedup();
        ids
    };
    let mut license = report["license"].clone();
    license["evidence"] = Json::Null;
    license["problems"] = json!(ids(&license["problems"]));
    json!({
        "verdict": report["verdict"],
        "summary": report["summary"],
        "sections": report["sections"],
        "resources": report["resources"],
        "checks": report["checks"],
        "license": license,
        "notices": ids(&report["notices"]),
    })
}

/// Facts by what they say, with numbers in place of names, and each that is true once and for all
/// once.
pub fn facts(readings: &[Reading]) -> Vec<String> {
    let owners = readings.iter().flat_map(|reading| &reading.facts);
    let owners = owners.filter_map(|fact| match &fact.what {
        What::Use { within: Within::Owner(owner), .. } => Some(owner),
        _ => None,
    });
    let named = readings.iter().flat_map(|reading| &reading.accounts);
    let mut accounts: Vec<&String> = named.chain(owners).collect();
    accounts.sort();
    accounts.dedup();
    let mut names = Names {
        accounts,
        others: HashMap::new(),
        unreadable: HashMap::new(),
        licenses: Vec::new(),
    };
    let (mut shown, mut license) = (Vec::new(), Vec::new());
    for reading in readings {
        let is_license = |fact: &&Fact| matches!(fact.what, What::License { .. });
        let (mut terms, others): (Vec<&Fact>, Vec<&Fact>) =
            reading.facts.iter().partition(is_license);
        terms.sort_by_key(|fact| fact.line);
        license.extend(terms.into_iter().map(|fact| names.show(fact)));
        for fact in others {
            let once = matches!(fact.what, What::InVpc(_) | What::InstancesPlaced | What::Account);
            let fact = names.show(fact);
            if !once || !shown.contains(&fact) {
                shown.push(fact);
            }
        }
    }
    shown.extend(license);
    shown
}

/// Whether a text can be the name of a Region or a zone, and is no stand-in for one.
fn is_place(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.chars().all(is_part)
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.len() <= 24
        && name.chars().filter(char::is_ascii_digit).count() <= 2
        && !name.contains("elsewhere")
}

struct Names<'a> {
    accounts: Vec<&'a String>,
    others: HashMap<String, usize>,
    unreadable: HashMap<String, usize>,
    licenses: Vec<String>,
}

impl Names<'_> {
    fn account(&self, account: &str) -> String {
        let place = self.accounts.iter().position(|known| *known == account);
        format!("account {place:?} …{}", &account[8..])
    }

    fn number(&mut self, name: &mut String) {
        let next = self.others.len();
        *name = self.others.entry(name.clone()).or_insert(next).to_string();
    }

    fn show(&mut self, fact: &Fact) -> String {
        let Fact { mut what, account, mut region, as_of, .. } = fact.clone();
        // What is no Region's name has a stand-in.
        if let Some(odd) = region.as_mut().filter(|name| !is_place(name)) {
            self.number(odd);
        }
        match &mut what {
            // What cannot be a type is offered nowhere, and not handed on.
            What::OfferingsListed { asked: Asked::Only(kinds), .. } => {
                let is_part = |c: char| {
                    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '*')
                };
                kinds.retain(|kind| (1..=24).contains(&kind.len()) && kind.chars().all(is_part));
            }
            What::Offered { zone, .. } | What::Use { within: Within::Zone(zone), .. }
                if !is_place(zone) =>
            {
                self.number(zone);
            }
            What::Use { within: Within::Vpc(id), .. }
            | What::Idle { id, .. }
            | What::DefaultVpc(id)
            | What::InVpc(id) => self.number(id),
            What::Use { within: Within::Owner(owner), .. } => *owner = self.account(owner),
            What::License { value: LicenseValue::Id(id), .. } => {
                let known = self.licenses.iter().position(|known| known.eq_ignore_ascii_case(id));
                let place = known.unwrap_or_else(|| {
                    self.licenses.push(id.clone());
                    self.licenses.len() - 1
                });
                let count = id.chars().count();
                let end: String =
                    id.chars().skip(if count > 4 { count - 4 } else { count }).collect();
                *id = format!("license {place} of {count} …{end}");
            }
            What::License { value, .. } => match value {
                LicenseValue::Unreadable(text) => {
                    let next = self.unreadable.len();
                    *text = self.unreadable.entry(text.clone()).or_insert(next).to_string();
                }
                LicenseValue::Ambiguous(text) => {
                    let date = find_dates(text).next().expect("a date");
                    *text = text[date.start..date.end].to_owned();
                }
                _ => {}
            },
            _ => {}
        }
        let account = account.map(|account| self.account(&account));
        format!("{what:?} {account:?} {region:?} {as_of:?}")
    }
}
