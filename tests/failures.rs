//! Cases that tools of this kind get wrong, where a case file cannot hold them: bytes, a paste of
//! more than a megabyte, and what sentences and the collector's block must name. The others are in
//! `tests/cases/failures/`, a file for each number.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use byoc_readiness::assess;
use byoc_readiness::collect::{Shell, Wanted, script};
use byoc_readiness::data::iam_actions::IAM_ACTIONS;
use byoc_readiness::decide::decide;
use byoc_readiness::hand_over::{format, render};
use byoc_readiness::profile::PROFILES;
use byoc_readiness::read::{Reading, decode, parse_iso, read};
use byoc_readiness::report::{
    Answers, CheckId, Input, Report, Resource, ResourceId, Role, SourceText,
};

use byoc_readiness::share::{MOST_BYTES, Opened, Refused, TooLong, link, open};

#[path = "common/facts.rs"]
mod facts;

const EC2: &str = include_str!("fixtures/list-service-quotas.ec2.json.txt");
const VPC: &str = include_str!("fixtures/list-service-quotas.vpc.json.txt");
const NO_SUCH_SERVICE: &str = include_str!("fixtures/list-service-quotas.EC2-uppercase.ERROR.txt");
const NO_IAM_HERE: &str = include_str!("fixtures/list-service-quotas.iam.us-west-2.ERROR.txt");

/// The numbers of the cases that the product holds in case files.
fn numbers() -> impl Iterator<Item = u32> {
    (1..=42).chain(45..=47)
}

/// Of these a part is in this file: bytes, and a large paste.
const HERE_TOO: &[u32] = &[40, 42];

/// And these are here alone.
const ONLY_HERE: &[u32] = &[43];

#[test]
fn every_failure_case_has_its_file_and_names_its_number() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/failures");
    let entries = fs::read_dir(folder).expect("a folder");
    let files: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("case files are UTF-8"))
        })
        .collect();
    for number in numbers() {
        let begins = format!("{number:02}-");
        let (name, text) =
            files.iter().find(|(name, _)| name.starts_with(&begins)).unwrap_or_else(|| {
                panic!("failure case {number} has no file");
            });
        assert!(text.starts_with(&format!("# Failure case {number}: ")), "{name}");
        let names: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("name = \"")).collect();
        assert!(!names.is_empty(), "{name}");
        let own = format!("failure case {number}: ");
        assert!(names.iter().all(|name| name.starts_with(&own)), "{name}: {names:?}");
    }
    for number in HERE_TOO.iter().chain(ONLY_HERE) {
        let test = format!("\nfn failure_case_{number}_");
        assert!(include_str!("failures.rs").contains(&test), "failure case {number}");
    }
    // What only a browser can show: no clipboard and no storage in a frame, and a host's policy.
    for text in [include_str!("browser/frame.spec.ts"), include_str!("browser/element.spec.ts")] {
        assert!(text.contains("test(\"failure case 44: "), "failure case 44");
    }
}

// Bytes and size.

const QUOTA: &str = r#"{
    "Quota": {
        "ServiceCode": "ec2",
        "ServiceName": "Amazon Elastic Compute Cloud (Amazon EC2)",
        "QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A",
        "QuotaCode": "L-1216C47A",
        "QuotaName": "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
        "Value": 64.0,
        "Unit": "None"
    }
}
"#;

/// What `>` of PowerShell writes: UTF-16 with a mark, and CRLF.
fn powershell_file(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    marked.encode_utf16().flat_map(unit).collect()
}

fn shown_facts(bytes: &[u8]) -> Vec<String> {
    let text = decode(bytes).expect("a text");
    let reading = read(&text);
    assert_eq!(reading.problems, []);
    reading.facts.iter().map(facts::show).collect()
}

#[test]
fn failure_case_40_a_powershell_file_in_utf_16_is_read_with_its_lines() {
    let expected = ["8 limit ec2/L-1216C47A 64 vCPU account=123456789012 region=us-west-2"];
    assert_eq!(shown_facts(&powershell_file(QUOTA, u16::to_le_bytes)), expected);
    assert_eq!(shown_facts(&powershell_file(QUOTA, u16::to_be_bytes)), expected);
    let without_mark = &powershell_file(QUOTA, u16::to_le_bytes)[2..];
    assert_eq!(shown_facts(without_mark), expected);
}

