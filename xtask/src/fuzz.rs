//! Fuzzing, with libFuzzer: `cargo xtask fuzz [--minutes N] [--keep]`.
//!
//! What is found stands in `target/fuzz/` until `--keep` takes of it what no seed and nothing kept
//! reaches, into `fuzz/corpus/`, where `tests/corpus.rs` replays it without libFuzzer.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    project::{Project, run},
    tools::{self, Need},
};

/// Minutes a target, unless others are asked for.
const MINUTES: u32 = 1;

/// Inputs that are kept are small, and few.
const MOST_BYTES: u64 = 2_000;
const MOST_KEPT: usize = 250;

const HELP: &str = "`fuzz` takes `--minutes N`, for each target, and `--keep`";

/// The command: every target for so many minutes each, and then what it found into the corpus.
pub fn command(project: &Project, arguments: &[String]) -> Result<()> {
    let (mut minutes, mut keeps) = (MINUTES, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--minutes" => {
                minutes = rest.next().and_then(|number| number.parse().ok()).context(HELP)?;
            }
            "--keep" => keeps = true,
            _ => bail!(HELP),
        }
    }
    tools::set_up(project, &[Need::CargoFuzz])?;
    fuzz(project, minutes)?;
    if keeps { keep(project) } else { Ok(()) }
}

/// A stage of `verify`.
pub fn each_target(project: &Project) -> Result<()> {
    fuzz(project, MINUTES)
}

fn fuzz(project: &Project, minutes: u32) -> Result<()> {
    let place = place(project);
    let mut seeds = project.command("cargo", ["test", "--quiet", "--test", "corpus"]);
    run(seeds.env("FUZZ_SEEDS", place.join("seeds")))?;
    for target in targets(project)? {
        let found = place.join("found").join(&target);
        fs::create_dir_all(&found)?;
        let folders = [found, place.join("seeds").join(&target), kept(project, &target)];
        let time = format!("-max_total_time={}", minutes * 60);
        println!("\n{target}, for {minutes} min:");
        libfuzzer(project, &target, &folders, &[&time, "-dict=fuzz/words.dict"])?;
    }
    Ok(())
}

/// Takes what was found over into the corpus, as far as it reaches anything new.
fn keep(project: &Project) -> Result<()> {
    let place = place(project);
    for target in targets(project)? {
        let known = place.join("known").join(&target);
        if known.is_dir() {
            fs::remove_dir_all(&known)?;
        }
        fs::create_dir_all(&known)?;
        for folder in [place.join("seeds").join(&target), kept(project, &target)] {
            for (name, file) in files(&folder)? {
                fs::copy(file, known.join(name))?;
            }
        }
        let before: Vec<String> = files(&known)?.into_iter().map(|file| file.0).collect();
        let found = place.join("found").join(&target);
        libfuzzer(project, &target, &[known.clone(), found], &["-merge=1"])?;
        let mut new = files(&known)?;
        new.retain(|(name, file)| {
            let is_small = fs::metadata(file).is_ok_and(|about| about.len() <= MOST_BYTES);
            is_small && !before.contains(name)
        });
        let room = MOST_KEPT.saturating_sub(files(&kept(project, &target))?.len());
        for (name, file) in new.iter().take(room) {
            fs::copy(file, kept(project, &target).join(name))?;
        }
        println!(
            "{target}: {} kept of {} that reach something new",
            room.min(new.len()),
            new.len()
        );
    }
    Ok(())
}

fn libfuzzer(project: &Project, target: &str, folders: &[PathBuf], options: &[&str]) -> Result<()> {
    let mut command =
        project.command("cargo", ["fuzz", "run", "--fuzz-dir", "fuzz", "--sanitizer", "none"]);
    command.arg(target).args(folders).args([
        "--",
        "-max_len=65536",
        "-timeout=10",
        "-rss_limit_mb=4096",
        "-verbosity=0",
        "-print_final_stats=1",
    ]);
    // The compiler's own coverage counters are not stable options.
    run(command.args(options).env("RUSTC_BOOTSTRAP", "1"))
}

fn targets(project: &Project) -> Result<Vec<String>> {
    let files = files(&project.file("fuzz/fuzz_targets"))?;
    let names = files.iter().map(|(name, _)| name.trim_end_matches(".rs").to_owned());
    Ok(names.collect())
}

fn kept(project: &Project, target: &str) -> PathBuf {
    project.file("fuzz/corpus").join(target)
}

fn place(project: &Project) -> PathBuf {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.file("target"), PathBuf::from);
    target.join("fuzz")
}

/// The files of a folder by name.
fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        files.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    files.sort();
    Ok(files)
}
