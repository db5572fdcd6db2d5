//! Which language is spoken at the moment. Who makes what programs read speaks English, whatever
//! the page speaks.

use std::cell::Cell;

use super::{Sentences, en};

/// What is compiled in, at one address.
pub static ENGLISH: Sentences = en::SENTENCES;

/// Whether this is English.
pub fn is_english(language: Sentences) -> bool {
    std::ptr::eq(language, ENGLISH)
}

/// Tells the language of whatever is being drawn, where something is.
type Ask = fn() -> Option<Sentences>;

thread_local! {
    static SPOKEN: Cell<Option<Sentences>> = const { Cell::new(None) };
    static ASK: Cell<Option<Ask>> = const { Cell::new(None) };
}

/// The language to speak in: of the innermost [`speaking`], else of what is being drawn, else
/// English.
pub fn current() -> Sentences {
    let drawn = || ASK.get().and_then(|ask| ask());
    SPOKEN.get().or_else(drawn).unwrap_or(ENGLISH)
}

/// Does it in this language.
pub fn speaking<T>(language: Sentences, does: impl FnOnce() -> T) -> T {
    /// A test that fails within leaves nothing behind for the next one of its thread.
    struct Before(Option<Sentences>);
    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _before = Before(SPOKEN.replace(Some(language)));
    does()
}

/// Does it in English: what other programs read is the same in every language.
pub fn in_english<T>(does: impl FnOnce() -> T) -> T {
    speaking(ENGLISH, does)
}

/// Asks this for the language of what is being drawn: several calculators may speak several.
pub fn ask(ask: Ask) {
    ASK.set(Some(ask));
}