#[test]
fn failure_case_40_the_export_that_powershell_redirected_is_read() {
    let bytes = include_bytes!("fixtures/quirk.ps51-redirect.utf16le-bom-crlf.json.txt");
    let vpc = "487 limit vpc/L-F678F1CE 6 count account=123456789012 region=us-west-2";
    assert!(shown_facts(bytes).iter().any(|fact| fact == vpc));
}

/// The ec2 export with its other records repeated until it is as large as a whole one, and the
/// wanted rows near its end, where AWS's order by name puts them.
fn large_export() -> String {
    let (head, rest) = EC2.split_once("[\n").expect("a list");
    let (records, tail) = rest.rsplit_once("\n    ]").expect("its end");
    let (wanted, others): (Vec<&str>, Vec<&str>) = records
        .split(",\n        {")
        .partition(|record| record.contains("\"L-1216C47A\"") || record.contains("\"L-0263D0A3\""));
    assert_eq!((wanted.len(), others.len()), (2, 29));
    let once: usize = others.iter().map(|record| record.len()).sum();
    let mut all: Vec<&str> = others.repeat(1_200_000 / once + 1);
    all.extend(wanted);
    all.extend(&others[..3]);
    let records: Vec<&str> =
        all.iter().map(|record| record.trim_start_matches([' ', '{'])).collect();
    format!("{head}[\n        {{{}\n    ]{tail}", records.join(",\n        {"))
}

#[test]
fn failure_case_42_the_right_rows_of_an_export_of_more_than_a_megabyte_are_found() {
    let export = large_export();
    assert!(export.len() >= 1_200_000);
    let report = report(&[&export]);
    let line_of = |value_below: &str| {
        let code = export.lines().position(|line| line.contains(value_below)).expect("a line");
        // The value stands two lines below the code, and lines count from 1.
        u32::try_from(code + 3).expect("a line's number")
    };
    let lines = u32::try_from(export.lines().count()).expect("a number of lines");
    assert!(line_of("\"QuotaCode\": \"L-1216C47A\"") > lines - 200);
    for (id, code, limit) in
        [(ResourceId::Vcpu, "L-1216C47A", "1,152 vCPU"), (ResourceId::PublicIp, "L-0263D0A3", "5")]
    {
        let row = row(&report, id);
        assert_eq!(row.limit.as_ref().map(|limit| limit.text.as_str()), Some(limit));
        let places: Vec<_> =
            row.evidence.iter().map(|found| (found.source, found.line, found.role)).collect();
        let line = line_of(&format!("\"QuotaCode\": \"{code}\""));
        assert_eq!(places, [(0, line, Role::Limit)]);
    }
    let source = &report.sources[0];
    assert_eq!((source.format, source.problems.len()), ("service-quotas-json", 0));
}

// What sentences and the collector's block must name.

fn report(texts: &[&str]) -> Report {
    let source = |text: &&str| SourceText { name: None, text: (*text).to_owned() };
    let sources = texts.iter().map(source).collect();
    let today = "2026-11-24".to_owned();
    assess(&Input { sources, answers: Answers::default(), today }).expect("a report")
}

fn row(report: &Report, id: ResourceId) -> &Resource {
    report.resources.iter().find(|row| row.id == id).expect("every row is there")
}

/// The block that asks for what the texts still lack.
fn block(texts: &[&str]) -> String {
    let report = report(texts);
    let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let wanted = Wanted::missing(&report, &readings, &PROFILES[0]);
    script(&wanted, &report.profile.region, Shell::Bash)
}

/// The one problem of the first source, as a sentence.
fn problem(report: &Report) -> &str {
    let [problem] = report.sources[0].problems.as_slice() else {
        panic!("{:?}", report.sources[0].problems)
    };
    &problem.message
}

#[test]
fn failure_case_15_none_is_never_shown_as_a_unit() {
    let report = report(&[EC2, VPC, QUOTA]);
    let rows = serde_json::to_string(&report.resources).expect("JSON");
    assert!(!rows.contains("None"), "{rows}");
}

#[test]
fn failure_case_18_the_row_says_under_which_service_its_quota_is() {
    let report = report(&[VPC]);
    let sentence = &row(&report, ResourceId::PublicIp).explanation;
    assert!(sentence.contains("ec2"), "{sentence}");
}

#[test]
fn failure_case_18_the_block_asks_for_what_is_under_ec2_and_not_for_what_was_given() {
    let block = block(&[VPC]);
    assert!(block.contains("get_limit \"$region\" ec2/L-0263D0A3\n"), "{block}");
    assert!(!block.contains("get_limit \"$region\" vpc/L-F678F1CE\n"), "{block}");
}

