//! Every test of the project, in the order in which a failure is cheapest to learn of.

use std::{env, fs, iter, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    build,
    changes::last_change,
    project::{Project, run},
    stage::{Others, Stage, run_all},
    tools::{self, Need},
};

const WASM_TARGET: &str = "--target=wasm32-unknown-unknown";

pub const STAGES: &[Stage] = &[
    Stage {
        name: "fmt",
        about: "Rust code is formatted",
        from_nothing: "a second",
        needs: &[Need::RustComponents],
        run: |project| cargo(project, &["fmt", "--all", "--check"]).context("run `cargo fmt`"),
    },
    Stage {
        name: "clippy",
        about: "no compiler or Clippy warning, on this machine's target and on the browser's",
        from_nothing: "2 minutes",
        needs: &[Need::RustComponents, Need::WasmTarget],
        run: clippy,
    },
    Stage {
        name: "host",
        about: "tests of the engine, the command and xtask, on this machine",
        from_nothing: "20 seconds",
        needs: &[],
        run: |project| cargo(project, &["test", "--locked", "--workspace"]),
    },
    Stage {
        name: "wasm",
        about: "tests in headless Chromium",
        from_nothing: "a minute or two",
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::Chromium, Need::ChromeDriver],
        run: in_browser,
    },
    Stage {
        name: "build",
        about: "the release page and the JavaScript package",
        from_nothing: "2 minutes",
        needs: build::NEEDS,
        run: build::release,
    },
    Stage {
        name: "size",
        about: "the page's first load keeps within its budget",
        from_nothing: "a second",
        needs: &[Need::Node],
        run: |project| size(project, &[]),
    },
    Stage {
        name: "node",
        about: "the JavaScript package works in Node",
        from_nothing: "a second",
        needs: &[Need::Node],
        run: node,
    },
    Stage {
        name: "types",
        about: "the package's TypeScript declarations, and the tests' own TypeScript",
        from_nothing: "2 seconds",
        needs: &[Need::NodeModules],
        run: types,
    },
    Stage {
        name: "aws",
        about: "what the page gives people to run, with the AWS CLI against moto",
        from_nothing: "4 minutes",
        needs: &[Need::Shells, Need::PythonPackages],
        run: aws,
    },
    Stage {
        name: "fault",
        about: "a page that breaks on purpose, for the tests of what a fault leaves behind",
        from_nothing: "2 minutes",
        needs: build::NEEDS,
        run: build::fault,
    },
    Stage {
        name: "browser",
        about: "the release page in Chromium",
        from_nothing: "10 seconds",
        needs: &[Need::NodeModules, Need::Chromium, Need::Pdftotext],
        run: browser,
    },
    Stage {
        name: "firefox",
        about: "the main path in Firefox",
        from_nothing: "half a minute",
        needs: &[Need::NodeModules, Need::Firefox],
        run: |project| main_path(project, "firefox", ("FIREFOX", tools::firefox(project)?)),
    },
    Stage {
        name: "webkit",
        about: "the main path in WebKit",
        from_nothing: "a minute",
        needs: &[Need::NodeModules, Need::WebKit],
        run: |project| {
            main_path(project, "webkit", ("WEBKIT_DRIVER", tools::webkit_driver(project)?))
        },
    },
];

/// Runs every stage, or those named, in the table's order.
pub fn test(project: &Project, names: &[String]) -> Result<()> {
    run_all(project, &chosen(names, STAGES.iter().collect())?, Others::Skipped)
}

/// Prints what the page weighs, whatever the budget says, and what the WebAssembly's bytes are spent on.
pub fn print_size(project: &Project) -> Result<()> {
    tools::set_up(project, &[Need::Node, Need::Twiggy])?;
    size(project, &["--no-budget"])?;
    // As the compiler makes it: what the page loads has no names left.
    let named = "target/wasm32-unknown-unknown/release/byoc_readiness.wasm";
    built(project, named)?;
    println!("\nBefore wasm-opt, by function:");
    run(&mut project.command("twiggy", ["top", "-n", "40", named]))?;
    println!("\nBy generic function, all that was made of it:");
    run(&mut project.command("twiggy", ["monos", "-m", "20", "-n", "0", named]))
}

