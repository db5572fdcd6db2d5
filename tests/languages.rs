//! The languages beside English: each says everything that English says, and nothing that a program
//! reads depends on which of them is spoken.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeSet, HashMap};

use byoc_readiness::assess;
use byoc_readiness::collect::{Shell, Wanted, message, script};
use byoc_readiness::data::guidance::GUIDANCE;
use byoc_readiness::hand_over::{FORMATS, render};
use byoc_readiness::profile::{PROFILES, chosen};
use byoc_readiness::report::{Diagnostic, Report};
use byoc_readiness::text::{
    LANGUAGES, Reason, Sentences, again, current, en, in_english, language, lookup, say, speaking,
};

mod common;
#[path = "common/reports.rs"]
mod reports;
#[path = "common/written.rs"]
mod written;

/// The files, in the order of `LANGUAGES`; English is no file.
const FILES: &[(&str, &str)] = &[
    ("zh-CN", include_str!("../languages/zh-CN.json")),
    ("ja", include_str!("../languages/ja.json")),
];

fn file(text: &str) -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_str(text).expect("JSON")
}

/// What scripts say without the WebAssembly: their English stands in them.
fn of_scripts() -> impl Iterator<Item = &'static str> {
    let scripts = [include_str!("../js/page.js"), include_str!("../js/rescue.js")];
    let begins = scripts.into_iter().flat_map(|script| script.split("say(").skip(1));
    begins.filter_map(|rest| rest.split('"').nth(1)).filter(|id| id.starts_with("script."))
}

fn spoken() -> impl Iterator<Item = (&'static str, Sentences)> {
    FILES.iter().map(|(tag, text)| {
        let given: HashMap<String, String> = serde_json::from_str(text).expect("sentences");
        (*tag, language(tag, &given))
    })
}

/// The parameters of a sentence: those that stand in it as such, and those that only choose a word.
fn parameters(sentence: &str) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let inside = sentence.split('{').skip(1).map(|rest| rest.split('}').next().expect("its end"));
    let (choosing, plain): (Vec<&str>, Vec<&str>) = inside.partition(|name| name.contains('#'));
    let names = choosing.into_iter().map(|name| name.split('#').next().expect("a name"));
    (plain.into_iter().collect(), names.collect())
}

