//! A link that opens to the same verdict: made on request, and followed when the page is opened
//! with one. What it carries stands behind the `#`, which no browser sends to a server.

use leptos::prelude::*;

use super::super::browser::{fragment, without_fragment};
use super::super::controls::button;
use super::super::copy::CopyBlock;
use super::super::dynamic::{part, text};
use super::super::foreign;
use super::super::store::{Store, store};
use crate::read::to_iso;
use crate::report::SourceText;
use crate::share::{Opened, Refused, open};
use crate::text::{Param, current, english, say};
use crate::words;

/// What became of a link that the page was opened with.
#[derive(Clone, Debug, PartialEq)]
pub enum Followed {
    /// It was made on this day, ISO.
    Opened(String),
    /// Why it was not opened.
    Refused(String),
}

/// Opens the link of the address, now and whenever another one is put there. Another page's address
/// is its own.
pub fn follow(store: Store) {
    if !store.place.is_page {
        return;
    }
    take(store);
    store.place.hear_window("hashchange", move |_| take(store));
}

fn take(store: Store) {
    let followed = match open(&fragment()) {
        // The address leads to a part of the page, or nowhere.
        Err(Refused::NotALink) => return,
        Err(refused) => {
            let why = refused.reason();
            Followed::Refused(foreign::sentence(&why.said(), &why))
        }
        Ok(opened) => {
            let day = to_iso(opened.made);
            put_in(store, opened);
            Followed::Opened(day)
        }
    };
    store.followed.set(Some(followed));
    // What is entered from here on is no longer what the link says, nor does a reload bring it back.
    without_fragment();
}

/// In place of everything that is there, which can be brought back.
fn put_in(store: Store, opened: Opened) {
    store.replace(sources(opened.texts), opened.answers, false);
}

/// In every language: a report depends on none.
const NAME: &str = english("hand.from-link");

/// What a link carries, under names that say so.
pub fn sources(texts: Vec<String>) -> Vec<SourceText> {
    let name = |index: usize| match index {
        0 => NAME.to_owned(),
        _ => format!("{NAME} {}", index + 1),
    };
    let named = texts.into_iter().enumerate();
    named.map(|(index, text)| SourceText { name: Some(name(index)), text }).collect()
}

/// That a link was opened, or why it was not.
#[component]
pub fn LinkSays() -> impl IntoView {
    let store = store();
    let says = move || {
        store.followed.get().map(|followed| {
            let (severity, says) = match followed {
                Followed::Opened(day) => {
                    let day = Param::from(day);
                    ("info", say(current(), "hand.link-opened", &[("day", &day)]))
                }
                Followed::Refused(why) => ("error", why),
            };
            view! {
                <p class="link-says" data-severity=severity>
                    <span>{says}</span>
                    " "
                    {button(Some("link"), None, None, words!("hand.dismiss").to_owned(), move || {
                        store.followed.set(None);
                    })}
                </p>
            }
        })
    };
    view! { <div role="status">{part(says)}</div> }
}

/// The button that makes a link of the moment, and the link until something changes; nothing where
/// no page is known that would open it.
pub fn make() -> Option<AnyView> {
    let store = store();
    let page = store.place.page()?;
    let made = RwSignal::new(None::<Result<String, String>>);
    Effect::new(move |_| {
        store.report.track();
        store.answers.track();
        if made.with_untracked(Option::is_some) {
            made.set(None);
        }
    });
    let make = move || {
        let link = store.link().map(|link| format!("{page}#{link}"));
        made.set(Some(link.map_err(|too_long| too_long.reason().said())));
    };
    let shown = move || {
        made.get().map(|made| match made {
            Ok(link) => {
                let text = Signal::derive(move || link.clone());
                view! { <CopyBlock text=text label=words!("hand.link") /> }.into_any()
            }
            Err(why) => view! { <p class="wrong">{why}</p> }.into_any(),
        })
    };
    let said = move || match made.get() {
        Some(Ok(_)) => words!("hand.link-made"),
        _ => "",
    };
    let way = view! {
        <div class="way">
            <h3>{words!("hand.share")}</h3>
            <p class="note">{words!("hand.share-note")}</p>
            {button(None, Some("make-link".to_owned()), None, words!("hand.make-link").to_owned(), make)}
            {part(shown)}
            <span class="unseen" role="status">{text(said)}</span>
        </div>
    };
    Some(way.into_any())
}
