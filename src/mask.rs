//! Numbers and names that a report shows only the end of.

/// All but the last `keep` characters replaced by `•`; all of them where there are no more.
pub fn mask_but_last(text: &str, keep: usize) -> String {
    let length = text.chars().count();
    let hide = if length > keep { length - keep } else { length };
    text.chars().enumerate().map(|(at, c)| if at < hide { '•' } else { c }).collect()
}

/// `••••••••1234`, or the whole number where that is asked for.
pub fn mask_account(account: &str, include_ids: bool) -> String {
    if include_ids { account.to_owned() } else { mask_but_last(account, 4) }
}