#[test]
fn failure_case_19_the_row_says_that_a_default_is_not_the_applied_value() {
    let defaults = include_str!("fixtures/list-aws-default-service-quotas.vpc.json.txt");
    let report = report(&[defaults]);
    let sentence = &row(&report, ResourceId::Vpc).explanation;
    assert!(sentence.contains("AWS’s default"), "{sentence}");
    assert!(sentence.contains("not this account’s applied value"), "{sentence}");
}

#[test]
fn failure_case_21_a_service_code_in_capitals_is_corrected() {
    let command =
        "$ aws service-quotas list-service-quotas --service-code EC2 --region us-west-2\n";
    let report = report(&[&format!("{command}{NO_SUCH_SERVICE}")]);
    let sentence = problem(&report);
    assert!(sentence.contains("NoSuchResourceException"), "{sentence}");
    assert!(sentence.contains("--service-code ec2"), "{sentence}");
}

#[test]
fn failure_case_24_a_global_service_asked_in_another_region_is_asked_in_us_east_1() {
    let command =
        "$ aws service-quotas list-service-quotas --service-code iam --region us-west-2\n";
    let report = report(&[&format!("{command}{NO_IAM_HERE}")]);
    let sentence = problem(&report);
    assert!(sentence.contains("us-east-1"), "{sentence}");
}

#[test]
fn failure_case_24_the_block_asks_for_global_quotas_in_us_east_1() {
    let block = block(&[VPC, NO_IAM_HERE]);
    for quota in ["route53/L-4EA4796A", "iam/L-E95E4862", "iam/L-FE177D64", "s3/L-DC2B2D3D"] {
        assert!(block.contains(&format!("get_limit us-east-1 {quota}\n")), "{quota}: {block}");
    }
}

/// The sentence of a check.
fn check_says(report: &Report, id: CheckId) -> &str {
    let check = report.checks.iter().find(|check| check.id == id);
    check.expect("every check is there").explanation.as_str()
}

/// In no order of the document's.
const FIVE_SHORT: &str = r#"
{"QuotaArn": "arn:aws:servicequotas:us-east-1:123456789012:route53/L-4EA4796A", "Value": 1.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:elasticloadbalancing/L-69A177A2", "Value": 0.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE", "Value": 1.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-0263D0A3", "Value": 0.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A", "Value": 64.0}
"#;

fn handed_over(id: &str, texts: &[&str]) -> String {
    render(format(id).expect("the format"), &report(texts)).expect("requests")
}

#[test]
fn failure_case_34_the_script_asks_in_order_and_states_the_caps() {
    let script = handed_over("shell-script", &[FIVE_SHORT]);
    let asked = script.lines().filter(|line| line.starts_with("request ") && line.contains("L-"));
    let codes: Vec<&str> = asked
        .map(|line| line.split(' ').find(|word| word.starts_with("L-")).expect("a code"))
        .collect();
    assert_eq!(codes, ["L-1216C47A", "L-0263D0A3", "L-F678F1CE", "L-69A177A2", "L-4EA4796A"]);
    for cap in ["per account: 20", "per account and opt-in Region: 2", "per quota: 1"] {
        assert!(script.contains(cap), "{cap}: {script}");
    }
    assert!(script.contains("# QuotaExceededException: "), "{script}");
}

#[test]
fn failure_case_36_every_request_names_its_region_and_its_service_code() {
    let script = handed_over("shell-script", &[FIVE_SHORT]);
    let terraform = handed_over("terraform", &[FIVE_SHORT]);
    for (region, service, code) in [
        ("us-west-2", "ec2", "L-1216C47A"),
        ("us-west-2", "ec2", "L-0263D0A3"),
        ("us-west-2", "vpc", "L-F678F1CE"),
        ("us-west-2", "elasticloadbalancing", "L-69A177A2"),
        ("us-east-1", "route53", "L-4EA4796A"),
    ] {
        let words = format!("--region {region} --service-code {service} --quota-code {code} ");
        assert!(script.contains(&words), "{words}: {script}");
        let alias = region.replace('-', "_");
        let block = format!(
            "  provider     = aws.{alias}\n  service_code = \"{service}\"\n  quota_code   = \"{code}\"\n"
        );
        assert!(terraform.contains(&block), "{block}: {terraform}");
        assert!(terraform.contains(&format!("  region = \"{region}\"\n")), "{terraform}");
    }
}

