//! The fixed text of the collector's block, in the shells that it is made for.
//!
//! It is one compound command, so that a terminal runs it only once all of it is pasted and no
//! prompt stands between its output. Answers are caught, so the AWS CLI starts no pager, and only
//! what stands within their braces, or the code of AWS's error, is printed. No brace stands alone
//! on its line: pasted along, it would look like a document that was cut.
//!
//! `~name~` stands for what the tables give.

use std::sync::OnceLock;

/// The parts of a block, in order.
#[derive(Debug)]
pub struct Block {
    /// Up to the function that asks AWS: `~reads~`, `~region~`.
    pub head: &'static str,
    /// The function for a limit: `~query~`, `~applied~`, `~none~`, `~default~`.
    pub limit: &'static str,
    /// The function for a use.
    pub used: &'static str,
    /// Asks whose account it is, and stops without an answer: `~identity~`, `~query~`.
    pub identity: &'static str,
    /// Keeps the account's number.
    pub account: &'static str,
    /// What calls the function for a limit, and the one for a use.
    pub calls: [&'static str; 2],
    /// Closes the block.
    pub tail: &'static str,
}

/// Bash, which Zsh understands as well: no comment, since an interactive Zsh has none, quotes
/// around each bracket within a pattern, and no `!`, which looks for a line of the history.
pub const BASH: Block = Block {
    head: r##"(
: '~reads~'
export AWS_PAGER=''
region=~region~
ask_aws() {
  if out=$(aws "$@" --output json 2>&1); then
    out=${out#*'{'}; out=${out%'}'*}; out=${out//[[:space:]]/}
  else
    error=${out#*'An error occurred ('}; error=${error%%')'*}
    case $error in ''|*[^A-Za-z0-9.]*) error=NoAnswer;; esac
    return 1
  fi; }
say_denied() { printf '{"denied":"%s","what":"%s","error":"%s"}\n' "$1" "$2" "$error"; }
"##,
    limit: r##"get_limit() {
  quota=$2; set -- --region "$1" --service-code "${2%/*}" --quota-code "${2#*/}" --query ~query~
  if ask_aws ~applied~ "$@" || { [ "$error" = ~none~ ] && ask_aws ~default~ "$@"; }
  then printf '{%s}\n' "$out"
  else say_denied "$quota" limit; fi; }
"##,
    used: r##"get_use() {
  place=$1; quota=$2; shift 2
  if ask_aws "$@" --region "$place"
  then printf '{"use":"%s","region":"%s","account":"%s",%s}\n' "$quota" "$place" "$account" "$out"
  else say_denied "$quota" use; fi; }
"##,
    identity: r##"ask_aws ~identity~ --region "$region" --query ~query~ || { say_denied account account; exit; }
"##,
    account: "account=${out//[^0-9]/}\n",
    calls: ["get_limit ", "get_use "],
    tail: ")\n",
};

/// PowerShell, 5.1 and later. Words are single-quoted, since a comma would part them and a backtick
/// escape; what is printed is put together outside of every call.
pub const POWERSHELL: Block = Block {
    head: r##"& {
# ~reads~
$ErrorActionPreference = 'Continue'
$region = '~region~'
function Ask-Aws($words) {
  $global:LASTEXITCODE = 1
  $out = (aws @words --output json 2>&1 | ForEach-Object { "$_" }) -join ''
  if ($LASTEXITCODE -eq 0 -and $out -match '\{(.*)\}') { return @{ out = $Matches[1] -replace '\s'; error = '' } }
  if ($out -match 'An error occurred \(([A-Za-z0-9.]+)\)') { return @{ out = ''; error = $Matches[1] } }
  @{ out = ''; error = 'NoAnswer' } }
function Say-Denied($quota, $what, $why) { '{"denied":"' + $quota + '","what":"' + $what + '","error":"' + $why + '"}' }
"##,
    limit: r##"function Get-Limit($place, $quota) {
  $service, $code = $quota -split '/'
  $words = '--region', $place, '--service-code', $service, '--quota-code', $code, '--query', ~query~
  $got = Ask-Aws (@(~applied~) + $words)
  if ($got.error -eq '~none~') { $got = Ask-Aws (@(~default~) + $words) }
  if ($got.out) { '{' + $got.out + '}' } else { Say-Denied $quota 'limit' $got.error } }
"##,
    used: r##"function Get-Use($place, $quota, $words) {
  $got = Ask-Aws ($words + @('--region', $place))
  if ($got.out) { '{"use":"' + $quota + '","region":"' + $place + '","account":"' + $account + '",' + $got.out + '}' }
  else { Say-Denied $quota 'use' $got.error } }
"##,
    identity: r##"$got = Ask-Aws @(~identity~, '--region', $region, '--query', ~query~)
if (-not $got.out) { Say-Denied 'account' 'account' $got.error; return }
"##,
    account: "$account = $got.out -replace '\\D'\n",
    calls: ["Get-Limit ", "Get-Use "],
    tail: "return }\n",
};

/// Whether a line, without a prompt before it, is one of a block's own.
pub fn is_of_block(line: &str) -> bool {
    // By first byte, since this is asked of every line that is no data.
    static OWN: OnceLock<Vec<Vec<Own>>> = OnceLock::new();
    let own = OWN.get_or_init(|| {
        let mut by_first: Vec<Vec<Own>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
        for own in own_lines().into_iter().filter(|own| !own.begins.is_empty()) {
            by_first[usize::from(own.begins.as_bytes()[0])].push(own);
        }
        by_first
    });
    line.bytes().next().is_some_and(|first| own[usize::from(first)].iter().any(|own| own.is(line)))
}

/// How a line of a block begins, and whether that is all of it.
struct Own {
    begins: String,
    is_whole: bool,
}

impl Own {
    fn is(&self, line: &str) -> bool {
        if self.is_whole { line == self.begins } else { line.starts_with(&self.begins) }
    }
}

/// Every line of both blocks, up to what the tables give.
fn own_lines() -> Vec<Own> {
    let own = |line: &str| match line.trim().split_once('~') {
        // `: '` and `# ` alone say too little.
        Some((begin, _)) if begin.len() < 4 => {
            Own { begins: format!("{begin}{READS}"), is_whole: false }
        }
        Some((begin, _)) => Own { begins: begin.to_owned(), is_whole: false },
        None => Own { begins: line.trim().to_owned(), is_whole: true },
    };
    let call = |call: &&str| Own { begins: (*call).to_owned(), is_whole: false };
    let lines = [&BASH, &POWERSHELL].into_iter().flat_map(|block| {
        let Block { head, limit, used, identity, account, tail, calls } = block;
        let fixed = [*head, *limit, *used, *identity, *account, *tail];
        let fixed = fixed.into_iter().flat_map(str::lines).map(own);
        fixed.chain(calls.iter().map(call)).collect::<Vec<_>>()
    });
    lines.collect()
}

/// How the sentence in a block's first line begins.
const READS: &str = "Read-only";
