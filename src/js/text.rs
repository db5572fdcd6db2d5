//! Long texts over the border, copied once. The border's own way goes through them character by
//! character for as long as they are ASCII.

use js_sys::JsString;
use serde::de::{Deserialize, Deserializer, Error};
use wasm_bindgen::prelude::*;

use crate::report::SourceText;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, into: &mut [u8]) -> Progress;

    type Progress;
    #[wasm_bindgen(method, getter)]
    fn read(this: &Progress) -> u32;
    #[wasm_bindgen(method, getter)]
    fn written(this: &Progress) -> u32;
}

/// Most bytes that a unit of a JavaScript string takes.
const MOST_BYTES: usize = 3;

/// A JavaScript string as text; half a pair of surrogates becomes U+FFFD.
pub fn from_js(text: &JsString) -> String {
    let encoder = TextEncoder::new();
    let length = text.length() as usize;
    // Nearly all of what is pasted is ASCII.
    let mut bytes = vec![0; length + length / 16];
    let (mut read, mut written) = (0, 0);
    loop {
        let rest = text.slice(read as u32, length as u32);
        let progress = encoder.encode_into(&rest, &mut bytes[written..]);
        read += progress.read() as usize;
        written += progress.written() as usize;
        if read >= length {
            break;
        }
        bytes.resize(written + MOST_BYTES * (length - read), 0);
    }
    bytes.truncate(written);
    // SAFETY: an encoder of UTF-8 writes nothing else, and up to `written`.
    unsafe { String::from_utf8_unchecked(bytes) }
}

/// One pasted or dropped text, as JavaScript gives it.
#[derive(serde::Deserialize)]
pub struct Source {
    #[serde(default)]
    name: Option<String>,
    text: Text,
}

impl From<Source> for SourceText {
    fn from(source: Source) -> SourceText {
        SourceText { name: source.name, text: source.text.0 }
    }
}

struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        let value: JsValue = serde_wasm_bindgen::preserve::deserialize(deserializer)?;
        if let Some(text) = value.dyn_ref() {
            return Ok(Text(from_js(text)));
        }
        // It says what was found in place of a text.
        let wrong = String::deserialize(serde_wasm_bindgen::Deserializer::from(value));
        wrong.map(Text).map_err(|error| {
            let says = error.to_string();
            D::Error::custom(says.strip_prefix("Error: ").unwrap_or(&says))
        })
    }
}
