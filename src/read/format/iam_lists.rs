//! `iam list-policies --scope Local` and `list-roles`: how many there are, and whether one has a
//! name that the deployment wants. No other name is kept.

use super::DocumentFormat;
use super::listing::{Listing, has, of_arn};
use crate::data::iam_names::{Kind, wanted};
use crate::read::What;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;

/// `{"Policies": [{"PolicyName": …, "Arn": …}]}`.
pub const POLICIES: DocumentFormat = DocumentFormat {
    id: |_, _| "iam-policies",
    sure: |root| if has(root, "policies", &["policyname"]) { 90 } else { 0 },
    read: |root, reader| read(root, &LISTS[0], reader),
};

/// `{"Roles": [{"RoleName": …, "Arn": …}]}`.
pub const ROLES: DocumentFormat = DocumentFormat {
    id: |_, _| "iam-roles",
    sure: |root| if has(root, "roles", &["rolename"]) { 90 } else { 0 },
    read: |root, reader| read(root, &LISTS[1], reader),
};

/// `POLICIES arn:aws:iam::123456789012:policy/name …`.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "POLICIES",
        key: "Policies",
        of: "",
        many: true,
        fields: &[("Arn", arn), ("PolicyName", name_of_policy)],
    },
    Keyword {
        word: "ROLES",
        key: "Roles",
        of: "",
        many: true,
        fields: &[("Arn", arn), ("RoleName", arn)],
    },
];

fn arn(cells: &[&str]) -> Option<usize> {
    cells.iter().position(|cell| cell.starts_with("arn:aws:iam:"))
}

/// The cell that the ARN ends with.
fn name_of_policy(cells: &[&str]) -> Option<usize> {
    let arn = cells[arn(cells)?];
    let name = arn.rsplit('/').next()?;
    cells.iter().position(|cell| *cell == name)
}

struct List {
    kind: Kind,
    key: &'static str,
    name: &'static str,
    quota_code: &'static str,
}

const LISTS: &[List] = &[
    List { kind: Kind::Policy, key: "policies", name: "policyname", quota_code: "L-E95E4862" },
    List { kind: Kind::Role, key: "roles", name: "rolename", quota_code: "L-FE177D64" },
];

fn read(root: &Node<'_>, list: &List, reader: &mut Reader<'_>) {
    let Some(records) = Listing::of(root, list.key, reader) else { return };
    if records.is_partial && records.records.is_empty() {
        return;
    }
    let arn = |record: &Node<'_>| record.get(&["arn"]).and_then(Node::text).map(str::to_owned);
    // Without `--scope Local` AWS's own policies are listed too.
    let counts =
        |record: &Node<'_>| arn(record).is_none_or(|arn| !arn.starts_with("arn:aws:iam::aws:"));
    let first = records.records.iter().find_map(|record| arn(record).filter(|_| counts(record)));
    let account = first.as_deref().and_then(|arn| of_arn(arn).0);
    let count = records.records.iter().filter(|record| counts(record)).count();
    let used = Use::count(list.quota_code, count).at_least(records.is_partial);
    reader.counted(records.place(counts), used, account, None);
    for record in records.records.iter().filter(|record| counts(record)) {
        let name = record.get(&[list.name]).and_then(Node::text).unwrap_or_default();
        let name = name.rsplit('/').next().unwrap_or(name);
        if let Some(name) = wanted(list.kind, name) {
            reader.fact(record.at, What::Taken(name), account, None);
        }
    }
    let listed = What::Listed { kind: list.kind, whole: !records.is_partial };
    reader.fact(records.place(|_| true), listed, account, None);
}
