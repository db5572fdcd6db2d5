//! What stands between documents in a terminal: prompts, commands, errors, remains of a pager.

use super::lines::Signs;
use crate::data::blocks::is_of_block;

/// What a line of a terminal is, where it is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark<'a> {
    /// A command, with the text from `aws` on where it is one of the AWS CLI's.
    Command(Option<&'a str>),
    /// A prompt with nothing behind it, a bracket, a fence, a pager's last line.
    Leftover,
    /// An error that AWS answered: its code, and the operation.
    Error(&'a str, &'a str),
    /// A field of a JSON document whose beginning was cut off.
    Fragment,
}

/// What `content`, a line without blanks around it and with these marks on it, is; `None` for
/// anything else.
pub fn remark(content: &str, signs: Signs) -> Option<Remark<'_>> {
    if signs.has(Signs::ROUND)
        && let Some((code, operation)) = aws_error(content)
    {
        return Some(Remark::Error(code, operation));
    }
    if is_empty_prompt(content) || is_leftover(content) {
        return Some(Remark::Leftover);
    }
    if is_command_with(content, signs) {
        return Some(Remark::Command(content.find("aws ").map(|at| &content[at..])));
    }
    is_fragment(content).then_some(Remark::Fragment)
}

/// Whether a command goes on on the next line.
pub fn goes_on(content: &str) -> bool {
    content.ends_with(['\\', '`', '|', '^'])
}

/// Words that begin a command.
const COMMANDS: &[&str] = &["aws ", "aws.exe ", "export AWS_", "# Read-only"];

/// Whole commands that ask Terraform for its version.
const VERSION_COMMANDS: &[&str] = &[
    "terraform version",
    "terraform version -json",
    "terraform --version",
    "terraform -version",
    "terraform -v",
    "tofu version",
    "tofu version -json",
];

/// Settings that a command line may begin with.
const SETTINGS: &[&str] = &["region=", "account=$(", "arn=$(aws "];

/// What stands before a command, with a blank behind it.
const PROMPTS: [char; 7] = ['$', '#', '%', '>', '➜', '❯', 'λ'];

/// Before which byte of a line the mark of a prompt stands.
const LONGEST_PROMPT: usize = 80;

/// Whether a line is a command that someone typed, with or without its prompt.
pub fn is_command(line: &str) -> bool {
    is_command_with(line, Signs::PROMPT)
}

/// The same of a line whose marks are known.
pub fn is_command_with(line: &str, signs: Signs) -> bool {
    let mut line = line;
    while let Some(inner) = line.strip_prefix("> ") {
        line = inner;
    }
    let begins =
        |text: &str| COMMANDS.iter().chain(SETTINGS).any(|command| text.starts_with(command));
    if begins(line) || is_version_command(line) || is_of_block(line) {
        return true;
    }
    signs.has(Signs::PROMPT) && (is_behind_prompt(line, begins) || is_other_command(line))
}

/// Such a command, alone or behind any prompt.
fn is_version_command(line: &str) -> bool {
    // Each ends with one of these.
    line.ends_with(['n', 'v'])
        && VERSION_COMMANDS.iter().any(|command| {
            line.strip_suffix(command).is_some_and(|before| {
                let before = before.trim_end();
                before.is_empty() || before.ends_with(['$', '#', '%', '>', '➜', '❯', 'λ'])
            })
        })
}

/// Whether one of the known commands stands behind a prompt: behind the first of each mark.
fn is_behind_prompt(line: &str, begins: impl Fn(&str) -> bool) -> bool {
    let mut seen = [false; PROMPTS.len()];
    // A mark that counts has a blank behind it, of which a line has fewer than letters.
    let bytes = line.bytes().enumerate().take(LONGEST_PROMPT + '➜'.len_utf8());
    let mut blanks = bytes.filter(|(_, byte)| *byte == b' ').map(|(at, _)| line.split_at(at));
    blanks.any(|(before, behind)| {
        let last = before.chars().next_back();
        let last = last.filter(|last| before.len() - last.len_utf8() < LONGEST_PROMPT);
        let mark = last.and_then(|last| PROMPTS.iter().position(|mark| *mark == last));
        let is_first = mark.is_some_and(|mark| !std::mem::replace(&mut seen[mark], true));
        is_first && begins(behind.trim_start())
    })
}

/// Any command behind a prompt that cannot be anything else.
fn is_other_command(line: &str) -> bool {
    if !line.bytes().any(|byte| matches!(byte, b'$' | b'>')) {
        return false;
    }
    let behind =
        |mark: &str| line.find(mark).is_some_and(|at| at < 80 && !line[..at].contains("  "));
    line.starts_with("$ ")
        || line.starts_with("PS ") && behind("> ")
        || behind("]$ ")
        || behind("~$ ")
}

/// A prompt with nothing typed behind it.
pub fn is_empty_prompt(line: &str) -> bool {
    line.len() < 80
        && (matches!(line, "]$" | "]#" | "~$" | "~ $" | "$" | "%" | "#" | ">" | ">>" | "➜" | "❯")
            || line.ends_with("]$")
            || line.ends_with("~$")
            || line.ends_with("~ $")
            || line.starts_with("PS ") && line.ends_with('>'))
}

/// Brackets and commas of a document whose beginning was cut off, the fence around code, and
/// what a pager leaves.
pub fn is_leftover(line: &str) -> bool {
    (!line.is_empty()
        && line.bytes().all(|byte| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b' ')))
        || line.starts_with("```")
        || (line.starts_with('#')
            && line.trim_start_matches('#').starts_with(' ')
            && !line.contains(':'))
        || matches!(line, "(END)" | ":" | "~" | "None" | "...skipping...")
        || (line.starts_with("--")
            && line.ends_with("--")
            && line.to_ascii_lowercase().contains("more"))
        || line.starts_with("--More--")
        || (line.starts_with("lines ") && line.len() < 40)
}

/// `"QuotaCode": "L-1216C47A",`.
fn is_fragment(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('"') else { return false };
    rest.split_once("\":").is_some_and(|(key, _)| {
        !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':'))
    })
}

/// The code and operation of `An error occurred (Code) when calling the Operation operation: …`.
fn aws_error(line: &str) -> Option<(&str, &str)> {
    let rest = &line[line.find("An error occurred (")? + "An error occurred (".len()..];
    let (code, rest) = rest.split_once(')')?;
    let operation = rest.strip_prefix(" when calling the ")?.split(' ').next()?;
    Some((code, operation))
}
