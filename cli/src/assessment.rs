//! From what was named to the report: the sources in their order, a saved assessment among them,
//! and the answers.

use std::ops::Range;

use byoc_readiness::decide::{decide, whole_license};
use byoc_readiness::read::{Reading, read};
use byoc_readiness::report::{Answers, CheckId, Report, Severity};
use byoc_readiness::share::file::File;
use byoc_readiness::{Checked, check, words};

use crate::arguments::Options;
use crate::output;
use crate::refused::Refused;
use crate::{saved, sources};

/// The check that is about what the license says.
const DETAILS: CheckId = CheckId::LicenseDetailsConfirmed;

/// What was read, with the name of each source, and the saved assessment among it.
#[derive(Default)]
struct Read {
    sources: Vec<(String, Reading)>,
    saved: Option<Saved>,
}

/// A saved assessment: the file, its answers, and which sources are its own.
struct Saved {
    name: String,
    answers: Answers,
    sources: Range<usize>,
}

/// The report that the options ask for.
pub fn report(options: &Options) -> Result<Report, Refused> {
    let today = options.today.clone().unwrap_or_else(this_day);
    // What is wrong with the command line is said before anything is read.
    let checked = check(&options.answers, &today)?;
    check_figures(&options.answers, checked)?;
    let read = read_all(options)?;
    let sources = named(&read.sources);
    let answers = match &read.saved {
        Some(saved) => {
            let mut answers = saved::beaten_by(saved.answers.clone(), &options.answers);
            check(&answers, &today).map_err(|wrong| Refused::at(&saved.name, wrong))?;
            ask_again(saved, &options.answers, &mut answers, &sources, checked);
            answers
        }
        None => options.answers.clone(),
    };
    Ok(decide(&sources, &answers, checked.today))
}

/// The day by the machine's own time zone.
fn this_day() -> String {
    jiff::Zoned::now().date().to_string()
}

/// On the page a figure that cannot be read stands beside its field; here nobody may be looking,
/// and the row would be decided without it.
fn check_figures(answers: &Answers, Checked { today }: Checked) -> Result<(), Refused> {
    let notices = decide(&[], answers, today).notices;
    let unreadable = notices.iter().find(|notice| {
        notice.severity == Severity::Error && notice.reason.id().starts_with("stated-")
    });
    unreadable.map_or(Ok(()), |notice| Err(Refused::at("--stated", &notice.message)))
}

fn read_all(options: &Options) -> Result<Read, Refused> {
    let mut all = Read::default();
    for place in &options.places {
        let sources::Source { name, text } = sources::load(place)?;
        let opened = match &text {
            Ok(text) => saved::open(&name, text)?,
            Err(_) => None,
        };
        match (opened, &all.saved) {
            (Some(_), Some(first)) => {
                let words =
                    format!("is a saved assessment beside {}; name one of them", first.name);
                return Err(Refused::at(&name, words));
            }
            (Some(file), None) => all.take(name, file),
            (None, _) => {
                let reading = text.map_or_else(Reading::of_no_text, |text| read(&text));
                all.sources.push((name, reading));
            }
        }
    }
    Ok(all)
}

impl Read {
    fn take(&mut self, name: String, file: File) {
        let start = self.sources.len();
        self.sources.extend(file.sources.into_iter().map(|source| {
            // What was pasted into the page's box has no name of its own.
            let name = source.name.unwrap_or_else(|| words!("page.box-name").to_owned());
            (name, read(&source.text))
        }));
        let sources = start..self.sources.len();
        self.saved = Some(Saved { name, answers: file.answers, sources });
    }
}

fn named(sources: &[(String, Reading)]) -> Vec<(&str, &Reading)> {
    sources.iter().map(|(name, reading)| (name.as_str(), reading)).collect()
}

/// What a person said of one license is nothing about another one, as on the page.
fn ask_again(
    saved: &Saved,
    given: &Answers,
    answers: &mut Answers,
    sources: &[(&str, &Reading)],
    Checked { today }: Checked,
) {
    if given.answers.contains_key(&DETAILS) || !answers.answers.contains_key(&DETAILS) {
        return;
    }
    let before = whole_license(&sources[saved.sources.clone()], &saved.answers, today);
    if !before.says_the_same(&whole_license(sources, answers, today)) {
        answers.answers.remove(&DETAILS);
        output::say(&format!(
            "{}: the answer to {} was about another license and does not count",
            saved.name,
            DETAILS.as_str()
        ));
    }
}
