//! Reading passes over what says nothing that counts: words that are no credentials, lines that
//! nobody asks for, and records of quotas that no row needs. Each text reads the same in full.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::read::{decode, read, read_in_full};
use include_dir::{Dir, include_dir};
use proptest::prelude::*;
use proptest::sample::select;

mod common;
#[path = "common/pastes.rs"]
#[allow(dead_code)]
mod pastes;
#[path = "common/written.rs"]
#[allow(dead_code)]
mod written;

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

fn assert_reads_the_same(text: &str) {
    assert_eq!(read(text), read_in_full(text), "{text}");
}

#[test]
fn every_fixture_and_every_case_reads_the_same() {
    let fixtures = FIXTURES.files().filter_map(|file| decode(file.contents()).ok());
    let cases = written::of_cases().into_iter().flat_map(|(_, input)| input.sources);
    let texts: Vec<String> = fixtures.chain(cases.map(|source| source.text)).collect();
    assert!(texts.len() > 500);
    for text in texts {
        assert_reads_the_same(&text);
    }
}

/// A record as Service Quotas writes it, or one of which something is odd; `indent` stands before
/// each of its lines.
fn record(indent: &'static str) -> impl Strategy<Value = String> {
    let owner = select(vec![
        "arn:aws:servicequotas:us-west-2:123456789012:",
        "arn:aws:servicequotas:us-west-2:123456789012:",
        "arn:aws:servicequotas:us-east-1:123456789012:",
        "arn:aws:servicequotas:us-west-2:210987654321:",
        "arn:aws:servicequotas:us-west-2::",
        "arn:aws:servicequotas::123456789012:",
        "arn:aws-cn:servicequotas::123456789012:",
        "arn:aws:servicequotas:us-west-2:12345:",
        "arn:aws:ec2:us-west-2:123456789012:",
        "arn:aws:servicequotas:us-west-2:123456789012:a:",
        "",
    ]);
    let codes =
        vec!["L-B99A9384", "L-0E6C1F3B", "L-1216C47A", "L-34B43A08", "L-b99a9384", "L-1", ""];
    let services = vec!["ec2", "lambda", "a/b", "", "elasticloadbalancing"];
    let name = select(vec![
        "Concurrent executions",
        "Größe – “so”",
        "VPCs per Region",
        "Clusters",
        "a \\\"quote\\\"",
        "",
        "AKIAIOSFODNN7EXAMPLE",
        "secret key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    ]);
    let value = select(vec!["5.0", "0", "-1.0", "1e3", "null", "\"5\"", "01", "5.0", "1000.0"]);
    let more = select(vec![
        "",
        "",
        ",\n\"Unit\": \"None\"",
        ",\n\"Unit\": null",
        ",\n\"Adjustable\": true,\n\"GlobalQuota\": false",
        ",\n\"UsageMetric\": {\n\"MetricDimensions\": {\n\"Class\": \"None\"\n}\n}",
        ",\n\"Period\": {\"PeriodValue\": 1, \"PeriodUnit\": \"SECOND\"}",
        ",\n\"ErrorReason\": {\"ErrorCode\": \"DEPENDENCY_ACCESS_DENIED_ERROR\"}",
        ",\n\"Region\": \"eu-west-1\"",
        ",\n\"QuotaName\": \"Roles per account\"",
        ",\n\"Description\": \"A line\nthat a narrow terminal broke somewhere behind its fortieth letter\"",
        ",\n\"Utilization\": 5",
    ]);
    let usual = (select(codes.clone()), select(services.clone()), 0..8_u8);
    (owner, usual, select(codes), name, value, more).prop_map(
        move |(owner, (code, service, odd), other, name, value, more)| {
            // Most ARNs name the code that stands beside them.
            let in_arn = if odd == 0 { other } else { code };
            let lines = format!(
                "{{\n\"ServiceCode\": \"{service}\",\n\"QuotaArn\": \"{owner}{service}/{in_arn}\",\n\
                 \"QuotaCode\": \"{code}\",\n\"QuotaName\": \"{name}\",\n\"Value\": {value}{more}\n}}"
            );
            lines.replace('\n', indent)
        },
    )
}

/// A list of them, as each of those who ask for it gets it.
fn export() -> impl Strategy<Value = String> {
    let around = select(vec![
        ("{\"Quotas\": [", "]}"),
        ("{\"Quotas\": [", "]}"),
        ("{\"Quotas\": [", "], \"NextToken\": \"abc\"}"),
        ("[", "]"),
        ("[{\"Quotas\": [", "]}, {\"Quotas\": []}]"),
        ("{\"a\": {\"Quotas\": [", "]}}"),
        (
            "{\"Quotas\": [",
            "], \"ReportId\": \"a\", \"Status\": \"COMPLETED\", \"GeneratedAt\": \"b\"}",
        ),
        ("{\"Quotas\": [", "], \"Quotas\": []}"),
        ("{\"denied\": \"a\", \"Quotas\": [", "]}"),
        ("$ aws service-quotas list-service-quotas --query Quotas\n[", "]\n$ ls"),
        ("$ aws service-quotas list-service-quotas --service-code vpc\n{\"Quotas\": [", "]}\n$ ls"),
    ]);
    let indent = select(vec!["\n        ", "\n", " ", "", "\r\n  ", "\r"]);
    (indent, around).prop_flat_map(|(indent, (before, behind))| {
        prop::collection::vec(record(indent), 0..24).prop_map(move |records| {
            format!("{before}{}{behind}", records.join(&[",", indent].concat()))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn an_export_reads_the_same(text in export()) {
        assert_reads_the_same(&text);
    }

    #[test]
    fn a_damaged_export_reads_the_same(
        text in export(),
        damages in prop::collection::vec(pastes::damage(), 1..4),
    ) {
        assert_reads_the_same(&damages.iter().fold(text, |text, damage| damage.apply(&text)));
    }

    #[test]
    fn a_damaged_paste_reads_the_same(text in pastes::damaged()) {
        assert_reads_the_same(&text);
    }
}

#[test]
fn records_of_two_regions_in_turn_read_the_same() {
    let record = |index: usize| {
        let region = ["us-west-2", "us-east-1"][index / 3 % 2];
        let arn = format!("arn:aws:servicequotas:{region}:123456789012:lambda/L-{index:08X}");
        format!(
            "{{\"QuotaArn\": \"{arn}\", \"QuotaCode\": \"L-{index:08X}\", \"QuotaName\": \"a\"}}"
        )
    };
    let records: Vec<String> = (0..20).map(record).collect();
    let text = format!("{{\"Quotas\": [{}]}}", records.join(", "));
    let reading = read(&text);
    assert_eq!(reading.regions, ["us-west-2", "us-east-1"]);
    assert_eq!(reading.ignored, 20);
    assert_reads_the_same(&text);
}
