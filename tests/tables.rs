//! The tables hold: what they say is what the document and the contract say.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use byoc_readiness::data::actors::Actor;
use byoc_readiness::data::checks::{CHECKS, Decider};
use byoc_readiness::data::iam_actions::IAM_ACTIONS;
use byoc_readiness::data::iam_names::Created;
use byoc_readiness::data::instances::{InstanceType, catalogue, instance_type};
use byoc_readiness::data::license_labels::{ABOUT_A_LICENSE, LICENSE_LABELS, LabelFor};
use byoc_readiness::data::quotas::{
    NEAR_MISSES, QUOTAS, Scope, code_of_name, is_quota_code, near_miss, quota_by_code,
};
use byoc_readiness::data::regions::{COMMERCIAL, GLOBAL, is_commercial, is_other_partition};
use byoc_readiness::data::sieve::{is_unknown_code, is_unknown_name};
use byoc_readiness::decide::{cores_used, decide};
use byoc_readiness::profile::document::{row, title};
use byoc_readiness::profile::{PROFILES, Profile, built_in, is_address};
use byoc_readiness::quantity::{Decimal, Round, Unit};
use byoc_readiness::read::{What, read};
use byoc_readiness::report::{
    Answers, Basis, CheckId, Coverage, Diagnostic, LicenseField, LicenseState, Outcome, ResourceId,
    Role, Section, SectionId, Severity, Status, Verdict,
};
use byoc_readiness::text::{Reason, en};

const DOCUMENT: &str = include_str!("fixtures/byoc-prerequisites.md");

/// The body rows of the table below `heading`, each cell without its markup.
fn document_table(heading: &str) -> Vec<Vec<String>> {
    table_of(DOCUMENT, heading)
}

fn table_of(document: &str, heading: &str) -> Vec<Vec<String>> {
    let below = &document[document.find(heading).expect("the heading")..];
    let table = &below[..below.find("</table>").expect("a table")];
    let rows = table.split("<tr>").skip(2);
    rows.map(|row| row.split("<td>").skip(1).map(without_markup).collect()).collect()
}

fn without_markup(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = rest[open..].split_once('>').map_or("", |(_, rest)| rest);
    }
    format!("{text}{rest}").trim().to_owned()
}

/// `(m6i.xlarge) * 4(m6i.2xlarge) * 4…Total: 80 vCPUs, 448 GiB`.
fn instances_and_totals(cell: &str) -> (Vec<(String, i64)>, i64, i64) {
    let (list, total) = cell.split_once("Total: ").expect("a total");
    let instances = list
        .split('(')
        .skip(1)
        .map(|part| {
            let (name, count) = part.split_once(") * ").expect("a count");
            (name.to_owned(), count.trim().parse().expect("a number"))
        })
        .collect();
    let (vcpu, memory) = total.split_once(", ").expect("two totals");
    let number = |text: &str, unit: &str| {
        text.strip_suffix(unit).and_then(|text| text.trim().parse().ok()).expect("a total")
    };
    (instances, number(vcpu, "vCPUs"), number(memory, "GiB"))
}

#[test]
fn the_instances_and_their_totals_are_the_documents() {
    let profile = &PROFILES[0];
    let rows = document_table("### Resource quotas");
    let (instances, vcpu, memory) = instances_and_totals(&rows[0][2]);
    let ours: Vec<(String, i64)> =
        profile.instances.iter().map(|(name, count)| (name.to_string(), *count)).collect();
    assert_eq!(ours, instances);
    assert_eq!((vcpu, memory), (80, 448));
    let sum = |figure: fn(&str) -> i64| -> i64 {
        instances.iter().map(|(name, count)| figure(name) * count).sum()
    };
    assert_eq!(sum(|name| instance_type(name).expect("a known type").vcpu), vcpu);
    assert_eq!(sum(|name| instance_type(name).expect("a known type").memory_gib), memory);
    let required = |id| profile.row(id).expect("a row").required(profile).whole;
    assert_eq!(required(ResourceId::Vcpu), i128::from(vcpu));
    assert_eq!(required(ResourceId::Memory), i128::from(memory * Unit::Gib.size()));
    // 4 × 4 + 4 × 8 + 1 × 32 and 4 × 16 + 4 × 32 + 1 × 256, as domain.md has them.
    let figures = profile.instances.iter().map(|(name, _)| {
        let InstanceType { name, vcpu, memory_gib, .. } =
            instance_type(name).expect("a known type");
        (name.into_owned(), vcpu, memory_gib)
    });
    let expected = [("m6i.xlarge", 4, 16), ("m6i.2xlarge", 8, 32), ("r6id.8xlarge", 32, 256)]
        .map(|(name, vcpu, memory)| (name.to_owned(), vcpu, memory));
    assert_eq!(figures.collect::<Vec<_>>(), expected);
}

