//! In which account, and in which Region.

use super::answered;
use crate::decide::resources::Known;
use crate::mask::mask_account;
use crate::report::{Answer, Outcome};
use crate::text::Reason;

/// Names the account that counts; a chosen one that no source names is not shown by any.
pub fn account(known: &Known<'_>, answer: Option<Answer>, include_ids: bool) -> (Outcome, Reason) {
    let accounts = known.accounts;
    match (answer, &accounts.counts) {
        (None, Some(chosen)) if !accounts.named.contains(chosen) => {
            let account = mask_account(chosen, include_ids).into();
            (Outcome::Open, Reason::AccountNotNamed { account })
        }
        (None, Some(account)) => {
            let account = mask_account(account, include_ids).into();
            (Outcome::Pass, Reason::AccountNamed { account })
        }
        (None, None) if !accounts.named.is_empty() => {
            (Outcome::Pass, Reason::AccountNamed { account: named(known, include_ids).into() })
        }
        _ => answered(answer, Reason::AccountUnknown),
    }
}

/// Several accounts are one question, unless one of them was chosen.
pub fn one_account(known: &Known<'_>, include_ids: bool) -> (Outcome, Reason) {
    let chosen = known.accounts.counts.as_ref();
    match (known.accounts.named.as_slice(), chosen) {
        ([], _) => (Outcome::Pass, Reason::NoAccountNamed),
        ([_], _) => (Outcome::Pass, Reason::OneAccount),
        (several, Some(chosen)) if several.contains(chosen) => {
            let account = mask_account(chosen, include_ids).into();
            let accounts = named(known, include_ids).into();
            (Outcome::Pass, Reason::AccountChosen { account, accounts })
        }
        _ => {
            let accounts = named(known, include_ids).into();
            (Outcome::Fail, Reason::WhichAccount { accounts })
        }
    }
}

/// Every account that the sources name.
fn named(known: &Known<'_>, include_ids: bool) -> String {
    let named = known.accounts.named.iter();
    named.map(|account| mask_account(account, include_ids)).collect::<Vec<_>>().join(", ")
}

pub fn region(known: &Known<'_>) -> (Outcome, Reason) {
    let region = known.region.into();
    if known.profile.regions.iter().any(|region| region == known.region) {
        (Outcome::Pass, Reason::RegionSupported { region })
    } else {
        let supported = known.profile.regions.join(", ").into();
        (Outcome::Fail, Reason::RegionUnsupported { region, supported })
    }
}
