//! Facts as the lines that [`crate::read::shared_figures`] reads.

use time::Date;

use super::stand_ins::StandIns;
use crate::data::iam_names::Kind;
use crate::data::quotas::Quota;
use crate::quantity::Quantity;
use crate::read::shared_figures::{LICENSE_FIELDS, MOST, escaped};
use crate::read::{
    Asked, Counted, Decision, Fact, LicenseValue, Limit, Reading, Terraform, What, Within,
    find_dates, to_iso,
};
use crate::report::{Basis, LicenseField};
use crate::text::Reason;

/// A text for all readings, or several where what two of them say of one thing counts source by
/// source: of licenses, and of what several accounts own.
pub fn texts(readings: &[&Reading], stand_ins: &mut StandIns) -> Vec<String> {
    let mut texts: Vec<Lines<'_>> = Vec::new();
    for (source, reading) in readings.iter().enumerate() {
        let counts_alone = |what: &What| match what {
            What::License { .. } => Some(Alone::License),
            What::Use { within: Within::Owner(_), .. } => Some(Alone::Owned),
            _ => None,
        };
        let alone: Vec<Alone> =
            reading.facts.iter().filter_map(|fact| counts_alone(&fact.what)).collect();
        let joins = |text: &Lines<'_>| !alone.iter().any(|kind| text.alone.contains(kind));
        if !texts.last().is_some_and(joins) {
            texts.push(Lines::default());
        }
        let text = texts.last_mut().expect("just pushed");
        text.alone.extend(alone);
        text.take(source, reading, stand_ins);
    }
    texts.into_iter().map(|text| text.text).collect()
}

/// What of one source counts beside the same of another.
#[derive(Clone, Copy, PartialEq)]
enum Alone {
    License,
    Owned,
}

/// A text in the making, and for whom the lines that come next would hold.
#[derive(Default)]
struct Lines<'r> {
    text: String,
    alone: Vec<Alone>,
    account: Option<&'r str>,
    region: Option<&'r str>,
    day: Option<Date>,
    /// Source and document of the list whose owners were counted last, until its end is said.
    list: Option<(usize, u32)>,
    /// Facts that say no more when they are said again.
    said: Vec<&'r Fact>,
}

