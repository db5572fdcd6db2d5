//! What happens to a paste on its way never makes a wrong number of it: cut at either end, other
//! line ends, indented, with prompts in it, with its columns in another order, broken by a narrow
//! terminal, behind another one. There are fewer facts then, and a problem, or the same facts.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use byoc_readiness::assess;
use byoc_readiness::quantity::Quantity;
use byoc_readiness::read::{Asked, Fact, Reading, What, decode, read};
use byoc_readiness::report::{Answers, Input, SourceText};
use serde_json::Value as Json;

/// Every sample that is text, with its name.
fn samples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut samples: Vec<(String, String)> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .filter_map(|entry| {
            let name = entry.file_name().into_string().expect("a name");
            let text = decode(fs::read(entry.path()).expect("a file")).ok()?;
            Some((name, text))
        })
        .collect();
    samples.sort();
    assert!(samples.len() > 240);
    samples
}

/// Above this a sample is cut at so many seeded lines only.
const LARGE: usize = 100_000;
const CUTS_OF_LARGE: u64 = 200;

/// Offsets behind each line end.
fn line_ends(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = (0..bytes.len()).filter(|&at| {
        bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    });
    ends.map(|at| at + 1).collect()
}

/// A sequence that is the same in every run.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// Tells what is wrong in the reading of a changed text, against that of the text before.
///
/// `rest` is the other part of a cut: where both parts say nothing of a cut and together all that
/// the whole said, the cut fell between two documents that are whole by themselves.
fn wrong(before: &Reading, after: &Reading, text: &str, rest: &str) -> Option<String> {
    for fact in &after.facts {
        if !before.facts.iter().any(|known| says_no_more(known, fact, text)) {
            return Some(format!("{fact:?}"));
        }
    }
    let is_silent = after.problems.is_empty();
    let has_fewer = after.facts.len() < before.facts.len();
    let is_wrong = has_fewer && is_silent;
    let is_between = is_wrong && {
        let rest = read(rest);
        let is_silent = rest.problems.len() <= before.problems.len();
        is_silent && after.facts.len() + rest.facts.len() >= before.facts.len()
    };
    (is_wrong && !is_between)
        .then(|| format!("{} of {} facts, and no problem", after.facts.len(), before.facts.len()))
}

/// Whether `fact` is `known`, or says less of the same thing.
fn says_no_more(known: &Fact, fact: &Fact, text: &str) -> bool {
    // What only the command or a heading above said is lost with it.
    let place = |known: &Option<String>, found: &Option<String>| {
        known == found
            || (found.is_none()
                && known.as_ref().is_some_and(|known| !text.contains(known.as_str())))
    };
    // A lower bound may have lost whose it is, too: it makes nothing look roomier.
    let is_bound = matches!(fact.what, What::Use { lower_bound: true, .. });
    let place = |left, right: &Option<String>| place(left, right) || (is_bound && right.is_none());
    if !place(&known.account, &fact.account) || !place(&known.region, &fact.region) {
        return false;
    }
    match (&known.what, &fact.what) {
        (
            What::Use { quota, used, counted, within, .. },
            What::Use { quota: q, used: u, lower_bound: l, counted: c, within: w },
        ) => {
            let same = |left: &Quantity, right: &Quantity| left.whole == right.whole;
            quota == q
                && counted == c
                && within == w
                && (same(used, u) || (u.whole < used.whole && *l))
        }
        (What::Listed { kind, whole }, What::Listed { kind: k, whole: w }) => {
            kind == k && (whole == w || !w)
        }
        // A part of a list shows fewer policies, and says that it is a part.
        (
            What::Attached { role, count, has_own, whole },
            What::Attached { role: r, count: c, has_own: h, whole: w },
        ) => {
            let is_same = count == c && has_own == h && (whole == w || !w);
            role == r && (is_same || (c < count && !w && (has_own == h || !h)))
        }
        // Without the command above it, a list does not say what it is about.
        (What::OfferingsListed { asked, whole }, What::OfferingsListed { asked: a, whole: w }) => {
            (asked == a || *a == Asked::Unknown) && (whole == w || !w)
        }
        (
            What::Limit { quota, limit, basis, resource_level, adjustable },
            What::Limit { quota: q, limit: l, basis: b, resource_level: r, adjustable: a },
        ) => {
            let same = quota == q && limit == l && basis == b && resource_level == r;
            same && (a == adjustable || a.is_none())
        }
        (known, found) => known == found,
    }
}

