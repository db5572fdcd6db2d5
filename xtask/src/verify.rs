//! What is checked beyond the tests before a release: stages too heavy for every change.

use anyhow::Result;

use crate::{
    project::Project,
    stage::{Stage, run_all},
    test::STAGES,
};

const HEAVIER: &[Stage] = &[];

/// Runs every test, and then the heavier stages.
pub fn verify(project: &Project) -> Result<()> {
    if HEAVIER.is_empty() {
        println!("There are no heavier stages yet: this runs what `cargo xtask test` runs.");
    }
    let stages: Vec<&Stage> = STAGES.iter().chain(HEAVIER).collect();
    run_all(project, &stages)
}
