//! What stands between documents in a terminal: prompts, commands, errors; and what is none of it.

use super::Reader;
use crate::report::Severity;
use crate::text::Reason;

/// What the command above a document says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Command {
    /// Its `--region`.
    pub region: Option<String>,
    /// It asks for AWS's defaults: `list-aws-default-service-quotas` and its kind.
    pub asks_for_defaults: bool,
}

impl Command {
    fn parse(line: &str) -> Command {
        let mut words = line.split_whitespace();
        let mut command = Command::default();
        while let Some(word) = words.next() {
            if word.contains("-aws-default-service-quota") {
                command.asks_for_defaults = true;
            } else if word == "--region" {
                command.region = words.next().and_then(region);
            } else if let Some(value) = word.strip_prefix("--region=") {
                command.region = region(value);
            }
        }
        command
    }
}

/// A Region's name; a shell variable in its place says nothing.
fn region(word: &str) -> Option<String> {
    let name = word.trim_matches(['"', '\'']);
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_name.then(|| name.to_owned())
}

/// Reads the lines between documents: names the errors that AWS printed, passes over commands,
/// and, where `name_unknown`, reports every other run of lines as unrecognised.
pub(super) fn read(piece: &str, start: usize, name_unknown: bool, reader: &mut Reader<'_>) {
    let mut unknown: Option<(usize, usize)> = None;
    let mut continued = false;
    let mut offset = start;
    for line in piece.split_inclusive(['\n', '\r']) {
        let content = line.trim();
        let at = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        if content.is_empty() {
            continue;
        }
        if let Some(call) = content.find("aws ").filter(|_| is_command(content)) {
            reader.command = Command::parse(&content[call..]);
        } else if continued {
            let more = Command::parse(content);
            reader.command.region = more.region.or(reader.command.region.take());
            reader.command.asks_for_defaults |= more.asks_for_defaults;
        }
        let passed = continued || is_command(content) || is_leftover(content);
        continued = passed && content.ends_with(['\\', '`', '|']);
        if let Some((error, operation)) = aws_error(content) {
            let reason = Reason::AwsError { error: error.into(), operation: operation.into() };
            reader.recognised("aws-error");
            reader.problem(at, Severity::Warning, reason);
        } else if !passed && name_unknown {
            let first = unknown.map_or(at, |(first, _)| first);
            unknown = Some((first, at));
            continue;
        }
        report(&mut unknown, reader);
    }
    report(&mut unknown, reader);
}

fn report(unknown: &mut Option<(usize, usize)>, reader: &mut Reader<'_>) {
    let Some((first, last)) = unknown.take() else { return };
    let (from, to) = (reader.places.line(first), reader.places.line(last));
    let lines = if from == to { from.to_string() } else { format!("{from}–{to}") };
    let reason = Reason::Unrecognised { lines: lines.into(), count: (to - from + 1).into() };
    reader.problem(first, Severity::Warning, reason);
}

/// Words that begin a command, of the collector's own block or around one.
const COMMANDS: &[&str] =
    &["aws ", "quota \"$region\"", "quota us-", "quota() {", "export AWS_", "# Read-only"];

/// Settings that a command line may begin with.
const SETTINGS: &[&str] = &["region=", "account=$("];

/// Whether a line is a command that someone typed, with or without its prompt.
fn is_command(line: &str) -> bool {
    let line = line.trim_start_matches("> ");
    let begins =
        |text: &str| COMMANDS.iter().chain(SETTINGS).any(|command| text.starts_with(command));
    let behind_prompt = ["$ ", "# ", "% ", "> "].iter().any(|prompt| {
        let at = line.find(prompt).filter(|at| *at < 80);
        at.is_some_and(|at| begins(line[at + prompt.len()..].trim_start()))
    });
    // A prompt with nothing typed behind it.
    let is_prompt = line.len() < 80 && ["]$", "]#", "~$", "~ $", "$", "%", "#"].contains(&line)
        || line.ends_with("]$")
        || line.ends_with("~ $");
    begins(line) || behind_prompt || is_prompt
}

/// Brackets and commas of a document whose beginning was cut off, and a pager's last line.
fn is_leftover(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '{' | '}' | '[' | ']' | ',' | ' '))
        || matches!(line, "(END)" | ":" | "~")
}

/// The code and operation of `An error occurred (Code) when calling the Operation operation: …`.
fn aws_error(line: &str) -> Option<(&str, &str)> {
    let rest = &line[line.find("An error occurred (")? + "An error occurred (".len()..];
    let (code, rest) = rest.split_once(')')?;
    let operation = rest.strip_prefix(" when calling the ")?.split(' ').next()?;
    Some((code, operation))
}
