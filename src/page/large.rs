//! Sources that come: a large one is read by a worker, where the page has one, with its progress and a
//! way to stop it; any other, and where there is no worker, here.

use js_sys::{JsString, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::browser::{bytes_of, read_file};
use super::dynamic::part;
use super::foreign;
use super::saved::{Opened, open};
use super::store::{CARD_FROM, Source, Store};
use crate::read::{LARGEST, NotText, carried, secrets::masked};
use crate::text::{Param, current, labelled, say, source_name};
use crate::words;

#[wasm_bindgen]
extern "C" {
    /// What js/large.js makes.
    pub type Large;
    #[wasm_bindgen(method, catch)]
    fn read(
        this: &Large,
        source: &JsValue,
        progress: &Closure<dyn FnMut(f64)>,
    ) -> Result<Task, JsValue>;

    /// A source that a worker reads.
    type Task;
    #[wasm_bindgen(method, getter)]
    fn says(this: &Task) -> Promise;
    #[wasm_bindgen(method)]
    fn stop(this: &Task);

    type Says;
    #[wasm_bindgen(method, getter)]
    fn file(this: &Says) -> web_sys::Blob;
    #[wasm_bindgen(method, getter)]
    fn reading(this: &Says) -> Uint8Array;
    #[wasm_bindgen(method, getter, js_name = isText)]
    fn is_text(this: &Says) -> bool;
    #[wasm_bindgen(method, getter, js_name = isCandidate)]
    fn is_candidate(this: &Says) -> bool;
}

/// A source that is still being read.
#[derive(Clone)]
pub struct Arriving {
    /// The number that the source will have.
    id: u32,
    name: String,
    /// In bytes, or in characters of a paste.
    size: f64,
    /// How much of it the worker has taken in, of 1.
    share: RwSignal<f64>,
    task: StoredValue<Task, LocalStorage>,
}

/// What a large source is given as.
pub enum Given {
    /// A file.
    File(web_sys::File),
    /// A text that was pasted.
    Text(JsString),
}

impl Given {
    fn size(&self) -> f64 {
        match self {
            Given::File(file) => file.size(),
            Given::Text(text) => f64::from(text.length()),
        }
    }

    fn value(&self) -> &JsValue {
        match self {
            Given::File(file) => file,
            Given::Text(text) => text,
        }
    }

    /// Whether a worker is to read it: also what may be large once it is unpacked.
    pub fn is_large(&self) -> bool {
        let is_packed = matches!(self, Given::File(file) if file.name().ends_with(".gz"));
        self.size() > CARD_FROM as f64 || is_packed
    }

    fn is_file(&self) -> bool {
        matches!(self, Given::File(_))
    }

    /// Its text, in this thread.
    async fn here(self) -> Result<String, NotText> {
        match self {
            Given::File(file) => read_file(file).await,
            Given::Text(text) => Ok(text.into()),
        }
    }
}

/// What came of what was given.
pub enum Came {
    /// A source, to be put behind the others.
    Source(Source),
    /// A saved assessment, opened, or one that this page cannot read.
    Opened(Opened),
}

/// Reads what was given; nothing comes of it where everything was replaced meanwhile, or where it was
/// stopped.
pub async fn read(store: Store, name: String, given: Given) -> Option<Came> {
    let begun = store.generation();
    let size = given.size();
    if size > LARGEST as f64 {
        let refused = NotText::TooLarge(Some(size as u64));
        return Some(Came::Source(store.file(name, Err(refused))));
    }
    if given.is_large() {
        match in_worker(store, &name, &given).await {
            // A saved assessment is read here, since it is masked text by text.
            Some(Some((_, says))) if says.is_candidate() && given.is_file() => {}
            Some(said) => {
                let (id, says) = said.filter(|_| store.generation() == begun)?;
                // Part by part, since the whole would be in JavaScript's memory and in here.
                let file = says.file();
                let bytes = bytes_of(&file).await.unwrap_or_default();
                let text = String::from_utf8(bytes).unwrap_or_default();
                let reading = carried(&says.reading().to_vec()).unwrap_or_default();
                let file = says.is_text().then_some(file);
                return (store.generation() == begun)
                    .then(|| Came::Source(store.read_source(id, name, text, reading, file)));
            }
            None => {}
        }
    }
    let is_file = given.is_file();
    let text = given.here().await;
    // Nothing that belonged to what was there comes back.
    if store.generation() != begun {
        return None;
    }
    let opened = text.as_ref().ok().filter(|_| is_file).map(|text| open(store, text));
    Some(match opened {
        None | Some(Opened::Other) => Came::Source(store.file(name, text)),
        Some(opened) => Came::Opened(opened),
    })
}

/// What a worker says of a source, with the source's number; nothing within where it was stopped, and
/// none where no worker reads it.
async fn in_worker(store: Store, name: &str, given: &Given) -> Option<Option<(u32, Says)>> {
    let share = RwSignal::new(0.0);
    let progress = Closure::<dyn FnMut(f64)>::new(move |now| {
        share.try_set(now);
    });
    let task = store.large.try_with_value(|large| {
        large.as_ref().and_then(|large| large.read(given.value(), &progress).ok())
    })??;
    let said = JsFuture::from(task.says());
    let (id, size) = (store.number(), given.size());
    let name = masked(name).into_owned();
    let task = StoredValue::new_local(task);
    let arriving = Arriving { id, name, size, share, task };
    store.arriving.update(|all| all.push(arriving));
    let said = said.await;
    store.arriving.try_update(|all| all.retain(|arriving| arriving.id != id));
    let said = said.ok()?;
    Some((!said.is_undefined()).then(|| (id, said.unchecked_into())))
}

/// Stops what is still being read.
pub fn stop_all(store: Store) {
    for arriving in store.arriving.try_get_untracked().unwrap_or_default() {
        arriving.stop();
    }
}

impl Arriving {
    fn stop(&self) {
        self.task.try_with_value(Task::stop);
    }
}

/// The sources that are still being read, below those that are.
pub fn list(store: Store) -> AnyView {
    on_cleanup(move || stop_all(store));
    view! {
        <For each=move || store.arriving.get() key=|arriving| arriving.id let:arriving>
            {item(store, arriving)}
        </For>
    }
    .into_any()
}

fn item(store: Store, arriving: Arriving) -> AnyView {
    let Arriving { name, size, share, .. } = arriving.clone();
    let name = foreign::name(&source_name(&name));
    let params = (Param::from(name.as_str()), Param::from((size / 1000.0) as usize));
    let says = say(current(), "page.reading", &[("name", &params.0), ("size", &params.1)]);
    // Without a value it shows that it works, and not how far: what was taken in is now understood.
    let taken = Memo::new(move |_| share.get() >= 1.0);
    let label = says.clone();
    view! {
        <li class="source arriving">
            <div class="line">
                <span class="name" role="status">{says}</span>
                <button
                    type="button"
                    class="link"
                    aria-label=labelled(words!("page.reading-stop"), &name)
                    on:click=move |_| {
                        arriving.stop();
                        store.place.focus("box");
                    }
                >
                    {words!("page.reading-stop")}
                </button>
            </div>
            {part(move || match taken.get() {
                true => view! { <progress aria-label=label.clone()></progress> }.into_any(),
                false => view! { <progress aria-label=label.clone() max="1" value=share.get_untracked() prop:value=move || share.get()></progress> }.into_any(),
            })}
        </li>
    }
    .into_any()
}