#[test]
fn every_built_in_profile_says_what_it_is() {
    let about: BTreeSet<&str> = PROFILES.iter().map(|profile| profile.about()).collect();
    assert_eq!(about.len(), PROFILES.len());
    assert!(about.iter().all(|sentence| sentence.ends_with('.')), "{about:?}");
    let names: Vec<&str> = PROFILES.iter().map(Profile::name).collect();
    assert_eq!(
        names,
        [
            "Zilliz Cloud BYOC prerequisites, minimum config",
            "Zilliz BYOC Terraform module, standard, smallest",
            "Zilliz BYOC Terraform module, standard, largest",
        ]
    );
}

#[test]
fn a_license_says_the_same_where_each_field_does() {
    let license = |text: &str| {
        let day = byoc_readiness::read::parse_iso("2026-11-24").expect("a day");
        decide(&[("mail", &read(text))], &Answers::default(), day).license
    };
    let one = license("License ID: ZC-1\nCore size: 80\nValid until: 2027-11-01");
    assert!(
        one.says_the_same(&license("Core size: 80\nValid until: 1 Nov 2027\nLicense ID: ZC-1"))
    );
    for other in ["", "License ID: ZC-1\nCore size: 81\nValid until: 2027-11-01"] {
        assert!(!one.says_the_same(&license(other)), "{other}");
    }
}

#[test]
fn a_notice_says_what_is_changed_or_something_else() {
    let says = |reason| Diagnostic::new(Severity::Info, reason).is_change();
    assert!(says(Reason::ProfileExistingVpc));
    assert!(!says(Reason::ComparedProfile { before: "a".into(), now: "b".into() }));
}

/// domain.md, "Other published profiles": 56 vCPU and 224 GiB, 88 vCPU and 352 GiB; 1 VPC, 1 NAT
/// gateway with 1 Elastic IP, up to 1 interface endpoint; 3 roles, up to 7 policies.
#[test]
fn the_terraform_modules_sizes_are_the_domains() {
    for (id, vcpu, memory) in
        [("aws-terraform-minimum", 56, 224), ("aws-terraform-largest", 88, 352)]
    {
        let profile = built_in(id).expect("a profile");
        let needs: Vec<_> =
            profile.rows.iter().map(|row| (row.id, row.required(profile).whole)).collect();
        let expected = [
            (ResourceId::Vcpu, vcpu),
            (ResourceId::Memory, memory * i128::from(Unit::Gib.size())),
            (ResourceId::PublicIp, 1),
            (ResourceId::Vpc, 1),
            (ResourceId::PrivateLink, 1),
        ];
        assert_eq!(needs, expected, "{id}");
        let room = |id| profile.checks.iter().find(|check| check.id == id).expect("the check").by;
        assert_eq!(
            room(CheckId::IamPoliciesRoom),
            Decider::RoomNeeded { quota_code: "L-E95E4862", need: 7 }
        );
        assert_eq!(
            room(CheckId::IamRolesRoom),
            Decider::RoomNeeded { quota_code: "L-FE177D64", need: 3 }
        );
        assert_eq!(profile.source_date.as_deref(), Some("2026-08-14"), "{id}");
        assert_eq!(profile.regions.len(), 10, "{id}");
    }
}

#[test]
fn every_row_is_the_documents() {
    let profile = &PROFILES[0];
    assert_eq!(profile.id, "aws-byoc");
    let mut table = document_table("### Resource quotas");
    assert_eq!(table.len(), 8);
    // The first row gives vCPU and memory together.
    let (_, vcpu, memory) = instances_and_totals(&table[0][2]);
    table[0][2] = format!("{vcpu} vCPU");
    let mut with_memory = table[0].clone();
    with_memory[2] = format!("{memory} GiB");
    table.insert(1, with_memory);
    assert_eq!(profile.rows.len(), table.len());
    for (row, cells) in profile.rows.iter().zip(&table) {
        let (number, unit) = cells[2].split_once(' ').unwrap_or((cells[2].as_str(), "count"));
        assert_eq!((row.label, row.service), (cells[0].as_str(), cells[1].as_str()));
        assert_eq!(row.unit.name(), unit, "{}", row.label);
        let number = Decimal::parse(number).expect("a number");
        let required = row.required(profile);
        assert_eq!(required.unit, row.unit);
        for round in [Round::Down, Round::Up] {
            assert_eq!(required.whole, number.in_whole(row.unit, round), "{}", row.label);
        }
    }
}

