//! `ec2 describe-account-attributes`, of which only the Elastic IPs' limit is still true.

use super::DocumentFormat;
use super::listing::{count_limit, find};
use crate::data::quotas::quota_by_code;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::report::Basis;

/// `{"AccountAttributes": [{"AttributeName": …, "AttributeValues": [{"AttributeValue": "5"}]}]}`,
/// or rows of name and value.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "account-attributes", sure, read };

/// `ACCOUNTATTRIBUTES vpc-max-elastic-ips`, `ATTRIBUTEVALUES 5`.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "ACCOUNTATTRIBUTES",
        key: "AccountAttributes",
        of: "",
        many: true,
        fields: &[("AttributeName", |cells| (!cells.is_empty()).then_some(0))],
    },
    Keyword {
        word: "ATTRIBUTEVALUES",
        key: "AttributeValues",
        of: "ACCOUNTATTRIBUTES",
        many: true,
        fields: &[("AttributeValue", |cells| (!cells.is_empty()).then_some(0))],
    },
];

/// `max-instances` beside it has long been no limit at all.
const NAME: &str = "vpc-max-elastic-ips";

/// Every attribute that the call answers with.
pub const NAMES: &[&str] = &[
    NAME,
    "max-elastic-ips",
    "max-instances",
    "supported-platforms",
    "default-vpc",
    "vpc-max-security-groups-per-interface",
];

fn sure(root: &Node<'_>) -> u8 {
    let rows = root.list().unwrap_or_default();
    let is_row = |row: &Node<'_>| {
        row.list().and_then(|cells| cells.first()).and_then(Node::text) == Some(NAME)
    };
    if find(root, "accountattributes").is_some() || rows.iter().any(is_row) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(attributes) = find(root, "accountattributes").and_then(Node::list) {
        for attribute in attributes {
            let name = attribute.get(&["attributename"]).and_then(Node::text);
            let values = attribute.get(&["attributevalues"]).and_then(Node::list);
            if name == Some(NAME)
                && attribute.whole
                && let Some([value]) = values
            {
                let value = value.get(&["attributevalue"]).unwrap_or(value);
                limit(value, reader);
            } else {
                reader.ignore(None, None);
            }
        }
    } else if let Value::List(rows) = &root.value {
        for row in rows {
            match row.list() {
                Some([name, value]) if name.text() == Some(NAME) && row.whole => {
                    limit(value, reader)
                }
                _ => reader.ignore(None, None),
            }
        }
    }
}

fn limit(value: &Node<'_>, reader: &mut Reader<'_>) {
    if let (Some(quota), Some((at, limit))) =
        (quota_by_code("L-0263D0A3"), count_limit(Some(value)))
    {
        reader.limit(at, quota, limit, Basis::Applied, None, None);
    }
}
