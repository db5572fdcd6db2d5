//! "Try an example": a realistic account, made up.

use time::Duration;

use super::browser::today;
use super::store::Store;
use crate::read::to_iso;
use crate::report::SourceText;

/// What the collector prints in an account whose vCPU quota is too low.
const EXPORT: &str = include_str!("example/cloudshell.txt");

/// A welcome email with made-up values; its dates lie around today.
const EMAIL: &str = include_str!("example/welcome-email.txt");

/// Replaces everything by the example; what was there before can be brought back.
pub fn fill(store: Store) {
    let start = today() - Duration::days(20);
    let email = EMAIL
        .replace("{start}", &to_iso(start))
        .replace("{end}", &to_iso(start + Duration::days(365)));
    let texts = vec![
        SourceText { name: None, text: EXPORT.to_owned() },
        SourceText { name: Some("welcome-email.txt".to_owned()), text: email },
    ];
    store.replace(texts, store.start(), true);
}