#[test]
fn the_region_and_the_iam_figures_are_the_documents() {
    let profile = &PROFILES[0];
    let (_, behind) = DOCUMENT.split_once("currently supports the AWS **").expect("the Region");
    let region = behind.split_once("**").expect("its end").0;
    assert_eq!(profile.regions.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), [region]);

    let below = DOCUMENT.split_once("### IAM permissions").expect("the heading").1;
    let count =
        |what: &str| below.matches(&format!("<strong>aws<em>iam</em>{what}")).count() as i64;
    assert_eq!(document_table("### IAM permissions").len(), 11);
    let (policies, roles) = (count("policy."), count("role."));
    let attachments = count("role<em>policy</em>attachment.");
    assert_eq!((policies, roles, attachments), (7, 2, 2));
    let need = |id| match CHECKS.iter().find(|check| check.id == id).expect("the check").by {
        Decider::RoomNeeded { need, .. }
        | Decider::RoomAdvised { need, .. }
        | Decider::RoomOnEachRole { need, .. } => need,
        _ => panic!("{id:?} looks at no quota"),
    };
    assert_eq!(need(CheckId::IamPoliciesRoom), policies);
    assert_eq!(need(CheckId::IamRolesRoom), roles);
    assert_eq!(need(CheckId::IamPoliciesPerRole), attachments / roles);
}

/// domain.md, "From the minimum config to AWS quotas".
#[test]
fn the_quotas_are_the_domains() {
    use Scope::{Global, Region, Vpc, Zone};
    let expected = [
        ("ec2", "L-1216C47A", Unit::Vcpu, Region),
        ("ebs", "L-7A658B76", Unit::Tib, Region),
        ("ebs", "L-D18FCD1D", Unit::Tib, Region),
        ("ec2", "L-0263D0A3", Unit::Count, Region),
        ("vpc", "L-F678F1CE", Unit::Count, Region),
        ("vpc", "L-29B6F2EB", Unit::Count, Vpc),
        ("elasticloadbalancing", "L-69A177A2", Unit::Count, Region),
        ("elasticloadbalancing", "L-53DA6B97", Unit::Count, Region),
        ("route53", "L-4EA4796A", Unit::Count, Global),
        ("iam", "L-E95E4862", Unit::Count, Global),
        ("iam", "L-FE177D64", Unit::Count, Global),
        ("eks", "L-1194D53C", Unit::Count, Region),
        ("vpc", "L-FE5A380F", Unit::Count, Zone),
        ("vpc", "L-A4707A72", Unit::Count, Region),
        ("s3", "L-DC2B2D3D", Unit::Count, Global),
    ];
    for (service, code, unit, scope) in expected {
        let quota = quota_by_code(code).unwrap_or_else(|| panic!("{code} is not in the table"));
        assert_eq!((quota.service_code, quota.unit, quota.scope), (service, unit, scope), "{code}");
    }
    let rows: Vec<_> =
        PROFILES[0].rows.iter().map(|row| (row.id.as_str(), row.quota, row.also)).collect();
    let none: &[&str] = &[];
    assert_eq!(
        rows,
        [
            ("vcpu", Some("L-1216C47A"), none),
            ("memory", None, none),
            ("object-storage", None, none),
            ("block-storage", Some("L-7A658B76"), &["L-D18FCD1D"]),
            ("public-ip", Some("L-0263D0A3"), none),
            ("vpc", Some("L-F678F1CE"), none),
            ("private-link", Some("L-29B6F2EB"), none),
            ("load-balancer", Some("L-69A177A2"), &["L-53DA6B97"]),
            ("dns-zone", Some("L-4EA4796A"), none),
        ]
    );
    let own_vpc = PROFILES[0].rows.iter().filter(|row| row.in_own_vpc);
    assert_eq!(own_vpc.map(|row| row.id).collect::<Vec<_>>(), [ResourceId::PrivateLink]);
}

