//! Lines for a terminal of 80 columns. Whatever is put down is text and nothing else: no name from
//! outside can move the cursor, turn the writing direction or begin a line.

use byoc_readiness::hand_over::plain;
use unicode_width::UnicodeWidthStr;

/// How many columns a line has; commands and tables may take more.
const COLUMNS: usize = 80;

/// What has been put down.
#[derive(Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// A line as it is, however long.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(plain::line(line).trim_end());
        self.text.push('\n');
    }

    /// An empty line, but never two.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// `text` behind `lead`, broken at blanks; its later lines stand `indent` columns in.
    pub fn wrapped(&mut self, lead: &str, indent: usize, text: &str) {
        let mut line = plain::line(lead);
        let mut blank = "";
        for word in plain::line(text).split(' ') {
            let is_full = line.width() + blank.len() + word.width() > COLUMNS;
            if is_full && !line.trim().is_empty() {
                self.line(&line);
                line = " ".repeat(indent);
                blank = "";
            }
            line.push_str(blank);
            line.push_str(word);
            blank = " ";
        }
        self.line(&line);
    }

    /// The whole.
    pub fn finish(self) -> String {
        self.text
    }
}

/// `text` filled up with blanks to so many columns; on its right, or on its left for a number.
pub fn padded(text: &str, columns: usize, is_number: bool) -> String {
    let blanks = " ".repeat(columns.saturating_sub(text.width()));
    if is_number { blanks + text } else { text.to_owned() + &blanks }
}

/// How many columns the widest of them takes.
pub fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Page, padded};

    #[test]
    fn a_line_ends_before_the_column_that_is_too_many() {
        let mut page = Page::default();
        page.wrapped("- ", 2, &["four"; 17].join(" "));
        let text = page.finish();
        let lines: Vec<&str> = text.lines().collect();
        // 2 for the lead, 15 words of 4 and 14 blanks: 76; a sixteenth would end in column 81.
        assert_eq!(lines[0].len(), 76);
        assert_eq!(lines[1], "  four four");
    }

    #[test]
    fn wide_signs_take_two_columns() {
        assert_eq!(padded("配额", 6, true), "  配额");
        let mut page = Page::default();
        page.wrapped("", 0, &["配额配额"; 9].join(" "));
        // 8 columns each and a blank between: 9 would take 80 columns, and do.
        assert_eq!(page.finish().lines().count(), 1);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        let mut page = Page::default();
        page.wrapped("\u{1b}[31m", 0, "a\u{202e}b\nc\u{9b}2J");
        page.line("\u{7}\r");
        assert_eq!(page.finish(), "␛[31ma[U+202E]b␊c[U+009B]2J\n␇␍\n");
    }
}