fn check(changed: impl Fn(&str, &str) -> Vec<(String, String)>) {
    check_with_rest(|name, text| {
        let changed = changed(name, text).into_iter();
        changed.map(|(how, changed)| (how, changed, String::new())).collect()
    });
}

fn check_with_rest(changed: impl Fn(&str, &str) -> Vec<(String, String, String)>) {
    let mut wrongs = Vec::new();
    let mut count = 0_usize;
    for (name, text) in samples() {
        let before = read(&text);
        for (how, changed, rest) in changed(&name, &text) {
            count += 1;
            if let Some(what) = wrong(&before, &read(&changed), &changed, &rest) {
                wrongs.push(format!("{name}: {how}: {what}"));
                if wrongs.len() > 40 {
                    break;
                }
            }
        }
    }
    assert!(count > 0);
    assert!(wrongs.is_empty(), "{} of {count}:\n{}", wrongs.len(), wrongs.join("\n"));
}

fn cuts(text: &str) -> Vec<usize> {
    let ends = line_ends(text);
    if text.len() < LARGE {
        return ends;
    }
    let mut seeded = Seeded(7);
    (0..CUTS_OF_LARGE).map(|_| ends[seeded.below(ends.len())]).collect()
}

#[test]
fn a_cut_at_the_end_gives_no_wrong_number() {
    check_with_rest(|_, text| {
        let cut = |at: usize| {
            (format!("cut behind byte {at}"), text[..at].to_owned(), text[at..].to_owned())
        };
        cuts(text).into_iter().filter(|at| *at < text.len()).map(cut).collect()
    });
}

#[test]
fn a_cut_at_the_beginning_gives_no_wrong_number() {
    check_with_rest(|_, text| {
        let cut = |at: usize| {
            (format!("cut before byte {at}"), text[at..].to_owned(), text[..at].to_owned())
        };
        cuts(text).into_iter().filter(|at| *at < text.len()).map(cut).collect()
    });
}

#[test]
fn other_line_ends_change_nothing() {
    check(|_, text| {
        let lines = text.replace("\r\n", "\n");
        vec![("CRLF".to_owned(), lines.replace('\n', "\r\n"))]
    });
}

#[test]
fn indentation_gives_no_wrong_number() {
    check(|_, text| {
        let indent = |by: &str| {
            let lines: Vec<String> = text.split('\n').map(|line| format!("{by}{line}")).collect();
            (format!("indented by {by:?}"), lines.join("\n"))
        };
        ["  ", "    ", "\t", "> "].map(indent).to_vec()
    });
}

#[test]
fn prompts_between_lines_give_no_wrong_number() {
    const PROMPTS: &[&str] =
        &["$ \n", "[cloudshell-user@ip-10-2-3-4 ~]$ \n", "PS C:\\Users\\ann>\n"];
    check(|_, text| {
        let ends = line_ends(text);
        let mut seeded = Seeded(text.len() as u64);
        let mut changed = Vec::new();
        for round in 0..12 {
            if ends.is_empty() {
                break;
            }
            let prompt = PROMPTS[round % PROMPTS.len()];
            let at = ends[seeded.below(ends.len())];
            changed.push((
                format!("{prompt:?} at byte {at}"),
                format!("{}{prompt}{}", &text[..at], &text[at..]),
            ));
        }
        changed
    });
}

#[test]
fn a_narrow_terminal_gives_no_wrong_number() {
    check(|_, text| {
        let wrap = |width: usize| {
            let mut wrapped = String::new();
            for line in text.split_inclusive('\n') {
                let mut column = 0;
                for c in line.chars() {
                    if column == width && !matches!(c, '\n' | '\r') {
                        wrapped.push('\n');
                        column = 0;
                    }
                    wrapped.push(c);
                    column += 1;
                }
            }
            (format!("wrapped at {width}"), wrapped)
        };
        [80, 100, 120].map(wrap).to_vec()
    });
}

