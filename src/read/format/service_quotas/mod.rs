//! Quotas with their values: Service Quotas' own answers, whole or through a `--query` that
//! renames their keys or drops them, and what other tools make of the same records.

mod cited;
mod passed;

use super::DocumentFormat;
use super::listing::{find, is_alike, says_more};
use super::quota_requests::is_request;
use super::trusted_advisor::is_trusted_advisors;
use crate::data::quotas::{Quota, is_quota_code};
use crate::quantity::{Decimal, Dimension, Quantity, Round, Unit, parse_figure};
use crate::read::reader::{Reader, Use};
use crate::read::syntax::Syntax;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::read::{Counted, Limit, What};
use crate::report::{Basis, Severity};
use crate::text::Reason;
use cited::{CODE, Cited, VALUE, is_other_service};
pub use passed::PASSING;

/// `{"Quotas": […]}`, `{"Quota": {…}}`, or quotas by themselves.
pub const FORMAT: DocumentFormat = DocumentFormat { id, sure, read };

/// Such an answer of which a `--query` has left no more than a value, or nothing.
pub const NAMELESS: DocumentFormat = DocumentFormat { id, sure: |_| 0, read: read_nameless };

/// `QUOTA` and `QUOTAS`: the cells behind the code are name, service code, service name, unit and
/// value in every version; those before it vary.
pub const KEYWORDS: &[Keyword] = &[
    Keyword { word: "QUOTAS", key: "Quotas", of: "", many: true, fields: CELLS },
    Keyword { word: "QUOTA", key: "Quota", of: "", many: false, fields: CELLS },
    Keyword {
        word: "ERRORREASON",
        key: "ErrorReason",
        of: "QUOTAS",
        many: false,
        fields: &[("ErrorCode", |cells| (!cells.is_empty()).then_some(0))],
    },
    Keyword {
        word: "NEXTTOKEN",
        key: "NextToken",
        of: "",
        many: false,
        fields: &[("", |cells| (!cells.is_empty()).then_some(0))],
    },
];

type Cells = &'static [(&'static str, crate::read::syntax::keyword_rows::Pick)];

const CELLS: Cells = &[
    ("QuotaArn", |cells| cells.iter().position(|cell| cell.starts_with("arn:"))),
    ("QuotaCode", code_cell),
    ("QuotaName", |cells| Some(code_cell(cells)? + 1)),
    ("ServiceCode", |cells| Some(code_cell(cells)? + 2)),
    ("Value", |cells| {
        Some(code_cell(cells)? + 5).filter(|at| cells.get(*at).is_some_and(|cell| !cell.is_empty()))
    }),
    ("Adjustable", |cells| cells.iter().position(|cell| matches!(*cell, "True" | "False"))),
    ("QuotaAppliedAtLevel", |cells| {
        cells.iter().position(|cell| matches!(*cell, "ACCOUNT" | "RESOURCE" | "ALL"))
    }),
];

fn code_cell(cells: &[&str]) -> Option<usize> {
    cells.iter().position(|cell| is_quota_code(cell))
}

// Keys in the bare form of `Node::get`.
const USED: &[&str] = &["usage", "currentusage", "used", "inuse"];
const LEVEL: &[&str] = &["quotaappliedatlevel"];
const ADJUSTABLE: &[&str] = &["adjustable"];
const ERROR: &[&str] = &["errorreason"];

fn id(root: &Node<'_>, syntax: Syntax) -> &'static str {
    let is_console = |row: &Node<'_>| row.get(&VALUE[3..5]).is_some() && row.get(CODE).is_none();
    match syntax {
        Syntax::Csv if root.list().is_some_and(|rows| rows.iter().any(is_console)) => "console",
        Syntax::Json => "service-quotas-json",
        Syntax::Python => "service-quotas-python",
        Syntax::Yaml => "service-quotas-yaml",
        Syntax::Table => "service-quotas-table",
        Syntax::BoxTable => "psql-table",
        Syntax::Rows => "service-quotas-text",
        Syntax::Csv => "csv",
        Syntax::Markdown => "markdown",
        Syntax::Pairs => "service-quotas-list",
    }
}

fn sure(root: &Node<'_>) -> u8 {
    if root.get(&["generatedat", "reportid"]).is_some() {
        return 0;
    }
    if let Some(quotas) = quotas(root) {
        return if quotas.is_empty() || quotas.iter().any(is_quota) { 90 } else { 0 };
    }
    if root.get(&["quota"]).is_some_and(|quota| {
        quota.list().unwrap_or(std::slice::from_ref(quota)).iter().any(is_quota)
    }) {
        return 90;
    }
    let alone = is_quota(root)
        || root
            .list()
            .is_some_and(|nodes| nodes.iter().any(|node| is_quota(node) || is_answer(node)));
    if alone { 70 } else { 0 }
}

/// The list of an answer, or of the pages of one.
fn quotas<'n, 'a>(root: &'n Node<'a>) -> Option<&'n [Node<'a>]> {
    let list = match &root.value {
        Value::Map(_) => root.get(&["quotas"]),
        _ => find(root, "quotas"),
    };
    list.and_then(Node::list)
}

