//! Trusted Advisor's service limits: JSON, text and tables of the API, the spreadsheet, and the
//! events of its refresh.
//!
//! A row is positional: Region, service, limit name, limit amount, current usage, status.

use super::DocumentFormat;
use super::listing::find;
use super::vpcs::is_account;
use crate::data::quotas::{Quota, quota_by_code};
use crate::data::regions::COMMERCIAL;
use crate::quantity::{Decimal, Quantity, Round, Unit, parse_figure};
use crate::read::dates::parse_iso;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::read::{Counted, Limit, What, to_iso};
use crate::report::{Basis, Severity};
use crate::text::Reason;

/// `{"result": {"flaggedResources": [{"metadata": ["us-west-2", "VPC", "VPCs", "6", "4", "Green"]}]}}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "trusted-advisor", sure, read };

/// `RESULT`, `FLAGGEDRESOURCES`, and a `METADATA` for each of a row's cells.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "RESULT",
        key: "result",
        of: "",
        many: false,
        fields: &[("timestamp", |cells| {
            cells.iter().position(|cell| cell.starts_with("20") && cell.contains('T'))
        })],
    },
    Keyword {
        word: "FLAGGEDRESOURCES",
        key: "flaggedResources",
        of: "RESULT",
        many: true,
        fields: &[("resourceId", |cells| cells.len().checked_sub(2))],
    },
    Keyword {
        word: "METADATA",
        key: "metadata",
        of: "FLAGGEDRESOURCES",
        many: true,
        fields: &[("", |_| Some(0))],
    },
];

/// Limit names, without their unit, and the quota of each.
const NAMES: &[(&str, &str)] = &[
    (
        "On-Demand instances - Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
        "L-1216C47A",
    ),
    ("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", "L-1216C47A"),
    ("EC2-VPC Elastic IP addresses (EIPs)", "L-0263D0A3"),
    ("VPC Elastic IP addresses (EIPs)", "L-0263D0A3"),
    ("VPCs", "L-F678F1CE"),
    ("Internet gateways", "L-A4707A72"),
    ("General Purpose SSD (gp3) volume storage", "L-7A658B76"),
    ("General Purpose SSD (gp2) volume storage", "L-D18FCD1D"),
    ("Active Application Load Balancers", "L-53DA6B97"),
    ("Active Network Load Balancers", "L-69A177A2"),
    ("Roles", "L-FE177D64"),
    ("Policies", "L-E95E4862"),
    ("Route 53 Hosted Zones", "L-4EA4796A"),
];

/// Services whose limits of these names they are.
const SERVICES: &[&str] = &["EC2", "VPC", "EBS", "ELB", "IAM", "ROUTE53", "ROUTE 53"];

/// A limit name that does not say which family of instances it is of.
const UNCLEAR: &str = "On-Demand instances";

/// How many cells a row has.
const CELLS: usize = 6;

/// EBS limits above this were in GiB until March 2021, whatever their name says.
const LARGEST_TIB: i128 = 20_000;

fn result<'n, 'a>(root: &'n Node<'a>) -> Option<&'n Node<'a>> {
    let result = root.get(&["result"])?;
    match result.list() {
        Some([one]) => Some(one),
        _ => Some(result),
    }
}

fn detail<'n, 'a>(root: &'n Node<'a>) -> Option<&'n Node<'a>> {
    root.get(&["detail"])?.get(&["checkitemdetail"])
}

fn sure(root: &Node<'_>) -> u8 {
    if result(root).is_some_and(|result| result.get(&["flaggedresources"]).is_some())
        || detail(root).is_some()
    {
        return 90;
    }
    let rows =
        find(root, "flaggedresources").and_then(Node::list).or(root.list()).unwrap_or_default();
    let known = |row: &Node<'_>| match &row.value {
        Value::List(cells) if cells.len() < CELLS => false,
        Value::List(cells) => is_row(&cells.iter().filter_map(Node::number).collect::<Vec<_>>()),
        _ => is_trusted_advisors(row),
    };
    if rows.iter().any(known) { 85 } else { 0 }
}

/// Whether a record has the columns of Trusted Advisor's spreadsheet.
pub fn is_trusted_advisors(node: &Node<'_>) -> bool {
    node.get(&["limitname"]).is_some()
        && node.get(&["limitamount"]).is_some()
        && node.get(&["limitcode", "messageid"]).is_none()
}

/// Whether cells are a row of Trusted Advisor.
pub fn is_row(cells: &[&str]) -> bool {
    let [region, service, _, amount, used, status] = cells else { return false };
    (*region == "-" || COMMERCIAL.contains(region))
        && !service.is_empty()
        && Decimal::parse(amount).is_some()
        && (Decimal::parse(used).is_some() || used.is_empty())
        && ["Green", "Yellow", "Red", "green", "yellow", "red"].contains(status)
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(detail) = detail(root) {
        let time = root.get(&["time"]);
        say_day(time, reader);
        let account =
            root.get(&["account"]).and_then(Node::number).filter(|account| is_account(account));
        return record(detail, account, reader);
    }
    if let Some(result) = result(root) {
        say_day(result.get(&["timestamp"]), reader);
        for flagged in result.get(&["flaggedresources"]).and_then(Node::list).unwrap_or_default() {
            match flagged.get(&["metadata"]).filter(|_| flagged.whole) {
                Some(cells) => positional(cells, reader),
                None => reader.ignore(None, None),
            }
        }
        return;
    }
    let rows =
        find(root, "flaggedresources").and_then(Node::list).or(root.list()).unwrap_or_default();
    for row in rows.iter().filter(|row| row.whole) {
        match row.get(&["metadata"]) {
            Some(cells) => positional(cells, reader),
            None if row.list().is_some() => positional(row, reader),
            None => record(row, None, reader),
        }
    }
}

