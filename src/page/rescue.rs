//! What is entered is told to the page's script as well, so that it outlasts a fault in here.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::browser::to_js;
use super::store::{BOX, Store};

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
        let is_there = |id: &u32| sources.iter().any(|source| source.id == *id);
        store.files.update_value(|files| files.retain(|id, _| is_there(id)));
        told.update_value(|told| {
            told.retain(|id, _| is_there(id));
            for source in &sources {
                let is_told = told.get(&source.id).is_some_and(|it| Arc::ptr_eq(it, &source.text));
                if !is_told {
                    let name = (source.id != BOX).then(|| source.name.clone());
                    // A large one as a file, which is not copied.
                    let file = store.files.with_value(|files| files.get(&source.id).cloned());
                    let outside = file.map_or_else(|| JsValue::from_str(&source.text), Into::into);
                    rescue.source(source.id, name, outside);
                    told.insert(source.id, source.text.clone());
                }
            }
        });
        let ids = sources.iter().map(|source| source.id).collect();
        let answers = store.answers.with(to_js);
        rescue.entered(ids, answers.unwrap_or_default());
    });
}
