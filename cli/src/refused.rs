//! Why there is no report: what was found, what was expected, and where.

use std::fmt;

use byoc_readiness::WrongInput;

/// Wrong use, or a file that cannot be read or written.
#[derive(Debug)]
pub struct Refused(String);

impl Refused {
    /// With these words.
    pub fn new(words: impl Into<String>) -> Refused {
        Refused(words.into())
    }

    /// About an argument, a file or a field.
    pub fn at(place: &str, words: impl fmt::Display) -> Refused {
        Refused(format!("{place}: {words}"))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Refused {
    fn from(error: lexopt::Error) -> Refused {
        Refused(format!("{error}; --help names every option"))
    }
}

/// The engine names a field of its input; here each of them is an option.
impl From<WrongInput> for Refused {
    fn from(wrong: WrongInput) -> Refused {
        let is_option = matches!(wrong.path.as_str(), "profile" | "today");
        Refused(format!("{}{wrong}", if is_option { "--" } else { "" }))
    }
}

/// The system's reason without its number: `No such file or directory`.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(reason, _)| reason).to_owned()
}
