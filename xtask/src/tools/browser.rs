//! Browsers and their drivers.

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

const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    on_path: &["firefox-esr", "firefox"],
    elsewhere: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    debian_package: "firefox-esr",
};

/// It brings a browser along.
const WEBKIT_DRIVER: Program = Program {
    name: "WebKitWebDriver",
    variable: "WEBKIT_DRIVER",
    on_path: &["WebKitWebDriver"],
    elsewhere: &[],
    debian_package: "webkit2gtk-driver",
};

/// What gives WebKit a screen.
const SCREEN: [Program; 2] = [
    Program {
        name: "xvfb-run",
        variable: "XVFB_RUN",
        on_path: &["xvfb-run"],
        elsewhere: &[],
        debian_package: "xvfb",
    },
    Program {
        name: "xauth",
        variable: "XAUTH",
        on_path: &["xauth"],
        elsewhere: &[],
        debian_package: "xauth",
    },
];

/// The Chromium or Chrome to test in; installed on Debian where there is none.
pub fn chromium(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &CHROMIUM)
}

/// The WebDriver server of that browser; installed on Debian where there is none.
pub fn chromedriver(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &CHROMEDRIVER)
}

/// The Firefox to test in; installed on Debian where there is none.
pub fn firefox(project: &Project) -> Result<PathBuf> {
    find_or_install(project, &FIREFOX)
}

/// The WebDriver server of WebKit; installed on Debian with all that it takes.
pub fn webkit_driver(project: &Project) -> Result<PathBuf> {
    for program in &SCREEN {
        find_or_install(project, program)?;
    }
    find_or_install(project, &WEBKIT_DRIVER)
}
