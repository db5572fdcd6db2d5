//! The engine as a command: what is named on the command line goes in, the report comes out, and
//! the exit code says what it comes to, so that a pipeline can stop where an account is not ready.

mod arguments;
mod assessment;
mod help;
mod output;
mod profile;
mod refused;
mod saved;
mod sources;
mod text;
mod values;

use std::process::ExitCode;

use byoc_readiness::hand_over::render;
use byoc_readiness::report::{Report, Verdict};

use arguments::{Asked, Form, Options};
use refused::Refused;

/// Wrong use, and whatever else left no report.
const WRONG_USE: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code.into(),
        Err(refused) => {
            output::say(&refused.to_string());
            WRONG_USE.into()
        }
    }
}

fn run() -> Result<u8, Refused> {
    let options = match arguments::parse(lexopt::Parser::from_env())? {
        Asked::Report(options) => options,
        Asked::Help => return output::to_stdout(&help::help()).map(|()| 0),
        Asked::Version => return output::to_stdout(&help::version()).map(|()| 0),
        Asked::Profiles => return output::to_stdout(&help::profiles()).map(|()| 0),
    };
    let report = assessment::report(&options)?;
    match written(&report, options.form) {
        Some(text) => output::write(&text, options.output.as_deref())?,
        None => output::say(&nothing_to_write(&options)),
    }
    Ok(exit_code(report.verdict))
}

/// 3 and 4, since 1 is what a program that fails for any reason at all ends with.
fn exit_code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Ready => 0,
        Verdict::Incomplete => 3,
        Verdict::NotReady => 4,
    }
}

/// The report in the form that was asked for; `None` where that form has nothing to say of it.
fn written(report: &Report, form: Form) -> Option<String> {
    match form {
        Form::Text => Some(text::text(report)),
        // As `console.log(JSON.stringify(report, null, 2))` prints it; the types of a report cannot
        // fail to be written.
        Form::Json => serde_json::to_string_pretty(report).ok().map(|json| json + "\n"),
        Form::File(format) => render(format, report),
    }
}

fn nothing_to_write(options: &Options) -> String {
    let nothing = format!("nothing to write as {}: the report asks AWS for nothing", options.form);
    match &options.output {
        // What an earlier run left there would be taken for this one's.
        Some(path) => format!("{nothing}; {} was not written", path.display()),
        None => nothing,
    }
}