#[test]
fn failure_case_37_what_a_simulation_does_not_see_is_said() {
    let allowed = IAM_ACTIONS.iter().map(|action| format!("{}\tallowed\n", action.name));
    let whole: String = allowed.collect();
    for paste in [whole.as_str(), "iam:CreateRole\tallowed\n"] {
        let report = report(&[paste]);
        let sentence = check_says(&report, CheckId::IamPermissions);
        assert!(sentence.contains("Service control policies"), "{sentence}");
        assert!(sentence.contains("boundaries"), "{sentence}");
        assert!(sentence.contains("confirm"), "{sentence}");
    }
    let report = report(&["iam:CreateRole\timplicitDeny\n"]);
    let sentence = check_says(&report, CheckId::IamPermissions);
    assert!(sentence.contains("iam:CreateRole") && sentence.contains("falsely"), "{sentence}");
}

#[test]
fn failure_case_47_what_is_not_checked_is_said() {
    let nothing = report(&[]);
    let sentence = check_says(&nothing, CheckId::InstanceOfferings);
    assert!(sentence.starts_with("Not checked here"), "{sentence}");
    assert!(sentence.contains("aws ec2 describe-instance-type-offerings"), "{sentence}");
    let pasted = report(&[include_str!("fixtures/ec2-describe-instance-type-offerings.json.txt")]);
    let sentence = check_says(&pasted, CheckId::InstanceOfferings);
    assert!(sentence.contains("no promise of capacity"), "{sentence}");
}

#[test]
fn failure_case_41_unknown_json_is_told_the_nearest_known_format() {
    let created = r#"{
    "Vpc": {
        "CidrBlock": "10.0.0.0/16",
        "State": "pending",
        "VpcId": "vpc-0a1b2c3d4e5f60001",
        "OwnerId": "123456789012",
        "InstanceTenancy": "default"
    }
}
"#;
    let report = report(&[created]);
    let sentence = problem(&report);
    assert!(sentence.contains("describe-vpcs") || sentence.contains("VPCs"), "{sentence}");
}

#[test]
fn failure_case_41_nothing_is_left_to_the_console() {
    let report = report(&["the quotas look fine to me\n"]);
    assert!(!problem(&report).to_lowercase().contains("console"), "{}", problem(&report));
}

#[test]
fn failure_case_46_the_summary_names_every_shortfall() {
    let short = r#"
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A", "Value": 64.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:ec2/L-0263D0A3", "Value": 0.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE", "Value": 1.0}
{"QuotaArn": "arn:aws:servicequotas:us-west-2:123456789012:elasticloadbalancing/L-69A177A2", "Value": 0.0}
{"QuotaArn": "arn:aws:servicequotas:us-east-1:123456789012:route53/L-4EA4796A", "Value": 0.0}
"#;
    let report = report(&[short]);
    for part in [
        "vCPU is short by at least 16",
        "Elastic IP is short by at least 1",
        "VPC is short by at least 1",
        "load balancer is short by at least 1",
        "DNS zone is short by at least 2",
    ] {
        assert!(report.summary.contains(part), "{part}: {}", report.summary);
    }
}

// A link: what it holds, and what becomes of one that is damaged.

const MAIL: &str = "License ID: lic-0042-abcd-9f3e\nCore size: 80\nValid until: 2027-11-23\n";

