//! What is entered is told to the page's script as well, so that it outlasts a fault in here.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::browser::to_js;
use super::store::{BOX, CARD_FROM, Store};

#[wasm_bindgen]
extern "C" {
    /// What js/rescue.js makes.
    pub type Rescue;
    #[wasm_bindgen(method)]
    fn source(this: &Rescue, id: u32, name: Option<String>, text: JsValue);
    #[wasm_bindgen(method)]
    fn entered(this: &Rescue, ids: Vec<u32>, answers: JsValue);
}

/// Tells of each source once, whenever it changes, and of all else that was entered.
pub fn tell(store: Store, rescue: Rescue) {
    let told = StoredValue::new_local(HashMap::<u32, Arc<Box<str>>>::new());
    Effect::new(move |_| {
        let sources = store.filled();
        told.update_value(|told| {
            told.retain(|id, _| sources.iter().any(|source| source.id == *id));
            for source in &sources {
                let is_told = told.get(&source.id).is_some_and(|it| Arc::ptr_eq(it, &source.text));
                if !is_told {
                    let name = (source.id != BOX).then(|| source.name.clone());
                    rescue.source(source.id, name, outside(&source.text));
                    told.insert(source.id, source.text.clone());
                }
            }
        });
        let ids = sources.iter().map(|source| source.id).collect();
        let answers = store.answers.with(to_js);
        rescue.entered(ids, answers.unwrap_or_default());
    });
}

/// A text for whoever is outside of here; a large one as a file, which is not in the page's memory.
fn outside(text: &str) -> JsValue {
    if text.len() <= CARD_FROM {
        return JsValue::from_str(text);
    }
    // SAFETY: the bytes are copied into the file before anything here allocates, and the view is gone.
    let view = unsafe { js_sys::Uint8Array::view(text.as_bytes()) };
    let parts = js_sys::Array::of1(&view);
    let file = web_sys::Blob::new_with_u8_array_sequence(&parts);
    file.map_or_else(|_| JsValue::from_str(text), Into::into)
}
