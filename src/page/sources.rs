//! What goes in: one box for everything, files, and what was recognised in each source.

use js_sys::{Date, JsString};
use leptos::ev::{ClipboardEvent, DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::card::Card;
use super::dynamic::{flag, text};
use super::large::{self, Came, Given};
use super::point::{escape, scroll_to, way_back};
use super::saved::Opened;
use super::store::{BOX, CARD_FROM, Source, Store, store};
use crate::text::english;
use crate::words;

/// The box, the files and the list of sources.
#[component]
pub fn Sources() -> impl IntoView {
    let store = store();
    let over = RwSignal::new(false);
    drop_anywhere(store, over);
    let choose = move |event: Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        take_files(store, input.files());
        input.set_value("");
    };
    view! {
        <section role=store.place.landmark() class="panel sources" class:over=flag(move || over.get()) aria-labelledby="sources-title">
            <h2 id="sources-title">{words!("page.sources-title")}</h2>
            <label class="unseen" for="box">
                {words!("page.box-label")}
            </label>
            <textarea
                id="box"
                rows="6"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                aria-describedby="box-note"
                placeholder=words!("page.box-placeholder")
                prop:value=text(move || store.text(BOX).to_string())
                on:input=move |event| typed(store, BOX, &event)
                on:focus=move |_| show_box(store)
                on:keydown=escape(store, BOX)
                on:paste=move |event| pasted(store, &event)
            ></textarea>
            {way_back(BOX)}
            <p class="note" id="box-note">
                <span class="lock" aria-hidden="true"></span>
                {words!("page.private")}
            </p>
            <div class="buttons">
                <label class="button">
                    {words!("page.choose-files")}
                    <input type="file" multiple class="unseen" on:change=choose />
                </label>
                <button
                    type="button"
                    disabled=flag(move || store.text(BOX).trim().is_empty())
                    on:click=move |_| {
                        store.set_box_aside();
                        store.place.focus("box");
                    }
                >
                    {words!("page.set-aside")}
                </button>
            </div>
            <List />
        </section>
    }
}

/// Every source that has something in it.
#[component]
fn List() -> impl IntoView {
    let store = store();
    view! {
        <ul class="list" aria-label=words!("page.sources-list")>
            <For each=move || store.filled() key=|source| source.id let:source>
                <Card id=source.id />
            </For>
            {large::list(store)}
        </ul>
    }
}

/// In every language: a report depends on none.
const LARGE_PASTE: &str = english("page.large-paste");

/// Takes what is typed; a credential in it is masked at once and the caret stays where it was.
pub fn typed(store: Store, id: u32, event: &Event) {
    let area: web_sys::HtmlTextAreaElement = event_target(event);
    let caret = area.selection_start().ok().flatten();
    let typed = area.unchecked_ref::<Written>().value();
    if id == BOX && typed.length() as usize > CARD_FROM {
        store.edit(BOX, "");
        area.set_value("");
        add_large(store, typed);
        return;
    }
    let typed = String::from(typed);
    store.edit(id, &typed);
    let kept = store.text(id);
    if **kept != *typed {
        area.set_value(&kept);
        let _ = area.set_selection_start(caret);
        let _ = area.set_selection_end(caret);
    }
}

/// A browser scrolls to the caret of a field that gets the focus, which may leave the box itself
/// under the verdict.
fn show_box(store: Store) {
    store.place.before_frame(move || {
        if let Some(area) = store.place.find("box") {
            scroll_to(&area);
        }
    });
}

/// A large paste becomes a card without going through the box.
fn pasted(store: Store, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let text = data.unchecked_ref::<Pasted>().get_data("text/plain");
    if text.length() as usize > CARD_FROM {
        event.prevent_default();
        add_large(store, text);
    }
}

fn add_large(store: Store, text: JsString) {
    let name = LARGE_PASTE.to_owned();
    spawn_local(async move {
        if let Some(Came::Source(source)) = large::read(store, name, Given::Text(text)).await {
            store.push([source]);
        }
    });
}

// Texts as JavaScript has them: a large one is not to be copied in here before it is known to be one.
#[wasm_bindgen]
extern "C" {
    type Written;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Written) -> JsString;

    type Pasted;
    #[wasm_bindgen(method, js_name = getData)]
    fn get_data(this: &Pasted, kind: &str) -> JsString;
}

/// Files may be dropped anywhere on the page, or on the calculator where it is a part of one.
fn drop_anywhere(store: Store, over: RwSignal<bool>) {
    let files = |event: &Event| {
        let data = event.unchecked_ref::<DragEvent>().data_transfer()?;
        let is_files = |kind: JsValue| kind.as_string().as_deref() == Some("Files");
        data.types().iter().any(is_files).then_some(data)
    };
    store.place.hear("dragover", move |event| {
        if files(&event).is_some() {
            event.prevent_default();
            over.set(true);
        }
    });
    store.place.hear("dragleave", move |event| {
        let to = event.unchecked_ref::<DragEvent>().related_target();
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !to.is_some_and(|to| store.place.holds(&to)) {
            over.set(false);
        }
    });
    store.place.hear("drop", move |event| {
        if let Some(data) = files(&event) {
            event.prevent_default();
            over.set(false);
            take_files(store, data.files());
        }
    });
}

/// How long reading goes on before the page shows what was read, in milliseconds.
const BESIDE_READING: f64 = 250.0;

fn take_files(store: Store, files: Option<web_sys::FileList>) {
    let Some(files) = files else { return };
    let files: Vec<web_sys::File> =
        (0..files.length()).filter_map(|index| files.get(index)).collect();
    let mut begun = store.generation();
    // Those that were read, and of them those that are still to be shown: of many each would have the
    // page decide and draw anew.
    let (mut all, mut ready): (Vec<Source>, Vec<Source>) = Default::default();
    let mut shown = Date::now();
    spawn_local(async move {
        // One after the other, so that the list keeps the order in which they were chosen.
        for file in files {
            let (name, given) = (file.name(), Given::File(file));
            if given.is_large() {
                store.push(ready.drain(..));
            }
            let came = large::read(store, name, given).await;
            match came {
                None if store.generation() != begun => return,
                None => continue,
                Some(Came::Source(source)) => {
                    store.unreadable.set(false);
                    all.push(source.clone());
                    ready.push(source);
                }
                Some(Came::Opened(opened)) => {
                    store.unreadable.set(matches!(opened, Opened::Unreadable));
                    begun = store.generation();
                    if matches!(opened, Opened::Taken) {
                        // What is chosen beside an assessment is added to it, also what came before.
                        ready.clone_from(&all);
                    }
                }
            }
            if Date::now() - shown > BESIDE_READING {
                store.push(ready.drain(..));
                shown = Date::now();
            }
        }
        store.push(ready);
    });
}

fn event_target<T: JsCast>(event: &Event) -> T {
    event.target().expect("an event of an element").unchecked_into()
}
