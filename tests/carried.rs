//! What a worker reads comes to the page as it was read.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::read::{NotText, Reading, carried, carry, decode, read};
use include_dir::{Dir, include_dir};
use proptest::prelude::*;

mod common;
#[allow(dead_code)]
#[path = "common/pastes.rs"]
mod pastes;
#[path = "common/written.rs"]
mod written;

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

fn assert_carried(name: &str, reading: &Reading) {
    let bytes = carry(reading.clone()).unwrap_or_else(|| panic!("{name} is not carried"));
    assert_eq!(carried(&bytes).as_ref(), Some(reading), "{name}");
}

#[test]
fn the_reading_of_every_sample() {
    let mut count = 0;
    for file in FIXTURES.files() {
        let Ok(text) = decode(file.contents()) else { continue };
        assert_carried(&file.path().display().to_string(), &read(&text));
        count += 1;
    }
    assert!(count > 250, "{count}");
}

#[test]
fn the_reading_of_every_case() {
    let mut facts = 0;
    for (name, input) in written::of_cases() {
        for source in &input.sources {
            let reading = read(&source.text);
            facts += reading.facts.len();
            assert_carried(&name, &reading);
        }
    }
    assert!(facts > 2000, "{facts}");
}

#[test]
fn why_a_file_is_not_read() {
    let whys = [
        NotText::Compressed("zip"),
        NotText::Binary,
        NotText::TooLarge(Some(80_000_000)),
        NotText::TooLarge(None),
    ];
    for why in whys {
        assert_carried("a file", &Reading::of_no_text(why));
    }
}

#[test]
fn bytes_that_no_reading_was_made_into_are_none() {
    let bytes = carry(read("VPCs: 5\n{\"Quotas\": [")).expect("a reading");
    for end in 0..bytes.len() {
        assert_eq!(carried(&bytes[..end]), None, "{end} bytes");
    }
}

proptest! {
    #[test]
    fn the_reading_of_any_paste(text in pastes::damaged()) {
        assert_carried(&text, &read(&text));
    }
}
