//! Pastes and answers that nobody chose.

use byoc_readiness::report::{Answers, LicenseFields, ResourceId, StatedFields};
use proptest::prelude::*;

/// Quotas of rows and checks, and near misses, by service and code.
pub const QUOTAS: &[(&str, &str)] = &[
    ("ec2", "L-1216C47A"),
    ("ebs", "L-7A658B76"),
    ("ebs", "L-D18FCD1D"),
    ("ec2", "L-0263D0A3"),
    ("vpc", "L-F678F1CE"),
    ("vpc", "L-29B6F2EB"),
    ("elasticloadbalancing", "L-69A177A2"),
    ("elasticloadbalancing", "L-53DA6B97"),
    ("route53", "L-4EA4796A"),
    ("iam", "L-E95E4862"),
    ("iam", "L-FE177D64"),
    ("eks", "L-1194D53C"),
    ("vpc", "L-FE5A380F"),
    ("s3", "L-DC2B2D3D"),
    ("ec2", "L-34B43A08"),
    ("route53", "L-ACB674F3"),
    ("lambda", "L-B99A9384"),
];

/// A quota as Service Quotas prints it.
pub fn limit_json(service: &str, code: &str, account: &str, region: &str, value: &str) -> String {
    format!(
        "{{\n  \"ServiceCode\": \"{service}\",\n  \"QuotaArn\": \"arn:aws:servicequotas:{region}:{account}:{service}/{code}\",\n  \
         \"QuotaCode\": \"{code}\",\n  \"Value\": {value},\n  \"Adjustable\": true\n}}"
    )
}

/// What the collector prints, in the keys that fit any unit.
pub fn use_json(service: &str, code: &str, account: &str, region: &str, used: &str) -> String {
    format!(
        "{{\"use\": \"{service}/{code}\", \"region\": \"{region}\", \"account\": \"{account}\", \
         \"count\": {used}, \"gib\": {used}, \"cores1\": {used}, \"cores2\": 0, \"other\": 0}}"
    )
}

/// A figure, or what stands in its place.
pub fn number() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        4 => (0..2000_u32).prop_map(|number| format!("{number}.0")),
        1 => "-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?",
        1 => prop::sample::select(vec![
            "9.2e18", "1e400", "-1", "null", "true", "\"Unlimited\"", "\"64\"", "\"\"", "[]", "{}",
            "9223372036854775807", "1e", "-", "0.0000000000000000000000001", "NaN", "5.",
        ]).prop_map(str::to_owned),
    ]
}