#[test]
fn every_code_that_is_used_is_known_and_none_stands_twice() {
    for profile in &PROFILES {
        for row in profile.rows.iter() {
            for code in row.quota.iter().chain(row.also) {
                let quota = quota_by_code(code).unwrap_or_else(|| panic!("{code} is unknown"));
                assert_eq!(quota.unit.dimension(), row.unit.dimension(), "{code}");
                assert!(profile.needs_quota(code));
            }
        }
        for code in profile.checks.iter().filter_map(|check| check.quota()) {
            assert!(quota_by_code(code).is_some() && profile.needs_quota(code), "{code}");
        }
        for (name, count) in profile.instances.iter() {
            assert!(instance_type(name).is_some() && *count > 0, "{name}");
        }
        assert_distinct(profile.rows.iter().map(|row| row.id.as_str()));
    }
    assert_distinct(PROFILES.iter().map(|profile| profile.id.as_ref()));
    let types: Vec<InstanceType> = catalogue().collect();
    assert_distinct(types.iter().map(|kind| kind.name.as_ref()));
    assert_distinct(QUOTAS.iter().map(|quota| quota.quota_code));
    assert_distinct(QUOTAS.iter().map(|quota| quota.name));
    for code in QUOTAS.iter().map(|quota| quota.quota_code) {
        assert!(is_quota_code(code), "{code}");
    }
}

#[test]
fn near_misses_name_a_known_quota_and_are_none_themselves() {
    assert_distinct(NEAR_MISSES.iter().map(|miss| miss.quota_code));
    for miss in NEAR_MISSES {
        assert!(is_quota_code(miss.quota_code), "{}", miss.quota_code);
        assert!(quota_by_code(miss.quota_code).is_none(), "{} is a quota", miss.quota_code);
        assert!(quota_by_code(miss.meant).is_some(), "{} is unknown", miss.meant);
        assert!(PROFILES[0].rows.iter().any(|row| row.quota == Some(miss.meant)), "{}", miss.meant);
    }
}

