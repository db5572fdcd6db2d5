//! An assessment that the page saved, opened as one.

use byoc_readiness::report::{Adjustments, Answers};
use byoc_readiness::share::file::{
    File, Refused as NotOpened, VERSION, is_candidate, open as open_file,
};
use serde_json::Value;

use crate::refused::Refused;

/// The assessment in `text`; `None` where it is none. One that cannot be opened is refused: its
/// answers would be missing from the report without a word.
pub fn open(name: &str, text: &str) -> Result<Option<File>, Refused> {
    let parsed = Some(text.strip_prefix('\u{feff}').unwrap_or(text))
        .filter(|text| is_candidate(text))
        .and_then(|text| serde_json::from_str::<Value>(text).ok());
    let Some(parsed) = parsed else { return Ok(None) };
    match open_file(|| &parsed) {
        Ok(file) => Ok(Some(file)),
        Err(NotOpened::NotAFile) => Ok(None),
        Err(NotOpened::Newer { version }) => Err(Refused::at(
            name,
            format!(
                "is an assessment of a newer page: of form {version}, expected up to {VERSION}"
            ),
        )),
        Err(NotOpened::Malformed) => Err(Refused::at(
            name,
            "is an assessment that was changed, and is not of the right shape any more",
        )),
        Err(NotOpened::Profile(wrong)) => Err(Refused::at(name, wrong)),
    }
}

/// The answers of a saved assessment with what the command line says in place of theirs. Whether
/// whole IDs are shown is said there alone: a log may have more readers than the file had.
pub fn beaten_by(saved: Answers, given: &Answers) -> Answers {
    let mut answers = saved;
    let Answers {
        license,
        stated,
        answers: said,
        profile,
        // The command line has no options for these.
        adjustments: _,
        region,
        account,
        licensed_instances,
        include_ids,
    } = given.clone();
    let known = &mut answers.license;
    take(&mut known.id, license.id);
    take(&mut known.core_size, license.core_size);
    take(&mut known.valid_from, license.valid_from);
    take(&mut known.valid_until, license.valid_until);
    for (row, fields) in stated {
        let known = answers.stated.entry(row).or_default();
        take(&mut known.limit, fields.limit);
        take(&mut known.in_use, fields.in_use);
        take(&mut known.available, fields.available);
    }
    answers.answers.extend(said);
    if profile.is_some() {
        // What was changed of another profile is none of this one's.
        answers.adjustments = Adjustments::default();
    }
    take(&mut answers.profile, profile);
    take(&mut answers.region, region);
    take(&mut answers.account, account);
    take(&mut answers.licensed_instances, licensed_instances);
    answers.include_ids = include_ids;
    answers
}

fn take<T>(known: &mut Option<T>, given: Option<T>) {
    if given.is_some() {
        *known = given;
    }
}
