//! Takes a paste apart: documents of any syntax, and between them commands, errors and prose.

use std::ops::Range;

use super::command::Command;
use super::format::{DOCUMENT_FORMATS, DocumentFormat, Passage, TEXT_FORMATS, service_quotas};
use super::lines::{Line, Lines, Signs};
use super::reader::Reader;
use super::syntax::json::{self, MAX_DEPTH};
use super::syntax::{Block, Broken, FINDERS, Syntax, Why};
use super::transcript::{Remark, goes_on, remark};
use super::tree::{Node, Value};
use super::unknown::name_unknown;
use crate::data::quotas::{QUOTAS, Scope};
use crate::data::regions::GLOBAL;
use crate::report::Severity;
use crate::text::Reason;

/// Reads all of a text.
pub fn read<'a>(lines: &Lines<'a>, reader: &mut Reader<'a>) {
    let mut pieces = Pieces {
        text: lines.text,
        lines,
        reader,
        at: 0,
        number: 0,
        prose: Prose::default(),
        open_command: None,
        // Blocks whose beginning was looked at and that no format knows end here.
        unknown_until: 0,
    };
    pieces.read();
}

struct Pieces<'a, 'r> {
    text: &'a str,
    lines: &'r Lines<'a>,
    reader: &'r mut Reader<'a>,
    at: usize,
    /// How many lines end before `at`.
    number: usize,
    prose: Prose<'a>,
    /// A command that goes on on the next line.
    open_command: Option<String>,
    unknown_until: usize,
}

/// Lines that are neither data nor a terminal's, up to the next document.
#[derive(Default)]
struct Prose<'a> {
    range: Option<Range<usize>>,
    lines: Vec<Unknown<'a>>,
}

/// A line of prose.
struct Unknown<'a> {
    line: Line<'a>,
    is_fragment: bool,
    /// A command or an error stood between this line and the one before it.
    is_apart: bool,
}