/// A document, or a part of a paste.
pub fn document() -> impl Strategy<Value = String> {
    let quota = (prop::sample::select(QUOTAS), number(), 0..4_u8, 0..3_u8);
    let one = quota.prop_map(|((service, code), value, account, region)| {
        let account = ["123456789012", "999988887777", "", "12345"][account as usize];
        let region = ["us-west-2", "eu-west-1", ""][region as usize];
        (
            limit_json(service, code, account, region, &value),
            use_json(service, code, account, region, &value),
        )
    });
    let list = prop::collection::vec(one.clone(), 0..4).prop_map(|quotas| {
        let quotas: Vec<String> = quotas.into_iter().map(|(limit, _)| limit).collect();
        format!("{{\"Quotas\": [{}], \"NextToken\": \"abc\"}}", quotas.join(",\n"))
    });
    prop_oneof![
        3 => list,
        1 => one.clone().prop_map(|(limit, _)| format!("{{\"Quota\": {limit}}}")),
        2 => one.prop_map(|(_, used)| used),
        1 => Just("{\"UserId\": \"AIDAEXAMPLE\", \"Account\": \"123456789012\", \"Arn\": \"arn:aws:iam::123456789012:user/jo\"}".to_owned()),
        1 => "License ID: [A-Z0-9-]{1,20}\nCore size: [0-9,.]{1,12}( cores)?\nValid from [0-9/.-]{4,12} to [A-Za-z0-9 ,]{4,20}\n",
        1 => Just("An error occurred (AccessDenied) when calling the ListServiceQuotas operation: no".to_owned()),
        1 => Just("$ aws service-quotas list-service-quotas \\\n  --service-code vpc | cat".to_owned()),
        1 => Just("key AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned()),
        1 => Just("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----".to_owned()),
        1 => "\\PC{0,40}",
    ]
}

/// One thing that happens to a paste.
#[derive(Clone, Debug)]
pub enum Damage {
    CutEnd(f64),
    CutStart(f64),
    Insert(f64, String),
    Remove(f64, usize),
    Repeat,
    Crlf,
    Cr,
    Nest(usize, bool),
    Quote,
}

impl Damage {
    pub fn apply(&self, text: &str) -> String {
        let at = |part: f64| text.floor_char_boundary((text.len() as f64 * part) as usize);
        match self {
            Damage::CutEnd(part) => text[..at(*part)].to_owned(),
            Damage::CutStart(part) => text[at(*part)..].to_owned(),
            Damage::Insert(part, what) => {
                let (head, tail) = text.split_at(at(*part));
                format!("{head}{what}{tail}")
            }
            Damage::Remove(part, count) => {
                let (head, tail) = text.split_at(at(*part));
                format!("{head}{}", tail.chars().skip(*count).collect::<String>())
            }
            Damage::Repeat => format!("{text}{text}"),
            Damage::Crlf => text.replace('\n', "\r\n"),
            Damage::Cr => text.replace('\n', "\r"),
            Damage::Nest(depth, true) => {
                format!("{}{text}{}", "[".repeat(*depth), "]".repeat(*depth))
            }
            Damage::Nest(depth, false) => {
                format!("{}{text}{}", "{\"a\":".repeat(*depth), "}".repeat(*depth))
            }
            Damage::Quote => text.lines().map(|line| format!("> {line}\n")).collect(),
        }
    }
}

/// What happens to a paste on its way.
pub fn damage() -> impl Strategy<Value = Damage> {
    let place = 0.0..1.0_f64;
    let odd = prop_oneof![
        prop::sample::select(vec![
            "\0",
            "\u{1b}[31m",
            "\u{7f}",
            "\u{feff}",
            "é",
            "€",
            "😀",
            "e\u{301}",
            "\u{202e}",
            "•",
            "••••••••••••••••",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n\n",
            "user@host:~$ ",
            "PS C:\\> aws --version\n",
            "-----BEGIN PRIVATE KEY-----",
            "İ",
            "ß",
            "Ⅷ",
            "٣",
            "(END)",
            "License ID: ",
            "2026-02-30",
            "AKIA",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop_oneof![
        1 => place.clone().prop_map(Damage::CutEnd),
        1 => place.clone().prop_map(Damage::CutStart),
        3 => (place.clone(), odd).prop_map(|(at, what)| Damage::Insert(at, what)),
        1 => (place, 1..40_usize).prop_map(|(at, count)| Damage::Remove(at, count)),
        1 => Just(Damage::Repeat),
        1 => Just(Damage::Crlf),
        1 => Just(Damage::Cr),
        1 => (0..200_usize, any::<bool>()).prop_map(|(depth, list)| Damage::Nest(depth, list)),
        1 => Just(Damage::Quote),
    ]
}

/// A paste to which something happened.
pub fn damaged() -> impl Strategy<Value = String> {
    (
        prop::collection::vec(document(), 0..5),
        prop::sample::select(vec!["\n", "", " ", "\r\n", "\n$ aws x\n"]),
        prop::collection::vec(damage(), 0..5),
    )
        .prop_map(|(documents, between, damages)| {
            damages.iter().fold(documents.join(between), |text, damage| damage.apply(&text))
        })
}

/// What a person types into a field.
pub fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?[0-9]{1,25}([.,][0-9]{1,5})?( ?(TB|TiB|GB|GiB|vCPU|MB|B))?",
        "\\PC{0,20}",
        prop::sample::select(vec![
            "",
            " ",
            "unlimited",
            "∞",
            "1,152",
            "1.152",
            "9.2e18",
            "1e400",
            "−5"
        ])
        .prop_map(str::to_owned),
    ]
}

/// Answers of a person, sensible or not.
pub fn answers() -> impl Strategy<Value = Answers> {
    let fields = (prop::option::of(typed()), prop::option::of(typed()), prop::option::of(typed()))
        .prop_map(|(limit, in_use, available)| StatedFields { limit, in_use, available });
    (
        prop::collection::btree_map(prop::sample::select(ResourceId::ALL), fields, 0..4),
        (
            prop::option::of("\\PC{0,30}"),
            prop::option::of(typed()),
            prop::option::of("[0-9/. -]{0,12}"),
            prop::option::of("\\PC{0,20}"),
        ),
        prop::option::of(prop_oneof!["us-west-2|us-east-1|cn-north-1|us-west| ", "\\PC{0,12}"]),
        prop::option::of("123456789012|999988887777|\\PC{0,12}"),
        any::<bool>(),
    )
        .prop_map(
            |(stated, (id, core_size, valid_from, valid_until), region, account, include_ids)| {
                Answers {
                    stated,
                    license: LicenseFields { id, core_size, valid_from, valid_until },
                    region,
                    account,
                    include_ids,
                    ..Answers::default()
                }
            },
        )
}
