//! Names come from everywhere: sources, profiles, pastes, typed fields. Whatever they hold, in every
//! file that is handed over they are text and nothing else.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use byoc_readiness::assess;
use byoc_readiness::hand_over::{Outline, format, outline, render};
use byoc_readiness::report::{
    Answers, Input, InstanceCount, OwnProfile, OwnType, ProfileChoice, Report, ResourceId,
    SourceText, StatedFields,
};
use csv_core::{ReadRecordResult, Reader};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What somebody may call a thing.
const HOSTILE: &[&str] = &[
    "'; rm -rf ~; echo '",
    "\"; rm -rf ~; echo \"",
    "$(touch /tmp/owned)",
    "`touch /tmp/owned`",
    "${jndi:ldap://a.example/x}",
    "%{ if true }x%{ endif }",
    "${file(\"/etc/passwd\")}",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    " \t=1+1",
    "\"=1+1",
    "'=1+1",
    "＝1+1",
    "a;=1+1",
    "a,\"=1+1",
    "\r\n=1+1",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- x",
    "]]><script/>",
    "&lt;b&gt; &#x202e; &amp;",
    "</title></text></svg>",
    "\" onload=\"alert(1)",
    "a\u{202e}gpj.exe",
    "a\u{200f}b\u{200e}c\u{2066}d\u{2069}",
    "one\ntwo",
    "one\r\ntwo",
    "one\u{2028}two\u{85}three",
    "a | b | c",
    "a \\| b",
    "a\\",
    "# title",
    "## title",
    "- point",
    "1. point",
    "> quote",
    "---",
    "===",
    "| --- |",
    "```\nrm -rf ~\n```",
    "~~~",
    "*bold* **bold** _bold_ ~~gone~~",
    "[click](javascript:alert(1))",
    "![x](https://a.example/x.png)",
    "[x]: https://a.example",
    "<https://a.example>",
    "[^1]",
    "- [ ] task",
    "$x$ $$y$$",
    "EOF\nrm -rf ~\nEOF",
    "*/ rm -rf ~ /*",
    "\\\nrm -rf ~",
    "\u{0}\u{7}\u{1b}[31mred\u{7f}",
    "#!/bin/sh",
    "shellcheck disable=all",
    "\"\nresource \"aws_iam_user\" \"x\" {}\n",
    "~command~ ~failed~",
];

/// A name that wants nothing.
const PLAIN: &str = "name";

/// Short rows of a Region and of the whole account, and one that is not adjustable. They name no
/// account, so that they count whichever is chosen.
const LIMITS: &str = r#"
{"ServiceCode":"ec2","QuotaCode":"L-1216C47A","Value":8.0}
{"ServiceCode":"vpc","QuotaCode":"L-F678F1CE","Value":1.0}
{"ServiceCode":"route53","QuotaCode":"L-4EA4796A","Value":1.0}
{"ServiceCode":"elasticloadbalancing","QuotaCode":"L-69A177A2","Value":0.0,"Adjustable":false}
License ID: lic-0042
"#;

fn given(sources: Vec<SourceText>, answers: Answers) -> Option<Report> {
    assess(&Input { sources, answers, today: "2026-11-26".to_owned() }).ok()
}

fn source(name: &str, text: String) -> SourceText {
    SourceText { name: Some(name.to_owned()), text }
}

