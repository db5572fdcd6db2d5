//! Masking: what is left of a text, and that nothing of a credential is left in it or in a report.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::assess;
use byoc_readiness::read::secrets::{MASK, find, mask, masked};
use byoc_readiness::report::{Answers, Input, LicenseFields, ResourceId, SourceText, StatedFields};
use proptest::prelude::*;

const KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const TOKEN: &str = "IQoJb3JpZ2luX2VjEOr//////////wEaCXVzLWVhc3QtMSJHMEUCIQDyEXAMPLEEXAMPLEEXAMPLE2w7cQIgEXAMPLEabcDEF0123456789ghiJKL";
const PEM: &str = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\r\nabcd\n-----END PRIVATE KEY-----";

/// What is secret of a credential: of a private key not its header and footer.
fn body_of(credential: &str) -> std::ops::Range<usize> {
    match (credential.find("KEY-----"), credential.find("-----END")) {
        (Some(header), Some(footer)) => header + "KEY-----".len()..footer,
        _ => 0..credential.len(),
    }
}

/// Length in characters, lines, and every character outside the masks are as before.
fn assert_only_masked(text: &str, after: &str) {
    assert_eq!(after.chars().count(), text.chars().count(), "length of {text:?}");
    for (before, after) in text.chars().zip(after.chars()) {
        assert!(before == after || (after == MASK && !matches!(before, '\n' | '\r')), "{text:?}");
    }
    assert_eq!(after.lines().count(), text.lines().count(), "lines of {text:?}");
}

/// No run of eight characters of `credential` is in `text`. What a PEM block begins and ends
/// with is no secret; and shorter lines are found in any text.
fn assert_gone(credential: &str, text: &str) {
    for line in credential.lines().filter(|line| !line.starts_with("-----")) {
        let chars: Vec<char> = line.chars().collect();
        for window in chars.windows(8) {
            let piece: String = window.iter().collect();
            if let Some(at) = text.find(&piece) {
                let around = &text[text.floor_char_boundary(at.saturating_sub(60))
                    ..text.ceil_char_boundary(at + 60)];
                panic!("{piece:?} of {credential:?} is left: {around:?}");
            }
        }
    }
}

fn report_of(text: &str, answers: Answers) -> String {
    let sources = vec![SourceText { name: None, text: text.to_owned() }];
    let input = Input { sources, answers, today: "2026-11-24".to_owned() };
    serde_json::to_string(&assess(&input).expect("a report")).expect("JSON")
}

fn with_ids() -> Answers {
    Answers { include_ids: true, ..Answers::default() }
}

/// Text before and after a credential, and the credential: only it is masked.
const MASKED: &[(&str, &str, &str)] = &[
    ("", KEY_ID, ""),
    ("é “", KEY_ID, "” ü\n"),
    ("key=", KEY_ID, ";"),
    ("\t", KEY_ID, "\t"),
    ("Credential=", KEY_ID, "/20261124/us-west-2/servicequotas/aws4_request"),
    ("s3://", KEY_ID, "@bucket"),
    ("arn:aws:iam::123456789012:access-key/", KEY_ID, ""),
    ("aws_secret_access_key = ", SECRET, "\nregion = us-west-2"),
    ("aws_secret_access_key=\"", SECRET, "\""),
    ("AWS_SECRET_KEY: ", SECRET, ""),
    ("Secret-Access-Key:", SECRET, "\r\n"),
    ("\"SecretAccessKey\" : \"", SECRET, "\","),
    ("AWS Secret Access Key [None]: ", SECRET, "\n"),
    ("AWS Secret Access Key [****************EKEY]: ", SECRET, "\n"),
    ("Secret access key (shown once): ", SECRET, "\n"),
    ("AWS_SESSION_TOKEN=", TOKEN, "==\n"),
    ("sessionToken: '", TOKEN, "'"),
    ("x-amz-security-token: ", TOKEN, ""),
    ("nothing before it ", TOKEN, "="),
    ("key:\n", PEM, "\nbehind"),
    ("> ", PEM, "\n{\"a\": 1}"),
];