impl<'a> Pieces<'a, '_> {
    fn read(&mut self) {
        let mut is_apart = false;
        let mut below_command = false;
        while let Some(line) = self.line() {
            if line.is_blank() {
                self.at = line.next;
                continue;
            }
            if self.json_at(line.at + blanks(line.text)) {
                below_command = false;
                continue;
            }
            let content = line.trimmed();
            if let Some(command) = self.open_command.take() {
                self.command_goes_on(command, content);
                self.at = line.next;
                is_apart = true;
                continue;
            }
            if is_figure(content) {
                // A number alone begins nothing.
                self.unknown(&line, false, std::mem::take(&mut is_apart));
                self.at = line.next;
                continue;
            }
            // Data first: `#TYPE` above a table is no comment, `| … |` no pipe.
            if line.at >= self.unknown_until && self.block(line) {
                below_command = false;
                continue;
            }
            match remark(content, line.signs) {
                Some(Remark::Command(call)) => {
                    below_command = true;
                    self.command(call, content);
                    self.stretch(&line);
                    is_apart = true;
                }
                Some(Remark::Leftover) if content == "[]" && self.asks_for_quotas() => {
                    self.reader.recognised("service-quotas-json");
                    let at = line.at + blanks(line.text);
                    self.reader.problem(at, Severity::Info, Reason::NoQuotasReturned);
                    is_apart = true;
                }
                Some(Remark::Leftover) => {
                    // A shell's functions close with brackets of their own.
                    if !below_command || content.starts_with(['{', '[']) {
                        self.lone_bracket(&line);
                    }
                    is_apart = true;
                }
                Some(Remark::Error(error, operation)) => {
                    let reason = self.error(error, operation);
                    self.reader.recognised("aws-error");
                    self.reader.problem(line.at + blanks(line.text), Severity::Warning, reason);
                    self.stretch(&line);
                    is_apart = true;
                }
                other => {
                    below_command = false;
                    if self.json_within(&line) {
                        continue;
                    }
                    let is_fragment = other == Some(Remark::Fragment);
                    self.unknown(&line, is_fragment, std::mem::take(&mut is_apart));
                }
            }
            self.at = line.next;
        }
        self.end_prose();
    }

    /// The line at the current place, or what is left of it.
    fn line(&mut self) -> Option<Line<'a>> {
        let rest = &self.lines.all()[self.number..];
        let behind = rest.iter().position(|line| self.at < line.next)?;
        self.number += behind;
        let line = rest[behind];
        Some(if self.at > line.at { line.part(self.at, line.next) } else { line })
    }

    fn json_at(&mut self, at: usize) -> bool {
        if at >= self.text.len() || !json::begins(self.text, at) {
            return false;
        }
        match json::document(self.text, at) {
            Some(block) => {
                self.end_prose();
                self.at = block.next;
                let format = recognise(&block.root);
                self.document(block, format);
                true
            }
            None => false,
        }
    }

    /// A document that begins behind something else on its line.
    fn json_within(&mut self, line: &Line<'a>) -> bool {
        if !line.signs.has(Signs::BRACKET) {
            return false;
        }
        for at in json::begins_within(self.text, line) {
            if let Some(block) = json::document(self.text, at) {
                let before = line.part(line.at, at);
                if !before.is_blank() {
                    self.unknown(&before, false, false);
                }
                self.end_prose();
                self.at = block.next;
                let format = recognise(&block.root);
                self.document(block, format);
                return true;
            }
        }
        false
    }

    /// A block of a line-based syntax that a format knows.
    fn block(&mut self, line: Line<'a>) -> bool {
        for find in FINDERS {
            let Some(block) = find(self.lines, line) else { continue };
            match recognise_in(&block) {
                Some(format) => {
                    self.end_prose();
                    self.at = block.next;
                    self.document(block, Some(format));
                    return true;
                }
                // What no format knows is not tried again from each of its lines.
                None => self.unknown_until = self.unknown_until.max(block.next),
            }
        }
        false
    }

    fn document(&mut self, block: Block<'a>, format: Option<&'static DocumentFormat>) {
        let Block { root, syntax, is_closed, title, broken, damaged, next } = block;
        let reader = &mut *self.reader;
        reader.syntax = syntax;
        reader.title = title;
        reader.is_open_ended = !is_closed;
        let is_followed = is_followed(self.text, next);
        // Rows alone do not show either that their first ones are there.
        let has_head = syntax != Syntax::Rows || reader.command.operation().is_some();
        reader.is_closed = is_closed || (is_followed && has_head);
        let is_empty = matches!(&root.value, Value::List(nodes) if nodes.is_empty());
        if !is_closed && !is_followed && !is_empty {
            reader.open_end = Some(root.at);
        }
        match format {
            Some(format) => {
                reader.recognised((format.id)(&root, syntax));
                (format.read)(&root, reader);
            }
            None if service_quotas::is_nameless(&root) => {
                reader.recognised((service_quotas::NAMELESS.id)(&root, syntax));
                (service_quotas::NAMELESS.read)(&root, reader);
            }
            None => name_unknown(&root, reader),
        }
        reader.as_of = None;
        if let Some(first) = damaged.first() {
            let reason = Reason::RowsDamaged { count: damaged.len().into() };
            reader.problem(*first, Severity::Warning, reason);
        }
        if let Some(Broken { at, why }) = broken {
            let reason = match why {
                Why::Expected(expected) => Reason::JsonCut { expected: expected.into() },
                Why::TooDeep => Reason::JsonTooDeep { depth: MAX_DEPTH.into() },
            };
            reader.problem(at, Severity::Warning, reason);
        }
    }

    /// What AWS's error means, with what the command above it shows.
    fn error(&self, error: &str, operation: &str) -> Reason {
        let command = &self.reader.command;
        let service = command.option("--service-code").unwrap_or_default();
        let lower = service.to_ascii_lowercase();
        let mut of_service = QUOTAS.iter().filter(|quota| quota.service_code == lower);
        let is_global = of_service.any(|quota| quota.scope == Scope::Global);
        let elsewhere = command.region().as_deref() != Some(GLOBAL);
        let no_such = error == "NoSuchResourceException";
        if lower != service {
            let (given, service) = (service.into(), lower.into());
            Reason::AwsErrorCapitals { error: error.into(), given, service }
        } else if is_global && elsewhere && no_such {
            let (service, region) = (service.into(), GLOBAL.into());
            Reason::AwsErrorGlobal { error: error.into(), service, region }
        } else if error.contains("Denied") || error.contains("Unauthorized") {
            Reason::AwsErrorDenied { error: error.into(), operation: operation.into() }
        } else {
            Reason::AwsError { error: error.into(), operation: operation.into() }
        }
    }

    /// Whether the command above asks for quotas.
    fn asks_for_quotas(&self) -> bool {
        self.reader.command.operation().is_some_and(|name| name.contains("service-quota"))
    }

    /// A bracket that closes what was not opened, or opens what does not follow: the document's
    /// beginning or its rest is missing.
    fn lone_bracket(&mut self, line: &Line<'_>) {
        let content = line.trimmed();
        let is_all = |brackets: &[u8]| content.bytes().all(|byte| brackets.contains(&byte));
        let at = line.at + blanks(line.text);
        let is_empty = matches!(content, "[]" | "{}");
        if is_empty || !content.contains(['{', '}', '[', ']']) || self.reader.knows_cut() {
            return;
        }
        if is_all(b"}], ") {
            let (lines, _) = self.reader.lines_between(at, at);
            self.reader.problem(at, Severity::Warning, Reason::HeadCut { lines: lines.into() });
        } else if is_all(b"{[ ") {
            let reason = Reason::JsonCut { expected: "a value".into() };
            self.reader.problem(at, Severity::Warning, reason);
        }
    }

    fn command(&mut self, call: Option<&str>, content: &str) {
        if goes_on(content) {
            self.open_command = Some(call.unwrap_or_default().to_owned());
        }
        self.reader.command = call.map(Command::parse).unwrap_or_default();
    }

    fn command_goes_on(&mut self, command: String, content: &str) {
        let command = format!("{} {content}", command.trim_end_matches(['\\', '`', '^']));
        self.reader.command = Command::parse(&command);
        if goes_on(content) {
            self.open_command = Some(command);
        }
    }

    /// Takes a line into the prose without calling it unknown: a mail may hold commands.
    fn stretch(&mut self, line: &Line<'_>) {
        if let Some(range) = &mut self.prose.range {
            range.end = line.next;
        }
    }

    fn unknown(&mut self, line: &Line<'a>, is_fragment: bool, is_apart: bool) {
        let range = self.prose.range.get_or_insert(line.at..line.next);
        range.end = line.next;
        self.prose.lines.push(Unknown { line: *line, is_fragment, is_apart });
    }

    /// Reads the prose up to here, and names what of it nothing knows.
    fn end_prose(&mut self) {
        let Prose { range, lines: mut unknown } = std::mem::take(&mut self.prose);
        let Some(range) = range else { return };
        self.reader.syntax = Syntax::Rows;
        self.reader.title = None;
        self.reader.is_open_ended = true;
        let is_followed = is_followed(self.text, range.end);
        self.reader.is_closed = is_followed && self.reader.command.operation().is_some();
        let passage = Passage::of(self.lines, range.clone());
        for format in TEXT_FORMATS {
            if unknown.is_empty() || (format.sure)(&passage) == 0 {
                continue;
            }
            self.reader.recognised(format.id);
            if format.is_list && !is_followed {
                self.reader.open_end = Some(range.start);
            }
            (format.read)(&passage, self.reader);
            unknown.retain(|unknown| !(format.takes)(&unknown.line));
            self.reader.as_of = None;
        }
        let mut run: Option<(usize, usize, bool)> = None;
        for Unknown { line, is_fragment, is_apart } in unknown {
            let at = line.at + blanks(line.text);
            match &mut run {
                Some((_, last, is_of)) if !is_apart && *is_of == is_fragment => *last = at,
                _ => {
                    self.report(run.take());
                    run = Some((at, at, is_fragment));
                }
            }
        }
        self.report(run);
    }

    fn report(&mut self, run: Option<(usize, usize, bool)>) {
        let Some((first, last, is_fragment)) = run else { return };
        let (lines, count) = self.reader.lines_between(first, last);
        let reason = if is_fragment {
            Reason::HeadCut { lines: lines.into() }
        } else {
            Reason::Unrecognised { lines: lines.into(), count: count.into() }
        };
        self.reader.problem(first, Severity::Warning, reason);
    }
}

/// Whether a line is nothing but a number.
fn is_figure(content: &str) -> bool {
    content.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The surest format of a document.
fn recognise(root: &Node<'_>) -> Option<&'static DocumentFormat> {
    let rated = DOCUMENT_FORMATS.iter().map(|format| ((format.sure)(root), format));
    rated.max_by_key(|(sure, _)| *sure).filter(|(sure, _)| *sure > 0).map(|(_, format)| format)
}

/// The same; a table with nothing in it is known by its heading.
fn recognise_in(block: &Block<'_>) -> Option<&'static DocumentFormat> {
    let by_heading = || super::format::by_heading(block.title, &block.root);
    recognise(&block.root).or_else(by_heading)
}

/// Whether anything stands behind a document, such as the next prompt: it was not the paste's end
/// that ended it.
fn is_followed(text: &str, end: usize) -> bool {
    text.get(end..).is_some_and(|rest| !rest.trim_start().is_empty())
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
