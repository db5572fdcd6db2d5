//! What to do about a row that is short: every way, the best first, and the request to AWS.

use leptos::prelude::*;

use super::copy::CopyBlock;
use super::dynamic::{memo, part};
use crate::report::{Remedy, RemedyStep, Resource};
use crate::text::labelled;
use crate::words;

/// What to do about a row, and the request: of a row that is short, as long as it is.
pub fn ways_out(row: Memo<Resource>, name: &'static str) -> AnyView {
    // A row's other figures may change while its remedy, and the focus in it, stay.
    let remedy = memo(move || row.with(|row| row.remedy.clone()));
    let steps = memo(move || row.with(|row| row.steps.clone()));
    view! {
        {part(move || ways(steps.get()))}
        {part(move || remedy.get().map(|remedy| request(remedy, name)))}
    }
    .into_any()
}

/// Every way, in order; nothing for a row that is not short.
fn ways(steps: Vec<RemedyStep>) -> Option<AnyView> {
    let items: Vec<AnyView> = steps
        .into_iter()
        .map(|step| view! { <li data-step=step.reason.id()>{step.says()}</li> }.into_any())
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="ways">{items}</ul> }.into_any())
}

/// The command that asks AWS for more, and where to do it by hand; `name` is the row's.
fn request(remedy: Remedy, name: &'static str) -> AnyView {
    let command = remedy.command.clone();
    let text = Signal::derive(move || command.clone());
    view! {
        <div class="fix">
            <p>
                {words!("page.fix")} " "
                <a href=remedy.console_url rel="noreferrer" target="_blank">
                    {words!("page.open-console")}
                    <span class="unseen">{words!("label.colon")} {name}</span>
                </a>
            </p>
            <CopyBlock text=text label=labelled(words!("page.fix-command"), name) />
        </div>
    }
    .into_any()
}