/// domain.md ("Spot", "health checks") and failure-cases.md, 17.
#[test]
fn the_near_misses_that_were_seen_are_named() {
    let seen = ["L-34B43A08", "L-ACB674F3", "L-5F53652F", "L-0EA8095F"];
    let unnamed: Vec<_> = seen.iter().filter(|code| near_miss(code).is_none()).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn every_row_of_every_table_has_a_source() {
    let profiles = PROFILES.iter().flat_map(|profile| {
        let rows = profile.rows.iter().map(|row| (row.id.as_str(), row.source));
        let checks = profile.checks.iter().map(|check| (check.id.as_str(), check.source));
        rows.chain(checks).chain([(profile.id.as_ref(), profile.source.as_ref())])
    });
    let types: Vec<InstanceType> = catalogue().collect();
    let all = profiles
        .chain(types.iter().map(|kind| (kind.name.as_ref(), kind.source)))
        .chain(QUOTAS.iter().map(|quota| (quota.quota_code, quota.source)))
        .chain(NEAR_MISSES.iter().map(|miss| (miss.quota_code, miss.source)))
        .chain(IAM_ACTIONS.iter().map(|action| (action.name, action.source)))
        .chain(LICENSE_LABELS.iter().map(|(label, _, source)| (*label, *source)));
    for (row, source) in all {
        assert!(source.trim().len() > 3, "{row} has no source");
    }
    for profile in &PROFILES {
        let date = profile.source_date.as_deref();
        let iso = |text| byoc_readiness::read::parse_iso(text).is_some();
        assert!(date.is_none_or(iso), "{}: {date:?}", profile.id);
    }
}

/// Text without one of these words is not searched for a license at all.
#[test]
fn every_label_of_a_license_id_says_that_it_is_about_a_license() {
    for (label, of, _) in LICENSE_LABELS {
        let says = ABOUT_A_LICENSE.iter().any(|word| label.contains(word));
        assert!(says || *of != LabelFor::Field(LicenseField::Id), "{label}");
    }
}

/// report.md, the table of checks.
#[test]
fn every_check_stands_once_in_section_order() {
    use SectionId::{Accounts, Credentials, Environment, License, Permissions, Resources};
    let expected = [
        ("eks-clusters", Resources),
        ("nat-gateways", Resources),
        ("internet-gateways", Resources),
        ("s3-buckets", Resources),
        ("upgrade-surge", Resources),
        ("instance-offerings", Resources),
        ("license-details-confirmed", License),
        ("operating-system", Environment),
        ("terraform-installed", Environment),
        ("terraform-version", Environment),
        ("aws-account", Accounts),
        ("one-account", Accounts),
        ("region-supported", Accounts),
        ("zilliz-account", Accounts),
        ("temporary-credentials", Credentials),
        ("credentials-exposed", Credentials),
        ("iam-policies-room", Permissions),
        ("iam-roles-room", Permissions),
        ("iam-policies-per-role", Permissions),
        ("iam-name-collisions", Permissions),
        ("iam-permissions", Permissions),
    ];
    assert_eq!(
        CheckId::ALL.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        expected.map(|e| e.0)
    );
    for profile in &PROFILES {
        let found: Vec<_> =
            profile.checks.iter().map(|check| (check.id.as_str(), check.section)).collect();
        // The Terraform module's names carry a prefix of the customer's.
        let is_modules = profile.id.starts_with("aws-terraform-");
        let left_out = |id: &str| is_modules && id == "iam-name-collisions";
        let expected: Vec<_> = expected.into_iter().filter(|(id, _)| !left_out(id)).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn ids_are_the_contracts() {
    fn ids<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        let text =
            |id| serde_json::to_value(id).expect("JSON").as_str().expect("a string").to_owned();
        all.iter().map(text).collect()
    }
    assert_eq!(ids(Verdict::ALL), ["ready", "not-ready", "incomplete"]);
    assert_eq!(
        ids(SectionId::ALL),
        ["resources", "license", "environment", "accounts", "credentials", "permissions"]
    );
    assert_eq!(
        ids(ResourceId::ALL),
        [
            "vcpu",
            "memory",
            "object-storage",
            "block-storage",
            "public-ip",
            "vpc",
            "private-link",
            "load-balancer",
            "dns-zone"
        ]
    );
    assert_eq!(ids(Status::ALL), ["met", "short", "unverified", "missing", "unlimited"]);
    assert_eq!(ids(Basis::ALL), ["applied", "default", "stated", "report"]);
    assert_eq!(ids(Role::ALL), ["limit", "in-use"]);
    assert_eq!(
        ids(LicenseState::ALL),
        ["active", "expiring", "expired", "not-started", "incomplete"]
    );
    assert_eq!(ids(Coverage::ALL), ["covered", "depends", "below-minimum"]);
    assert_eq!(ids(Outcome::ALL), ["pass", "fail", "open", "advice"]);
    assert_eq!(ids(Severity::ALL), ["error", "warning", "info"]);
    assert_eq!(ids(LicenseField::ALL), ["id", "coreSize", "validFrom", "validUntil"]);
    let section = Section { id: SectionId::Resources, verdict: Verdict::NotReady };
    let section = serde_json::to_string(&section).expect("JSON");
    assert_eq!(section, r#"{"id":"resources","verdict":"not-ready"}"#);
    let rows: Vec<_> = PROFILES[0].rows.iter().map(|row| row.id).collect();
    assert_eq!(rows, ResourceId::ALL);
}

/// All instances, or all but one kind: 80, and without the 16, 32 and 32 of a kind. The module's core
/// nodes take no license.
#[test]
fn the_cores_that_a_deployment_may_use() {
    for (id, expected) in [
        ("aws-byoc", &[48, 64, 80][..]),
        ("aws-terraform-minimum", &[32, 56]),
        ("aws-terraform-largest", &[64, 88]),
    ] {
        assert_eq!(cores_used(built_in(id).expect("a profile")), expected, "{id}");
    }
    let of_one_kind =
        Profile { instances: vec![("m6i.xlarge".into(), 2)].into(), ..PROFILES[0].clone() };
    assert_eq!(cores_used(&of_one_kind), [8]);
}

/// The document's Markdown has taken underscores for emphasis.
#[test]
fn what_terraform_creates_is_the_documents() {
    let document = DOCUMENT.replace("<em>", "_").replace("</em>", "_");
    let expected = table_of(&document, "### IAM permissions");
    let found: Vec<_> =
        Created::all().map(|row| vec![row.identifier(), row.name(), row.description()]).collect();
    assert_eq!(found, expected);
}

/// The document's word for the service, which vCPU and memory share.
#[test]
fn each_row_is_called_by_one_name() {
    let titles: Vec<&str> = ResourceId::ALL.iter().map(|id| title(*id)).collect();
    let table = document_table("### Resource quotas");
    let services = table[1..].iter().map(|row| row[1].as_str());
    let expected: Vec<&str> = ["EC2 vCPU", "EC2 memory"].into_iter().chain(services).collect();
    assert_eq!(titles, expected);
    assert!(ResourceId::ALL.iter().all(|id| row(*id).is_some_and(|row| row.id == *id)));
}

#[test]
fn only_an_address_may_be_a_link() {
    for source in ["https://docs.example.com/byoc", "http://wiki"] {
        assert!(is_address(source), "{source}");
    }
    for source in
        ["our wiki", "ftp://wiki", "see https://wiki", "https://wiki page", "https://w\u{7}"]
    {
        assert!(!is_address(source), "{source}");
    }
}

#[test]
fn the_sieve_lets_nothing_pass_that_is_known() {
    let codes = QUOTAS.iter().map(|quota| quota.quota_code);
    for code in codes.chain(NEAR_MISSES.iter().map(|miss| miss.quota_code)) {
        assert!(!is_unknown_code(code.as_bytes()), "{code}");
    }
    let names = QUOTAS.iter().flat_map(|quota| [&[quota.name], quota.also_named].concat());
    for name in names.chain(NEAR_MISSES.iter().map(|miss| miss.name)) {
        assert!(!is_unknown_name(name.as_bytes()) && code_of_name(name).is_some(), "{name}");
    }
    for (code, name) in [("L-00000000", "Hosted zone"), ("L-1216C47B", "VPCs per region")] {
        assert!(is_unknown_code(code.as_bytes()) && is_unknown_name(name.as_bytes()), "{code}");
    }
    assert!(!is_unknown_code(b"L-1216C47"));
}

#[test]
fn a_quota_code_is_eight_digits_of_base_16() {
    assert!(is_quota_code("L-1216C47A") && is_quota_code("L-ABCDEF09"));
    for text in ["L-1216C47", "L-1216C47AB", "L-1216C47G", "L-1216c47a", "1216C47A", "L-", ""] {
        assert!(!is_quota_code(text), "{text}");
    }
}

/// The names in braces, each with whether two words stand behind it.
fn placeholders(sentence: &str) -> Vec<&str> {
    let inner = sentence.split('{').skip(1).map(|part| part.split_once('}').expect("a brace").0);
    inner
        .map(|inner| {
            inner.split_once('#').map_or(inner, |(name, words)| {
                assert_eq!(words.matches('|').count(), 1, "{sentence}");
                name
            })
        })
        .collect()
}

#[test]
fn every_reason_has_a_sentence_made_of_its_own_parameters() {
    assert_distinct(Reason::ALL.iter().map(|(id, _)| *id));
    assert_distinct(en::SENTENCES.iter().map(|(id, _)| *id));
    let sentence = |id: &str| en::SENTENCES.iter().find(|row| row.0 == id).map(|row| row.1);
    for (id, params) in Reason::ALL {
        let text = sentence(id).unwrap_or_else(|| panic!("{id} has no sentence"));
        assert!(!text.trim().is_empty(), "{id}");
        for name in placeholders(text) {
            assert!(params.contains(&name), "{id} has no parameter {name}");
        }
        assert!(is_kebab_case(id), "{id} is not kebab-case");
        for name in *params {
            assert!(is_camel_case(name), "{id}: {name} is not camelCase");
        }
        assert_distinct(params.iter().copied());
    }
    for id in CheckId::ALL {
        let label = sentence(&format!("check.{}", id.as_str()));
        assert!(label.is_some_and(|label| !label.is_empty()), "{id:?} has no label");
    }
    for id in ResourceId::ALL {
        assert!(sentence(&format!("row.{}", id.as_str())).is_some(), "{id:?} has no name");
    }
}

/// The sources that sentences are used in: everything but the languages' own tables.
fn sources() -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut folders = vec![std::path::PathBuf::from(root)];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("text/en.rs") {
                text.push_str(&String::from_utf8_lossy(&std::fs::read(path).expect("a file")));
            }
        }
    }
    text
}

