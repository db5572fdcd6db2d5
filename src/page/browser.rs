//! What the page asks of the browser: today's date, files, the clipboard, the address.

use js_sys::Promise;
use leptos::prelude::window;
use serde::Serialize;
use time::{Date, Month};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::read::{NotText, decode};

/// The user's local date.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(now.get_month() as u8 + 1).unwrap_or(Month::January);
    Date::from_calendar_date(now.get_full_year() as i32, month, now.get_date() as u8)
        .unwrap_or(Date::MIN)
}

/// The page's address without what it is asked for: what stands behind `?` and `#`. Nothing where it
/// leads nobody else there, as that of a frame without one or of a file on this machine.
pub fn address() -> Option<String> {
    let address = window().location().href().unwrap_or_default();
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    bare.starts_with("http").then(|| bare.to_owned())
}

/// What stands behind `#` in the address.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Takes what stands behind `#` out of the address, without a new entry in the history.
pub fn without_fragment() {
    let address = window().location().href().unwrap_or_default();
    if let Ok(history) = window().history() {
        let bare = address.split('#').next();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", bare);
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    let _ = window().print();
}

/// A value as JavaScript has it, such as JSON makes.
pub fn to_js(value: &impl Serialize) -> Option<JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()
}

/// A value as JSON for a file, two blanks a level.
pub fn json(value: &impl Serialize) -> Option<String> {
    let value = to_js(value)?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into());
    text.ok()?.as_string()
}

/// Offers `text` as a file of this name.
pub fn download(name: &str, media_type: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let link = leptos::prelude::document().create_element("a").ok();
    let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    else {
        return;
    };
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(media_type);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let _ = web_sys::Url::revoke_object_url(&address);
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

/// The text of a file, of any encoding; one packed by gzip is unpacked where the browser can.
pub async fn read_file(file: web_sys::File) -> Result<String, NotText> {
    // What cannot be read at all, such as a folder, holds no text either.
    let bytes = bytes_of(&file).await.ok_or(NotText::Binary)?;
    match decode(&bytes) {
        Err(packed @ NotText::Compressed("gzip")) => match unpack(&file).await {
            Some(bytes) => decode(&bytes),
            None => Err(packed),
        },
        decoded => decoded,
    }
}

/// What stands in a file, copied in here part by part.
pub async fn bytes_of(file: &web_sys::Blob) -> Option<Vec<u8>> {
    all_of(&file.unchecked_ref::<Streamed>().stream(), file.size() as usize).await
}

/// All of a stream, of about `size` bytes.
async fn all_of(stream: &ReadableStream, size: usize) -> Option<Vec<u8>> {
    let (reader, mut bytes) = (stream.get_reader(), Vec::with_capacity(size));
    loop {
        let part = JsFuture::from(reader.read()).await.ok()?.unchecked_into::<Part>();
        if part.done() {
            return Some(bytes);
        }
        let (part, at) = (part.value(), bytes.len());
        bytes.resize(at + part.length() as usize, 0);
        part.copy_to(&mut bytes[at..]);
    }
}

/// What a file packed by gzip holds; `None` in a browser that does not unpack, or where the file
/// is damaged.
async fn unpack(file: &web_sys::File) -> Option<Vec<u8>> {
    let gzip = DecompressionStream::new("gzip").ok()?;
    let stream = file.unchecked_ref::<Streamed>().stream().pipe_through(&gzip);
    all_of(&stream, file.size() as usize).await
}

#[wasm_bindgen]
extern "C" {
    /// Says an error of somebody else's as the browser says those that nobody caught.
    #[wasm_bindgen(js_name = reportError)]
    pub fn report_error(error: &JsValue);
}

// A few calls, declared here: the same out of `web-sys` would take a dozen of its types.
#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    type Streamed;
    #[wasm_bindgen(method)]
    fn stream(this: &Streamed) -> ReadableStream;

    type ReadableStream;
    #[wasm_bindgen(method, js_name = pipeThrough)]
    fn pipe_through(this: &ReadableStream, through: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, js_name = getReader)]
    fn get_reader(this: &ReadableStream) -> StreamReader;

    type StreamReader;
    #[wasm_bindgen(method)]
    fn read(this: &StreamReader) -> Promise;

    type Part;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Part) -> bool;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Part) -> js_sys::Uint8Array;
}
