//! What a shell's variables say of the Region of the commands below them.

/// The Region that variables set, for all commands below.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// For each of [`VARIABLES`], what it is set to.
    values: [Option<Set>; VARIABLES.len()],
}

/// What a variable is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Set {
    Region(String),
    /// Something that is no name of a Region, such as another variable.
    Unknown,
}

/// The variables that name a Region; of two that are set the AWS CLI takes the first.
const VARIABLES: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/// What makes a variable count for the commands on later lines, too.
const KEEPS: &[&str] = &["export ", "set ", "$env:", ";", "&&"];

/// What takes a variable away.
const TAKES_AWAY: &[&str] = &["unset ", "remove-item ", "set -e "];

impl Environment {
    /// Takes the settings that stand before the command of a line, or on a line without one, and
    /// gives the environment of that command.
    pub fn take(&mut self, before: &str, has_command: bool) -> Environment {
        if !before.contains("AWS_") {
            return self.clone();
        }
        let lower = before.to_ascii_lowercase();
        let mut own = self.clone();
        let is_away = TAKES_AWAY.iter().any(|word| lower.contains(word));
        for (value, name) in own.values.iter_mut().zip(VARIABLES) {
            if is_away && find(before, name).is_some() {
                *value = None;
            } else if let Some(set) = find(before, name).and_then(|at| set(&before[at..], &lower)) {
                *value = Some(set);
            }
        }
        if !has_command || KEEPS.iter().any(|word| lower.contains(word)) {
            *self = own.clone();
        }
        own
    }

    /// The Region that it names.
    pub fn region(self) -> Option<String> {
        match self.values.into_iter().flatten().next()? {
            Set::Region(name) => Some(name),
            Set::Unknown => None,
        }
    }
}

/// Where behind its last name the value of a variable stands.
fn find(text: &str, name: &str) -> Option<usize> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let whole = |at: &usize| {
        !text[..*at].ends_with(is_word) && !text[at + name.len()..].starts_with(is_word)
    };
    text.match_indices(name).map(|(at, _)| at).filter(whole).last().map(|at| at + name.len())
}

/// What a variable is set to, by what stands behind its name; `None` where it is only used.
fn set(behind: &str, line: &str) -> Option<Set> {
    let bare = behind.trim_start();
    let value = match bare.strip_prefix('=') {
        Some(value) => value.trim_start(),
        // fish writes `set -gx NAME value`.
        None if line.contains("set -") => bare,
        None => return None,
    };
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let value = &value[..end.unwrap_or(value.len())];
    let is_name = value.starts_with(|c: char| c.is_ascii_lowercase()) && value.contains('-');
    Some(if is_name { Set::Region(value.to_owned()) } else { Set::Unknown })
}
