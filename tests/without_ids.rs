//! A file without IDs: it names no account and no license, and opens to the same report.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::check;
use byoc_readiness::read::{Reading, decode, parse_iso, read};
use byoc_readiness::report::{
    Answers, LicenseFields, OwnProfile, ProfileChoice, ResourceId, SourceText, StatedFields,
};
use byoc_readiness::share::file::File;
use byoc_readiness::share::{link, open};
use include_dir::{Dir, include_dir};

mod common;
#[path = "common/handed_over.rs"]
mod handed_over;
#[path = "common/written.rs"]
mod written;

use handed_over::{TODAY, assert_opens_to_the_same, essence, facts, reopened, report};

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

const ACCOUNT: &str = "123456789012";
const OTHER: &str = "210987654321";
const LICENSE: &str = "lic-0042-abcd-9f3e";

fn source(name: &str, text: &str) -> SourceText {
    SourceText { name: Some(name.to_owned()), text: text.to_owned() }
}

fn readings(sources: &[SourceText]) -> Vec<Reading> {
    sources.iter().map(|source| read(&source.text)).collect()
}

fn file(sources: &[SourceText], answers: &Answers) -> File {
    let readings = readings(sources);
    let readings: Vec<&Reading> = readings.iter().collect();
    File::of(sources.to_vec(), &readings, answers, false, parse_iso(TODAY).expect("a day"))
}

/// Every twelve digits in a row, that is neither more nor fewer.
fn runs(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 12);
    runs.map(str::to_owned).collect()
}

fn assert_same_report(sources: &[SourceText], answers: &Answers) {
    let file = file(sources, answers);
    let before = readings(sources);
    let after = readings(&file.sources);
    assert_eq!(facts(&before), facts(&after), "{:?}", file.sources);
    let before = essence(&report(&before, answers, TODAY));
    let after = essence(&report(&after, &file.answers, TODAY));
    assert_eq!(before, after, "{:?}", file.sources);
}

/// Wherever an account's number or a license's ID stands, and however it is written.
fn telling() -> Vec<SourceText> {
    let vpcs = format!(
        "{{\"Vpcs\": [{{\"VpcId\": \"vpc-0a1b2c3d\", \"OwnerId\": \"{OTHER}\", \"IsDefault\": false, \"State\": \"available\"}}]}}"
    );
    let gateways = format!(
        "{{\"InternetGateways\": [{{\"InternetGatewayId\": \"igw-0a1b2c3d\", \"OwnerId\": \"{OTHER}\", \"Attachments\": []}}]}}"
    );
    let addresses = format!(
        "{{\"Addresses\": [{{\"PublicIp\": \"52.0.0.1\", \"AllocationId\": \"eipalloc-0a1b2c3d\", \"NetworkInterfaceOwnerId\": \"{OTHER}\", \"PublicIpv4Pool\": \"amazon\"}}]}}"
    );
    let denied = format!(
        "An error occurred (AccessDenied) when calling the ListServiceQuotas operation: User: arn:aws:sts::{ACCOUNT}:assumed-role/jo/jo is not authorized to perform: servicequotas:ListServiceQuotas"
    );
    let prose = format!(
        "[{ACCOUNT}/admin] $ aws sts get-caller-identity\nAccount 1234-5678-9012, or 1234 5678 9012.\nhttps://{ACCOUNT}.signin.aws.amazon.com/console\nhttps://x/?arn=arn%3Aaws%3Aiam%3A%3A{ACCOUNT}%3Aroot&a=%20{ACCOUNT}\n{OTHER}.dkr.ecr.us-west-2.amazonaws.com\n\"owner\": {OTHER}\nOwnerId: {OTHER}\n"
    );
    let mail = format!(
        "Hello {}, your license lic 0042 abcd 9f3e:\nLicense ID: {LICENSE}\nCore size: 80\nValidity period: 2026-11-01 to 2027-11-01\nAttached: Welcome_{}.pdf\n",
        LICENSE.to_uppercase(),
        LICENSE.replace('-', "_"),
    );
    vec![
        source(&format!("acct-{ACCOUNT}.txt"), &vpcs),
        source("1234-5678-9012 gateways.json", &gateways),
        source(&format!("welcome-{}.txt", LICENSE.to_uppercase()), &mail),
        source(&format!("{ACCOUNT}.2026-11-24.json"), &addresses),
        source("denied", &denied),
        source("prose", &prose),
    ]
}

/// What may hold an ID and be typed.
fn typed() -> Answers {
    Answers {
        license: LicenseFields {
            id: Some(LICENSE.to_uppercase()),
            // No day, and named by nothing else.
            valid_from: Some("987654321098".to_owned()),
            ..LicenseFields::default()
        },
        account: Some("1234-5678-9012".to_owned()),
        stated: [(
            ResourceId::Vpc,
            StatedFields { limit: Some(format!("5 of {ACCOUNT}")), ..StatedFields::default() },
        )]
        .into(),
        licensed_instances: Some(vec![format!("arn:aws:iam::{OTHER}:root")]),
        profile: Some(ProfileChoice::Own(Box::new(OwnProfile {
            id: "own".to_owned(),
            title: format!("For {OTHER}"),
            source: "1234 5678 9012".to_owned(),
            regions: vec!["us-west-2".to_owned()],
            needs: [("vpc".to_owned(), "1".to_owned())].into(),
            ..OwnProfile::default()
        }))),
        ..Answers::default()
    }
}

