//! The files to hand over, whole: for each verdict an input in `tests/hand_over/`, and what each
//! format makes of its report. `UPDATE_GOLDEN=1 cargo test --test hand_over` writes them anew; read
//! them then, since a test that wrote its own answer has checked nothing.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use byoc_readiness::assess;
use byoc_readiness::hand_over::{
    Block, FORMATS, Format, Outline, Table, file_name, format, outline, render,
};
use byoc_readiness::report::{RemedyStep, Report, Status, Verdict};

mod common;
#[path = "common/reports.rs"]
mod reports;
#[path = "common/written.rs"]
mod written;

/// The inputs, with the verdict of each.
const INPUTS: &[(&str, Verdict)] = &[
    ("ready", Verdict::Ready),
    ("incomplete", Verdict::Incomplete),
    ("not-ready", Verdict::NotReady),
    ("empty", Verdict::Incomplete),
];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hand_over").join(name)
}

fn report(name: &str) -> Report {
    let text = fs::read_to_string(file(&format!("{name}.toml"))).expect("an input");
    let written: written::Written = toml::from_str(&text).expect("TOML");
    assess(&written.input()).expect("a report")
}

/// What is handed over of a report, by the ending of its file; the contract's JSON among it.
fn files(report: &Report) -> Vec<(&'static str, Option<String>)> {
    let made = FORMATS.iter().map(|format| (format.ending, render(format, report)));
    let json = serde_json::to_string_pretty(report).expect("JSON");
    made.chain([("json", Some(json))]).collect()
}

#[test]
fn every_file_is_as_it_was_read() {
    let rewrites = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut differing = Vec::new();
    for (name, verdict) in INPUTS {
        let report = report(name);
        assert_eq!(report.verdict, *verdict, "{name}");
        for (ending, made) in files(&report) {
            let path = file(&format!("{name}.{ending}"));
            if rewrites {
                match &made {
                    Some(made) => fs::write(&path, made).expect("written"),
                    None => drop(fs::remove_file(&path)),
                }
            }
            if fs::read_to_string(&path).ok() != made {
                differing.push(path.display().to_string());
            }
        }
    }
    assert!(differing.is_empty(), "not what these files hold:\n{}", differing.join("\n"));
}

#[test]
fn a_request_is_made_exactly_where_a_row_has_a_remedy() {
    for (name, report) in reports::of_cases() {
        let remedies: Vec<_> =
            report.resources.iter().filter_map(|row| row.remedy.as_ref()).collect();
        let script = render(format("shell-script").expect("the format"), &report);
        let asked: Vec<String> = script.iter().flat_map(|script| commands(script)).collect();
        let expected: Vec<_> = remedies.iter().map(|remedy| remedy.command.clone()).collect();
        assert_eq!(asked, expected, "{name}");
        let terraform = render(format("terraform").expect("the format"), &report);
        assert_eq!(terraform.is_some(), !remedies.is_empty(), "{name}");
    }
}

