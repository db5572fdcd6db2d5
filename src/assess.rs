//! The one way in: an input checked for its shape, read, and decided.

use std::fmt;

use time::Date;

use crate::decide::{decide, without_credentials};
use crate::profile::{PROFILES, base, built_in, check_adjustments, check_region, own_profile};
use crate::read::{Reading, parse_iso, read};
use crate::report::{Answers, Input, ProfileChoice, Report};

/// An input of the wrong shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongInput {
    /// The field, as `stated.vcpu.limit`.
    pub path: String,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for WrongInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for WrongInput {}

/// What [`check`] has found usable.
#[derive(Clone, Copy, Debug)]
pub struct Checked {
    /// The day of the report.
    pub today: Date,
}

/// Whether there is such a profile, or one that is brought along is whole.
pub fn check_profile(choice: &ProfileChoice) -> Result<(), WrongInput> {
    match choice {
        ProfileChoice::Id(id) if built_in(id).is_none() => {
            let known: Vec<&str> = PROFILES.iter().map(|profile| profile.id.as_ref()).collect();
            let message = format!("\"{id}\" is no profile; known are {}", known.join(", "));
            Err(WrongInput { path: "profile".to_owned(), message })
        }
        ProfileChoice::Own(own) => own_profile(own).map(drop),
        ProfileChoice::Id(_) => Ok(()),
    }
}

/// Whether a page may begin with these: the profile as in an input, and a Region that there is.
pub fn check_start(start: &Answers) -> Result<(), WrongInput> {
    if let Some(choice) = &start.profile {
        check_profile(choice)?;
    }
    start.region.as_deref().map_or(Ok(()), |region| check_region(region, "region"))
}

/// Whether the choices in an input are ones that exist.
pub fn check(answers: &Answers, today: &str) -> Result<Checked, WrongInput> {
    if let Some(choice) = &answers.profile {
        check_profile(choice)?;
    }
    check_adjustments(&base(answers), &answers.adjustments)?;
    let today = parse_iso(today).ok_or_else(|| WrongInput {
        path: "today".to_owned(),
        message: format!("\"{today}\" is no date; expected one such as 2026-11-24"),
    })?;
    Ok(Checked { today })
}

/// Reads every source and decides. Whatever the sources hold, there is a report; only an input
/// of the wrong shape is refused.
pub fn assess(input: &Input) -> Result<Report, WrongInput> {
    // What is wrong with an input quotes it.
    let answers = without_credentials(&input.answers);
    let Checked { today } = check(&answers, &input.today)?;
    let readings: Vec<(String, Reading)> = input
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| {
            let name = source.name.clone().unwrap_or_else(|| format!("Source {}", index + 1));
            (name, read(&source.text))
        })
        .collect();
    let borrowed: Vec<(&str, &Reading)> =
        readings.iter().map(|(name, reading)| (name.as_str(), reading)).collect();
    Ok(decide(&borrowed, &input.answers, today))
}
