//! Texts with stand-ins in place of accounts and licenses.

use super::numbers::Number;
use crate::data::instances::instance_type;
use crate::data::regions::is_commercial;
use crate::mask::{account_stand_in, hidden, license_stand_in};
use crate::profile::built_in;
use crate::read::visible;

/// A license of as many letters and digits is no other word's part, and may be written with blanks.
const LONG: usize = 8;

/// What may stand between two characters of a license besides what stands there in its own form.
const BETWEEN: [char; 5] = [' ', '\u{a0}', '-', '_', '.'];

/// Most of [`BETWEEN`] in a row.
const MOST_BETWEEN: usize = 2;

/// Whether what a damaged paste has behind "License ID" is the name of something that everybody has:
/// it names nobody, and hidden it would be missing where it is meant.
pub fn is_public(license: &str) -> bool {
    is_commercial(license) || instance_type(license).is_some() || built_in(license).is_some()
}

/// The place of a license among others, where the same ID may be written in several ways.
pub fn place_of(license: &str, licenses: &[String]) -> usize {
    let is_same = |known: &String| {
        known.eq_ignore_ascii_case(license)
            || (is_long(license) && letters(known).eq_ignore_ascii_case(&letters(license)))
    };
    licenses.iter().position(is_same).unwrap_or(licenses.len())
}

/// `text` with stand-ins for the numbers found in it, which are among `accounts`, and for
/// `licenses`; each reads as what it stands for. A license ID of four characters stays, since every
/// figure could be one, and so does one that [`is_public`].
pub fn without_ids(
    text: &str,
    numbers: &[Number],
    accounts: &[String],
    licenses: &[String],
) -> String {
    let names: Vec<(&String, String)> = licenses
        .iter()
        .filter(|id| id.chars().count() > 4 && !is_public(id))
        .map(|id| (id, license_stand_in(place_of(id, licenses), id)))
        .collect();
    let mut numbers = numbers.iter().peekable();
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let matching = names.iter().filter_map(|(id, stands_in)| {
            Some((matched(&text[..at], &text[at..], id)?, *id, stands_in))
        });
        if let Some((length, id, stands_in)) = matching.max_by_key(|found| found.0) {
            push_license(&mut shown, &text[at..at + length], id, stands_in);
            at += length;
            continue;
        }
        while numbers.next_if(|number| number.range.start < at).is_some() {}
        if let Some(number) = numbers.next_if(|number| number.range.start == at) {
            let place = accounts.binary_search(&number.digits).unwrap_or_default();
            let stands_in = account_stand_in(place, &number.digits);
            push_digits(&mut shown, &text[number.range.clone()], &stands_in);
            at = number.range.end;
            continue;
        }
        shown.push(c);
        at += c.len_utf8();
    }
    shown
}

/// How much of `rest` is this license, be it in capitals, with what nobody sees within it or, if it
/// is long, with other separators.
fn matched(before: &str, rest: &str, id: &str) -> Option<usize> {
    let first = id.chars().next()?;
    if !rest.starts_with(|c: char| c.eq_ignore_ascii_case(&first)) {
        return None;
    }
    let to_the_letter = spelled(rest, id.chars(), &[]);
    let in_parts = || spelled(rest, id.chars().filter(|c| c.is_alphanumeric()), &BETWEEN);
    let length = to_the_letter.or_else(|| if is_long(id) { in_parts() } else { None })?;
    let goes_on = char::is_alphanumeric;
    let alone = !before.ends_with(goes_on) && !rest[length..].starts_with(goes_on);
    (alone || (to_the_letter.is_some() && id.len() >= LONG)).then_some(length)
}

