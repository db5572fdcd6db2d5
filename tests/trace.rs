//! What the document says: each sentence is traced to what covers it, and what the tables quote
//! stands there.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use byoc_readiness::data::checks::CHECKS;
use byoc_readiness::data::guidance::GUIDANCE;
use byoc_readiness::data::iam_names::{ATTACHMENTS, Created, IAM_NAMES, Kind};
use byoc_readiness::data::terraform_install::{INSTALLS, System};
use byoc_readiness::decide::{Standing, standings};
use byoc_readiness::read::{Reading, read};
use byoc_readiness::report::{CheckId, LicenseField, ResourceId};

const DOCUMENT: &str = include_str!("fixtures/byoc-prerequisites.md");
const TRACED: &str = include_str!("../docs/prerequisites.md");

/// The document's sentences, without headings, pictures and markup.
fn sentences() -> String {
    let body = DOCUMENT.splitn(3, "---\n").nth(2).expect("what follows the front matter");
    let says = |line: &&str| {
        let line = line.trim_start();
        !["#", "import ", "![", "<Admonition", "</Admonition", "```"]
            .iter()
            .any(|markup| line.starts_with(markup))
    };
    // The heads of tables are headings, too.
    let lines = body.lines().filter(says).filter(|line| !line.contains("<th>"));
    let text: Vec<&str> = lines.map(without_number).collect();
    plain(&text.join("\n"))
}

/// A line of a list, without its mark.
fn without_number(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix("1. ").or_else(|| line.strip_prefix("- ")).unwrap_or(line)
}

/// Without markup, and with one space between words. `<em>` is what became of underscores.
fn plain(markup: &str) -> String {
    let markup = markup.replace("<em>", "_").replace("</em>", "_").replace("**", "");
    let mut text = String::new();
    let mut rest = markup.as_str();
    while let Some(at) = rest.find(['<', '[', ']']) {
        text.push_str(&rest[..at]);
        let (mark, behind) = rest[at..].split_at(1);
        rest = match mark {
            "<" => {
                let (tag, behind) = behind.split_once('>').expect("a whole tag");
                let is_inline = ["strong", "/strong", "a ", "/a"].iter();
                if !is_inline.into_iter().any(|inline| tag.starts_with(inline)) {
                    text.push(' ');
                }
                behind
            }
            "[" => behind,
            _ => behind.strip_prefix('(').and_then(|it| it.split_once(')')).expect("a link").1,
        };
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a table of `docs/prerequisites.md`: a quotation, and what stands beside it.
fn traced(heading: &str) -> Vec<(&'static str, &'static str)> {
    let below = TRACED.split_once(heading).expect("the heading").1;
    let rows = below.lines().skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells = row.trim_matches('|').split_once(" | ").expect("two cells");
        (cells.0.trim(), cells.1.trim())
    })
    .collect()
}

fn prerequisites() -> Vec<(&'static str, &'static str)> {
    traced("## What states a prerequisite")
}

fn ids(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(", ").map(|id| {
        id.strip_prefix('`').and_then(|id| id.strip_suffix('`')).unwrap_or_else(|| panic!("{id}"))
    })
}

#[test]
fn every_id_is_the_products() {
    let checks = CheckId::ALL.iter().map(|id| id.as_str().to_owned());
    let rows = ResourceId::ALL.iter().map(|id| id.as_str().to_owned());
    let fields = LicenseField::ALL.iter().map(|field| format!("license.{}", field.as_str()));
    let known: BTreeSet<String> = checks.chain(rows).chain(fields).collect();
    for (quoted, cell) in prerequisites() {
        for id in ids(cell) {
            assert!(known.contains(id), "{id} covers nothing: {quoted}");
        }
    }
}

#[test]
fn every_quotation_is_the_documents() {
    let document = sentences();
    for (quoted, _) in prerequisites().into_iter().chain(traced("## What states none")) {
        assert!(document.contains(quoted), "not in the document: {quoted}");
    }
}

