//! `iam list-attached-role-policies`: how many policies one of the deployment's roles has already.
//!
//! The answer does not name the role; the command above it does.

use super::DocumentFormat;
use super::listing::{Listing, find, has, of_arn};
use crate::data::iam_names::{Kind, attachment_to, wanted};
use crate::read::What;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::Node;
use crate::report::Severity;
use crate::text::Reason;

/// `{"AttachedPolicies": [{"PolicyName": …, "PolicyArn": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat {
    id: |_, _| "attached-policies",
    sure: |root| if has(root, KEY, &["policyname", "policyarn"]) { 90 } else { 0 },
    read,
};

/// `ATTACHEDPOLICIES arn:aws:iam::123456789012:policy/name name`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "ATTACHEDPOLICIES",
    key: "AttachedPolicies",
    of: "",
    many: true,
    fields: &[
        ("PolicyArn", |cells| cells.iter().position(|cell| cell.starts_with("arn:"))),
        ("PolicyName", |cells| cells.iter().position(|cell| !cell.starts_with("arn:"))),
    ],
}];

const KEY: &str = "attachedpolicies";

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // Users and groups have lists of the same shape.
    let operation = reader.command.operation().unwrap_or_default().to_owned();
    // A shell's variable names none.
    let role = reader.command.option("--role-name").filter(|name| !name.contains('$'));
    let role = role.map(str::to_owned);
    let (true, Some(role)) = (operation == "list-attached-role-policies", role) else {
        if matches!(operation.as_str(), "" | "list-attached-role-policies") {
            reader.problem(root.at, Severity::Warning, Reason::RoleUnnamed);
        }
        return ignore_all(root, reader);
    };
    let Some(role) = wanted(Kind::Role, &role) else { return ignore_all(root, reader) };
    let Some(listing) = Listing::of(root, KEY, reader) else { return };
    if listing.is_partial && listing.records.is_empty() {
        return;
    }
    let arn =
        |record: &Node<'_>| record.get(&["policyarn"]).and_then(Node::text).map(str::to_owned);
    let own = |record: &&Node<'_>| {
        let name = record.get(&["policyname"]).and_then(Node::text).unwrap_or_default();
        attachment_to(role.name).is_some_and(|known| known.policy.eq_ignore_ascii_case(name))
    };
    // AWS's own policies have `aws` in the account's place.
    let arns = listing.records.iter().filter_map(|record| arn(record));
    let of_account = arns.into_iter().find(|arn| !arn.starts_with("arn:aws:iam::aws:"));
    let account = of_account.as_deref().and_then(|arn| of_arn(arn).0);
    let attached = What::Attached {
        role,
        count: listing.records.len(),
        has_own: listing.records.iter().copied().any(|record| own(&record)),
        whole: !listing.is_partial,
    };
    reader.fact(listing.place(|_| true), attached, account, None);
}

fn ignore_all(root: &Node<'_>, reader: &mut Reader<'_>) {
    let records = find(root, KEY).and_then(Node::list).unwrap_or_default();
    for _ in records {
        reader.ignore(None, None);
    }
}
