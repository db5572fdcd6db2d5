//! Masking: what is left of a text, and that nothing of a credential is left in it or in a report.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::assess;
use byoc_readiness::read::secrets::{MASK, find, mask, masked};
use byoc_readiness::read::{parse_iso, read, read_masked};
use byoc_readiness::report::{
    Adjustments, Answers, Input, InstanceCount, LicenseFields, OwnProfile, OwnType, ProfileChoice,
    ResourceId, SourceText, StatedFields,
};
use byoc_readiness::share::file::{self, File};
use byoc_readiness::share::{link, open};
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

/// What a person types or pastes, and the credentials in it: with a label and without one, quoted,
/// wrapped, in another language.
fn forms() -> Vec<(String, Vec<String>)> {
    let (key, other) = (SECRET, "kR7dQ2xLw9/ZpT4mVb8Ys+NcH1gFuJ6eXaK3oWqD");
    let wrapped = |text: &str, columns: usize, margin: &str| {
        let lines: Vec<&str> = text
            .as_bytes()
            .chunks(columns)
            .map(|line| std::str::from_utf8(line).expect("ASCII"))
            .collect();
        format!("{margin}{}", lines.join(&format!("\n{margin}")))
    };
    let mut forms = vec![(KEY_ID.to_owned(), vec![KEY_ID]), (TOKEN.to_owned(), vec![TOKEN])];
    forms.push((format!("AWS_SESSION_TOKEN={TOKEN}"), vec![TOKEN]));
    for margin in ["", "> ", "    "] {
        for columns in [60, 64, 72, 76, 80, 100] {
            forms.push((wrapped(TOKEN, columns, margin), vec![TOKEN]));
        }
    }
    for secret in [key, other] {
        for text in [
            secret.to_owned(),
            format!(" {secret}\n"),
            format!("\"{secret}\""),
            format!("'{secret}',"),
            format!("`{secret}`"),
            format!("> {secret}"),
            format!("secret: {secret}"),
            format!("Secret = \"{secret}\""),
            format!("密钥：{secret}"),
            format!("密鑰: {secret}"),
            format!("シークレットアクセスキー：{secret}"),
            format!("<td>Secret access key</td><td>{secret}</td>"),
            format!("User name,Secret access key\njordan,{secret}"),
            format!("aws_secret_access_key = {}\n{}", &secret[..11], &secret[11..]),
            format!("aws_secret_access_key = {}\n{}", &secret[..31], &secret[31..]),
            format!("> SecretAccessKey: {}\n> {}", &secret[..20], &secret[20..]),
            format!("{{\"text\": \"a\\n{secret}\\nb\"}}"),
        ] {
            forms.push((text, vec![secret]));
        }
        forms.push((format!("{KEY_ID} {secret}"), vec![KEY_ID, secret]));
    }
    let owned = |secrets: Vec<&str>| secrets.into_iter().map(str::to_owned).collect();
    forms.into_iter().map(|(text, secrets)| (text, owned(secrets))).collect()
}

/// Answers in which every text that there is was typed.
fn full_answers() -> Answers {
    let text = || Some("1".to_owned());
    let fields = || StatedFields { limit: text(), in_use: text(), available: text() };
    let own = OwnProfile {
        id: "own".to_owned(),
        title: "Our own".to_owned(),
        source: "us".to_owned(),
        source_date: Some("2026-11-24".to_owned()),
        regions: vec!["us-west-2".to_owned()],
        instances: vec![OwnType {
            name: "m6i.xlarge".to_owned(),
            count: 1,
            vcpu: None,
            memory_gib: None,
        }],
        needs: [("vpc".to_owned(), "1".to_owned())].into(),
        policies: None,
        roles: None,
    };
    Answers {
        license: LicenseFields {
            id: text(),
            core_size: text(),
            valid_from: text(),
            valid_until: text(),
        },
        stated: ResourceId::ALL.iter().map(|id| (*id, fields())).collect(),
        profile: Some(ProfileChoice::Own(Box::new(own))),
        adjustments: Adjustments {
            instances: Some(vec![InstanceCount { name: "m6i.xlarge".to_owned(), count: 1 }]),
            needs: [(ResourceId::Vpc, "2".to_owned())].into(),
            existing_vpc: true,
            vpc: text(),
            upgrade_surge: true,
        },
        region: Some("us-west-2".to_owned()),
        account: text(),
        licensed_instances: Some(vec!["m6i.xlarge".to_owned()]),
        include_ids: true,
        ..Answers::default()
    }
}