/// What is left of the document when every quotation is taken out of it has no word in it.
#[test]
fn every_sentence_is_in_one_of_the_tables() {
    let mut left = sentences();
    let mut quoted: Vec<&str> = prerequisites()
        .into_iter()
        .chain(traced("## What states none"))
        .map(|(quoted, _)| quoted)
        .collect();
    let distinct: BTreeSet<&str> = quoted.iter().copied().collect();
    assert_eq!(distinct.len(), quoted.len(), "a sentence stands twice");
    // A longer one may hold a shorter one.
    quoted.sort_unstable_by_key(|quoted| std::cmp::Reverse(quoted.len()));
    for quoted in quoted {
        left = left.replacen(quoted, "\n", 1);
    }
    let left: Vec<&str> = left.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert!(left.is_empty(), "in no table: {left:#?}");
}

#[test]
fn every_check_row_and_field_of_the_document_is_traced() {
    let covered: BTreeSet<&str> =
        prerequisites().into_iter().flat_map(|(_, cell)| ids(cell)).collect();
    let is_documents = |source: &str| {
        source == "Zilliz Cloud BYOC, Prerequisites" || source.starts_with("the document's")
    };
    let checks: Vec<&str> = CHECKS
        .iter()
        .filter(|check| is_documents(check.source))
        .map(|check| check.id.as_str())
        .collect();
    assert_eq!(checks.len(), 12, "{checks:?}");
    for id in checks.into_iter().chain(ResourceId::ALL.iter().map(|id| id.as_str())) {
        assert!(covered.contains(id), "{id} is in no row");
    }
    for field in LicenseField::ALL {
        let id = format!("license.{}", field.as_str());
        assert!(covered.contains(id.as_str()), "{id} is in no row");
    }
}

#[test]
fn guidance_and_its_links_are_the_documents() {
    let document = sentences();
    for piece in GUIDANCE {
        assert!(document.contains(piece.says), "{}", piece.says);
        assert!(CHECKS.iter().any(|check| check.id == piece.check), "{:?}", piece.check);
        if let Some((words, url)) = piece.link {
            assert!(DOCUMENT.contains(&format!("[{words}]({url})")), "{words}: {url}");
            assert_eq!(piece.says.matches(words).count(), 1, "{words}");
        }
    }
    // Every link out of the document but those about quotas, to pictures and to its other pages.
    let links = DOCUMENT.matches("](https://").count();
    assert_eq!(GUIDANCE.iter().filter(|piece| piece.link.is_some()).count(), links);
    assert_eq!(GUIDANCE.iter().filter(|piece| piece.is_step).count(), 3);
}

#[test]
fn the_commands_that_install_terraform_are_the_documents() {
    let trimmed = |block: &str| block.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let blocks: Vec<(String, String)> = DOCUMENT
        .split("```shell")
        .skip(1)
        .zip(DOCUMENT.split("```shell"))
        .map(|(block, before)| {
            let place = before.lines().rev().find(|line| line.trim_start().starts_with("- "));
            let place = without_number(place.expect("a place")).to_owned();
            let commands = block.split_once("```").expect("its end").0;
            (place, trimmed(commands.trim()))
        })
        .collect();
    let ours: Vec<(String, String)> = INSTALLS
        .iter()
        .map(|install| (install.place.to_owned(), install.commands.to_owned()))
        .collect();
    assert_eq!(ours, blocks);
    let systems: Vec<&str> = System::ALL.iter().map(|system| system.name()).collect();
    assert!(sentences().contains(&systems.join(" ")), "{systems:?}");
}

#[test]
fn a_user_agent_names_its_system() {
    let mozilla = |system: &str| format!("Mozilla/5.0 ({system}) AppleWebKit/537.36 Chrome/140.0");
    for (system, expected) in [
        ("Windows NT 10.0; Win64; x64", Some(System::Windows)),
        ("Macintosh; Intel Mac OS X 10_15_7", Some(System::MacOs)),
        ("X11; Linux x86_64", Some(System::Linux)),
        ("X11; Ubuntu; Linux x86_64; rv:140.0", Some(System::Linux)),
        ("Linux; Android 15; Pixel 9", None),
        ("iPhone; CPU iPhone OS 18_0 like Mac OS X", None),
        ("X11; CrOS x86_64 14541.0.0", None),
        ("", None),
    ] {
        assert_eq!(System::of_user_agent(&mozilla(system)), expected, "{system}");
    }
}

