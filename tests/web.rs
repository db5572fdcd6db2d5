//! Tests that need a browser. Empty on any other target.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Without this, the stage that runs these tests could pass in Node, where there is no page.
#[wasm_bindgen_test]
fn there_is_a_window() {
    assert!(web_sys::window().is_some());
}
