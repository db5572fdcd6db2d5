//! `aws sts get-caller-identity`: which account the rest of a paste is about.

use super::DocumentFormat;
use super::vpcs::is_account;
use crate::read::What;
use crate::read::reader::Reader;
use crate::read::tree::Node;

/// `{"UserId": …, "Account": …, "Arn": …}`, or a row of the three.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "caller-identity", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if account(root).is_some() { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(node) = account(root) {
        reader.fact(node.at, What::Account, node.number(), None);
    }
}

fn account<'n, 'a>(root: &'n Node<'a>) -> Option<&'n Node<'a>> {
    if let Some([row]) = root.list() {
        let cells = row.list()?;
        let texts: Vec<&str> = cells.iter().filter_map(Node::text).collect();
        return is_row(&texts)
            .then(|| cells.iter().find(|cell| cell.text().is_some_and(is_account)))?;
    }
    root.get(&["userid"])?;
    root.get(&["account"]).filter(|account| account.number().is_some_and(is_account))
}

/// `123456789012  arn:aws:sts::123456789012:user/ann  AIDA…`.
pub fn is_row(cells: &[&str]) -> bool {
    cells.iter().any(|cell| is_account(cell))
        && cells
            .iter()
            .any(|cell| cell.starts_with("arn:aws:sts:") || cell.starts_with("arn:aws:iam:"))
        && cells.len() == 3
}
