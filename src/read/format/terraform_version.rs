//! `terraform version`, plain and `-json`, and what a shell says where there is no Terraform.

use super::{DocumentFormat, Passage, TextFormat};
use crate::data::terraform::Version;
use crate::read::What;
use crate::read::fact::Terraform;
use crate::read::reader::Reader;
use crate::read::tree::{Node, Value};

/// `Terraform v1.5.7` alone on its line, or a shell's word that there is none.
pub const TEXT: TextFormat = TextFormat {
    id: ID,
    sure: |passage| {
        // Of a whole text that is asked sooner than of each of its lines.
        let says = |words: &&str| passage.text.contains(*words);
        let may_say = ["Terraform v", "OpenTofu v"].iter().chain(MISSING).any(says);
        let says_it = |line: &str| printed(line).is_some() || is_missing(line);
        if may_say { passage.any(50, |line| says_it(line.trimmed())) } else { 0 }
    },
    read: read_text,
    takes: |line| takes(line.trimmed()),
    is_list: false,
    is_tools: true,
};

/// `{"terraform_version": "1.5.7", "platform": …, "terraform_outdated": true}`; a state has the
/// first of these keys, too.
pub const JSON: DocumentFormat = DocumentFormat { id: |_, _| ID, sure, read };

const ID: &str = "terraform-version";

/// The first line: the tool and its version. What stands below in the banner is the newest one.
fn printed(line: &str) -> Option<Terraform> {
    if let Some(version) = line.strip_prefix("Terraform v") {
        return Version::parse(version).map(Terraform::Version);
    }
    line.strip_prefix("OpenTofu v").and_then(Version::parse).map(Terraform::OpenTofu)
}

/// What shells say of a command that is not there.
const MISSING: &[&str] = &[
    "terraform: command not found",
    "command not found: terraform",
    "terraform: not found",
    "Command 'terraform' not found",
    "Unknown command: terraform",
    "'terraform' is not recognized",
];

fn is_missing(line: &str) -> bool {
    line.contains("terraform") && MISSING.iter().any(|words| line.contains(words))
}

/// What stands around it and says nothing more, by its beginning.
const AROUND: &[&str] = &[
    "+ provider ",
    "running in FIPS ",
    "Your version of Terraform is out of date!",
    "operable program or batch file.",
    "At line:",
    "+ terraform ",
    "+ ~",
    "+ CategoryInfo ",
    "+ FullyQualifiedErrorId ",
];

fn takes(line: &str) -> bool {
    let is_platform =
        || line.strip_prefix("on ").is_some_and(|rest| rest.contains('_') && !rest.contains(' '));
    let is_banner =
        || line.starts_with("is ") && line.contains(". You can update by downloading from ");
    printed(line).is_some()
        || is_missing(line)
        || is_platform()
        || is_banner()
        || AROUND.iter().any(|begin| line.starts_with(begin))
}

fn read_text(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    for line in &passage.lines {
        let content = line.trimmed();
        let said = printed(content).or_else(|| is_missing(content).then_some(Terraform::Missing));
        if let Some(said) = said {
            reader.fact(line.at, What::Terraform(said), None, None);
        }
    }
}

fn sure(root: &Node<'_>) -> u8 {
    let has = |key| root.get(&[key]).is_some();
    let is_version = || {
        ["platform", "providerselections", "terraformoutdated"].into_iter().any(has)
            && !["values", "resources", "serial", "formatversion"].into_iter().any(has)
    };
    if has("terraformversion") && is_version() { 96 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // Which tool it is shows at the end alone: OpenTofu prints the same keys without the last.
    if !root.whole {
        return;
    }
    let Some(node) = root.get(&["terraformversion"]) else { return };
    let Some(version) = node.text().and_then(Version::parse) else {
        return reader.ignore(None, None);
    };
    let providers = root.get(&["providerselections"]).map(|node| &node.value);
    let is_of_opentofu = matches!(providers, Some(Value::Map(entries))
        if entries.keys().names().iter().any(|name| name.starts_with("registry.opentofu.org/")));
    let is_terraform = root.get(&["terraformoutdated"]).is_some() && !is_of_opentofu;
    let said =
        if is_terraform { Terraform::Version(version) } else { Terraform::OpenTofu(version) };
    reader.fact(node.at, What::Terraform(said), None, None);
}
