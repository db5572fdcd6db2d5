//! What to do about a row that is short, the best way first: free what nothing uses, wait for what
//! was asked for already, ask, or do without AWS where no quota governs.

use super::remedy::remedy;
use super::resources::Known;
use super::shown::Idle;
use crate::data::quotas::Quota;
use crate::profile::Row;
use crate::quantity::{Quantity, Round};
use crate::read::{Request, RequestStatus, to_iso};
use crate::report::{Remedy, RemedyStep, ResourceId};
use crate::text::{Param, Reason};

/// Most resources that a step names; of more, that there are more.
const MOST_NAMED: usize = 5;

/// A row that is short.
pub struct ShortRow<'a> {
    /// Which.
    pub row: &'a Row,
    /// The quota that governs it.
    pub quota: Option<&'static Quota>,
    /// What the profile needs.
    pub required: Quantity,
    /// What is missing.
    pub shortfall: Quantity,
    /// The limit that would be enough, in base units, where the account's own limit is known.
    pub desired: Option<i128>,
    /// Whether AWS raises the limit on request.
    pub adjustable: bool,
    /// Whether somebody stated what is free, beside what was listed.
    pub is_stated: bool,
}

/// The request to make, where one is the way, and every way there is.
pub fn decide(short: &ShortRow<'_>, known: &Known<'_>) -> (Option<Remedy>, Vec<RemedyStep>) {
    let Some(quota) = short.quota else {
        return (None, vec![RemedyStep::new(short.without_quota())]);
    };
    let shown = &known.evidence.shown;
    let request = shown.requests.iter().find(|request| request.quota == quota);
    let asked = request.filter(|request| request.status.is_open());
    let remedy = short
        .desired
        .filter(|_| short.adjustable)
        .and_then(|desired| remedy(short.row.id, quota, desired, known.region))
        .filter(|_| !asked.is_some_and(|request| short.is_enough(request)));
    let mut reasons = Vec::new();
    if !short.is_stated {
        let idle = shown.idle.iter().filter(|idle| idle.quota == quota).collect();
        reasons.extend(short.freeing(idle));
        if short.row.id == ResourceId::Vpc {
            reasons.extend(shown.vpcs.unused_default().map(|vpc| Reason::StepDeleteDefaultVpc {
                vpc: vpc.into(),
                shortfall: short.missing(),
            }));
        }
    }
    let said = request.and_then(|request| short.about(request, quota));
    // AWS takes no second request beside one that is open.
    let asks = short.desired.filter(|_| remedy.is_some() && asked.is_none());
    let asks = asks.map(|desired| Reason::StepAsk {
        quota: quota.name.into(),
        desired: short.show(desired, quota),
    });
    reasons.extend(said);
    reasons.extend(asks);
    // More than AWS can be asked for is nothing that it raises by request either.
    let is_beyond = short.desired.is_some() && remedy.is_none() && asked.is_none();
    if !short.adjustable || is_beyond {
        reasons.push(Reason::StepNotAdjustable { quota: quota.name.into() });
    } else if short.desired.is_none() {
        let (quota, shortfall) = (quota.name.into(), short.missing());
        reasons.push(Reason::StepLimitUnknown { quota, shortfall });
    }
    (remedy, reasons.into_iter().map(RemedyStep::new).collect())
}

impl ShortRow<'_> {
    /// What to do where AWS sets no quota.
    fn without_quota(&self) -> Reason {
        match self.row.id {
            ResourceId::Memory => {
                let required = self.required.show_both(self.row.unit, Round::Up);
                Reason::StepInstances { required: required.into() }
            }
            _ => {
                Reason::StepCapacity { service: self.row.service.into(), shortfall: self.missing() }
            }
        }
    }

    /// What could be freed, naming it.
    fn freeing(&self, idle: Vec<&Idle>) -> Option<Reason> {
        let count = idle.len();
        let first = idle.first()?;
        let names: Vec<&str> = idle.iter().take(MOST_NAMED).map(|idle| idle.id.as_str()).collect();
        let mut named = names.join(", ");
        if count > MOST_NAMED {
            named.push_str(", …");
        }
        let (names, count) = (Param::from(named), count.into());
        Some(match self.row.id {
            ResourceId::BlockStorage => {
                let whole = idle.iter().map(|idle| idle.takes.whole).sum();
                let frees = Quantity::new(whole, first.takes.unit);
                let frees = frees.show(frees.unit, Round::Down).into();
                Reason::StepDeleteVolumes {
                    volumes: names,
                    count,
                    frees,
                    shortfall: self.missing(),
                }
            }
            _ => {
                Reason::StepReleaseAddresses { addresses: names, count, shortfall: self.missing() }
            }
        })
    }

    /// Whether a request is for as much as is needed; without a limit nobody knows how much that is.
    fn is_enough(&self, request: &Request) -> bool {
        self.desired.is_none_or(|desired| request.desired.whole >= desired)
    }

    /// What an earlier request means for this row.
    fn about(&self, request: &Request, quota: &Quota) -> Option<Reason> {
        use RequestStatus::*;
        let asked = self.show(request.desired.whole, quota);
        let day = request.day.map(|day| format!(", {}", to_iso(day))).unwrap_or_default();
        let state = Param::from(format!("{}{day}", request.status.as_str()));
        let (quota_name, desired) = (Param::from(quota.name), asked.clone());
        match request.status {
            Pending | CaseOpened if self.is_enough(request) => {
                Some(Reason::StepPending { quota: quota_name, desired, state })
            }
            Pending | CaseOpened => {
                let desired = self.show(self.desired?, quota);
                Some(Reason::StepPendingLess { quota: quota_name, asked, state, desired })
            }
            Approved if self.is_enough(request) => {
                Some(Reason::StepApproved { quota: quota_name, desired, state })
            }
            // It is part of the limit by now, and says nothing more.
            Approved => None,
            Denied | NotApproved => Some(Reason::StepDenied { quota: quota_name, desired, state }),
            CaseClosed => Some(Reason::StepCaseClosed { quota: quota_name, desired, state }),
            InvalidRequest => None,
        }
    }

    fn missing(&self) -> Param {
        self.shortfall.show_both(self.row.unit, Round::Up).into()
    }

    /// A limit in the quota's own unit, rounded up to a whole number of it as a request is.
    fn show(&self, limit: i128, quota: &Quota) -> Param {
        let size = i128::from(quota.unit.size());
        let whole = Round::Up.divide(limit, size) * size;
        Quantity::new(whole, quota.unit).show(quota.unit, Round::Up).into()
    }
}