/// An answer within a list, as `yaml-stream` prints them.
fn is_answer(node: &Node<'_>) -> bool {
    quotas(node).is_some_and(|quotas| quotas.iter().any(is_quota))
        || node.get(&["quota"]).is_some_and(is_quota)
}

/// A record or a row that names a quota; reports' rows look alike and are something else.
fn is_quota(node: &Node<'_>) -> bool {
    if node.list().is_some() {
        return !is_request(node) && Cited::of_row(node).is_some();
    }
    // Asked first, since a long list of them is no list of quotas.
    if is_trusted_advisors(node) {
        return false;
    }
    let is_report = node.get(&["utilization"]).is_some() && node.get(&["appliedvalue"]).is_some();
    !is_report && Cited::of(node).is_some()
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let answers: Vec<&Node<'_>> = match root.list() {
        Some(nodes) if nodes.iter().any(is_answer) => nodes.iter().collect(),
        _ => vec![root],
    };
    let mut document = Document::default();
    for answer in answers {
        let quota = answer.get(&["quota"]).filter(|quota| quota.text().is_none());
        // Two answers right below one another may look like one.
        if let Some(list) = quotas(answer) {
            if list.is_empty() && answer.whole {
                reader.problem(answer.at, Severity::Info, Reason::NoQuotasReturned);
            }
            document.records(list, reader);
        }
        if let Some(quota) = quota {
            // A table shows it as a list of one.
            document.records(quota.list().unwrap_or(std::slice::from_ref(quota)), reader);
        } else if quotas(answer).is_some() {
            // Read above.
        } else if let Some(list) = answer.list() {
            document.records(list, reader);
        } else {
            document.is_alone = true;
            document.records(std::slice::from_ref(answer), reader);
        }
        says_more(answer, reader);
    }
    document.say(root.at, reader);
}

/// Takes down one record that another format has found.
pub fn read_record(record: &Node<'_>, reader: &mut Reader<'_>) {
    let mut document = Document::default();
    document.records(std::slice::from_ref(record), reader);
    document.say(record.at, reader);
}

fn read_nameless(root: &Node<'_>, reader: &mut Reader<'_>) {
    let is_list = matches!(reader.title, Some("ListServiceQuotas" | "ListAWSDefaultServiceQuotas"));
    match value_without_name(root) {
        Some((at, number)) => {
            let reason = Reason::NumberWithoutName { number: short(number).into() };
            reader.problem(at, Severity::Warning, reason);
        }
        None if is_list => reader.problem(root.at, Severity::Info, Reason::NoQuotasReturned),
        None => {
            let command = "aws service-quotas get-service-quota … --output json";
            reader.problem(
                root.at,
                Severity::Warning,
                Reason::KeysLost { command: command.into() },
            );
        }
    }
}

/// Whether a document is a quota of which a `--query` has left no more than its value.
pub fn is_nameless(root: &Node<'_>) -> bool {
    value_without_name(root).is_some()
}

fn value_without_name<'n>(root: &'n Node<'_>) -> Option<(usize, &'n str)> {
    let record = match root.list() {
        Some([one]) => one,
        _ => root,
    };
    let node = record.get(VALUE)?;
    node.number().filter(|number| Decimal::parse(number).is_some()).map(|number| (node.at, number))
}

/// What is said of a document as a whole.
#[derive(Default)]
struct Document {
    /// It is one record with nothing around it.
    is_alone: bool,
    rows: usize,
    figures: usize,
    without_value: usize,
    /// A heading above figures that is not known.
    heading: Option<String>,
    nowhere: usize,
    cut: Option<usize>,
}

