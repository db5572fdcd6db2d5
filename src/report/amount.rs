//! An amount as the report shows it.

use serde::{Serialize, Serializer};

use crate::quantity::MOST_EXACT;

/// An amount in the document's own unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// To three decimals, shortfall rounded up and what is free down; `null` for "Unlimited".
    #[serde(serialize_with = "as_javascript_does")]
    pub value: Option<f64>,
    /// `vCPU`, `GiB`, `TB`, `GB` or `count`.
    pub unit: &'static str,
    /// As shown, with the unit that was pasted beside the document's.
    pub text: String,
}

impl Amount {
    /// The value in thousandths, which are whole; a float would be printed by code of its own.
    pub fn thousandths(&self) -> Option<i128> {
        // Rounded by hand: the value is a whole number of thousandths but for the float's own error.
        self.value.map(|value| (value * 1000.0 + 0.5_f64.copysign(value)) as i128)
    }
}

/// `80` and not `80.0`, so that JSON of Rust and of JavaScript are the same bytes. Of figures that
/// no account has, beyond what is exact, the same number may be written in two ways.
fn as_javascript_does<S: Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // The least of all integers has no opposite.
    let is_exact = |whole: i64| whole.unsigned_abs() < MOST_EXACT.unsigned_abs();
    match *value {
        Some(value) if value as i64 as f64 == value && is_exact(value as i64) => {
            serializer.serialize_i64(value as i64)
        }
        Some(value) => serializer.serialize_f64(value),
        None => serializer.serialize_none(),
    }
}
