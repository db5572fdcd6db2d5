//! The report as GitHub's Markdown. Every sign that means something there is taken from the texts.

use std::fmt::Write;

use super::outline::{Block, Entry, Table, outline};
use crate::report::Report;
use crate::words;

/// Signs that mean something wherever they stand.
const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '$', '@'];

/// The document.
pub fn markdown(report: &Report) -> String {
    let outline = outline(report);
    let mut document = format!("# {}\n", text(&outline.title));
    for block in &outline.blocks {
        draw(block, &mut document);
    }
    document
}

fn draw(block: &Block, document: &mut String) {
    // Its text stands in a table of the document.
    if matches!(block, Block::Picture { .. }) {
        return;
    }
    document.push('\n');
    let _ = match block {
        Block::Heading { level, text: title } => {
            writeln!(document, "{} {}", "#".repeat(usize::from(*level)), text(title))
        }
        Block::Paragraph(words) => writeln!(document, "{}", text(words)),
        Block::Table(cells) => write!(document, "{}", table(cells)),
        Block::List { is_ordered, entries } => write!(document, "{}", list(*is_ordered, entries)),
        Block::Code { language, text } => {
            let fence = fence(text);
            writeln!(document, "{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
        }
        Block::Link { text: words, url } => {
            writeln!(document, "[{}](<{}>)", text(words), url.replace(['<', '>'], ""))
        }
        Block::Picture { .. } => Ok(()),
    };
}

fn table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = |is_number: bool| if is_number { "---:" } else { "---" }.to_owned();
    let mut rows = line(table.columns.iter().map(|column| text(column.title)).collect());
    rows.push_str(&line(table.columns.iter().map(|column| rule(column.is_number)).collect()));
    for row in &table.rows {
        rows.push_str(&line(row.iter().map(|cell| text(cell)).collect()));
    }
    rows
}

fn list(is_ordered: bool, entries: &[Entry]) -> String {
    let mut points = String::new();
    for (index, Entry { label, text: words }) in entries.iter().enumerate() {
        let mark = if is_ordered { format!("{}.", index + 1) } else { "-".to_owned() };
        let _ = writeln!(points, "{mark} {}{}", in_bold(label), text(words));
    }
    points
}

/// A label before its text. Markdown ends bold type behind a colon only where a blank follows.
fn in_bold(label: &str) -> String {
    let (label, colon) = (text(label), words!("label.colon"));
    match colon.strip_suffix(' ') {
        _ if label.is_empty() => label,
        Some(colon) => format!("**{label}{colon}** "),
        None => format!("**{label}**{colon}"),
    }
}

/// Longer than any run of backticks in the text, so that the text cannot end the block.
fn fence(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or(0).max(2) + 1)
}

/// `text` as nothing but text.
fn text(text: &str) -> String {
    let text = text.trim();
    let mut plain = String::with_capacity(text.len() + 8);
    // What begins a list, a rule or the line under a title.
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_mark = number.starts_with(['.', ')']) && !number[1..].starts_with(|c| c > ' ');
    let is_numbered = number.len() < text.len() && is_mark;
    let marks_at = if is_numbered { Some(text.len() - number.len()) } else { None };
    for (at, c) in text.char_indices() {
        let begins = at == 0 && matches!(c, '-' | '+' | '=');
        // GitHub makes a link of every address.
        let rest = &text[at..];
        let is_address = rest.starts_with("://") || rest.starts_with('.') && is_www(&text[..at]);
        if begins || Some(at) == marks_at || is_address || SIGNS.contains(&c) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

fn is_www(before: &str) -> bool {
    before.get(before.len().saturating_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::{fence, text};

    #[test]
    fn signs_are_taken_for_text() {
        for (given, expected) in [
            ("EC2-VPC Elastic IPs (5)", "EC2-VPC Elastic IPs (5)"),
            ("a|b`c`*d*_e_", r"a\|b\`c\`\*d\*\_e\_"),
            ("<img onerror=x>&lt;", r"\<img onerror=x\>\&lt;"),
            ("# title", r"\# title"),
            ("  - point", r"\- point"),
            ("12. point", r"12\. point"),
            ("1.", r"1\."),
            ("1.3 TB", "1.3 TB"),
            ("2026-11-26", "2026-11-26"),
            ("https://a.example www.a.example", r"https\://a.example www\.a.example"),
            ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ] {
            assert_eq!(text(given), expected);
        }
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        for (given, expected) in [("aws", "```"), ("a ``` b", "````"), ("`````", "``````")] {
            assert_eq!(fence(given), expected);
        }
    }
}
