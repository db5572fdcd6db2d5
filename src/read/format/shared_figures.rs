//! The figures of an assessment that came through a link, as [`crate::share`] writes them: below a
//! heading a line for each fact, and lines that say for which account, Region and day those below
//! them hold.
//!
//! ```text
//! byoc-readiness figures 1
//! account 000000009012
//! region us-west-2
//! limit 5 vpc/L-F678F1CE
//! use 4 at-least vpc/L-F678F1CE
//! use 1270:GiB ebs/L-7A658B76
//! terms id XXXX-9f3e cores 80 from 2026-11-01 until 2027-11-01 end
//! ```
//!
//! An amount is in its quota's unit unless one stands behind it; `=` before it counts base units.
//! What a line is about stands last, so that one that was cut is none. Texts are written as in an
//! address, `-` is an empty one, and `-` for an account, Region or day says that none is named.

use time::Date;

use super::{Passage, TextFormat, is_instance_type};
use crate::data::iam_actions::needed_action;
use crate::data::iam_names::{IAM_NAMES, IamName, Kind};
use crate::data::quotas::{Quota, near_miss, quota_by_code};
use crate::data::terraform::Version;
use crate::quantity::{Quantity, Unit};
use crate::read::dates::{find_dates, parse_iso};
use crate::read::reader::Reader;
use crate::read::{
    Asked, Counted, Decision, LicenseValue, Limit, Request, RequestStatus, Terraform, What, Within,
};
use crate::report::{Basis, LicenseField, Severity};
use crate::text::Reason;

/// Lines below the heading.
pub const FORMAT: TextFormat = TextFormat {
    id: "shared-figures",
    sure: |passage| passage.any(95, |line| line.trimmed() == HEADING),
    read,
    takes: |line| is_of_link(line.text),
    is_list: false,
    is_tools: false,
};

/// The first line. What an older page could not read gets another number.
pub const HEADING: &str = "byoc-readiness figures 1";

/// What a line says where a credential stood in a source: a mask, which is told of when it is read.
pub const CREDENTIAL: &str = "credential ••••••••••••••••";

/// Largest amount, in base units: no source says more, and sums of it stay exact.
pub const MOST: i128 = 20_000_000_000_000_000_000_000_000_000_000;

/// What one line says.
#[derive(Debug)]
enum Said {
    Heading,
    /// For whom the facts below hold.
    Account(Option<String>),
    /// Where.
    Region(Option<String>),
    /// Of which day they are.
    Day(Option<Date>),
    /// The list of what several accounts own ends here.
    List,
    /// An account of which nothing else is said.
    Seen(String),
    Fact(What),
    /// What stood on one line of a mail.
    License(Vec<What>),
    Credential,
}

fn read(passage: &Passage<'_>, reader: &mut Reader<'_>) {
    let (mut account, mut region) = (None::<String>, None::<String>);
    let mut is_below = false;
    // Each line is whole by itself, and no command stands above it.
    reader.is_open_ended = false;
    reader.command = Default::default();
    reader.as_of = None;
    for line in &passage.lines {
        let (Some(said), at) = (parse(line.text), line.at) else { continue };
        match said {
            Said::Heading => {
                is_below = true;
                (account, region, reader.as_of) = (None, None, None);
            }
            _ if !is_below => {
                let (lines, count) = reader.lines_between(at, at);
                reader.problem(
                    at,
                    Severity::Warning,
                    Reason::HeadCut { lines: lines.into(), count: count.into() },
                );
            }
            Said::Account(named) => account = named,
            Said::Region(named) => region = named,
            Said::List => reader.document += 1,
            Said::Day(day) => reader.as_of = day,
            Said::Seen(account) => reader.ignore(Some(&account), None),
            Said::Fact(what) => reader.fact(at, what, account.as_deref(), region.as_deref()),
            Said::License(facts) => facts.into_iter().for_each(|what| reader.license(at, what)),
            Said::Credential => {}
        }
    }
}

/// Whether a line is one of this format.
pub fn is_of_link(line: &str) -> bool {
    parse(line).is_some()
}

/// What a line of this format says; `None` for any other.
fn parse(line: &str) -> Option<Said> {
    let line = line.trim();
    if matches!(line, HEADING | CREDENTIAL) {
        return Some(if line == HEADING { Said::Heading } else { Said::Credential });
    }
    let words: Vec<&str> = line.split(' ').collect();
    Some(match words.as_slice() {
        ["account", "-"] => Said::Account(None),
        ["account", number] => Said::Account(Some(account(number)?)),
        ["region", "-"] => Said::Region(None),
        ["region", name] => Said::Region(Some(unescaped(name)?)),
        ["list"] => Said::List,
        ["day", "-"] => Said::Day(None),
        ["day", day] => Said::Day(Some(parse_iso(day)?)),
        ["seen", number] => Said::Seen(account(number)?),
        ["terms", fields @ .., "end"] => Said::License(license(fields)?),
        words => Said::Fact(fact(words)?),
    })
}

