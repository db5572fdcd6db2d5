//! Texts without what nobody sees: signs that turn the writing direction, break a line or are no
//! characters at all are shown in place of doing what they do.

use std::fmt::Write;

/// `text` in one line, with a visible sign for every character that has none of its own.
pub fn line(text: &str) -> String {
    shown(text, |_| false)
}

/// The same, with its lines kept.
pub fn lines(text: &str) -> String {
    shown(text, |c| c == '\n')
}

fn shown(text: &str, is_kept: fn(char) -> bool) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if is_kept(c) || !is_hidden(c) => plain.push(c),
            // Unicode has a picture of each: ␊, ␉, ␛.
            '\0'..='\u{1f}' => plain.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => plain.push('␡'),
            c => {
                let _ = write!(plain, "[U+{:04X}]", u32::from(c));
            }
        }
    }
    plain
}

/// Controls, line separators, and what is there only to steer how text is laid out.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// `text` as a comment of any program: one line of printable ASCII. `None` where it has another
/// sign than the typographic ones of the sentences.
pub fn ascii(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' '..='~' => plain.push(c),
            '“' | '”' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            _ => return None,
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::{ascii, line, lines};

    #[test]
    fn what_nobody_sees_is_shown() {
        for (text, plain) in [
            ("EC2 vCPU – 64", "EC2 vCPU – 64"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a[U+202E]b[U+2066]c[U+200F]"),
            ("one\r\ntwo\tthree", "one␍␊two␉three"),
            ("\u{1b}[31m\u{7f}\u{85}", "␛[31m␡[U+0085]"),
            ("日本語 ملف", "日本語 ملف"),
        ] {
            assert_eq!(line(text), plain);
        }
        assert_eq!(lines("one\ntwo\r"), "one\ntwo␍");
    }

    #[test]
    fn a_comment_is_one_line_of_ascii_or_none() {
        assert_eq!(ascii("“VPCs”: AWS’s…").as_deref(), Some("\"VPCs\": AWS's..."));
        for text in ["a\nb", "a\rb", "日本", "a\u{202e}b", "a\u{7f}"] {
            assert_eq!(ascii(text), None, "{text:?}");
        }
    }
}
