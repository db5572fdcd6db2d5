//! A list of stages, run one after the other.

use std::{
    fmt,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

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

/// What becomes of the stages behind one that failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Others {
    Skipped,
    /// They take so long that one run shall tell of all of them.
    Run,
}

/// Runs the stages in order, and sums up.
///
/// What a stage needs is set up just before it, so that a misformatted line is reported before
/// minutes go into installing tools.
pub fn run_all(project: &Project, stages: &[&Stage], others: Others) -> Result<()> {
    let mut ended = Vec::new();
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
        ended.push(Ended { name, took, passed: outcome.is_ok() });
        if let Err(error) = outcome {
            println!("── {name} failed after {took}: {error:#}");
            if others == Others::Skipped {
                break;
            }
        } else {
            println!("── {name} passed in {took}");
        }
    }
    println!("\n{}", summary(&ended, stages.len()));
    let failed: Vec<&str> =
        ended.iter().filter(|stage| !stage.passed).map(|stage| stage.name).collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// A stage that was run.
struct Ended<'n> {
    name: &'n str,
    took: Seconds,
    passed: bool,
}

/// A line a stage with its time, and a last line that counts.
fn summary(ended: &[Ended], all: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for Ended { name, took, passed } in ended {
        let word = if *passed { "" } else { "  failed" };
        lines.push(format!("  {name:<12} {took:>12}{word}"));
    }
    let passed = ended.iter().filter(|stage| stage.passed).count();
    let count = format!("{passed} passed, {} failed", ended.len() - passed);
    lines.push(match all - ended.len() {
        0 => count,
        skipped => format!("{count}, {skipped} skipped"),
    });
    lines.join("\n")
}

/// A duration as a person says it.
#[derive(Clone, Copy)]
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

    fn ended(name: &str, millis: u64, passed: bool) -> Ended<'_> {
        Ended { name, took: Seconds(Duration::from_millis(millis)), passed }
    }

    #[test]
    fn a_summary_counts_what_did_not_run() {
        let stages = [ended("fmt", 1240, true), ended("clippy", 59_000, false)];
        assert_eq!(
            summary(&stages, 4),
            "  fmt                 1.2 s\n  clippy             59.0 s  failed\n\
             1 passed, 1 failed, 2 skipped"
        );
    }

    #[test]
    fn a_summary_names_each_that_failed_among_those_that_passed() {
        let stages = [ended("bench", 1000, false), ended("deny", 1000, true)];
        assert_eq!(
            summary(&stages, 2),
            "  bench               1.0 s  failed\n  deny                1.0 s\n1 passed, 1 failed"
        );
    }

    #[test]
    fn a_summary_of_nothing_but_passes_ends_in_the_count() {
        let stages = [ended("host", 61_000, true)];
        assert_eq!(summary(&stages, 1), "  host           1 min 01 s\n1 passed, 0 failed");
    }
}