fn assert_names_nobody(text: &str) {
    let small = text.to_ascii_lowercase();
    for name in [ACCOUNT, OTHER, "1234-5678", "1234 5678", "12345678"] {
        assert!(!text.contains(name), "{name} in {text}");
    }
    let bare: String = small.chars().filter(char::is_ascii_alphanumeric).collect();
    for name in ["lic0042", "0042abcd"] {
        assert!(!bare.contains(name), "{name} in {text}");
    }
    for run in runs(text) {
        assert!(run.starts_with("0000000"), "{run} in {text}");
    }
}

#[test]
fn a_file_names_no_account_and_no_license_however_they_are_written() {
    let file = file(&telling(), &typed());
    let text = serde_json::to_string(&file).expect("JSON");
    assert_names_nobody(&text);
    assert!(text.contains("9012") && text.contains("9f3e"), "{text}");
    let stand_in = runs(file.sources[0].name.as_deref().expect("a name"));
    assert_eq!(runs(file.sources[3].name.as_deref().expect("a name")), stand_in);
    assert_eq!(Some(&stand_in[0]), file.answers.account.as_ref());
}

#[test]
fn every_case_opens_to_the_same_report_and_names_no_account() {
    for (name, input) in written::of_cases() {
        if check(&input.answers, &input.today).is_err() {
            continue;
        }
        println!("{name}");
        // Whole IDs are in no file without them.
        let answers = Answers { include_ids: false, ..input.answers };
        assert_same_report(&input.sources, &answers);
        let text = serde_json::to_string(&file(&input.sources, &answers)).expect("JSON");
        let text = text.replace("\\r", "").replace("\\n", "");
        for account in readings(&input.sources).iter().flat_map(|reading| &reading.accounts) {
            let is_figure = text.contains(&format!("Value\\\": {account}"));
            assert!(!text.contains(account) || is_figure, "{account} in {text}");
        }
    }
}

#[test]
fn a_link_names_no_account_and_no_license_however_they_are_written() {
    let sources = telling();
    let readings = readings(&sources);
    let readings: Vec<&Reading> = readings.iter().collect();
    let link = link(&readings, &typed(), parse_iso(TODAY).expect("a day")).expect("a link");
    let opened = open(&link).expect("a link");
    assert_names_nobody(&format!("{:?}", (opened.texts, opened.answers)));
}

#[test]
fn the_telling_sources_open_to_the_same_report() {
    let sources = telling();
    assert_same_report(&sources, &Answers::default());
    for source in sources {
        assert_same_report(&[source], &Answers::default());
    }
}

#[test]
fn every_sample_opens_to_the_same_report_and_names_no_account() {
    let mut count = 0;
    for file in FIXTURES.files() {
        let Ok(text) = decode(file.contents()) else { continue };
        let source = source(&file.path().display().to_string(), &text);
        let saved = self::file(std::slice::from_ref(&source), &Answers::default());
        assert!(!saved.sources[0].text.contains(ACCOUNT), "{:?}", source.name);
        assert_same_report(&[source], &Answers::default());
        count += 1;
    }
    assert!(count > 250, "{count}");
}

/// A value of twelve digits stays one, also where the account has the same number.
#[test]
fn a_figure_of_twelve_digits_stays() {
    let quota = |value: &str| {
        format!(
            "{{\"QuotaArn\": \"arn:aws:servicequotas:us-west-2:{ACCOUNT}:vpc/L-F678F1CE\", \"Value\": {value}}}"
        )
    };
    for value in [ACCOUNT, OTHER, "123456789012.0"] {
        let sources = [source("a", &quota(value))];
        let file = file(&sources, &Answers::default());
        assert!(file.sources[0].text.contains(&format!("\"Value\": {value}")));
        assert!(!file.sources[0].text.contains(&format!(":{ACCOUNT}:")));
        assert_same_report(&sources, &Answers::default());
    }
    let csv = format!(
        "Service,Quota name,Quota code,Applied quota value\nvpc,VPCs per Region,L-F678F1CE,{OTHER}\n"
    );
    assert_same_report(&[source("b.csv", &csv)], &Answers::default());
    let limit = |text: &str| Answers {
        stated: [(
            ResourceId::Vpc,
            StatedFields { limit: Some(text.to_owned()), ..StatedFields::default() },
        )]
        .into(),
        ..Answers::default()
    };
    for typed in [OTHER, "549755813888 B"] {
        assert_same_report(&[], &limit(typed));
        assert_opens_to_the_same(&[], &limit(typed)).expect("a link");
    }
    let answers = limit(OTHER);
    let opened =
        reopened(&link(&[], &answers, parse_iso(TODAY).expect("a day")).expect("a link")).0;
    assert_eq!(opened.answers.stated, answers.stated);
}
