//! The versions of everything that is not a Rust dependency. A version that another file must
//! repeat is compared with it in a test below.

use super::cargo::CargoTool;

pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    // Its lock file holds versions that are known to build.
    locked: true,
    takes: "about 3 minutes",
};

/// The same version as the `wasm-bindgen` crate, or the tool refuses the module.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    // Its lock file names a version of a dependency that not every registry still has.
    locked: false,
    takes: "about a minute",
};

/// Licenses, bans and sources of dependencies.
pub const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    locked: true,
    takes: "about a minute",
};

/// What a build is made of.
pub const CARGO_CYCLONEDX: CargoTool = CargoTool {
    package: "cargo-cyclonedx",
    version: "0.5.9",
    programs: &["cargo-cyclonedx"],
    locked: true,
    takes: "about a minute",
};

/// Builds and runs what is fuzzed.
pub const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    version: "0.13.2",
    programs: &["cargo-fuzz"],
    locked: true,
    takes: "about a minute",
};

/// Mutants of the engine.
pub const CARGO_MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    version: "27.1.0",
    programs: &["cargo-mutants"],
    locked: true,
    takes: "about a minute",
};

/// Says what the WebAssembly's bytes are spent on.
pub const TWIGGY: CargoTool = CargoTool {
    package: "twiggy",
    version: "0.8.0",
    programs: &["twiggy"],
    locked: true,
    takes: "about a minute",
};

/// The oldest Node that the tests are run on.
pub const NODE_MAJOR: u32 = 20;

/// The AWS CLI, which the page's commands call, and what answers it in AWS's place.
pub const PYTHON_PACKAGES: &[&str] = &["awscli==1.46.3", "moto[server]==5.2.5"];

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO_LOCK: &str = include_str!("../../../Cargo.lock");
    const TRUNK_TOML: &str = include_str!("../../../Trunk.toml");
    const PACKAGE_JSON: &str = include_str!("../../../package.json");

    #[track_caller]
    fn assert_names(file: &str, line: &str) {
        assert!(file.contains(line), "{line} is not there");
    }

    #[test]
    fn wasm_bindgen_is_the_crate_s_version() {
        let version = WASM_BINDGEN.version;
        assert_names(CARGO_LOCK, &format!("name = \"wasm-bindgen\"\nversion = \"{version}\"\n"));
    }

    #[test]
    fn trunk_is_the_version_that_its_file_asks_for() {
        let version = TRUNK.version;
        assert_names(TRUNK_TOML, &format!("trunk-version = \"={version}\""));
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_npm_brings() {
        let (_, rest) = TRUNK_TOML.split_once("wasm_opt = \"version_").unwrap();
        let (version, _) = rest.split_once('"').unwrap();
        assert_names(PACKAGE_JSON, &format!("\"binaryen\": \"{version}.0.0\""));
    }
}
