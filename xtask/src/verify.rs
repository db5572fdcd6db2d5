//! What is checked beyond the tests before a release: stages too heavy for every change.

use anyhow::Result;

use crate::{
    bench,
    project::Project,
    stage::{Stage, run_all},
    test::STAGES,
};

const HEAVIER: &[Stage] = &[
    Stage {
        name: "bench",
        about: "no sample takes longer to read than 20 ms a megabyte",
        from_nothing: "6 minutes",
        needs: &[],
        run: bench::hold_bound,
    },
    Stage {
        name: "answers",
        about: "from an answer of any kind to the verdict it takes no longer than a frame",
        from_nothing: "a minute",
        needs: &[],
        run: bench::answers,
    },
];

/// Runs every test, and then the heavier stages.
pub fn verify(project: &Project) -> Result<()> {
    let stages: Vec<&Stage> = STAGES.iter().chain(HEAVIER).collect();
    run_all(project, &stages)
}
