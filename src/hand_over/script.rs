//! Every request of a report as one shell script.

use std::fmt::Write;

use super::requests::{Asked, Requests};
use crate::profile::document::title;
use crate::report::Report;
use crate::request::COMMAND;
use crate::request::quote::shell;
use crate::words;

/// What stands above the requests: one that fails does not stop the others. In a shell of their
/// own, so that whoever pastes them at a prompt keeps that shell as it is.
const HEAD: &str = "\
(
set -u
# Nothing waits in a pager.
export AWS_PAGER=''
failed=0

request() {
  name=$1
  shift
  printf '%s: ' \"$name\"
  if ! ~command~ \"$@\" \\
    --query 'RequestedQuota.[Id,Status]' --output text; then
    failed=1
    printf '%s %s\\n' ~failed~ \"$name\" >&2
  fi
}
";

/// What stands below them.
const TAIL: &str = "
if [ \"$failed\" -ne 0 ]; then
  printf '%s\\n' ~some~ >&2
  exit 1
fi
)
";

/// The script; `None` where nothing is to be asked for.
pub fn script(report: &Report) -> Option<String> {
    let requests = Requests::of(report)?;
    let mut script = String::from("#!/usr/bin/env bash\n");
    script.push_str(&requests.comments(report, words!("report.script-title")));
    let head = HEAD.replace("~command~", COMMAND);
    script.push_str(&head.replace("~failed~", &shell(words!("report.script-failed"))));
    script.push('\n');
    for Asked { request, said } in &requests.made {
        let (name, words) = (shell(title(request.row)), request.words().join(" "));
        let _ = writeln!(script, "{said}request {name} {words}");
    }
    script.push_str(&TAIL.replace("~some~", &shell(words!("report.script-some-failed"))));
    Some(script)
}
