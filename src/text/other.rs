//! Languages beside English: files of `{id: sentence}` in `languages/`, brought along while running.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{Sentences, en};

thread_local! {
    /// Kept for good: sentences are handed out as such, and there are as many as languages.
    static KNOWN: RefCell<Vec<(String, Sentences)>> = const { RefCell::new(Vec::new()) };
}

/// The language of this tag, in the order of English; a sentence that is not given is English.
pub fn language(tag: &str, given: &HashMap<String, String>) -> Sentences {
    let known = KNOWN.with_borrow(|all| all.iter().find(|(known, _)| known == tag).map(|it| it.1));
    known.unwrap_or_else(|| {
        let sentence = |(id, english): &(&'static str, &'static str)| {
            let own = given.get(*id).filter(|own| !own.is_empty());
            (*id, own.map_or(*english, |own| &*own.clone().leak()))
        };
        let made: Sentences = en::SENTENCES.iter().map(sentence).collect::<Vec<_>>().leak();
        KNOWN.with_borrow_mut(|all| all.push((tag.to_owned(), made)));
        made
    })
}