/// The stages of these names, or all of them where none is named.
pub fn chosen(names: &[String], stages: Vec<&'static Stage>) -> Result<Vec<&'static Stage>> {
    let known: Vec<&str> = stages.iter().map(|stage| stage.name).collect();
    for name in names {
        if !known.contains(&name.as_str()) {
            bail!("no stage `{name}`: the stages are {}", known.join(", "));
        }
    }
    let is_chosen = |stage: &&Stage| names.is_empty() || names.iter().any(|n| n == stage.name);
    Ok(stages.into_iter().filter(is_chosen).collect())
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    run(&mut project.command("cargo", arguments))
}

/// The browser's target has no binaries and builds no examples, hence its own choice of targets.
fn clippy(project: &Project) -> Result<()> {
    let warnings_fail = ["--", "-D", "warnings"];
    let host = ["clippy", "--locked", "--workspace", "--all-targets"];
    cargo(project, &[&host[..], &warnings_fail].concat())?;
    let wasm = ["clippy", "--locked", WASM_TARGET, "--lib", "--tests"];
    cargo(project, &[&wasm[..], &warnings_fail].concat())
}

/// Chromium's flags stand in webdriver.json, where the test runner looks for them.
fn in_browser(project: &Project) -> Result<()> {
    let driver = tools::chromedriver(project)?;
    let mut command =
        project.command("cargo", ["test", "--locked", WASM_TARGET, "--lib", "--tests"]);
    command
        .env("CHROMEDRIVER", driver)
        .env("CASES_CHANGED", last_change(&project.file("tests"))?)
        // The runner would take Firefox's driver first.
        .env_remove("GECKODRIVER")
        // Seconds; the runner's own bounds are too tight for a machine at work on other things.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(&mut command)
}

fn size(project: &Project, arguments: &[&str]) -> Result<()> {
    built(project, "dist/index.html")?;
    let mut command = project.command("node", ["tests/size/size.mjs"]);
    run(command.args(arguments))
}

fn node(project: &Project) -> Result<()> {
    built(project, "pkg/package.json")?;
    // File by file, since Node's versions disagree on what a directory's name means.
    let tests = node_tests(project)?;
    let mut command = project.command("node", ["--test", "--test-reporter=spec"]);
    run(command.args(tests))
}

fn node_tests(project: &Project) -> Result<Vec<PathBuf>> {
    let mut tests = Vec::new();
    for entry in fs::read_dir(project.file("tests/node")).context("tests/node")? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            tests.push(path);
        }
    }
    if tests.is_empty() {
        bail!("tests/node holds no test");
    }
    tests.sort();
    Ok(tests)
}

fn types(project: &Project) -> Result<()> {
    built(project, "pkg/package.json")?;
    run(&mut project.command("tsc", ["--project", "tests/tsconfig.json"]))
}

/// An example, so that the engine is built for this stage and not for every command of xtask.
fn aws(project: &Project) -> Result<()> {
    let command = project
        .command("cargo", ["run", "--locked", "--quiet", "--package", "xtask", "--example", "aws"]);
    run(&mut with_python_programs(project, command)?)
}

/// A command that finds the AWS CLI and moto's server first.
pub fn with_python_programs(project: &Project, mut command: Command) -> Result<Command> {
    let inherited = project.path();
    let path = env::join_paths(
        iter::once(tools::python_programs(project)).chain(env::split_paths(inherited)),
    )?;
    command.env("PATH", path);
    Ok(command)
}

fn browser(project: &Project) -> Result<()> {
    built(project, "dist/index.html")?;
    built(project, build::FAULT)?;
    let chromium = tools::chromium(project)?;
    let config = ["test", "--config", "tests/browser/playwright.config.ts"];
    let pdftotext = tools::pdftotext(project)?;
    let mut playwright = project.command("playwright", config);
    run(playwright.env("CHROMIUM", chromium).env("PDFTOTEXT", pdftotext))
}

/// What most people do with the page, in a browser other than Chromium.
fn main_path(project: &Project, browser: &str, program: (&str, PathBuf)) -> Result<()> {
    built(project, "dist/index.html")?;
    let config = ["test", "--config", "tests/browsers/playwright.config.ts", "--project", browser];
    run(project.command("playwright", config).env(program.0, program.1))
}

/// Stages after `build` look at what it made, which need not be there when one is run alone.
pub fn built(project: &Project, file: &str) -> Result<()> {
    if !project.file(file).exists() {
        bail!("{file} is not there: run `cargo xtask build` first");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(wanted: &[&str]) -> Vec<&'static str> {
        let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
        let stages = chosen(&wanted, STAGES.iter().collect()).unwrap();
        stages.iter().map(|stage| stage.name).collect()
    }

    #[test]
    fn no_name_chooses_every_stage() {
        assert_eq!(names(&[]).len(), STAGES.len());
    }

    #[test]
    fn stages_run_in_the_table_s_order_once_each() {
        assert_eq!(names(&["node", "fmt", "node"]), ["fmt", "node"]);
    }

    #[test]
    fn an_unknown_stage_is_answered_with_the_known_ones() {
        let error = chosen(&["nod".to_owned()], STAGES.iter().collect()).err().unwrap();
        assert!(error.to_string().contains("the stages are fmt, clippy"));
    }
}
