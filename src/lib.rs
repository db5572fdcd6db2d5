//! skeleton
#[cfg(target_arch = "wasm32")]
mod api {
    use leptos::prelude::*;
    use wasm_bindgen::prelude::*;
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").into()
    }
    #[wasm_bindgen]
    pub fn mount(root: web_sys::HtmlElement) {
        leptos::mount::mount_to(root, || view! { <p>"hello"</p> }).forget();
    }
}
