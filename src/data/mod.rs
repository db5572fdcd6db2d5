//! What the product knows: tables, each row with its source, and nothing that decides.

pub mod actors;
pub mod blocks;
pub mod checks;
pub mod collector;
pub mod guidance;
pub mod headings;
pub mod iam_actions;
pub mod iam_names;
pub mod instances;
pub mod license_labels;
pub mod quotas;
pub mod regions;
pub mod sieve;
pub mod standard_vcpu;
pub mod terraform;
pub mod terraform_install;
