//! Operating systems that the document names, and how it installs Terraform on each.

use serde::{Deserialize, Serialize};

/// A system that Terraform can run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum System {
    /// Any distribution.
    Linux,
    /// On a Mac.
    MacOs,
    /// From Microsoft.
    Windows,
}

impl System {
    /// Every system, in the document's order.
    pub const ALL: [System; 3] = [System::Linux, System::MacOs, System::Windows];

    /// The document's name for it.
    pub fn name(self) -> &'static str {
        match self {
            System::Linux => "Linux",
            System::MacOs => "macOS",
            System::Windows => "Windows",
        }
    }

    /// The system that a browser's user agent names; phones and tablets run no Terraform.
    pub fn of_user_agent(agent: &str) -> Option<System> {
        let is_hand_held = ["Android", "iPhone", "iPad", "Mobile"].iter();
        if is_hand_held.into_iter().any(|name| agent.contains(name)) {
            return None;
        }
        let named = [
            ("Windows NT", System::Windows),
            ("Macintosh", System::MacOs),
            ("Linux", System::Linux),
        ];
        named.iter().find(|(name, _)| agent.contains(name)).map(|(_, system)| *system)
    }
}

/// How Terraform is installed on a system, or on some of its kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Install {
    /// The system.
    pub system: System,
    /// The document's name for where the commands run.
    pub place: &'static str,
    /// The commands, a line each.
    pub commands: &'static str,
}

/// Where the document gives commands; for all else it refers to Terraform's own documentation.
///
/// Source: Zilliz Cloud BYOC, Prerequisites, Set up your environment, "Terraform Installation".
pub const INSTALLS: &[Install] = &[
    Install {
        system: System::MacOs,
        place: "macOS",
        commands: "brew tap hashicorp/tap\nbrew install hashicorp/tap/terraform",
    },
    Install {
        system: System::Linux,
        place: "CentOS/RHEL",
        commands: "sudo yum install -y yum-utils\n\
                   sudo yum-config-manager --add-repo https://rpm.releases.hashicorp.com/RHEL/hashicorp.repo\n\
                   sudo yum -y install terraform",
    },
];
