//! What is still open in a report, in the document's order, and whose turn it is.

use crate::data::actors::{Actor, of_check, of_license};
use crate::data::checks::CHECKS;
use crate::decide::check_label;
use crate::report::{
    Basis, Check, CheckId, LicenseField, LicenseState, Outcome, Report, Resource, ResourceId,
    SectionId, Status,
};
use crate::text::{current, lookup};

/// Something of the prerequisites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A field of the license that is not known.
    LicenseField(LicenseField),
    /// The license as it stands: expired, or not started yet.
    License,
    /// A check.
    Check(CheckId),
    /// A row of the document's table.
    Row(ResourceId),
}

impl Item {
    /// Where the document has it; items are sorted by it.
    pub fn rank(self) -> (usize, usize) {
        let in_order = |section: SectionId| ORDER.iter().position(|known| *known == section);
        let section = match self {
            Item::LicenseField(_) | Item::License => SectionId::License,
            Item::Row(_) => SectionId::Resources,
            Item::Check(id) => {
                let check = CHECKS.iter().find(|check| check.id == id);
                check.map_or(SectionId::Permissions, |check| check.section)
            }
        };
        let within = match self {
            Item::LicenseField(field) => field as usize,
            Item::License => LicenseField::ALL.len(),
            Item::Row(id) => id as usize,
            // Behind the fields or the rows of its section.
            Item::Check(id) => 100 + id as usize,
        };
        (in_order(section).unwrap_or(ORDER.len()), within)
    }

    /// Stable id, no two the same.
    pub fn as_str(self) -> &'static str {
        match self {
            Item::LicenseField(field) => field.as_str(),
            Item::License => "license",
            Item::Check(id) => id.as_str(),
            Item::Row(id) => id.as_str(),
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Item::Check(id) => check_label(id),
            Item::Row(id) => {
                lookup(current(), &format!("row.{}", id.as_str())).unwrap_or(id.as_str())
            }
            Item::LicenseField(field) => field.name(),
            Item::License => SectionId::License.name(),
        }
    }
}

/// An item that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub item: Item,
    /// Whose turn it is.
    pub who: Actor,
    /// It is known to be in the way, and not only unknown.
    pub is_failing: bool,
}

/// Which of a row's two figures are still to be known for it to be decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// How much AWS allows.
    pub limit: bool,
    /// How much is taken.
    pub used: bool,
}

impl Lacks {
    /// What a row lacks; a figure that a person stated settles it.
    pub fn of(row: &Resource) -> Lacks {
        let settled =
            row.basis == Some(Basis::Stated) || row.limit.is_none() && row.available.is_some();
        Lacks {
            limit: (row.limit.is_none() || row.basis == Some(Basis::Default)) && !settled,
            used: row.in_use.is_none() && row.available.is_none() || row.in_use_is_lower_bound,
        }
    }
}

/// The sections as the document has them.
const ORDER: [SectionId; 6] = [
    SectionId::License,
    SectionId::Environment,
    SectionId::Accounts,
    SectionId::Credentials,
    SectionId::Resources,
    SectionId::Permissions,
];

/// Everything that is open, in the document's order. Advice is nothing that holds anybody up.
pub fn steps(report: &Report) -> Vec<Step> {
    ORDER.iter().flat_map(|section| of_section(report, *section)).collect()
}

/// Everyone whose turn it is, each with what is theirs.
pub fn by_actor(report: &Report) -> Vec<(Actor, Vec<Step>)> {
    let steps = steps(report);
    let of = |who: &Actor| steps.iter().copied().filter(|step| step.who == *who).collect();
    let all = Actor::ALL.iter().map(|who| (*who, of(who)));
    all.filter(|(_, steps): &(Actor, Vec<Step>)| !steps.is_empty()).collect()
}

fn of_section(report: &Report, section: SectionId) -> Vec<Step> {
    let mut steps = match section {
        SectionId::License => license(report),
        SectionId::Resources => rows(report),
        _ => Vec::new(),
    };
    let checks = report.checks.iter().filter(|check| check.section == section);
    steps.extend(checks.filter_map(check));
    steps
}

fn check(check: &Check) -> Option<Step> {
    let is_failing = match check.outcome {
        Outcome::Fail => true,
        Outcome::Open => false,
        Outcome::Pass | Outcome::Advice => return None,
    };
    Some(Step { item: Item::Check(check.id), who: of_check(check.id), is_failing })
}

fn rows(report: &Report) -> Vec<Step> {
    let open = report.resources.iter().filter_map(|row| {
        let is_failing = match row.status {
            Status::Short => true,
            Status::Unverified | Status::Missing => false,
            Status::Met | Status::Unlimited => return None,
        };
        Some(Step { item: Item::Row(row.id), who: Actor::CloudAdministrator, is_failing })
    });
    open.collect()
}

/// Each field that is missing is a question of its own.
fn license(report: &Report) -> Vec<Step> {
    let license = &report.license;
    let Some(who) = of_license(license.state) else { return Vec::new() };
    if matches!(license.state, LicenseState::Expired | LicenseState::NotStarted) {
        return vec![Step { item: Item::License, who, is_failing: true }];
    }
    let missing = license.missing().into_iter();
    missing.map(|field| Step { item: Item::LicenseField(field), who, is_failing: false }).collect()
}