/// Whether a text is in the language's own script somewhere.
fn is_translated(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

#[test]
fn every_language_has_a_file_and_every_file_a_language() {
    let tags: Vec<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let files: Vec<&str> = FILES.iter().map(|(tag, _)| *tag).collect();
    assert_eq!(tags[0], "en");
    assert_eq!(tags[1..], files);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/languages");
    assert_eq!(std::fs::read_dir(folder).expect("the folder").count(), files.len());
}

#[test]
fn every_sentence_of_english_is_in_every_language_and_no_other() {
    for (tag, text) in FILES {
        let given = file(text);
        let english: Vec<&str> =
            en::SENTENCES.iter().map(|(id, _)| *id).chain(of_scripts()).collect();
        for id in &english {
            assert!(given.contains_key(*id), "{tag} has no sentence {id}");
        }
        for id in given.keys() {
            assert!(english.contains(&id.as_str()), "{tag}: {id} is no sentence of English");
        }
        assert_eq!(text.matches("\": \"").count(), english.len(), "{tag} says something twice");
    }
}

/// What a day is made of: a language takes what it writes.
const OF_A_DAY: &[&str] = &["iso", "year", "month", "day"];

#[test]
fn every_sentence_is_made_of_the_parameters_of_the_english_one() {
    for (tag, text) in FILES {
        for (id, english) in en::SENTENCES {
            let given = file(text)[*id].as_str().expect("a sentence").to_owned();
            let may_be_empty = *id == "sentence.gap";
            assert!(may_be_empty || !given.trim().is_empty(), "{tag}: {id} says nothing");
            let (plain, chooses) = parameters(english);
            let (own, own_chooses) = parameters(&given);
            if id.starts_with("date.") {
                assert!(own.iter().all(|name| OF_A_DAY.contains(name)), "{tag}: {id}: {given}");
                continue;
            }
            // What only chooses a word in English may be said, or left out, in a language without
            // such forms; what is said in English is said in every language.
            let all: BTreeSet<&str> = plain.union(&chooses).copied().collect();
            assert!(plain.is_subset(&own), "{tag}: {id} leaves out something: {given}");
            assert!(own.is_subset(&all), "{tag}: {id} says something else: {given}");
            assert!(own_chooses.is_subset(&all), "{tag}: {id} chooses by something else: {given}");
        }
    }
}

#[test]
fn links_stand_in_the_sentences_that_they_belong_to() {
    for (tag, language) in spoken() {
        for piece in GUIDANCE {
            let says = again(language, "guidance.", piece.says);
            assert!(is_translated(says), "{tag}: {says}");
            let Some((words, _)) = piece.link else { continue };
            let words = again(language, "link.", words);
            assert_eq!(says.matches(words).count(), 1, "{tag}: {words} in {says}");
        }
        for profile in &PROFILES {
            assert!(is_translated(speaking(language, || profile.name())), "{tag}: {}", profile.id);
        }
    }
}

/// Every reason of a report.
fn reasons(report: &Report) -> Vec<&Reason> {
    fn of(all: &[Diagnostic]) -> impl Iterator<Item = &Reason> {
        all.iter().map(|it| &it.reason)
    }
    let mut reasons: Vec<&Reason> = report.resources.iter().map(|row| &row.reason).collect();
    reasons.extend(report.resources.iter().flat_map(|row| &row.steps).map(|step| &step.reason));
    reasons.extend(report.checks.iter().map(|check| &check.reason));
    reasons.extend(report.sources.iter().flat_map(|source| of(&source.problems)));
    reasons.extend(of(&report.notices));
    reasons.extend(of(&report.license.problems));
    reasons
}

/// Parameters that are names or texts of somebody else's; all others are said in the language.
const NAMES: &[&str] = &[
    "account",
    "accounts",
    "actions",
    "addresses",
    "allowedActions",
    "asked",
    "by",
    "call",
    "code",
    "command",
    "deniedActions",
    "error",
    "first",
    "found",
    "given",
    "heading",
    "instance",
    "keys",
    "message",
    "minimum",
    "name",
    "names",
    "offered",
    "operation",
    "path",
    "policy",
    "quota",
    "region",
    "regions",
    "role",
    "second",
    "service",
    "source",
    "other",
    "state",
    "status",
    "supported",
    "title",
    "types",
    "unaskedActions",
    "version",
    "volumes",
    "vpc",
    "wanted",
    "zones",
];

/// English words that parameters bring into a sentence and that are nobody's names.
fn leftovers(language: Sentences, said: &str, reason: &Reason) -> Vec<String> {
    let template = lookup(language, reason.id()).expect("a sentence");
    let mut rest = said.to_owned();
    for (name, value) in reason.params() {
        if let byoc_readiness::text::Param::Text(value) = value
            && NAMES.contains(&name)
        {
            for part in value.split(", ").filter(|part| !part.is_empty()) {
                rest = rest.replace(part, " ");
            }
        }
    }
    let words = rest.split(|c: char| !c.is_ascii_alphabetic() && c != '’' && c != '\'');
    let is_english = |word: &&str| {
        word.len() > 2
            && word.chars().all(|c| c.is_ascii_lowercase())
            && ENGLISH.contains(word)
            && !template.contains(*word)
    };
    words.filter(is_english).map(str::to_owned).collect()
}

/// Words that English sentences have and no name of AWS's.
const ENGLISH: &[&str] = &[
    "and",
    "are",
    "available",
    "comma",
    "colon",
    "digit",
    "end",
    "free",
    "has",
    "have",
    "here",
    "key",
    "license",
    "limit",
    "line",
    "masked",
    "more",
    "needed",
    "needs",
    "not",
    "private",
    "required",
    "secret",
    "session",
    "short",
    "that",
    "the",
    "there",
    "typed",
    "unlimited",
    "use",
    "value",
    "was",
    "were",
    "which",
    "with",
    "your",
];

#[test]
fn every_reason_of_every_case_is_said_in_every_language() {
    let reports = reports::of_cases();
    let mut said_ids = BTreeSet::new();
    for (tag, language) in spoken() {
        for (name, report) in &reports {
            for reason in reasons(report) {
                let said = speaking(language, || reason.said());
                said_ids.insert(reason.id());
                assert!(is_translated(&said), "{tag}: {name}: {said}");
                assert!(
                    !said.contains(['{', '}']) || reason.to_string().contains(['{', '}']),
                    "{said}"
                );
                assert_eq!(
                    leftovers(language, &said, reason),
                    [""; 0],
                    "{tag}: {name}: {}: {said}",
                    reason.id()
                );
            }
            let summary = speaking(language, || report.says());
            assert!(is_translated(&summary) && summary.ends_with('。'), "{tag}: {name}: {summary}");
        }
    }
    // Cases give nearly all of them; the others belong to links, comparisons and a page's fields.
    assert!(said_ids.len() > 150, "{}", said_ids.len());
}

#[test]
fn no_sentence_has_blanks_between_its_own_letters() {
    let is_own = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}');
    for (tag, language) in spoken() {
        for (name, report) in reports::of_cases() {
            for reason in reasons(&report) {
                let said = speaking(language, || reason.said());
                let letters: Vec<char> = said.chars().collect();
                let parted =
                    |three: &[char]| is_own(three[0]) && three[1] == ' ' && is_own(three[2]);
                assert!(!letters.windows(3).any(parted), "{tag}: {name}: {said}");
            }
        }
    }
}

