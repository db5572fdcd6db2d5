//! Numbers and names that a report shows only the end of.

use crate::read::plain;

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

/// What stands for the account at this place of a sorted list: as long as it, with its last four
/// digits, so that a report that masks both is the same.
pub fn account_stand_in(index: usize, account: &str) -> String {
    let hidden = hidden(account.len());
    format!("{index:0hidden$}{}", &account[hidden..])
}

/// What stands for the license at this place of a list: as long as it, with its last four
/// characters, and like no other license's.
pub fn license_stand_in(index: usize, license: &str) -> String {
    let mut left = index;
    let mut stands_in: Vec<char> = license.chars().collect();
    let hidden = hidden(stands_in.len());
    for c in stands_in[..hidden].iter_mut().rev().filter(|c| c.is_alphanumeric()) {
        let letters = if c.is_ascii_digit() { &DIGITS[..] } else { &LETTERS[..] };
        *c = char::from(letters[left % letters.len()]);
        left /= letters.len();
    }
    stands_in.into_iter().collect()
}

const DIGITS: &[u8; 10] = b"0123456789";

const LETTERS: &[u8; 26] = b"XYZABCDEFGHIJKLMNOPQRSTUVW";

/// How many characters of so many a report hides.
fn hidden(length: usize) -> usize {
    if length > 4 { length - 4 } else { length }
}

/// A license of as many characters is no other word's part.
const LONG: usize = 8;

/// `text` with stand-ins for `accounts`, which are sorted, and for `licenses`; each reads as what
/// it stands for. An ID of four characters stays: every figure could be one.
pub fn without_ids(text: &str, accounts: &[String], licenses: &[String]) -> String {
    let numbers = accounts.iter().enumerate();
    let numbers = numbers.map(|(index, id)| (id, account_stand_in(index, id), true));
    let names = licenses.iter().filter(|id| id.chars().count() > 4);
    let names = names.map(|id| (id, license_stand_in(place_of(id, licenses), id), false));
    let mut ids: Vec<(&String, String, bool)> = numbers.chain(names).collect();
    ids.sort_by_key(|(id, _, _)| std::cmp::Reverse(id.len()));
    let mut hidden = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (before, rest) = text.split_at(at);
        let found = ids.iter().find_map(|(id, stands_in, is_number)| {
            let length = spelled(rest, id, *is_number)?;
            let is_whole = is_whole(before, id, &rest[length..], *is_number);
            is_whole.then_some((length, id, stands_in))
        });
        let Some((length, id, stands_in)) = found else {
            hidden.push(c);
            at += c.len_utf8();
            continue;
        };
        let mut letters = id.chars().zip(stands_in.chars()).peekable();
        // What stands between the letters stays between them.
        hidden.extend(rest[..length].chars().map(|c| {
            letters.next_if(|(known, _)| *known == c).map_or(c, |(_, stands_in)| stands_in)
        }));
        at += length;
    }
    hidden
}

/// How much of `rest` spells `id` from its beginning, with what a terminal puts between letters,
/// and within a number the blanks and hyphens of `1234-5678-9012`.
fn spelled(rest: &str, id: &str, is_number: bool) -> Option<usize> {
    let mut wanted = id.chars().peekable();
    for (at, c) in rest.char_indices() {
        if wanted.next_if_eq(&c).is_some() {
            if wanted.peek().is_none() {
                return Some(at + c.len_utf8());
            }
            continue;
        }
        let is_between = match plain(c) {
            None => true,
            Some(between) => is_number && matches!(between, '-' | ' '),
        };
        if at == 0 || !is_between {
            return None;
        }
    }
    None
}

/// The place of a license among others, where the same ID may be written in capitals and not.
pub fn place_of(license: &str, licenses: &[String]) -> usize {
    let known = licenses.iter().position(|known| known.eq_ignore_ascii_case(license));
    known.unwrap_or(licenses.len())
}

/// Whether an ID is no part of a longer number or, if it is short, word.
fn is_whole(before: &str, id: &str, behind: &str, is_number: bool) -> bool {
    let goes_on = |c: char| if is_number { c.is_ascii_digit() } else { c.is_alphanumeric() };
    let alone = !before.ends_with(goes_on) && !behind.starts_with(goes_on);
    alone || (!is_number && id.len() >= LONG)
}

#[cfg(test)]
mod tests {
    use super::{license_stand_in, without_ids};

    #[test]
    fn ids_keep_their_length_and_their_last_four() {
        let accounts = ["111122223333".to_owned(), "444455553333".to_owned()];
        let licenses = ["lic-0042-abcd-9f3e".to_owned()];
        for (text, expected) in [
            ("arn:aws:iam::111122223333:role/x", "arn:aws:iam::000000003333:role/x"),
            ("444455553333 and 111122223333", "000000013333 and 000000003333"),
            ("License ID: lic-0042-abcd-9f3e", "License ID: XXX-0000-XXXX-9f3e"),
            ("999999999999", "999999999999"),
            ("1111-2222-3333", "0000-0000-3333"),
            ("1111\u{a0}2222\u{200b}3333", "0000\u{a0}0000\u{200b}3333"),
            ("lic-0042-\0abcd-9f3e", "XXX-0000-\0XXXX-9f3e"),
            ("4111122223333", "4111122223333"),
        ] {
            assert_eq!(without_ids(text, &accounts, &licenses), expected);
        }
    }

    #[test]
    fn two_licenses_stay_two() {
        let licenses = ["lic-0042-9f3e", "LIC-0042-9F3E", "lic-0043-9f3e"].map(str::to_owned);
        let text = "lic-0042-9f3e, LIC-0042-9F3E, lic-0043-9f3e";
        assert_eq!(
            without_ids(text, &[], &licenses),
            "XXX-0000-9f3e, XXX-0000-9F3E, XXX-0002-9f3e"
        );
        for (index, id, expected) in
            [(0, "80", "00"), (1, "80", "01"), (27, "ABCDE", "YBCDE"), (1, "Ä-1", "X-1")]
        {
            assert_eq!(license_stand_in(index, id), expected);
        }
    }

    #[test]
    fn a_short_license_is_hidden_only_where_it_stands_alone() {
        let licenses = ["12345".to_owned(), "80".to_owned()];
        let text = "ID 12345, 512345 GiB, 80 cores";
        assert_eq!(without_ids(text, &[], &licenses), "ID 02345, 512345 GiB, 80 cores");
    }
}
