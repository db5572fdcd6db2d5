//! The collector's block, run in the shells that it is made for, and its output read.

use anyhow::{Result, ensure};
use byoc_readiness::{
    assess,
    collect::{Shell, Wanted, policy, script},
    data::{collector::count_of, quotas::Quota},
    profile::PROFILES,
    report::{Answers, CheckId, Input, Outcome, Report, Resource, ResourceId, SourceText},
};

use crate::{
    REGION, account,
    moto::{Keys, Moto},
    queries, shell, stub,
};

/// What a paste may hold at most.
const MOST: (usize, usize) = (150, 8_000);

/// Room for the hundred instance types that the block names where AWS tells no more of them.
const TYPES: usize = 100 * r#""m8i-flex.metal-96xl","#.len();

/// The block, its queries, what it makes of answers of each kind, and whole runs of it.
pub fn check() -> Result<()> {
    let wanted = Wanted::everything(&PROFILES[0]);
    shell::is_clean(&script(&wanted, REGION, Shell::Bash))?;
    println!("ShellCheck finds nothing in the block");
    queries::check()?;
    println!("the queries count what they should");
    stub::check()?;
    println!("an answer of each kind comes out as it should");
    let moto = Moto::start()?;
    account::create(&moto)?;
    println!("moto has an account");
    whole_account(&moto, &wanted)?;
    one_call_denied(&moto, &wanted)
}

/// The block as an administrator runs it, pasted into Bash.
fn whole_account(moto: &Moto, wanted: &Wanted) -> Result<()> {
    let output = moto.run(shell::bash(), &Keys::of_anybody(), wanted)?;
    is_small_and_says_no_names(&output, wanted)?;
    let report = read(&output)?;
    let used = [
        (ResourceId::Vcpu, "48 vCPU"),
        (ResourceId::BlockStorage, "800 GiB (858.994 GB)"),
        (ResourceId::PublicIp, "2"),
        (ResourceId::Vpc, "3"),
        (ResourceId::LoadBalancer, "1"),
        (ResourceId::DnsZone, "2"),
    ];
    for (row, expected) in used {
        let row = resource(&report, row);
        let found = row.in_use.as_ref().map(|used| used.text.as_str());
        ensure!(found == Some(expected), "{}: {found:?} in use, not {expected}", row.id.as_str());
        ensure!(!row.in_use_is_lower_bound, "{}: not all was counted", row.id.as_str());
    }
    // moto knows the defaults of VPC's quotas, and no other's.
    for (row, expected) in [(ResourceId::Vpc, "5"), (ResourceId::PrivateLink, "50")] {
        let found = resource(&report, row).limit.as_ref().map(|limit| limit.text.as_str());
        ensure!(found == Some(expected), "{}: limit {found:?}", row.as_str());
    }
    for (quota, is_known) in wanted.limits.iter().map(|quota| (quota, quota.service_code == "vpc"))
    {
        let denied = output.contains(&denied(quota, "limit"));
        ensure!(denied != is_known, "the limit of {} is known: {is_known}", name(quota));
    }
    // IAM's own summary says limits, too.
    for (check, room) in [(CheckId::IamPoliciesRoom, "1,498"), (CheckId::IamRolesRoom, "998")] {
        let check = report.checks.iter().find(|found| found.id == check).expect("a check");
        ensure!(check.outcome == Outcome::Pass, "{}", check.explanation);
        ensure!(check.explanation.contains(room), "{}", check.explanation);
    }
    for quota in &wanted.uses {
        ensure!(!output.contains(&denied(quota, "use")), "the use of {} is known", name(quota));
    }
    println!("Bash printed {} lines, {} bytes", output.lines().count(), output.len());
    Ok(())
}

/// The block as someone runs it who has the least policy but for one action, pasted into Zsh.
fn one_call_denied(moto: &Moto, wanted: &Wanted) -> Result<()> {
    let refused = wanted.uses.iter().find(|quota| quota.quota_code == "L-F678F1CE").expect("VPCs");
    let action = count_of(refused.quota_code).expect("a count").action;
    let policy = policy(wanted).replace(&format!("        \"{action}\",\n"), "");
    ensure!(!policy.contains(action), "{action} is still allowed");
    let reader = moto.reader(&policy)?;
    let output = moto.run(shell::zsh(), &reader, wanted)?;
    is_small_and_says_no_names(&output, wanted)?;
    // moto finds fault with the signature of what these two services are asked.
    let unsigned = ["eks", "route53"];
    for quota in &wanted.uses {
        let is_denied = output.contains(&denied(quota, "use"));
        let is_refused = quota == refused || unsigned.contains(&quota.service_code);
        ensure!(is_denied == is_refused, "the use of {} is denied: {is_denied}", name(quota));
    }
    let line = format!("{}\"error\":\"AccessDenied\"}}", denied(refused, "use"));
    ensure!(output.contains(&line), "no line is {line}:\n{output}");
    for quota in wanted.limits.iter().filter(|quota| quota.service_code == "vpc") {
        ensure!(!output.contains(&denied(quota, "limit")), "{} may be read", name(quota));
    }
    let report = read(&output)?;
    ensure!(resource(&report, ResourceId::Vpc).in_use.is_none(), "what is denied is not zero");
    ensure!(resource(&report, ResourceId::PublicIp).in_use.is_some(), "the rest goes on");
    let messages: Vec<&str> =
        report.sources[0].problems.iter().map(|it| it.message.as_str()).collect();
    let said = "The use of “VPCs per Region” was not read: the call failed (AccessDenied).";
    ensure!(messages.contains(&said), "{messages:?}");
    println!("Zsh printed {} lines, {} bytes", output.lines().count(), output.len());
    Ok(())
}

fn is_small_and_says_no_names(output: &str, wanted: &Wanted) -> Result<()> {
    let (lines, bytes) = (output.lines().count(), output.len());
    ensure!(lines == wanted.count(), "{lines} lines, not one a figure:\n{output}");
    ensure!(lines <= MOST.0 && bytes + TYPES <= MOST.1, "{lines} lines, {bytes} bytes");
    for name in account::NAMES {
        ensure!(!output.contains(name), "{name} is in the output:\n{output}");
    }
    Ok(())
}

fn read(output: &str) -> Result<Report> {
    let report = assess(&Input {
        sources: vec![SourceText { name: None, text: output.to_owned() }],
        answers: Answers { region: Some(REGION.to_owned()), ..Answers::default() },
        today: "2026-11-24".to_owned(),
    })?;
    ensure!(
        report.sources[0].regions.iter().all(|it| [REGION, "us-east-1"].contains(&it.as_str()))
    );
    for problem in &report.sources[0].problems {
        let is_denied =
            ["limit-denied", "use-denied", "more-problems"].contains(&problem.reason.id());
        ensure!(is_denied, "line {:?}: {}", problem.line, problem.message);
    }
    Ok(report)
}

fn resource(report: &Report, id: ResourceId) -> &Resource {
    report.resources.iter().find(|row| row.id == id).expect("every row")
}

fn name(quota: &Quota) -> String {
    format!("{}/{}", quota.service_code, quota.quota_code)
}

/// How a line begins that says what was not read.
fn denied(quota: &Quota, what: &str) -> String {
    format!("{{\"denied\":\"{}\",\"what\":\"{what}\",", name(quota))
}
