//! In which account, and in which Region.

use super::answered;
use crate::decide::resources::Known;
use crate::mask::mask_account;
use crate::report::{Answer, Outcome};
use crate::text::Reason;

pub fn account(known: &Known<'_>, answer: Option<Answer>, include_ids: bool) -> (Outcome, Reason) {
    match (answer, known.accounts.named.as_slice()) {
        (None, [_, ..]) => {
            let named: Vec<String> = match &known.accounts.counts {
                Some(account) => vec![mask_account(account, include_ids)],
                None => known
                    .accounts
                    .named
                    .iter()
                    .map(|account| mask_account(account, include_ids))
                    .collect(),
            };
            (Outcome::Pass, Reason::AccountNamed { account: named.join(", ").into() })
        }
        (answer, _) => answered(answer, Reason::AccountUnknown),
    }
}

pub fn one_account(known: &Known<'_>) -> (Outcome, Reason) {
    if known.accounts.undecided() {
        let masked: Vec<String> =
            known.accounts.named.iter().map(|account| mask_account(account, false)).collect();
        return (Outcome::Fail, Reason::WhichAccount { accounts: masked.join(", ").into() });
    }
    let reason =
        if known.accounts.named.is_empty() { Reason::NoAccountNamed } else { Reason::OneAccount };
    (Outcome::Pass, reason)
}

pub fn region(known: &Known<'_>) -> (Outcome, Reason) {
    let region = known.region.into();
    if known.profile.regions.contains(&known.region) {
        (Outcome::Pass, Reason::RegionSupported { region })
    } else {
        let supported = known.profile.regions.join(", ").into();
        (Outcome::Fail, Reason::RegionUnsupported { region, supported })
    }
}
