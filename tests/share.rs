//! What holds of every link and every saved file, whatever was pasted, typed and answered.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use byoc_readiness::compare::{Earlier, compare};
use byoc_readiness::read::{LicenseValue, Reading, What, decode, parse_iso, read, read_masked};
use byoc_readiness::report::{
    Adjustments, Answer, Answers, CheckId, InstanceCount, LicenseFields, OwnProfile, OwnType,
    ProfileChoice, ResourceId, SourceText, StatedFields,
};
use byoc_readiness::share::file::{self, File};
use byoc_readiness::share::{Refused, open};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value as Json;

#[path = "common/handed_over.rs"]
mod handed_over;
#[path = "common/pastes.rs"]
mod pastes;

use handed_over::{TODAY, assert_opens_to_the_same, essence, link_of, reopened, report};
use pastes::{QUOTAS, answers, damaged, limit_json, typed, use_json};

const ACCOUNTS: &[&str] = &["123456789012", "999988887777", "555500009012"];
const LICENSES: &[&str] =
    &["lic-0042-abcd-9f3e", "LIC-0042-ABCD-9F3E", "lic-0043-abcd-9f3e", "BYOC-7", "A-1001"];
const RESOURCES: &[&str] = &[
    "vpc-0a1b2c3d4e5f60001",
    "vpc-0a1b2c3d4e5f60002",
    "eipalloc-0a1b2c3d",
    "vol-0d4e5f6a7b8c9d0e1",
];
const CREDENTIALS: &[&str] = &["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"];

// ---- Sources.

/// Small samples of all formats.
fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| decode(fs::read(path).expect("a file")).ok());
    texts.filter(|text| text.len() < 6_000).collect()
}

fn account() -> impl Strategy<Value = &'static str> {
    select(ACCOUNTS)
}

fn region() -> impl Strategy<Value = &'static str> {
    select(vec![
        "us-west-2",
        "us-west-2",
        "us-east-1",
        "eu-west-1",
        "cn-north-1",
        "",
        "Oregon (USA)",
    ])
}

fn mail() -> impl Strategy<Value = String> {
    let id = prop_oneof![4 => select(LICENSES).prop_map(str::to_owned), 1 => "[A-Z0-9-]{1,12}"];
    let day = select(vec![
        "2026-10-01",
        "2026-11-20",
        "Dec 1, 2026",
        "2027-11-23",
        "03/04/2027",
        "2027-02-30",
        "soon",
    ]);
    let cores = select(vec!["80", "48 cores", "1,024", "many"]);
    (prop::option::of(id), prop::option::of(cores), prop::option::of((day.clone(), day))).prop_map(
        |(id, cores, days)| {
            let id = id.map_or_else(String::new, |id| format!("License ID: {id}\n"));
            let cores = cores.map_or_else(String::new, |cores| format!("Core size: {cores}\n"));
            let days = days.map_or_else(String::new, |(from, until)| {
                format!("Valid from: {from}\nValid until: {until}\n")
            });
            format!("Your license\n{id}{cores}{days}")
        },
    )
}