#[test]
fn every_sentence_belongs_to_something() {
    let sources = sources();
    for (id, sentence) in en::SENTENCES {
        let (prefix, rest) = id.split_once('.').unwrap_or(("", id));
        let known = match prefix {
            "" => Reason::ALL.iter().any(|(reason, _)| reason == id),
            "check" => CheckId::ALL.iter().any(|check| check.as_str() == rest),
            "profile" => built_in(rest).is_some(),
            "who" => Actor::ALL.iter().any(|who| who.as_str() == rest),
            "row" => ResourceId::ALL.iter().any(|row| row.as_str() == rest),
            "section" => SectionId::ALL.iter().any(|section| section.as_str() == rest),
            // What the engine says in English and a page says again.
            "amount" | "credential" | "json" => sources.contains(&format!("\"{sentence}\"")),
            "field" => sources.contains(&format!("\"{sentence}\"")),
            "what" => sources.contains(&format!("\"{rest}\"")),
            "action" | "created" | "date" | "guidance" | "label" | "link" | "list"
            | "profile-title" | "sentence" | "title" | "page" | "license" | "message"
            | "format" | "call" | "report" | "hand" | "asked" => {
                let (quoted, ends) = (format!("\"{id}\""), format!("\"{rest}\""));
                sources.contains(&quoted) || prefix == "format" && (sources.contains(&ends))
            }
            _ => false,
        };
        assert!(known, "{id} belongs to nothing");
        if matches!(prefix, "check" | "row") {
            assert!(placeholders(sentence).is_empty(), "{id} is filled by nothing");
        }
    }
}

