//! An assessment as a file: everything that was pasted, typed and answered. What reads and writes
//! JSON is whoever calls.

use serde::{Deserialize, Deserializer, Serialize};
use time::Date;

use super::stand_ins::StandIns;
use crate::WrongInput;
use crate::assess::check_profile;
use crate::decide::without_credentials;
use crate::read::secrets::masked;
use crate::read::{Reading, to_iso};
use crate::report::{Answers, SourceText};

/// What a file says of itself.
const KIND: &str = "byoc-readiness-assessment";

/// Raised by a change after which older pages could not read a file. Every older one opens.
pub const VERSION: u32 = 1;

/// The file's own form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    kind: String,
    version: u32,
    /// The day on which it was saved, ISO.
    pub saved: String,
    /// What was pasted, in order.
    pub sources: Vec<SourceText>,
    /// What was typed and answered.
    pub answers: Answers,
}

/// What a file says before anything else of it is looked at.
#[derive(Deserialize)]
struct Head {
    kind: String,
    version: u32,
}

/// Why a text does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no saved assessment.
    NotAFile,
    /// A newer page saved it.
    Newer {
        /// In this version.
        version: u32,
    },
    /// It was changed, and is not of the right shape any more.
    Malformed,
    /// It was assessed against a profile that this page does not have.
    Profile(WrongInput),
}

/// Whether a text may be a saved assessment, which is to be parsed.
pub fn is_candidate(text: &str) -> bool {
    text.contains(KIND)
}

/// Opens what was parsed of a candidate; it is asked for twice, first for its version. A file may
/// have been made, or changed, by anybody, so credentials are masked, text by text: over the whole
/// file the beginning of a key in one source and its end in another would take all between.
pub fn open<'de, D: Deserializer<'de>>(parsed: impl Fn() -> D) -> Result<File, Refused> {
    let head = Head::deserialize(parsed()).ok().filter(|head| head.kind == KIND);
    let Head { version, .. } = head.ok_or(Refused::NotAFile)?;
    match version {
        1 => {}
        version => return Err(Refused::Newer { version }),
    }
    let mut file = File::deserialize(parsed()).map_err(|_| Refused::Malformed)?;
    file.answers = without_credentials(&file.answers);
    mask(&mut file.sources);
    if let Some(choice) = &file.answers.profile {
        check_profile(choice).map_err(Refused::Profile)?;
    }
    Ok(file)
}

impl File {
    /// The file of an assessment; `readings` are those of the sources. Without IDs it holds neither
    /// a whole account number nor a license ID.
    pub fn of(
        sources: Vec<SourceText>,
        readings: &[&Reading],
        answers: &Answers,
        with_ids: bool,
        today: Date,
    ) -> File {
        let (mut sources, mut answers) = (sources, without_credentials(answers));
        mask(&mut sources);
        answers.include_ids &= with_ids;
        if !with_ids {
            let texts = sources.iter().map(|source| source.text.as_str());
            let names = sources.iter().filter_map(|source| source.name.as_deref());
            let stand_ins = StandIns::of(readings, &answers).with_numbers(texts, names);
            let (account, id) = (answers.account.take(), answers.license.id.take());
            for SourceText { name, text } in &mut sources {
                name.iter_mut().for_each(|name| *name = stand_ins.within_name(name));
                *text = stand_ins.within(text);
            }
            let figures: Vec<String> = answers
                .figures()
                .map(|(to_be, typed)| stand_ins.within_figure(to_be, typed))
                .collect();
            answers.texts().for_each(|text| *text = stand_ins.within_name(text));
            answers.figures().zip(figures).for_each(|((_, text), figure)| *text = figure);
            answers.account = account.and_then(|account| stand_ins.typed_account(&account));
            answers.license.id = id.map(|id| stand_ins.license(id.trim()));
        }
        File { kind: KIND.to_owned(), version: VERSION, saved: to_iso(today), sources, answers }
    }
}

fn mask(sources: &mut [SourceText]) {
    for SourceText { name, text } in sources {
        name.iter_mut().chain([text]).for_each(|text| *text = masked(text).into_owned());
    }
}
