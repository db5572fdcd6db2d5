//! An earlier report out of whatever was kept of it: the contract's JSON, a saved assessment, a link.

use time::Date;
use wasm_bindgen::JsValue;

use super::super::foreign;
use super::link::sources;
use crate::compare::{self, Earlier};
use crate::decide::decide;
use crate::read::{Reading, parse_iso, read};
use crate::report::{Answers, SourceText};
use crate::share::{self, file};
use crate::text::Reason;
use crate::words;

/// The report that `text` is, or that it opens to on the day on which it was made; else why not.
pub fn earlier(text: &str, today: Date) -> Result<Earlier, String> {
    match share::open(fragment_of(text)) {
        Ok(opened) => return Ok(assessed(sources(opened.texts), &opened.answers, opened.made)),
        Err(share::Refused::NotALink) => {}
        Err(refused) => return Err(told(&refused.reason())),
    }
    let parsed = |text: &str| js_sys::JSON::parse(text).ok();
    let unknown = || words!("hand.earlier-unknown").to_owned();
    if let Some(value) = Some(text).filter(|text| file::is_candidate(text)).and_then(parsed) {
        return match file::open(|| deserializer(&value)) {
            Ok(file) => {
                let day = parse_iso(&file.saved).unwrap_or(today);
                Ok(assessed(file.sources, &file.answers, day))
            }
            Err(file::Refused::NotAFile) => Err(unknown()),
            Err(_) => Err(words!("hand.earlier-file-unreadable").to_owned()),
        };
    }
    let value = parsed(text).ok_or_else(unknown)?;
    compare::Earlier::open(|| deserializer(&value)).map_err(|refused| told(&refused.reason()))
}

fn told(why: &Reason) -> String {
    foreign::sentence(&why.said(), why)
}

fn deserializer(value: &JsValue) -> serde_wasm_bindgen::Deserializer {
    serde_wasm_bindgen::Deserializer::from(value.clone())
}

/// What stands behind the `#` of an address, or the text itself.
fn fragment_of(text: &str) -> &str {
    text.trim().split_once('#').map_or(text.trim(), |(_, fragment)| fragment)
}

fn assessed(sources: Vec<SourceText>, answers: &Answers, day: Date) -> Earlier {
    let readings: Vec<Reading> = sources.iter().map(|source| read(&source.text)).collect();
    let named: Vec<(&str, &Reading)> = readings.iter().map(|reading| ("", reading)).collect();
    Earlier::from(&decide(&named, answers, day))
}