#[test]
fn regions_are_listed_once_and_belong_to_one_partition() {
    assert_distinct(COMMERCIAL.iter().copied());
    assert!(COMMERCIAL.is_sorted());
    for region in COMMERCIAL {
        assert!(!is_other_partition(region), "{region}");
    }
    for region in PROFILES
        .iter()
        .flat_map(|profile| profile.regions.iter())
        .map(|region| region.as_ref())
        .chain([GLOBAL])
    {
        assert!(is_commercial(region), "{region}");
    }
    // domain.md: the Regions that later pages support.
    for region in [
        "us-west-2",
        "us-east-1",
        "us-east-2",
        "ca-central-1",
        "eu-central-1",
        "eu-west-1",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-southeast-1",
        "ap-southeast-2",
    ] {
        assert!(is_commercial(region), "{region}");
    }
    for region in ["cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1"] {
        assert!(is_other_partition(region) && !is_commercial(region), "{region}");
    }
    for region in ["us-west", "us-west-2a", "US-WEST-2", "", "global", "gcp-us-west1"] {
        assert!(!is_commercial(region), "{region}");
    }
}

/// domain.md, "The licence".
#[test]
fn the_labels_of_the_license_are_the_domains() {
    assert_distinct(LICENSE_LABELS.iter().map(|(label, ..)| *label));
    for (label, ..) in LICENSE_LABELS {
        assert_eq!(*label, label.to_ascii_lowercase());
        assert_eq!(*label, label.trim());
    }
    for label in [
        "license id",
        "license no.",
        "core size",
        "cpu cores",
        "total cores",
        "total capacity",
        "validity period",
        "license term",
        "valid from",
        "start date",
        "expires on",
    ] {
        assert!(LICENSE_LABELS.iter().any(|(known, ..)| *known == label), "{label}");
    }
}

/// Every label is read, beside an ID under the label that is sure to be known.
#[test]
fn every_label_of_the_license_is_read() {
    use LicenseField::{CoreSize, Id, ValidFrom, ValidUntil};
    for (label, of, source) in LICENSE_LABELS {
        assert!(!source.is_empty(), "{label}");
        let (value, expected) = match of {
            LabelFor::Field(Id) => ("A-1001", vec![Id]),
            LabelFor::Field(CoreSize) => ("80", vec![CoreSize]),
            LabelFor::Field(date) => ("2026-11-24", vec![*date]),
            LabelFor::Period | LabelFor::PeriodOrEnd => {
                ("2026-11-24 – 2027-11-23", vec![ValidFrom, ValidUntil])
            }
        };
        let reading = read(&format!("License ID: A-1001\n{}: {value}\n", label.to_uppercase()));
        let on_line_2 = reading.facts.iter().filter(|fact| fact.line == 2);
        let fields: Vec<LicenseField> = on_line_2
            .filter_map(|fact| match &fact.what {
                What::License { field, .. } => Some(*field),
                _ => None,
            })
            .collect();
        assert_eq!(fields, expected, "{label}");
    }
}

fn assert_distinct<'a>(items: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for item in items {
        assert!(seen.insert(item), "{item} stands twice");
    }
}

fn is_kebab_case(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    id.split('-').all(word)
}

fn is_camel_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
}