impl<'r> Lines<'r> {
    fn take(&mut self, source: usize, reading: &'r Reading, stand_ins: &mut StandIns) {
        for fact in &reading.facts {
            if !matches!(fact.what, What::License { .. }) && !self.is_repeated(fact) {
                self.end_list(fact, (source, fact.document));
                self.place(fact, stand_ins);
                let line = line(&fact.what, stand_ins);
                self.push(&line);
            }
        }
        self.license(reading, stand_ins);
        let is_named = |account: &&String| {
            reading.facts.iter().any(|fact| fact.account.as_ref() == Some(*account))
        };
        for account in reading.accounts.iter().filter(|account| !is_named(account)) {
            self.push(&format!("seen {}", stand_ins.account(account)));
        }
        let mut problems = reading.problems.iter();
        if problems.any(|problem| matches!(problem.reason, Reason::Credential { .. })) {
            self.push("credential");
        }
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Parts a list of what several accounts own from whatever comes after it, since what a list
    /// shows is settled at its end: a later use of the same then counts in its place.
    fn end_list(&mut self, fact: &Fact, document: (usize, u32)) {
        if self.list.take_if(|list| *list != document).is_some() {
            self.push("list");
        }
        if matches!(fact.what, What::Use { within: Within::Owner(_), .. }) {
            self.list = Some(document);
        }
    }

    /// Whether a fact was said already that is true once and for all: that something is in a VPC.
    fn is_repeated(&mut self, fact: &'r Fact) -> bool {
        if !matches!(fact.what, What::InVpc(_) | What::InstancesPlaced | What::Account) {
            return false;
        }
        let is_same = |known: &&Fact| {
            known.what == fact.what
                && known.account == fact.account
                && known.region == fact.region
                && known.as_of == fact.as_of
        };
        let is_repeated = self.said.iter().any(is_same);
        if !is_repeated {
            self.said.push(fact);
        }
        is_repeated
    }

    /// Says for whom the next line holds, where that is not said yet.
    fn place(&mut self, fact: &'r Fact, stand_ins: &mut StandIns) {
        let none = || "-".to_owned();
        if self.account != fact.account.as_deref() {
            self.account = fact.account.as_deref();
            let account = self.account.map_or_else(none, |account| stand_ins.account(account));
            self.push(&format!("account {account}"));
        }
        if self.region != fact.region.as_deref() {
            self.region = fact.region.as_deref();
            let region = self.region.map_or_else(none, |region| stand_ins.place(region));
            self.push(&format!("region {region}"));
        }
        if self.day != fact.as_of {
            self.day = fact.as_of;
            self.push(&format!("day {}", self.day.map_or_else(none, to_iso)));
        }
    }

    /// What stands on one line of the source stands on one here: where licenses are several, that
    /// tells which of them it is said of.
    fn license(&mut self, reading: &Reading, stand_ins: &mut StandIns) {
        let mut facts: Vec<(u32, LicenseField, &LicenseValue)> = Vec::new();
        for fact in &reading.facts {
            if let What::License { field, value } = &fact.what {
                facts.push((fact.line, *field, value));
            }
        }
        facts.sort_by_key(|(line, _, _)| *line);
        for of_line in facts.chunk_by(|one, other| one.0 == other.0) {
            let fields: Vec<String> =
                of_line.iter().map(|(_, field, value)| term(*field, value, stand_ins)).collect();
            self.push(&format!("terms {} end", fields.join(" ")));
        }
    }
}

fn term(field: LicenseField, value: &LicenseValue, stand_ins: &mut StandIns) -> String {
    let name = LICENSE_FIELDS.iter().find(|known| known.0 == field).map_or("", |known| known.1);
    let value = match value {
        LicenseValue::Id(id) => escaped(&stand_ins.license(id)),
        LicenseValue::Cores(cores) => cores.to_string(),
        LicenseValue::Day(day) => to_iso(*day),
        LicenseValue::Ambiguous(text) => {
            let date = find_dates(text).next().map_or("", |date| &text[date.start..date.end]);
            format!("?{}", escaped(date))
        }
        // What a mail says there is nobody else's matter.
        LicenseValue::Unreadable(text) => format!("!{}", stand_ins.unreadable(text)),
    };
    format!("{name} {value}")
}

fn line(what: &What, stand_ins: &mut StandIns) -> String {
    match what {
        What::Limit { quota, limit, basis, resource_level, adjustable } => {
            let amount = match limit {
                Limit::Finite(quantity) => amount(*quantity, quota),
                Limit::Unlimited => "unlimited".to_owned(),
            };
            let basis = match basis {
                Basis::Applied => "",
                Basis::Default => " default",
                Basis::Report => " report",
                Basis::Stated => " stated",
            };
            let level = if *resource_level { " resource" } else { "" };
            let adjustable = match adjustable {
                Some(true) => " adjustable",
                Some(false) => " fixed",
                None => "",
            };
            format!("limit {amount}{basis}{level}{adjustable} {}", name(quota))
        }
        What::Use { quota, used, lower_bound, counted, within } => {
            let bound = if *lower_bound { " at-least" } else { "" };
            let counted = if *counted == Counted::ByReport { " report" } else { "" };
            let within = match within {
                Within::Everything => String::new(),
                Within::AllZones => " all-zones".to_owned(),
                Within::AtMost => " at-most".to_owned(),
                Within::Vpc(vpc) => format!(" vpc {}", stand_ins.resource(vpc)),
                Within::Zone(zone) => format!(" zone {}", stand_ins.place(zone)),
                Within::Owner(owner) => format!(" owner {}", stand_ins.account(owner)),
            };
            format!("use {}{bound}{counted}{within} {}", amount(*used, quota), name(quota))
        }
        What::NearMiss { quota_code } => format!("near {quota_code}"),
        What::Taken(taken) => format!("taken {}", taken.name),
        What::Listed { kind, whole } => {
            let kind = if *kind == Kind::Policy { "policies" } else { "roles" };
            format!("listed {} {kind}", whole_or_part(*whole))
        }
        What::Attached { role, count, has_own, whole } => {
            let own = if *has_own { "own" } else { "others" };
            format!("attached {count} {own} {} {}", whole_or_part(*whole), role.name)
        }
        What::Simulated { action, decision } => {
            let decision = if *decision == Decision::Allowed { "allowed" } else { "denied" };
            format!("action {} {decision}", action.name)
        }
        What::Offered { kind, zone } => {
            format!("offered {} {}", stand_ins.place(zone), escaped(&stand_ins.within_name(kind)))
        }
        What::OfferingsListed { asked, whole } => {
            format!("offerings {} {}", show_asked(asked), whole_or_part(*whole))
        }
        What::Terraform(Terraform::Version(version)) => format!("terraform {version} installed"),
        What::Terraform(Terraform::OpenTofu(version)) => format!("opentofu {version} installed"),
        What::Terraform(Terraform::Missing) => "terraform missing".to_owned(),
        What::Idle { quota, id, takes } => {
            format!("idle {} {} {}", amount(*takes, quota), stand_ins.resource(id), name(quota))
        }
        What::DefaultVpc(vpc) => format!("vpc {} default", stand_ins.resource(vpc)),
        What::InVpc(vpc) => format!("vpc {} occupied", stand_ins.resource(vpc)),
        What::InstancesPlaced => "instances placed".to_owned(),
        What::Requested(request) => {
            let day = request.day.map_or_else(|| "-".to_owned(), to_iso);
            let amount = amount(request.desired, request.quota);
            format!("requested {amount} {} {day} {}", request.status.as_str(), name(request.quota))
        }
        What::Account => "identity".to_owned(),
        What::License { .. } => String::new(),
    }
}

fn whole_or_part(whole: bool) -> &'static str {
    if whole { "whole" } else { "part" }
}

fn name(quota: &Quota) -> String {
    format!("{}/{}", quota.service_code, quota.quota_code)
}

fn amount(quantity: Quantity, quota: &Quota) -> String {
    let (whole, size) = (quantity.whole.clamp(-MOST, MOST), i128::from(quantity.unit.size()));
    let number = if whole % size == 0 { (whole / size).to_string() } else { format!("={whole}") };
    if quantity.unit == quota.unit {
        return number;
    }
    format!("{number}:{}", quantity.unit.name())
}

/// Of what a command asked for only what may be a type: nothing else can be offered or not.
fn show_asked(asked: &Asked) -> String {
    let may_be_type = |kind: &&String| {
        let is_part = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'*')
        };
        kind.len() <= 24 && !kind.is_empty() && kind.bytes().all(is_part)
    };
    match asked {
        Asked::Everything => "everything".to_owned(),
        Asked::Unknown => "unknown".to_owned(),
        Asked::Only(kinds) => {
            let kinds: Vec<String> =
                kinds.iter().filter(may_be_type).map(|kind| escaped(kind)).collect();
            format!("of:{}", kinds.join("+"))
        }
    }
}
