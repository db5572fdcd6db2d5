//! What stands between documents in a terminal: prompts, commands, errors; and what is none of it.

use super::Reader;
use crate::report::Severity;
use crate::text::Reason;

/// Reads the lines between documents: names the errors that AWS printed, passes over commands,
/// and reports every other run of lines as unrecognised.
pub(super) fn read(piece: &str, start: usize, reader: &mut Reader<'_>) {
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
        let passed = continued || is_command(content) || is_leftover(content);
        continued = passed && content.ends_with(['\\', '`', '|']);
        if let Some((error, operation)) = aws_error(content) {
            let reason = Reason::AwsError { error: error.into(), operation: operation.into() };
            reader.recognised("aws-error");
            reader.problem(at, Severity::Warning, reason);
        } else if !passed {
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

/// Words that begin a line of the collector's own block, or of any shell that runs it.
const SHELL_WORDS: &[&str] = &[
    "aws", "quota", "count", "region=", "account=", "echo", "export", "for", "do", "done", "if",
    "fi", "}", "||",
];

/// Whether a line is a command that someone typed, with or without its prompt.
fn is_command(line: &str) -> bool {
    let line = line.trim_start_matches("> ");
    let after_prompt = ["$ ", "# ", "% ", "> "]
        .iter()
        .filter_map(|prompt| {
            line.find(prompt).filter(|at| *at < 80).map(|at| &line[at + prompt.len()..])
        })
        .find(|rest| starts_with_shell_word(rest));
    after_prompt.is_some()
        || starts_with_shell_word(line)
        || line.ends_with(['$', '#', '%']) && !line.contains(": ")
        || line.contains("() {")
}

fn starts_with_shell_word(line: &str) -> bool {
    SHELL_WORDS.iter().any(|word| {
        line.strip_prefix(word)
            .is_some_and(|rest| word.ends_with('=') || rest.is_empty() || rest.starts_with(' '))
    })
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