/// AWS takes no request beside one that is open, and the script says so above its own.
#[test]
fn a_request_beside_an_open_one_says_so() {
    let mut seen = 0;
    for (name, report) in reports::of_cases() {
        let Some(script) = render(format("shell-script").expect("the format"), &report) else {
            continue;
        };
        for row in report.resources.iter().filter(|row| row.remedy.is_some()) {
            let is_open = |step: &RemedyStep| step.reason.id() == "step-pending-less";
            if row.steps.iter().any(is_open) {
                let lines: Vec<&str> = script.lines().collect();
                let code = row.quota.as_ref().expect("a quota").quota_code;
                let at = lines
                    .iter()
                    .position(|line| line.starts_with("request ") && line.contains(code));
                let above = lines[at.expect("a request") - 1];
                assert!(above.starts_with("# AWS has been asked"), "{name}: {above}");
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

/// The commands that a script runs, one for each call of its function.
fn commands(script: &str) -> Vec<String> {
    let calls = script.lines().filter_map(|line| line.strip_prefix("request "));
    let words = |call: &str| call[call.find("--region").expect("a Region")..].to_owned();
    let calls = calls.filter(|call| call.contains("--region"));
    calls
        .map(|call| format!("aws service-quotas request-service-quota-increase {}", words(call)))
        .collect()
}

#[test]
fn vcpu_is_asked_for_first_and_global_quotas_in_their_own_region() {
    let script = render(format("shell-script").expect("the format"), &report("not-ready"));
    let commands = commands(&script.expect("requests"));
    assert!(commands[0].contains("L-1216C47A"), "{commands:?}");
    let zones = commands.iter().find(|command| command.contains("L-4EA4796A"));
    assert!(zones.expect("a request for zones").contains("--region us-east-1 "));
    let others = commands.iter().filter(|command| command.contains("--region us-west-2 "));
    assert_eq!(others.count(), commands.len() - 1);
}

#[test]
fn formats_have_names_of_their_own() {
    let report = report("empty");
    let names: Vec<_> = FORMATS.iter().map(|format| file_name(&report, format.ending)).collect();
    assert_eq!(
        names,
        [
            "byoc-readiness-2026-11-26.md",
            "byoc-readiness-2026-11-26.csv",
            "byoc-readiness-2026-11-26.svg",
            "byoc-readiness-2026-11-26.sh",
            "byoc-readiness-2026-11-26.tf",
        ]
    );
    for Format { id, media_type, .. } in FORMATS {
        assert_eq!(format(id).map(|found| found.id), Some(*id));
        assert!(media_type.contains('/'), "{id}");
    }
    assert!(format("json").is_none(), "the contract is written by whoever has the report");
}

/// The document leaves nothing of the report out.
#[test]
fn the_document_says_everything_that_the_report_says() {
    for (name, _) in INPUTS {
        let report = report(name);
        let Outline { title, blocks } = outline(&report);
        assert!(!title.is_empty());
        let text: Vec<String> = blocks.iter().flat_map(texts).collect();
        let says = |what: &str| text.iter().any(|text| text.contains(what));
        let mut wanted = vec![report.today.as_str(), &report.summary, &report.profile.title];
        wanted.extend([report.profile.source.as_str(), &report.profile.region]);
        for row in &report.resources {
            wanted.extend([row.explanation.as_str(), &row.required.text]);
            let amounts = [&row.limit, &row.in_use, &row.available, &row.shortfall];
            wanted.extend(amounts.into_iter().flatten().map(|amount| amount.text.as_str()));
            wanted.extend(row.quota.iter().flat_map(|quota| [quota.quota_name, quota.quota_code]));
            wanted.extend(row.steps.iter().map(|step| step.explanation.as_str()));
            if let Some(remedy) = &row.remedy {
                wanted.extend([remedy.command.as_str(), &remedy.console_url]);
            }
            let given = row.also.iter().filter(|also| also.limit.is_some());
            wanted.extend(given.map(|also| also.quota_name));
        }
        wanted.extend(report.checks.iter().flat_map(|check| [&*check.label, &*check.explanation]));
        let license = &report.license;
        wanted.extend(license.id.as_deref());
        wanted.extend(license.valid_from.as_deref());
        wanted.extend(license.valid_until.as_deref());
        let sources = report.sources.iter().flat_map(|source| &source.problems);
        let said = license.problems.iter().chain(&report.notices).chain(sources);
        wanted.extend(said.map(|problem| problem.message.as_str()));
        wanted.extend(report.sources.iter().map(|source| source.name.as_str()));
        for what in wanted {
            assert!(says(what), "{name}: {what:?} is not in the document");
        }
    }
}

fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![text.clone()],
        Block::Code { text, .. } | Block::Picture { text, .. } => vec![text.clone()],
        Block::Table(Table { columns, rows }) => {
            assert!(rows.iter().all(|row| row.len() == columns.len()));
            rows.iter().flatten().cloned().collect()
        }
        Block::List { entries, .. } => {
            entries.iter().flat_map(|entry| [entry.label.clone(), entry.text.clone()]).collect()
        }
        Block::Link { text, url } => {
            assert!(url.starts_with("https://"), "{url}");
            vec![text.clone(), url.clone()]
        }
    }
}

/// A picture of a thing is drawn once for each row, and the bar is as long as the page's.
#[test]
fn the_picture_has_a_bar_for_each_row() {
    for (name, report) in reports::of_cases() {
        let svg = render(format("svg").expect("the format"), &report).expect("a picture");
        let svg =
            roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        let bars: Vec<u32> = svg
            .descendants()
            .filter(|node| node.has_tag_name("rect") && node.attribute("height") == Some("16"))
            .map(|bar| bar.attribute("width").expect("a width").parse().expect("a whole number"))
            .collect();
        let expected =
            report.resources.iter().flat_map(|row| [row.covered().percent * 12 / 5, 240]);
        assert_eq!(bars, expected.collect::<Vec<_>>(), "{name}");
        for row in report.resources.iter().filter(|row| row.status == Status::Short) {
            assert!(row.covered().percent < 100, "{name}: {:?}", row.id);
        }
    }
}

/// Every block of Terraform that is handed out is what its parser takes for the request.
#[test]
fn terraform_parses_and_says_what_the_command_says() {
    let mut parsed = 0;
    for (name, report) in reports::of_cases() {
        let mut alone = 0;
        for remedy in report.resources.iter().filter_map(|row| row.remedy.as_ref()) {
            let body = hcl::parse(&remedy.terraform).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(requests(&body), [words(&remedy.command)], "{name}");
            assert_eq!(body.blocks().count(), 2, "{name}");
            alone += 1;
        }
        if let Some(whole) = render(format("terraform").expect("the format"), &report) {
            let body = hcl::parse(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
            let found = requests(&body);
            let commands = report.resources.iter().filter_map(|row| row.remedy.as_ref());
            let expected: Vec<_> = commands.map(|remedy| words(&remedy.command)).collect();
            assert_eq!(found, expected, "{name}");
            let count = |kind: &str| body.blocks().filter(|b| b.identifier() == kind).count();
            assert_eq!((count("terraform"), count("resource")), (1, alone), "{name}");
            parsed += 1;
        }
    }
    assert!(parsed > 20, "{parsed}");
}

/// What each resource asks for: Region, service, quota and value.
fn requests(body: &hcl::Body) -> Vec<[String; 4]> {
    let text = |block: &hcl::Block, name: &str| {
        let mut attributes = block.body().attributes();
        let found = attributes.find(|attribute| attribute.key() == name);
        match found.unwrap_or_else(|| panic!("no {name}")).expr() {
            hcl::Expression::String(text) => text.clone(),
            other => other.to_string(),
        }
    };
    let of = |kind: &'static str| body.blocks().filter(move |block| block.identifier() == kind);
    let provider = |name: &str| {
        let found = of("provider").find(|block| format!("aws.{}", text(block, "alias")) == name);
        text(found.expect("the provider"), "region")
    };
    let asked = |block: &hcl::Block| {
        let region = provider(&text(block, "provider"));
        [region, text(block, "service_code"), text(block, "quota_code"), text(block, "value")]
    };
    of("resource").map(asked).collect()
}

/// The words of a command that say what is asked for.
fn words(command: &str) -> [String; 4] {
    let word = |name: &str| {
        let behind = command.split_once(&format!("{name} ")).expect("the option").1;
        behind.split(' ').next().expect("a word").to_owned()
    };
    ["--region", "--service-code", "--quota-code", "--desired-value"].map(word)
}

/// Whether `program` is here; where it is not, what only it can show is not shown.
fn is_here(program: &str) -> bool {
    let shows = format!("command -v {program}");
    let found = Command::new("sh").args(["-c", &shows]).stdout(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

/// Runs `program` on the text of a script.
fn run(program: &str, words: &[&str], script: &str, path: Option<&Path>) -> (bool, String, String) {
    use std::io::Write;
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.envs(path.map(|path| ("PATH", path.as_os_str())));
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("its input").write_all(script.as_bytes()).expect("it reads");
    let done = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (done.status.success(), text(done.stdout), text(done.stderr))
}

#[test]
fn the_script_is_one_that_shells_and_shellcheck_take() {
    let script = render(format("shell-script").expect("the format"), &report("not-ready"));
    let script = script.expect("requests");
    for (program, words) in [
        ("bash", &["-n"] as &[&str]),
        ("dash", &["-n"]),
        ("shellcheck", &["--severity=style", "-"]),
    ] {
        if is_here(program) {
            let (is_fine, out, error) = run(program, words, &script, None);
            assert!(is_fine, "{program}: {out}{error}");
        }
    }
}

/// A stand-in for the AWS CLI refuses one request: the others are made, and the script says so.
#[cfg(unix)]
#[test]
fn the_script_goes_on_where_one_request_fails() {
    use std::os::unix::fs::PermissionsExt;
    if !is_here("bash") {
        return;
    }
    let folder = std::env::temp_dir().join(format!("byoc-hand-over-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let aws = folder.join("aws");
    let answer = "#!/bin/sh\ncase \"$*\" in *L-F678F1CE*) echo QuotaExceededException >&2; exit 254;; esac\n\
                  printf 'id-of\\tPENDING\\n'\n";
    fs::write(&aws, answer).expect("written");
    fs::set_permissions(&aws, fs::Permissions::from_mode(0o755)).expect("made a program");
    let script = render(format("shell-script").expect("the format"), &report("not-ready"));
    let script = script.expect("requests");
    let mut path = folder.clone().into_os_string();
    path.push(":/usr/bin:/bin");
    let (is_fine, out, error) = run("bash", &["-s"], &script, Some(Path::new(&path)));
    fs::remove_dir_all(&folder).expect("removed");
    assert!(!is_fine);
    assert_eq!(out.matches("id-of\tPENDING").count(), commands(&script).len() - 1, "{out}");
    assert!(error.contains("Failed: VPC\n"), "{error}");
    assert!(error.contains("QuotaExceededException"), "{error}");
}
