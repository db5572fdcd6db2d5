//! The queries alone, on answers that moto does not give.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use byoc_readiness::data::{collector::count_of, standard_vcpu::is_standard};

use crate::shell;

/// What a query leaves of an answer, without blanks.
fn ask(quota_code: &str, answer: &str) -> Result<String> {
    let query = count_of(quota_code).context("a count")?.query;
    let mut command = Command::new("jp.py");
    command.arg(query);
    let left = shell::filter(command, answer)?;
    Ok(left.split_whitespace().collect())
}

/// Each count on an answer, and what must be left of it.
pub fn check() -> Result<()> {
    for (quota_code, answer, expected) in ANSWERS {
        let left = ask(quota_code, answer)?;
        ensure!(left == *expected, "{quota_code}: {left}, not {expected}");
    }
    families()
}

const ANSWERS: &[(&str, &str, &str)] = &[
    (
        "L-1216C47A",
        r#"{"Reservations": [{"Instances": [
            {"InstanceType": "m6i.xlarge", "Placement": {"Tenancy": "default"}, "CpuOptions": {"CoreCount": 2, "ThreadsPerCore": 2}},
            {"InstanceType": "m6g.xlarge", "Placement": {"Tenancy": "dedicated"}, "CpuOptions": {"CoreCount": 4, "ThreadsPerCore": 1}},
            {"InstanceType": "c5.metal", "Placement": {"Tenancy": "default"}}
        ]}, {"Instances": [
            {"InstanceType": "r5.large", "Placement": {"Tenancy": "host"}, "CpuOptions": {"CoreCount": 1, "ThreadsPerCore": 2}},
            {"InstanceType": "r5.large", "InstanceLifecycle": "spot", "CpuOptions": {"CoreCount": 1, "ThreadsPerCore": 2}},
            {"InstanceType": "g5.xlarge", "CpuOptions": {"CoreCount": 2, "ThreadsPerCore": 2}},
            {"InstanceType": "r6id.8xlarge", "CpuOptions": {"CoreCount": 16, "ThreadsPerCore": 2}}
        ]}]}"#,
        r#"{"cores1":4,"cores2":18,"other":1,"types":["c5.metal"]}"#,
    ),
    ("L-1216C47A", r#"{"Reservations": []}"#, r#"{"cores1":0,"cores2":0,"other":0,"types":[]}"#),
    (
        "L-0263D0A3",
        r#"{"Addresses": [
            {"AllocationId": "a"}, {"AllocationId": "b", "PublicIpv4Pool": "amazon"},
            {"AllocationId": "c", "PublicIpv4Pool": "ipv4pool-ec2-0"},
            {"AllocationId": "d", "ServiceManaged": "nlb", "PublicIpv4Pool": "amazon"}
        ]}"#,
        r#"{"count":2}"#,
    ),
    (
        "L-69A177A2",
        r#"{"LoadBalancers": [{"Type": "network"}, {"Type": "application"}, {"Type": "gateway"}]}"#,
        r#"{"count":1}"#,
    ),
    ("L-7A658B76", r#"{"Volumes": [{"Size": 8}, {"Size": 92}]}"#, r#"{"gib":100}"#),
    ("L-7A658B76", r#"{"Volumes": []}"#, r#"{"gib":0}"#),
];

const TYPES: &str = include_str!("../../../tests/fixtures-data/instance-types.csv");

/// Of all instance types, those count that the engine counts.
fn families() -> Result<()> {
    let types: Vec<&str> =
        TYPES.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let instances: Vec<String> =
        types.iter().map(|kind| format!(r#"{{"InstanceType":"{kind}"}}"#)).collect();
    let answer = format!(r#"{{"Reservations":[{{"Instances":[{}]}}]}}"#, instances.join(","));
    let standard = types.iter().filter(|kind| is_standard(kind)).count();
    let left = ask("L-1216C47A", &answer)?;
    ensure!(left.contains(&format!(r#""other":{standard},"types":["#)), "not {standard}: {left}");
    ensure!(left.matches('.').count() == 100, "a hundred types are told: {left}");
    Ok(())
}
