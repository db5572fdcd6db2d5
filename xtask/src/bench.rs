//! How fast and how small in memory it all is: Criterion's measurements, those of the host's other
//! benchmarks, and those of the scripts that drive Chromium, as one table of what was measured and
//! what it must not exceed.

use std::{env, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::{
    project::{Project, run},
    test::built,
    tools::{self, Need},
};

/// What the measurements cannot do without.
pub const NEEDS: &[Need] = &[Need::NodeModules, Need::Chromium];

/// What no sample's reading may take longer than, in milliseconds a megabyte.
const READING: f64 = 20.0;

/// How many of the slowest samples are printed.
const SHOWN: usize = 12;

/// Benchmarks of the host that print rows.
const BENCHES: &[&str] = &["large"];

/// What has glibc keep the memory that was used before, for sources of any size: for large ones it would
/// have the kernel clear it anew each time, and that would be what is measured.
const KEEPING: [(&str, &str); 2] =
    [("MALLOC_TRIM_THRESHOLD_", "17179869184"), ("MALLOC_MMAP_THRESHOLD_", "17179869184")];

/// Scripts in `tests/perf/` that print rows; each measures what stands in `dist/` and `pkg/`.
const SCRIPTS: &[&str] = &["assess", "growth", "answer", "large", "lighthouse"];

/// A line that a benchmark prints.
#[derive(Deserialize)]
struct Row {
    what: String,
    measured: f64,
    unit: String,
    /// What it must not exceed, where there is such a thing.
    bound: Option<f64>,
    #[serde(default)]
    note: String,
}

impl Row {
    fn is_met(&self) -> bool {
        self.bound.is_none_or(|bound| self.measured <= bound)
    }
}

/// Measures everything and prints the table.
pub fn bench(project: &Project) -> Result<()> {
    tools::set_up(project, NEEDS)?;
    measure(project).map(drop)
}

/// The same, and fails where a bound is not met.
pub fn hold_bounds(project: &Project) -> Result<()> {
    let rows = measure(project)?;
    let missed: Vec<&str> =
        rows.iter().filter(|row| !row.is_met()).map(|row| row.what.as_str()).collect();
    if !missed.is_empty() {
        bail!("not met: {}", missed.join("; "));
    }
    Ok(())
}

fn measure(project: &Project) -> Result<Vec<Row>> {
    built(project, "dist/index.html")?;
    built(project, "pkg/byoc_readiness.js")?;
    let mut rows = vec![slowest_sample(project)?];
    for bench in BENCHES {
        let mut cargo =
            project.command("cargo", ["bench", "--locked", "--quiet", "--bench", bench]);
        cargo.envs(KEEPING);
        rows.extend(printed(&mut cargo)?);
    }
    let chromium = tools::chromium(project)?;
    for script in SCRIPTS {
        let mut node = project.command("node", [format!("tests/perf/{script}.mjs")]);
        rows.extend(printed(node.env("CHROMIUM", &chromium))?);
    }
    print(&rows);
    Ok(rows)
}

/// The rows that a program prints, one a line.
fn printed(command: &mut Command) -> Result<Vec<Row>> {
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("{command:?} failed");
    }
    let lines = String::from_utf8(output.stdout)?;
    let rows = lines.lines().filter(|line| line.starts_with('{'));
    rows.map(|line| serde_json::from_str(line).with_context(|| format!("no row: {line}"))).collect()
}

fn print(rows: &[Row]) {
    let number =
        |value: f64| if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") };
    println!("\n  {:>9} {:<9} {:>7}  {:<8} what", "measured", "", "bound", "");
    for row in rows {
        let bound = row.bound.map_or("—".to_owned(), number);
        let met = if row.bound.is_none() {
            ""
        } else if row.is_met() {
            "met"
        } else {
            "NOT MET"
        };
        println!("  {:>9} {:<9} {bound:>7}  {met:<8} {}", number(row.measured), row.unit, row.what);
        if !row.note.is_empty() {
            println!("  {:>36}  {}", "", row.note);
        }
    }
}

/// Criterion's slowest sample; prints the slowest few.
fn slowest_sample(project: &Project) -> Result<Row> {
    let times = samples(project)?;
    println!("\n  ms a MB   slowest of {} samples", times.len());
    for (name, time) in times.iter().take(SHOWN) {
        println!("  {time:>7.1}   {name}");
    }
    let (slowest, measured) = times.first().context("no sample was measured")?;
    let (middle, median) = &times[times.len() / 2];
    Ok(Row {
        what: format!("read a sample on this machine, the slowest of {}", times.len()),
        measured: *measured,
        unit: "ms a MB".to_owned(),
        bound: Some(READING),
        note: format!("{slowest}; the median is {median:.1}, {middle}"),
    })
}

/// Every sample's milliseconds a megabyte, slowest first.
fn samples(project: &Project) -> Result<Vec<(String, f64)>> {
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
