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

/// `text` with other numbers in place of `accounts`, which are sorted, and other letters in place
/// of `licenses`; each keeps its length and its last four characters, so that it reads as before and
/// a report that masks them is the same.
pub fn without_ids(text: &str, accounts: &[String], licenses: &[String]) -> String {
    let mut text = text.to_owned();
    for (index, account) in accounts.iter().enumerate() {
        let hidden = account.len().saturating_sub(4);
        let stands_in = format!("{index:0hidden$}{}", &account[hidden..]);
        text = text.replace(account.as_str(), &stands_in);
    }
    for license in licenses {
        let hidden = license.chars().count().saturating_sub(4);
        let plain = |(at, c): (usize, char)| match c {
            _ if at >= hidden => c,
            '0'..='9' => '0',
            c if c.is_alphanumeric() => 'X',
            c => c,
        };
        let stands_in: String = license.chars().enumerate().map(plain).collect();
        text = text.replace(license.as_str(), &stands_in);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::without_ids;

    #[test]
    fn ids_keep_their_length_and_their_last_four() {
        let accounts = ["111122223333".to_owned(), "444455553333".to_owned()];
        let licenses = ["lic-0042-abcd-9f3e".to_owned()];
        for (text, expected) in [
            ("arn:aws:iam::111122223333:role/x", "arn:aws:iam::000000003333:role/x"),
            ("444455553333 and 111122223333", "000000013333 and 000000003333"),
            ("License ID: lic-0042-abcd-9f3e", "License ID: XXX-0000-XXXX-9f3e"),
            ("999999999999", "999999999999"),
        ] {
            assert_eq!(without_ids(text, &accounts, &licenses), expected);
        }
    }
}