fn fact(words: &[&str]) -> Option<What> {
    Some(match *words {
        ["limit", amount, ref how @ .., quota] => limit(amount, how, self::quota(quota)?)?,
        ["use", amount, ref how @ .., quota] => used(amount, how, self::quota(quota)?)?,
        ["near", code] => What::NearMiss { quota_code: near_miss(code)?.quota_code },
        ["taken", name] => What::Taken(iam_name(name)?),
        ["listed", how, kind] => What::Listed { kind: kind_of(kind)?, whole: is_whole(how)? },
        ["attached", count, own, how, role] => What::Attached {
            role: iam_name(role).filter(|role| role.kind == Kind::Role)?,
            count: count.parse().ok()?,
            has_own: either(own, "own", "others")?,
            whole: is_whole(how)?,
        },
        ["action", name, decision] => {
            let allows = either(decision, "allowed", "denied")?;
            let decision = if allows { Decision::Allowed } else { Decision::Denied };
            What::Simulated { action: needed_action(name)?, decision }
        }
        ["offered", zone, kind] => {
            let kind = unescaped(kind).filter(|kind| is_instance_type(kind))?;
            What::Offered { kind, zone: unescaped(zone)? }
        }
        ["offerings", asked, how] => {
            What::OfferingsListed { asked: self::asked(asked)?, whole: is_whole(how)? }
        }
        ["terraform", "missing"] => What::Terraform(Terraform::Missing),
        ["terraform", version, "installed"] => {
            What::Terraform(Terraform::Version(Version::parse(version)?))
        }
        ["opentofu", version, "installed"] => {
            What::Terraform(Terraform::OpenTofu(Version::parse(version)?))
        }
        ["idle", amount, id, quota] => {
            let quota = self::quota(quota)?;
            let takes = self::amount(amount, quota)?;
            What::Idle { quota, id: unescaped(id)?, takes }
        }
        ["vpc", id, "default"] => What::DefaultVpc(unescaped(id)?),
        ["vpc", id, "occupied"] => What::InVpc(unescaped(id)?),
        ["instances", "placed"] => What::InstancesPlaced,
        ["requested", amount, status, day, quota] => {
            let quota = self::quota(quota)?;
            let statuses = RequestStatus::ALL.iter();
            What::Requested(Request {
                quota,
                desired: self::amount(amount, quota)?,
                status: *statuses.into_iter().find(|known| known.as_str() == status)?,
                day: if day == "-" { None } else { Some(parse_iso(day)?) },
            })
        }
        ["identity"] => What::Account,
        _ => return None,
    })
}

fn limit(amount: &str, how: &[&str], quota: &'static Quota) -> Option<What> {
    let limit = match amount {
        "unlimited" => Limit::Unlimited,
        amount => Limit::Finite(self::amount(amount, quota)?),
    };
    let (mut basis, mut resource_level, mut adjustable) = (Basis::Applied, false, None);
    for word in how {
        match *word {
            "default" => basis = Basis::Default,
            "report" => basis = Basis::Report,
            "stated" => basis = Basis::Stated,
            "resource" => resource_level = true,
            "adjustable" => adjustable = Some(true),
            "fixed" => adjustable = Some(false),
            _ => return None,
        }
    }
    Some(What::Limit { quota, limit, basis, resource_level, adjustable })
}

fn used(amount: &str, how: &[&str], quota: &'static Quota) -> Option<What> {
    let used = self::amount(amount, quota)?;
    let (mut lower_bound, mut counted, mut within) = (false, Counted::FromList, Within::Everything);
    let mut words = how.iter();
    while let Some(word) = words.next() {
        match *word {
            "at-least" => lower_bound = true,
            "report" => counted = Counted::ByReport,
            "all-zones" => within = Within::AllZones,
            "at-most" => within = Within::AtMost,
            "vpc" => within = Within::Vpc(unescaped(words.next()?)?),
            "zone" => within = Within::Zone(unescaped(words.next()?)?),
            "owner" => within = Within::Owner(account(words.next()?)?),
            _ => return None,
        }
    }
    Some(What::Use { quota, used, lower_bound, counted, within })
}

