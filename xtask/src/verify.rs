//! What is checked beyond the tests before a release: stages too heavy for every change.

use anyhow::Result;

use crate::{
    bench, examples,
    project::Project,
    stage::{Stage, chosen, run_all},
    test::STAGES,
    tools::Need,
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
    Stage {
        name: "examples",
        about: "the examples are installed, built and driven in Chromium",
        from_nothing: "4 minutes",
        needs: &[Need::NodeModules, Need::Chromium],
        run: examples::examples,
    },
];

/// Runs every test and then the heavier stages, or those named of them all.
pub fn verify(project: &Project, names: &[String]) -> Result<()> {
    run_all(project, &chosen(STAGES.iter().chain(HEAVIER), names)?)
}