#[test]
fn a_credential_is_masked_and_nothing_else() {
    let mut wrong = Vec::new();
    for (before, credential, behind) in MASKED {
        let text = format!("{before}{credential}{behind}");
        let body = body_of(credential);
        let hide = |c| if matches!(c, '\n' | '\r') { c } else { MASK };
        let hidden: String = credential[body.clone()].chars().map(hide).collect();
        let (header, footer) = (&credential[..body.start], &credential[body.end..]);
        let expected = format!("{before}{header}{hidden}{footer}{behind}");
        let after = masked(&text);
        if after != expected {
            wrong.push(format!("{text:?}\n  gave {after:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_secret_key_beside_its_id_is_masked_on_either_side() {
    for text in [
        format!("{KEY_ID} {SECRET}"),
        format!("{KEY_ID},{SECRET}\n"),
        format!("{KEY_ID}:{SECRET}"),
        format!("{KEY_ID}\n{SECRET}"),
        format!("[\"{KEY_ID}\", \"{SECRET}\"]"),
        format!("{SECRET}\t{KEY_ID}"),
    ] {
        let after = masked(&text);
        assert_only_masked(&text, &after);
        assert_gone(KEY_ID, &after);
        assert_gone(SECRET, &after);
    }
}

#[test]
fn a_session_token_that_a_terminal_wrapped_is_masked_to_its_end() {
    let (first, rest) = TOKEN.split_at(80);
    for line_end in ["\n", "\r\n"] {
        let text = format!("AWS_SESSION_TOKEN={first}{line_end}{rest}{line_end}region = us-west-2");
        let after = masked(&text);
        assert_gone(TOKEN, &after);
        assert!(after.ends_with("region = us-west-2"));
    }
}

#[test]
fn a_private_key_on_one_line_hides_nothing_behind_it() {
    let pem = PEM.replace("\r\n", "\\n").replace('\n', "\\n");
    let text =
        format!("{{\"KeyMaterial\": \"{pem}\",\n \"KeyName\": \"deploy\"}}\n{{\"Quotas\": []}}");
    let after = masked(&text);
    assert_gone("MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", &after);
    assert!(after.ends_with("\"KeyName\": \"deploy\"}\n{\"Quotas\": []}"), "{after}");
}

#[test]
fn a_mask_does_not_make_a_secret_of_its_neighbour() {
    let text = "secretkey:AAAAAAAAAAAAAAAA BBBBBBBBBBBBBBBB";
    let once = masked(text);
    assert_eq!(once, "secretkey:•••••••••••••••• BBBBBBBBBBBBBBBB");
    assert_eq!(masked(&once), once);
}

#[test]
fn a_text_without_credentials_is_left_alone() {
    for text in ["", "\u{feff}", "•••• ••••••••1234", "AKIA", "-----BEGIN CERTIFICATE-----\nMIIC\n"]
    {
        assert_eq!(mask(text), None, "{text:?}");
        assert_eq!(find(text), [], "{text:?}");
    }
}

/// The contract: no credential is ever in a report. A person types as well as pastes.
#[test]
fn a_typed_credential_is_in_no_report() {
    let text = |value: &str| Some(value.to_owned());
    let stated = |fields: StatedFields| Answers {
        stated: [(ResourceId::Vcpu, fields)].into(),
        ..Answers::default()
    };
    let license = |license: LicenseFields| Answers { license, ..Answers::default() };
    let cases: Vec<(&str, Answers)> = vec![
        ("stated.limit", stated(StatedFields { limit: text(KEY_ID), ..Default::default() })),
        ("stated.inUse", stated(StatedFields { in_use: text(KEY_ID), ..Default::default() })),
        (
            "stated.available",
            stated(StatedFields { available: text(KEY_ID), ..Default::default() }),
        ),
        ("license.id", license(LicenseFields { id: text(KEY_ID), ..Default::default() })),
        (
            "license.coreSize",
            license(LicenseFields { core_size: text(KEY_ID), ..Default::default() }),
        ),
        (
            "license.validFrom",
            license(LicenseFields { valid_from: text(KEY_ID), ..Default::default() }),
        ),
        (
            "license.validUntil",
            license(LicenseFields { valid_until: text(KEY_ID), ..Default::default() }),
        ),
        ("region", Answers { region: text(KEY_ID), ..Answers::default() }),
        ("account", Answers { account: text(KEY_ID), ..Answers::default() }),
        (
            "licensedInstances",
            Answers {
                licensed_instances: Some(vec![KEY_ID.to_owned()]),
                license: LicenseFields { core_size: text("80"), ..Default::default() },
                ..Answers::default()
            },
        ),
    ];
    let mut leaks = Vec::new();
    for (field, answers) in cases {
        let answers = Answers { include_ids: true, ..answers };
        if report_of("", answers).contains(KEY_ID) {
            leaks.push(field);
        }
    }
    let input = Input {
        sources: vec![SourceText { name: text(KEY_ID), text: String::new() }],
        answers: Answers::default(),
        today: "2026-11-24".to_owned(),
    };
    if serde_json::to_string(&assess(&input).expect("a report")).expect("JSON").contains(KEY_ID) {
        leaks.push("sources.name");
    }
    assert!(leaks.is_empty(), "a credential typed here is in the report: {leaks:?}");
}

/// A credential, with the label or neighbour that makes it known before it.
fn credential() -> impl Strategy<Value = (String, String)> {
    let key_id = "(AKIA|ASIA)[A-Z0-9]{16}";
    let secret = "[A-Z][a-z][A-Za-z0-9/+]{38}";
    let token = "(IQoJ|FwoG|FQoG)[A-Za-z0-9/+]{100,160}";
    prop_oneof![
        (Just(String::new()), key_id),
        (secret_label(), secret),
        (token_label(), token),
        (Just(String::new()), token),
        (Just(String::new()), pem()),
    ]
}

fn secret_label() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "aws_secret_access_key = ",
        "AWS_SECRET_ACCESS_KEY=",
        "\"SecretAccessKey\": \"",
        "secretAccessKey: ",
        "Secret access key\n",
        "secret_key=\"",
    ])
    .prop_map(str::to_owned)
}

fn token_label() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "aws_session_token = ",
        "\"SessionToken\": \"",
        "AWS_SECURITY_TOKEN=",
    ])
    .prop_map(str::to_owned)
}

