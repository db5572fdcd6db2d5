//! What the page's commands are checked with and run in.

use anyhow::Result;

use super::program::{Program, find_or_install};
use crate::project::Project;

const PROGRAMS: [Program; 3] = [
    Program {
        name: "ShellCheck",
        variable: "SHELLCHECK",
        on_path: &["shellcheck"],
        elsewhere: &[],
        debian_package: "shellcheck",
    },
    Program {
        name: "Bash",
        variable: "BASH_PROGRAM",
        on_path: &["bash"],
        elsewhere: &[],
        debian_package: "bash",
    },
    Program {
        name: "Zsh",
        variable: "ZSH_PROGRAM",
        on_path: &["zsh"],
        elsewhere: &[],
        debian_package: "zsh",
    },
];

/// Installed on Debian where there is none.
pub fn shells(project: &Project) -> Result<()> {
    PROGRAMS.iter().try_for_each(|program| find_or_install(project, program).map(drop))
}
