//! No credential is ever in a report, wherever it was typed.

use crate::read::secrets::{Kind, find, mask_found};
use crate::report::{Answers, Diagnostic, Severity};
use crate::text::Reason;

/// The answers with every credential masked, and with the Region as AWS writes it; and what there
/// is to say about the credentials.
pub fn clean(answers: &Answers, names: &mut [String]) -> (Answers, Vec<Diagnostic>) {
    let mut answers = answers.clone();
    let mut found = Vec::new();
    for text in names.iter_mut().chain(answers.texts()) {
        mask_in(text, &mut found);
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

/// The answers with every credential masked: they may come from a file or a link that anybody made.
pub fn without_credentials(answers: &Answers) -> Answers {
    let mut answers = answers.clone();
    answers.texts().for_each(|text| mask_in(text, &mut Vec::new()));
    answers
}

fn mask_in(text: &mut String, found: &mut Vec<Kind>) {
    let secrets = find(text);
    if let Some(masked) = mask_found(text, &secrets) {
        *text = masked;
    }
    found.extend(secrets.iter().map(|secret| secret.kind));
}
