//! What a worker is given of one large source, part by part, and what it makes of it.

use std::borrow::Cow;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use crate::read::{LARGEST, NotText, Reading, carry, decode, read_masked};
use crate::share::file::is_candidate;

/// One source, as it comes in.
#[wasm_bindgen(skip_typescript)]
pub struct Intake {
    bytes: Vec<u8>,
    is_text: bool,
    is_too_large: bool,
}

#[wasm_bindgen]
impl Intake {
    /// Of a source of about this many bytes; of one that was made of a text they are in no other
    /// encoding than UTF-8.
    #[wasm_bindgen(constructor, skip_typescript)]
    pub fn new(size: f64, is_text: bool) -> Intake {
        let size = (size as usize).min(LARGEST as usize);
        Intake { bytes: Vec::with_capacity(size), is_text, is_too_large: false }
    }

    /// Takes the next bytes; false where that is more than a source may have.
    #[wasm_bindgen(skip_typescript)]
    pub fn take(&mut self, part: &Uint8Array) -> bool {
        let at = self.bytes.len();
        let end = at + part.length() as usize;
        self.is_too_large |= end as u64 > LARGEST;
        if !self.is_too_large {
            self.bytes.resize(end, 0);
            part.copy_to(&mut self.bytes[at..]);
        }
        !self.is_too_large
    }

    /// What stands in it: the text without credentials, as a file, which is not in the page's memory,
    /// or none where that is the text which was given; the reading; whether it is text, and whether it may be a saved assessment.
    #[wasm_bindgen(skip_typescript)]
    pub fn read(self) -> Result<Object, JsError> {
        let given = self.bytes.len();
        let text = match self.is_too_large {
            true => Err(NotText::TooLarge(None)),
            false if self.is_text => String::from_utf8(self.bytes).map_err(|_| NotText::Binary),
            false => decode(self.bytes),
        };
        let (text, reading) = match &text {
            Ok(text) => {
                let (masked, reading) = read_masked(text);
                (Some(masked), reading)
            }
            Err(why) => (None, Reading::of_no_text(*why)),
        };
        let reading = carry(reading).ok_or_else(|| JsError::new("a reading of no table"))?;
        let is_text = text.is_some();
        let text = text.unwrap_or_default();
        let is_as_given = self.is_text && text.len() == given && matches!(text, Cow::Borrowed(_));
        let file = match is_as_given {
            true => JsValue::UNDEFINED,
            false => file_of(&text).ok_or_else(|| JsError::new("no file"))?.into(),
        };
        let says = Object::new();
        let fields: [(&str, JsValue); 4] = [
            ("file", file),
            ("reading", Uint8Array::from(&reading[..]).into()),
            ("isText", is_text.into()),
            ("isCandidate", (is_text && is_candidate(&text)).into()),
        ];
        for (name, value) in fields {
            Reflect::set(&says, &name.into(), &value).map_err(|_| JsError::new("no object"))?;
        }
        Ok(says)
    }
}

fn file_of(text: &str) -> Option<Blob> {
    // SAFETY: the bytes are copied into the file before anything here allocates, and the view is gone.
    let view = unsafe { Uint8Array::view(text.as_bytes()) };
    Blob::new_with_u8_array_sequence(&Array::of1(&view)).ok()
}
