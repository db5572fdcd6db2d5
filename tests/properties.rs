//! What holds for every input.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::assess;
use byoc_readiness::report::{
    Answers, CheckId, Input, Report, ResourceId, SourceText, StatedFields, Status,
};
use proptest::prelude::*;
use serde_json::Value as Json;

#[path = "common/pastes.rs"]
mod pastes;
#[path = "common/sound.rs"]
mod sound;

use pastes::{QUOTAS, answers, damaged, limit_json, use_json};
use sound::exact;

const TODAY: &str = "2026-11-24";

fn run(texts: &[String], answers: &Answers) -> Report {
    let source = |text: &String| SourceText { name: None, text: text.clone() };
    let sources = texts.iter().map(source).collect();
    assess(&Input { sources, answers: answers.clone(), today: TODAY.to_owned() }).expect("a report")
}

fn bytes(report: &Report) -> String {
    serde_json::to_string(report).expect("JSON")
}

/// Everything that must hold of any report on `texts` against the document's minimum config.
fn assert_sound(report: &Report, texts: &[String]) {
    assert_eq!(report.resources.iter().map(|row| row.id).collect::<Vec<_>>(), ResourceId::ALL);
    assert_eq!(report.checks.iter().map(|check| check.id).collect::<Vec<_>>(), CheckId::ALL);
    sound::assert_sound(report, texts);
}

/// A little of everything that is read, with a multi-byte character in it.
fn a_bit_of_everything() -> String {
    format!(
        "PS> aws…\n{{\"Quotas\": [{}]}}\r\n{}\nLicense ID: Ä-1\nValid from 2026-01-01 – 31 May 2027\nAn error occurred (X) when calling the Y operation\nAKIAIOSFODNN7EXAMPLE ",
        limit_json("vpc", "L-F678F1CE", "123456789012", "us-west-2", "5.0"),
        use_json("vpc", "L-F678F1CE", "123456789012", "us-west-2", "3"),
    )
}

#[test]
fn a_text_cut_or_split_at_any_character_is_read() {
    let whole = a_bit_of_everything();
    let answers = Answers::default();
    for at in (0..=whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        let (head, tail) = whole.split_at(at);
        let mut texts = vec![head.to_owned(), tail.to_owned()];
        for odd in ["\0", "\u{1b}[0m", "é", "€", "😀", "•", "\r", "\"", "\\", "\u{feff}"] {
            texts.push(format!("{head}{odd}{tail}"));
        }
        for text in texts {
            let texts = [text];
            assert_sound(&run(&texts, &answers), &texts);
        }
    }
}

#[test]
fn hostile_sizes_are_read() {
    for text in [
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
        "[{\"Quotas\":".repeat(20_000),
        "{\"Quotas\": [".to_owned() + &"{},".repeat(50_000),
        "\"".repeat(100_000),
        "\n".repeat(100_000) + "x",
        "License ID: ".repeat(10_000),
        "License ID  Core size\n".repeat(10_000),
        "核数有效期".repeat(10_000),
        "<style>&#<td ".repeat(10_000),
        "1/2/2026 ".repeat(10_000),
        "•".repeat(50_000),
        "$ aws ".repeat(20_000),
        format!(
            "{{\"Quota\": {{\"QuotaCode\": \"L-F678F1CE\", \"Value\": {}}}}}",
            "9".repeat(50_000)
        ),
        format!("License ID: {}", "x1".repeat(50_000)),
        "-----BEGIN PRIVATE KEY-----\n".repeat(2_000),
    ] {
        let texts = [text];
        assert_sound(&run(&texts, &Answers::default()), &texts);
    }
}

// ---- Figures whose outcome can be said beforehand.

type QuotaOf = Option<(&'static str, &'static str)>;

/// Row, quota, and the unit in which the row is typed; no quota for the rows that none governs.
const ROWS: &[(ResourceId, QuotaOf, &str)] = &[
    (ResourceId::Vcpu, Some(("ec2", "L-1216C47A")), ""),
    (ResourceId::Memory, None, " GiB"),
    (ResourceId::ObjectStorage, None, " TB"),
    (ResourceId::BlockStorage, Some(("ebs", "L-7A658B76")), " GB"),
    (ResourceId::PublicIp, Some(("ec2", "L-0263D0A3")), ""),
    (ResourceId::Vpc, Some(("vpc", "L-F678F1CE")), ""),
    (ResourceId::PrivateLink, Some(("vpc", "L-29B6F2EB")), ""),
    (ResourceId::LoadBalancer, Some(("elasticloadbalancing", "L-69A177A2")), ""),
    (ResourceId::DnsZone, Some(("route53", "L-4EA4796A")), ""),
];

