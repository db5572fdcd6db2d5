//! The syntaxes in which data leaves AWS, each read into one tree.
//!
//! A finder looks at the line where a block may begin and takes as many lines as belong to it. It
//! says nothing of what the data means; that is a format's matter.

pub mod json;
pub mod keyword_rows;
mod literals;
mod markdown;
mod pairs;
mod separated;
mod table;
mod yaml;

use super::lines::{Line, Lines};
use super::tree::Node;

/// How a block is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// JSON, several documents one behind the other included.
    Json,
    /// What Python prints of dictionaries and lists.
    Python,
    /// `--output yaml` and `yaml-stream`.
    Yaml,
    /// `--output table`.
    Table,
    /// A table in the box of a database's shell.
    BoxTable,
    /// `--output text`, and rows of cells without a heading.
    Rows,
    /// Comma, semicolon or tab between cells, under a heading.
    Csv,
    /// A Markdown table.
    Markdown,
    /// `Key : value` and `key = "value"`, a pair a line, and PowerShell's tables.
    Pairs,
}

/// A stretch of the source that is one document.
#[derive(Debug)]
pub struct Block<'a> {
    /// What stands in it.
    pub root: Node<'a>,
    /// Byte offset behind it.
    pub next: usize,
    /// How it is written.
    pub syntax: Syntax,
    /// Whether its own end shows that nothing is missing, as a bracket does.
    pub is_closed: bool,
    /// The heading of a table, which is the name of the operation.
    pub title: Option<&'a str>,
    /// Where and why it breaks off.
    pub broken: Option<Broken>,
    /// Rows of it that could not be told apart from what a terminal or a cut did to them.
    pub damaged: Vec<usize>,
}

impl<'a> Block<'a> {
    /// A block without anything wrong in it.
    pub fn new(root: Node<'a>, next: usize, syntax: Syntax, is_closed: bool) -> Block<'a> {
        Block { root, next, syntax, is_closed, title: None, broken: None, damaged: Vec::new() }
    }
}

/// Where and why a document broke off.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// Byte offset.
    pub at: usize,
    /// Why.
    pub why: Why,
}

/// Why a document broke off.
#[derive(Debug, PartialEq, Eq)]
pub enum Why {
    /// Something else was expected here.
    Expected(&'static str),
    /// More than [`json::MAX_DEPTH`] lists and objects in one another.
    TooDeep,
}

/// Looks for a block that begins with `line`, one of `lines` or the rest of one.
pub type Finder = for<'a> fn(lines: &Lines<'a>, line: Line<'a>) -> Option<Block<'a>>;

/// Every line-based syntax, the more particular ones first.
pub const FINDERS: &[Finder] = &[
    literals::find,
    markdown::find,
    table::find,
    keyword_rows::find,
    yaml::find,
    pairs::find,
    separated::find,
];
