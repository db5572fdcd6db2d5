//! Room for the deployment's policy on each of its roles.

use std::cmp::Reverse;

use super::command::attached_command;
use super::room::show;
use crate::data::iam_names::{IAM_NAMES, IamName, Kind, attachment_to};
use crate::data::quotas::quota_by_code;
use crate::decide::evidence::show_limit;
use crate::decide::resources::Known;
use crate::read::Limit;
use crate::report::{Basis, Outcome};
use crate::text::{Param, Reason};

/// A role that does not exist yet has nothing attached; of one that does, a pasted list tells.
pub fn room_on_each_role(known: &Known<'_>, code: &'static str, need: i64) -> (Outcome, Reason) {
    let quota = quota_by_code(code);
    let name = || Param::from(quota.map_or(code, |quota| quota.name));
    let found = quota.and_then(|quota| known.limit(quota));
    let limit = match found.filter(|found| found.basis != Basis::Default).map(|found| found.limit) {
        None => return (Outcome::Advice, Reason::RoomUnknown { quota: name() }),
        Some(limit) => limit,
    };
    let allowed = match limit {
        Limit::Finite(limit) => limit.whole,
        Limit::Unlimited => i128::MAX,
    };
    let shown = || Param::from(show_limit(limit));
    if allowed < i128::from(need) {
        let reason = Reason::RoomLimitTooLow { quota: name(), limit: shown(), need: need.into() };
        return (Outcome::Fail, reason);
    }
    let roles = || IAM_NAMES.iter().filter(|name| name.kind == Kind::Role);
    let fullest = roles().filter_map(|role| On::of(known, role, need)).max_by_key(On::fullness);
    let unknown = roles().find(|role| is_unknown(known, role));
    match (fullest, unknown) {
        (Some(on), _) if on.is_short(allowed) => {
            let available = show(allowed - on.count as i128).into();
            let (role, attached) = (on.role.into(), on.count.into());
            let (quota, limit, need) = (name(), shown(), need.into());
            let reason = Reason::AttachedShort { quota, limit, role, attached, available, need };
            (Outcome::Fail, reason)
        }
        (_, Some(role)) => {
            let (role, command) = (role.name.into(), attached_command(role.name).into());
            let reason = Reason::AttachedUnknown { quota: name(), limit: shown(), role, command };
            (Outcome::Advice, reason)
        }
        (Some(On { role, policy: Some(policy), count, .. }), None) => {
            let (role, policy, attached) = (role.into(), policy.into(), count.into());
            let (quota, limit) = (name(), shown());
            (Outcome::Pass, Reason::AttachedAlready { quota, limit, role, policy, attached })
        }
        (Some(on), None) => {
            let available = match limit {
                Limit::Finite(limit) => Param::from(show(limit.whole - on.count as i128)),
                Limit::Unlimited => shown(),
            };
            let (role, attached) = (on.role.into(), on.count.into());
            let (quota, limit, need) = (name(), shown(), need.into());
            let reason = Reason::AttachedRoom { quota, limit, role, attached, available, need };
            (Outcome::Pass, reason)
        }
        (None, None) => {
            (Outcome::Pass, Reason::RolesNew { quota: name(), limit: shown(), need: need.into() })
        }
    }
}

/// What a pasted list says of a role.
struct On {
    role: &'static str,
    count: usize,
    /// The deployment's own policy, where it is attached already.
    policy: Option<&'static str>,
    /// How many more are needed.
    need: i64,
}

impl On {
    fn of(known: &Known<'_>, role: &'static IamName, need: i64) -> Option<On> {
        let found = known.evidence.shown.attached.iter().find(|known| known.role == role)?;
        let policy = attachment_to(role.name).filter(|_| found.has_own).map(|own| own.policy);
        let need = if policy.is_some() { 0 } else { need };
        Some(On { role: role.name, count: found.count, policy, need })
    }

    /// The role with the least room left comes last; of equals the first.
    fn fullness(&self) -> (i128, Reverse<&'static str>) {
        (self.wanted(), Reverse(self.role))
    }

    fn is_short(&self, limit: i128) -> bool {
        self.wanted() > limit && self.need > 0
    }

    fn wanted(&self) -> i128 {
        self.count as i128 + i128::from(self.need)
    }
}

/// Whether a role exists already and what is attached to it is not known.
fn is_unknown(known: &Known<'_>, role: &'static IamName) -> bool {
    let shown = known.evidence.shown.attached.iter().find(|known| known.role == role);
    match shown {
        Some(shown) => !shown.whole && !shown.has_own,
        None => known.evidence.taken.contains(&role),
    }
}
