//! Takes a paste apart: documents of any syntax, and between them commands, errors and prose.

use std::ops::Range;

use super::command::Command;
use super::environment::Environment;
use super::format::projected::Projected;
use super::format::{
    DOCUMENT_FORMATS, DocumentFormat, Passage, TEXT_FORMATS, TOOL_FORMATS, TextFormat, answers,
    bare_number, license_email, service_quotas,
};
use super::lines::{Line, Lines, Signs};
use super::reader::{Answer, Reader};
use super::syntax::json::{self, MAX_DEPTH};
use super::syntax::{Block, Broken, FINDERS, Syntax, Why};
use super::transcript::{Remark, figure_before_prompt, goes_on, remark};
use super::tree::{Node, Value};
use super::unknown::name_unknown;
use crate::data::quotas::{QUOTAS, Scope, code_of_name, is_quota_code};
use crate::data::regions::GLOBAL;
use crate::report::Severity;
use crate::text::Reason;

/// Reads all of a text; where `in_full`, no record of it is passed over.
pub fn read<'a>(lines: &Lines<'a>, in_full: bool, reader: &mut Reader<'a>) {
    let mut pieces = Pieces {
        text: lines.text,
        lines,
        reader,
        in_full,
        at: 0,
        number: 0,
        prose: Prose::default(),
        open_command: None,
        projected: None,
        environment: Environment::default(),
        // Blocks whose beginning was looked at and that no format knows end here.
        unknown_until: 0,
        too_deep: None,
    };
    pieces.read();
}

struct Pieces<'a, 'r> {
    text: &'a str,
    lines: &'r Lines<'a>,
    reader: &'r mut Reader<'a>,
    in_full: bool,
    at: usize,
    /// The line that `at` was on last.
    number: u32,
    prose: Prose<'a>,
    /// A command that goes on on the next line.
    open_command: Option<String>,
    /// What the command above leaves of its answer.
    projected: Option<Projected>,
    environment: Environment,
    unknown_until: usize,
    /// Here a document was nested too deep; what goes on there is the same one.
    too_deep: Option<usize>,
}

/// Lines that are neither data nor a terminal's, up to the next document.
#[derive(Default)]
struct Prose<'a> {
    range: Option<Range<usize>>,
    lines: Vec<Unknown<'a>>,
    /// Commands above parts of it, each with where the next command ends its part.
    ended: Vec<(Command, usize)>,
    /// A document stands between its beginning and the command above.
    is_behind: bool,
}

/// A line of prose.
struct Unknown<'a> {
    line: Line<'a>,
    is_fragment: bool,
    /// A command or an error stood between this line and the one before it.
    is_apart: bool,
    /// A format knows it.
    is_taken: bool,
    /// It stands below a command with a `--query`.
    is_left: bool,
}

/// Lines one below the other that nothing knows.
struct Run {
    first: usize,
    last: usize,
    is_fragment: bool,
    is_left: bool,
}

