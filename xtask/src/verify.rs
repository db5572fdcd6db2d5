//! What is checked beyond the tests before a release: stages too heavy for every change.

use anyhow::Result;

use crate::{
    bench, build, examples, fuzz,
    project::{Project, run},
    reproducible,
    stage::{Others, Stage, run_all},
    test::{STAGES, built, chosen, with_python_programs},
    tools::{self, Need},
};

const HEAVIER: &[Stage] = &[
    Stage {
        name: "bench",
        about: "speed, memory and growth keep within their bounds, on this machine and in Chromium",
        from_nothing: "10 minutes",
        needs: bench::NEEDS,
        run: bench::hold_bounds,
    },
    Stage {
        name: "deny",
        about: "licenses and sources of all that is depended on, by deny.toml",
        from_nothing: "a minute",
        needs: &[Need::CargoDeny],
        run: deny,
    },
    Stage {
        name: "reproducible",
        about: "two clean builds, in other folders and with another home of Cargo, are the same bytes",
        from_nothing: "8 minutes",
        needs: build::NEEDS,
        run: reproducible::reproducible,
    },
    Stage {
        name: "fuzz",
        about: "each target of fuzz/ is fuzzed for a minute without a crash or a hang",
        from_nothing: "10 minutes",
        needs: &[Need::CargoFuzz],
        run: fuzz::each_target,
    },
    Stage {
        name: "nginx",
        about: "hosting/nginx.conf, with nginx",
        from_nothing: "5 seconds",
        needs: &[Need::Node, Need::Nginx],
        run: nginx,
    },
    Stage {
        name: "s3",
        about: "hosting/s3-cloudfront, with the AWS CLI against moto",
        from_nothing: "2 minutes",
        needs: &[Need::Node, Need::PythonPackages, Need::Shells],
        run: s3,
    },
    Stage {
        name: "examples",
        about: "the examples are installed, built and driven in Chromium",
        from_nothing: "4 minutes",
        needs: &[Need::NodeModules, Need::Chromium],
        run: examples::examples,
    },
    Stage {
        name: "mutants",
        about: "a test fails of every mutant of the modules that decide a verdict",
        from_nothing: "an hour and a half",
        needs: &[Need::CargoMutants],
        run: mutants,
    },
];

/// Runs every test and then the heavier stages, or those named; one that fails does not hide what the
/// others find.
pub fn verify(project: &Project, names: &[String]) -> Result<()> {
    run_all(project, &chosen(names, STAGES.iter().chain(HEAVIER).collect())?, Others::Run)
}

fn deny(project: &Project) -> Result<()> {
    // The fuzz targets have a lock file of their own.
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        println!("{manifest}:");
        let of = ["deny", "--locked", "--manifest-path", manifest, "--config", "deny.toml"];
        run(project.command("cargo", of).args(["check", "licenses", "bans", "sources"]))?;
    }
    Ok(())
}

/// Which modules, and by which tests, stands in .cargo/mutants.toml.
fn mutants(project: &Project) -> Result<()> {
    let mut mutants = project.command("cargo", ["mutants", "--jobs", "2", "--output", "target"]);
    // Each copy of the sources has a folder of its own for what is built of it.
    run(mutants.env_remove("CARGO_TARGET_DIR"))
}

fn nginx(project: &Project) -> Result<()> {
    built(project, "dist/index.html")?;
    let nginx = tools::nginx(project)?;
    let mut node =
        project.command("node", ["--test", "--test-reporter=spec", "tests/hosting/nginx.test.mjs"]);
    run(node.env("NGINX_PROGRAM", nginx.program).env("NGINX_BROTLI", nginx.brotli))
}

fn s3(project: &Project) -> Result<()> {
    built(project, "dist/index.html")?;
    run(&mut project.command("shellcheck", ["hosting/s3-cloudfront/upload.sh"]))?;
    let node =
        project.command("node", ["--test", "--test-reporter=spec", "tests/hosting/s3.test.mjs"]);
    run(&mut with_python_programs(project, node)?)
}
