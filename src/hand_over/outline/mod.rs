//! The report as a document, without a word on how it is drawn: Markdown and the printed page are
//! made of the same blocks.

mod checks;
mod head;
mod license;
mod notes;
mod rows;

use super::plain;
use crate::report::Report;
use crate::words;

/// A document. Its texts are one line each, without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What stands above it.
    pub title: String,
    /// What it consists of, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of what follows.
    Heading {
        /// 2 below the document's title, 3 below that.
        level: u8,
        /// What it says.
        text: String,
    },
    /// Sentences.
    Paragraph(String),
    /// Rows under headed columns.
    Table(Table),
    /// Points.
    List {
        /// Whether they are numbered.
        is_ordered: bool,
        /// Each.
        entries: Vec<Entry>,
    },
    /// Something to copy; it may have several lines.
    Code {
        /// In which language.
        language: &'static str,
        /// Itself.
        text: String,
    },
    /// A way to another page.
    Link {
        /// What it says.
        text: String,
        /// Where it leads, `https` alone.
        url: String,
    },
    /// A picture. What it shows stands in a table of the document, too.
    Picture {
        /// The whole of it.
        svg: String,
        /// What it shows, for those who do not see it.
        text: String,
    },
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about; empty where the text says so itself.
    pub label: String,
    /// What is said.
    pub text: String,
}

/// Rows under headed columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, as many in each row as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: &'static str,
    /// Whether it holds numbers, which are aligned on their right.
    pub is_number: bool,
}

/// The document that says what `report` says.
pub fn outline(report: &Report) -> Outline {
    let mut blocks = head::blocks(report);
    blocks.extend(rows::blocks(report));
    blocks.extend(license::blocks(report));
    blocks.extend(checks::blocks(report));
    blocks.extend(notes::blocks(report));
    blocks.iter_mut().for_each(Block::make_plain);
    Outline { title: words!("page.title").to_owned(), blocks }
}

impl Block {
    /// Names come from everywhere: here none of them can do anything but be read.
    fn make_plain(&mut self) {
        let texts: Vec<&mut String> = match self {
            Block::Heading { text, .. } | Block::Paragraph(text) => vec![text],
            Block::Table(table) => table.rows.iter_mut().flatten().collect(),
            Block::List { entries, .. } => {
                entries.iter_mut().flat_map(|entry| [&mut entry.label, &mut entry.text]).collect()
            }
            Block::Link { text, url } => vec![text, url],
            Block::Picture { text, .. } => vec![text],
            Block::Code { text, .. } => {
                *text = plain::lines(text);
                return;
            }
        };
        for text in texts {
            *text = plain::line(text);
        }
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn list(entries: Vec<Entry>) -> Option<Block> {
    (!entries.is_empty()).then_some(Block::List { is_ordered: false, entries })
}

fn entry(label: &str, text: impl Into<String>) -> Entry {
    Entry { label: label.to_owned(), text: text.into() }
}

fn words_column(title: &'static str) -> Column {
    Column { title, is_number: false }
}

fn number_column(title: &'static str) -> Column {
    Column { title, is_number: true }
}
