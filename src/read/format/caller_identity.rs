//! `aws sts get-caller-identity`: which account the rest of a paste is about.

use super::DocumentFormat;
use crate::read::tree::Node;
use crate::read::{Reader, What};

/// `{"UserId": …, "Account": …, "Arn": …}`.
pub const FORMAT: DocumentFormat = DocumentFormat { id: "caller-identity", sure, read };

fn sure(root: &Node<'_>) -> u8 {
    if account(root).is_some() && root.get(&["userid"]).is_some() { 90 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(account) = account(root) {
        reader.fact(root.at, What::Account, Some(account.to_owned()), None);
    }
}

fn account<'a>(root: &'a Node<'_>) -> Option<&'a str> {
    let account = root.get(&["account"])?.number()?;
    (account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit())).then_some(account)
}
