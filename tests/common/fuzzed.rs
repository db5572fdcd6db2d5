//! What is fuzzed: a function a target, which panics where something does not hold of its input.

use std::sync::OnceLock;

use byoc_readiness::compare::{self, Earlier, compare};
use byoc_readiness::hand_over::{FORMATS, render};
use byoc_readiness::read::secrets::masked;
use byoc_readiness::read::{Reading, decode, parse_iso, probe, read as read_text, read_masked};
use byoc_readiness::report::{Answers, Input, ProfileChoice, Report, SourceText};
use byoc_readiness::share::{Refused, file, open, probe as link_probe};
use byoc_readiness::{assess as assess_input, check_profile};
use serde_json::Value as Json;

#[path = "handed_over.rs"]
mod handed_over;
#[path = "sound.rs"]
mod sound;

use handed_over::{TODAY, assert_opens_to_the_same, report};
use sound::{assert_place, assert_sound, lines};

/// Of no account; no seed has them.
const KEY_ID: &str = "AKIAQ3EGRZT5MVWN7K2P";
const SECRET: &str = "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";

/// What stands between two parts of an input that has several.
pub const BETWEEN: char = '\u{1e}';

/// A target's name and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("read", read),
    ("reader", reader),
    ("link", link),
    ("saved", saved),
    ("profile", profile),
    ("earlier", earlier),
    ("assess", assess),
];

/// A file's bytes, as they are dropped on the page.
pub fn read(input: &[u8]) {
    let text = match decode(input) {
        Ok(text) => text,
        Err(why) => {
            let reading = Reading::of_no_text(why);
            assert!(reading.facts.is_empty() && !reading.problems[0].message.is_empty());
            return;
        }
    };
    let (kept, reading) = read_masked(&text);
    assert_eq!(reading, read_text(&text), "reading again gives another reading");
    assert_places(&reading, &text);
    assert_eq!(masked(&kept), kept, "what is masked is masked no further");
    assert_eq!(read_text(&kept).facts, reading.facts, "of what is kept there are the same facts");
    if text.contains(KEY_ID) || text.contains(SECRET) {
        return;
    }
    let planted = format!("{text}\n{KEY_ID}\naws_secret_access_key = {SECRET}\n");
    let kept = masked(&planted);
    assert!(!kept.contains(KEY_ID), "the key ID is left");
    assert!(!kept.contains(SECRET), "the secret is left");
}

/// The syntax and the format that the first two bytes say, of the text behind them.
pub fn reader(input: &[u8]) {
    let [syntax, format, text @ ..] = input else { return };
    let text = String::from_utf8_lossy(text);
    let format = format.checked_sub(1);
    let reading = probe::read_by(*syntax, format, &text);
    assert_eq!(reading, probe::read_by(*syntax, format, &text));
    assert_places(&reading, &text);
}

/// A link, or the body of one.
pub fn link(input: &[u8]) {
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = open(text);
    }
    let opened = match open(&link_probe::sealed(input)) {
        Ok(opened) => opened,
        Err(why) => {
            let is_known = matches!(why, Refused::Malformed { .. } | Refused::Damaged);
            assert!(is_known && !why.reason().to_string().is_empty(), "{why:?}");
            return;
        }
    };
    let readings = read_all(&opened.texts);
    let report = byoc_readiness::decide::decide(&named(&readings), &opened.answers, opened.made);
    assert_sound(&report, &opened.texts);
    assert_opens_to_the_same(&readings, &opened.answers);
}

/// A saved assessment.
pub fn saved(input: &[u8]) {
    let Ok(parsed) = serde_json::from_slice::<Json>(input) else { return };
    let Ok(opened) = file::open(|| &parsed) else { return };
    let texts = texts(&opened.sources);
    let readings = read_all(&texts);
    let before = report(&readings, &opened.answers, TODAY);
    assert_sound(&before, &texts);
    let borrowed: Vec<&Reading> = readings.iter().collect();
    let today = parse_iso(TODAY).expect("a day");
    let again = file::File::of(opened.sources.clone(), &borrowed, &opened.answers, true, today);
    let written = serde_json::to_value(&again).expect("JSON");
    assert!(file::is_candidate(&written.to_string()));
    let reopened = file::open(|| &written).expect("a file that was just made");
    assert_eq!(reopened.sources, opened.sources);
    assert_eq!(reopened.answers, opened.answers);
    let without = file::File::of(opened.sources, &borrowed, &opened.answers, false, today);
    let written = serde_json::to_value(&without).expect("JSON");
    file::open(|| &written).expect("a file without IDs");
}