/// How much of `rest` spells `wanted`, with a few of `between` anywhere.
pub fn spelled(rest: &str, wanted: impl Iterator<Item = char>, between: &[char]) -> Option<usize> {
    let mut found = visible(rest).peekable();
    let mut end = 0;
    for wanted in wanted {
        let mut skipped = 0;
        while found.next_if(|(_, c)| between.contains(c)).is_some() {
            skipped += 1;
        }
        let (at, c) = found.next()?;
        if skipped > MOST_BETWEEN || !c.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

/// Whether a license is told from every figure and day, with whatever stands between its parts.
fn is_long(id: &str) -> bool {
    letters(id).chars().count() >= LONG && id.chars().any(char::is_alphabetic)
}

fn letters(id: &str) -> String {
    id.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The stand-in of a license as the license is written here.
fn push_license(shown: &mut String, written: &str, id: &str, stands_in: &str) {
    let hides = hidden(id.chars().count());
    let mut instead = stands_in.chars().take(hides).filter(|c| c.is_alphanumeric());
    for c in written.chars() {
        match c.is_alphanumeric().then(|| instead.next()).flatten() {
            Some(other) => shown.push(other),
            None => shown.push(c),
        }
    }
}

/// The digits of a stand-in, with what stands between those of the number.
fn push_digits(shown: &mut String, written: &str, stands_in: &str) {
    let mut kept = 0;
    let digits = visible(written).filter(|(_, c)| c.is_ascii_digit());
    for ((at, _), instead) in digits.zip(stands_in.chars()) {
        shown.push_str(&written[kept..at]);
        shown.push(instead);
        kept = at + 1;
    }
    shown.push_str(&written[kept..]);
}

#[cfg(test)]
mod tests {
    use super::without_ids;
    use crate::share::numbers::Told;

    fn hidden(text: &str, accounts: &[&str], licenses: &[&str]) -> String {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let accounts = owned(accounts);
        without_ids(text, &Told::of(&[], &accounts).numbers(text), &accounts, &owned(licenses))
    }

    #[test]
    fn ids_keep_their_length_and_their_last_four() {
        let accounts = ["111122223333", "444455553333"];
        let licenses = ["lic-0042-abcd-9f3e"];
        for (text, expected) in [
            ("arn:aws:iam::111122223333:role/x", "arn:aws:iam::000000003333:role/x"),
            ("444455553333 and 111122223333", "000000013333 and 000000003333"),
            ("License ID: lic-0042-abcd-9f3e", "License ID: XXX-0000-XXXX-9f3e"),
            ("1111-2222-3333", "0000-0000-3333"),
            ("1\u{1b}[31m11122223333\u{1b}[0m", "0\u{1b}[31m00000003333\u{1b}[0m"),
            ("1111\u{a0}2222\u{200b}3333", "0000\u{a0}0000\u{200b}3333"),
            ("1111\u{a0}2222\u{a0}\u{200b}3333", "0000\u{a0}0000\u{a0}\u{200b}3333"),
            ("lic-0042-\0abcd-9f3e", "XXX-0000-\0XXXX-9f3e"),
            ("4111122223333", "4000000003333"),
            ("4111122224444", "4111122224444"),
        ] {
            assert_eq!(hidden(text, &accounts, &licenses), expected);
        }
    }

    #[test]
    fn a_license_is_hidden_however_it_is_written() {
        for (text, expected) in [
            ("LIC-0042-ABCD-9F3E", "XXX-0000-XXXX-9F3E"),
            ("Lic-0042-Abcd-9f3e", "XXX-0000-XXXX-9f3e"),
            ("lic 0042 abcd 9f3e", "XXX 0000 XXXX 9f3e"),
            ("lic0042abcd9f3e", "XXX0000XXXX9f3e"),
            ("lic - 0042", "lic - 0042"),
            ("welcome_lic_0042_abcd_9f3e.txt", "welcome_XXX_0000_XXXX_9f3e.txt"),
            ("welcomelic-0042-abcd-9f3e.txt", "welcomeXXX-0000-XXXX-9f3e.txt"),
        ] {
            assert_eq!(hidden(text, &[], &["lic-0042-abcd-9f3e"]), expected);
        }
    }

    #[test]
    fn two_licenses_stay_two() {
        let licenses = ["lic-0042-9f3e", "LIC-0042-9F3E", "lic-0043-9f3e"];
        let text = "lic-0042-9f3e, LIC-0042-9F3E, lic-0043-9f3e";
        assert_eq!(hidden(text, &[], &licenses), "XXX-0000-9f3e, XXX-0000-9F3E, XXX-0002-9f3e");
    }

    #[test]
    fn a_short_license_is_hidden_only_where_it_stands_alone() {
        let text = "ID 12345, 512345 GiB, 80 cores";
        assert_eq!(hidden(text, &[], &["12345", "80"]), "ID 02345, 512345 GiB, 80 cores");
    }

    #[test]
    fn what_everybody_has_is_nobodys_license() {
        for name in ["us-west-2", "m6i.xlarge", "aws-byoc"] {
            assert_eq!(hidden(name, &[], &[name]), name);
        }
        assert_eq!(hidden("us-west-9", &[], &["us-west-9"]), "XX-XXst-9");
    }

    #[test]
    fn a_license_of_digits_is_no_day_and_no_figures() {
        let text = "2026 1124, 2026-11-24";
        assert_eq!(hidden(text, &[], &["20261124"]), text);
    }
}
