//! Pointing at a line of a source, where it stands, and the way back.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::controls::button;
use super::dynamic::{Part, part};
use super::evidence::toggle_id;
use super::excerpt::{Numbered, Place, around, byte_of, lines, part as part_of_line};
use super::foreign;
use super::store::{BOX, Source, Store, store};
use crate::report::ResourceId;
use crate::text::{Param, current, say};
use crate::words;

/// Lines before and behind the one that is shown of a large source.
const REACH: u32 = 20;

/// A place that the page points at, and where a person came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// The source's id.
    pub source: u32,
    /// Where in it.
    pub place: Place,
    /// What stands there, in words.
    pub what: String,
    /// The id of the element that leads here; the focus returns to it.
    pub from: String,
    /// The row that it is about, where it is about one.
    pub row: Option<ResourceId>,
}

/// What a key does.
pub type Key = Box<dyn FnMut(KeyboardEvent)>;

/// Shows the place in the box, in its card's text, or in the view of a large source.
pub fn point(store: Store, pointed: Pointed) {
    let (source, place) = (pointed.source, pointed.place);
    store.pointed.set(Some(pointed));
    let text = store.text(source);
    // The view of a large source comes into being first.
    store.place.soon(move || {
        let Some(target) = store.place.find(&target_id(source)) else { return };
        match target.dyn_ref::<HtmlTextAreaElement>() {
            Some(area) => select(area, &text, place),
            None => show_mark(target.unchecked_ref()),
        }
        scroll_to(&target);
    });
}

/// Returns to where a person came from.
fn go_back(store: Store) {
    let Some(pointed) = store.pointed.get_untracked() else { return };
    store.pointed.set(None);
    // The row's details may be closed by now.
    if !store.place.focuses(&pointed.from)
        && let Some(row) = pointed.row
    {
        store.place.focus(&toggle_id(row));
    }
}

/// The id of the element that shows a source's text.
pub fn target_id(source: u32) -> String {
    if source == BOX { "box".to_owned() } else { format!("text-{source}") }
}

/// Escape in the text that is pointed at leads back.
pub fn escape(store: Store, source: u32) -> Key {
    Box::new(move |event: KeyboardEvent| {
        let is_shown = store.pointed.with_untracked(|pointed| is_in(pointed.as_ref(), source));
        if event.key() == "Escape" && is_shown {
            event.prevent_default();
            go_back(store);
        }
    })
}

fn is_in(pointed: Option<&Pointed>, source: u32) -> bool {
    pointed.is_some_and(|pointed| pointed.source == source)
}

/// What is pointed at in this source, and the way back; nothing while nothing is.
pub fn way_back(source: u32) -> Part {
    let store = store();
    part(move || {
        store.pointed.with(|pointed| {
            let pointed = pointed.as_ref().filter(|pointed| pointed.source == source)?;
            let word = match pointed.row {
                Some(_) => words!("page.back-to-row"),
                None => words!("page.back-to-problem"),
            };
            let back = button(Some("link"), None, None, word.to_owned(), move || go_back(store));
            Some(view! { <p class="pointed"><span>{pointed.what.clone()}</span> {back}</p> })
        })
    })
}

/// The lines around what is pointed at in a large source, which has no text on the page.
pub fn view_of(source: Memo<Option<Source>>) -> Part {
    let store = store();
    let shown = move || {
        let source = source.get()?;
        let place = store.pointed.with(|pointed| {
            pointed.as_ref().filter(|pointed| pointed.source == source.id).map(|it| it.place)
        })?;
        let lines = around(&source.text, place, REACH);
        let (first, last) = (lines.first()?.number, lines.last()?.number);
        let label = say(
            current(),
            "page.lines-shown",
            &[
                ("name", &Param::from(foreign::name(&source.name))),
                ("first", &Param::from(first)),
                ("last", &Param::from(last)),
                ("line", &Param::from(place.line)),
            ],
        );
        let id = Some(target_id(source.id));
        Some(numbered("view", id, label, lines, escape(store, source.id)))
    };
    part(shown)
}

/// Lines with their numbers, the one that is pointed at marked.
pub fn numbered(
    class: &'static str,
    id: Option<String>,
    name: String,
    lines: Vec<Numbered>,
    keydown: Key,
) -> AnyView {
    let shown = lines.into_iter().map(|line| {
        // The number is drawn by the style sheet, so that copying leaves it out.
        let (number, text) = (line.number.to_string(), foreign::line(&line.text));
        if line.is_marked {
            view! { <mark data-line=number>{text}</mark> }.into_any()
        } else {
            view! { <span data-line=number>{text}</span> }.into_any()
        }
    });
    // The keyboard scrolls it, hence the stop.
    view! {
        <pre class=class id=id tabindex="0" role=store().place.landmark() aria-label=name on:keydown=keydown>
            {shown.collect_view()}
        </pre>
    }
    .into_any()
}

/// A button that leads to a place in a source.
pub fn pointer(pointed: Pointed, name: String, shown: String) -> AnyView {
    let store = store();
    let id = Some(pointed.from.clone());
    button(Some("link"), id, Some(name), shown, move || point(store, pointed.clone()))
}

/// Selects the line, or of a long one the part that matters, and scrolls the text to it.
fn select(area: &HtmlTextAreaElement, text: &str, place: Place) {
    // Its fold opens first: what is hidden takes no focus and has no height.
    if let Ok(Some(fold)) = area.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    let _ = area.focus();
    let mut before = String::new();
    let mut marked = "";
    for (line, number) in lines(text).zip(1..) {
        if number == place.line {
            let part = part_of_line(line, byte_of(line, place.column));
            before.push_str(&line[..part.start]);
            marked = &line[part];
            break;
        }
        before.push_str(line);
        before.push('\n');
    }
    // A field counts in UTF-16, and each end of a line as one.
    let units = |text: &str| text.encode_utf16().count() as u32;
    let start = units(&before);
    let _ = area.set_selection_range(start, start + units(marked));
    if let Some(height) = height_of(area, &before) {
        area.set_scroll_top((height - area.client_height() / 2).max(0));
    }
}

/// How high a text stands in a field as wide as `area`, whose lines may be wrapped.
fn height_of(area: &HtmlTextAreaElement, text: &str) -> Option<i32> {
    let twin: HtmlTextAreaElement = area.clone_node().ok()?.unchecked_into();
    // A person may have drawn the field to another height.
    let _ = twin.remove_attribute("style");
    let _ = twin.remove_attribute("id");
    twin.set_rows(1);
    twin.set_value(text);
    area.parent_node()?.insert_before(&twin, Some(area)).ok()?;
    let height = twin.scroll_height();
    twin.remove();
    Some(height)
}

/// Gives the focus to a view, and scrolls it so that its marked line stands in the middle.
fn show_mark(view: &HtmlElement) {
    let _ = view.focus();
    if let Ok(Some(mark)) = view.query_selector("mark") {
        let mark: HtmlElement = mark.unchecked_into();
        view.set_scroll_top((mark.offset_top() - view.client_height() / 2).max(0));
    }
}

/// Scrolls the page as far as it must for the element to be in view.
pub fn scroll_to(element: &web_sys::Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}