fn listing() -> impl Strategy<Value = String> {
    let vpc = |id: &str, default: bool, owner: &str| {
        format!(
            "{{\"VpcId\": \"{id}\", \"IsDefault\": {default}, \"OwnerId\": \"{owner}\", \"State\": \"available\", \"CidrBlock\": \"10.0.0.0/16\"}}"
        )
    };
    prop_oneof![
        (any::<bool>(), account(), account()).prop_map(move |(default, one, other)| {
            format!("{{\"Vpcs\": [{}, {}]}}", vpc(RESOURCES[0], default, one), vpc(RESOURCES[1], false, other))
        }),
        (0..3_u32).prop_map(|count| {
            let address = |number| format!("{{\"PublicIp\": \"52.0.0.{number}\", \"AllocationId\": \"eipalloc-0a1b2c3{number}\", \"Domain\": \"vpc\", \"PublicIpv4Pool\": \"amazon\"}}");
            let all: Vec<String> = (0..count).map(address).collect();
            format!("{{\"Addresses\": [{}]}}", all.join(", "))
        }),
        (1..20_000_u32).prop_map(|gib| format!("{{\"Volumes\": [{{\"VolumeId\": \"{}\", \"Size\": {gib}, \"VolumeType\": \"gp3\", \"State\": \"available\", \"Attachments\": []}}]}}", RESOURCES[3])),
        account().prop_map(|owner| format!("{{\"Reservations\": [{{\"OwnerId\": \"{owner}\", \"Instances\": [{{\"InstanceId\": \"i-0a1b2c3d\", \"InstanceType\": \"m6i.xlarge\", \"State\": {{\"Name\": \"running\"}}, \"VpcId\": \"{}\"}}]}}]}}", RESOURCES[1])),
        (1..200_u32, select(vec!["PENDING", "CASE_OPENED", "APPROVED", "DENIED"]), select(QUOTAS)).prop_map(|(desired, status, (service, code))| {
            format!("{{\"RequestedQuotas\": [{{\"ServiceCode\": \"{service}\", \"QuotaCode\": \"{code}\", \"DesiredValue\": {desired}.0, \"Status\": \"{status}\", \"Created\": \"2026-11-01T10:00:00\"}}]}}")
        }),
        account().prop_map(|account| format!("{{\"UserId\": \"AIDAEXAMPLE\", \"Account\": \"{account}\", \"Arn\": \"arn:aws:iam::{account}:user/jo\"}}")),
        select(vec!["iam:CreateRole\tallowed\niam:CreatePolicy\timplicitDeny\n", "Terraform v1.5.7\n", "OpenTofu v1.8.2\n", "vCPU: 64\nVPCs in use: 3\n"]).prop_map(str::to_owned),
        Just(format!("aws_access_key_id = {}\naws_secret_access_key = {}\n", CREDENTIALS[0], CREDENTIALS[1])),
    ]
}

/// A source that mixes whatever is read.
fn source(samples: Vec<String>) -> impl Strategy<Value = String> {
    let figure = (select(QUOTAS), account(), region(), 0..300_u32, any::<bool>()).prop_map(
        |((service, code), account, region, figure, is_limit)| {
            let figure = figure.to_string();
            let write = if is_limit { limit_json } else { use_json };
            write(service, code, account, region, &figure)
        },
    );
    let part = prop_oneof![
        5 => figure,
        3 => listing(),
        2 => mail(),
        2 => select(samples),
        1 => damaged(),
    ];
    prop::collection::vec(part, 1..7).prop_map(|parts| parts.join("\n\n"))
}

fn sources() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(source(samples()), 0..4)
}

// ---- Answers.

/// A name that is to break what it is put into.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-z0-9 ._-]{0,20}",
        "\\PC{1,20}",
        select(vec![
            "\"quoted\" 'twice'",
            "$(rm -rf /)",
            "`id`",
            "</script><b>",
            "\u{202e}gnp.exe",
            "a\nb",
            "a\r\n\nb",
            "-",
            "a=b&c=d#e",
            "%41%zz",
            "null\0byte",
            "\u{1b}[31mred",
            "\u{2028}",
        ])
        .prop_map(str::to_owned),
    ]
}

/// A name, or one that names whose account it is.
fn name() -> impl Strategy<Value = String> {
    let telling = [
        "arn:aws:iam::123456789012:role/x",
        "in 123456789012, vpc-0a1b2c3d4e5f60001",
        "999999999999",
    ];
    prop_oneof![6 => hostile(), 1 => select(telling.to_vec()).prop_map(str::to_owned)]
}

fn own_profile() -> impl Strategy<Value = ProfileChoice> {
    let day = select(vec!["2026-08-14", "2024-02-29"]).prop_map(str::to_owned);
    (name(), name(), prop::option::of(day), 1..20_u32, "[0-9]{1,4}", prop::option::of(0..30_u32))
        .prop_map(|(title, source, source_date, count, amount, policies)| {
            let instance = |name: &str, size: Option<u32>| OwnType {
                name: name.to_owned(),
                count,
                vcpu: size,
                memory_gib: size,
            };
            let solid =
                |text: String| if text.trim().is_empty() { "a name".to_owned() } else { text };
            ProfileChoice::Own(Box::new(OwnProfile {
                id: "own".to_owned(),
                title: solid(title),
                // Alone it might be an address that runs something, which is refused.
                source: format!("see {source}"),
                source_date,
                regions: vec!["eu-west-1".to_owned(), "us-west-2".to_owned()],
                instances: vec![instance("m6i.xlarge", None), instance("x9z.huge", Some(16))],
                needs: [("vpc", amount.clone()), ("block-storage", format!("{amount} GB"))]
                    .map(|(row, amount)| (row.to_owned(), amount))
                    .into(),
                policies,
                roles: policies,
            }))
        })
}

