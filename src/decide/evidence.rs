//! Which facts count, and which of several about one thing does.

use time::Date;

use super::account::Accounts;
use super::shown::Shown;
use crate::data::iam_names::{IamName, Kind as IamKind};
use crate::data::quotas::{Quota, Scope, near_miss, quota_by_code};
use crate::data::regions::is_other_partition;
use crate::mask::mask_account;
use crate::profile::Profile;
use crate::quantity::{Quantity, Round};
use crate::read::secrets::Kind;
use crate::read::{Counted, Fact, Limit, Reading, Request, What, Within};
use crate::report::{Basis, Diagnostic, Severity};
use crate::text::Reason;

/// A limit that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimitFound {
    /// How much.
    pub limit: Limit,
    /// Whose value it is.
    pub basis: Basis,
    /// Whether AWS raises it.
    pub adjustable: bool,
    /// Of one resource only.
    pub resource_level: bool,
    /// The day of the figure, where a report says it.
    pub as_of: Option<Date>,
    /// Source and line.
    pub place: Place,
}

/// A use that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UseFound {
    /// How much.
    pub used: Quantity,
    /// It may be more.
    pub lower_bound: bool,
    /// From the service's own list, or by a report.
    pub counted: Counted,
    /// It may be less: what counts is only a part of it.
    pub upper_bound: bool,
    /// Source and line.
    pub place: Place,
}

/// Source, from 0, and line, from 1; later places are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the source.
    pub source: usize,
    /// Line in it.
    pub line: u32,
}

