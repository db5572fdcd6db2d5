//! What the text of a field reads as, wherever it was typed.

use crate::quantity::{Round, Unit, parse_stated};
use crate::read::{core_size, find_dates};
use crate::report::ToBe;

/// The part of `typed` that says it: the first date, the number of cores, an amount with its unit.
/// `None` where it reads as nothing.
pub fn read_as(to_be: ToBe, typed: &str) -> Option<&str> {
    let typed = typed.trim();
    match to_be {
        ToBe::Amount => {
            // One of each dimension, since which one is asked for is the row's to say.
            let reads = |unit| parse_stated(typed, unit, Round::Down).is_ok();
            [Unit::Vcpu, Unit::Count, Unit::Gib].into_iter().any(reads).then_some(typed)
        }
        ToBe::Cores => {
            core_size(typed)?;
            let end = typed.find(|c: char| !c.is_ascii_digit() && c != ',');
            Some(&typed[..end.unwrap_or(typed.len())])
        }
        ToBe::Day => find_dates(typed).next().map(|found| &typed[found.start..found.end]),
    }
}