/// What is said of one row. Whole numbers, and for storage thousandths: of TiB where exported,
/// of the row's unit where typed.
#[derive(Clone, Debug)]
struct Figures {
    limit: Option<u32>,
    in_use: Option<u32>,
    available: Option<u32>,
    limit_typed: bool,
    use_typed: bool,
    incomplete: bool,
}

fn figures() -> impl Strategy<Value = Vec<Figures>> {
    let of_row = |index: usize| {
        let most: u32 = match ROWS[index].0 {
            ResourceId::Vcpu => 200,
            ResourceId::Memory | ResourceId::BlockStorage => 1_200_000,
            ResourceId::ObjectStorage => 3000,
            _ => 5,
        };
        (
            prop::option::weighted(0.8, 0..most),
            prop::option::weighted(0.7, 0..most),
            prop::option::weighted(0.2, 0..most),
            any::<bool>(),
            any::<bool>(),
            prop::bool::weighted(0.2),
        )
            .prop_map(|(limit, in_use, available, limit_typed, use_typed, incomplete)| {
                Figures { limit, in_use, available, limit_typed, use_typed, incomplete }
            })
    };
    (0..ROWS.len()).map(of_row).collect::<Vec<_>>()
}

/// The same figures as sources and typed fields.
fn input_of(figures: &[Figures]) -> (Vec<String>, Answers) {
    let (mut texts, mut answers) = (Vec::new(), Answers::default());
    for (figures, (id, quota, unit)) in figures.iter().zip(ROWS) {
        // Four decimals: three could be thousands.
        let written = |number: u32| match unit.is_empty() {
            true => number.to_string(),
            false => format!("{}.{:03}0{unit}", number / 1000, number % 1000),
        };
        let exported = |number: u32| match unit.is_empty() {
            true => format!("{number}.0"),
            false => format!("{}.{:03}", number / 1_000_000, number / 1000 % 1000),
        };
        let mut stated =
            StatedFields { available: figures.available.map(written), ..Default::default() };
        match quota {
            Some((service, code)) if !figures.limit_typed => {
                texts.extend(figures.limit.map(|limit| {
                    limit_json(service, code, "123456789012", "us-west-2", &exported(limit))
                }))
            }
            _ => stated.limit = figures.limit.map(written),
        }
        match quota {
            Some((service, code)) if !figures.use_typed => {
                texts.extend(figures.in_use.map(|used| {
                    let used = if unit.is_empty() {
                        used.to_string()
                    } else {
                        format!("{}.{:03}", used / 1000, used % 1000)
                    };
                    let other = if figures.incomplete { "\"other\": 3" } else { "\"other\": 0" };
                    use_json(service, code, "123456789012", "us-west-2", &used)
                        .replace("\"other\": 0", other)
                }))
            }
            _ => stated.in_use = figures.in_use.map(written),
        }
        answers.stated.insert(*id, stated);
    }
    (texts, answers)
}

fn unit_size(unit: &str) -> i128 {
    match unit {
        "TiB" => 1 << 40,
        "GB" => 1_000_000_000,
        "vCPU" | "count" => 1,
        unit => panic!("no quota is counted in {unit}"),
    }
}

// ---- Sources in another order.

/// A source about one quota alone, or about something that no other source is about.
fn sources_about_distinct_things() -> impl Strategy<Value = Vec<(String, String)>> {
    let one = |index: usize| {
        let (service, code) = QUOTAS[index];
        (0..3_u8, 1..100_u32, 0..100_u32, 0..2_usize, 0..3_usize).prop_map(
            move |(kind, limit, used, account, region)| {
                let account = ["123456789012", "999988887777"][account];
                let region = ["us-west-2", "us-west-2", "eu-west-1"][region];
                let limit = limit_json(service, code, account, region, &limit.to_string());
                let used = use_json(service, code, account, region, &used.to_string());
                let text = match kind {
                    0 => limit,
                    1 => format!("\n{limit}\n{used}"),
                    _ => format!("$ aws\n{used}"),
                };
                (format!("{service} {code}"), text)
            },
        )
    };
    let quotas = (0..QUOTAS.len()).map(one).collect::<Vec<_>>();
    let rest = vec![
        (
            "email".to_owned(),
            "Hello\nLicense ID: BYOC-1\nCore size: 80\nExpires on: 2027-11-23\n".to_owned(),
        ),
        (
            "identity".to_owned(),
            "{\"UserId\": \"AIDAEXAMPLE\", \"Account\": \"123456789012\"}".to_owned(),
        ),
        ("nothing".to_owned(), String::new()),
        ("key".to_owned(), "AKIAIOSFODNN7EXAMPLE".to_owned()),
        ("text".to_owned(), "what is this".to_owned()),
    ];
    (quotas, 0..10_usize).prop_map(move |(quotas, skip)| {
        let some = quotas.into_iter().enumerate().filter(|(index, _)| (index + skip) % 3 != 0);
        some.map(|(_, source)| source).chain(rest.clone()).collect()
    })
}