/// A report that `name` reached by every way that leads into one.
fn reached_by(name: &str) -> Report {
    let own = OwnProfile {
        id: name.to_owned(),
        title: name.to_owned(),
        // Alone it might be an address that runs something, which is refused.
        source: format!("see {name}"),
        regions: vec!["us-west-2".to_owned()],
        instances: vec![OwnType {
            name: name.to_owned(),
            count: 4,
            vcpu: Some(16),
            memory_gib: Some(64),
        }],
        needs: [
            ("vpc", "2"),
            ("dns-zone", "2"),
            ("load-balancer", "1"),
            ("object-storage", "2 TB"),
        ]
        .map(|(row, need)| (row.to_owned(), need.to_owned()))
        .into(),
        ..OwnProfile::default()
    };
    let mut answers = Answers {
        profile: Some(ProfileChoice::Own(Box::new(own))),
        account: Some(name.to_owned()),
        licensed_instances: Some(vec![name.to_owned()]),
        include_ids: true,
        ..Answers::default()
    };
    answers.license.id = Some(name.to_owned());
    answers.license.core_size = Some(name.to_owned());
    answers.license.valid_until = Some(name.to_owned());
    answers.adjustments.vpc = Some(name.to_owned());
    answers.adjustments.existing_vpc = true;
    answers.adjustments.needs = BTreeMap::from([(ResourceId::DnsZone, name.to_owned())]);
    let typed = || Some(name.to_owned());
    let stated = StatedFields { limit: typed(), in_use: typed(), available: typed() };
    answers.stated.insert(ResourceId::Vpc, stated);
    answers.stated.insert(
        ResourceId::ObjectStorage,
        StatedFields { available: Some("1 TB".to_owned()), ..StatedFields::default() },
    );
    let quoted = serde_json::to_string(name).expect("JSON");
    let quoted = quoted.trim_matches('"');
    let pasted = format!(
        "{{\"QuotaArn\":\"arn:aws:servicequotas:{quoted}:{quoted}:ec2/L-0263D0A3\",\"Value\":\"{quoted}\"}}\n\
         {{\"{quoted}\":\"{quoted}\"}}\n{name}\nLicense ID: {name}\nCore size: {name}\nValid until: {name}\n"
    );
    let sources =
        vec![source(name, LIMITS.to_owned()), source(name, pasted), source(name, name.to_owned())];
    given(sources, answers).expect("a report")
}

/// A report with `name` in every one of its texts that comes from outside, or from a sentence that
/// may hold such.
fn filled_with(name: &str) -> Report {
    let plain = Answers { include_ids: true, ..Answers::default() };
    let sources = vec![source("limits", LIMITS.to_owned()), source("two", "?".to_owned())];
    let mut report = given(sources, plain).expect("a report");
    let text = || name.to_owned();
    let Report { summary, profile, resources, license, checks, sources, notices, .. } = &mut report;
    *summary = text();
    (profile.id, profile.title, profile.source) = (text(), text(), text());
    profile.source_date = Some(text());
    for row in resources {
        row.explanation = text();
        row.required.text = text();
        for amount in [&mut row.limit, &mut row.in_use, &mut row.available, &mut row.shortfall] {
            amount.iter_mut().for_each(|amount| amount.text = text());
        }
        row.steps.iter_mut().for_each(|step| step.explanation = text());
    }
    license.id = Some(text());
    license.valid_from = Some(text());
    license.valid_until = Some(text());
    for check in checks {
        (check.label, check.explanation) = (text(), text());
    }
    for source in sources.iter_mut() {
        source.name = text();
        (source.accounts, source.regions) = (vec![text(), text()], vec![text()]);
    }
    let said = sources.iter_mut().flat_map(|source| &mut source.problems);
    for problem in said.chain(&mut license.problems).chain(notices) {
        problem.message = text();
    }
    report
}

/// Both, for every hostile name.
fn reports() -> impl Iterator<Item = (&'static str, Report)> {
    HOSTILE.iter().flat_map(|name| [(*name, reached_by(name)), (*name, filled_with(name))])
}

fn made(id: &str, report: &Report) -> Option<String> {
    render(format(id).expect("the format"), report)
}

/// Nothing that nobody sees, but the ends of lines.
fn assert_visible(name: &str, text: &str) {
    let hidden = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    assert!(!text.contains(hidden), "{name:?}: {text:?}");
}

#[test]
fn the_names_reach_the_reports() {
    for name in HOSTILE {
        let report = reached_by(name);
        assert_eq!(report.profile.title, *name);
        assert!(report.sources.iter().all(|source| source.name == *name));
        let said = report.notices.iter().filter(|notice| notice.message.contains(name.trim()));
        assert!(said.count() > 0, "{name:?}");
        assert_eq!(report.license.id.as_deref(), Some(name.trim()));
        assert!(made("shell-script", &report).is_some() && made("terraform", &report).is_some());
    }
}

// Markdown.

fn events(text: &str) -> Vec<Event<'_>> {
    let all = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    Parser::new_ext(text, all).collect()
}

/// The document's structure, without its texts.
fn structure(text: &str) -> Vec<String> {
    let shown = events(text).into_iter().filter(|event| !matches!(event, Event::Text(_)));
    shown.map(|event| format!("{event:?}")).collect()
}

