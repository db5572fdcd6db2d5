//! What a text is searched for from its first byte to its last, sixteen bytes at a time.
//!
//! This is a crate of its own because it is compiled for speed, where the page is compiled for
//! size. It knows bytes alone: what they mean is the engine's matter. All that it says is exact but
//! for [`Survey`], which may point at more than matters and never at less.

#![cfg_attr(not(test), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod alike;
mod find;
mod sixteen;
mod survey;
mod word;

pub use alike::{Alike, Record};
pub use find::{equal, is_ascii, line_ends};
pub use survey::{Look, Survey};
pub use word::may_be_of_word;