const NAMES: &str = r#"
{"UserId": "AIDAEXAMPLE", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/jo"}
{"Vpcs": [{"VpcId": "vpc-0a1b2c3d4e5f60001", "IsDefault": true, "OwnerId": "123456789012", "State": "available", "CidrBlock": "10.0.0.0/16"}]}
{"Addresses": [{"PublicIp": "52.0.0.1", "AllocationId": "eipalloc-0a1b2c3d", "Domain": "vpc", "PublicIpv4Pool": "amazon"}]}
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
"#;

/// A link of an account that is short of vCPU, with everything in it that is nobody else's matter.
fn link_of_everything() -> (Report, String) {
    let texts = [EC2, VPC, MAIL, NAMES];
    let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
    let named: Vec<(&str, &Reading)> =
        readings.iter().map(|reading| ("quotas of acme.json", reading)).collect();
    let answers: Answers = serde_json::from_value(serde_json::json!({
        "license": { "id": "lic-0042-abcd-9f3e" },
        "stated": { "vpc": { "available": "2" } },
        "answers": { "zilliz-account": "yes", "iam-permissions": "no" },
        "account": "1234-5678-9012",
        "adjustments": { "existingVpc": true, "vpc": "vpc-0a1b2c3d4e5f60001" },
        "includeIds": true,
    }))
    .expect("answers");
    let today = parse_iso("2026-11-24").expect("a day");
    let bare: Vec<&Reading> = readings.iter().collect();
    let link = link(&bare, &answers, today).expect("a link");
    (decide(&named, &answers, today), link)
}

#[test]
fn failure_case_43_a_link_opens_to_the_same_and_names_neither_account_nor_license() {
    let (before, link) = link_of_everything();
    let Opened { texts, answers, made } = open(&link).expect("it opens");
    let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
    let named: Vec<(&str, &Reading)> =
        readings.iter().map(|reading| ("Figures from a link", reading)).collect();
    let now = decide(&named, &answers, made);
    assert_eq!(now.verdict, before.verdict);
    let figures = |report: &Report| -> Vec<_> {
        let rows = report.resources.iter();
        rows.map(|row| (row.status, row.limit.clone(), row.in_use.clone(), row.shortfall.clone()))
            .collect()
    };
    assert_eq!(figures(&now), figures(&before));
    let all = format!("{} {answers:?}", texts.join("\n"));
    for secret in [
        "123456789012",
        "1234-5678-9012",
        "arn:",
        "lic-0042",
        "AKIA",
        "wJalr",
        "vpc-0a1b2c3d4e5f60001",
        "eipalloc-0a1b2c3d",
        "52.0.0.1",
        "acme",
        "License ID",
        "QuotaName",
    ] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
    assert!(!answers.include_ids);
}

#[test]
fn failure_case_43_a_link_that_is_cut_anywhere_is_refused_with_a_clear_message() {
    let (_, link) = link_of_everything();
    for at in 0..link.len() {
        let refused = open(&link[..at]).expect_err("it is cut");
        let expected = if at < "a1=".len() { Refused::NotALink } else { Refused::Damaged };
        assert_eq!(refused, expected, "cut at {at}");
    }
    let sentence = open(&link[..link.len() - 1]).expect_err("it is cut").reason().to_string();
    assert!(sentence.contains("cut off") && sentence.contains("ask for it again"), "{sentence}");
}

#[test]
fn failure_case_43_a_link_with_one_character_changed_is_never_another_report() {
    let (_, link) = link_of_everything();
    let letters: Vec<char> = (' '..='~').chain(['é', '•', '\n', '\0']).collect();
    for (at, was) in link.char_indices() {
        for letter in letters.iter().filter(|letter| **letter != was) {
            let changed = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
            let refused = open(&changed).expect_err("it is changed");
            assert!(!matches!(refused, Refused::Malformed { .. }), "{letter:?} at {at}");
        }
        for changed in [
            format!("{}{was}{}", &link[..at], &link[at..]),
            format!("{}{}", &link[..at], &link[at + 1..]),
        ] {
            assert!(open(&changed).is_err() || changed == link, "at {at}");
        }
    }
}

#[test]
fn failure_case_43_a_link_of_a_newer_page_says_so() {
    let (_, link) = link_of_everything();
    let newer = link.replacen("a1=", "a2=", 1);
    let refused = open(&newer).expect_err("it is newer");
    assert_eq!(refused, Refused::Newer { version: 2 });
    let sentence = refused.reason().to_string();
    assert!(sentence.contains("newer version") && sentence.contains("Reload"), "{sentence}");
}

#[test]
fn failure_case_43_what_is_too_large_for_a_link_is_offered_as_a_file() {
    let volume = |number: u32| {
        let state = r#""Size": 8, "VolumeType": "gp3", "State": "available", "Attachments": []"#;
        format!(r#"{{"VolumeId": "vol-{number:08x}", {state}}}"#)
    };
    let volumes: Vec<String> = (0..3_000).map(volume).collect();
    let reading = read(&format!(r#"{{"Volumes": [{}]}}"#, volumes.join(", ")));
    let today = parse_iso("2026-11-24").expect("a day");
    let TooLong { bytes } = link(&[&reading], &Answers::default(), today).expect_err("too long");
    assert!(bytes > MOST_BYTES, "{bytes}");
    assert!(TooLong { bytes }.reason().to_string().contains("Save it as a file"));
    // One that is longer than any is not even decoded.
    let long = format!("a1={}", "A".repeat(5_000_000));
    assert_eq!(open(&long), Err(Refused::Damaged));
}