fn profile() -> impl Strategy<Value = Option<ProfileChoice>> {
    let built_in = select(vec!["aws-byoc"]).prop_map(|id| ProfileChoice::Id(id.to_owned()));
    prop_oneof![2 => Just(None), 1 => built_in.prop_map(Some), 2 => own_profile().prop_map(Some)]
}

fn adjustments() -> impl Strategy<Value = Adjustments> {
    let group = (select(vec!["m6i.xlarge", "r6id.8xlarge", "none.such"]), 0..50_u32)
        .prop_map(|(name, count)| InstanceCount { name: name.to_owned(), count });
    let vpc = prop_oneof![select(RESOURCES).prop_map(str::to_owned), name()];
    (
        prop::option::of(prop::collection::vec(group, 0..3)),
        prop::collection::btree_map(select(ResourceId::ALL), typed(), 0..3),
        any::<bool>(),
        prop::option::of(vpc),
        any::<bool>(),
    )
        .prop_map(|(instances, needs, existing_vpc, vpc, upgrade_surge)| Adjustments {
            instances,
            needs,
            existing_vpc,
            vpc,
            upgrade_surge,
        })
}

/// Everything that can be answered, with the account and license of the sources among it.
fn all_answers() -> impl Strategy<Value = Answers> {
    let answer = select(Answer::ALL);
    // Else it may be the Region's name, which is hidden with it.
    let named = name().prop_map(|name| format!("No. {name}"));
    let license = prop_oneof![select(LICENSES).prop_map(str::to_owned), named];
    let account = prop_oneof![account().prop_map(str::to_owned), "[0-9-]{0,14}", name()];
    let region = prop_oneof![region().prop_map(str::to_owned), hostile()];
    (
        answers(),
        prop::collection::btree_map(select(CheckId::ALL), answer, 0..6),
        (profile(), adjustments()),
        prop::option::of(prop::collection::vec(name(), 0..3)),
        (prop::option::of(license), prop::option::of(account), prop::option::of(region)),
    )
        .prop_map(|(some, answers, (profile, adjustments), licensed_instances, chosen)| {
            let (id, account, region) = chosen;
            let license =
                LicenseFields { id: id.or(some.license.id.clone()), ..some.license.clone() };
            Answers {
                license,
                answers,
                profile,
                adjustments,
                licensed_instances,
                account,
                region,
                ..some
            }
        })
}

// ---- Links.

/// Nothing that names the account, a license, a resource or a credential.
fn assert_names_nobody(link: &str) {
    let opened = open(link).expect("a link");
    let answers = serde_json::to_string(&opened.answers).expect("JSON");
    for text in opened.texts.iter().chain([&answers]) {
        for name in ACCOUNTS.iter().chain(LICENSES).chain(RESOURCES).chain(CREDENTIALS) {
            let is_there = text.to_ascii_lowercase().contains(&name.to_ascii_lowercase());
            // What is short may be a part of anything else.
            assert!(!is_there || name.len() < 8, "{name} in {text}");
        }
        assert!(!text.contains("arn:aws"), "{text}");
    }
    let typed = opened.answers.license.id.unwrap_or_default();
    assert!(typed.len() < 8 || !LICENSES.contains(&typed.as_str()), "{typed}");
}

// ---- Files.

fn file_of(sources: &[SourceText], answers: &Answers, with_ids: bool) -> String {
    let masked: Vec<SourceText> = sources
        .iter()
        .map(|source| SourceText {
            text: read_masked(&source.text).0.into_owned(),
            ..source.clone()
        })
        .collect();
    let readings: Vec<Reading> = sources.iter().map(|source| read(&source.text)).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let today = parse_iso(TODAY).expect("a day");
    let file = File::of(masked, &readings, answers, with_ids, today);
    serde_json::to_string_pretty(&file).expect("JSON")
}

