//! What nobody means to paste or drop: what is said of it, and where. Sizes are such that reading
//! which takes more than twice as long for twice as much would not end.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::assess;
use byoc_readiness::read::{Fact, Limit, Reading, What, decode, read};
use byoc_readiness::report::{Answers, Input, SourceText};

/// Deeper than any stack of calls.
const DEEP: usize = 100_000;

/// Bytes of a line that nothing breaks.
const LONG: usize = 10_000_000;

/// A quota of VPCs with this value; the value stands in column 123.
fn quota(value: &str) -> String {
    format!(
        "{{\"Quota\": {{\"QuotaCode\": \"L-F678F1CE\", \"QuotaArn\": \
         \"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE\", \"Value\": {value}}}}}"
    )
}

fn list(records: &[String]) -> String {
    format!("{{\"Quotas\": [{}]}}", records.join(",\n"))
}

fn record(value: &str) -> String {
    let whole = quota(value);
    whole["{\"Quota\": ".len()..whole.len() - 1].to_owned()
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

fn reading(bytes: &[u8]) -> Reading {
    decode(bytes).map_or_else(Reading::of_no_text, |text| read(&text))
}

/// `LINE:COLUMN ID: SENTENCE`, or `- ID: SENTENCE` for what has no place.
fn problems(reading: &Reading) -> Vec<String> {
    let shown = reading.problems.iter().map(|problem| {
        let place = problem.line.zip(problem.column);
        let place = place.map_or("-".to_owned(), |(line, column)| format!("{line}:{column}"));
        format!("{place} {}: {}", problem.reason.id(), problem.message)
    });
    shown.collect()
}

/// The limits that were read, `unlimited` for none.
fn limits(reading: &Reading) -> Vec<String> {
    let shown = reading.facts.iter().map(|Fact { what, .. }| match what {
        What::Limit { limit: Limit::Finite(quantity), .. } => quantity.whole.to_string(),
        What::Limit { limit: Limit::Unlimited, .. } => "unlimited".to_owned(),
        other => panic!("{other:?}"),
    });
    shown.collect()
}

/// Each problem begins as it is expected to, and there is none besides.
#[track_caller]
fn assert_says(name: &str, bytes: &[u8], limits_expected: &[&str], expected: &[&str]) {
    let reading = reading(bytes);
    let said = problems(&reading);
    assert_eq!(limits(&reading), limits_expected, "{name}: {said:#?}");
    let is_said = said.len() == expected.len()
        && said.iter().zip(expected).all(|(said, expected)| said.starts_with(expected));
    assert!(is_said, "{name}:\n{said:#?}\nexpected\n{expected:#?}");
}

const UNKNOWN: &str = "1:1 unrecognised: Line 1 was not recognised. What is read: output of the";
const TOO_DEEP: &str = "json-too-deep: The JSON is nested deeper than 48 levels; what is further \
                        in was not read. Paste the output as the tool prints it.";
const UNREADABLE: &str = "Expected a number that is not negative, with 19 decimals at most.";

#[test]
fn deep_nesting_is_named_once() {
    let list = "1:1 unrecognised-list: This JSON list holds nothing that is read here";
    let object = "1:1 unrecognised-json: This JSON (a) holds nothing that is read here";
    let open = "{\"a\":".repeat(DEEP);
    let (column, behind) = (format!("1:49 {TOO_DEEP}"), format!("1:241 {TOO_DEEP}"));
    let brackets = "[".repeat(DEEP);
    assert_says("brackets", brackets.as_bytes(), &[], &[list, &column]);
    let closed = format!("{brackets}{}", "]".repeat(DEEP));
    assert_says("closed brackets", closed.as_bytes(), &[], &[list, &column]);
    let cut = "1:500001 json-cut: The JSON breaks off here: expected a value.";
    assert_says("objects", open.as_bytes(), &[], &[object, &behind, cut]);
    let closed = format!("{open}1{}", "}".repeat(DEEP));
    assert_says("closed objects", closed.as_bytes(), &[], &[object, &behind]);
    // The quota behind it counts as ever.
    let before = format!("{closed}\n{}", quota("5"));
    assert_says("a quota behind", before.as_bytes(), &["5"], &[object, &behind]);
    assert_says("Python", "[(".repeat(DEEP).as_bytes(), &[], &[UNKNOWN]);
    assert_says("YAML", format!("{}x", "- ".repeat(DEEP)).as_bytes(), &[], &[UNKNOWN]);
    assert_says("HTML", "<a>".repeat(DEEP).as_bytes(), &[], &[UNKNOWN]);
    assert_says("marks of a mail", ">".repeat(DEEP).as_bytes(), &[], &[UNKNOWN]);
    let lines: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let unknown = "1:1 unrecognised: Lines 1–2000 were not recognised.";
    assert_says("indented YAML", lines.as_bytes(), &[], &[unknown]);
}

#[test]
fn a_line_of_ten_megabytes_is_named() {
    for part in ["x", "word ", "a\t", "a,", "a;", "| a ", "\"", "'", "L-F678F1CE ", "<b>", "€"] {
        let line = part.repeat(LONG / part.len());
        assert_says(part, line.as_bytes(), &[], &[UNKNOWN]);
    }
    let number = reading("1".repeat(LONG).as_bytes());
    let said = problems(&number);
    assert!(said[0].starts_with("1:1 number-without-name: 111"), "{}", &said[0][..80]);
    assert!(said[0].len() < 1_000, "{} bytes are said of it", said[0].len());
}

#[test]
fn an_export_on_one_line_of_ten_megabytes_is_read() {
    let records = vec![record("5"); LONG / 110];
    let line = list(&records).replace('\n', " ");
    assert!(line.len() >= LONG);
    assert_says("an export", line.as_bytes(), &vec!["5"; records.len()], &[]);
}

/// Which of them is wrong stands in each notice.
#[test]
fn a_million_sources_are_assessed() {
    let source = |number: usize| SourceText {
        name: None,
        text: if number == 999_999 { quota("5") } else { "{}".to_owned() },
    };
    let sources = (0..1_000_000).map(source).collect();
    let input = Input { sources, answers: Answers::default(), today: "2026-11-24".to_owned() };
    let report = assess(&input).expect("a report");
    assert_eq!(report.sources.len(), 1_000_000);
    assert_eq!(report.sources[999_999].facts, 1);
    let vpc = &report.resources[5];
    assert_eq!(vpc.limit.as_ref().expect("a limit").value, Some(5.0));
    assert_eq!(vpc.evidence[0].source, 999_999);
}

/// Values of a quota, the limit that each gives, and what is said of one that gives none.
#[test]
fn numbers_that_are_none_are_named() {
    let (long, fine) = ("9".repeat(1000), format!("5.{}1", "0".repeat(1000)));
    let unreadable = |found: &str| {
        format!("1:123 quota-value-unreadable: L-F678F1CE has the value “{found}”. {UNREADABLE}")
    };
    for (value, found) in [
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("\"NaN\"", "NaN"),
        ("\"five\"", "five"),
        ("-1", "-1"),
        ("-1e999999999", "-1e999999999"),
        ("1e-999999999", "1e-999999999"),
        ("true", "true"),
        ("[]", "a list"),
        ("{}", "an object"),
    ] {
        assert_says(value, quota(value).as_bytes(), &[], &[&unreadable(found)]);
    }
    let start = unreadable("5.000000000000");
    assert_says("decimals", quota(&fine).as_bytes(), &[], &[&start[..start.find('”').unwrap()]]);
    // Larger than the number by which AWS means that there is no limit.
    assert_says("digits", quota(&long).as_bytes(), &["unlimited"], &[]);
    assert_says("an exponent", quota("1e999999999").as_bytes(), &["unlimited"], &[]);
    assert_says("zero", quota("-0").as_bytes(), &["0"], &[]);
    for (value, column, expected) in [
        ("+5", 123, "a value"),
        (".5", 123, "a value"),
        ("0x10", 124, "a comma or the end"),
        ("05", 124, "a comma or the end"),
        ("1_000", 124, "a comma or the end"),
        ("5.", 125, "a digit"),
        ("1e", 125, "a digit"),
        ("--1", 124, "a digit"),
    ] {
        let reading = reading(quota(value).as_bytes());
        let cut = format!("1:{column} json-cut: The JSON breaks off here: expected {expected}.");
        assert!(problems(&reading)[0].starts_with(&cut), "{value}: {:?}", problems(&reading));
        assert_eq!(limits(&reading), [""; 0], "{value}");
    }
    // What stands beside a value that is none still counts.
    let beside = list(&[record("NaN"), record("7")]);
    let at = "1:125 quota-value-unreadable";
    assert_says("beside", beside.as_bytes(), &["7"], &[at]);
}

#[test]
fn duplicates_count_once() {
    let source = |text: String| SourceText { name: None, text };
    let sources = vec![source(list(&vec![record("5"); 1000])), source(quota("5"))];
    let input = Input { sources, answers: Answers::default(), today: "2026-11-24".to_owned() };
    let report = assess(&input).expect("a report");
    assert_eq!(report.resources[5].limit.as_ref().expect("a limit").value, Some(5.0));
    let kinds: Vec<&str> = report.notices.iter().map(|notice| notice.reason.id()).collect();
    assert!(!kinds.contains(&"conflict"), "{kinds:?}");
    let keys = quota("1, \"Value\": 5");
    assert_says("a key twice, of which JSON has the last", keys.as_bytes(), &["5"], &[]);
}

#[test]
fn bytes_that_are_no_text_are_named_for_what_they_are() {
    let quota = quota("5");
    let mut damaged = quota.clone().into_bytes();
    damaged[50] = 0xff;
    let lost = "1:51 lost-characters: 1 character was lost before this text came here, the first \
                one at this place: it is damaged, or not UTF-8. Save it as UTF-8, or copy it again.";
    let reading_of_damaged = reading(&damaged);
    assert_eq!(problems(&reading_of_damaged)[0], lost);
    let binary = "- binary: This file is not text. Save the output as text, CSV or JSON.";
    let packed = "This file is packed";
    let zip = format!("- compressed: {packed} (zip). Unpack it, and paste or drop what is in it.");
    let gzip = format!("- compressed: {packed} (gzip).");
    let office = "- office-file: This is a file of a spreadsheet or an office program. Save it \
                  there as CSV or text, and drop that; or copy its cells and paste them.";
    let pdf = "- pdf: This is a PDF. Copy the text in it and paste that.";
    let odf = b"PK\x03\x04\x14\0\0\x08\0\0aaaaaaaaaaaaaaaa\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    for (name, bytes, expected) in [
        ("zip", &b"PK\x03\x04\x14\0\0\0\x08\0aaaaaaaaaaaaaaaa\x0b\0\0\0quotas.json{}"[..], &*zip),
        (
            "xlsx",
            b"PK\x03\x04\x14\0\x06\0\x08\0aaaaaaaaaaaaaaaa\x13\0\0\0[Content_Types].xml",
            office,
        ),
        ("ods", odf, office),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0", &*gzip),
        ("pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", pdf),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", binary),
        ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xdb", binary),
        ("elf", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\xc0\x10\0\0", binary),
        ("wasm", b"\0asm\x01\0\0\0\x01\x04\x01`\0\0", binary),
        ("zero bytes", &[0; 1000], binary),
        ("UTF-16 of halves", b"\xff\xfe\0\xd8\xff\xdfA\0\x3d\xd8", binary),
    ] {
        assert_says(name, bytes, &[], &[expected]);
    }
    let mut odd = utf16(&quota);
    odd.push(b'x');
    assert_says("UTF-16 and half a character", &odd, &["5"], &[]);
    let cut = &utf16(&quota)[..2 + 2 * 60 + 1];
    let open = "1:61 json-cut: The JSON breaks off here: expected the end of a string. What was whole \
                before this point counts; paste the output again for the rest.";
    assert_says("60 units of UTF-16 and half a one", cut, &[], &[open]);
    assert_says("a mark alone", &[0xff, 0xfe], &[], &["- empty: There is nothing in it."]);
    let nul = quota.replace(": ", ":\0 ");
    assert_says("NUL bytes within", nul.as_bytes(), &["5"], &[]);
}