fn license(words: &[&str]) -> Option<Vec<What>> {
    let fields = words.chunks(2).map(|pair| {
        let [name, value] = *pair else { return None };
        let field = license_field(name)?;
        let value = match (value.strip_prefix('?'), value.strip_prefix('!')) {
            (Some(date), _) => LicenseValue::Ambiguous(ambiguous(date)?),
            (None, Some(number)) => LicenseValue::Unreadable(nothing(number.parse().ok()?)),
            _ if field == LicenseField::Id => LicenseValue::Id(unescaped(value)?),
            _ if field == LicenseField::CoreSize => LicenseValue::Cores(value.parse().ok()?),
            _ => LicenseValue::Day(parse_iso(value)?),
        };
        Some(What::License { field, value })
    });
    fields.collect()
}

/// A date that can be read in two ways; a page writes nothing else there, so that two of them differ
/// only where the dates do.
fn ambiguous(date: &str) -> Option<String> {
    let is_all = |text: &String| {
        find_dates(text).next().is_some_and(|found| (found.start, found.end) == (0, text.len()))
    };
    unescaped(date).filter(is_all)
}

/// In place of a text that could not be read, the same for the same.
fn nothing(number: u8) -> String {
    "…".repeat(usize::from(number) + 1)
}

/// How the fields of a license are called here.
pub const LICENSE_FIELDS: &[(LicenseField, &str)] = &[
    (LicenseField::Id, "id"),
    (LicenseField::CoreSize, "cores"),
    (LicenseField::ValidFrom, "from"),
    (LicenseField::ValidUntil, "until"),
];

/// The field of this name.
pub fn license_field(name: &str) -> Option<LicenseField> {
    LICENSE_FIELDS.iter().find(|known| known.1 == name).map(|known| known.0)
}

fn asked(text: &str) -> Option<Asked> {
    match text {
        "everything" => Some(Asked::Everything),
        "unknown" => Some(Asked::Unknown),
        kinds => {
            let kinds = kinds.strip_prefix("of:")?;
            let kinds = kinds.split('+').filter(|kind| !kind.is_empty());
            kinds.map(unescaped).collect::<Option<Vec<String>>>().map(Asked::Only)
        }
    }
}

fn quota(text: &str) -> Option<&'static Quota> {
    let (service, code) = text.split_once('/')?;
    quota_by_code(code).filter(|quota| quota.service_code == service)
}

/// `5`, `1270:GiB`, `=54975581388801`.
fn amount(text: &str, quota: &Quota) -> Option<Quantity> {
    let (number, unit) = match text.split_once(':') {
        Some((number, unit)) => (number, Unit::named(unit)?),
        None => (text, quota.unit),
    };
    let (number, size) = match number.strip_prefix('=') {
        Some(whole) => (whole, 1),
        None => (number, i128::from(unit.size())),
    };
    let is_number = number.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    let whole = number.parse::<i128>().ok().filter(|_| is_number)?.checked_mul(size)?;
    let fits = whole.abs() <= MOST && unit.dimension() == quota.unit.dimension();
    fits.then(|| Quantity::new(whole, unit))
}

fn account(text: &str) -> Option<String> {
    let is_account = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_account.then(|| text.to_owned())
}

fn iam_name(name: &str) -> Option<&'static IamName> {
    IAM_NAMES.iter().find(|known| known.name == name)
}

fn kind_of(word: &str) -> Option<Kind> {
    either(word, "policies", "roles")
        .map(|policies| if policies { Kind::Policy } else { Kind::Role })
}

fn is_whole(word: &str) -> Option<bool> {
    either(word, "whole", "part")
}

fn either(word: &str, yes: &str, no: &str) -> Option<bool> {
    if word == yes { Some(true) } else { (word == no).then_some(false) }
}

/// A text as one word: what is more than a letter, a digit or a sign without a meaning here is
/// written as in an address.
pub fn escaped(text: &str) -> String {
    const PLAIN: &[u8] = b"-_.~/*";
    if matches!(text, "" | "-") {
        return if text.is_empty() { "-".to_owned() } else { "%2D".to_owned() };
    }
    let mut word = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            word.push(char::from(byte));
        } else {
            word.push('%');
            for half in [byte >> 4, byte & 15] {
                word.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    word
}

/// The text that a word stands for; none holds a character that controls a terminal.
pub fn unescaped(word: &str) -> Option<String> {
    if word == "-" {
        return Some(String::new());
    }
    let mut bytes = Vec::with_capacity(word.len());
    let mut parts = word.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let code = part.get(..2)?;
        let is_code = code.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
        bytes.push(u8::from_str_radix(code, 16).ok().filter(|_| is_code)?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.is_empty() && !text.contains(is_harmful)).then_some(text)
}

/// Whether a character does something to whoever shows it.
pub fn is_harmful(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}