fn opened(text: &str) -> Result<File, file::Refused> {
    if !file::is_candidate(text) {
        return Err(file::Refused::NotAFile);
    }
    let parsed: Json = serde_json::from_str(text).map_err(|_| file::Refused::NotAFile)?;
    file::open(|| &parsed)
}

fn report_bytes(sources: &[SourceText], answers: &Answers) -> String {
    let readings: Vec<(String, Reading)> = sources
        .iter()
        .map(|source| (source.name.clone().unwrap_or_default(), read(&source.text)))
        .collect();
    let named: Vec<(&str, &Reading)> =
        readings.iter().map(|(name, reading)| (name.as_str(), reading)).collect();
    let today = parse_iso(TODAY).expect("a day");
    let report = byoc_readiness::decide::decide(&named, answers, today);
    serde_json::to_string(&report).expect("JSON")
}

/// The report of a file without IDs, where nothing that is hidden stands in it either way.
fn assert_same_but_for_ids(sources: &[SourceText], answers: &Answers, file: &File) {
    let readings = |sources: &[SourceText]| -> Vec<Reading> {
        sources.iter().map(|source| read(&read_masked(&source.text).0)).collect()
    };
    let before = essence(&report(&readings(sources), answers, TODAY));
    let now = essence(&report(&readings(&file.sources), &file.answers, TODAY));
    for (key, value) in before.as_object().expect("an object") {
        assert_eq!(value, &now[key], "{key}\n{:?}\nof {sources:?}", file.sources);
    }
}

#[test]
fn a_file_of_another_kind_or_version_is_refused_for_what_it_is() {
    let whole = file_of(&[], &Answers::default(), true);
    assert!(opened(&whole).is_ok());
    assert_eq!(opened("{\"Quotas\": []}"), Err(file::Refused::NotAFile));
    assert_eq!(
        opened(&whole.replace("-assessment\"", "-assessments\"")),
        Err(file::Refused::NotAFile)
    );
    let newer = whole.replace("\"version\": 1", "\"version\": 2");
    assert_eq!(opened(&newer), Err(file::Refused::Newer { version: 2 }));
    let changed = whole.replace("\"sources\": []", "\"sources\": {}");
    assert_eq!(opened(&changed), Err(file::Refused::Malformed));
    let other = whole.replace("\"profile\": null", "\"profile\": \"gone\"");
    assert!(matches!(opened(&other), Err(file::Refused::Profile(_))), "{other}");
    for at in 1..whole.len() {
        assert!(opened(&whole[..at]).is_err(), "{}", &whole[..at]);
    }
}