impl<'a> Pieces<'a, '_> {
    fn read(&mut self) {
        let mut is_apart = false;
        let mut below_command = false;
        while let Some(next) = self.next() {
            if self.json_at(next) {
                below_command = false;
                continue;
            }
            let Some(line) = self.line() else { break };
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
            // What has no line end of its own stands before the next prompt.
            if let Some(length) = figure_before_prompt(content, line.signs) {
                let end = line.at + blanks(line.text) + length;
                let figure = line.part(line.at, end);
                self.unknown(&figure, false, std::mem::take(&mut is_apart));
                self.at = end;
                continue;
            }
            // Data first: `#TYPE` above a table is no comment, `| … |` no pipe.
            if below_command && self.rows(line, content) {
                below_command = false;
                continue;
            }
            if line.at >= self.unknown_until && self.block(line) {
                below_command = false;
                continue;
            }
            match remark(content, line.signs) {
                Some(Remark::Command(call)) => {
                    below_command = true;
                    self.command(call, &line);
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
                    // That was the command's answer.
                    self.below(Command::default(), &line);
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
        let line = self.lines.at(self.at, self.number)?;
        self.number = line.number;
        Some(line)
    }

    /// Where something stands next; the current place becomes the beginning of its line.
    fn next(&mut self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let blank = &rest[..blanks(rest)];
        if blank.len() == rest.len() {
            return None;
        }
        let next = self.at + blank.len();
        self.at += blank.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        Some(next)
    }

    fn json_at(&mut self, at: usize) -> bool {
        if at >= self.text.len() || !json::begins(self.text, at) {
            return false;
        }
        match self.json_from(at) {
            Some(block) => {
                self.end_prose();
                self.at = block.next;
                self.json(block);
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
            if let Some(block) = self.json_from(at) {
                let before = line.part(line.at, at);
                if !before.is_blank() {
                    self.unknown(&before, false, false);
                }
                self.end_prose();
                self.at = block.next;
                self.json(block);
                return true;
            }
        }
        false
    }

    /// The document that begins there, of which records of quotas that nobody needs are passed over,
    /// unless it turns out that they are none.
    fn json_from(&self, at: usize) -> Option<Block<'a>> {
        if !self.in_full && self.projected.is_none() {
            let block = json::document(self.text, at, Some(&service_quotas::PASSING))?;
            let is_it = |format: &DocumentFormat| {
                (format.id)(&block.root, Syntax::Json)
                    == (service_quotas::FORMAT.id)(&block.root, Syntax::Json)
            };
            if !json::has_passed(&block.root) || recognise(&block.root).is_some_and(is_it) {
                return Some(block);
            }
        }
        json::document(self.text, at, None)
    }

    fn json(&mut self, mut block: Block<'a>) {
        let format = self.restored(&mut block).or_else(|| recognise(&block.root));
        self.document(block, format);
    }

    /// Puts what the command's `--query` has left together again, where it is certain.
    fn restored(&mut self, block: &mut Block<'a>) -> Option<&'static DocumentFormat> {
        let projected = self.projected.as_ref().filter(|known| known.fits(&block.root))?;
        let none = Node { at: block.root.at, value: Value::Null, whole: true };
        block.root = projected.restored(std::mem::replace(&mut block.root, none));
        self.reader.is_at_most = projected.is_at_most();
        Some(projected.format())
    }

    /// What a `--query` has left as text, right below its command.
    fn rows(&mut self, line: Line<'a>, content: &str) -> bool {
        let Some(projected) = &self.projected else { return false };
        if remark(content, line.signs).is_some() {
            return false;
        }
        let Some(mut block) = projected.rows(self.lines, line) else { return false };
        let Some(format) = self.restored(&mut block) else { return false };
        self.end_prose();
        self.at = block.next;
        self.document(block, Some(format));
        true
    }

    /// A block of a line-based syntax that a format knows.
    fn block(&mut self, line: Line<'a>) -> bool {
        for find in FINDERS {
            let Some(mut block) = find(self.lines, line) else { continue };
            match self.restored(&mut block).or_else(|| recognise_in(&block)) {
                Some(format) => {
                    self.end_prose();
                    self.at = block.next;
                    self.document(block, Some(format));
                    return true;
                }
                // A table of quotas whose headings nobody knows.
                None if let Some(heading) = unknown_heading(&block) => {
                    self.end_prose();
                    self.at = block.next;
                    let reason = Reason::HeadingUnknown { heading: heading.into() };
                    self.reader.problem(block.root.at, Severity::Warning, reason);
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
        let is_inner = self.too_deep.take() == Some(root.at);
        let reader = &mut *self.reader;
        reader.document += 1;
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
                // Two answers right below one another may look like one.
                match syntax {
                    Syntax::Json => read_answer(&[format], &root, reader),
                    _ => read_answer(&with_others(&root, format), &root, reader),
                }
            }
            None if service_quotas::is_nameless(&root) => {
                reader.recognised((service_quotas::NAMELESS.id)(&root, syntax));
                (service_quotas::NAMELESS.read)(&root, reader);
            }
            None if reader.command.query().is_some() => {
                let (lines, count) =
                    reader.lines_between(root.at, last_of(self.text, root.at, next));
                let reason = Reason::QueryUnclear { lines: lines.into(), count: count.into() };
                reader.problem(root.at, Severity::Warning, reason);
            }
            None if is_inner => {}
            None => name_unknown(&root, reader),
        }
        reader.as_of = None;
        reader.is_at_most = false;
        if let Some(first) = damaged.first() {
            let reason = Reason::RowsDamaged { count: damaged.len().into() };
            reader.problem(*first, Severity::Warning, reason);
        }
        if let Some(Broken { at, why }) = broken {
            let reason = match &why {
                Why::Expected(expected) => Reason::JsonCut { expected: (*expected).into() },
                Why::TooDeep => Reason::JsonTooDeep { depth: MAX_DEPTH.into() },
            };
            if why == Why::TooDeep {
                self.too_deep = Some(at);
            }
            if why != Why::TooDeep || !is_inner {
                reader.problem(at, Severity::Warning, reason);
            }
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
        // A list of bare numbers, each of which is named by itself.
        let has_figure_below = self.text[line.next..].trim_start().starts_with(is_digit);
        let is_left = self.reader.command.query().is_some() && has_figure_below;
        let is_bracket = content.contains(['{', '}', '[', ']']);
        if is_empty || !is_bracket || is_left || self.reader.knows_cut() {
            return;
        }
        if is_all(b"}], ") {
            let (lines, count) = self.reader.lines_between(at, at);
            let reason = Reason::HeadCut { lines: lines.into(), count: count.into() };
            self.reader.problem(at, Severity::Warning, reason);
        } else if is_all(b"{[ ") {
            let reason = Reason::JsonCut { expected: "a value".into() };
            self.reader.problem(at, Severity::Warning, reason);
        }
    }

    fn command(&mut self, call: Option<&str>, line: &Line<'_>) {
        if goes_on(line.trimmed()) {
            self.open_command = Some(call.unwrap_or_default().to_owned());
        }
        let content = line.trimmed();
        let before = content.len() - call.map_or(0, str::len);
        let region = self.environment.take(&content[..before], call.is_some()).region();
        let command = call.map(|call| Command::parse(call, region)).unwrap_or_default();
        self.below(command, line);
    }

    /// What follows stands below this command.
    fn below(&mut self, command: Command, line: &Line<'_>) {
        self.projected = Projected::by(&command);
        self.reader.answered = None;
        let above = std::mem::replace(&mut self.reader.command, command);
        if self.prose.range.is_some() {
            self.prose.ended.push((above, line.at));
        }
    }

    fn command_goes_on(&mut self, command: String, content: &str) {
        let command = format!("{} {content}", command.trim_end_matches(['\\', '`', '^']));
        self.reader.command = self.reader.command.goes_on(&command);
        self.projected = Projected::by(&self.reader.command);
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
        if self.prose.range.is_none() {
            self.prose.is_behind = self.reader.answered.is_some();
        }
        let range = self.prose.range.get_or_insert(line.at..line.next);
        range.end = line.next;
        let is_left = self.reader.command.query().is_some();
        let is_taken = false;
        let unknown = Unknown { line: *line, is_fragment, is_apart, is_taken, is_left };
        self.prose.lines.push(unknown);
    }

    /// Reads the prose up to here, and names what of it nothing knows.
    fn end_prose(&mut self) {
        let Prose { range, lines: mut unknown, ended, is_behind } = std::mem::take(&mut self.prose);
        let Some(range) = range else { return };
        self.reader.syntax = Syntax::Rows;
        self.reader.title = None;
        self.reader.is_open_ended = true;
        let last = std::mem::take(&mut self.reader.command);
        let mut parts: Vec<(Command, usize)> = ended;
        parts.push((last, range.end));
        // What stands behind a document is not of the command above that, as other documents may be.
        let behind = is_behind.then(|| std::mem::take(&mut parts[0].0));
        self.parts(range.start, &mut parts, TOOL_FORMATS, &mut unknown);
        let is_known = unknown.iter().all(|unknown| unknown.is_taken);
        let whole = Passage::of(self.lines, range.clone());
        // A mail may hold commands; everything else is what the command above it printed.
        if !is_known && (license_email::FORMAT.sure)(&whole) > 0 {
            self.answers_in_mail(range.start, &mut parts, &mut unknown);
            self.passage(&whole, &[license_email::FORMAT], &mut unknown);
        } else if !is_known {
            self.parts(range.start, &mut parts, TEXT_FORMATS, &mut unknown);
        }
        let last = parts.pop().map(|part| part.0).unwrap_or_default();
        self.reader.command = behind.filter(|_| parts.is_empty()).unwrap_or(last);
        let mut run: Option<Run> = None;
        for Unknown { line, is_fragment, is_apart, is_taken, is_left } in unknown {
            let at = line.at + blanks(line.text);
            match &mut run {
                _ if is_taken => self.report(run.take()),
                Some(run) if !is_apart && run.is_fragment == is_fragment => run.last = at,
                _ => {
                    self.report(run.take());
                    run = Some(Run { first: at, last: at, is_fragment, is_left });
                }
            }
        }
        self.report(run);
    }

    /// Reads what stands below each command, up to where the next one ends it.
    fn parts(
        &mut self,
        start: usize,
        parts: &mut [(Command, usize)],
        formats: &[TextFormat],
        unknown: &mut [Unknown<'a>],
    ) {
        let (mut at, mut rest) = (start, unknown);
        for (command, end) in parts {
            let own = rest.partition_point(|unknown| unknown.line.at < *end);
            let (lines, others) = rest.split_at_mut(own);
            if !lines.is_empty() {
                std::mem::swap(&mut self.reader.command, command);
                self.passage(&Passage::of(self.lines, at..*end), formats, lines);
                std::mem::swap(&mut self.reader.command, command);
            }
            (at, rest) = (*end, others);
        }
    }

    /// Reads the numbers right below commands that ask for one, which are none of the mail's.
    fn answers_in_mail(
        &mut self,
        start: usize,
        parts: &mut [(Command, usize)],
        unknown: &mut [Unknown<'a>],
    ) {
        let mut at = start;
        for (command, end) in parts {
            let first = unknown.iter_mut().find(|unknown| (at..*end).contains(&unknown.line.at));
            at = *end;
            let Some(first) = first.filter(|first| is_figure(first.line.trimmed())) else {
                continue;
            };
            if command.query().is_some() {
                let passage = Passage::of(self.lines, first.line.at..first.line.next);
                std::mem::swap(&mut self.reader.command, command);
                self.passage(&passage, &[bare_number::FORMAT], std::slice::from_mut(first));
                std::mem::swap(&mut self.reader.command, command);
            }
        }
    }

    /// Reads a passage, and marks the lines of it that are known then.
    fn passage(
        &mut self,
        passage: &Passage<'a>,
        formats: &[TextFormat],
        unknown: &mut [Unknown<'a>],
    ) {
        let is_followed = is_followed(self.text, passage.at + passage.text.len());
        self.reader.document += 1;
        self.reader.is_closed = is_followed && self.reader.command.operation().is_some();
        for format in formats {
            let is_known = unknown.iter().all(|unknown| unknown.is_taken);
            if is_known || (format.sure)(passage) == 0 {
                continue;
            }
            self.reader.recognised(format.id);
            // No command of the AWS CLI has printed another tool's output.
            let kept = format.is_tools.then(|| std::mem::take(&mut self.reader.command));
            if format.is_list && !is_followed {
                self.reader.open_end = Some(passage.at);
            }
            (format.read)(passage, self.reader);
            if let Some(command) = kept {
                self.reader.command = command;
            }
            for unknown in unknown.iter_mut().filter(|unknown| (format.takes)(&unknown.line)) {
                unknown.is_taken = true;
            }
            self.reader.as_of = None;
        }
    }

    fn report(&mut self, run: Option<Run>) {
        let Some(Run { first, last, is_fragment, is_left }) = run else { return };
        let (lines, count) = self.reader.lines_between(first, last);
        let reason = if is_left && !is_fragment {
            Reason::QueryUnclear { lines: lines.into(), count: count.into() }
        } else if is_fragment {
            Reason::HeadCut { lines: lines.into(), count: count.into() }
        } else {
            Reason::Unrecognised { lines: lines.into(), count: count.into() }
        };
        self.reader.problem(first, Severity::Warning, reason);
    }
}

/// The headings of a table whose rows name quotas, but in no column that is known.
fn unknown_heading(block: &Block<'_>) -> Option<String> {
    let first = block.root.list()?.first()?;
    let Value::Map(cells) = &first.value else { return None };
    let names_quota = |cell: &Node<'_>| {
        cell.text().is_some_and(|text| is_quota_code(text) || code_of_name(text).is_some())
    };
    let is_table = matches!(block.syntax, Syntax::Csv | Syntax::Markdown);
    (is_table && cells.values().any(names_quota)).then(|| {
        let heading: Vec<&str> = first.keys().collect();
        heading.join(", ").chars().take(60).collect()
    })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Where the last line of a document begins, as far as it is not blank.
fn last_of(text: &str, at: usize, next: usize) -> usize {
    let document = text[at..next.min(text.len())].trim_end();
    at + document.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// Whether a line is nothing but a number.
fn is_figure(content: &str) -> bool {
    content.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Reads a document of these formats, each below the command above or, where that printed something
/// else, below none.
fn read_answer(formats: &[&DocumentFormat], root: &Node<'_>, reader: &mut Reader<'_>) {
    let before = reader.answered.take();
    for format in formats {
        let id = (format.id)(root, reader.syntax);
        let answer = Answer::of(id, root);
        // A command has one kind of answer.
        let is_its = answers(reader.command.operation(), id)
            && before.as_ref().is_none_or(|before| *before == answer);
        if is_its || reader.answered.is_none() {
            reader.answered = Some(answer);
        }
        reader.recognised(id);
        let kept = (!is_its).then(|| std::mem::take(&mut reader.command));
        (format.read)(root, reader);
        if let Some(command) = kept {
            reader.command = command;
        }
    }
    if before.is_some() {
        reader.answered = before;
    }
}

/// A document's format, and those that it is of as surely: each has its own key.
fn with_others<'f>(root: &Node<'_>, format: &'f DocumentFormat) -> Vec<&'f DocumentFormat> {
    const SURE: u8 = 85;
    let mut formats = vec![format];
    let has_keys = matches!(root.value, Value::Map(_)) && root.keys().nth(1).is_some();
    if has_keys && (format.sure)(root) >= SURE {
        let id = |format: &DocumentFormat| (format.id)(root, Syntax::Json);
        let is_other =
            |other: &&DocumentFormat| (other.sure)(root) >= SURE && id(other) != id(format);
        formats.extend(DOCUMENT_FORMATS.iter().filter(is_other));
    }
    formats
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
