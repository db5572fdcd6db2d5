//! Handing an assessment on: as a link that carries its figures and answers, and as a file that
//! carries all of it.
//!
//! A link is `a1=` and Base64 of lines of text: the day on which it was made, the answers, and
//! below a blank line each the texts that [`crate::read`] makes the same facts of. Nothing that
//! was pasted is in it, and for every number or ID of the account there is a stand-in.

mod answers;
mod code;
mod figures;
pub mod file;
mod hidden;
mod link;
mod numbers;
#[cfg(not(target_arch = "wasm32"))]
pub mod probe;
mod read_as;
mod stand_ins;
mod words;

pub use link::{MOST_BYTES, Opened, Refused, TooLong, VERSION, link, open};
