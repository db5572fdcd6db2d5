//! What to do about a row that is short: every way, the best first, and the request to AWS.

use leptos::prelude::*;

use super::copy::CopyBlock;
use crate::report::{Remedy, RemedyStep};
use crate::words;

/// Every way, in order; nothing for a row that is not short.
pub fn ways(steps: Vec<RemedyStep>) -> Option<AnyView> {
    let items: Vec<AnyView> = steps
        .into_iter()
        .map(|step| view! { <li data-step=step.reason.id()>{step.explanation}</li> }.into_any())
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="ways">{items}</ul> }.into_any())
}

/// The command that asks AWS for more, and where to do it by hand; `name` is the row's.
pub fn request(remedy: Remedy, name: &'static str) -> AnyView {
    let command = remedy.command.clone();
    let text = Signal::derive(move || command.clone());
    view! {
        <div class="fix">
            <p>
                {words!("page.fix")} " "
                <a href=remedy.console_url rel="noreferrer" target="_blank">
                    {words!("page.open-console")}
                    <span class="unseen">": " {name}</span>
                </a>
            </p>
            <CopyBlock text=text label=format!("{}: {name}", words!("page.fix-command")) />
        </div>
    }
    .into_any()
}
