//! Which account the sources are about.

use crate::mask::mask_account;
use crate::read::Reading;
use crate::report::{Diagnostic, Severity};
use crate::text::Reason;

/// The accounts that the sources name, and which one counts.
#[derive(Debug)]
pub struct Accounts {
    /// Every account that a source names, in order of digits.
    pub named: Vec<String>,
    /// The one that counts: chosen, or the only one named.
    pub counts: Option<String>,
}

impl Accounts {
    /// From the readings, and the account that a person chose.
    pub fn of(readings: &[&Reading], chosen: Option<&str>) -> Accounts {
        let mut named: Vec<String> =
            readings.iter().flat_map(|reading| reading.accounts.iter().cloned()).collect();
        named.sort();
        named.dedup();
        let chosen: Option<String> =
            chosen.map(|text| text.chars().filter(char::is_ascii_digit).collect());
        let chosen = chosen.filter(|digits: &String| !digits.is_empty());
        let only = if named.len() == 1 { named.first().cloned() } else { None };
        Accounts { counts: chosen.or(only), named }
    }

    /// Several accounts are named and nobody said which one counts.
    pub fn undecided(&self) -> bool {
        !self.named.is_empty() && self.counts.is_none()
    }

    /// Whether a fact about `account` counts; one that names no account does.
    pub fn count(&self, account: Option<&str>) -> bool {
        account.is_none_or(|account| self.counts.as_deref() == Some(account))
    }

    /// What there is to say about them.
    pub fn notices(&self, include_ids: bool) -> Option<Diagnostic> {
        self.undecided().then(|| {
            let accounts: Vec<String> =
                self.named.iter().map(|account| mask_account(account, include_ids)).collect();
            Diagnostic::new(
                Severity::Error,
                Reason::WhichAccount { accounts: accounts.join(", ").into() },
            )
        })
    }
}
