//! Quota Monitor for AWS: the items of its DynamoDB table, in DynamoDB's JSON.

use super::DocumentFormat;
use super::trusted_advisor::{Row, row};
use super::vpcs::is_account;
use crate::data::quotas::quota_by_code;
use crate::quantity::{Decimal, Round};
use crate::read::Counted;
use crate::read::dates::parse_iso;
use crate::read::reader::{Reader, Use};
use crate::read::tree::Node;
use crate::report::Basis;

/// `{"Items": [{"LimitCode": {"S": "L-1216C47A"}, "LimitAmount": {"S": "1152"}}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "quota-monitor", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    let items = root.get(&["items"]).and_then(Node::list).unwrap_or_default();
    let is_item = |item: &Node<'_>| {
        item.get(&["limitamount"]).is_some() && item.get(&["limitname"]).is_some()
    };
    if items.iter().any(is_item) { 90 } else { 0 }
}

/// The value within `{"S": …}`, or the value itself.
fn plain<'n, 'a>(item: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let node = item.get(&[key])?;
    Some(node.get(&["s", "n"]).unwrap_or(node))
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    for item in root.get(&["items"]).and_then(Node::list).unwrap_or_default() {
        if item.whole {
            record(item, reader);
        }
    }
}

fn record(item: &Node<'_>, reader: &mut Reader<'_>) {
    let text = |key| plain(item, key).and_then(Node::number).filter(|text| !text.is_empty());
    let account = text("accountid").filter(|account| is_account(account));
    let region = text("region").filter(|region| region.contains('-'));
    reader.as_of = text("timestamp").and_then(|time| parse_iso(time.get(..10)?));
    // The use is "0" also where nobody knows it.
    let used = plain(item, "currentusage").filter(|used| used.number() != Some("0"));
    let amount = plain(item, "limitamount");
    match (text("limitcode").and_then(quota_by_code), amount) {
        (Some(quota), Some(amount)) => {
            let Some(limit) = super::service_quotas::limit_of(amount, quota.unit) else { return };
            reader.limit(amount.at, quota, limit, Basis::Report, account, region);
            let figure = used.and_then(Node::number).and_then(Decimal::parse);
            if let (Some(figure), Some(used)) =
                (figure.filter(|figure| !figure.is_negative()), used)
            {
                let whole = figure.in_whole(quota.unit, Round::Up);
                let counted = Counted::ByReport;
                let taken =
                    Use { whole, unit: quota.unit, counted, ..Use::count(quota.quota_code, 0) };
                reader.used(used.at, taken, account, region);
            }
        }
        (None, Some(amount)) if text("limitcode").is_none() => {
            let (service, name) = (plain(item, "service"), plain(item, "limitname"));
            match (service, name) {
                (Some(service), Some(name)) => {
                    row(
                        Row { region: plain(item, "region"), service, name, amount, used, account },
                        reader,
                    );
                }
                _ => reader.ignore(account, region),
            }
        }
        _ => reader.ignore(account, region),
    }
    reader.as_of = None;
}
