//! What asks AWS for higher quotas: the script of a whole report, and each row's own command.

use std::process::Output;

use anyhow::{Context, Result, ensure};
use byoc_readiness::{
    assess,
    hand_over::{format, render},
    report::{Answers, Input, Report, ResourceId, SourceText, StatedFields},
};

use crate::{moto::Moto, shell};

/// The Region of the script's report, and another one for the single commands.
const REGIONS: [&str; 2] = ["us-west-2", "eu-central-1"];

/// Where global quotas are asked for.
const GLOBAL: &str = "us-east-1";

/// Rows that a quota governs and AWS raises, with a limit that is too low for each.
const SHORT: &[(ResourceId, &str)] = &[
    (ResourceId::Vcpu, "64"),
    (ResourceId::BlockStorage, "0.5 TiB"),
    (ResourceId::PublicIp, "0"),
    (ResourceId::Vpc, "1"),
    (ResourceId::PrivateLink, "0"),
    (ResourceId::LoadBalancer, "0"),
    (ResourceId::DnsZone, "1"),
];

/// Runs the script against a moto that takes requests, reads what became of them, and runs it again.
pub fn check() -> Result<()> {
    let moto = Moto::start_with_requests()?;
    let report = report(REGIONS[0], Vec::new())?;
    let script = script(&report)?;
    shell::is_clean(&script)?;
    let first = moto.bash(&script)?;
    ensure!(first.status.success(), "{}", both(&first));
    let said = String::from_utf8_lossy(&first.stdout).into_owned();
    ensure!(said.lines().count() == SHORT.len(), "not a line a request:\n{said}");
    ensure!(said.lines().all(|line| line.ends_with("\tPENDING")), "{said}");
    println!("AWS was asked for {} quotas by a script that ShellCheck finds clean", SHORT.len());
    nothing_is_asked_twice(&moto, &script)?;
    each_alone(&moto)
}

/// What was asked for stands in the history, and is left out of the next script.
fn nothing_is_asked_twice(moto: &Moto, script: &str) -> Result<()> {
    let again = moto.bash(script)?;
    ensure!(
        again.status.code() == Some(1),
        "a request that failed does not show:\n{}",
        both(&again)
    );
    let wrong = String::from_utf8_lossy(&again.stderr).into_owned();
    let refused = wrong.matches("ResourceAlreadyExistsException").count();
    ensure!(refused == SHORT.len(), "{refused} refused, and the rest not tried:\n{wrong}");
    let history = [REGIONS[0], GLOBAL].map(|region| {
        let command = format!(
            "aws service-quotas list-requested-service-quota-change-history --region {region}"
        );
        printed(&moto.bash(&command)?)
    });
    let sources = history.into_iter().collect::<Result<Vec<String>>>()?;
    let report = report(REGIONS[0], sources)?;
    for (id, _) in SHORT {
        let row = row(&report, *id);
        ensure!(row.remedy.is_none(), "{} is asked for again", id.as_str());
        let said = row.steps.first().map(|step| step.reason.id());
        ensure!(said == Some("step-pending"), "{}: {said:?}", id.as_str());
    }
    ensure!(render(format("shell-script").context("a format")?, &report).is_none(), "a script");
    ensure!(render(format("terraform").context("a format")?, &report).is_none(), "Terraform");
    println!("what is pending is not asked for again");
    Ok(())
}

/// Each row's command by itself, in a Region where nothing was asked for.
fn each_alone(moto: &Moto) -> Result<()> {
    let report = report(REGIONS[1], Vec::new())?;
    for (id, _) in SHORT.iter().filter(|(id, _)| *id != ResourceId::DnsZone) {
        let remedy = row(&report, *id).remedy.as_ref().context("a remedy")?;
        shell::is_clean(&format!("#!/bin/sh\n{}\n", remedy.command))?;
        let query = "--query RequestedQuota.DesiredValue --output text";
        let value = printed(&moto.bash(&format!("{} {query}", remedy.command))?)?;
        let expected = format!("{}.0", remedy.desired_value);
        ensure!(value.trim() == expected, "{}: asked for {value}", id.as_str());
    }
    println!("each row's own command asks for its value");
    Ok(())
}

/// A report with everything short that AWS can be asked for.
fn report(region: &str, sources: Vec<String>) -> Result<Report> {
    let limit =
        |text: &str| StatedFields { limit: Some(text.to_owned()), ..StatedFields::default() };
    let stated = SHORT.iter().map(|(id, text)| (*id, limit(text))).collect();
    let answers = Answers { stated, region: Some(region.to_owned()), ..Answers::default() };
    let sources = sources.into_iter().map(|text| SourceText { name: None, text }).collect();
    Ok(assess(&Input { sources, answers, today: "2026-11-26".to_owned() })?)
}

fn script(report: &Report) -> Result<String> {
    render(format("shell-script").context("a format")?, report).context("a script")
}

fn row(report: &Report, id: ResourceId) -> &byoc_readiness::report::Resource {
    report.resources.iter().find(|row| row.id == id).expect("every row")
}

fn printed(output: &Output) -> Result<String> {
    ensure!(output.status.success(), "{}", both(output));
    Ok(String::from_utf8(output.stdout.clone())?)
}

fn both(output: &Output) -> String {
    let [said, wrong] = [&output.stdout, &output.stderr].map(|it| String::from_utf8_lossy(it));
    format!("{}\n{said}{wrong}", output.status)
}