fn say_day(time: Option<&Node<'_>>, reader: &mut Reader<'_>) {
    let day = time.and_then(Node::text).and_then(|time| parse_iso(time.get(..10)?));
    reader.as_of = day;
    if let (Some(day), Some(time)) = (day, time) {
        reader.problem(time.at, Severity::Info, Reason::FiguresOf { date: to_iso(day).into() });
    }
}

fn positional(cells: &Node<'_>, reader: &mut Reader<'_>) {
    match cells.list() {
        Some([region, service, name, amount, used, _]) => {
            row(
                Row {
                    region: Some(region),
                    service,
                    name,
                    amount,
                    used: Some(used),
                    account: None,
                },
                reader,
            );
        }
        _ => reader.ignore(None, None),
    }
}

fn record(node: &Node<'_>, account: Option<&str>, reader: &mut Reader<'_>) {
    let (service, name, amount) =
        (node.get(&["service"]), node.get(&["limitname"]), node.get(&["limitamount"]));
    let (Some(service), Some(name), Some(amount)) = (service, name, amount) else {
        return reader.ignore(None, None);
    };
    let (region, used) = (node.get(&["region"]), node.get(&["currentusage"]));
    row(Row { region, service, name, amount, used, account }, reader);
}

/// A row of Trusted Advisor.
pub struct Row<'n, 'a> {
    /// `-` for global services.
    pub region: Option<&'n Node<'a>>,
    /// As Trusted Advisor writes it: `VPC`.
    pub service: &'n Node<'a>,
    /// With its unit, for some.
    pub name: &'n Node<'a>,
    /// The limit.
    pub amount: &'n Node<'a>,
    /// What is in use.
    pub used: Option<&'n Node<'a>>,
    /// Where something around the row names it.
    pub account: Option<&'n str>,
}

/// Takes down the limit and the use of a row.
pub fn row(row: Row<'_, '_>, reader: &mut Reader<'_>) {
    let name = row.name.text().unwrap_or_default().trim();
    let region =
        row.region.and_then(Node::text).filter(|region| region.contains('-') && region.len() > 1);
    let service = row.service.text().unwrap_or_default().to_ascii_uppercase();
    if name == UNCLEAR {
        let reason = Reason::LimitNameUnclear { name: name.into() };
        return reader.problem(row.name.at, Severity::Warning, reason);
    }
    let (bare, unit) = without_unit(name);
    let code = NAMES.iter().find(|(known, _)| *known == bare).map(|known| known.1);
    let quota = code.and_then(quota_by_code).filter(|_| SERVICES.contains(&service.as_str()));
    let Some(quota) = quota else { return reader.ignore(row.account, region) };
    let Some(amount) = figure(row.amount) else {
        let found: String = row.amount.number().unwrap_or_default().chars().take(40).collect();
        let reason =
            Reason::QuotaValueUnreadable { code: quota.quota_code.into(), found: found.into() };
        return reader.problem(row.amount.at, Severity::Warning, reason);
    };
    let unit = unit.unwrap_or(quota.unit);
    if unit == Unit::Tib && amount.in_whole(Unit::Count, Round::Up) > LARGEST_TIB {
        let reason = Reason::LimitNameUnclear { name: name.into() };
        return reader.problem(row.name.at, Severity::Warning, reason);
    }
    take(&row, quota, amount, unit, region, reader);
}

fn take(
    row: &Row<'_, '_>,
    quota: &'static Quota,
    amount: Decimal,
    unit: Unit,
    region: Option<&str>,
    reader: &mut Reader<'_>,
) {
    let limit = if amount.means_no_limit() {
        Limit::Unlimited
    } else {
        Limit::Finite(Quantity::new(amount.in_whole(unit, Round::Down), unit))
    };
    let what =
        What::Limit { quota, limit, basis: Basis::Report, resource_level: false, adjustable: None };
    reader.fact(row.amount.at, what, row.account, region);
    if let Some((used, at)) = row.used.and_then(|node| Some((figure(node)?, node.at))) {
        let whole = used.in_whole(unit, Round::Up);
        let used =
            Use { whole, unit, counted: Counted::ByReport, ..Use::count(quota.quota_code, 0) };
        reader.used(at, used, row.account, region);
    }
}

fn figure(node: &Node<'_>) -> Option<Decimal> {
    let text = node.number()?;
    let figure = Decimal::parse(text)
        .filter(|figure| figure.is_whole())
        .or_else(|| parse_figure(text, false))?;
    (!figure.is_negative()).then_some(figure)
}

/// `General Purpose SSD (gp2) volume storage (TiB)` without its unit, and the unit.
fn without_unit(name: &str) -> (&str, Option<Unit>) {
    let units = [(" (TiB)", Unit::Tib), (" (GiB)", Unit::Gib)];
    let found =
        units.into_iter().find_map(|(mark, unit)| Some((name.strip_suffix(mark)?, Some(unit))));
    found.unwrap_or((name, None))
}
