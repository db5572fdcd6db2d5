//! What to ask the account for: the block for AWS CloudShell, and a message to the customer.

use leptos::prelude::*;

use super::copy::CopyBlock;
use super::dynamic::part;
use super::store::store;
use crate::collect::{Wanted, message, script};
use crate::decide::chosen_profile;
use crate::words;

/// The collector's block, and a message that asks for only what is still missing.
#[component]
pub fn Ask() -> impl IntoView {
    let store = store();
    let region = Memo::new(move |_| store.report.with(|report| report.profile.region.clone()));
    let profile = move || store.answers.with(chosen_profile);
    let block =
        Memo::new(move |_| region.with(|region| script(&Wanted::everything(profile()), region)));
    let letter = Memo::new(move |_| store.report.with(|report| message(report, profile())));
    view! {
        <section class="panel ask" aria-labelledby="ask-title">
            <h2 id="ask-title">{words!("page.ask-title")}</h2>
            <ol class="steps">
                <li>{words!("page.ask-step-run")}</li>
                <li>{words!("page.ask-step-paste")}</li>
            </ol>
            <CopyBlock text=block label=words!("page.ask-block") />
            <p class="note">{words!("page.ask-reads")}</p>
            <details>
                <summary>{words!("page.ask-message")}</summary>
                {part(move || match letter.get() {
                    Some(_) => {
                        let text = Signal::derive(move || letter.get().unwrap_or_default());
                        view! { <CopyBlock text=text label=words!("page.ask-message") /> }.into_any()
                    }
                    None => view! { <p class="note">{words!("page.nothing-missing")}</p> }.into_any(),
                })}
            </details>
        </section>
    }
}
