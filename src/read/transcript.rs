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
const COMMANDS: &[&str] = &[
    "aws ",
    "aws.exe ",
    "# Read-only",
    // Settings of the AWS CLI, alone on their line or before a command.
    "export AWS_",
    "unset AWS_",
    "env AWS_",
    "set AWS_",
    "SET AWS_",
    "set -x AWS_",
    "set -gx AWS_",
    "$env:AWS_",
    "$Env:AWS_",
    "AWS_REGION=",
    "AWS_DEFAULT_REGION=",
    "AWS_PROFILE=",
    "AWS_PAGER=",
];

/// Whether a text begins with one of the known commands or settings. This is asked of every line
/// that is no data, so that its first letter is looked at before.
fn begins_command(text: &str) -> bool {
    const FIRSTS: [bool; 256] = {
        let mut firsts = [false; 256];
        let mut at = 0;
        while at < COMMANDS.len() {
            firsts[COMMANDS[at].as_bytes()[0] as usize] = true;
            at += 1;
        }
        let mut at = 0;
        while at < SETTINGS.len() {
            firsts[SETTINGS[at].as_bytes()[0] as usize] = true;
            at += 1;
        }
        firsts
    };
    text.bytes().next().is_some_and(|first| FIRSTS[usize::from(first)])
        && COMMANDS.iter().chain(SETTINGS).any(|command| text.starts_with(command))
}

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
    if begins_command(line) || is_version_command(line) || is_of_block(line) {
        return true;
    }
    signs.has(Signs::PROMPT)
        && (is_behind_prompt(line, begins_command)
            || is_other_command(line)
            || behind_drive(line).is_some_and(begins_command))
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

/// What stands behind the prompt of Windows' own shell: `C:\Users\ann>`.
fn behind_drive(line: &str) -> Option<&str> {
    let is_drive = line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && line.get(1..3).is_some_and(|mark| mark == ":\\");
    is_drive.then(|| line.split_once('>').map(|parts| parts.1))?
}

/// `ann@host:~/work (main)$` and `bash-4.2$`.
fn is_shells(line: &str) -> bool {
    let ends = line.ends_with(['$', '#']);
    let names = || line.split_once('@').is_some_and(|(_, host)| host.contains(':'));
    ends && (line.starts_with("bash-") || line.starts_with("sh-") || names())
}

/// A prompt with nothing typed behind it.
pub fn is_empty_prompt(line: &str) -> bool {
    line.len() < 80
        && (matches!(line, "]$" | "]#" | "~$" | "~ $" | "$" | "%" | "#" | ">" | ">>" | "➜" | "❯")
            || line.ends_with("]$")
            || line.ends_with("~$")
            || line.ends_with("~ $")
            || line.starts_with("PS ") && line.ends_with('>')
            || is_shells(line)
            || behind_drive(line).is_some_and(str::is_empty))
}

/// How prompts begin that may stand right behind a number without a line end of its own.
const BEHIND_FIGURES: &[&str] =
    &["[", "(", "$ ", "% ", "# ", "~", "➜ ", "❯ ", "λ ", "PS ", "cloudshell-user", "bash-", "sh-"];

/// How long the number is that a line begins with, where a prompt stands right behind it.
pub fn figure_before_prompt(line: &str, signs: Signs) -> Option<usize> {
    if !signs.has(Signs::PROMPT) || !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let length = line.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let prompt = line[length..].trim_start();
    let begins = BEHIND_FIGURES.iter().any(|begin| prompt.starts_with(begin));
    let is_prompt = || is_empty_prompt(prompt) || is_command_with(prompt, signs);
    (begins && is_prompt()).then_some(length)
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
