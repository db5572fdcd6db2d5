//! What the document says, with its links.

use leptos::prelude::*;

use super::parts::note;
use crate::data::guidance::{GUIDANCE, Guidance, guidance};
use crate::report::CheckId;
use crate::text::in_current;

/// A link to elsewhere.
pub fn link(words: &'static str, url: &'static str) -> AnyView {
    view! { <a href=url rel="noreferrer" target="_blank">{words}</a> }.into_any()
}

/// The sentences, with their link in its place.
pub fn sentences(piece: &'static Guidance) -> AnyView {
    let says = in_current("guidance.", piece.says);
    let parts = piece.link.and_then(|(words, url)| {
        let words = in_current("link.", words);
        let (before, after) = says.split_once(words)?;
        Some((before, link(words, url), after))
    });
    match parts {
        Some((before, link, after)) => view! { {before} {link} {after} }.into_any(),
        None => says.into_any(),
    }
}

/// What the document says about a check beside its steps, a paragraph each.
pub fn paragraphs(check: CheckId) -> AnyView {
    guidance(check, false).map(|piece| note(sentences(piece))).collect_view().into_any()
}

/// Where the document's only link about a check leads.
pub fn address(check: CheckId) -> Option<&'static str> {
    let mut links = GUIDANCE.iter().filter(|piece| piece.check == check);
    links.find_map(|piece| piece.link).map(|(_, url)| url)
}
