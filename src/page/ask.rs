//! What to ask the account for: the block for a shell, the policy that allows it, and a message to
//! the customer.

use leptos::prelude::*;

use super::copy::CopyBlock;
use super::dynamic::{flag, part, text};
use super::store::{Store, store};
use crate::collect::{Shell, Wanted, message, policy, script};
use crate::data::quotas::Quota;
use crate::read::Reading;
use crate::text::{Param, en, say};
use crate::words;

/// Most figures that are named while they are missing; of more the number is enough.
const MOST_NAMED: usize = 4;

/// The block, for everything or for what is still missing, the policy and the message.
#[component]
pub fn Ask() -> impl IntoView {
    let store = store();
    let shell = RwSignal::new(Shell::Bash);
    let shows_all = RwSignal::new(false);
    let missing = Memo::new(move |_| missing(store));
    let is_partial = Memo::new(move |_| missing.get() != everything(store));
    let wanted = Memo::new(move |_| {
        let all = shows_all.get() || !is_partial.get();
        if all { everything(store) } else { missing.get() }
    });
    // The block stays, with the focus in it, while it only becomes another one.
    let has_block = Memo::new(move |_| wanted.with(|wanted| !wanted.is_empty()));
    let letter = Memo::new(move |_| {
        store.report.with(|report| missing.with(|missing| message(report, missing)))
    });
    let policy_text = Signal::derive(move || policy(&everything(store)));
    view! {
        <section class="panel ask" aria-labelledby="ask-title">
            <h2 id="ask-title">{words!("page.ask-title")}</h2>
            <ol class="steps">
                <li>{words!("page.ask-step-run")}</li>
                <li>{words!("page.ask-step-paste")}</li>
            </ol>
            <div class="choice">
                <ShellChoice shell />
                <button
                    type="button"
                    class="link"
                    hidden=flag(move || !is_partial.get())
                    on:click=move |_| shows_all.update(|all| *all = !*all)
                >
                    {text(move || {
                        if shows_all.get() { words!("page.ask-missing") } else { words!("page.ask-all") }
                    })}
                </button>
            </div>
            <p
                class="missing"
                data-none=text(move || missing.with(Wanted::is_empty).to_string())
                hidden=flag(move || !is_partial.get())
            >
                {text(move || if is_partial.get() { missing.with(still_missing) } else { String::new() })}
            </p>
            {part(move || has_block.get().then(|| view! { <Block wanted shell /> }))}
            <p class="note">{words!("page.ask-reads")}</p>
            <details>
                <summary>{words!("page.ask-policy")}</summary>
                <p class="note">{words!("page.ask-policy-note")}</p>
                <CopyBlock text=policy_text label=words!("page.ask-policy") />
            </details>
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

/// The shells, of which one is chosen.
#[component]
fn ShellChoice(shell: RwSignal<Shell>) -> impl IntoView {
    let button = move |of: Shell, word: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=text(move || (shell.get() == of).to_string())
                on:click=move |_| shell.set(of)
            >
                {word}
            </button>
        }
    };
    view! {
        <div class="either" role="group" aria-label=words!("page.ask-shell")>
            {button(Shell::Bash, words!("page.ask-bash"))}
            {button(Shell::PowerShell, words!("page.ask-powershell"))}
        </div>
    }
}

/// The block for the chosen shell.
#[component]
fn Block(wanted: Memo<Wanted>, shell: RwSignal<Shell>) -> impl IntoView {
    let store = store();
    let region = Memo::new(move |_| store.report.with(|report| report.profile.region.clone()));
    let block = Signal::derive(move || {
        wanted.with(|wanted| region.with(|region| script(wanted, region, shell.get())))
    });
    part(move || {
        let label = match shell.get() {
            Shell::Bash => words!("page.ask-block"),
            Shell::PowerShell => words!("page.ask-block-powershell"),
        };
        view! { <CopyBlock text=block label /> }
    })
}

fn everything(store: Store) -> Wanted {
    store.profile.with(|profile| Wanted::everything(profile))
}

fn missing(store: Store) -> Wanted {
    let sources = store.filled();
    let readings: Vec<&Reading> = sources.iter().map(|source| source.reading.as_ref()).collect();
    store
        .report
        .with(|report| store.profile.with(|profile| Wanted::missing(report, &readings, profile)))
}

/// "3 figures are still missing: the limit of “Hosted zones”, …"
fn still_missing(missing: &Wanted) -> String {
    let count = missing.count();
    if count == 0 {
        return words!("page.nothing-missing").to_owned();
    }
    let fill = |id, name, param: Param| say(en::SENTENCES, id, &[(name, &param)]);
    let mut text = fill("page.ask-still", "count", count.into());
    if count <= MOST_NAMED {
        let named = |id| move |quota: &&Quota| fill(id, "quota", quota.name.into());
        let limits = missing.limits.iter().map(named("page.ask-limit-of"));
        let uses = missing.uses.iter().map(named("page.ask-use-of"));
        let names: Vec<String> = limits.chain(uses).collect();
        text.push_str(": ");
        text.push_str(&names.join(", "));
    }
    text.push('.');
    text
}
