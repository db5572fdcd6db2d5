//! Chromium and its driver.

use std::path::PathBuf;

use anyhow::Result;

use super::program::{Program, find_or_install};
use crate::project::Project;

const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "CHROMIUM",
    on_path: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    elsewhere: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    debian_package: "chromium",
};

const CHROMEDRIVER: Program = Program {
    name: "ChromeDriver",
    variable: "CHROMEDRIVER",
    on_path: &["chromedriver"],
    elsewhere: &["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    debian_package: "chromium-driver",
};

/// The Chromium or Chrome to test in; installed on Debian where there is none.
pub fn chromium(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &CHROMIUM)
}

/// The WebDriver server of that browser; installed on Debian where there is none.
pub fn chromedriver(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &CHROMEDRIVER)
}
