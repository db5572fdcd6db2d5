//! CloudWatch's `AWS/Usage` metrics. The answer does not say what was asked for, so a figure
//! counts only below its command.

use super::DocumentFormat;
use super::listing::find;
use crate::quantity::{Decimal, Round, Unit};
use crate::read::Counted;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::Reason;

/// `{"Label": "ResourceCount", "Datapoints": […]}` or `{"MetricDataResults": […]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "metrics", sure, read };

/// `ResourceCount`, and below it `DATAPOINTS 312.0 2026-… None`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "DATAPOINTS",
    key: "Datapoints",
    of: "",
    many: true,
    fields: &[
        ("Maximum", |cells| cells.iter().position(|cell| Decimal::parse(cell).is_some())),
        ("Timestamp", |cells| {
            cells.iter().position(|cell| cell.starts_with("20") && cell.contains('T'))
        }),
    ],
}];

/// What `Resource` and `Class` are of a quota's metric.
const METRICS: &[(&str, Option<&str>, &str, Unit)] = &[
    ("vCPU", Some("Standard/OnDemand"), "L-1216C47A", Unit::Vcpu),
    ("VPCsPerRegion", None, "L-F678F1CE", Unit::Count),
    ("NetworkLoadBalancersPerRegion", None, "L-69A177A2", Unit::Count),
    ("ApplicationLoadBalancersPerRegion", None, "L-53DA6B97", Unit::Count),
    ("GeneralPurposeBuckets", None, "L-DC2B2D3D", Unit::Count),
    ("CustomerManagedPolicy", None, "L-E95E4862", Unit::Count),
    ("Role", None, "L-FE177D64", Unit::Count),
];

fn sure(root: &Node<'_>) -> u8 {
    let is_answer = find(root, "datapoints").is_some() || find(root, "metricdataresults").is_some();
    if is_answer { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let points = find(root, "datapoints").and_then(Node::list).unwrap_or_default();
    let Some((quota_code, unit)) = asked_for(reader) else {
        return reader.problem(root.at, Severity::Warning, Reason::MetricUnnamed);
    };
    let figure = |point: &Node<'_>| {
        let node = point.get(&["maximum", "average"])?;
        let figure = Decimal::parse(node.number()?).filter(|figure| !figure.is_negative())?;
        Some((node.at, figure.in_whole(unit, Round::Up)))
    };
    let time = |point: &Node<'_>| {
        point.get(&["timestamp"]).and_then(Node::text).unwrap_or_default().to_owned()
    };
    let latest = points
        .iter()
        .filter(|point| point.whole && figure(point).is_some())
        .max_by_key(|point| time(point));
    match latest.and_then(figure) {
        Some((at, whole)) => {
            let used = Use { whole, unit, counted: Counted::ByReport, ..Use::count(quota_code, 0) };
            reader.used(at, used, None, None);
        }
        // No datapoint is not zero.
        None => reader.problem(root.at, Severity::Warning, Reason::MetricEmpty),
    }
}

/// The quota whose metric the command above asks for.
fn asked_for(reader: &Reader<'_>) -> Option<(&'static str, Unit)> {
    let is_usage = reader.command.option("--namespace") == Some("AWS/Usage");
    let dimensions = reader.command.values("--dimensions");
    let value = |name: &str| {
        dimensions.iter().find_map(|dimension| {
            dimension.strip_prefix("Name=")?.strip_prefix(name)?.strip_prefix(",Value=")
        })
    };
    let metric = METRICS.iter().find(|(resource, class, _, _)| {
        value("Resource") == Some(*resource)
            && class.is_none_or(|class| value("Class") == Some(class))
    });
    metric.filter(|_| is_usage).map(|metric| (metric.2, metric.3))
}
