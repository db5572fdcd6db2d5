//! The block that reads the figures in a shell, made of the tables.

use std::fmt::Write;

use super::Wanted;
use crate::data::blocks::{BASH, Block, POWERSHELL};
use crate::data::collector::{
    APPLIED, Count, DEFAULT, IDENTITY, IDENTITY_QUERY, LIMIT_QUERY, NO_VALUE, count_of,
};
use crate::data::quotas::{Quota, Scope};
use crate::data::regions::{GLOBAL, is_commercial};
use crate::text::english;

/// A shell that the block is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// Bash, as AWS CloudShell starts it, and Zsh.
    Bash,
    /// PowerShell, 5.1 and later.
    PowerShell,
}

/// The block: read-only, and printing only codes, limits and counts, one figure a line. A call
/// that is denied does not stop the rest.
pub fn script(wanted: &Wanted, region: &str, shell: Shell) -> String {
    // Nothing but the tables' texts and the name of a Region reaches the shell.
    let region = if is_commercial(region) { region } else { "us-west-2" };
    let Block { head, limit, used, identity, account, calls: [get_limit, get_use], tail } =
        shell.block();
    let head = head.replace("~reads~", english("message.block")).replace("~region~", region);
    let mut block = head;
    if !wanted.limits.is_empty() {
        let limit = limit.replace("~query~", &shell.word(LIMIT_QUERY)).replace("~none~", NO_VALUE);
        let limit = limit.replace("~applied~", &shell.words(APPLIED.call));
        block.push_str(&limit.replace("~default~", &shell.words(DEFAULT.call)));
    }
    if !wanted.uses.is_empty() {
        block.push_str(used);
    }
    let identity = identity.replace("~identity~", &shell.words(IDENTITY));
    block.push_str(&identity.replace("~query~", &shell.word(IDENTITY_QUERY)));
    if !wanted.uses.is_empty() {
        block.push_str(account);
    }
    for quota in &wanted.limits {
        let place = shell.place(quota.scope != Scope::Global);
        let _ = writeln!(block, "{get_limit}{place} {}", shell.quota(quota));
    }
    for quota in &wanted.uses {
        if let Some(count) = count_of(quota.quota_code) {
            let place = shell.place(count.regional);
            let call = shell.list(count);
            let _ = writeln!(block, "{get_use}{place} {} {call}", shell.quota(quota));
        }
    }
    block.push_str(tail);
    block
}

impl Shell {
    fn block(self) -> &'static Block {
        match self {
            Shell::Bash => &BASH,
            Shell::PowerShell => &POWERSHELL,
        }
    }

    /// The Region of a call: the chosen one, or the one in which global services are asked.
    fn place(self, regional: bool) -> String {
        match (self, regional) {
            (Shell::Bash, true) => "\"$region\"".to_owned(),
            (Shell::PowerShell, true) => "$region".to_owned(),
            (_, false) => self.word(GLOBAL),
        }
    }

    fn quota(self, quota: &Quota) -> String {
        self.word(&format!("{}/{}", quota.service_code, quota.quota_code))
    }

    /// The words of a count's call: arguments in Bash, a list in PowerShell.
    fn list(self, count: &Count) -> String {
        let words: Vec<&str> = count.call.iter().copied().chain(["--query", count.query]).collect();
        let words = self.words(&words);
        match self {
            Shell::Bash => words,
            Shell::PowerShell => format!("@({words})"),
        }
    }

    fn words(self, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| self.word(word)).collect();
        words.join(if self == Shell::Bash { " " } else { ", " })
    }

    /// One word, quoted. The tables have no sign that a shell would take for its own.
    fn word(self, word: &str) -> String {
        let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/');
        if word.contains("{account}") {
            return format!("\"{}\"", word.replace("{account}", "$account"));
        }
        match self {
            Shell::Bash if word.chars().all(is_bare) => word.to_owned(),
            Shell::Bash => format!("\"{word}\""),
            Shell::PowerShell => format!("'{}'", word.replace('\'', "''")),
        }
    }
}
