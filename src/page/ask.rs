//! What to ask the account for: the block for a shell, the policy that allows it, and a message to
//! the customer.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::controls::either;
use super::copy::CopyBlock;
use super::dynamic::{flag, memo, part, text};
use super::store::{Store, store};
use crate::collect::{Shell, Wanted, message, policy, script};
use crate::data::quotas::Quota;
use crate::read::Reading;
use crate::text::{Param, current, labelled, list, say};
use crate::words;

/// Most figures that are named while they are missing; of more the number is enough.
const MOST_NAMED: usize = 4;

/// The block, for everything or for what is still missing, the policy and the message.
#[component]
pub fn Ask() -> impl IntoView {
    let store = store();
    let shell = RwSignal::new(Shell::Bash);
    let shows_all = RwSignal::new(false);
    let missing = memo(move || missing(store));
    let is_partial = memo(move || missing.get() != everything(store));
    let wanted = memo(move || {
        let all = shows_all.get() || !is_partial.get();
        if all { everything(store) } else { missing.get() }
    });
    // The block stays, with the focus in it, while it only becomes another one.
    let has_block = memo(move || wanted.with(|wanted| !wanted.is_empty()));
    view! {
        <section role=store.place.landmark() class="panel ask" aria-labelledby="ask-title">
            <h2 id="ask-title">{words!("page.ask-title")}</h2>
            <ol class="steps">
                <li>{words!("page.ask-step-run")}</li>
                <li>{words!("page.ask-step-paste")}</li>
            </ol>
            <div class="choice">
                {either(words!("page.ask-shell"), shell, [(Shell::Bash, words!("page.ask-bash")), (Shell::PowerShell, words!("page.ask-powershell"))])}
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
            <div class="folds">
                {fold(words!("page.ask-policy"), move || least_policy(store))}
                {fold(words!("page.ask-message"), move || letter(store, missing))}
            </div>
        </section>
    }
}

/// A part that is made once it is opened: what nobody looks at costs nothing.
fn fold(summary: &'static str, body: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_open = RwSignal::new(false);
    let toggle: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let details = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    });
    view! {
        <details on:toggle=toggle>
            <summary>{summary}</summary>
            {part(move || is_open.get().then(&body))}
        </details>
    }
    .into_any()
}

/// The policy that allows everything that may be asked.
fn least_policy(store: Store) -> AnyView {
    let text = memo(move || policy(&everything(store)));
    view! {
        <p class="note">{words!("page.ask-policy-note")}</p>
        <CopyBlock text=text label=words!("page.ask-policy") />
    }
    .into_any()
}

/// The message that asks for what is missing.
fn letter(store: Store, missing: Memo<Wanted>) -> AnyView {
    let letter =
        memo(move || store.report.with(|report| missing.with(|missing| message(report, missing))));
    let is_there = memo(move || letter.with(Option::is_some));
    part(move || match is_there.get() {
        true => {
            let text = Signal::derive(move || letter.get().unwrap_or_default());
            view! { <CopyBlock text=text label=words!("page.ask-message") /> }.into_any()
        }
        false => view! { <p class="note">{words!("page.nothing-missing")}</p> }.into_any(),
    })
    .into_any()
}

/// The block for the chosen shell.
#[component]
fn Block(wanted: Memo<Wanted>, shell: RwSignal<Shell>) -> impl IntoView {
    let store = store();
    let region = memo(move || store.report.with(|report| report.profile.region.clone()));
    let block = memo(move || {
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
    let fill = |id, name, param: Param| say(current(), id, &[(name, &param)]);
    let mut text = fill("page.ask-still", "count", count.into());
    if count <= MOST_NAMED {
        let named = |id| move |quota: &&Quota| fill(id, "quota", quota.name.into());
        let limits = missing.limits.iter().map(named("page.ask-limit-of"));
        let uses = missing.uses.iter().map(named("page.ask-use-of"));
        let names: Vec<String> = limits.chain(uses).collect();
        text = labelled(&text, &list(&names));
    }
    text + words!("sentence.end")
}
