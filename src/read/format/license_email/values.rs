//! What stands behind a label: an ID, a core size, one date or two.

use super::labels::Label;
use crate::data::license_labels::LabelFor;
use crate::quantity::MOST_EXACT;
use crate::read::LicenseValue;
use crate::read::dates::{Found, Written, find_dates};
use crate::report::LicenseField;

/// What stands behind the verb of a sentence: "is", "has been set to", "は"; and "for this
/// subscription is", where a few words stand before it.
pub fn without_verb(value: &str) -> &str {
    const VERBS: [&str; 14] = [
        "is ",
        "are ",
        "of ",
        "will be ",
        "has been set to ",
        "was set to ",
        "is set to ",
        "为",
        "為",
        "是",
        "は",
        "が",
        "共",
        "计",
    ];
    const BRIDGES: [&str; 4] = ["for ", "of ", "in ", "under "];
    if BRIDGES.iter().any(|bridge| value.starts_with(bridge)) {
        let head = &value[..value.floor_char_boundary(48)];
        if let Some(at) = head.find(" is ").filter(|at| !head[..*at].contains(['.', ',', ';'])) {
            return &value[at + " is ".len()..];
        }
    }
    let verb = VERBS.iter().filter(|verb| value.starts_with(*verb)).max_by_key(|verb| verb.len());
    verb.map_or(value, |verb| value[verb.len()..].trim_start_matches([' ', ':', '\t']))
}

/// Whether a label's sentence goes on in the next line: "whose license ID is".
pub fn is_verb(value: &str) -> bool {
    matches!(value, "is" | "are" | "of" | "will be" | "is set to" | "为" | "為" | "是" | "は")
}

/// Whether a value of this kind stands right at the beginning.
pub fn begins(value: &str, of: LabelFor) -> bool {
    match of {
        LabelFor::Field(LicenseField::CoreSize) => value.starts_with(|c: char| c.is_ascii_digit()),
        LabelFor::Field(LicenseField::Id) => {
            id_token(value).contains(|c: char| c.is_ascii_digit()) && core_size(value).is_none()
        }
        LabelFor::Field(_) | LabelFor::Period | LabelFor::PeriodOrEnd => {
            let head = &value[..value.floor_char_boundary(64)];
            find_dates(head).next().is_some_and(|found| found.start <= 24)
        }
    }
}

/// Whether the two dates of a range may be joined between these lines.
pub fn goes_on(line: &str, next: &str) -> bool {
    let is_joining = |word: Option<&str>| {
        word.is_some_and(|word| JOINING.iter().any(|w| w.eq_ignore_ascii_case(word)))
    };
    SIGNS.iter().any(|sign| line.ends_with(sign) || next.starts_with(sign))
        || is_joining(line.split_whitespace().next_back())
        || is_joining(next.split_whitespace().next())
}

/// Signs and letters between two dates.
const SIGNS: &[&str] =
    &["–", "—", "―", "-", "~", "～", "〜", "→", "…", "..", "至", "到", "から", "起", "より"];

/// Words between two dates.
const JOINING: &[&str] = &[
    "to", "until", "bis", "through", "thru", "till", "and", "ending", "ends", "expires", "expiring",
];

/// Whether what stands between two dates makes them a range, and not one date and another
/// sentence's.
fn is_range(between: &str) -> bool {
    let mut words = between.split(|c: char| !c.is_alphabetic());
    let joins = SIGNS.iter().any(|sign| between.contains(sign))
        || words.any(|word| JOINING.iter().any(|joining| joining.eq_ignore_ascii_case(word)));
    between.len() <= 64 && joins && !between.contains(". ") && !between.contains('。')
}

pub fn read_value(value: &str, label: &Label) -> Vec<(LicenseField, LicenseValue)> {
    match label.of {
        LabelFor::Field(field @ LicenseField::Id) => {
            let id = id_token(value);
            // "License ID: not yet issued" names none.
            let is_id = id.contains(|c: char| c.is_ascii_digit() || c == '•');
            if is_id { vec![(field, LicenseValue::Id(id.to_owned()))] } else { vec![] }
        }
        // "See your order" says nothing, and neither does a capacity in other units.
        _ if !value.contains(|c: char| c.is_ascii_digit()) => vec![],
        LabelFor::Field(LicenseField::CoreSize)
            if label.name == "total capacity" && core_size(value).is_none() =>
        {
            vec![]
        }
        // The account's limit is no core size.
        LabelFor::Field(LicenseField::CoreSize) if is_limit(value) => vec![],
        LabelFor::Field(field @ LicenseField::CoreSize) => {
            let cores = core_size(value).map_or_else(|| unreadable(value), LicenseValue::Cores);
            vec![(field, cores)]
        }
        LabelFor::Field(field) => vec![(field, day(value, find_dates(value).next()))],
        LabelFor::Period | LabelFor::PeriodOrEnd => period(value, label),
    }
}

/// Start and end of a range; of a single date, what its words say it is.
fn period(value: &str, label: &Label) -> Vec<(LicenseField, LicenseValue)> {
    use LicenseField::{ValidFrom, ValidUntil};
    let mut dates = find_dates(value);
    let Some(first) = dates.next() else {
        let says_nothing = is_duration(value);
        return if says_nothing { vec![] } else { vec![(ValidUntil, unreadable(value))] };
    };
    if let Some(second) = dates.next()
        && is_range(&value[first.end..second.start])
    {
        return vec![(ValidFrom, day(value, Some(first))), (ValidUntil, day(value, Some(second)))];
    }
    match which_end(value, first, label) {
        Some(field) => vec![(field, day(value, Some(first)))],
        None => vec![(ValidUntil, unreadable(value))],
    }
}