fn pem() -> impl Strategy<Value = String> {
    ("(RSA |EC |OPENSSH |)", prop::collection::vec("[A-Za-z0-9/+]{1,64}", 1..6), "(\n|\r\n)")
        .prop_map(|(kind, lines, end)| {
            let body = lines.join(&end);
            format!(
                "-----BEGIN {kind}PRIVATE KEY-----{end}{body}{end}-----END {kind}PRIVATE KEY-----"
            )
        })
}

/// Text that may stand beside a credential: JSON, an email, a terminal, anything; it never ends
/// or begins in a letter or digit.
fn surroundings() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\n".to_owned()),
        Just("\n{\"Quotas\": []}\n".to_owned()),
        Just("\r\nLicense ID: BYOC-1\r\nExpires on: 2027-01-01\r\n".to_owned()),
        Just("\n$ aws sts get-caller-identity\n".to_owned()),
        Just("\n\"Value\": 5.0, ".to_owned()),
        "[ \n]\\PC{0,40}[ \n]",
        "[\n][a-zé€😀•{}\\[\\]:,\" ]{0,40}[\n]",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn masking_keeps_length_and_lines(text in any::<String>()) {
        assert_only_masked(&text, &masked(&text));
    }

    #[test]
    fn masking_twice_changes_nothing(
        parts in prop::collection::vec((surroundings(), credential()), 0..4),
        last in surroundings(),
    ) {
        let text: String =
            parts.iter().map(|(around, (label, secret))| format!("{around}{label}{secret}")).collect::<String>() + &last;
        let once = masked(&text).into_owned();
        assert_only_masked(&text, &once);
        prop_assert_eq!(mask(&once), None);
        prop_assert_eq!(masked(&once), once.as_str());
    }

    #[test]
    fn nothing_of_a_credential_is_left_in_the_text_or_the_report(
        parts in prop::collection::vec((surroundings(), credential()), 1..4),
        last in surroundings(),
    ) {
        let text: String =
            parts.iter().map(|(around, (label, secret))| format!("{around}{label}{secret}")).collect::<String>() + &last;
        let after = masked(&text).into_owned();
        let report = report_of(&text, with_ids());
        for (_, (_, secret)) in &parts {
            assert_gone(secret, &after);
            assert_gone(secret, &report);
        }
        prop_assert!(report.contains("\"credential\""), "no warning about {:?}", text);
    }

    #[test]
    fn what_surrounds_a_credential_is_kept(before in surroundings(), (label, secret) in credential(), behind in surroundings()) {
        let text = format!("{before}{label}{secret}{behind}");
        // What the generator itself drew as a mask or a credential is not what is looked at.
        prop_assume!(find(&before).is_empty() && find(&behind).is_empty());
        let start = before.len() + label.len();
        let body = body_of(&secret);
        let expected: Vec<_> = std::iter::once(start + body.start..start + body.end).collect();
        let found: Vec<_> = find(&text).into_iter().map(|secret| secret.range).collect();
        prop_assert_eq!(found, expected);
    }
}
