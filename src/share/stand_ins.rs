//! What stands in a link for an account, a license and whatever else AWS knows by an ID.

use super::hidden::{is_public, place_of, without_ids};
use super::numbers::Told;
use super::read_as::read_as;
use crate::data::regions::is_other_partition;
use crate::mask::{account_stand_in, license_stand_in};
use crate::read::secrets::{MASK, find, masked};
use crate::read::{LicenseValue, Reading, What, Within};
use crate::report::{Answers, LicenseField, ToBe};

/// One for each, the same wherever it is named.
pub struct StandIns {
    /// Sorted, as reports name them.
    accounts: Vec<String>,
    /// What the sources say of numbers.
    told: Told,
    /// In order, each as it is written.
    licenses: Vec<String>,
    /// In the order in which they came up.
    resources: Vec<String>,
    /// Regions and zones of a name that none has.
    places: Vec<String>,
    /// What a mail says that is neither a figure nor a day.
    unreadable: Vec<String>,
}

impl StandIns {
    /// For everything that the sources and a person name.
    pub fn of(readings: &[&Reading], answers: &Answers) -> StandIns {
        let named = readings.iter().flat_map(|reading| reading.accounts.iter().cloned());
        // The owner of something that is shared is named by nothing else.
        let facts = readings.iter().flat_map(|reading| &reading.facts);
        let owners = facts.filter_map(|fact| match &fact.what {
            What::Use { within: Within::Owner(owner), .. } => Some(owner.clone()),
            _ => None,
        });
        let chosen = answers.account.as_deref().map(digits);
        let mut accounts: Vec<String> = named.chain(owners).chain(chosen).collect();
        accounts.retain(|account| is_account(account));
        let told = Told::of(readings, &accounts);
        let mut typed = answers.clone();
        let figures = typed.figures().filter(|(to_be, text)| is_figure(*to_be, text, &told));
        figures.for_each(|(_, text)| text.clear());
        let numbers = typed.texts().flat_map(|text| told.numbers(text));
        accounts.extend(numbers.map(|number| number.digits));
        accounts.sort_unstable();
        accounts.dedup();
        let mut licenses: Vec<String> = Vec::new();
        for fact in readings.iter().flat_map(|reading| &reading.facts) {
            if let What::License { value: LicenseValue::Id(id), .. } = &fact.what
                && !licenses.contains(id)
            {
                licenses.push(id.clone());
            }
        }
        let typed = answers.license.get(LicenseField::Id).map(str::to_owned);
        licenses.extend(typed.filter(|id| !licenses.contains(id)));
        StandIns {
            accounts,
            told,
            licenses,
            resources: Vec::new(),
            places: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    /// The same, for every account that stands in texts that were pasted, and in their names.
    pub fn with_numbers<'t>(
        mut self,
        texts: impl Iterator<Item = &'t str>,
        names: impl Iterator<Item = &'t str>,
    ) -> StandIns {
        let pasted = texts.flat_map(|text| self.told.find(text));
        let numbers = pasted.chain(names.flat_map(|name| self.told.numbers(name)));
        let mut numbers: Vec<String> = numbers.map(|number| number.digits).collect();
        self.accounts.append(&mut numbers);
        self.accounts.sort_unstable();
        self.accounts.dedup();
        self
    }

    /// For an account; one that a person mistyped has as many digits as they typed.
    pub fn account(&self, number: &str) -> String {
        let place = self.accounts.iter().position(|known| known == number);
        account_stand_in(place.unwrap_or_default(), number)
    }

    /// For an account as a person typed it; the mask of a credential stays, so that its warning does.
    pub fn typed_account(&self, typed: &str) -> Option<String> {
        let number = digits(typed);
        let mut words = Vec::new();
        if !number.is_empty() {
            words.push(self.account(&number));
        }
        let masks = find(typed).into_iter().map(|secret| {
            typed[secret.range].chars().filter(|c| !c.is_whitespace()).map(|_| MASK).collect()
        });
        words.extend(masks);
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// For a license.
    pub fn license(&self, id: &str) -> String {
        if is_public(id) {
            return id.to_owned();
        }
        license_stand_in(place_of(id, &self.licenses), id)
    }

    /// For a VPC, a volume, an address: `vpc-1`.
    pub fn resource(&mut self, id: &str) -> String {
        let kind = id.split('-').next().unwrap_or_default();
        let is_kind = (1..=16).contains(&kind.len())
            && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let number = place_in(&mut self.resources, id) + 1;
        format!("{}-{number}", if is_kind { kind } else { "id" })
    }

    /// A Region or a zone as it is called; what cannot be one has a stand-in of the same partition.
    pub fn place(&mut self, name: &str) -> String {
        let is_name = (1..=24).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && name.bytes().filter(u8::is_ascii_digit).count() <= 2;
        if is_name {
            return name.to_owned();
        }
        let partition = if is_other_partition(name) { "aws-" } else { "" };
        format!("{partition}elsewhere-{}", letters(place_in(&mut self.places, name)))
    }

    /// Which of them it is: two that differ still do.
    pub fn unreadable(&mut self, text: &str) -> usize {
        place_in(&mut self.unreadable, text)
    }

    /// A text that was pasted, with what stands for the accounts and licenses in it; figures stay.
    pub fn within(&self, text: &str) -> String {
        without_ids(text, &self.told.find(text), &self.accounts, &self.licenses)
    }

    /// The same of a name, or of another text that was typed: no number in it is a figure.
    pub fn within_name(&self, text: &str) -> String {
        without_ids(text, &self.told.numbers(text), &self.accounts, &self.licenses)
    }

    /// The same of a figure or a day that was typed. Where a stand-in would change which it is, it is
    /// handed on as nothing but that; and where it would make one of what is none, as none.
    pub fn within_figure(&self, to_be: ToBe, text: &str) -> String {
        let hidden = if is_figure(to_be, text, &self.told) {
            without_ids(text, &[], &self.accounts, &self.licenses)
        } else {
            self.within_name(text)
        };
        match (read_as(to_be, text), read_as(to_be, &hidden)) {
            (Some(read), other) if other != Some(read) && !self.told.is_account(read) => {
                read.to_owned()
            }
            (None, Some(_)) => "…".to_owned(),
            _ => hidden,
        }
    }

    /// A figure or a day as it was typed.
    pub fn figure(&mut self, to_be: ToBe, text: &str) -> String {
        let text = self.within_figure(to_be, &masked(text));
        self.without_names(&text)
    }

    /// Any other text that was typed.
    pub fn text(&mut self, text: &str) -> String {
        let text = self.within_name(&masked(text));
        self.without_names(&text)
    }

    /// `text` without ARNs and IDs of resources.
    fn without_names(&mut self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            if word.ends_with("arn") && behind.starts_with(':') {
                let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
                hidden.push_str("arn:…");
                rest = &behind[end..];
                continue;
            }
            match word {
                word if is_resource(word) => hidden.push_str(&self.resource(word)),
                word => hidden.push_str(word),
            }
            let next = behind.chars().next();
            hidden.extend(next);
            rest = &behind[next.map_or(0, char::len_utf8)..];
        }
        hidden
    }
}

/// Whether a typed text is a figure, which no day is: twelve digits are an account's there.
fn is_figure(to_be: ToBe, text: &str, told: &Told) -> bool {
    to_be != ToBe::Day && told.is_typed_figure(text)
}

fn is_account(word: &str) -> bool {
    word.len() == 12 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of an account that a person typed, as the report takes them.
fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// `vpc-0a1b2c3d`, and the longer ones of later years.
fn is_resource(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(kind, id)| {
        matches!(id.len(), 8 | 17)
            && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
            && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && !kind.is_empty()
    })
}

/// The place of `name` in a list, which it is put into.
fn place_in(list: &mut Vec<String>, name: &str) -> usize {
    match list.iter().position(|known| known == name) {
        Some(place) => place,
        None => {
            list.push(name.to_owned());
            list.len() - 1
        }
    }
}

/// `a` to `z`, then `ba` and so on, since a Region's name has no more than two digits.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    let mut text = if number < 26 { String::new() } else { letters(number / 26) };
    text.push(last);
    text
}
