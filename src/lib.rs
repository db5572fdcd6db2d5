//! Whether an AWS account has what Zilliz Cloud BYOC needs.
//!
//! Text comes in on one side and a report goes out on the other. The modules stand in the order
//! in which data flows: exact amounts, the tables, reading, deciding, words, the report. The
//! page and the JavaScript interface are built for the browser alone; the engine knows neither.

#![deny(missing_docs)]

pub mod quantity;

pub mod data;

pub mod read;

pub mod decide;

pub mod text;

pub mod report;

mod assess;

pub use assess::{Checked, WrongInput, assess, check};
