//! Replays what is fuzzed: the samples, the cases and links as seeds, and the inputs that fuzzing
//! found and that are kept. `FUZZ_SEEDS=folder` writes the seeds there, a folder a target.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use byoc_readiness::assess as assess_input;
use byoc_readiness::read::{Reading, decode, parse_iso, probe, read as read_text};
use byoc_readiness::report::{Input, ProfileChoice};
use byoc_readiness::share::file::File;
use byoc_readiness::share::{self, probe as link_probe};
use serde::Serialize;

#[path = "common/mod.rs"]
mod common;
#[path = "common/fuzzed.rs"]
mod fuzzed;
#[path = "common/written.rs"]
mod written;

use fuzzed::{BETWEEN, TARGETS};

/// An input and where it comes from.
type Seed = (String, Vec<u8>);

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files_in(folder: &Path) -> Vec<Seed> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: PathBuf| (path.display().to_string(), fs::read(&path).expect("a file"));
    paths.into_iter().map(read).collect()
}

/// The samples of all formats, as bytes.
fn fixtures() -> Vec<Seed> {
    files_in(&place("tests/fixtures"))
}

fn readings(input: &Input) -> Vec<Reading> {
    input.sources.iter().map(|source| read_text(&source.text)).collect()
}

/// What a target begins with.
fn seeds(target: &str) -> Vec<Seed> {
    let cases = written::of_cases;
    match target {
        "read" => {
            let texts = cases().into_iter().flat_map(|(name, input)| {
                let texts = input.sources.into_iter().map(|source| source.text.into_bytes());
                texts.map(move |text| (name.clone(), text)).collect::<Vec<_>>()
            });
            fixtures().into_iter().chain(texts).collect()
        }
        "reader" => {
            let mut seeds = Vec::new();
            for (name, bytes) in fixtures() {
                let Ok(text) = decode(&bytes) else { continue };
                let is_read = |syntax: &u8| !probe::read_by(*syntax, None, &text).facts.is_empty();
                for syntax in (0..probe::SYNTAXES).filter(is_read) {
                    // The second byte leaves the format open.
                    let seed = [&[syntax, 0], text.as_bytes()].concat();
                    seeds.push((format!("{name}, syntax {syntax}"), seed));
                }
            }
            seeds
        }
        "link" => {
            let links = cases().into_iter().filter_map(|(name, input)| {
                let readings = readings(&input);
                let borrowed: Vec<&Reading> = readings.iter().collect();
                let link = share::link(&borrowed, &input.answers, parse_iso(&input.today)?).ok()?;
                Some((name, link_probe::body(&link)?))
            });
            links.collect()
        }
        "saved" => {
            let files = cases().into_iter().filter_map(|(name, input)| {
                let (readings, today) = (readings(&input), parse_iso(&input.today)?);
                let borrowed: Vec<&Reading> = readings.iter().collect();
                let file = File::of(input.sources, &borrowed, &input.answers, true, today);
                Some((name, json(&file)))
            });
            files.collect()
        }
        "profile" => {
            let profiles = cases().into_iter().filter_map(|(name, input)| {
                let profile = input.answers.profile?;
                matches!(profile, ProfileChoice::Own(_)).then(|| (name, json(&profile)))
            });
            profiles.collect()
        }
        "earlier" => {
            let reports = cases().into_iter();
            let reports =
                reports.filter_map(|(name, input)| Some((name, json(&assess_input(&input).ok()?))));
            reports.collect()
        }
        "assess" => {
            let inputs = cases().into_iter().map(|(name, input)| {
                let mut seed = json(&input.answers);
                for source in input.sources {
                    seed.extend(BETWEEN.to_string().bytes().chain(source.text.into_bytes()));
                }
                (name, seed)
            });
            inputs.collect()
        }
        target => panic!("no seeds for {target}"),
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("JSON")
}

/// Runs a target on every input, and names those on which it fails.
#[track_caller]
fn replay(target: &str, inputs: Vec<Seed>) {
    let (_, run) = TARGETS.iter().find(|(name, _)| *name == target).expect("a target");
    let fails = |input: &Seed| catch_unwind(|| run(&input.1)).is_err();
    let failed: Vec<String> =
        inputs.iter().filter(|input| fails(input)).map(|input| input.0.clone()).collect();
    assert!(failed.is_empty(), "{target} fails on {} inputs: {failed:#?}", failed.len());
}

/// The test of a target: all that it begins with, and all that is kept of it.
fn replay_all(target: &str) {
    let seeds = seeds(target);
    assert!(seeds.len() >= 5, "{target} has {} seeds", seeds.len());
    if let Some(folder) = std::env::var_os("FUZZ_SEEDS") {
        let folder = PathBuf::from(folder).join(target);
        fs::create_dir_all(&folder).expect("a folder");
        for (number, (_, bytes)) in seeds.iter().enumerate() {
            fs::write(folder.join(number.to_string()), bytes).expect("a file");
        }
        return;
    }
    replay(target, seeds);
    let kept = files_in(&place("fuzz/corpus").join(target));
    assert!(!kept.is_empty(), "nothing is kept of {target}");
    replay(target, kept);
}

macro_rules! targets {
    ($($target:ident),*) => {
        $(#[test]
        fn $target() {
            replay_all(stringify!($target));
        })*

        #[test]
        fn every_target_is_replayed() {
            let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, [$(stringify!($target)),*]);
        }
    };
}

targets!(read, reader, link, saved, profile, earlier, assess);
