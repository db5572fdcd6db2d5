//! Where the calculator stands: on a page of its own, or in an element of somebody else's, of
//! which there may be several. It touches nothing beyond it.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, Node};

use crate::text::{Sentences, speaking};

/// More turns of the effects than it takes until what has changed is drawn, and what follows from it.
const TURNS: usize = 8;

/// The element that holds the calculator, as long as it does.
#[derive(Clone, Copy)]
pub struct Place {
    root: StoredValue<HtmlElement, LocalStorage>,
    page: StoredValue<Option<String>>,
    /// Whether nothing else is in the document. Then files may be dropped and keys pressed
    /// anywhere, and the address is the calculator's.
    pub is_page: bool,
    /// What it speaks.
    pub language: Sentences,
}

impl Place {
    /// In `root`; `page` is the address of a page that opens links.
    pub fn new(
        root: HtmlElement,
        is_page: bool,
        page: Option<String>,
        language: Sentences,
    ) -> Place {
        let (root, page) = (StoredValue::new_local(root), StoredValue::new(page));
        Place { root, page, is_page, language }
    }

    /// The address of a page that opens links: the one that was named, or a calculator's own.
    pub fn page(self) -> Option<String> {
        let named = self.page.get_value();
        named.or_else(|| self.is_page.then(super::browser::address).flatten())
    }

    /// The role of its parts: another page's landmarks are that page's own.
    pub fn landmark(self) -> &'static str {
        if self.is_page { "region" } else { "group" }
    }

    /// Whether it is still there: what was begun before it was taken away ends after.
    pub fn is_gone(self) -> bool {
        self.root.is_disposed()
    }

    /// The element of this id, which another calculator on the page may have as well.
    pub fn find(self, id: &str) -> Option<Element> {
        let root = self.root.try_get_value()?;
        root.query_selector(&format!("[id=\"{id}\"]")).ok().flatten()
    }

    /// Whether the calculator holds this node.
    pub fn holds(self, node: &Node) -> bool {
        self.root.try_with_value(|root| root.contains(Some(node))).unwrap_or(false)
    }

    /// Moves the focus to the element of this id, where the one that had it went away.
    pub fn focus(self, id: &str) {
        self.focuses(id);
    }

    /// The same once the page shows what has just changed.
    pub fn focus_soon(self, id: impl Into<String>) {
        let id = id.into();
        self.soon(move || self.focus(&id));
    }

    /// Moves the focus to the first field or choice within the element of this id, or to itself.
    pub fn focus_within(self, id: &str) {
        let Some(element) = self.find(id) else { return };
        let inner = element.query_selector("input, select").ok().flatten();
        let field = inner.unwrap_or(element);
        if let Ok(field) = field.dyn_into::<HtmlElement>() {
            let _ = field.focus();
            super::point::scroll_to(&field);
        }
    }

    /// Moves the focus, and says whether it went there: what is hidden takes none.
    pub fn focuses(self, id: &str) -> bool {
        let Some(element) = self.find(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
            return false;
        };
        let _ = element.focus();
        // A document, or the tree in the shadow of an element, which has no type of its own here.
        let focused = js_sys::Reflect::get(&element.get_root_node(), &"activeElement".into());
        focused.is_ok_and(|focused| focused == JsValue::from(element))
    }

    /// The id of what has the focus, empty where it has none; `None` where nothing has it.
    pub fn focused(self) -> Option<String> {
        let root = self.root.try_get_value()?.get_root_node();
        let focused = js_sys::Reflect::get(&root, &"activeElement".into()).ok()?;
        let focused = focused.dyn_into::<Element>().ok()?;
        (focused.tag_name() != "BODY").then(|| focused.id())
    }

    /// Does it once the page shows what has just changed, if the calculator is still there; before
    /// the next key, which is meant for what has the focus then.
    pub fn soon(self, does: impl FnOnce() + 'static) {
        let does: Box<dyn FnOnce()> = Box::new(does);
        spawn_local(async move {
            for _ in 0..TURNS {
                tick().await;
            }
            if !self.is_gone() {
                speaking(self.language, does);
            }
        });
    }

    /// Does it before the next frame, if the calculator is still there: once what the browser does of
    /// itself is done, such as to move the focus and to scroll to a caret.
    pub fn before_frame(self, does: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            if !self.is_gone() {
                speaking(self.language, does);
            }
        });
    }

    /// Hears of an event anywhere on its own page, or within it on another one.
    pub fn hear(self, event: &'static str, does: impl FnMut(Event) + 'static) {
        let target = match self.is_page {
            true => window().into(),
            false => self.root.with_value(|root| EventTarget::from(root.clone())),
        };
        self.listen(target, event, does);
    }

    /// Hears of what befalls the whole window, on whosever page.
    pub fn hear_window(self, event: &'static str, does: impl FnMut(Event) + 'static) {
        self.listen(window().into(), event, does);
    }

    /// Listens until what is being drawn is taken away.
    fn listen(
        self,
        target: EventTarget,
        event: &'static str,
        mut does: impl FnMut(Event) + 'static,
    ) {
        let does: Closure<dyn FnMut(Event)> =
            Closure::new(move |event| speaking(self.language, || does(event)));
        let _ = target.add_event_listener_with_callback(event, does.as_ref().unchecked_ref());
        let listening = StoredValue::new_local((target, does));
        on_cleanup(move || {
            listening.with_value(|(target, does)| {
                let does = does.as_ref().unchecked_ref();
                let _ = target.remove_event_listener_with_callback(event, does);
            });
        });
    }
}