/// The report with sources by name in place of index, so that orders can be compared.
fn by_name(sources: &[(String, String)], answers: &Answers) -> Json {
    let source = |(name, text): &(String, String)| SourceText {
        name: Some(name.clone()),
        text: text.clone(),
    };
    let input = Input {
        sources: sources.iter().map(source).collect(),
        answers: answers.clone(),
        today: TODAY.to_owned(),
    };
    let mut report = serde_json::to_value(assess(&input).expect("a report")).expect("JSON");
    rename(&mut report, sources);
    let list = report["sources"].as_array_mut().expect("a list");
    list.sort_by_key(|source| source["name"].to_string());
    report
}

fn rename(value: &mut Json, sources: &[(String, String)]) {
    match value {
        Json::Object(fields) => {
            for (key, value) in fields {
                match value.as_u64().filter(|_| key == "source") {
                    Some(index) => *value = sources[index as usize].0.clone().into(),
                    None => rename(value, sources),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| rename(item, sources)),
        _ => {}
    }
}

/// 5,000,000,000 vCPU are free, of which 80 are needed.
#[test]
fn a_large_number_in_a_reason_is_whole() {
    let fields = StatedFields { available: Some("5000000000".to_owned()), ..Default::default() };
    let answers = Answers { stated: [(ResourceId::Vcpu, fields)].into(), ..Answers::default() };
    let report = serde_json::to_value(run(&[], &answers)).expect("JSON");
    let checks = report["checks"].as_array().expect("a list");
    let surge = checks.iter().find(|check| check["id"] == "upgrade-surge").expect("the check");
    assert_eq!(surge["reason"]["params"]["left"], 4_999_999_920_i64);
}

/// Near misses and credentials are told of in a notice each; the contract's "every list is in a
/// fixed order" holds for them as well.
#[test]
fn notices_stand_in_the_same_order_whatever_the_order_of_the_sources() {
    let near = |service, code| limit_json(service, code, "123456789012", "us-west-2", "50.0");
    let pairs = [
        (near("ebs", "L-59C8FC87"), near("ebs", "L-D18FCD1D")),
        (near("ebs", "L-59C8FC87"), near("deadline", "L-711C7611")),
        (
            "AKIAIOSFODNN7EXAMPLE".to_owned(),
            "aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
        ),
    ];
    let mut differ = Vec::new();
    for (one, other) in pairs {
        let notices = |texts: [&String; 2]| -> Vec<String> {
            let report = run(&texts.map(String::clone), &Answers::default());
            report.notices.into_iter().map(|notice| notice.message).collect()
        };
        let (there, back) = (notices([&one, &other]), notices([&other, &one]));
        if there != back {
            differ.push(format!("{there:#?}\n{back:#?}"));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_report(texts in prop::collection::vec(any::<String>(), 0..3), answers in answers()) {
        assert_sound(&run(&texts, &answers), &texts);
    }

    #[test]
    fn a_damaged_export_gives_a_sound_report_and_always_the_same(
        texts in prop::collection::vec(damaged(), 1..4),
        answers in answers(),
    ) {
        let report = run(&texts, &answers);
        assert_sound(&report, &texts);
        prop_assert_eq!(bytes(&report), bytes(&run(&texts, &answers)));
    }

    #[test]
    fn more_room_never_makes_a_met_row_short(
        before in figures(),
        more in prop::collection::vec((0..2_000_000_u32, 0..2_000_000_u32, 0..2_000_000_u32), ROWS.len()),
    ) {
        let after: Vec<Figures> = before.iter().zip(&more).map(|(figures, (limit, used, available))| Figures {
            limit: figures.limit.map(|had| had + limit),
            in_use: figures.in_use.map(|had| had.saturating_sub(*used)),
            available: figures.available.map(|had| had + available),
            ..figures.clone()
        }).collect();
        let reports = [before, after].map(|figures| {
            let (texts, answers) = input_of(&figures);
            run(&texts, &answers)
        });
        for (poorer, richer) in reports[0].resources.iter().zip(&reports[1].resources) {
            // The same things are known of both, so that met stays met.
            if poorer.status == Status::Met {
                prop_assert_eq!(richer.status, Status::Met, "{:?}\n{:?}", poorer, richer);
            }
        }
    }

    /// Exact even for storage: the requirement is whole in thousandths, so what is free rounded
    /// down and what is missing rounded up make it up without a remainder.
    #[test]
    fn shortfall_and_what_is_free_make_up_the_requirement(figures in figures()) {
        let (texts, answers) = input_of(&figures);
        let report = run(&texts, &answers);
        assert_sound(&report, &texts);
        for (row, figures) in report.resources.iter().zip(&figures) {
            let required = exact(&Some(row.required.clone())).expect("a requirement");
            let (limit, free) = (exact(&row.limit), exact(&row.available));
            let shortfall = exact(&row.shortfall);
            match (shortfall, free) {
                (Some(shortfall), Some(free)) => prop_assert_eq!(shortfall + free, required, "{:?}", row),
                (Some(shortfall), None) => prop_assert_eq!(shortfall + limit.expect("a limit"), required, "{:?}", row),
                (None, Some(free)) if row.status == Status::Met => prop_assert!(free >= required, "{:?}", row),
                (None, _) => {}
            }
            // Available is limit less use; each is rounded its own way, which costs one thousandth
            // either way: less than a byte of rounding does not show.
            if let (Some(limit), Some(used), Some(free), None) = (limit, exact(&row.in_use), free, figures.available) {
                prop_assert!((-1..=1).contains(&(free - (limit - used))), "{:?}", row);
                if matches!(row.required.unit, "vCPU" | "count") {
                    prop_assert_eq!(free, limit - used, "{:?}", row);
                }
            }
        }
    }

    /// desiredValue is use (0 where unknown) and requirement in whole units of the quota, no more
    /// and no less; within the thousandth that the use in the report is rounded up by.
    #[test]
    fn the_remedy_asks_for_use_and_requirement(figures in figures()) {
        let (texts, answers) = input_of(&figures);
        let report = run(&texts, &answers);
        for (row, figures) in report.resources.iter().zip(&figures) {
            let known = row.limit.is_some() && row.quota.is_some();
            prop_assert_eq!(row.remedy.is_some(), row.status == Status::Short && known, "{:?}", row);
            let Some(remedy) = &row.remedy else { continue };
            let needed = exact(&Some(row.required.clone())).expect("a requirement") + exact(&row.in_use).unwrap_or(0);
            let needed = i128::from(needed) * unit_size(row.required.unit);
            let asked = i128::from(remedy.desired_value) * 1000 * unit_size(remedy.unit);
            let thousandth = unit_size(row.required.unit);
            prop_assert!(asked > needed - thousandth, "{:?}", row);
            let limit = i128::from(exact(&row.limit).expect("a limit")) * unit_size(row.required.unit);
            prop_assert!(asked > limit, "{:?}", row);
            if figures.available.is_none() {
                prop_assert!(asked - 1000 * unit_size(remedy.unit) < needed, "{:?}", row);
            }
            let code = row.quota.as_ref().expect("a quota").quota_code;
            let asks_for = format!("--desired-value {}", remedy.desired_value);
            prop_assert!(remedy.command.contains(code));
            prop_assert!(remedy.command.ends_with(&asks_for));
            prop_assert!(remedy.terraform.contains(code) && remedy.console_url.contains(code));
        }
    }

    #[test]
    fn the_order_of_sources_about_distinct_things_changes_nothing(
        (sources, shuffled) in sources_about_distinct_things()
            .prop_flat_map(|sources| (Just(sources.clone()), Just(sources).prop_shuffle())),
        chosen in prop::option::of(Just("123456789012".to_owned())),
    ) {
        let answers = Answers { account: chosen, ..Answers::default() };
        prop_assert_eq!(by_name(&sources, &answers), by_name(&shuffled, &answers));
    }
}
