//! Texts as words of a shell and as strings of Terraform, so that nothing in them is more than text.

use std::fmt::Write;

/// `text` as one word of a POSIX shell.
pub fn shell(text: &str) -> String {
    let is_bare =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | ',');
    if !text.is_empty() && text.chars().all(is_bare) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// `text` as a string of Terraform's language, with its quotes.
pub fn hcl(text: &str) -> String {
    let mut string = String::from("\"");
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\\' => string.extend(['\\', c]),
            '\n' => string.push_str("\\n"),
            '\r' => string.push_str("\\r"),
            '\t' => string.push_str("\\t"),
            // A doubled sign is the sign itself, and begins no template.
            '$' | '%' if rest.peek() == Some(&'{') => string.extend([c, c]),
            c if c.is_control() => {
                let _ = write!(string, "\\u{:04X}", u32::from(c));
            }
            c => string.push(c),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::{hcl, shell};

    #[test]
    fn a_word_of_a_shell_is_text_and_nothing_else() {
        for (text, word) in [
            ("us-west-2", "us-west-2"),
            ("", "''"),
            ("EC2 vCPU", "'EC2 vCPU'"),
            ("$(id)", "'$(id)'"),
            ("it's `id`", r"'it'\''s `id`'"),
            ("~", "'~'"),
            ("a\nb", "'a\nb'"),
        ] {
            assert_eq!(shell(text), word);
        }
    }

    #[test]
    fn a_string_of_terraform_is_no_template() {
        for (text, string) in [
            ("us-west-2", r#""us-west-2""#),
            ("a\"b\\c", r#""a\"b\\c""#),
            ("${jndi} %{ if } $${x}", r#""$${jndi} %%{ if } $$${x}""#),
            ("5 % and $ alone", r#""5 % and $ alone""#),
            ("a\nb\u{7}", r#""a\nb\u0007""#),
        ] {
            assert_eq!(hcl(text), string);
        }
    }
}
