//! A list of stages, run one after the other up to the first that fails.

use std::{
    fmt,
    time::{Duration, Instant},
};

use anyhow::Result;

use crate::{
    project::Project,
    tools::{self, Need},
};

/// One check among those that together say whether the project is sound.
pub struct Stage {
    /// What a person types to run this one alone.
    pub name: &'static str,
    pub about: &'static str,
    /// How long it takes on two cores when nothing has been built yet.
    pub from_nothing: &'static str,
    pub needs: &'static [Need],
    pub run: fn(&Project) -> Result<()>,
}

/// Runs the stages in order, stops at the first that fails, and sums up either way.
///
/// What a stage needs is set up just before it, so that a misformatted line is reported before
/// minutes go into installing tools.
pub fn run_all(project: &Project, stages: &[&Stage]) -> Result<()> {
    let mut passed = Vec::new();
    for (index, stage) in stages.iter().enumerate() {
        let Stage { name, about, from_nothing, .. } = stage;
        println!(
            "\n── {}/{} {name}: {about} ({from_nothing} from nothing)",
            index + 1,
            stages.len(),
        );
        let start = Instant::now();
        let outcome = tools::set_up(project, stage.needs).and_then(|()| (stage.run)(project));
        let took = Seconds(start.elapsed());
        if let Err(error) = outcome {
            println!("── {name} failed after {took}");
            println!("\n{}", summary(&passed, 1, stages.len()));
            return Err(error.context(format!("stage `{name}` failed")));
        }
        println!("── {name} passed in {took}");
        passed.push((*name, took));
    }
    println!("\n{}", summary(&passed, 0, stages.len()));
    Ok(())
}

/// A line a passed stage with its time, and a last line that counts.
fn summary(passed: &[(&str, Seconds)], failed: usize, all: usize) -> String {
    let mut lines: Vec<String> =
        passed.iter().map(|(name, took)| format!("  {name:<8} {took:>12}")).collect();
    let count = format!("{} passed, {failed} failed", passed.len());
    lines.push(match all - passed.len() - failed {
        0 => count,
        skipped => format!("{count}, {skipped} skipped"),
    });
    lines.join("\n")
}

/// A duration as a person says it.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        let words = if seconds < 60.0 {
            format!("{seconds:.1} s")
        } else {
            let whole = self.0.as_secs();
            format!("{} min {:02} s", whole / 60, whole % 60)
        };
        f.pad(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts_what_did_not_run() {
        let passed = [("fmt", Seconds(Duration::from_millis(1240)))];
        assert_eq!(
            summary(&passed, 1, 4),
            "  fmt             1.2 s\n1 passed, 1 failed, 2 skipped"
        );
    }

    #[test]
    fn a_summary_of_nothing_but_passes_ends_in_the_count() {
        let passed = [("host", Seconds(Duration::from_secs(61)))];
        assert_eq!(summary(&passed, 0, 1), "  host       1 min 01 s\n1 passed, 0 failed");
    }
}
