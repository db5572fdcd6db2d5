//! Answers that moto does not give, from a program in the AWS CLI's place.

use std::{env, fs, os::unix::fs::PermissionsExt, process};

use anyhow::{Result, ensure};
use byoc_readiness::{
    collect::{Shell, Wanted, script},
    data::quotas::quota_by_code,
};

use crate::shell;

/// Answers by the quota that is asked for: with a value of the account's own and a warning beside
/// it, with AWS's default alone, with no value, and not at all.
const AWS: &str = r##"#!/bin/sh
case "$*" in
  *get-caller-identity*) printf '{\n    "Account": "%s"\n}\n' "$ACCOUNT" ; test -n "$ACCOUNT" ;;
  *get-service-quota*L-1216C47A*)
    echo 'InsecureRequestWarning: Unverified HTTPS request to secret.example' >&2
    printf '{\n    "QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A",\n    "Value": 64.0\n}\n' ;;
  *get-service-quota*L-F678F1CE*)
    printf '\nAn error occurred (NoSuchResourceException) when calling the GetServiceQuota operation: none (secret)\n' >&2
    exit 254 ;;
  *get-aws-default-service-quota*L-F678F1CE*)
    printf '{\n    "QuotaArn": "arn:aws:servicequotas:us-west-2::vpc/L-F678F1CE",\n    "Value": 5.0\n}\n' ;;
  *L-69A177A2*)
    printf '{\n    "QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:elasticloadbalancing/L-69A177A2",\n    "Value": "DEPENDENCY_ACCESS_DENIED_ERROR"\n}\n' ;;
  *list-clusters*) echo 'Could not connect to the endpoint URL: "https://secret.example/"' >&2 ; exit 255 ;;
  *describe-nat-gateways*)
    echo 'aws: [ERROR]: An error occurred (UnauthorizedOperation) when calling the DescribeNatGateways operation: secret (is) denied' >&2
    exit 254 ;;
  *) exit 1 ;;
esac
"##;

const EXPECTED: &str = r#"{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A","Value":64.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2::vpc/L-F678F1CE","Value":5.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:elasticloadbalancing/L-69A177A2","Value":"DEPENDENCY_ACCESS_DENIED_ERROR"}
{"denied":"eks/L-1194D53C","what":"use","error":"NoAnswer"}
{"denied":"vpc/L-FE5A380F","what":"use","error":"UnauthorizedOperation"}
{"denied":"ec2/L-0263D0A3","what":"use","error":"NoAnswer"}
"#;

/// In both shells, and where the first call has no answer or there is no AWS CLI at all.
pub fn check() -> Result<()> {
    let quotas = |codes: &[&str]| codes.iter().filter_map(|code| quota_by_code(code)).collect();
    let wanted = Wanted {
        limits: quotas(&["L-1216C47A", "L-F678F1CE", "L-69A177A2"]),
        uses: quotas(&["L-1194D53C", "L-FE5A380F", "L-0263D0A3"]),
    };
    let block = script(&wanted, "us-west-2", Shell::Bash);
    let folder = env::temp_dir().join(format!("collector-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let (program, nothing) = (folder.join("aws"), folder.join("nothing"));
    fs::write(&program, AWS)?;
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
    let result = shells().try_for_each(|shell| {
        let run = |path: &str, account| {
            let mut command = shell();
            command.env("PATH", path).env("ACCOUNT", account);
            shell::paste(command, &block)
        };
        let inherited = env::var("PATH")?;
        let path = format!("{}:{inherited}", folder.display());
        let output = run(&path, "123456789012")?;
        ensure!(output == EXPECTED, "{output}");
        let stopped = "{\"denied\":\"account\",\"what\":\"account\",\"error\":\"NoAnswer\"}\n";
        for output in [run(&path, "")?, run(&nothing.display().to_string(), "")?] {
            ensure!(output == stopped, "{output}");
        }
        Ok(())
    });
    fs::remove_dir_all(&folder)?;
    result
}

fn shells() -> impl Iterator<Item = fn() -> process::Command> {
    [shell::bash as fn() -> process::Command, shell::zsh].into_iter()
}