#[test]
fn another_order_of_columns_changes_nothing() {
    check(|name, text| {
        let mut changed = Vec::new();
        if let Ok(json) = serde_json::from_str::<Json>(text) {
            let reversed = serde_json::to_string_pretty(&reversed(json)).expect("JSON");
            changed.push(("keys in reverse".to_owned(), reversed));
        }
        if name.ends_with(".md") || name.contains("proj.dict") && name.ends_with(".table.txt") {
            let lines: Vec<String> = text.lines().map(swapped_cells).collect();
            changed.push(("first column last".to_owned(), lines.join("\n")));
        }
        if name.ends_with(".csv") && !text.contains("\"\"") {
            let rows: Vec<String> = text.lines().map(swapped_fields).collect();
            changed.push(("first field last".to_owned(), rows.join("\n")));
        }
        changed
    });
}

/// Above this a sample is not joined to others.
const SMALL: usize = 20_000;
const JOINED: usize = 1000;

/// What was asked to get a sample, where its name tells: the beginning of its name, and the command.
const ASKED: &[(&str, &str)] = &[
    ("ec2-", "ec2 "),
    ("elb-", "elb "),
    ("elbv2-", "elbv2 "),
    ("eks-", "eks "),
    ("iam-", "iam "),
    ("route53-", "route53 "),
    ("s3api-", "s3api "),
    ("sts-", "sts "),
    ("list-", "service-quotas list-"),
    ("get-", "service-quotas get-"),
    ("request-", "service-quotas request-"),
    ("start-", "service-quotas start-"),
];

/// Commands of samples whose names tell less than all of it.
const ASKED_WITH: &[(&str, &str)] = &[
    ("iam-list-policies-local", "iam list-policies --scope Local"),
    (
        "iam-list-attached-role-policies",
        "iam list-attached-role-policies --role-name zilliz-byoc-bootstrap-role",
    ),
    ("proj.vpc-count", "ec2 describe-vpcs --query 'length(Vpcs)'"),
    ("proj.volumes-sum", "ec2 describe-volumes --query 'sum(Volumes[].Size)'"),
    (
        "proj.bare-value.L-1216C47A",
        "service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --query Quota.Value",
    ),
];

/// The command that gave a sample, in a Region.
fn command_of(name: &str, region: &str) -> Option<String> {
    let with = ASKED_WITH.iter().find(|(begins, _)| name.starts_with(begins));
    let call = match with {
        Some((_, call)) => (*call).to_owned(),
        None => {
            let stem = name.split('.').next()?;
            let (begins, service) = ASKED.iter().find(|(begins, _)| stem.starts_with(begins))?;
            format!("{service}{}", &stem[begins.len()..])
        }
    };
    Some(format!("$ aws {call} --region {region}\n"))
}

#[test]
fn two_outputs_in_one_paste_give_the_facts_of_both_and_no_others() {
    let samples: Vec<(String, String)> =
        samples().into_iter().filter(|(_, text)| text.len() < SMALL).collect();
    let mut seeded = Seeded(2);
    let mut wrongs = Vec::new();
    for round in 0..JOINED {
        // Without a command line between them, two outputs may look like one.
        let is_apart = round % 2 == 0;
        let mut part = |region| {
            let (name, text) = &samples[seeded.below(samples.len())];
            let gap = if is_apart { "\n" } else { "" };
            let command = command_of(name, region).unwrap_or_else(|| gap.to_owned());
            (name, format!("{command}{}\n", text.trim_end_matches(['\r', '\n'])))
        };
        let ((first, one), (second, other)) = (part("us-west-2"), part("eu-west-1"));
        let alone = [&one, &other].map(|text| read(&format!("{text}$ \n")));
        let joined = read(&format!("{one}{other}$ \n"));
        let is_said = |fact: &&Fact| {
            alone.iter().zip([&one, &other]).any(|(reading, text)| {
                reading.facts.iter().any(|known| says_no_more(known, fact, text))
            })
        };
        for fact in joined.facts.iter().filter(|fact| !is_said(fact)) {
            wrongs.push(format!("{first} + {second}: {fact:?}"));
        }
        let counts = alone.each_ref().map(|reading| reading.facts.len());
        let has_fewer = joined.facts.len() < counts.iter().sum();
        let says = |reading: &Reading, id: &str| {
            reading.problems.iter().any(|problem| problem.reason.id() == id)
        };
        let is_new = |id: &str| !alone.iter().any(|reading| says(reading, id));
        let is_silent = !joined.problems.iter().any(|problem| is_new(problem.reason.id()));
        if has_fewer && is_silent && is_apart {
            wrongs.push(format!("{first} + {second}: {} of {counts:?}", joined.facts.len()));
        }
    }
    assert!(wrongs.is_empty(), "{}:\n{}", wrongs.len(), wrongs.join("\n"));
}

