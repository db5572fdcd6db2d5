//! Sets up what a command needs: uses what is there at the right version, installs what is not.

mod browser;
mod cargo;
mod nginx;
mod node;
mod pins;
mod poppler;
mod program;
mod python;
mod rust;
mod shells;

use anyhow::Result;

use crate::project::Project;

pub use browser::{chromedriver, chromium, firefox, webkit_driver};
pub use nginx::nginx;
pub use poppler::pdftotext;
pub use python::programs as python_programs;

/// Something that a command cannot do without.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// `cargo fmt` and `cargo clippy`.
    RustComponents,
    /// The standard library of wasm32-unknown-unknown.
    WasmTarget,
    /// Builds and serves the page.
    Trunk,
    /// Writes the JavaScript glue, and runs tests in a browser.
    WasmBindgen,
    Node,
    /// Everything in package.json, `wasm-opt` among it.
    NodeModules,
    Chromium,
    ChromeDriver,
    /// The AWS CLI and moto's server.
    PythonPackages,
    /// Reads the text of a PDF.
    Pdftotext,
    /// ShellCheck, Bash and Zsh.
    Shells,
    /// Looks at the licenses and sources of what is depended on.
    CargoDeny,
    /// Lists what the WebAssembly is made of.
    CargoCyclonedx,
    Firefox,
    /// WebKit's driver, and a screen for it that nobody sees.
    WebKit,
    /// Fuzzes with libFuzzer.
    CargoFuzz,
    /// Changes the engine line by line, and runs its tests each time.
    CargoMutants,
    /// Says what the WebAssembly's bytes are spent on.
    Twiggy,
    /// nginx, with its module for Brotli sidecars.
    Nginx,
}

/// Makes sure of each need, in order. Costs next to nothing where all is there.
pub fn set_up(project: &Project, needs: &[Need]) -> Result<()> {
    needs.iter().try_for_each(|need| match need {
        Need::RustComponents => rust::components(project),
        Need::WasmTarget => rust::wasm_target(project),
        Need::Trunk => cargo::install(project, &pins::TRUNK),
        Need::WasmBindgen => cargo::install(project, &pins::WASM_BINDGEN),
        Need::CargoDeny => cargo::install(project, &pins::CARGO_DENY),
        Need::CargoCyclonedx => cargo::install(project, &pins::CARGO_CYCLONEDX),
        Need::CargoFuzz => cargo::install(project, &pins::CARGO_FUZZ),
        Need::Twiggy => cargo::install(project, &pins::TWIGGY),
        Need::CargoMutants => cargo::install(project, &pins::CARGO_MUTANTS),
        Need::Node => node::node(project),
        Need::NodeModules => node::modules(project),
        Need::Chromium => chromium(project).map(drop),
        Need::ChromeDriver => chromedriver(project).map(drop),
        Need::Firefox => firefox(project).map(drop),
        Need::WebKit => webkit_driver(project).map(drop),
        Need::Pdftotext => pdftotext(project).map(drop),
        Need::PythonPackages => python::packages(project),
        Need::Shells => shells::shells(project),
        Need::Nginx => nginx(project).map(drop),
    })
}
