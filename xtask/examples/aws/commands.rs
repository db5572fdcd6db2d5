//! What answers a check: each command that a report names, run as it stands there, and its output
//! pasted below it.

use anyhow::{Context, Result, ensure};
use byoc_readiness::{
    assess,
    report::{Answers, CheckId, Input, Report, SourceText},
    text::Param,
};

use crate::{moto::Moto, shell};

const REGION: &str = "us-west-2";

/// A role of the deployment, and one of its policies.
const ROLE: &str = "zilliz-bootstrap-role";

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

/// The checks that a command answers, each with what it comes to in an account that has nothing but
/// one of the deployment's roles.
const ANSWERED: &[(CheckId, &str)] = &[
    (CheckId::InstanceOfferings, "offered-together"),
    (CheckId::IamNameCollisions, "names-taken"),
];

/// Runs the commands of a report of nothing, and assesses what they print.
pub fn check() -> Result<()> {
    let moto = Moto::start()?;
    moto.aws(&["iam", "create-role", "--role-name", ROLE, "--assume-role-policy-document", TRUST])?;
    let nothing = report(Vec::new())?;
    let mut pastes = Vec::new();
    for (id, _) in ANSWERED {
        pastes.push(run(&moto, &command_of(&nothing, *id)?)?);
    }
    let then = report(pastes.clone())?;
    for (id, expected) in ANSWERED {
        let found = reason_of(&then, *id)?.id();
        ensure!(found == *expected, "{}: {found}, not {expected}", id.as_str());
    }
    // That a role exists is asked about further: how many policies it has.
    let limit = r#"{"QuotaArn": "arn:aws:servicequotas:us-east-1:123456789012:iam/L-0DA4ABF3", "Value": 20}"#;
    pastes.push(limit.to_owned());
    let id = CheckId::IamPoliciesPerRole;
    pastes.push(run(&moto, &command_of(&report(pastes.clone())?, id)?)?);
    let found = report(pastes)?;
    let found = reason_of(&found, id)?.id();
    ensure!(found == "attached-room", "{}: {found}", id.as_str());
    // moto simulates nothing, so that the last command is looked at and not run.
    let simulation = command_of(&nothing, CheckId::IamPermissions)?;
    shell::is_clean(&format!("#!/bin/bash\n{simulation}\n"))?;
    println!("what the checks' commands print answers the checks");
    Ok(())
}

/// A command and its output as they stand in a terminal.
fn run(moto: &Moto, command: &str) -> Result<String> {
    shell::is_clean(&format!("#!/bin/bash\n{command}\n"))?;
    let output = moto.bash(command)?;
    let wrong = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command}: {}\n{wrong}", output.status);
    Ok(format!("$ {command}\n{}\n$ ", String::from_utf8(output.stdout)?))
}

fn command_of(report: &Report, id: CheckId) -> Result<String> {
    let params = reason_of(report, id)?.params();
    match params.into_iter().find(|(name, _)| *name == "command") {
        Some((_, Param::Text(command))) => Ok(command.clone()),
        _ => anyhow::bail!("{} names no command", id.as_str()),
    }
}

fn reason_of(report: &Report, id: CheckId) -> Result<&byoc_readiness::text::Reason> {
    let check = report.checks.iter().find(|check| check.id == id);
    Ok(&check.context("the check")?.reason)
}

fn report(pastes: Vec<String>) -> Result<Report> {
    let sources = pastes.into_iter().map(|text| SourceText { name: None, text }).collect();
    let answers = Answers { region: Some(REGION.to_owned()), ..Answers::default() };
    Ok(assess(&Input { sources, answers, today: "2026-11-26".to_owned() })?)
}