impl Document {
    fn records(&mut self, records: &[Node<'_>], reader: &mut Reader<'_>) {
        let cited: Vec<Option<Cited<'_>>> = records
            .iter()
            .map(|node| match node.list() {
                Some(_) if is_request(node) => None,
                Some(_) => Cited::of_row(node),
                None => Cited::of(node),
            })
            .collect();
        // A name that several services have counts beside another row of the same service.
        let services: Vec<&str> =
            cited.iter().flatten().filter_map(Cited::service_for_certain).collect();
        // A list of YAML does not show its end, and another one may stand right below it.
        let first = records.first().filter(|_| reader.syntax == Syntax::Yaml);
        let is_own = |node: &Node<'_>| first.is_none_or(|first| is_alike(first, node));
        let others: Vec<&Node<'_>> = records.iter().filter(|node| !is_own(node)).collect();
        if let Some(other) = others.first() {
            let reason = Reason::RowsDamaged { count: others.len().into() };
            reader.problem(other.at, Severity::Warning, reason);
        }
        for (node, cited) in records.iter().zip(&cited) {
            match cited {
                None if let Value::Passed(count) = node.value => {
                    self.rows += count;
                    reader.pass_over(count);
                }
                Some(cited) if node.whole && is_own(node) => {
                    self.record(node, cited, &services, reader);
                }
                _ => {}
            }
        }
    }

    fn record(
        &mut self,
        node: &Node<'_>,
        cited: &Cited<'_>,
        services: &[&str],
        reader: &mut Reader<'_>,
    ) {
        self.rows += 1;
        if let Some(other) = cited.other_code {
            let reason = Reason::CodeMismatch {
                code: cited.code.unwrap_or_default().into(),
                found: other.into(),
            };
            return reader.problem(node.at, Severity::Warning, reason);
        }
        if self.is_fragment(node, cited, reader) {
            self.cut.get_or_insert(node.at);
            return;
        }
        if cited.has_broken_arn {
            let reason = Reason::RowsDamaged { count: 1_usize.into() };
            return reader.problem(node.at, Severity::Warning, reason);
        }
        if let Some(found) = cited.contradicting_name() {
            let code = cited.code.unwrap_or_default();
            let reason = Reason::NameMismatch { code: code.into(), found: found.into() };
            return reader.problem(node.at, Severity::Warning, reason);
        }
        let Some(quota) = cited.quota(services) else { return cited.unneeded(node, reader) };
        if let Some(service) = cited.service.filter(|service| is_other_service(service, quota)) {
            let reason = Reason::ServiceMismatch {
                code: quota.quota_code.into(),
                found: short(service).into(),
                expected: quota.service_code.into(),
            };
            return reader.problem(node.at, Severity::Warning, reason);
        }
        self.used(node, cited, quota, reader);
        self.limit(node, cited, quota, reader);
    }

    /// Whether a record has lost its first lines, and with them whose value it is.
    fn is_fragment(&self, node: &Node<'_>, cited: &Cited<'_>, reader: &Reader<'_>) -> bool {
        if cited.has_arn || !matches!(reader.syntax, Syntax::Yaml | Syntax::Table | Syntax::Pairs) {
            return false;
        }
        let is_named = reader.title.is_some() || reader.command.operation().is_some();
        node.get(&["unit"]).is_some() && node.get(&["servicename"]).is_some()
            || (self.is_alone && !is_named)
    }

    fn limit(
        &mut self,
        node: &Node<'_>,
        cited: &Cited<'_>,
        quota: &'static Quota,
        reader: &mut Reader<'_>,
    ) {
        let applied = cited.value.filter(|value| !says_unavailable(value));
        let default = cited.default.filter(|value| applied.is_none() && !says_unavailable(value));
        let Some(figure) = applied.or(default) else {
            if cited.must_have_value(reader.syntax) || node.get(ERROR).is_some() {
                let reason = no_value(node, quota.quota_code);
                reader.problem(node.at, Severity::Warning, reason);
            } else {
                self.without_value += 1;
                self.heading = self.heading.take().or_else(|| unknown_heading(node));
            }
            return;
        };
        let Some(limit) = limit_of(figure, quota.unit) else {
            let reason = Reason::QuotaValueUnreadable {
                code: quota.quota_code.into(),
                found: show(figure).into(),
            };
            return reader.problem(figure.at, Severity::Warning, reason);
        };
        self.figures += 1;
        self.nowhere += usize::from(!cited.has_arn && cited.account.is_none());
        let by_command = reader.asks_for_defaults() && cited.account.is_none();
        let is_default = cited.is_default || default.is_some() || by_command;
        let what = What::Limit {
            quota,
            limit,
            basis: if is_default { Basis::Default } else { Basis::Applied },
            resource_level: node.get(LEVEL).map(plain).and_then(Node::text) == Some("RESOURCE"),
            adjustable: truth(node.get(ADJUSTABLE)),
        };
        reader.fact(figure.at, what, cited.account, cited.region);
    }

    /// A column of what is in use, as people and tools put it beside the limits.
    fn used(
        &mut self,
        node: &Node<'_>,
        cited: &Cited<'_>,
        quota: &'static Quota,
        reader: &mut Reader<'_>,
    ) {
        let Some(found) = node.get(USED) else { return };
        let figure = found.number().and_then(|text| parse_figure(text, true));
        let Some(figure) = figure.filter(|figure| !figure.is_negative()) else { return };
        let used = Use {
            whole: figure.in_whole(quota.unit, Round::Up),
            unit: quota.unit,
            counted: Counted::ByReport,
            ..Use::count(quota.quota_code, 0)
        };
        reader.used(found.at, used, cited.account, cited.region);
    }

    fn say(&self, at: usize, reader: &mut Reader<'_>) {
        if let Some(at) = self.cut {
            let (lines, count) = reader.lines_between(at, at);
            let reason = Reason::HeadCut { lines: lines.into(), count: count.into() };
            reader.problem(at, Severity::Warning, reason);
        }
        if self.nowhere > 0 && self.nowhere == self.figures {
            reader.problem(at, Severity::Info, Reason::NoArn { count: self.nowhere.into() });
        }
        if let Some(heading) = self.heading.as_deref().filter(|_| self.figures == 0) {
            let heading: String = heading.chars().take(60).collect();
            let reason = Reason::HeadingUnknown { heading: heading.into() };
            reader.problem(at, Severity::Warning, reason);
        } else if self.figures == 0 && self.without_value > 0 {
            reader.problem(
                at,
                Severity::Warning,
                Reason::NoValueColumn { count: self.rows.into() },
            );
        }
    }
}

/// The first heading above a figure that says nothing known of it.
fn unknown_heading(row: &Node<'_>) -> Option<String> {
    let Value::Map(map) = &row.value else { return None };
    let is_figure =
        |node: &Node<'_>| node.number().is_some_and(|text| parse_figure(text, false).is_some());
    let known = [USED, ADJUSTABLE, LEVEL, &["period", "periodvalue", "accountid", "account"]];
    let is_known = |key: &str| known.iter().any(|keys| row.get(keys).is_some() && is_of(key, keys));
    let mut figures = row.keys().zip(map.values()).filter(|(_, node)| is_figure(node));
    figures.find(|(key, _)| !is_known(key)).map(|(key, _)| key.to_owned())
}

/// Whether a key is one of these in bare form.
fn is_of(key: &str, bare: &[&str]) -> bool {
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    bare.contains(&letters.collect::<String>().to_ascii_lowercase().as_str())
}

/// What PowerShell prints as an object of one field.
fn plain<'n, 'a>(node: &'n Node<'a>) -> &'n Node<'a> {
    node.get(&["value"]).unwrap_or(node)
}

fn truth(node: Option<&Node<'_>>) -> Option<bool> {
    match &node?.value {
        Value::Bool(truth) => Some(*truth),
        Value::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// The console writes "Not available" where an account has no value of its own.
fn says_unavailable(node: &Node<'_>) -> bool {
    node.text().is_some_and(|text| {
        matches!(
            text.trim().to_ascii_lowercase().as_str(),
            "" | "-" | "n/a" | "not available" | "none" | "null"
        )
    })
}

/// A limit as JSON has it, or as tables and spreadsheets write it.
pub fn limit_of(node: &Node<'_>, unit: Unit) -> Option<Limit> {
    let text = node.number()?;
    if text.eq_ignore_ascii_case("unlimited") {
        return Some(Limit::Unlimited);
    }
    let decimal = match &node.value {
        Value::Number(_) => Decimal::parse(text)?,
        _ => parse_figure(text, unit.dimension() == Dimension::Bytes)?,
    };
    if decimal.is_negative() {
        return None;
    }
    Some(if decimal.means_no_limit() {
        Limit::Unlimited
    } else {
        Limit::Finite(Quantity::new(decimal.in_whole(unit, Round::Down), unit))
    })
}

fn no_value(node: &Node<'_>, code: &str) -> Reason {
    match node.get(ERROR).and_then(error_code) {
        Some(error) => Reason::QuotaError { code: code.into(), error: error.into() },
        None => Reason::QuotaValueMissing { code: code.into() },
    }
}

/// A table shows the reason as a list of one.
fn error_code<'n>(error: &'n Node<'_>) -> Option<&'n str> {
    let error = match error.list() {
        Some([one]) => one,
        _ => error,
    };
    error.get(&["errorcode"]).and_then(Node::text)
}

fn show(node: &Node<'_>) -> String {
    let text = match &node.value {
        Value::Bool(truth) => truth.to_string(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "an object".to_owned(),
        _ => node.number().unwrap_or("null").to_owned(),
    };
    short(&text)
}

/// As much of a text as a message repeats.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
