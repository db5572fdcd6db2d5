//! Passes over the records of a list that nobody needs, without making anything of them: each is
//! written as one before it that was read, and the format says that it counts for no more than
//! that one.

use std::ops::Range;

use byoc_scan::Alike;

/// Most owners that are kept: a list is most often one account's in one Region.
const MOST_OWNERS: usize = 32;

/// How many records without any likeness are looked at before a list is taken for one of something
/// else.
const PATIENCE: usize = 64;

/// Which records a format lets pass.
pub struct Passing {
    /// The key of their list.
    pub list: &'static str,
    /// All keys that they may have; the first three are what they are told apart by.
    pub keys: &'static [&'static str],
    /// Whether nobody needs one with these values under the first keys: it counts for no more than
    /// another such record of the same owner.
    pub is_unneeded: fn([&[u8]; 3]) -> bool,
    /// Whose such a record is, if it says so.
    pub owner: for<'a> fn([&'a [u8]; 3]) -> Option<&'a [u8]>,
    /// Whether it is this one's: the same, and sooner said.
    pub is_of: fn([&[u8]; 3], &[u8]) -> bool,
}

/// Passes over records of one list.
pub struct Passer<'a> {
    passing: &'a Passing,
    alike: Alike,
    /// The owners of records that nobody needs and that were read.
    owners: Vec<&'a [u8]>,
    /// How many more records may be looked at in vain.
    patience: usize,
    /// How many records it passed over.
    pub passed: usize,
}

impl<'a> Passer<'a> {
    /// At the beginning of a list.
    pub fn of(passing: &'a Passing) -> Passer<'a> {
        let alike = Alike::new(passing.keys);
        Passer { passing, alike, owners: Vec::new(), patience: PATIENCE, passed: 0 }
    }

    /// The end of the last record from `at` on that nobody needs, where the first one there is such
    /// a record.
    pub fn pass(&mut self, text: &'a [u8], at: usize) -> Option<usize> {
        let mut end = None;
        let mut next = Some(at);
        while let Some(record) = next.and_then(|at| self.alike.at(text, at)) {
            let told = record.told;
            if !((self.passing.is_unneeded)(told) && self.is_known(told)) {
                break;
            }
            self.passed += 1;
            end = Some(record.end);
            next = Alike::next_from(text, record.end);
        }
        end
    }

    /// Takes down a whole record that was read: it goes without saying of those like it.
    pub fn learn(&mut self, text: &'a [u8], record: Range<usize>) {
        let start = record.start;
        let mut found = self.alike.at(text, start);
        if found.is_none() && self.patience > 0 {
            match self.alike.learn(text, record) {
                true => found = self.alike.at(text, start),
                false => self.patience -= 1,
            }
        }
        let told = found.map(|record| record.told);
        let told = told.filter(|told| (self.passing.is_unneeded)(*told) && !self.is_known(*told));
        if self.owners.len() < MOST_OWNERS {
            self.owners.extend(told.and_then(self.passing.owner));
        }
    }

    fn is_known(&self, told: [&[u8]; 3]) -> bool {
        self.owners.iter().any(|owner| (self.passing.is_of)(told, owner))
    }
}
