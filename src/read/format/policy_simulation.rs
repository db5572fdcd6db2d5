//! `iam simulate-principal-policy` and `simulate-custom-policy`: which of the actions that are
//! needed the policies allow. Only those are kept.

use super::DocumentFormat;
use super::listing::{Listing, find, has, of_arn, says_more};
use crate::data::iam_actions::{IamAction, needed_action};
use crate::read::What;
use crate::read::fact::Decision;
use crate::read::reader::Reader;
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};

/// `{"EvaluationResults": [{"EvalActionName": …, "EvalDecision": …}]}`, or rows of the two.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "policy-simulation", sure, read };

/// `EVALUATIONRESULTS iam:CreatePolicy allowed *`, and the parts that say what else denies.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "EVALUATIONRESULTS",
        key: "EvaluationResults",
        of: "",
        many: true,
        fields: &[
            ("EvalActionName", |cells| cells.iter().position(|cell| is_action(cell))),
            ("EvalDecision", |cells| cells.iter().position(|cell| decision(cell).is_some())),
        ],
    },
    Keyword {
        word: "ORGANIZATIONSDECISIONDETAIL",
        key: "OrganizationsDecisionDetail",
        of: "EVALUATIONRESULTS",
        many: false,
        fields: &[("AllowedByOrganizations", |_| Some(0))],
    },
    Keyword {
        word: "PERMISSIONSBOUNDARYDECISIONDETAIL",
        key: "PermissionsBoundaryDecisionDetail",
        of: "EVALUATIONRESULTS",
        many: false,
        fields: &[("AllowedByPermissionsBoundary", |_| Some(0))],
    },
    Keyword {
        word: "RESOURCESPECIFICRESULTS",
        key: "ResourceSpecificResults",
        of: "EVALUATIONRESULTS",
        many: true,
        fields: &[("EvalResourceDecision", |cells| {
            cells.iter().position(|cell| decision(cell).is_some())
        })],
    },
];

const KEY: &str = "evaluationresults";

fn decision(text: &str) -> Option<Decision> {
    match text {
        "allowed" => Some(Decision::Allowed),
        "explicitDeny" | "implicitDeny" => Some(Decision::Denied),
        _ => None,
    }
}

/// `iam:CreatePolicy`, which no ARN is.
fn is_action(text: &str) -> bool {
    text.split_once(':').is_some_and(|(service, action)| {
        !service.is_empty()
            && !action.is_empty()
            && service.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && action.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// `iam:CreatePolicy allowed`, with other columns or none.
pub fn is_row(cells: &[&str]) -> bool {
    cells.iter().any(|cell| decision(cell).is_some()) && cells.iter().any(|cell| is_action(cell))
}

/// The first text of a row, with the names of its fields or without, that is what is looked for.
fn find_text<'n>(row: &'n Node<'_>, wanted: impl Fn(&str) -> bool) -> Option<&'n str> {
    match &row.value {
        Value::List(cells) => cells.iter().filter_map(Node::text).find(|text| wanted(text)),
        Value::Map(entries) => entries.values().filter_map(Node::text).find(|text| wanted(text)),
        _ => None,
    }
}

/// The decision and the action of a row.
fn decided<'n>(row: &'n Node<'_>) -> Option<(Decision, &'n str)> {
    let decided = decision(find_text(row, |text| decision(text).is_some())?)?;
    Some((decided, find_text(row, is_action)?))
}

fn rows<'n, 'a>(root: &'n Node<'a>) -> &'n [Node<'a>] {
    match root.list() {
        Some(rows) => rows,
        None => std::slice::from_ref(root),
    }
}

fn sure(root: &Node<'_>) -> u8 {
    if has(root, KEY, &["evalactionname"]) {
        return 90;
    }
    let rows = rows(root);
    if !rows.is_empty() && rows.iter().all(|row| decided(row).is_some()) { 70 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let mut found: Vec<(usize, &'static IamAction, Decision)> = Vec::new();
    if find(root, KEY).is_some() {
        let Some(listing) = Listing::of(root, KEY, reader) else { return };
        for record in listing.records {
            let name = record.get(&["evalactionname"]).and_then(Node::text);
            take(record.at, name, whole_decision(record), &mut found, reader);
        }
    } else {
        says_more(root, reader);
        for row in rows(root).iter().filter(|row| row.whole) {
            let Some((decision, name)) = decided(row) else { continue };
            take(row.at, Some(name), Some(decision), &mut found, reader);
        }
    }
    let source = reader.command.option("--policy-source-arn").map(str::to_owned);
    let account = source.as_deref().and_then(|arn| of_arn(arn).0);
    for (at, action, decision) in found {
        reader.fact(at, What::Simulated { action, decision }, account, None);
    }
}

/// Takes what was decided on one action; of several resources the one that is denied counts.
fn take(
    at: usize,
    name: Option<&str>,
    decided: Option<Decision>,
    found: &mut Vec<(usize, &'static IamAction, Decision)>,
    reader: &mut Reader<'_>,
) {
    let (Some(action), Some(decided)) = (name.and_then(needed_action), decided) else {
        return reader.ignore(None, None);
    };
    match found.iter_mut().find(|(_, known, _)| *known == action) {
        None => found.push((at, action, decided)),
        Some(kept) if decided == Decision::Denied && kept.2 == Decision::Allowed => {
            *kept = (at, action, decided);
        }
        Some(_) => {}
    }
}

/// The policies' decision, and that of a service control policy or boundary that is told beside it.
fn whole_decision(record: &Node<'_>) -> Option<Decision> {
    let own = record.get(&["evaldecision"]).and_then(Node::text).and_then(decision)?;
    let denies = |part: &str, flag: &str| {
        let flag = record.get(&[part]).map(single).and_then(|part| part.get(&[flag]));
        flag.is_some_and(|flag| {
            flag.value == Value::Bool(false)
                || flag.text().is_some_and(|text| text.eq_ignore_ascii_case("false"))
        })
    };
    let resources =
        record.get(&["resourcespecificresults"]).and_then(Node::list).unwrap_or_default();
    let is_denied = |resource: &Node<'_>| {
        let decided = resource.get(&["evalresourcedecision"]).and_then(Node::text);
        decided.and_then(decision) == Some(Decision::Denied)
    };
    let is_denied = denies("organizationsdecisiondetail", "allowedbyorganizations")
        || denies("permissionsboundarydecisiondetail", "allowedbypermissionsboundary")
        || resources.iter().any(is_denied);
    Some(if is_denied { Decision::Denied } else { own })
}

/// A record that a table shows as a list of one.
fn single<'n, 'a>(node: &'n Node<'a>) -> &'n Node<'a> {
    match node.list() {
        Some([one]) => one,
        _ => node,
    }
}
