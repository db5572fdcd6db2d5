//! No credential is ever in a report, wherever it was typed.

use crate::read::secrets::{Kind, find, masked};
use crate::report::{Answers, Diagnostic, Severity};
use crate::text::Reason;

/// The answers with every credential masked, and with the Region as AWS writes it; and what there
/// is to say about the credentials.
pub fn clean(answers: &Answers, names: &mut [String]) -> (Answers, Vec<Diagnostic>) {
    let mut answers = answers.clone();
    let mut found = Vec::new();
    for text in names.iter_mut().chain(texts(&mut answers)) {
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

/// Every text that a person typed.
fn texts(answers: &mut Answers) -> impl Iterator<Item = &mut String> {
    let Answers {
        license,
        stated,
        region,
        account,
        adjustments,
        licensed_instances,
        answers: _,
        profile: _,
        include_ids: _,
    } = answers;
    let license = [
        &mut license.id,
        &mut license.core_size,
        &mut license.valid_from,
        &mut license.valid_until,
    ];
    let stated = stated
        .values_mut()
        .flat_map(|fields| [&mut fields.limit, &mut fields.in_use, &mut fields.available]);
    let needs = adjustments.needs.values_mut();
    let licensed = licensed_instances.iter_mut().flatten();
    let chosen = [region, account, &mut adjustments.vpc];
    let fields = license.into_iter().chain(stated).chain(chosen).flatten();
    fields.chain(needs).chain(licensed)
}
