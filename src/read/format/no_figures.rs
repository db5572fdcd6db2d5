//! Answers that are known and hold nothing that decides anything.

use super::DocumentFormat;
use super::listing::{find, has};
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::Reason;

/// Lists by their key, a field of their records, and their format's id.
const LISTS: &[(&str, &str, &str)] = &[
    ("services", "servicecode", "services"),
    ("nodegroups", "", "node-groups"),
    ("metrics", "metricname", "metrics"),
];

/// `{"nodegroups": […]}` and others.
pub const FORMAT: DocumentFormat =
    DocumentFormat { id: |root, _| known(root).unwrap_or("no-figures"), sure, read };

/// `NODEGROUPS ng1`, `SERVICES ec2 …`.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "NODEGROUPS",
        key: "nodegroups",
        of: "",
        many: true,
        fields: &[("", |_| Some(0))],
    },
    Keyword {
        word: "SERVICES",
        key: "Services",
        of: "",
        many: true,
        fields: &[("ServiceCode", |_| Some(0))],
    },
];

fn known(root: &Node<'_>) -> Option<&'static str> {
    let list = LISTS.iter().find(|(key, field, _)| match *field {
        "" => find(root, key).is_some(),
        field => has(root, key, &[field]),
    });
    list.map(|list| list.2)
}

fn sure(root: &Node<'_>) -> u8 {
    if known(root).is_some() { 60 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(what) = known(root) else { return };
    reader.problem(root.at, Severity::Info, Reason::NoFigures { what: what.into() });
}
