//! The project's own commands: `cargo xtask <command>`.
//!
//! Each command sets up what it needs and is missing, so a fresh clone needs Rust, Node and npm
//! and nothing else by hand. Reading order: [`project`] runs commands, [`tools`] sets up, and then
//! a file per command.

mod bench;
mod build;
mod changes;
mod examples;
mod fuzz;
mod package;
mod paths;
mod project;
mod reproducible;
mod scripts;
mod serve;
mod stage;
mod style;
mod test;
mod tools;
mod verify;

use std::process::ExitCode;

use anyhow::{Result, bail};
use project::Project;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   build the page, serve it on this machine, and rebuild it after each edit
  build              make the release page in dist/ and the JavaScript package in pkg/
  test [stage...]    run every test, or only the stages named
  verify [stage...]  run every test and then the heavier stages, or only the stages named
  bench              measure how long reading takes
  fuzz [--minutes N] [--keep]
                     fuzz each target for a minute or N; --keep adds what is new to the corpus
  size               print what the release page's first load weighs
  assets             join style sheets and scripts, as Trunk does before each build";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        bail!("name a command\n\n{USAGE}");
    };
    let project = Project::locate()?;
    match (command.as_str(), rest) {
        ("serve", _) => serve::serve(&project, rest),
        ("test", _) => test::test(&project, rest),
        ("build", []) => build::build(&project),
        ("bench", []) => bench::bench(&project),
        ("fuzz", _) => fuzz::command(&project, rest),
        ("verify", _) => verify::verify(&project, rest),
        ("size", []) => test::print_size(&project),
        ("assets", []) => scripts::assets(&project),
        ("build" | "bench" | "size" | "assets", [unexpected, ..]) => {
            bail!("`{command}` takes no `{unexpected}`\n\n{USAGE}")
        }
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no command `{command}`\n\n{USAGE}"),
    }
}