fn saved_and_linked(sources: &[SourceText], answers: &Answers) -> String {
    let readings: Vec<_> = sources.iter().map(|source| read(&source.text)).collect();
    let readings: Vec<_> = readings.iter().collect();
    let today = parse_iso("2026-11-24").expect("a day");
    let mut out = String::new();
    for with_ids in [false, true] {
        let file = File::of(sources.to_vec(), &readings, answers, with_ids, today);
        out += &serde_json::to_string(&file).expect("JSON");
    }
    if let Ok(link) = link(&readings, answers, today) {
        out += &format!("{:?}", open(&link).map(|opened| (opened.texts, opened.answers)));
    }
    out
}

/// Whatever is typed wherever: not in the report, nor in a file or link.
#[test]
fn every_form_of_a_secret_is_masked_in_every_typed_field() {
    let count = full_answers().texts().count();
    assert!(count > 40, "{count}");
    for (form, secrets) in forms() {
        for field in 0..count {
            let mut answers = full_answers();
            *answers.texts().nth(field).expect("a field") = form.clone();
            let input = Input { sources: Vec::new(), answers, today: "2026-11-24".to_owned() };
            let report = match assess(&input) {
                Ok(report) => serde_json::to_string(&report).expect("JSON"),
                Err(wrong) => wrong.to_string(),
            };
            let everything = report + &saved_and_linked(&[], &input.answers);
            for secret in &secrets {
                assert_gone(secret, &everything.replace("\\n", "\n"));
            }
        }
    }
}

/// The same of what is pasted, of a file's name, and of a file that somebody else made.
#[test]
fn every_form_of_a_secret_is_masked_in_every_source() {
    for (form, secrets) in forms() {
        let source = SourceText { name: Some(form.clone()), text: form.clone() };
        let input = Input {
            sources: vec![source.clone()],
            answers: with_ids(),
            today: "2026-11-24".to_owned(),
        };
        let (text, _) = read_masked(&form);
        let twice = read_masked(&text).0.into_owned();
        assert_eq!(twice, text, "{form:?}");
        let report = serde_json::to_string(&assess(&input).expect("a report")).expect("JSON");
        let saved = saved_and_linked(&[source], &Answers::default());
        let mut made = serde_json::json!({
            "kind": "byoc-readiness-assessment", "version": 1, "saved": "2026-11-24", "sources": [],
        });
        made["sources"] = serde_json::json!([{ "name": form, "text": form }]);
        made["answers"] = serde_json::to_value(Answers {
            license: LicenseFields { id: Some(form.clone()), ..LicenseFields::default() },
            ..Answers::default()
        })
        .expect("JSON");
        let opened = file::open(|| &made).expect("a file");
        let opened = serde_json::to_string(&opened).expect("JSON");
        for secret in &secrets {
            assert_gone(secret, &text);
            for everything in [&report, &saved, &opened] {
                assert_gone(secret, &everything.replace("\\n", "\n"));
            }
        }
    }
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

/// Whether what stands on the next line may be the rest of a token that a mail has wrapped: it begins
/// with signs of Base64, which are no word before a blank.
fn may_go_on(behind: &str) -> bool {
    let is_base64 = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '/' | '=');
    let line = behind.trim_start();
    let rest = line.trim_start_matches(is_base64);
    let is_word = rest.starts_with(' ') && !rest.trim().is_empty();
    rest.len() < line.len() && !is_word
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

    /// One key in a thousand has no digit or looks like a name.
    #[test]
    fn a_key_that_was_drawn_by_lot_is_masked_alone(keys in prop::collection::vec("[A-Za-z0-9/+]{40}", 1000)) {
        let left = keys.iter().filter(|key| mask(key).is_none()).count();
        prop_assert!(left < 10, "{} of 1000", left);
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
        prop_assume!(!may_go_on(&behind));
        let start = before.len() + label.len();
        let body = body_of(&secret);
        let expected: Vec<_> = std::iter::once(start + body.start..start + body.end).collect();
        let found: Vec<_> = find(&text).into_iter().map(|secret| secret.range).collect();
        prop_assert_eq!(found, expected);
    }
}
