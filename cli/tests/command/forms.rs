//! A report's forms are the engine's: the same bytes, for the same input.

use byoc_readiness::assess;
use byoc_readiness::hand_over::{FORMATS, render};
use byoc_readiness::report::{
    Answer, CheckId, Input, Report, ResourceId, SourceText, StatedFields, Verdict,
};
use serde_json::Value as Json;

use super::folder::{Folder, of_engine, ran};

const DAY: &str = "2026-11-26";

/// Limits, and a list of zones that may go on. With 1100 of 1152 vCPU in use, 52 are left.
const FILES: &[(&str, &str)] = &[
    ("ec2.json", "list-service-quotas.ec2.json.txt"),
    ("vpc.json", "list-service-quotas.vpc.json.txt"),
    ("zones.txt", "route53-list-hosted-zones.text.txt"),
];

fn folder() -> Folder {
    let folder = Folder::new();
    for (name, fixture) in FILES {
        folder.write(name, of_engine(&format!("fixtures/{fixture}")));
    }
    folder
}

/// What the engine makes of the same files, answers and figures.
fn report() -> Report {
    let source = |(name, fixture): &(&str, &str)| SourceText {
        name: Some((*name).to_owned()),
        text: String::from_utf8(of_engine(&format!("fixtures/{fixture}"))).expect("UTF-8"),
    };
    let mut input = Input {
        sources: FILES.iter().map(source).collect(),
        today: DAY.to_owned(),
        ..Input::default()
    };
    input.answers.answers.insert(CheckId::TerraformInstalled, Answer::No);
    let stated = StatedFields { available: Some("1.1 TB".to_owned()), ..StatedFields::default() };
    input.answers.stated.insert(ResourceId::ObjectStorage, stated);
    let stated = StatedFields { in_use: Some("1100".to_owned()), ..StatedFields::default() };
    input.answers.stated.insert(ResourceId::Vcpu, stated);
    assess(&input).expect("a report")
}

const ARGUMENTS: &[&str] = &[
    "ec2.json",
    "vpc.json",
    "zones.txt",
    "--today=2026-11-26",
    "--answer=terraform-installed=no",
    "--stated=object-storage.available=1.1 TB",
    "--stated=vcpu.inUse=1100",
];

#[test]
fn json_is_the_engine_s_report() {
    let report = report();
    let expected = serde_json::to_string_pretty(&report).expect("JSON") + "\n";
    let ran = folder().run(&[ARGUMENTS, &["--format", "json"]].concat(), b"");
    assert_eq!(ran.text(), expected);
    assert_eq!((report.verdict, ran.exit, ran.stderr.as_str()), (Verdict::NotReady, 4, ""));
}

#[test]
fn every_file_is_the_engine_s() {
    let (folder, report) = (folder(), report());
    for format in FORMATS {
        let ran = folder.run(&[ARGUMENTS, &["-f", format.id]].concat(), b"");
        let expected = render(format, &report).expect("each has something to say");
        assert_eq!(ran.text(), expected, "{}", format.id);
        assert_eq!((ran.exit, ran.stderr.as_str()), (4, ""), "{}", format.id);
    }
}

/// Whatever form is asked for, the exit code is the verdict's.
#[test]
fn the_verdict_and_the_exit_code_agree() {
    let all = [
        "--license=id=a-license",
        "--license=coreSize=80",
        "--license=validUntil=2027-12-31",
        "--answer=license-details-confirmed=yes",
        "--answer=operating-system=yes",
        "--answer=terraform-installed=yes",
        "--answer=aws-account=yes",
        "--answer=zilliz-account=yes",
        "--answer=temporary-credentials=yes",
        "--answer=iam-permissions=yes",
    ];
    let figures =
        ["vcpu", "block-storage", "public-ip", "vpc", "private-link", "load-balancer", "dns-zone"]
            .map(|row| format!("--stated={row}.available=1000"));
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    let ready = [&all[..], &figures].concat();
    for (arguments, verdict, exit) in [
        (ready.clone(), "ready", 0),
        (ready[1..].to_vec(), "incomplete", 3),
        ([&ready[..], &["--stated=vpc.available=1"]].concat(), "not-ready", 4),
    ] {
        for form in ["text", "json", "markdown", "csv", "svg", "shell-script", "terraform"] {
            let folder = Folder::new();
            let form = ["--today", DAY, "--format", form];
            let ran = folder.run(&[&arguments[..], &form].concat(), b"figures are stated");
            assert_eq!(ran.exit, exit, "{form:?}: {}", ran.text());
            if form[3] == "json" {
                let report: Json = serde_json::from_slice(&ran.stdout).expect("JSON");
                assert_eq!(report["verdict"], verdict);
            }
        }
    }
}

/// Half a day's way to either side of the world's clock, it is another day.
#[test]
fn the_day_is_the_one_of_the_machine_s_time_zone() {
    let folder = Folder::new();
    let day = |zone: &str| {
        let mut command = folder.command(&["--format", "json"]);
        command.env("TZ", zone);
        let report: Json = serde_json::from_slice(&ran(command, b"").stdout).expect("JSON");
        report["today"].as_str().expect("a day").to_owned()
    };
    // 26 hours lie between the two.
    let (east, west) = (day("AAA-14"), day("BBB+12"));
    assert!(east > west, "{east} {west}");
}
