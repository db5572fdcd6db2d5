//! Exact quantities to the amounts that a report shows.

use crate::quantity::{Quantity, Round, Unit};
use crate::report::Amount;

/// `quantity` in the document's `unit`, with the unit that it was written in beside it.
pub fn amount(quantity: Quantity, unit: Unit, round: Round) -> Amount {
    Amount {
        value: Some(quantity.thousandths(unit, round) as f64 / 1000.0),
        unit: unit.name(),
        text: quantity.show_both(unit, round),
    }
}

/// What is needed: the document's `unit` first, the quota's behind it; of an amount that was
/// written in another unit, that one first.
pub fn required(quantity: Quantity, unit: Unit, quota_unit: Option<Unit>) -> Amount {
    let other = if quantity.unit == unit { quota_unit.unwrap_or(unit) } else { unit };
    Amount { text: quantity.show_both(other, Round::Up), ..amount(quantity, unit, Round::Up) }
}

/// "Unlimited".
pub fn unlimited(unit: Unit) -> Amount {
    Amount { value: None, unit: unit.name(), text: "Unlimited".to_owned() }
}
