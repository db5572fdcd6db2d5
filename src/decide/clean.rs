//! No credential is ever in a report, wherever it was typed.

use crate::read::secrets::{Kind, find, masked};
use crate::report::{Answers, Diagnostic, Severity};
use crate::text::Reason;

/// The answers with every credential masked, and with the Region as AWS writes it; and what there
/// is to say about the credentials.
pub fn clean(answers: &Answers, names: &mut [String]) -> (Answers, Vec<Diagnostic>) {
    let mut answers = answers.clone();
    let mut found = Vec::new();
    for text in names.iter_mut().chain(answers.typed_texts()) {
        found.extend(find(text).into_iter().map(|secret| secret.kind));
        *text = masked(text).into_owned();
    }
    if let Some(region) = &mut answers.region {
        *region = region.trim().to_ascii_lowercase();
    }
    let kinds = Kind::ALL.iter().filter(|kind| found.contains(kind));
    let notices = kinds.map(|kind| {
        Diagnostic::new(Severity::Error, Reason::Credential { kind: kind.name().into() })
    });
    (answers, notices.collect())
}
