//! Which account counts, where the sources name several.

use leptos::prelude::*;

use super::dynamic::{flag, memo, part, text};
use super::store::store;
use crate::mask::mask_account;
use crate::words;

/// The accounts to choose among, under these words; hidden while there is no choice.
pub fn choice(words: &'static str) -> AnyView {
    let store = store();
    let accounts = memo(move || store.accounts());
    let chosen =
        memo(move || store.answers.with(|answers| answers.account.clone().unwrap_or_default()));
    let choose: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let account = event_target_value(&event);
        store.answer(|answers| answers.account = (!account.is_empty()).then_some(account));
    });
    let options = move || {
        let option = |account: String| {
            let name = mask_account(&account, false);
            // A select whose options come after its value would not show it.
            let is_chosen = chosen.with_untracked(|chosen| *chosen == account);
            view! { <option value=account selected=is_chosen>{name}</option> }
        };
        accounts.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="region" hidden=flag(move || accounts.with(|accounts| accounts.len() < 2))>
            <span>{words}</span>
            <select prop:value=text(move || chosen.get()) on:change=choose>
                <option value="">{words!("page.choose-account")}</option>
                {part(options)}
            </select>
        </label>
    }
    .into_any()
}
