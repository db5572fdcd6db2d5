//! What is fuzzed. It stands among the tests, which replay the corpus without libFuzzer.

#[path = "../../tests/common/fuzzed.rs"]
mod fuzzed;

pub use fuzzed::*;
