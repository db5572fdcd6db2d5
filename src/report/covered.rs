//! How much of a need is covered; for pictures only, no verdict rests on it.

use super::{Resource, Status};

/// The covered share of a row's need, and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covered {
    /// 0 to 100, rounded down; whole, since printing a fraction would bring 13 kB of code.
    pub percent: u32,
    /// What the share is of.
    pub known: Known,
}

/// What is known of what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// How much is free.
    Free,
    /// How much is free at most: the use came from an incomplete list.
    FreeAtMost,
    /// The limit alone.
    Limit,
    /// That nothing limits it.
    NoLimit,
    /// Nothing.
    Nothing,
}

impl Resource {
    /// How much of the row's need is covered.
    pub fn covered(&self) -> Covered {
        let known = match (self.status, &self.available, &self.limit) {
            (Status::Unlimited, ..) => Known::NoLimit,
            (Status::Met, ..) => Known::Free,
            (_, Some(_), _) if self.in_use_is_lower_bound => Known::FreeAtMost,
            (_, Some(_), _) => Known::Free,
            (_, None, Some(_)) => Known::Limit,
            (_, None, None) => Known::Nothing,
        };
        let percent = match self.status {
            Status::Met | Status::Unlimited => 100,
            _ => self.available.as_ref().or(self.limit.as_ref()).map_or(0, |has| {
                percent(has.thousandths(), self.required.thousandths().unwrap_or(0))
            }),
        };
        Covered { percent, known }
    }
}

/// How much of what is needed there is; all of it where there is no end to it.
fn percent(has: Option<i128>, needed: i128) -> u32 {
    match has {
        Some(has) if needed > 0 => {
            // Beyond its ends it is the same picture, and nothing overflows.
            let share = has.clamp(0, needed) * 100 / needed;
            u32::try_from(share).unwrap_or(100)
        }
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_share_is_whole_and_rounded_down() {
        for (has, needed, expected) in [
            (Some(64_000), 80_000, 80),
            (Some(79_999), 80_000, 99),
            (Some(-1_000), 2_000, 0),
            (Some(i128::MAX), 1_000, 100),
            (None, 1_000, 100),
            (Some(0), 0, 100),
        ] {
            assert_eq!(percent(has, needed), expected);
        }
    }
}
