//! `ec2 describe-vpcs`. VPCs that other accounts share are listed too and count there.

use super::DocumentFormat;
use super::listing::{Listing, has, id_of};
use crate::read::command::Harmless;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::read::{What, Within};
use crate::report::Severity;
use crate::text::Reason;

/// `{"Vpcs": [{"VpcId": …, "OwnerId": …}]}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "vpcs", sure, read };

/// `VPCS 10.1.0.0/16 … 123456789012 available vpc-…`.
pub const KEYWORDS: &[Keyword] = &[Keyword {
    word: "VPCS",
    key: "Vpcs",
    of: "",
    many: true,
    fields: &[
        ("OwnerId", |cells| cells.iter().position(|cell| is_account(cell))),
        ("VpcId", |cells| cells.iter().position(|cell| cell.starts_with("vpc-"))),
        ("IsDefault", |cells| cells.iter().position(|cell| matches!(*cell, "True" | "False"))),
    ],
}];

fn sure(root: &Node<'_>) -> u8 {
    if has(root, "vpcs", &["vpcid", "ownerid", "cidrblock"]) { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    // A list of what one account owns is whole, and is that account's.
    let asked = reader.command.filter("owner-id").filter(|owner| is_account(owner));
    let asked = asked.map(str::to_owned);
    let harmless: &[Harmless<'_>] = if asked.is_some() { &[("owner-id", &[])] } else { &[] };
    let Some(vpcs) = Listing::of_filtered(root, "vpcs", harmless, reader) else { return };
    // The last record of a list that was cut may have lost its owner; one of a --query has none.
    let may_be_lost = vpcs.is_cut && reader.command.query().is_none();
    let is_known = |vpc: &&Node<'_>| !may_be_lost || vpc.get(&["ownerid"]).is_some();
    let vpcs = Listing { records: vpcs.records.iter().copied().filter(is_known).collect(), ..vpcs };
    let owner = |vpc: &Node<'_>| vpc.get(&["ownerid"]).and_then(Node::number).map(str::to_owned);
    // Whose a VPC is, where its owner is no account, nobody knows.
    let is_anyones = |vpc: &&&Node<'_>| owner(vpc).is_none_or(|owner| is_account(&owner));
    let (whole, damaged): (Vec<&Node<'_>>, Vec<&Node<'_>>) =
        vpcs.records.iter().partition(is_anyones);
    if let Some(first) = damaged.first() {
        let reason = Reason::RowsDamaged { count: damaged.len().into() };
        reader.problem(first.at, Severity::Warning, reason);
    }
    let is_partial = vpcs.is_partial || !damaged.is_empty();
    let vpcs = Listing { records: whole, is_partial, ..vpcs };
    let mut owners: Vec<Option<String>> = vpcs.records.iter().map(|vpc| owner(vpc)).collect();
    owners.dedup();
    owners.sort();
    owners.dedup();
    if owners.is_empty() {
        owners.push(None);
    }
    for of in owners.into_iter().filter(|_| asked.is_none()) {
        let count = vpcs.records.iter().filter(|vpc| owner(vpc) == of).count();
        let at = vpcs.place(|vpc| owner(vpc) == of);
        let within = of.map_or(Within::Everything, Within::Owner);
        let used = Use { within, ..Use::count("L-F678F1CE", count) };
        reader.counted(at, used.at_least(vpcs.is_partial), None, None);
    }
    if let Some(asked) = asked {
        let used = Use::count("L-F678F1CE", vpcs.records.len()).at_least(vpcs.is_partial);
        reader.counted(vpcs.place(|_| true), used, Some(&asked), None);
    }
    let default = vpcs.records.iter().find(|vpc| is_true(vpc.get(&["isdefault"])));
    if let Some((vpc, id)) = default.and_then(|vpc| Some((vpc, id_of(vpc, "vpcid", "vpc-")?))) {
        reader.fact(vpc.at, What::DefaultVpc(id.to_owned()), None, None);
    }
}

fn is_true(node: Option<&Node<'_>>) -> bool {
    node.is_some_and(|node| {
        node.value == Value::Bool(true)
            || node.text().is_some_and(|text| text.eq_ignore_ascii_case("true"))
    })
}

/// Twelve digits.
pub fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}
