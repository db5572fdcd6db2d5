//! How long reading takes: Criterion's measurements as one table, slowest first; and how long from
//! an answer to the verdict.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value as Json;

use crate::project::{Project, run};
use crate::tools;

/// What no sample's reading may take longer than, in milliseconds a megabyte.
const BOUND: f64 = 20.0;

/// How many of the slowest are printed.
const SHOWN: usize = 12;

/// Runs the benchmark and prints the table.
pub fn bench(project: &Project) -> Result<()> {
    let slowest = measure(project)?;
    print(&slowest);
    answers(project)
}

/// How long it takes from an answer to the verdict, in Chromium on the page in `dist/`; fails above
/// one frame.
pub fn answers(project: &Project) -> Result<()> {
    let chromium = tools::chromium(project)?;
    run(project.command("node", ["tests/perf/answer.mjs"]).env("CHROMIUM", chromium))
}

/// The same, and fails where a sample takes longer than it may.
pub fn hold_bound(project: &Project) -> Result<()> {
    let slowest = measure(project)?;
    print(&slowest);
    match slowest.first() {
        Some((name, time)) if *time > BOUND => {
            bail!("{name} takes {time:.1} ms a megabyte; {BOUND} is the bound")
        }
        _ => Ok(()),
    }
}

/// Every sample's milliseconds a megabyte, slowest first.
fn measure(project: &Project) -> Result<Vec<(String, f64)>> {
    run(&mut project.command("cargo", ["bench", "--locked", "--bench", "read", "--", "--quiet"]))?;
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.file("target"), PathBuf::from);
    let folder = target.join("criterion").join("read");
    let mut times = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        let measured = entry?.path().join("new");
        let read = |name: &str| -> Result<Json> {
            Ok(serde_json::from_str(&fs::read_to_string(measured.join(name))?)?)
        };
        if !measured.is_dir() {
            continue;
        }
        let (estimates, about) = (read("estimates.json")?, read("benchmark.json")?);
        let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("no median")?;
        let bytes = about["throughput"]["Bytes"].as_f64().context("no size")?;
        let name = about["function_id"].as_str().context("no name")?.to_owned();
        times.push((name, nanoseconds / bytes));
    }
    times.sort_by(|left, right| right.1.total_cmp(&left.1));
    Ok(times)
}

fn print(times: &[(String, f64)]) {
    println!("\n  ms a MB   slowest of {} samples", times.len());
    for (name, time) in times.iter().take(SHOWN) {
        println!("  {time:>7.1}   {name}");
    }
    if let Some((name, time)) = times.get(times.len() / 2) {
        println!("  {time:>7.1}   median ({name})");
    }
}