/// For each quota, the limit and the use that count.
#[derive(Debug, Default)]
pub struct Evidence {
    limits: Vec<(&'static Quota, LimitFound)>,
    uses: Vec<(&'static Quota, UseFound)>,
    /// Uses of each VPC by itself.
    in_vpcs: Vec<(&'static Quota, String, UseFound)>,
    /// Uses by owner, of the list that is being taken: it shows what others share.
    owned: Vec<Owned>,
    /// Codes that people take for another quota's.
    pub near_misses: Vec<&'static str>,
    /// Policies and roles of names that the deployment wants.
    pub taken: Vec<&'static IamName>,
    /// Which of the two were listed, and whether the list is whole.
    pub listed: Vec<(IamKind, bool)>,
    /// What the sources say that is about no quota.
    pub shown: Shown,
}

/// What one account owns of a list that shows what others share, too.
#[derive(Debug)]
struct Owned {
    quota: &'static Quota,
    owner: String,
    found: UseFound,
    /// Source and document of the list.
    list: (usize, u32),
}

impl Evidence {
    /// Takes the facts that are about the right account and Region, and of several about one
    /// quota the one that counts, with a notice where others said something else.
    pub fn gather(
        readings: &[&Reading],
        accounts: &Accounts,
        region: &str,
        profile: &Profile,
        notices: &mut Vec<Diagnostic>,
    ) -> Evidence {
        let mut evidence = Evidence::default();
        let mut elsewhere = Elsewhere::default();
        let mut facts: Vec<(usize, &Fact)> = Vec::new();
        for (source, reading) in readings.iter().enumerate() {
            let counted = reading.facts.iter();
            let counted = counted.filter(|fact| elsewhere.counts(fact, accounts, region, profile));
            facts.extend(counted.map(|fact| (source, fact)));
        }
        let owners = Owners::of(&facts, accounts);
        for (source, fact) in facts {
            let place = Place { source, line: fact.line };
            evidence.take(fact, place, &owners, notices);
        }
        evidence.take_owned(&owners, notices);
        owners.ask(notices);
        if let Some(vpc) = profile.existing_vpc.as_deref().filter(|vpc| !vpc.is_empty()) {
            evidence.take_vpc(vpc);
        }
        let mut about_scope = elsewhere.notices(accounts, region);
        about_scope.append(notices);
        *notices = about_scope;
        evidence
    }

    /// The limit of this quota.
    pub fn limit(&self, quota_code: &str) -> Option<LimitFound> {
        self.limits.iter().find(|(quota, _)| quota.quota_code == quota_code).map(|found| found.1)
    }

    /// The use of this quota.
    pub fn used(&self, quota_code: &str) -> Option<UseFound> {
        self.uses.iter().find(|(quota, _)| quota.quota_code == quota_code).map(|found| found.1)
    }

    fn take(&mut self, fact: &Fact, place: Place, owners: &Owners, notices: &mut Vec<Diagnostic>) {
        let list = (place.source, fact.document);
        // The list ends with its document, and what counts is settled before what comes later.
        if self.owned.first().is_some_and(|owned| owned.list != list) {
            self.take_owned(owners, notices);
        }
        match fact.what {
            What::Limit { quota, limit, basis, resource_level, adjustable } => {
                let adjustable = adjustable.unwrap_or(quota.adjustable);
                let as_of = fact.as_of;
                let found = LimitFound { limit, basis, adjustable, resource_level, as_of, place };
                self.take_limit(quota, found, notices);
            }
            What::Use { quota, used, lower_bound, counted, ref within } => {
                let upper_bound = matches!(within, Within::AllZones | Within::AtMost);
                let found = UseFound { used, lower_bound, counted, upper_bound, place };
                match within {
                    Within::Zone(_) => self.take_fullest(quota, found),
                    Within::Everything | Within::AllZones | Within::AtMost => {
                        self.take_use(quota, found, notices);
                    }
                    Within::Vpc(vpc) => {
                        self.in_vpcs.push((quota, vpc.clone(), found));
                        self.take_fullest(quota, UseFound { upper_bound: true, ..found });
                    }
                    Within::Owner(owner) => {
                        self.owned.push(Owned { quota, owner: owner.clone(), found, list });
                    }
                }
            }
            What::Taken(name) => {
                if !self.taken.contains(&name) {
                    self.taken.push(name);
                }
            }
            What::Listed { kind, whole } => self.listed.push((kind, whole)),
            What::NearMiss { quota_code } => {
                if !self.near_misses.contains(&quota_code) {
                    self.near_misses.push(quota_code);
                }
            }
            ref about_no_quota => self.shown.take(about_no_quota),
        }
    }
}

impl Evidence {
    /// Service Quotas before reports before defaults, the account's row before one resource's;
    /// of equals the later paste wins, and a notice says so.
    fn take_limit(
        &mut self,
        quota: &'static Quota,
        found: LimitFound,
        notices: &mut Vec<Diagnostic>,
    ) {
        let Some((_, kept)) = self.limits.iter_mut().find(|(known, _)| *known == quota) else {
            return self.limits.push((quota, found));
        };
        if found.rank() < kept.rank() {
            return;
        }
        if found.rank() == kept.rank() && found.limit != kept.limit {
            // Of a quota that is given many times the last two values are enough to know.
            notices.retain(|notice| {
                !matches!(&notice.reason, Reason::LaterPasteWins { quota: name, .. } if *name == quota.name.into())
            });
            notices.push(Diagnostic::new(
                Severity::Warning,
                Reason::LaterPasteWins {
                    quota: quota.name.into(),
                    kept: show_limit(found.limit).into(),
                    dropped: show_limit(kept.limit).into(),
                },
            ));
        }
        *kept = found;
    }

    fn take_use(&mut self, quota: &'static Quota, found: UseFound, notices: &mut Vec<Diagnostic>) {
        let Some((_, kept)) = self.uses.iter_mut().find(|(known, _)| *known == quota) else {
            return self.uses.push((quota, found));
        };
        if found.counted != kept.counted {
            // A list beats a report, but one that may be cut only where it shows more.
            let (list, report) =
                if found.counted == Counted::FromList { (found, *kept) } else { (*kept, found) };
            let report_knows_more = list.lower_bound && report.used.whole >= list.used.whole;
            *kept = if report_knows_more { report } else { list };
            return;
        }
        // A part of a list that shows no more contradicts nothing, but there may be more by now.
        if found.lower_bound && found.used.whole <= kept.used.whole {
            kept.lower_bound = true;
            return;
        }
        if found.used.whole != kept.used.whole {
            notices.retain(|notice| {
                !matches!(&notice.reason, Reason::LaterUseWins { quota: name, .. } if *name == quota.name.into())
            });
            notices.push(Diagnostic::new(
                Severity::Warning,
                Reason::LaterUseWins {
                    quota: quota.name.into(),
                    kept: found.used.show(found.used.unit, Round::Up).into(),
                    dropped: kept.used.show(kept.used.unit, Round::Up).into(),
                },
            ));
        }
        let is_same = kept.used.whole == found.used.whole;
        *kept = UseFound { lower_bound: found.lower_bound || kept.lower_bound && is_same, ..found };
    }

    /// Of a quota that each VPC has for itself, the use of the fullest one.
    fn take_fullest(&mut self, quota: &'static Quota, found: UseFound) {
        match self.uses.iter_mut().find(|(known, _)| *known == quota) {
            None => self.uses.push((quota, found)),
            Some((_, kept)) if found.used.whole > kept.used.whole => *kept = found,
            Some(_) => {}
        }
    }

    /// Of a quota that each VPC has for itself, the use of this one; what a list does not name has
    /// none.
    fn take_vpc(&mut self, vpc: &str) {
        for (quota, kept) in &mut self.uses {
            let in_vpcs = || self.in_vpcs.iter().filter(|(known, _, _)| known == quota);
            let Some((_, _, first)) = in_vpcs().next() else { continue };
            let own = in_vpcs().rfind(|(_, known, _)| known == vpc).map(|(_, _, found)| *found);
            let nothing = UseFound {
                used: Quantity::new(0, first.used.unit),
                lower_bound: in_vpcs().any(|(_, _, found)| found.lower_bound),
                ..*first
            };
            *kept = own.unwrap_or(nothing);
        }
    }

    /// Of what several accounts own and share, only the account's own counts: of one list.
    fn take_owned(&mut self, owners: &Owners, notices: &mut Vec<Diagnostic>) {
        let list = std::mem::take(&mut self.owned);
        for of_quota in list.chunk_by(|one, other| one.quota == other.quota) {
            let first = &of_quota[0];
            let own = match owners.own(first.quota) {
                Own::Known(account) => of_quota.iter().find(|owned| owned.owner == account),
                Own::Only => Some(first),
                Own::Unknown => continue,
            };
            let used = Quantity::new(0, first.found.used.unit);
            let nothing = UseFound { used, ..first.found };
            // A list that breaks off does so for each of them.
            self.take_use(first.quota, own.map_or(nothing, |own| own.found), notices);
        }
    }
}

/// Who owns what is listed, and which of them counts.
struct Owners {
    account: Option<String>,
    /// Quotas of whose lists nobody knows what is the account's own.
    unknown: Vec<&'static Quota>,
}

enum Own<'o> {
    /// This account's.
    Known(&'o str),
    /// All of it has one owner.
    Only,
    /// It has several, and no account is known.
    Unknown,
}

impl Owners {
    fn of(facts: &[(usize, &Fact)], accounts: &Accounts) -> Owners {
        let mut seen: Vec<(&'static Quota, &str)> = Vec::new();
        let mut unknown: Vec<&'static Quota> = Vec::new();
        for (_, fact) in facts {
            let What::Use { quota, within: Within::Owner(ref owner), .. } = fact.what else {
                continue;
            };
            match seen.iter().find(|(known, _)| *known == quota) {
                None => seen.push((quota, owner)),
                Some((_, first)) if first == owner || unknown.contains(&quota) => {}
                Some(_) => unknown.push(quota),
            }
        }
        let account = accounts.counts.clone();
        Owners { unknown: if account.is_some() { Vec::new() } else { unknown }, account }
    }

    fn own(&self, quota: &'static Quota) -> Own<'_> {
        match &self.account {
            Some(account) => Own::Known(account),
            None if self.unknown.contains(&quota) => Own::Unknown,
            None => Own::Only,
        }
    }

    /// Asks whose what is that several own.
    fn ask(&self, notices: &mut Vec<Diagnostic>) {
        notices.extend(self.unknown.iter().map(|quota| {
            let reason = Reason::OwnerUnknown { quota: quota.name.into() };
            Diagnostic::new(Severity::Warning, reason)
        }));
    }
}

impl LimitFound {
    fn rank(&self) -> (u8, bool) {
        let class = match self.basis {
            Basis::Stated => 3,
            Basis::Applied => 2,
            Basis::Report => 1,
            Basis::Default => 0,
        };
        (class, !self.resource_level)
    }
}

/// A limit in its own unit.
pub fn show_limit(limit: Limit) -> String {
    match limit {
        Limit::Finite(quantity) => quantity.show(quantity.unit, Round::Down),
        Limit::Unlimited => "Unlimited".to_owned(),
    }
}

/// What is about another account or Region, or does not say which Region it is about.
#[derive(Default)]
struct Elsewhere {
    other_account: usize,
    other_regions: Vec<String>,
    in_other_regions: usize,
    region_assumed: usize,
}

impl Elsewhere {
    /// Whether a fact counts; what does not is remembered for the notices.
    fn counts(
        &mut self,
        fact: &Fact,
        accounts: &Accounts,
        region: &str,
        profile: &Profile,
    ) -> bool {
        let quota = match fact.what {
            What::Limit { quota, .. } | What::Use { quota, .. } => quota,
            What::NearMiss { quota_code } => {
                let meant = near_miss(quota_code).and_then(|miss| quota_by_code(miss.meant));
                let scope = meant.map_or(Scope::Region, |quota| quota.scope);
                return self.is_here(fact, scope, accounts, region);
            }
            What::Taken(_) | What::Listed { .. } => {
                return self.is_here(fact, Scope::Global, accounts, region);
            }
            What::Attached { .. } | What::Simulated { .. } => {
                return self.is_here(fact, Scope::Global, accounts, region);
            }
            What::Offered { ref kind, .. } => {
                let is_deployed = profile.instances.iter().any(|(name, _)| name == kind);
                return is_deployed && self.is_here(fact, Scope::Zone, accounts, region);
            }
            What::OfferingsListed { .. } => {
                return fact.region.as_deref().is_none_or(|named| named == region);
            }
            // No figures: what of them is elsewhere is no news beside the lists that they stand in.
            What::Idle { quota, .. } => return is_here(fact, quota.scope, accounts, region),
            What::DefaultVpc(_) | What::InVpc(_) | What::InstancesPlaced => {
                return is_here(fact, Scope::Region, accounts, region);
            }
            What::Requested(Request { quota, .. }) => quota,
            What::License { .. } | What::Account | What::Terraform(_) => return true,
        };
        profile.needs_quota(quota.quota_code) && self.is_here(fact, quota.scope, accounts, region)
    }

    fn is_here(&mut self, fact: &Fact, scope: Scope, accounts: &Accounts, region: &str) -> bool {
        if !accounts.count(fact.account.as_deref()) {
            self.other_account += 1;
            return false;
        }
        match fact.region.as_deref() {
            Some(named) => {
                let counts = is_region(named, scope, region);
                if !counts {
                    self.in_other_regions += 1;
                    if !self.other_regions.iter().any(|known| known == named) {
                        self.other_regions.push(named.to_owned());
                    }
                }
                counts
            }
            None => {
                let is_figure = !matches!(fact.what, What::NearMiss { .. });
                self.region_assumed += usize::from(is_figure && scope != Scope::Global);
                true
            }
        }
    }

    fn notices(mut self, accounts: &Accounts, region: &str) -> Vec<Diagnostic> {
        let mut notices = Vec::new();
        if let Some(account) = accounts.counts.as_deref().filter(|_| self.other_account > 0) {
            let account = mask_account(account, false).into();
            let reason = Reason::OtherAccount { account, count: self.other_account.into() };
            notices.push(Diagnostic::new(Severity::Warning, reason));
        }
        if self.in_other_regions > 0 {
            self.other_regions.sort();
            let reason = Reason::OtherRegion {
                regions: self.other_regions.join(", ").into(),
                region: region.into(),
                count: self.in_other_regions.into(),
            };
            notices.push(Diagnostic::new(Severity::Warning, reason));
        }
        if self.region_assumed > 0 {
            let reason =
                Reason::RegionAssumed { region: region.into(), count: self.region_assumed.into() };
            notices.push(Diagnostic::new(Severity::Info, reason));
        }
        notices
    }
}

/// Whether what is said of the Region `named` counts for `region`.
fn is_region(named: &str, scope: Scope, region: &str) -> bool {
    match scope {
        Scope::Global => is_other_partition(named) == is_other_partition(region),
        Scope::Region | Scope::Vpc | Scope::Zone => named == region,
    }
}

/// Whether a fact is about the right account and Region.
fn is_here(fact: &Fact, scope: Scope, accounts: &Accounts, region: &str) -> bool {
    let of_region = fact.region.as_deref().is_none_or(|named| is_region(named, scope, region));
    of_region && accounts.count(fact.account.as_deref())
}

/// One notice for each kind of credential, in a fixed order.
pub fn secret_notices(readings: &[&Reading]) -> Vec<Diagnostic> {
    let problems = readings.iter().flat_map(|reading| &reading.problems);
    let found: Vec<&Reason> = problems.map(|problem| &problem.reason).collect();
    let reasons = Kind::ALL.iter().map(|kind| Reason::Credential { kind: kind.name().into() });
    let given = reasons.filter(|reason| found.contains(&reason));
    given.map(|reason| Diagnostic::new(Severity::Error, reason)).collect()
}