/// Whether a single date is the start or the end, by the words around it.
fn which_end(value: &str, date: Found, label: &Label) -> Option<LicenseField> {
    const UNTIL: &[&str] =
        &["until", "to", "through", "thru", "till", "by", "ends", "ending", "expires", "expiring"];
    const FROM: &[&str] = &["from", "starts", "starting", "since", "beginning"];
    let before = value[..date.start].trim_end();
    let behind = value[date.end..].trim_start();
    let says = |words: &[&str]| {
        let mut said = before.split(|c: char| !c.is_ascii_alphabetic());
        said.any(|word| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
    };
    let is_end = says(UNTIL)
        || ["至", "到", "~", "～", "〜", "–"].iter().any(|word| before.ends_with(word))
        || ["まで", "止", "为止", "為止", "前"].iter().any(|word| behind.starts_with(word));
    let is_start = label.name.ends_with("from")
        || says(FROM)
        || ["自", "从", "從"].iter().any(|word| before.ends_with(word))
        || ["から", "より", "起"].iter().any(|word| behind.starts_with(word));
    match (is_start, is_end) {
        (true, false) => Some(LicenseField::ValidFrom),
        (false, true) => Some(LicenseField::ValidUntil),
        (false, false) if label.of == LabelFor::PeriodOrEnd => Some(LicenseField::ValidUntil),
        _ => None,
    }
}

/// "12 months": says how long, and neither from nor until when.
fn is_duration(value: &str) -> bool {
    const SPANS: [&str; 8] = ["day", "days", "week", "weeks", "month", "months", "year", "years"];
    let lower = value.to_ascii_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| SPANS.contains(&word))
        || ["年", "月", "天", "日"].iter().any(|span| lower.contains(span))
}

fn day(value: &str, found: Option<Found>) -> LicenseValue {
    match found {
        Some(Found { date: Written::Certain(day), .. }) => LicenseValue::Day(day),
        Some(Found { date: Written::Ambiguous { .. }, start, end }) => {
            LicenseValue::Ambiguous(value[start..end].to_owned())
        }
        _ => unreadable(value),
    }
}

fn unreadable(value: &str) -> LicenseValue {
    LicenseValue::Unreadable(value.chars().take(60).collect())
}

/// "128 vCPU limit": what AWS allows, and not what is licensed.
fn is_limit(value: &str) -> bool {
    const LIMITS: [&str; 4] = ["limit", "limits", "quota", "quotas"];
    let mut words = value
        .split(|c: char| !c.is_alphanumeric())
        .skip_while(|word| word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()));
    let unit = words.next().unwrap_or("").to_ascii_lowercase();
    let next = words.find(|word| !word.is_empty()).unwrap_or("").to_ascii_lowercase();
    matches!(unit.as_str(), "vcpu" | "vcpus") && LIMITS.contains(&next.as_str())
        || LIMITS.contains(&unit.as_str())
}

/// Whether another number is to be added to a core size, or it is one of two.
fn goes_on_with_figure(rest: &str) -> bool {
    let has_figure = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    // Another clause's "+1" is a telephone number's.
    let clause = &rest[..rest.find(['.', ',', ';', ':']).unwrap_or(rest.len())];
    let sum = clause.find('+').is_some_and(|at| has_figure(&clause[at + 1..]));
    let range = rest
        .strip_prefix(['-', '–', '—', '/', '~'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    sum || range
}

fn id_token(value: &str) -> &str {
    let value = value.trim_start_matches(['(', '[', '“', '‘', '\'', '「', '【', '#', ' ']);
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '•' | '/' | '.');
    let end = value.find(|c| !is_id(c)).unwrap_or(value.len());
    value[..end].trim_end_matches(['.', '-', '/'])
}

/// The whole number at the beginning of `64`, `1,024 cores` or `64 vCPU`; nothing where it counts
/// something else.
pub fn core_size(value: &str) -> Option<i64> {
    const WORDS: [&str; 9] =
        ["core", "cores", "vcpu", "vcpus", "cpu", "cpus", "licensed", "total", "data"];
    // A sentence goes on.
    const OTHER_WORDS: [&str; 12] = [
        "and", "or", "from", "for", "until", "with", "which", "that", "valid", "starting", "as",
        "is",
    ];
    const WIDE_WORDS: [&str; 8] = ["核", "コア", "个", "個", "颗", "顆", "です", "で"];
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(value.len());
    let (number, rest) = value.split_at(end);
    let groups: Vec<&str> = number.trim_end_matches(',').split(',').collect();
    let is_grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let is_fraction = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let word = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let counts_cores = word.is_empty()
        || WORDS.iter().chain(&OTHER_WORDS).any(|known| known.eq_ignore_ascii_case(word))
        || WIDE_WORDS.iter().any(|known| word.starts_with(known));
    if !is_grouped || is_fraction || !counts_cores || goes_on_with_figure(rest) {
        return None;
    }
    groups.concat().parse().ok().filter(|cores| *cores < MOST_EXACT)
}
