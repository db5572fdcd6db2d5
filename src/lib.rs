//! Whether an AWS account has what Zilliz Cloud BYOC needs.
//!
//! Text comes in on one side and a report goes out on the other. The modules stand in the order
//! in which data flows: exact amounts, the tables, what is needed, reading, requests to AWS, deciding,
//! words, the report, whose turn it is, what to ask the account for, the report as files to hand
//! over, handing an assessment on, and an earlier report beside this one. The JavaScript interface
//! and the page are built for the browser alone; the engine knows neither.

#![deny(missing_docs)]

pub mod quantity;

pub mod data;

pub mod profile;

pub mod read;

pub mod request;

pub mod decide;

pub mod text;

pub mod report;

pub mod next;

pub mod collect;

pub mod hand_over;

pub mod share;

pub mod compare;

mod assess;

pub mod shape;

pub mod mask;

pub use assess::{Checked, WrongInput, assess, check, check_profile, check_start};

#[cfg(target_arch = "wasm32")]
mod intake;
#[cfg(target_arch = "wasm32")]
mod js;

#[cfg(target_arch = "wasm32")]
mod page;