/// As version 1 was written when there was no other.
#[test]
fn a_file_of_version_1_opens_for_good() {
    let text = r#"{
  "kind": "byoc-readiness-assessment", "version": 1, "saved": "2026-11-24",
  "sources": [{ "name": null, "text": "vCPU: 64" }, { "name": "mail.txt", "text": "License ID: A-1001" }],
  "answers": {
    "license": { "id": null, "coreSize": "80", "validFrom": null, "validUntil": null },
    "stated": { "vpc": { "limit": null, "inUse": null, "available": "2" } },
    "answers": { "zilliz-account": "yes" }, "profile": null,
    "adjustments": { "instances": null, "needs": {}, "existingVpc": false, "vpc": null, "upgradeSurge": false },
    "region": null, "account": null, "licensedInstances": null, "includeIds": false
  }
}"#;
    let file = opened(text).expect("a file");
    assert_eq!(file.saved, "2026-11-24");
    let names: Vec<_> = file.sources.iter().map(|source| source.name.as_deref()).collect();
    assert_eq!(names, [None, Some("mail.txt")]);
    let stated = StatedFields { available: Some("2".to_owned()), ..StatedFields::default() };
    assert_eq!(file.answers.stated, [(ResourceId::Vpc, stated)].into());
    assert_eq!(file.answers.license.core_size.as_deref(), Some("80"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_opens_to_the_same_and_names_nobody(sources in sources(), answers in all_answers()) {
        let readings: Vec<Reading> = sources.iter().map(|text| read(text)).collect();
        if assert_opens_to_the_same(&readings, &answers).is_some() {
            assert_names_nobody(&link_of(&readings, &answers).expect("a link"));
        }
    }

    /// So that who opens it and hands it on again hands on the same.
    #[test]
    fn a_link_of_what_a_link_opened_to_opens_to_the_same(sources in sources(), answers in all_answers()) {
        let readings: Vec<Reading> = sources.iter().map(|text| read(text)).collect();
        if let Some(link) = link_of(&readings, &answers) {
            let (opened, again) = reopened(&link);
            assert_opens_to_the_same(&again, &opened.answers);
        }
    }

    #[test]
    fn nothing_but_a_link_opens(text in "\\PC{0,40}|#?a[0-9]{1,5}=[A-Za-z0-9_-]{0,80}") {
        prop_assert!(open(&text).is_err());
    }

    #[test]
    fn a_damaged_link_is_refused(
        answers in all_answers(),
        at in any::<prop::sample::Index>(),
        length in 0..6_usize,
        instead in "[A-Za-z0-9_=%#. -]{0,6}",
    ) {
        let link = link_of(&[], &answers).expect("a link");
        let from = at.index(link.len());
        let until = (from + length).min(link.len());
        let changed = format!("{}{instead}{}", &link[..from], &link[until..]);
        prop_assume!(changed != link);
        let refused = open(&changed);
        prop_assert!(refused.is_err());
        prop_assert!(!matches!(refused, Err(Refused::Malformed { .. })), "{:?}", refused);
    }

    #[test]
    fn a_file_opens_to_the_same_report(
        texts in sources(),
        answers in all_answers(),
        names in prop::collection::vec(prop::option::of(name()), 4),
        with_ids in any::<bool>(),
    ) {
        let sources: Vec<SourceText> = texts
            .into_iter()
            .zip(names)
            .map(|(text, name)| SourceText { name: name.filter(|_| with_ids), text })
            .collect();
        let text = file_of(&sources, &answers, with_ids);
        let file = opened(&text).expect("a file");
        let kept = Answers { include_ids: answers.include_ids && with_ids, ..answers };
        // What is masked once is told of as masked.
        let masked: Vec<SourceText> = sources
            .iter()
            .map(|source| SourceText { text: read_masked(&source.text).0.into_owned(), ..source.clone() })
            .collect();
        if with_ids {
            prop_assert_eq!(report_bytes(&file.sources, &file.answers), report_bytes(&masked, &kept));
        } else {
            let readings: Vec<Reading> = sources.iter().map(|source| read(&source.text)).collect();
            for account in readings.iter().flat_map(|reading| &reading.accounts) {
                prop_assert!(!text.contains(account), "{} in {}", account, text);
            }
            let facts = readings.iter().flat_map(|reading| &reading.facts);
            let read = facts.filter_map(|fact| match &fact.what {
                What::License { value: LicenseValue::Id(id), .. } => Some(id.as_str()),
                _ => None,
            });
            let licenses = read.chain(kept.license.id.as_deref());
            for license in licenses.filter(|id| id.len() > 8 && LICENSES.contains(id)) {
                prop_assert!(!text.contains(license), "{} in {}", license, text);
            }
            prop_assert!(!text.contains("iam::123456789012:"), "{}", text);
            assert_same_but_for_ids(&sources, &kept, &file);
        }
    }

    #[test]
    fn an_assessment_is_the_same_as_itself(sources in sources(), answers in all_answers()) {
        let readings: Vec<Reading> = sources.iter().map(|text| read(text)).collect();
        let report = report(&readings, &answers, TODAY);
        let download: Json = serde_json::to_value(&report).expect("JSON");
        let earlier = Earlier::open(|| &download).expect("a report");
        prop_assert_eq!(&earlier, &Earlier::from(&report));
        let comparison = compare(&earlier, &report);
        prop_assert!(comparison.is_same() && comparison.caveats.is_empty(), "{:?}", comparison);
        prop_assert_eq!(comparison.open, byoc_readiness::next::steps(&report));
    }
}
