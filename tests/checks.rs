//! Every outcome that the contract gives a check has a case, in the check's own file; and the tables
//! that checks are decided by hold.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;

use byoc_readiness::data::checks::CHECKS;
use byoc_readiness::data::iam_actions::IAM_ACTIONS;
use byoc_readiness::data::iam_names::{ATTACHMENTS, IAM_NAMES, Kind};
use byoc_readiness::data::terraform::{MINIMUM, Version};
use byoc_readiness::decide::{Standing, simulated, simulation_command, standings};
use byoc_readiness::read::{Decision, read};
use byoc_readiness::report::{CheckId, Outcome};
use serde::Deserialize;

/// report.md, the table of checks.
const OUTCOMES: &[(&[&str], &[&str])] = &[
    (
        &[
            "eks-clusters",
            "nat-gateways",
            "internet-gateways",
            "s3-buckets",
            "upgrade-surge",
            "instance-offerings",
        ],
        &["pass", "advice"],
    ),
    (
        &[
            "license-details-confirmed",
            "operating-system",
            "terraform-installed",
            "aws-account",
            "zilliz-account",
            "temporary-credentials",
            "iam-permissions",
        ],
        &["pass", "fail", "open"],
    ),
    (&["credentials-exposed"], &["pass", "advice"]),
    (&["one-account", "region-supported"], &["pass", "fail"]),
    (
        &[
            // Which fails where the profile demands more.
            "terraform-version",
            "iam-policies-room",
            "iam-roles-room",
            "iam-policies-per-role",
            "iam-name-collisions",
        ],
        &["pass", "fail", "advice"],
    ),
];

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    expect: toml::Table,
}

/// The outcomes that the cases of a check's file expect of it.
fn expected(id: &str) -> BTreeSet<String> {
    let path = format!("{}/tests/cases/checks/{id}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let outcome = |case: &Case| {
        let outcome = case.expect.get("checks")?.get(id)?.get("outcome")?;
        Some(outcome.as_str().expect("an outcome").to_owned())
    };
    file.case.iter().filter_map(outcome).collect()
}

#[test]
fn every_check_has_a_case_for_each_of_its_outcomes() {
    let mut known = Vec::new();
    for (ids, outcomes) in OUTCOMES {
        for id in *ids {
            let outcomes: BTreeSet<String> =
                outcomes.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(expected(id), outcomes, "{id}");
            // What nothing pasted can settle stays open until a person says yes or no.
            let check = CHECKS.iter().find(|check| check.id.as_str() == *id).expect("the check");
            assert_eq!(check.asks_a_person(), outcomes.contains("open"), "{id}");
            known.push(*id);
        }
    }
    let mut ids: Vec<&str> = CheckId::ALL.iter().map(|id| id.as_str()).collect();
    known.sort_unstable();
    ids.sort_unstable();
    assert_eq!(known, ids);
    assert_eq!(Outcome::ALL.len(), 4);
}

fn version(text: &str) -> Version {
    Version::parse(text).unwrap_or_else(|| panic!("{text} is a version"))
}

#[test]
fn versions_compare_by_number_and_a_pre_release_is_older() {
    let ascending = ["v0.15.5", "1.5.7", "1.6.0-alpha20230719", "1.6.0", "v1.6.1", "v1.10.0"];
    for pair in ascending.windows(2) {
        assert!(version(pair[0]) < version(pair[1]), "{pair:?}");
    }
    assert!(version("v1.5.7") < MINIMUM && version("1.6.0-beta1") < MINIMUM);
    assert!(version("v1.10.0") > MINIMUM && version("1.6.0+ent") >= MINIMUM);
}

#[test]
fn what_is_no_version_is_none() {
    for text in ["", "v", "1", "1.6", "1.6.", "1.6.0.1", "1.6.x", "1.6.0-", "1.6.0 beta", "+1.6.0"]
    {
        assert_eq!(Version::parse(text), None, "{text}");
    }
    // A suffix has less than forty characters.
    let of = |length: usize| Version::parse(&format!("1.6.0-{}", "a".repeat(length - 1)));
    assert!(of(39).is_some() && of(40).is_none());
}

