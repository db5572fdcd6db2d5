//! Room under a quota beside those of the rows.

use crate::data::quotas::quota_by_code;
use crate::decide::evidence::show_limit;
use crate::decide::resources::{Judged, Known};
use crate::quantity::{MOST_EXACT, Quantity, Round, Unit};
use crate::read::Limit;
use crate::report::{Basis, Outcome, ResourceId, Status};
use crate::text::{Param, Reason};

/// Whether `need` more fit under a quota; a limit that is only AWS's default proves nothing.
pub fn room(known: &Known<'_>, code: &'static str, need: i64, short: Outcome) -> (Outcome, Reason) {
    if need == 0 {
        return (Outcome::Pass, Reason::NoneMade);
    }
    let quota = quota_by_code(code);
    let name = Param::from(quota.map_or(code, |quota| quota.name));
    let found = quota.and_then(|quota| known.limit(quota));
    let used = quota.and_then(|quota| known.used(quota));
    let wanted = Param::from(need);
    let limit = match found.filter(|found| found.basis != Basis::Default).map(|found| found.limit) {
        None => return (Outcome::Advice, Reason::RoomUnknown { quota: name }),
        Some(Limit::Unlimited) => {
            let available = show_limit(Limit::Unlimited).into();
            return (Outcome::Pass, Reason::Room { quota: name, available, need: wanted });
        }
        Some(Limit::Finite(limit)) => limit.whole,
    };
    if limit < i128::from(need) {
        let limit = show(limit).into();
        return (short, Reason::RoomLimitTooLow { quota: name, limit, need: wanted });
    }
    let shown = show(limit).into();
    let Some(used) = used else {
        return (
            Outcome::Advice,
            Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted },
        );
    };
    let free = limit - used.used.whole;
    let available = show(free).into();
    if free < i128::from(need) && used.upper_bound {
        (Outcome::Advice, Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted })
    } else if free < i128::from(need) {
        (short, Reason::RoomShort { quota: name, available, need: wanted })
    } else if used.lower_bound {
        (Outcome::Advice, Reason::RoomUseUnknown { quota: name, limit: shown, need: wanted })
    } else {
        (Outcome::Pass, Reason::Room { quota: name, available, need: wanted })
    }
}

pub fn show(whole: i128) -> String {
    Quantity::new(whole, Unit::Count).show(Unit::Count, Round::Down)
}

/// Room for one more of the largest instances once everything runs.
pub fn surge(known: &Known<'_>, rows: &[Judged]) -> (Outcome, Reason) {
    let surge = known.profile.largest().map_or(0, |kind| kind.vcpu);
    let row = rows.iter().find(|row| row.resource.id == ResourceId::Vcpu);
    let met = row.filter(|row| row.resource.status == Status::Met);
    let left = match met.map(|row| (row.free, row.required)) {
        None | Some((None, _)) => {
            return (Outcome::Advice, Reason::SurgeUnknown { surge: surge.into() });
        }
        Some((Some(Limit::Unlimited), _)) => i128::MAX,
        Some((Some(Limit::Finite(free)), required)) => free.whole - required.whole,
    };
    let shown = i64::try_from(left).ok().filter(|left| *left < MOST_EXACT);
    let shown = shown.map_or_else(|| "∞".into(), Param::from);
    if known.profile.surge {
        return (Outcome::Pass, Reason::SurgeCounted { left: shown, surge: surge.into() });
    }
    if left >= i128::from(surge) {
        (Outcome::Pass, Reason::SurgeRoom { left: shown, surge: surge.into() })
    } else {
        (Outcome::Advice, Reason::SurgeNoRoom { left: shown, surge: surge.into() })
    }
}