#[test]
fn what_terraform_creates_is_the_documents_table() {
    let below = DOCUMENT.split_once("### IAM permissions").expect("the heading").1;
    let table = below.split_once("</table>").expect("a table").0;
    let rows: Vec<Vec<String>> = table
        .split("<tr>")
        .skip(2)
        .map(|row| row.split("<td>").skip(1).map(plain).collect())
        .collect();
    let ours: Vec<Vec<String>> = Created::all()
        .map(|row| [row.identifier(), row.name(), row.description()].map(str::to_owned).to_vec())
        .collect();
    assert_eq!(ours, rows);
    for name in IAM_NAMES {
        let of = if name.kind == Kind::Policy { "aws_iam_policy." } else { "aws_iam_role." };
        assert!(name.identifier.starts_with(of), "{name:?}");
    }
    for attachment in ATTACHMENTS {
        assert!(attachment.identifier.starts_with("aws_iam_role_policy_attachment."));
    }
}

/// What the lists say of each row that `expected` names; of all others nothing is known, or they
/// are free where `rest` says so.
#[track_caller]
fn stands(texts: &[&str], rest: Standing, expected: &[(&str, Standing)]) {
    let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    for (row, standing) in standings(&readings, None) {
        let named = expected.iter().find(|(identifier, _)| *identifier == row.identifier());
        assert_eq!(standing, named.map_or(rest, |named| named.1), "{}", row.identifier());
    }
}

const NO_ROLES: &str =
    r#"{"Roles": [{"RoleName": "admin", "Arn": "arn:aws:iam::123456789012:role/admin"}]}"#;
const NO_POLICIES: &str =
    r#"{"Policies": [{"PolicyName": "own", "Arn": "arn:aws:iam::123456789012:policy/own"}]}"#;

#[test]
fn without_lists_nothing_is_known_of_what_exists() {
    stands(&[], Standing::Unknown, &[]);
    stands(&["vCPU: 64"], Standing::Unknown, &[]);
}

#[test]
fn two_whole_lists_without_the_names_show_all_of_them_free() {
    stands(&[NO_ROLES, NO_POLICIES], Standing::Free, &[]);
}

#[test]
fn a_list_of_roles_says_nothing_of_policies() {
    let free = [
        "aws_iam_role.bootstrap_role",
        "aws_iam_role.management_role",
        "aws_iam_role_policy_attachment.bootstrap_attachment",
        "aws_iam_role_policy_attachment.management_attachment",
    ]
    .map(|identifier| (identifier, Standing::Free));
    stands(&[NO_ROLES], Standing::Unknown, &free);
}

#[test]
fn a_role_that_exists_may_have_its_policy_attached() {
    let roles = r#"{"Roles": [{"RoleName": "Zilliz-Bootstrap-Role", "Arn": "arn:aws:iam::123456789012:role/zilliz/Zilliz-Bootstrap-Role"}]}"#;
    let unknown = [
        ("aws_iam_role.bootstrap_role", Standing::Exists),
        ("aws_iam_role_policy_attachment.bootstrap_attachment", Standing::Unknown),
    ];
    stands(&[roles, NO_POLICIES], Standing::Free, &unknown);
    let of = |name: &str| {
        format!(
            "$ aws iam list-attached-role-policies --role-name zilliz-bootstrap-role\n\
             {{\"AttachedPolicies\": [{{\"PolicyName\": \"{name}\", \
             \"PolicyArn\": \"arn:aws:iam::123456789012:policy/{name}\"}}]}}"
        )
    };
    let with = |standing| [unknown[0], (unknown[1].0, standing)];
    let (own, other) = (of("zilliz-bootstrap-policy"), of("own"));
    stands(&[roles, NO_POLICIES, &own], Standing::Free, &with(Standing::Exists));
    stands(&[roles, NO_POLICIES, &other], Standing::Free, &with(Standing::Free));
    // Of two lists the later one counts.
    stands(&[roles, NO_POLICIES, &own, &other], Standing::Free, &with(Standing::Free));
}

#[test]
fn a_list_that_breaks_off_shows_what_exists_and_nothing_free() {
    let cut = "{\"Policies\": [\n {\"PolicyName\": \"zilliz-ca-irsa-policy\", \"Arn\": \"arn:aws:iam::123456789012:policy/zilliz-ca-irsa-policy\"},\n {\"PolicyName\": \"a";
    let taken = [("aws_iam_policy.cluster_autoscaler_irsa_policy", Standing::Exists)];
    stands(&[cut], Standing::Unknown, &taken);
}
