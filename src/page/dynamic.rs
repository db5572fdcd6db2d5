//! What changes on the page, as closures of few types.
//!
//! Leptos compiles its machinery anew for every type of closure; boxed, the page's many closures
//! share it, which halves the download.

use leptos::prelude::*;

/// A text that changes.
pub type Text = Box<dyn FnMut() -> String + Send>;

/// A flag that changes: `hidden`, `disabled`, a class.
pub type Flag = Box<dyn FnMut() -> bool + Send>;

/// A part of the page that changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A text or attribute that changes.
pub fn text<T: Into<String>>(mut of: impl FnMut() -> T + Send + 'static) -> Text {
    Box::new(move || of().into())
}

/// A flag that changes.
pub fn flag(of: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(of)
}

type Made<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// A value that is made anew when what it is made of changes, and is told on when it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    of: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let of: Made<T> = Box::new(move |_| of());
    Memo::new(of)
}

/// A part of the page that changes.
pub fn part<V: IntoAny>(mut of: impl FnMut() -> V + Send + 'static) -> Part {
    Box::new(move || of().into_any())
}
