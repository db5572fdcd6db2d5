//! The rows: the first of the contract's rules that fits decides.

use std::collections::BTreeMap;

use time::Date;

use super::account::Accounts;
use super::amounts::{amount, required, unlimited};
use super::evidence::{Evidence, LimitFound, Place, UseFound, show_limit};
use super::stated::StatedRow;
use super::steps::{self, ShortRow};

use crate::data::quotas::{NEAR_MISSES, NearMiss, Quota, Scope, quota_by_code};
use crate::data::regions::is_commercial;
use crate::profile::{Profile, Row};
use crate::quantity::{Quantity, Round, Unit};
use crate::read::{Limit, to_iso};
use crate::report::{
    AlsoQuota, Amount, Basis, Diagnostic, Evidence as Line, QuotaInfo, Resource, ResourceId, Role,
    Severity, Status,
};
use crate::text::Reason;

/// What the rows are decided from.
#[derive(Debug)]
pub struct Known<'a> {
    /// What is needed.
    pub profile: &'a Profile,
    /// Where.
    pub region: &'a str,
    /// When.
    pub today: Date,
    /// Whose.
    pub accounts: &'a Accounts,
    /// What the sources say.
    pub evidence: &'a Evidence,
}

impl Known<'_> {
    /// Whether figures of `quota` can be had at all: a regional one needs a Region that exists.
    fn region_fits(&self, quota: &Quota) -> bool {
        quota.scope == Scope::Global || is_commercial(self.region)
    }

    /// The limit of a quota, where it may count.
    pub fn limit(&self, quota: &Quota) -> Option<LimitFound> {
        self.evidence.limit(quota.quota_code).filter(|_| self.region_fits(quota))
    }

    /// The use of a quota, where it may count.
    pub fn used(&self, quota: &Quota) -> Option<UseFound> {
        self.evidence.used(quota.quota_code).filter(|_| self.region_fits(quota))
    }
}

/// Decides every row of the profile, in its order.
pub fn decide(
    known: &Known<'_>,
    stated: &BTreeMap<ResourceId, StatedRow>,
    notices: &mut Vec<Diagnostic>,
) -> Vec<Judged> {
    let rows = known.profile.rows.iter();
    rows.map(|row| {
        let figures = Figures::of(row, known, stated.get(&row.id).copied().unwrap_or_default());
        let decision = figures.decide(known);
        figures.notices(known, notices);
        Judged {
            free: figures.available(),
            required: figures.required,
            resource: figures.resource(decision, known),
        }
    })
    .collect()
}

/// A row as the report has it, with the exact figures behind it.
#[derive(Debug)]
pub struct Judged {
    /// As in the report.
    pub resource: Resource,
    /// What is free, where that is known.
    pub free: Option<Limit>,
    /// What the profile needs.
    pub required: Quantity,
}

/// Everything known about one row.
struct Figures<'a> {
    row: &'a Row,
    quota: Option<&'static Quota>,
    required: Quantity,
    stated: StatedRow,
    limit: Option<Limit>,
    basis: Option<Basis>,
    limit_place: Option<Place>,
    adjustable: bool,
    used: Option<Quantity>,
    use_place: Option<Place>,
    lower_bound: bool,
    /// It may be less: the use is that of the fullest VPC, and nobody said which one counts, or of
    /// a list that does not tell apart what does not count.
    upper_bound: bool,
}

/// How a row came out.
struct Decision {
    status: Status,
    reason: Reason,
    shortfall: Option<Quantity>,
}