/// What a report says of the rows and checks of these sources.
fn decided(sources: &[&str]) -> Json {
    let source = |text: &&str| SourceText { name: None, text: (*text).to_owned() };
    let sources = sources.iter().map(source).collect();
    let answers = Answers::default();
    let report = assess(&Input { sources, answers, today: "2026-11-24".to_owned() });
    let report = serde_json::to_value(report.expect("an input")).expect("a report is JSON");
    let of = |list: &str, keys: &[&str]| -> Vec<Json> {
        let items = report[list].as_array().into_iter().flatten();
        items.map(|item| keys.iter().map(|key| item[*key].clone()).collect()).collect()
    };
    Json::from(
        [
            of("resources", &["id", "status", "limit", "inUse", "inUseIsLowerBound", "also"]),
            of("checks", &["id", "outcome", "reason"]),
        ]
        .concat(),
    )
}

/// The same answer with one record fewer in its list.
fn with_fewer(text: &str) -> Option<String> {
    let mut json: Json = serde_json::from_str(text).ok()?;
    let list = json.as_object_mut()?.values_mut().find_map(Json::as_array_mut)?;
    (list.len() > 1).then(|| list.pop())?;
    serde_json::to_string_pretty(&json).ok()
}

#[test]
fn two_lists_of_the_same_count_in_one_paste_as_they_do_in_two() {
    let mut count = 0;
    let mut wrongs = Vec::new();
    for (name, text) in samples().into_iter().filter(|(_, text)| text.len() < LARGE) {
        let Some((command, fewer)) = command_of(&name, "us-west-2").zip(with_fewer(&text)) else {
            continue;
        };
        count += 1;
        for (one, other) in [(&text, &fewer), (&fewer, &text)] {
            let (one, other) = (format!("{command}{one}\n"), format!("{command}{other}\n"));
            let (in_one, in_two) = (decided(&[&format!("{one}{other}")]), decided(&[&one, &other]));
            if in_one != in_two {
                wrongs.push(format!("{name}: {in_one} and {in_two}"));
            }
        }
    }
    assert!(count > 20, "{count}");
    assert!(wrongs.is_empty(), "{}:\n{}", wrongs.len(), wrongs.join("\n"));
}

/// The keys of every object in reverse; lists stay, since a position may be a row's only name.
fn reversed(json: Json) -> Json {
    match json {
        Json::Object(fields) => Json::Object(
            fields.into_iter().rev().map(|(key, value)| (key, reversed(value))).collect(),
        ),
        Json::Array(items) => Json::Array(items.into_iter().map(reversed).collect()),
        other => other,
    }
}

/// A row of a table whose first cell stands last.
fn swapped_cells(line: &str) -> String {
    let mark = if line.starts_with('+') { '+' } else { '|' };
    let Some(inner) = line.strip_prefix(mark).and_then(|line| line.strip_suffix(mark)) else {
        return line.to_owned();
    };
    match inner.split_once(mark) {
        Some((first, rest)) => format!("{mark}{rest}{mark}{first}{mark}"),
        None => line.to_owned(),
    }
}

/// A line of CSV whose first field stands last.
fn swapped_fields(line: &str) -> String {
    let mut in_quotes = false;
    let comma = line.char_indices().find(|(_, c)| {
        in_quotes ^= *c == '"';
        *c == ',' && !in_quotes
    });
    comma.map_or_else(|| line.to_owned(), |(at, _)| format!("{},{}", &line[at + 1..], &line[..at]))
}