/// A profile of a host page.
pub fn profile(input: &[u8]) {
    let Ok(choice) = serde_json::from_slice::<ProfileChoice>(input) else { return };
    if let Err(wrong) = check_profile(&choice) {
        assert!(wrong.path.starts_with("profile") && !wrong.message.is_empty(), "{wrong}");
        return;
    }
    let text = "vCPU: 64\nVPCs in use: 3\nLicense ID: A-1001\nCore size: 48\n".to_owned();
    let answers = Answers { profile: Some(choice), ..Answers::default() };
    assert_assessment(vec![text], answers);
}

/// A report that was made before.
pub fn earlier(input: &[u8]) {
    let Ok(parsed) = serde_json::from_slice::<Json>(input) else { return };
    let earlier = match Earlier::open(|| &parsed) {
        Ok(earlier) => earlier,
        Err(why) => {
            assert!(!why.reason().to_string().is_empty());
            assert!(matches!(why, compare::Refused::Newer { .. } | compare::Refused::Malformed(_)));
            return;
        }
    };
    static NOW: OnceLock<Report> = OnceLock::new();
    let now = NOW.get_or_init(|| report(&[], &Answers::default(), TODAY));
    let comparison = compare(&earlier, now);
    assert_eq!(comparison, compare(&earlier, now));
    for caveat in &comparison.caveats {
        assert!(!caveat.to_string().is_empty());
    }
}

/// Answers as JSON and sources, with [`BETWEEN`] between them; without answers all are sources.
pub fn assess(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let mut parts = input.split(BETWEEN).peekable();
    let answers = parts.peek().and_then(|first| serde_json::from_str(first).ok());
    if answers.is_some() {
        parts.next();
    }
    assert_assessment(parts.map(str::to_owned).collect(), answers.unwrap_or_default());
}

/// Everything that must hold of an assessment.
fn assert_assessment(mut texts: Vec<String>, answers: Answers) {
    // Behind whatever the last one ends with.
    if let Some(last) = texts.last_mut() {
        last.push_str(&format!("\n{KEY_ID}\naws_secret_access_key = {SECRET}\n"));
    }
    let source = |text: &String| SourceText { name: None, text: text.clone() };
    let sources = texts.iter().map(source).collect();
    let input = Input { sources, answers, today: TODAY.to_owned() };
    let made = match assess_input(&input) {
        Ok(made) => made,
        Err(wrong) => {
            assert!(!wrong.path.is_empty() && !wrong.message.is_empty(), "{wrong}");
            return;
        }
    };
    assert_sound(&made, &texts);
    let json = serde_json::to_string(&made).expect("JSON");
    let again = assess_input(&input).expect("a report, as before");
    assert_eq!(json, serde_json::to_string(&again).expect("JSON"));
    assert!(!json.contains(KEY_ID) && !json.contains(SECRET), "a credential is in the report");
    for format in FORMATS {
        let file = render(format, &made).unwrap_or_default();
        assert!(!file.contains(KEY_ID) && !file.contains(SECRET), "one is in {}", format.id);
    }
    assert_opens_to_the_same(&read_all(&texts), &input.answers);
}

/// Every fact and every problem lies within the text.
fn assert_places(reading: &Reading, text: &str) {
    let lines = lines(text);
    for fact in &reading.facts {
        assert!((1..=lines.len()).contains(&(fact.line as usize)), "{fact:?}");
    }
    for problem in &reading.problems {
        assert_place(problem, &lines);
    }
}

fn texts(sources: &[SourceText]) -> Vec<String> {
    sources.iter().map(|source| source.text.clone()).collect()
}

fn read_all(texts: &[String]) -> Vec<Reading> {
    texts.iter().map(|text| read_text(text)).collect()
}

fn named(readings: &[Reading]) -> Vec<(&str, &Reading)> {
    readings.iter().map(|reading| ("Source", reading)).collect()
}
