//! Serves the page while it is worked on.

use std::{net::TcpListener, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    build,
    project::Project,
    tools::{self, Need},
};

/// A development build is not optimised; from npm it needs what joins the scripts.
const NEEDS: &[Need] = &[Need::WasmTarget, Need::WasmBindgen, Need::Trunk, Need::NodeModules];

const USUAL_PORT: u16 = 8080;

/// Sets up what is missing, and serves until it is interrupted.
pub fn serve(project: &Project, arguments: &[String]) -> Result<()> {
    let port = free_port(wanted_port(arguments)?)?.to_string();
    tools::set_up(project, NEEDS)?;
    println!("Building the page (about 2 minutes the first time), then serving it at:");
    println!("\n    http://127.0.0.1:{port}/\n");
    println!("An edit rebuilds it in a few seconds: reload the page. Ctrl-C ends.");
    let mut trunk = build::trunk(
        project,
        &[
            "serve",
            "--address",
            "127.0.0.1",
            "--port",
            &port,
            // `build` and `test` have dist/ for themselves.
            "--dist",
            "target/serve",
            // A watch on index.html is lost when an editor replaces the file instead of writing
            // to it. Polling is not, and sees edits in a mounted directory as well.
            "--poll",
            "--poll-interval",
            "500ms",
        ],
    );
    become_process(&mut trunk)
}

/// The port asked for by `--port N` or `--port=N`, if any.
fn wanted_port(arguments: &[String]) -> Result<Option<u16>> {
    let words: Vec<&str> = arguments.iter().flat_map(|word| word.split('=')).collect();
    match words[..] {
        [] => Ok(None),
        ["--port", number] => {
            let port = number.parse();
            port.map(Some).with_context(|| format!("`{number}` is no port number"))
        }
        _ => bail!("`serve` takes `--port N` and nothing else"),
    }
}

/// The port wanted, which must be free; else the usual one, or any other where that is taken.
fn free_port(wanted: Option<u16>) -> Result<u16> {
    let bind = |port| TcpListener::bind(("127.0.0.1", port));
    let listener = match wanted {
        Some(port) => bind(port)
            .with_context(|| format!("port {port} is not free: name another with `--port N`"))?,
        None => bind(USUAL_PORT).or_else(|_| bind(0))?,
    };
    Ok(listener.local_addr()?.port())
}

/// Replaces this process by the command, so that whoever stops this one stops the server.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start trunk")
}

#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Result<()> {
    crate::project::run(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn port(words: &[&str]) -> Result<Option<u16>> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        wanted_port(&words)
    }

    #[test]
    fn a_port_may_be_asked_for_in_two_ways() {
        assert_eq!(port(&[]).unwrap(), None);
        assert_eq!(port(&["--port", "9000"]).unwrap(), Some(9000));
        assert_eq!(port(&["--port=9000"]).unwrap(), Some(9000));
        assert!(port(&["--port"]).is_err());
        assert!(port(&["--port", "99999"]).is_err());
        assert!(port(&["9000"]).is_err());
    }

    #[test]
    fn a_port_in_use_is_refused_where_it_was_asked_for() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = free_port(Some(port)).unwrap_err();
        assert!(error.to_string().contains("is not free"));
    }

    #[test]
    fn without_a_wish_there_is_always_a_port() {
        let _perhaps_taken = TcpListener::bind(("127.0.0.1", USUAL_PORT));
        assert_ne!(free_port(None).unwrap(), 0);
    }
}
