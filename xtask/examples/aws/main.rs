//! Runs what the page gives people to run, with the AWS CLI against moto, which stands in for AWS on
//! this machine, and reads what it prints with the engine. `cargo xtask test aws` sets up what this
//! needs: `aws`, `moto_server`, `python` with moto, and `jp.py` on the PATH, ShellCheck, Bash and Zsh.
//!
//! [`moto`] is the server, [`account`] what it holds, [`shell`] runs text in a shell. [`block`] is the
//! collector's block, [`requests`] what asks for higher quotas, [`commands`] what answers a check.

mod account;
mod block;
mod commands;
mod moto;
mod queries;
mod requests;
mod shell;
mod stub;

use std::process::ExitCode;

/// The Region that moto's quotas name, whatever Region is asked.
const REGION: &str = "eu-west-1";

fn main() -> ExitCode {
    match block::check().and_then(|()| requests::check()).and_then(|()| commands::check()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
