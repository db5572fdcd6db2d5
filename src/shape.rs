//! What is wrong with an input's shape, in words of JavaScript in place of the deserialiser's own.

use crate::WrongInput;

/// Most characters of a text that was found.
const MOST: usize = 40;

/// The refusal for what the deserialiser says about the field at `path`: what was found there, and
/// what was expected.
pub fn refusal(path: &str, says: &str) -> WrongInput {
    let says = says.strip_prefix("Error: ").unwrap_or(says);
    // The deserialiser calls the whole input ".".
    let path = if path == "." { "" } else { path };
    if let Some(field) = quoted(says, "missing field ") {
        let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        return WrongInput { path, message: "is missing".to_owned() };
    }
    let wrong =
        ["invalid type: ", "invalid value: "].iter().find_map(|kind| says.strip_prefix(kind));
    let message = if let Some((found, wanted)) = wrong.and_then(|it| it.rsplit_once(", expected "))
    {
        format!("expected {}, found {}", expected(wanted), found_there(found))
    } else if let Some((name, wanted)) = says
        .strip_prefix("unknown variant ")
        .or_else(|| says.strip_prefix("unknown field "))
        .and_then(|it| it.split_once(", expected "))
    {
        format!("expected {}, found {}", in_quotes(wanted), in_quotes(name))
    } else if says.starts_with("TypeError") {
        // The deserialiser asks a list or an object for its members before it looks what it is.
        "expected a list or an object, found neither".to_owned()
    } else {
        in_quotes(says)
    };
    WrongInput { path: if path.is_empty() { "input".to_owned() } else { path.to_owned() }, message }
}

/// What stands in backticks behind these words.
fn quoted<'a>(says: &'a str, words: &str) -> Option<&'a str> {
    says.strip_prefix(words)?.strip_prefix('`')?.strip_suffix('`')
}

fn in_quotes(says: &str) -> String {
    says.replace('`', "\"")
}

fn expected(wanted: &str) -> &str {
    match wanted {
        "a string" => "text",
        "u32" => "a whole number that is not negative",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        _ if wanted.starts_with("struct ") => "an object",
        _ => wanted,
    }
}

fn found_there(found: &str) -> String {
    let number = ["floating point ", "integer "].iter().find_map(|kind| quoted(found, kind));
    if let Some(number) = number {
        return format!("the number {}", number.strip_suffix(".0").unwrap_or(number));
    }
    if let Some(text) = found.strip_prefix("string ") {
        let cut: String = text.chars().take(MOST).collect();
        let rest = if cut.len() < text.len() { "…" } else { "" };
        return format!("the text {cut}{rest}");
    }
    if let Some(answer) = quoted(found, "boolean ") {
        return answer.to_owned();
    }
    let kind = KINDS.iter().find(|(kind, _)| found.starts_with(kind));
    kind.map_or("a value of another kind", |(_, shown)| shown).to_owned()
}

/// How the deserialiser begins to name a value, and what it is.
const KINDS: [(&str, &str); 6] = [
    ("unit value", "nothing"),
    ("sequence", "a list"),
    ("JsValue([", "a list"),
    ("map", "an object"),
    ("JsValue(Object", "an object"),
    ("JsValue(Function", "a function"),
];

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn a_refusal_says_what_was_found_and_what_was_expected() {
        for (path, says, expected) in [
            (
                "license.coreSize",
                "Error: invalid type: floating point `80.0`, expected a string",
                "license.coreSize: expected text, found the number 80",
            ),
            (
                "profile.policies",
                "Error: invalid type: floating point `1.5`, expected u32",
                "profile.policies: expected a whole number that is not negative, found the number 1.5",
            ),
            (
                "profile.regions",
                "Error: invalid type: string \"us-west-2\", expected a sequence",
                "profile.regions: expected a list, found the text \"us-west-2\"",
            ),
            (
                "profile.instances[0].count",
                "Error: invalid value: integer `-1`, expected u32",
                "profile.instances[0].count: expected a whole number that is not negative, found the number -1",
            ),
            (
                "adjustments",
                "Error: invalid type: JsValue([1]), expected struct Adjustments",
                "adjustments: expected an object, found a list",
            ),
            (
                "includeIds",
                "Error: invalid type: unit value, expected a boolean",
                "includeIds: expected true or false, found nothing",
            ),
            ("profile", "Error: missing field `title`", "profile.title: is missing"),
            (".", "Error: missing field `today`", "today: is missing"),
            (
                ".",
                "Error: invalid type: unit value, expected struct AssessInput",
                "input: expected an object, found nothing",
            ),
            (
                "answers.aws-account",
                "Error: unknown variant `maybe`, expected `yes` or `no`",
                "answers.aws-account: expected \"yes\" or \"no\", found \"maybe\"",
            ),
            (
                "profile.need",
                "Error: unknown field `need`, expected one of `id`, `needs`",
                "profile.need: expected one of \"id\", \"needs\", found \"need\"",
            ),
            (
                "profile.regions",
                "TypeError: Reflect.get called on non-object",
                "profile.regions: expected a list or an object, found neither",
            ),
            ("profile.id", "Error: too `odd`", "profile.id: too \"odd\""),
        ] {
            assert_eq!(refusal(path, says).to_string(), expected);
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        let says = format!("Error: invalid type: string \"{}\", expected a map", "x".repeat(99));
        let message = refusal("stated", &says).message;
        assert!(message.ends_with("xxx…") && message.len() < 100, "{message}");
    }
}
