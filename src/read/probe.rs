//! One syntax and one format at a time, past the choice that [`super::read`] makes between them, so
//! that fuzzing reaches what only a rare text reaches. No part of the interface.

use byoc_scan::Survey;

use super::clean::clean;
use super::format::license_email;
use super::format::{DOCUMENT_FORMATS, DocumentFormat, Passage, TEXT_FORMATS, TOOL_FORMATS};
use super::lines::Lines;
use super::place::Places;
use super::reader::Reader;
use super::syntax::{Block, FINDERS, json};
use super::{Reading, format::TextFormat};

/// How many syntaxes there are.
pub const SYNTAXES: u8 = FINDERS.len() as u8 + 1;

/// Reads a text by the syntax and the format at these places, counted round and round: whatever of
/// it is in the syntax goes to the format, if that takes it for its own. Without a format it goes to
/// each.
pub fn read_by(syntax: u8, format: Option<u8>, text: &str) -> Reading {
    let cleaned = clean(text, &Survey::of(text.as_bytes()));
    let lines = Lines::of(&cleaned.text);
    let places = Places::of_cleaned(text, &cleaned.moved);
    let mut reader = Reader::new(&cleaned.text, places, Reading::default());
    let mail = [license_email::FORMAT];
    let texts = || TOOL_FORMATS.iter().chain(TEXT_FORMATS).chain(&mail);
    let count = DOCUMENT_FORMATS.len() + texts().count();
    let chosen = format.map(|format| usize::from(format) % count);
    let is_chosen = |place: usize| chosen.is_none_or(|chosen| chosen == place);
    let documents = DOCUMENT_FORMATS.iter().enumerate().filter(|(place, _)| is_chosen(*place));
    let documents: Vec<&DocumentFormat> = documents.map(|(_, format)| format).collect();
    if !documents.is_empty() {
        read_documents(&lines, syntax, &documents, &mut reader);
    }
    for (_, format) in
        (DOCUMENT_FORMATS.len()..).zip(texts()).filter(|(place, _)| is_chosen(*place))
    {
        read_passage(&lines, format, &mut reader);
    }
    reader.finish()
}

fn read_documents<'a>(
    lines: &Lines<'a>,
    syntax: u8,
    formats: &[&DocumentFormat],
    reader: &mut Reader<'a>,
) {
    let mut next = 0;
    for line in lines.within(0..lines.text.len()) {
        if line.at < next || line.is_blank() {
            continue;
        }
        let block = match usize::from(syntax % SYNTAXES) {
            0 => {
                let at = line.at + line.text.len() - line.text.trim_start().len();
                json::begins(lines.text, at).then(|| json::document(lines.text, at, None)).flatten()
            }
            place => FINDERS[place - 1](lines, line),
        };
        let Some(Block { root, next: end, syntax, is_closed, title, .. }) = block else { continue };
        assert!(end > line.at, "a block takes its first line");
        next = end;
        reader.document += 1;
        (reader.syntax, reader.title) = (syntax, title);
        (reader.is_open_ended, reader.is_closed) = (!is_closed, is_closed);
        for format in formats.iter().filter(|format| (format.sure)(&root) > 0) {
            reader.recognised((format.id)(&root, syntax));
            (format.read)(&root, reader);
            reader.as_of = None;
        }
    }
}

fn read_passage<'a>(lines: &Lines<'a>, format: &TextFormat, reader: &mut Reader<'a>) {
    let passage = Passage::of(lines, 0..lines.text.len());
    if (format.sure)(&passage) > 0 {
        reader.recognised(format.id);
        (format.read)(&passage, reader);
    }
}
