//! What was asked for on the command line.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use byoc_readiness::hand_over::{FORMATS, Format, format};
use byoc_readiness::report::Answers;
use lexopt::prelude::*;

use crate::profile;
use crate::refused::Refused;
use crate::sources::Place;
use crate::values;

/// What the command is to do.
#[derive(Debug)]
pub enum Asked {
    /// Explain itself.
    Help,
    /// Say its version.
    Version,
    /// List the built-in profiles.
    Profiles,
    /// Assess.
    Report(Box<Options>),
}

/// How a report is asked for.
#[derive(Debug)]
pub struct Options {
    /// What is read, in this order.
    pub places: Vec<Place>,
    /// What the options say; they beat a saved assessment's answers.
    pub answers: Answers,
    /// The day, where it is not this one.
    pub today: Option<String>,
    /// The report's form.
    pub form: Form,
    /// Where it goes; standard output where empty.
    pub output: Option<PathBuf>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// For a terminal.
    Text,
    /// The contract's JSON.
    Json,
    /// A file of the engine's.
    File(&'static Format),
}

impl Form {
    /// The ids of every form, the default one first.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        ["text", "json"].into_iter().chain(FORMATS.iter().map(|format| format.id))
    }

    fn named(id: &str) -> Option<Form> {
        match id {
            "text" => Some(Form::Text),
            "json" => Some(Form::Json),
            id => format(id).map(Form::File),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Form::Text => "text",
            Form::Json => "json",
            Form::File(format) => format.id,
        })
    }
}

/// Reads the command line; of an option that is given twice the last one counts.
pub fn parse(mut parser: lexopt::Parser) -> Result<Asked, Refused> {
    let mut options = Options {
        places: Vec::new(),
        answers: Answers::default(),
        today: None,
        form: Form::Text,
        output: None,
    };
    let answers = &mut options.answers;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Asked::Help),
            Short('V') | Long("version") => return Ok(Asked::Version),
            Long("list-profiles") => return Ok(Asked::Profiles),
            Long("profile") => answers.profile = Some(profile::choice(&parser.value()?)?),
            Long("region") => answers.region = Some(parser.value()?.string()?),
            Long("account") => answers.account = Some(parser.value()?.string()?),
            Long("today") => options.today = Some(parser.value()?.string()?),
            Long("answer") => {
                let (check, answer) = values::answer(&parser.value()?.string()?)?;
                answers.answers.insert(check, answer);
            }
            Long("stated") => {
                let (row, field, figure) = values::stated(&parser.value()?.string()?)?;
                *field.of(answers.stated.entry(row).or_default()) = Some(figure);
            }
            Long("license") => {
                let (field, value) = values::license(&parser.value()?.string()?)?;
                *answers.license.get_mut(field) = Some(value);
            }
            Long("licensed-instance") => {
                let licensed = answers.licensed_instances.get_or_insert_default();
                licensed.push(parser.value()?.string()?);
            }
            Long("include-ids") => answers.include_ids = true,
            Short('f') | Long("format") => options.form = form(&parser.value()?.string()?)?,
            Short('o') | Long("output") => options.output = Some(parser.value()?.into()),
            Value(place) => options.places.push(to_place(place)),
            argument => return Err(argument.unexpected().into()),
        }
    }
    if options.places.is_empty() {
        options.places.push(Place::StandardInput);
    }
    let is_stdin = |place: &&Place| matches!(place, Place::StandardInput);
    if options.places.iter().filter(is_stdin).count() > 1 {
        return Err(Refused::new("standard input (-) is named twice; it can be read once"));
    }
    Ok(Asked::Report(Box::new(options)))
}

fn to_place(argument: OsString) -> Place {
    if argument == "-" { Place::StandardInput } else { Place::File(argument.into()) }
}

fn form(id: &str) -> Result<Form, Refused> {
    let known: Vec<&str> = Form::ids().collect();
    Form::named(id).ok_or_else(|| values::unknown("--format", id, "format", &known))
}
