//! The page: components over one store. What it shows comes from the engine's report alone.

mod account;
mod app;
mod architecture;
mod ask;
mod bar;
mod browser;
mod call;
mod card;
mod checks;
mod cited;
mod controls;
mod copy;
mod dynamic;
mod evidence;
mod example;
mod excerpt;
mod field;
mod figures;
mod hand_over;
mod license;
mod point;
mod remedy;
mod reopen;
mod resources;
mod saved;
mod session;
mod sources;
mod store;
mod unnamed;
mod verdict;
mod verify;
mod what_if;

use crate::report::Answers;

/// Puts the page into `root`, in place of the frame that stood there. It begins with `start`, and
/// comes back to it when it is cleared.
pub fn mount(root: web_sys::HtmlElement, start: Answers) {
    root.set_inner_html("");
    leptos::mount::mount_to(root, || app::app(start)).forget();
}