#[test]
fn days_are_written_as_people_write_them() {
    let day = byoc_readiness::text::Param::from("2026-04-03");
    let expected = [(en::SENTENCES, "2026-04-03", "3 April 2026")].into_iter();
    let others = spoken().map(|(_, language)| (language, "2026年4月3日", "2026年4月3日"));
    for (language, short, in_words) in expected.chain(others) {
        let said = say(language, "license-expired", &[("end", &day)]);
        assert!(said.contains(short), "{said}");
        let params = [("found", &day), ("dayfirst", &day), ("monthfirst", &day)];
        let said = say(language, "license-date-ambiguous", &params);
        assert_eq!(said.matches(in_words).count(), 2, "{said}");
        assert!(said.contains("2026-04-03"), "what was found stands as it was found: {said}");
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let inputs = written::of_cases();
    let json = |report: &Report| serde_json::to_string(report).expect("JSON");
    for (name, input) in &inputs {
        let Ok(report) = assess(input) else { continue };
        let files = |report: &Report| {
            let of_programs = FORMATS.iter().filter(|format| format.is_for_programs);
            of_programs.map(|format| render(format, report)).collect::<Vec<_>>()
        };
        let wanted = Wanted::everything(&chosen(&input.answers).profile);
        let blocks = |region: &str| {
            [Shell::Bash, Shell::PowerShell].map(|shell| script(&wanted, region, shell))
        };
        let region = &report.profile.region;
        for (tag, language) in spoken() {
            speaking(language, || {
                let again = assess(input).expect("a report");
                assert_eq!(json(&again), json(&report), "{tag}: {name}");
                assert_eq!(files(&again), in_english(|| files(&report)), "{tag}: {name}");
                assert_eq!(blocks(region), in_english(|| blocks(region)), "{tag}: {name}");
            });
        }
    }
}

#[test]
fn what_people_read_is_in_their_language() {
    let (_, report) = &reports::of_cases()[0];
    let wanted = Wanted::everything(&PROFILES[0]);
    for (tag, language) in spoken() {
        speaking(language, || {
            assert!(std::ptr::eq(current(), language));
            for format in FORMATS.iter().filter(|format| !format.is_for_programs) {
                let file = render(format, report).expect("a file");
                for english in ["Incomplete", "Not ready", "Resources", "Virtual Machine"] {
                    assert!(!file.contains(english), "{tag}: {}: {english}", format.id);
                }
                assert!(file.contains(lookup(language, "page.title").expect("a title")), "{tag}");
            }
            let letter = message(report, &wanted).expect("a message");
            assert!(letter.starts_with(lookup(language, "message.greeting").expect("a greeting")));
        });
    }
}