#[test]
fn in_markdown_they_are_text() {
    let expected = structure(&made("markdown", &filled_with(PLAIN)).expect("a document"));
    for name in HOSTILE {
        let text = made("markdown", &filled_with(name)).expect("a document");
        assert_eq!(structure(&text), expected, "{name:?}");
    }
    for (name, report) in reports() {
        let text = made("markdown", &report).expect("a document");
        assert_visible(name, &text);
        let (mut width, mut cells, mut seen) = (0, 0, String::new());
        for event in events(&text) {
            match event {
                Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Rule
                | Event::TaskListMarker(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::FootnoteReference(_) => {
                    panic!("{name:?}: {event:?}")
                }
                Event::Start(Tag::Image { .. } | Tag::Emphasis | Tag::Strikethrough) => {
                    panic!("{name:?}: {event:?}")
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let known = ["https://us-west-2.console", "https://us-east-1.console"];
                    assert!(known.iter().any(|known| dest_url.starts_with(known)), "{dest_url}");
                }
                Event::Start(Tag::Table(columns)) => width = columns.len(),
                Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::End(TagEnd::TableRow | TagEnd::TableHead) => assert_eq!(cells, width),
                Event::Text(text) => seen.push_str(&text),
                _ => {}
            }
        }
        // Bars stand in no hostile name: tables are as wide as their heads, and no cell is lost.
        let Outline { blocks, .. } = outline(&report);
        assert!(blocks.len() > 20);
        if !name.contains(|c: char| c.is_control() || !c.is_ascii()) {
            assert!(seen.contains(name.trim()), "{name:?} is not shown as it is: {seen}");
        }
    }
}

// CSV.

/// The records, read by a reader of RFC 4180.
fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader: Reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut rest, mut records) = (text.as_bytes(), Vec::new());
    let (mut room, mut ends) = (vec![0; text.len() + 1], vec![0; 4096]);
    loop {
        let (mut written, mut ended, mut result) = (0, 0, ReadRecordResult::InputEmpty);
        while matches!(result, ReadRecordResult::InputEmpty) {
            let (next, read, out, count) =
                reader.read_record(rest, &mut room[written..], &mut ends[ended..]);
            (rest, written, ended, result) = (&rest[read..], written + out, ended + count, next);
        }
        match result {
            ReadRecordResult::Record => {
                let mut from = 0;
                let cells = ends[..ended].iter().map(|&to| {
                    let cell = String::from_utf8_lossy(&room[from..to]).into_owned();
                    from = to;
                    cell
                });
                records.push(cells.collect());
            }
            ReadRecordResult::End => return records,
            other => panic!("{other:?}"),
        }
    }
}

fn assert_no_formula(name: &str, cell: &str) {
    let is_number = cell.parse::<f64>().is_ok();
    let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let had_quote = cell.trim_start().trim_start_matches('"').trim_start().starts_with('\'');
    let is_formula = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    assert!(is_number || had_quote || !is_formula, "{name:?}: {cell:?}");
    assert!(!cell.starts_with(['\t', '\r', '\n', '=', '+', '@']), "{name:?}: {cell:?}");
}

#[test]
fn in_a_spreadsheet_they_are_text() {
    for (name, report) in reports() {
        let text = made("csv", &report).expect("a table");
        let text = text.strip_prefix('\u{feff}').expect("the mark");
        assert_visible(name, &text.replace("\r\n", "\n"));
        assert_eq!(text.matches('\r').count(), text.matches('\n').count());
        let records = records(text, b',');
        let width = records[0].len();
        let rows = 1 + 1 + report.resources.len() + 6 + report.checks.len();
        assert_eq!((records.len(), width), (rows, 20), "{name:?}");
        for cell in records.iter().flatten() {
            assert_no_formula(name, cell);
        }
        assert!(records.iter().all(|record| record.len() == width), "{name:?}");
        // Where a spreadsheet parts cells at semicolons, or at commas whatever the quotes say.
        for line in text.lines() {
            line.split(';').chain(line.split(',')).for_each(|cell| assert_no_formula(name, cell));
        }
    }
}

// SVG.

fn elements(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let shown = document.descendants().filter(roxmltree::Node::is_element).map(|node| {
        let attributes = node.attributes().map(|a| format!("{}={}", a.name(), a.value()));
        format!("{} {}", node.tag_name().name(), attributes.collect::<Vec<_>>().join(" "))
    });
    shown.collect()
}

