//! A number alone on its line, as `--query 'length(Vpcs)'` prints it. It counts where the command
//! above it says what it is; else it is a number without a name, to be given one by hand.

use super::{Passage, TextFormat};
use crate::data::quotas::{Quota, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::Limit;
use crate::read::lines::{Line, Signs};
use crate::read::reader::{Reader, Use};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// A line with nothing but numbers, or `None`.
pub const FORMAT: TextFormat = TextFormat {
    id: "bare-number",
    sure: |passage| passage.any(10, takes),
    read,
    takes,
    is_list: false,
};

/// Queries that count the records of an answer, and the quota that those count against.
const COUNTS: &[(&str, &str, &str)] = &[
    ("describe-vpcs", "length(Vpcs)", "L-F678F1CE"),
    ("describe-internet-gateways", "length(InternetGateways)", "L-A4707A72"),
    ("list-buckets", "length(Buckets)", "L-DC2B2D3D"),
    ("list-clusters", "length(clusters)", "L-1194D53C"),
    ("list-hosted-zones", "length(HostedZones)", "L-4EA4796A"),
    ("get-hosted-zone-count", "HostedZoneCount", "L-4EA4796A"),
    ("list-roles", "length(Roles)", "L-FE177D64"),
];

fn takes(line: &Line<'_>) -> bool {
    let content = line.trimmed();
    let words = || content.split_whitespace();
    let is_number = |word: &str| Decimal::parse(word).is_some();
    content == "None"
        || line.signs.has(Signs::DIGIT)
            && words().all(|word| matches!(word, "True" | "False") || is_number(word))
            && words().any(is_number)
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    for line in passage.lines.iter().filter(|line| takes(line)) {
        let at = line.at + (line.text.len() - line.text.trim_start().len());
        let mut numbers =
            line.text.split_whitespace().filter_map(|word| Some((word, Decimal::parse(word)?)));
        let (Some((word, number)), None) = (numbers.next(), numbers.next()) else { continue };
        if named(number, at, reader).is_none() {
            let reason = Reason::NumberWithoutName { number: word.to_owned().into() };
            reader.problem(at, Severity::Warning, reason);
        }
    }
}

/// Takes down a number that the command above it names.
fn named(number: Decimal, at: usize, reader: &mut Reader<'_>) -> Option<()> {
    let command = reader.command.clone();
    let (operation, query) = (command.operation()?, command.query()?.trim());
    if number.is_negative() {
        return None;
    }
    // A number is one thing's alone: the next one below the same command is another's.
    reader.command = Default::default();
    let region = command.region();
    if let Some(quota) = of_get_quota(operation, query, command.option("--quota-code")) {
        let basis = if command.asks_for_defaults() { Basis::Default } else { Basis::Applied };
        let limit =
            Limit::Finite(Quantity::new(number.in_whole(quota.unit, Round::Down), quota.unit));
        reader.limit(at, quota, limit, basis, None, region.as_deref());
        return Some(());
    }
    let known = COUNTS.iter().find(|(call, text, _)| *call == operation && *text == query)?;
    let whole = number.in_whole(Unit::Count, Round::Up);
    // Of a first page the number is not that of everything.
    let is_page =
        ["--max-items", "--no-paginate", "--max-results"].iter().any(|option| command.has(option));
    reader.is_open_ended = false;
    let used = Use { whole, ..Use::count(known.2, 0) };
    reader.used(at, used.at_least(is_page), None, region.as_deref());
    Some(())
}

fn of_get_quota(operation: &str, query: &str, code: Option<&str>) -> Option<&'static Quota> {
    let is_get = matches!(operation, "get-service-quota" | "get-aws-default-service-quota");
    quota_by_code(code?).filter(|_| is_get && query == "Quota.Value")
}
