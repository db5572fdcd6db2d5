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

/// What stands for the account at this place of a sorted list: as long as it, with its last four
/// digits, so that a report that masks both is the same.
pub fn account_stand_in(index: usize, account: &str) -> String {
    let hidden = hidden(account.chars().count());
    let shown: String = account.chars().skip(hidden).collect();
    format!("{index:0hidden$}{shown}")
}

/// What stands for the license at this place of a list: as long as it, with its last four
/// characters, and like no other license's.
pub fn license_stand_in(index: usize, license: &str) -> String {
    if license.chars().filter(|c| c.is_alphanumeric()).count() >= AS_LONG_AS_A_KEY {
        return written_with(index, license, |_| &VOWELS);
    }
    written_with(index, license, |c| match c {
        '0'..='9' => &DIGITS,
        other if other.is_ascii() => &LETTERS,
        _ => &OTHERS,
    })
}

/// `license` with the digits of `index` in place of what is hidden of it, each out of the characters
/// that there are for the one it replaces.
fn written_with(index: usize, license: &str, digits: fn(char) -> &'static [char]) -> String {
    let mut left = index;
    let mut written: Vec<char> = license.chars().collect();
    let hidden = hidden(written.len());
    for c in written[..hidden].iter_mut().rev().filter(|c| c.is_alphanumeric()) {
        let digits = digits(*c);
        *c = digits[left % digits.len()];
        left /= digits.len();
    }
    written.into_iter().collect()
}

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const LETTERS: [char; 26] = [
    'X', 'Y', 'Z', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P',
    'Q', 'R', 'S', 'T', 'U', 'V', 'W',
];

/// For letters that are not of ASCII: one that was could go on a credential's mask where they ended it.
const OTHERS: [char; 8] = ['Ж', 'Б', 'Г', 'Д', 'И', 'Л', 'Ф', 'Ц'];

/// With as many letters and digits, capitals for what is hidden of a license would be taken for a
/// secret access key, which has 40 characters, some of them `+` and `/`.
const AS_LONG_AS_A_KEY: usize = 30;

/// What is written with these alone is a word, and none that was drawn by lot.
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// How many characters of so many a report hides.
pub fn hidden(length: usize) -> usize {
    if length > 4 { length - 4 } else { length }
}

#[cfg(test)]
mod tests {
    use super::license_stand_in;

    #[test]
    fn a_stand_in_counts_in_letters_and_digits() {
        for (index, id, expected) in [
            (0, "80", "00"),
            (1, "80", "01"),
            (27, "ABCDE", "YBCDE"),
            (1, "Ä-1", "Ж-1"),
            (9, "ÄÖ", "ББ"),
            (
                6,
                "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeeeb12",
            ),
        ] {
            assert_eq!(license_stand_in(index, id), expected);
        }
    }
}