#[test]
fn in_the_picture_they_are_text() {
    let expected = elements(&made("svg", &filled_with(PLAIN)).expect("a picture"));
    for name in HOSTILE {
        let svg = made("svg", &filled_with(name)).expect("a picture");
        assert_eq!(elements(&svg), expected, "{name:?}");
    }
    for (name, report) in reports() {
        let svg = made("svg", &report).expect("a picture");
        assert_visible(name, &svg);
        for element in elements(&svg) {
            let tag = element.split(' ').next().expect("a name");
            let known =
                ["svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "g", "text"];
            assert!(known.contains(&tag) && !element.contains(" on"), "{name:?}: {element}");
        }
    }
}

// Programs.

/// The lines that do something.
fn code(program: &str) -> Vec<&str> {
    program.lines().filter(|line| !line.starts_with('#') || line.starts_with("#!")).collect()
}

fn is_bash_happy(script: &str) -> bool {
    let Ok(mut bash) = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn() else {
        return true;
    };
    bash.stdin.take().expect("its input").write_all(script.as_bytes()).expect("it reads");
    bash.wait().expect("it ends").success()
}

#[test]
fn in_programs_they_are_nothing_but_comments() {
    for id in ["shell-script", "terraform"] {
        for make in [reached_by, filled_with] {
            let plain = made(id, &make(PLAIN)).expect("requests");
            for name in HOSTILE {
                let program = made(id, &make(name)).expect("requests");
                assert_eq!(code(&program), code(&plain), "{name:?}");
                for line in program.lines() {
                    assert!(line.bytes().all(|b| (b' '..=b'~').contains(&b)), "{name:?}: {line}");
                }
                assert!(!program.contains('\r') && program.ends_with('\n'));
            }
        }
    }
}

#[test]
fn shells_and_terraform_read_them_as_before() {
    for (name, report) in reports() {
        let script = made("shell-script", &report).expect("requests");
        assert!(is_bash_happy(&script), "{name:?}");
        let terraform = made("terraform", &report).expect("requests");
        let body = hcl::parse(&terraform).unwrap_or_else(|error| panic!("{name:?}: {error}"));
        let kinds: Vec<&str> = body.blocks().map(hcl::Block::identifier).collect();
        let requests = script.matches("\nrequest ").count();
        let mut expected = vec!["terraform", "provider", "provider"];
        expected.extend(vec!["resource"; requests]);
        assert_eq!(kinds, expected, "{name:?}");
        assert_eq!(body.attributes().count(), 0);
    }
}

/// A Region that is none reaches neither a command nor a provider.
#[test]
fn a_region_that_is_none_is_asked_nothing() {
    for name in HOSTILE {
        let answers = Answers { region: Some((*name).to_owned()), ..Answers::default() };
        let report = given(vec![source(name, LIMITS.to_owned())], answers).expect("a report");
        for id in ["shell-script", "terraform"] {
            if let Some(program) = made(id, &report) {
                let region = report.profile.region.trim();
                assert!(code(&program).iter().all(|line| !line.contains(region)), "{name:?}");
                assert!(program.contains("us-east-1"), "{name:?}: {program}");
            }
        }
        let mut report = reached_by(PLAIN);
        report.profile.region = (*name).to_owned();
        let script = made("shell-script", &report).expect("the global request");
        assert_eq!(script.matches("\nrequest ").count(), 1, "{name:?}");
        assert!(is_bash_happy(&script), "{name:?}");
    }
}

/// Regions and days of a host's own profile are no free text.
#[test]
fn regions_and_days_that_are_none_are_refused_before_they_reach_a_report() {
    for name in HOSTILE {
        let own = |region: &str, day: Option<&str>| OwnProfile {
            id: "own".to_owned(),
            title: "Own".to_owned(),
            source: "us".to_owned(),
            source_date: day.map(str::to_owned),
            regions: vec![region.to_owned()],
            needs: [("vpc".to_owned(), "2".to_owned())].into(),
            ..OwnProfile::default()
        };
        let assessed = |own| {
            let profile = Some(ProfileChoice::Own(Box::new(own)));
            given(Vec::new(), Answers { profile, ..Answers::default() })
        };
        assert!(assessed(own("us-west-2", Some("2026-11-24"))).is_some());
        assert!(assessed(own(name, None)).is_none(), "{name:?}");
        assert!(assessed(own("us-west-2", Some(name))).is_none(), "{name:?}");
    }
}

/// What a person adjusts is text as well.
#[test]
fn instances_that_are_none_are_refused_before_they_reach_a_report() {
    for name in HOSTILE {
        let mut answers = Answers::default();
        answers.adjustments.instances =
            Some(vec![InstanceCount { name: (*name).to_owned(), count: 1 }]);
        assert!(given(Vec::new(), answers).is_none(), "{name:?}");
    }
}