impl<'a> Figures<'a> {
    fn of(row: &'a Row, known: &Known<'_>, stated: StatedRow) -> Figures<'a> {
        let quota = row.governing();
        let found = quota.and_then(|quota| known.limit(quota));
        let counted = quota.and_then(|quota| known.used(quota));
        let region_fits = quota.is_none_or(|quota| known.region_fits(quota));
        let stated_limit = stated.limit.filter(|_| region_fits);
        let in_own_vpc = row.in_own_vpc.then(|| Quantity::new(0, row.unit));
        let counts = |is: fn(UseFound) -> bool| {
            stated.used.is_none() && in_own_vpc.is_none() && counted.is_some_and(is)
        };
        Figures {
            row,
            quota,
            required: row.required(known.profile),
            stated,
            limit: stated_limit.or(found.map(|found| found.limit)),
            basis: stated_limit.map(|_| Basis::Stated).or(found.map(|found| found.basis)),
            limit_place: found.filter(|_| stated_limit.is_none()).map(|found| found.place),
            adjustable: found
                .map_or(quota.is_some_and(|quota| quota.adjustable), |found| found.adjustable),
            used: in_own_vpc.or(stated.used).or(counted.map(|counted| counted.used)),
            use_place: counted
                .filter(|_| in_own_vpc.is_none() && stated.used.is_none())
                .map(|counted| counted.place),
            lower_bound: counts(|counted| counted.lower_bound),
            upper_bound: counts(|counted| counted.upper_bound),
        }
    }

    /// Limit less use, or stated.
    fn available(&self) -> Option<Limit> {
        if let Some(available) = self.stated.available {
            return Some(available);
        }
        match (self.limit?, self.used) {
            (Limit::Unlimited, _) => Some(Limit::Unlimited),
            (Limit::Finite(limit), Some(used)) => Some(Limit::Finite(less(limit, used))),
            // A capacity without a use is taken as what is free.
            (Limit::Finite(limit), None) => self.quota.is_none().then_some(Limit::Finite(limit)),
        }
    }

    fn decide(&self, known: &Known<'_>) -> Decision {
        if self.required.whole == 0 {
            return self.without(Status::Met, Reason::NotNeeded);
        }
        let Some(quota) = self.quota else { return self.decide_by_capacity() };
        if let Some(available) = self.stated.available {
            return self.decide_by_stated(available);
        }
        if known.accounts.undecided() && self.limit.is_none() {
            return self.without(Status::Missing, Reason::AccountUndecided);
        }
        if !known.region_fits(quota) {
            return self
                .without(Status::Missing, Reason::RegionInvalid { region: known.region.into() });
        }
        let Some(limit) = self.limit else { return self.missing(quota) };
        let (shown, required) = (show_limit(limit).into(), self.show_required().into());
        if self.basis == Some(Basis::Default) {
            return self
                .without(Status::Unverified, Reason::LimitDefault { limit: shown, required });
        }
        let Limit::Finite(limit) = limit else {
            return self.without(Status::Met, Reason::LimitUnlimited { quota: quota.name.into() });
        };
        if limit.whole < self.required.whole {
            return self.too_low(limit);
        }
        if self.row.in_own_vpc {
            return self.without(Status::Met, Reason::NothingInUseYet { limit: shown, required });
        }
        match self.used {
            None => self.without(Status::Unverified, Reason::UseUnknown { limit: shown, required }),
            Some(used) => self.decide_by_free(limit, used),
        }
    }

    /// No quota governs the row: only what a person states decides it.
    fn decide_by_capacity(&self) -> Decision {
        match self.available() {
            None => self
                .without(Status::Unlimited, Reason::NoQuota { service: self.row.service.into() }),
            Some(available) => {
                let (available, required, short) = self.against(available);
                match short {
                    None => self.without(Status::Met, Reason::CapacityMet { available, required }),
                    Some(by) => self.short(by, |shortfall| Reason::CapacityShort {
                        available,
                        required,
                        shortfall,
                    }),
                }
            }
        }
    }

    fn decide_by_stated(&self, available: Limit) -> Decision {
        let (available, required, short) = self.against(available);
        match short {
            None => self.without(Status::Met, Reason::AvailableMet { available, required }),
            Some(by) => self.short(by, |shortfall| Reason::AvailableShort {
                available,
                required,
                shortfall,
            }),
        }
    }

    /// What is free and what is needed, as sentences have them, and by how much it falls short.
    fn against(
        &self,
        available: Limit,
    ) -> (crate::text::Param, crate::text::Param, Option<Quantity>) {
        let short = match available {
            Limit::Finite(free) if free.whole < self.required.whole => {
                Some(less(self.required.in_unit_of(free), free))
            }
            _ => None,
        };
        (show_limit(available).into(), self.show_required().into(), short)
    }

    fn missing(&self, quota: &Quota) -> Decision {
        let name = quota.name.into();
        let reason = match self.used.filter(|_| !self.row.in_own_vpc) {
            Some(used) => {
                Reason::LimitMissingUseKnown { quota: name, used: self.show_used(used).into() }
            }
            None => Reason::LimitMissing { quota: name, service: quota.service_code.into() },
        };
        self.without(Status::Missing, reason)
    }

    fn too_low(&self, limit: Quantity) -> Decision {
        let (shown, required) =
            (show_limit(Limit::Finite(limit)).into(), self.show_required().into());
        match self.used.filter(|_| !self.row.in_own_vpc) {
            None => {
                let by = less(self.required.in_unit_of(limit), limit);
                self.short(by, |shortfall| Reason::LimitShort { limit: shown, required, shortfall })
            }
            Some(used) => {
                let free = less(limit, used);
                let by = less(self.required.in_unit_of(limit), free);
                self.short(by, |shortfall| Reason::LimitShortUseKnown {
                    limit: shown,
                    used: self.show_used(used).into(),
                    available: show_limit(Limit::Finite(free)).into(),
                    required,
                    shortfall,
                })
            }
        }
    }

    fn decide_by_free(&self, limit: Quantity, used: Quantity) -> Decision {
        let free = less(limit, used);
        let (shown, in_use) =
            (show_limit(Limit::Finite(limit)).into(), self.show_used(used).into());
        let (available, required) =
            (show_limit(Limit::Finite(free)).into(), self.show_required().into());
        if free.whole < self.required.whole && self.upper_bound {
            let is_of_vpc = self.quota.is_some_and(|quota| quota.scope == Scope::Vpc);
            let reason = if is_of_vpc {
                Reason::WhichVpc { limit: shown, used: in_use, required }
            } else {
                Reason::UseUpperBound { limit: shown, used: in_use, required }
            };
            return self.without(Status::Unverified, reason);
        }
        if free.whole < self.required.whole {
            let by = less(self.required.in_unit_of(limit), free);
            return self.short(by, |shortfall| Reason::FreeShort {
                limit: shown,
                used: in_use,
                available,
                required,
                shortfall,
            });
        }
        if self.lower_bound {
            return self.without(
                Status::Unverified,
                Reason::UseLowerBound { limit: shown, used: in_use, required },
            );
        }
        self.without(
            Status::Met,
            Reason::FreeEnough { limit: shown, used: in_use, available, required },
        )
    }

    fn without(&self, status: Status, reason: Reason) -> Decision {
        Decision { status, reason, shortfall: None }
    }

    fn short(&self, by: Quantity, reason: impl FnOnce(crate::text::Param) -> Reason) -> Decision {
        let shown = by.show_both(self.row.unit, Round::Up);
        Decision { status: Status::Short, reason: reason(shown.into()), shortfall: Some(by) }
    }

    fn show_required(&self) -> String {
        self.required.show_both(self.quota_unit().unwrap_or(self.required.unit), Round::Up)
    }

    fn show_used(&self, used: Quantity) -> String {
        used.show(used.unit, Round::Up)
    }

    fn quota_unit(&self) -> Option<Unit> {
        self.quota.map(|quota| quota.unit)
    }
}

