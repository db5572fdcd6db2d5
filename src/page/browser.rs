//! What the page asks of the browser: today's date, files, the clipboard, the address.

use leptos::prelude::window;
use time::{Date, Month};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The user's local date.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(now.get_month() as u8 + 1).unwrap_or(Month::January);
    Date::from_calendar_date(now.get_full_year() as i32, month, now.get_date() as u8)
        .unwrap_or(Date::MIN)
}

/// Whether the address asks for the compact page: `?embed=1`.
pub fn is_embedded() -> bool {
    let query = window().location().search().unwrap_or_default();
    web_sys::UrlSearchParams::new_with_str(&query)
        .ok()
        .and_then(|params| params.get("embed"))
        .is_some_and(|value| value == "1")
}

/// Moves the focus to the element of this id, where the one that had it went away.
pub fn focus(id: &str) {
    let element = leptos::prelude::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Puts `text` on the clipboard; false where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Missing outside secure contexts, where the binding would throw.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let Some(clipboard) = clipboard.ok().and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok())
    else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// The text of a file: UTF-16 where its first bytes say so, else UTF-8.
pub async fn read_file(file: web_sys::File) -> Option<String> {
    let bytes = gloo::file::futures::read_as_bytes(&gloo::file::File::from(file)).await.ok()?;
    let encoding = match bytes.as_slice() {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => "utf-8",
    };
    web_sys::TextDecoder::new_with_label(encoding).ok()?.decode_with_u8_array(&bytes).ok()
}
