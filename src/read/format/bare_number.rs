//! A number alone on its line, as `--query 'length(Vpcs)'` prints it. It counts where the command
//! above it says what it is; else it is a number without a name, to be given one by hand.

use super::listing::is_narrowed;
use super::vpcs::is_account;
use super::{Passage, TextFormat};
use crate::data::quotas::{Quota, quota_by_code};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::Limit;
use crate::read::command::Harmless;
use crate::read::lines::{Line, Signs};
use crate::read::query;
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
    is_tools: false,
};

/// Calls whose records a query may count, the list of them, and the quota that they count against.
const COUNTS: &[(&str, &str, &str)] = &[
    ("describe-vpcs", "Vpcs", "L-F678F1CE"),
    ("describe-internet-gateways", "InternetGateways", "L-A4707A72"),
    ("list-buckets", "Buckets", "L-DC2B2D3D"),
    ("list-clusters", "clusters", "L-1194D53C"),
    ("list-hosted-zones", "HostedZones", "L-4EA4796A"),
    ("list-roles", "Roles", "L-FE177D64"),
];

/// The count that `get-hosted-zone-count` prints.
const ZONES: (&str, &str, &str) = ("get-hosted-zone-count", "HostedZoneCount", "L-4EA4796A");

fn takes(line: &Line<'_>) -> bool {
    let content = line.trimmed();
    let words = || content.split_whitespace();
    let is_number = |word: &str| Decimal::parse(word).is_some();
    content == "None"
        || line.signs.has(Signs::DIGIT)
            && words().all(|word| matches!(word, "True" | "False") || is_number(word))
            && words().any(is_number)
}

/// Most digits of a number that a message repeats.
const LONGEST: usize = 40;

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    // A query of `--output text` is answered for each page by itself.
    let has_pages = passage.lines.iter().filter(|line| takes(line)).nth(1).is_some();
    for line in passage.lines.iter().filter(|line| takes(line)) {
        let at = line.at + (line.text.len() - line.text.trim_start().len());
        let mut numbers =
            line.text.split_whitespace().filter_map(|word| Some((word, Decimal::parse(word)?)));
        let (Some((word, number)), None) = (numbers.next(), numbers.next()) else { continue };
        if named(number, at, has_pages, reader).is_none() {
            let number = word.chars().take(LONGEST).collect::<String>().into();
            let reason = match reader.command.query() {
                Some(_) => Reason::NumberUnclear { number },
                None => Reason::NumberWithoutName { number },
            };
            reader.problem(at, Severity::Warning, reason);
        }
    }
}

/// Takes down a number that the command above it names.
fn named(number: Decimal, at: usize, has_pages: bool, reader: &mut Reader<'_>) -> Option<()> {
    let command = reader.command.clone();
    let (operation, query) = (command.operation()?, command.query()?.trim());
    if number.is_negative() {
        return None;
    }
    if let Some(quota) = of_get_quota(operation, query, command.option("--quota-code")) {
        // A number is one thing's alone: the next one below the same command is another's.
        reader.command = Default::default();
        let basis = if command.asks_for_defaults() { Basis::Default } else { Basis::Applied };
        let limit =
            Limit::Finite(Quantity::new(number.in_whole(quota.unit, Round::Down), quota.unit));
        reader.limit(at, quota, limit, basis, None, command.region().as_deref());
        return Some(());
    }
    let quota_code = match query::counted(query) {
        Some((list, _)) => COUNTS.iter().find(|known| known.0 == operation && known.1 == list)?.2,
        None => Some(ZONES).filter(|known| known.0 == operation && known.1 == query)?.2,
    };
    let owner = command.filter("owner-id").filter(|owner| is_account(owner));
    let harmless: &[Harmless<'_>] = if owner.is_some() { &[("owner-id", &[])] } else { &[] };
    let is_partial = has_pages | is_narrowed(at, harmless, reader);
    reader.command = Default::default();
    reader.is_open_ended = false;
    let whole = number.in_whole(Unit::Count, Round::Up);
    let used = Use { whole, ..Use::count(quota_code, 0) }.at_least(is_partial);
    reader.counted(at, used, owner, command.region().as_deref());
    Some(())
}

fn of_get_quota(operation: &str, query: &str, code: Option<&str>) -> Option<&'static Quota> {
    let is_get = matches!(operation, "get-service-quota" | "get-aws-default-service-quota");
    quota_by_code(code?).filter(|_| is_get && query == "Quota.Value")
}