impl<'a> Figures<'a> {
    /// What there is to say beside the row itself.
    fn notices(&self, known: &Known<'_>, notices: &mut Vec<Diagnostic>) {
        let Some(quota) = self.quota else { return };
        let mut say = |severity, reason| notices.push(Diagnostic::new(severity, reason));
        if let (Some(Basis::Default), Some(limit)) = (self.basis, self.limit) {
            let limit = show_limit(limit).into();
            say(Severity::Info, Reason::DefaultUsed { quota: quota.name.into(), limit });
        }
        let found = known.limit(quota).filter(|_| self.basis == Some(Basis::Report));
        if let Some(day) = found.and_then(|found| found.as_of) {
            let days = (known.today - day).whole_days().max(0);
            let (quota, date) = (quota.name.into(), to_iso(day).into());
            say(Severity::Info, Reason::ReportAge { quota, date, days: days.into() });
        }
        if self.row.in_own_vpc && self.stated.used.is_some() {
            say(Severity::Info, Reason::StatedUseNotCounted { row: self.row.id.as_str().into() });
        }
        if self.limit.is_none() && self.stated.available.is_none() {
            for found in self.near(known) {
                say(
                    Severity::Warning,
                    Reason::NearMiss { found: found.into(), wanted: quota.name.into() },
                );
            }
        }
    }

