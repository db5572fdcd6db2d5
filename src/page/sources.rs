//! What goes in: one box for everything, files, and what was recognised in each source.

use leptos::ev::{ClipboardEvent, DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::browser::{focus, read_file};
use super::dynamic::{flag, part, text};
use super::session::LARGEST_KEPT;
use super::store::{BOX, CARD_FROM, Source, Store, store};
use super::verdict::notice;
use crate::text::{Param, en, lookup, say};
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
        <section class="panel sources" class:over=flag(move || over.get()) aria-labelledby="sources-title">
            <h2 id="sources-title">{words!("page.sources-title")}</h2>
            <label class="unseen" for="box">
                {words!("page.box-label")}
            </label>
            <textarea
                id="box"
                rows="9"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                aria-describedby="box-note"
                placeholder=words!("page.box-placeholder")
                prop:value=text(move || store.text(BOX).to_string())
                on:input=move |event| typed(store, BOX, &event)
                on:focus=move |_| show_box()
                on:paste=move |event| pasted(store, &event)
            ></textarea>
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
                        focus("box");
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
        </ul>
    }
}

/// One source: its name, what was recognised, its problems, its text unless it is large.
#[component]
fn Card(id: u32) -> impl IntoView {
    let store = store();
    let source = Memo::new(move |_| {
        store.sources.with(|sources| sources.iter().find(|source| source.id == id).cloned())
    });
    let is_large = Memo::new(move |_| source.with(|source| source.as_ref().is_some_and(is_large)));
    let name = move || {
        source.with(|source| source.as_ref().map_or_else(String::new, |source| source.name.clone()))
    };
    let recognised =
        move || source.with(|source| source.as_ref().map(recognised).unwrap_or_default());
    let problems = move || {
        source.with(|source| {
            let problems = source.as_ref().map(|source| source.reading.problems.clone());
            problems.unwrap_or_default().into_iter().map(notice).collect_view()
        })
    };
    view! {
        <li class="source" data-format=text(move || source.with(|source| source.as_ref().map_or("", |source| source.reading.format())))>
            <div class="line">
                <span class="name">{text(name)}</span>
                <button
                    type="button"
                    class="link"
                    aria-label=text(move || format!("{}: {}", words!("page.remove"), name()))
                    on:click=move |_| {
                        store.remove(id);
                        focus("box");
                    }
                >
                    {words!("page.remove")}
                </button>
            </div>
            <p class="recognised">{text(recognised)}</p>
            <ul class="notices">{part(problems)}</ul>
            {part(move || {
                let shows_text = id != BOX && !is_large.get();
                if shows_text {
                    view! { <TextOf id name=name() /> }.into_any()
                } else if is_large.get() {
                    let is_kept = source.with(|source| {
                        source.as_ref().is_some_and(|source| source.text.len() < LARGEST_KEPT)
                    });
                    let note = if is_kept { "" } else { words!("page.not-kept") };
                    view! { <p class="note">{words!("page.large")} " " {note}</p> }.into_any()
                } else {
                    ().into_any()
                }
            })}
        </li>
    }
}

/// The text of a source that is not the box, to look at and to edit.
#[component]
fn TextOf(id: u32, name: String) -> impl IntoView {
    let store = store();
    view! {
        <details>
            <summary>{words!("page.show-text")}</summary>
            <textarea
                rows="8"
                spellcheck="false"
                aria-label=name
                prop:value=text(move || store.text(id).to_string())
                on:input=move |event| typed(store, id, &event)
            ></textarea>
        </details>
    }
}

fn is_large(source: &Source) -> bool {
    source.text.len() > CARD_FROM
}

/// "Service Quotas, JSON · 3 facts, 22 not needed · 290 kB".
fn recognised(source: &Source) -> String {
    let reading = &source.reading;
    let format = lookup(en::SENTENCES, &format!("format.{}", reading.format()));
    let count = |id, count: usize| say(en::SENTENCES, id, &[("count", &Param::from(count))]);
    let mut text = format.unwrap_or(reading.format()).to_owned();
    text.push_str(" · ");
    text.push_str(&count("page.facts", reading.facts.len()));
    if reading.ignored > 0 {
        text.push_str(", ");
        text.push_str(&count("page.ignored", reading.ignored));
    }
    if is_large(source) {
        text.push_str(&format!(" · {} kB", source.text.len() / 1000));
    }
    text
}

/// Takes what is typed; a credential in it is masked at once and the caret stays where it was.
fn typed(store: Store, id: u32, event: &Event) {
    let area: web_sys::HtmlTextAreaElement = event_target(event);
    let caret = area.selection_start().ok().flatten();
    let typed = area.value();
    if id == BOX && typed.len() > CARD_FROM {
        store.edit(BOX, "");
        store.add(words!("page.large-paste").to_owned(), &typed);
        return;
    }
    store.edit(id, &typed);
    let kept = store.text(id);
    if *kept != *typed {
        area.set_value(&kept);
        let _ = area.set_selection_start(caret);
        let _ = area.set_selection_end(caret);
    }
}

/// A browser scrolls to the caret of a field that gets the focus, which may leave the box itself
/// under the verdict.
fn show_box() {
    request_animation_frame(|| {
        if let Some(area) = document().get_element_by_id("box") {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            area.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

/// A large paste becomes a card without going through the box.
fn pasted(store: Store, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    if let Some(text) = text.filter(|text| text.len() > CARD_FROM) {
        event.prevent_default();
        store.add(words!("page.large-paste").to_owned(), &text);
    }
}

/// Files may be dropped anywhere on the page.
fn drop_anywhere(store: Store, over: RwSignal<bool>) {
    let has_files = |event: &DragEvent| {
        event.data_transfer().is_some_and(|data| {
            data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
        })
    };
    let dragging = window_event_listener(leptos::ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let leaving = window_event_listener(leptos::ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropping = window_event_listener(leptos::ev::drop, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(false);
            take_files(store, event.data_transfer().and_then(|data| data.files()));
        }
    });
    on_cleanup(move || {
        dragging.remove();
        leaving.remove();
        dropping.remove();
    });
}

fn take_files(store: Store, files: Option<web_sys::FileList>) {
    let Some(files) = files else { return };
    let files: Vec<web_sys::File> =
        (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        // One after the other, so that the list keeps the order in which they were chosen.
        for file in files {
            let name = file.name();
            if let Some(text) = read_file(file).await {
                store.add(name, &text);
            }
        }
    });
}

fn event_target<T: JsCast>(event: &Event) -> T {
    event.target().expect("an event of an element").unchecked_into()
}