#[test]
fn a_version_is_shown_as_it_was_written() {
    for text in ["1.5.7", "1.6.0-beta1", "1.9.8+ent"] {
        assert_eq!(version(text).to_string(), text);
    }
    assert_eq!(version("v1.10.0").to_string(), "1.10.0");
}

#[test]
fn actions_are_needed_once_each_and_attachments_are_of_known_names() {
    let names: BTreeSet<&str> = IAM_ACTIONS.iter().map(|action| action.name).collect();
    assert_eq!(names.len(), IAM_ACTIONS.len());
    for action in IAM_ACTIONS {
        assert!(action.name.starts_with("iam:") && action.of.starts_with("aws_iam_"), "{action:?}");
        assert!(
            !action.purpose.is_empty() && action.source.starts_with("inferred: "),
            "{action:?}"
        );
    }
    let is_known =
        |kind, name| IAM_NAMES.iter().any(|known| known.kind == kind && known.name == name);
    for attachment in ATTACHMENTS {
        assert!(is_known(Kind::Role, attachment.role), "{attachment:?}");
        assert!(is_known(Kind::Policy, attachment.policy), "{attachment:?}");
    }
    assert_eq!(ATTACHMENTS.len(), 2);
}

#[test]
fn the_simulation_that_is_asked_for_answers_every_action() {
    let command = simulation_command();
    for action in IAM_ACTIONS {
        assert!(command.contains(&format!(" {} ", action.name)), "{}", action.name);
    }
    let answer: String =
        IAM_ACTIONS.iter().map(|action| format!("{}\tallowed\n", action.name)).collect();
    let reading = read(&format!("$ {command}\n{answer}"));
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    let simulated = simulated(&[&reading], None);
    assert_eq!(simulated.len(), IAM_ACTIONS.len());
    assert!(simulated.iter().all(|(_, decision)| *decision == Some(Decision::Allowed)));
}

const ROLES: &str = r#"{"Roles": [{"RoleName": "zilliz-bootstrap-role", "Arn": "arn:aws:iam::123456789012:role/zilliz-bootstrap-role"}]}"#;
const NO_POLICIES: &str = r#"{"Policies": []}"#;
const OWN: &str = "$ aws iam list-attached-role-policies --role-name zilliz-bootstrap-role\n{\"AttachedPolicies\": [{\"PolicyName\": \"zilliz-bootstrap-policy\", \"PolicyArn\": \"arn:aws:iam::123456789012:policy/zilliz-bootstrap-policy\"}]}";
const NONE: &str = "$ aws iam list-attached-role-policies --role-name zilliz-bootstrap-role\n{\"AttachedPolicies\": []}";

/// Of what Terraform creates: a policy, the two roles, and an attachment to each of them.
#[test]
fn what_terraform_creates_stands_as_the_lists_show() {
    use Standing::{Exists, Free, Unknown};
    let shown = [
        "aws_iam_policy.bootstrap_policy",
        "aws_iam_role.bootstrap_role",
        "aws_iam_role.management_role",
        "aws_iam_role_policy_attachment.bootstrap_attachment",
        "aws_iam_role_policy_attachment.management_attachment",
    ];
    for (texts, expected) in [
        (&[][..], [Unknown, Unknown, Unknown, Unknown, Unknown]),
        (&[NO_POLICIES], [Free, Unknown, Unknown, Unknown, Unknown]),
        // Nothing is attached to a role that is not there.
        (&[ROLES], [Unknown, Exists, Free, Unknown, Free]),
        (&[OWN], [Unknown, Unknown, Unknown, Exists, Unknown]),
        (&[NONE], [Unknown, Unknown, Unknown, Free, Unknown]),
        (&[ROLES, OWN], [Unknown, Exists, Free, Exists, Free]),
        (&[OWN, NONE], [Unknown, Unknown, Unknown, Free, Unknown]),
        (&[NONE, OWN], [Unknown, Unknown, Unknown, Exists, Unknown]),
    ] {
        let readings: Vec<_> = texts.iter().map(|text| read(text)).collect();
        let all = standings(&readings.iter().collect::<Vec<_>>(), None);
        let of = |identifier: &str| {
            let found = all.iter().find(|(created, _)| created.identifier() == identifier);
            found.unwrap_or_else(|| panic!("{identifier} is created")).1
        };
        assert_eq!(shown.map(of), expected, "{texts:?}");
    }
}