    /// Names of quotas that were given and that people take for this row's.
    fn near(&self, known: &Known<'_>) -> Vec<&'static str> {
        let beside = self.row.also.iter().filter_map(|code| quota_by_code(code));
        let given = beside.filter(|quota| known.limit(quota).is_some()).map(|quota| quota.name);
        let given_too = |miss: &&NearMiss| known.evidence.near_misses.contains(&miss.quota_code);
        let meant = NEAR_MISSES.iter().filter(|miss| Some(miss.meant) == self.row.quota);
        let meant = meant.filter(given_too).map(|miss| miss.name);
        given.chain(meant).collect()
    }

    fn resource(self, decision: Decision, known: &Known<'_>) -> Resource {
        let Decision { status, reason, shortfall } = decision;
        let unit = self.row.unit;
        let short = shortfall.map(|by| steps::decide(&self.as_short(by), known));
        let (remedy, steps) = short.unwrap_or_default();
        Resource {
            id: self.row.id,
            label: self.row.label.to_owned(),
            service: self.row.service.to_owned(),
            status,
            required: required(self.required, unit, self.quota_unit()),
            limit: self.limit.map(|limit| show(limit, unit)),
            in_use: self.used.map(|used| amount(used, unit, Round::Up)),
            in_use_is_lower_bound: self.lower_bound,
            available: self.available().map(|available| show(available, unit)),
            shortfall: shortfall.map(|by| amount(by, unit, Round::Up)),
            low_headroom: status == Status::Met && self.leaves_little(),
            quota: self.quota.map(quota_info),
            basis: self.basis,
            also: self.also(known),
            evidence: self.lines(),
            explanation: reason.to_string(),
            reason,
            remedy,
            steps,
        }
    }

    fn as_short(&self, shortfall: Quantity) -> ShortRow<'_> {
        let own_limit = match self.limit {
            Some(Limit::Finite(limit)) if self.basis != Some(Basis::Default) => Some(limit),
            _ => None,
        };
        ShortRow {
            row: self.row,
            quota: self.quota,
            required: self.required,
            shortfall,
            desired: own_limit.map(|limit| self.desired(limit, shortfall)),
            adjustable: self.adjustable,
            is_stated: self.stated.used.is_some() || self.stated.available.is_some(),
        }
    }

    /// The limit to ask for, in base units: what is in use and what is needed on top of it.
    fn desired(&self, limit: Quantity, shortfall: Quantity) -> i128 {
        let used = self.used.map_or(0, |used| used.whole);
        let by_use = used + self.required.whole;
        // Stated free capacity implies a use of its own.
        let by_available = limit.whole + shortfall.whole;
        if self.stated.available.is_some() { by_use.max(by_available) } else { by_use }
    }

    /// Less than a fifth of the limit is left once the profile is deployed.
    fn leaves_little(&self) -> bool {
        match (self.limit, self.available()) {
            (Some(Limit::Finite(limit)), Some(Limit::Finite(free))) => {
                let left = free.whole - self.required.whole;
                left * 5 < limit.whole
            }
            _ => false,
        }
    }

    fn also(&self, known: &Known<'_>) -> Vec<AlsoQuota> {
        let beside = self.row.also.iter().filter_map(|code| quota_by_code(code));
        beside
            .map(|quota| AlsoQuota {
                quota_code: quota.quota_code,
                quota_name: quota.name,
                limit: known.limit(quota).map(|found| show(found.limit, self.row.unit)),
                in_use: known.used(quota).map(|found| amount(found.used, self.row.unit, Round::Up)),
            })
            .collect()
    }

    fn lines(&self) -> Vec<Line> {
        let line = |place: Place, role| Line { source: place.source, line: place.line, role };
        let limit = self.limit_place.map(|place| line(place, Role::Limit));
        let used = self.use_place.map(|place| line(place, Role::InUse));
        limit.into_iter().chain(used).collect()
    }
}

fn less(from: Quantity, what: Quantity) -> Quantity {
    Quantity::new(from.whole - what.whole, from.unit)
}

fn show(limit: Limit, unit: Unit) -> Amount {
    match limit {
        Limit::Finite(quantity) => amount(quantity, unit, Round::Down),
        Limit::Unlimited => unlimited(unit),
    }
}

fn quota_info(quota: &'static Quota) -> QuotaInfo {
    QuotaInfo {
        service_code: quota.service_code,
        quota_code: quota.quota_code,
        quota_name: quota.name,
        scope: match quota.scope {
            Scope::Region => "region",
            Scope::Global => "global",
            Scope::Vpc => "vpc",
            Scope::Zone => "zone",
        },
    }
}
