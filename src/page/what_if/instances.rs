//! What runs: instance types and how many of each, and what they come to.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::controls::button;
use super::super::dynamic::{flag, memo, part, text};
use super::super::field::message;
use super::super::store::{Store, store};
use super::Published;
use crate::data::instances::{FAMILIES, InstanceType, catalogue};
use crate::profile::{MOST_INSTANCES, Profile};
use crate::quantity::Round;
use crate::report::{InstanceCount, ResourceId};
use crate::text::{Param, current, list, say};
use crate::words;

/// Instances of one type, as a line of the form.
#[derive(Clone, PartialEq)]
struct Group {
    /// Stays the same while the line does.
    id: u32,
    name: String,
    count: u32,
}

/// The lines of the form.
#[derive(Clone, Copy)]
struct Form {
    store: Store,
    published: Published,
    groups: RwSignal<Vec<Group>>,
    next: StoredValue<u32>,
}

const ADD: &str = "add-instance";

/// The instances, line by line, with their totals.
pub fn fields(published: Published) -> AnyView {
    let (groups, next) = (RwSignal::new(Vec::new()), StoredValue::new(0));
    let form = Form { store: store(), published, groups, next };
    form.show_what_counts();
    // What was entered here stays as it is; what comes from elsewhere, such as an undo, is shown.
    Effect::new(move |_| {
        let counts = form.entered();
        let shown = published
            .with(|profile| form.groups.with_untracked(|groups| other_than(profile, groups)));
        if shown != counts {
            form.show_what_counts();
        }
    });
    let has_none = move || published.with(|profile| profile.row(ResourceId::Vcpu).is_none());
    view! {
        <fieldset class="instances" hidden=flag(has_none)>
            <legend>{words!("page.instances")}</legend>
            <ul>
                <For each=move || form.groups.get() key=|group| group.id let:group>
                    {line(form, group)}
                </For>
            </ul>
            <div class="sum">
                {button(None, Some(ADD.to_owned()), None, words!("page.add-instance").to_owned(), move || form.add())}
                <p class="together">
                    {words!("page.together")} " " <strong>{text(move || together(form.store))}</strong>
                    " " {text(move || surge(form.store))}
                </p>
            </div>
        </fieldset>
    }
    .into_any()
}

/// One line: how many of which type, and what these are.
fn line(form: Form, Group { id, name, count }: Group) -> AnyView {
    let name = memo(move || form.get(id, |group| group.name.clone()).unwrap_or(name.clone()));
    let count = memo(move || form.get(id, |group| group.count).unwrap_or(count));
    let types = part(move || form.published.with(|profile| options(profile, name)));
    let change: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let name = event_target_value(&event);
        form.change(id, move |group| group.name = name);
    });
    view! {
        <li>
            <select
                id=type_id(id)
                aria-label=words!("page.instance-type")
                prop:value=text(move || name.get())
                on:change=change
            >
                {types}
            </select>
            <span aria-hidden="true">"×"</span>
            {number(form, id, name, count)}
            <button
                type="button"
                class="link"
                aria-label=text(move || say_of("page.remove-instance", name))
                on:click=move |_| form.remove(id)
            >
                {words!("page.remove")}
            </button>
        </li>
    }
    .into_any()
}

/// How many. What is no number changes nothing, and once the field is left it shows again what
/// counts.
fn number(form: Form, id: u32, name: Memo<String>, count: Memo<u32>) -> AnyView {
    let is_wrong = RwSignal::new(false);
    let wrong = memo(move || {
        let params = [("most", &Param::from(MOST_INSTANCES)), ("count", &Param::from(count.get()))];
        is_wrong.get().then(|| say(current(), "page.number-wrong", &params))
    });
    let set: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| {
        let typed = event_target_value(&event).parse::<u32>().ok();
        let typed = typed.filter(|count| i64::from(*count) <= MOST_INSTANCES);
        is_wrong.set(typed.is_none());
        if let Some(typed) = typed {
            form.change(id, move |group| group.count = typed);
        }
    });
    let leave: Box<dyn FnMut(web_sys::FocusEvent)> = Box::new(move |event| {
        if is_wrong.get_untracked() {
            is_wrong.set(false);
            let field = event.target().expect("an event of an element");
            let field: web_sys::HtmlInputElement = field.unchecked_into();
            field.set_value(&count.get_untracked().to_string());
        }
    });
    let described = format!("wrong-number-{id}");
    view! {
        <input
            type="number"
            min="0"
            max=MOST_INSTANCES.to_string()
            step="1"
            inputmode="numeric"
            autocomplete="off"
            aria-label=text(move || say_of("page.number-of", name))
            aria-invalid=text(move || is_wrong.get().to_string())
            aria-describedby=described.clone()
            prop:value=text(move || count.get().to_string())
            on:input=set
            on:blur=leave
        />
        {message(described, wrong)}
    }
    .into_any()
}

fn say_of(id: &str, instance: Memo<String>) -> String {
    say(current(), id, &[("instance", &Param::from(instance.get()))])
}

/// The types to choose among: the profile's own ones, then the catalogue's, family by family.
fn options(published: &Profile, chosen: Memo<String>) -> AnyView {
    let option = move |kind: InstanceType| {
        let params = [
            ("instance", &Param::from(kind.name.as_ref())),
            ("vcpu", &Param::from(kind.vcpu)),
            ("memory", &Param::from(kind.memory_gib)),
        ];
        let shown = say(current(), "page.instance-option", &params);
        let name = kind.name.to_string();
        let is_chosen = chosen.with_untracked(|chosen| *chosen == name);
        view! { <option value=name selected=is_chosen>{shown}</option> }
    };
    let group = |label: &'static str, kinds: Vec<InstanceType>| {
        let options = kinds.into_iter().map(option).collect_view();
        view! { <optgroup label=label>{options}</optgroup> }
    };
    let own = published.types.to_vec();
    let own = (!own.is_empty()).then(|| group(words!("page.types-of-profile"), own));
    let of_family = |family: &'static str| {
        let is_of = move |kind: &InstanceType| {
            kind.name.split_once('.').is_some_and(|(known, _)| known == family)
        };
        group(family, catalogue().filter(is_of).collect())
    };
    let families = FAMILIES.iter().map(|(family, _)| of_family(family)).collect_view();
    view! { {own} {families} }.into_any()
}

fn type_id(id: u32) -> String {
    format!("instance-type-{id}")
}

impl Form {
    fn entered(self) -> Option<Vec<InstanceCount>> {
        self.store.answers.with(|answers| answers.adjustments.instances.clone())
    }

    /// Shows what counts: what was entered, or the profile's own instances.
    fn show_what_counts(self) {
        let groups = match untrack(|| self.entered()) {
            Some(entered) => {
                entered.into_iter().map(|group| self.group(group.name, group.count)).collect()
            }
            None => self.published.with_untracked(|profile| {
                let instances = profile.instances.iter();
                let count = |count: i64| u32::try_from(count).unwrap_or_default();
                instances
                    .map(|(name, number)| self.group(name.to_string(), count(*number)))
                    .collect()
            }),
        };
        self.groups.set(groups);
    }

    fn group(self, name: String, count: u32) -> Group {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        Group { id, name, count }
    }

    /// Of the line of this id, while there is one.
    fn get<T>(self, id: u32, of: impl FnOnce(&Group) -> T) -> Option<T> {
        self.groups.with(|groups| groups.iter().find(|group| group.id == id).map(of))
    }

    fn change(self, id: u32, change: impl FnOnce(&mut Group)) {
        self.update(|groups| groups.iter_mut().find(|group| group.id == id).map(change));
    }

    /// One more line, of a type that is in none yet.
    fn add(self) {
        let is_free = |kind: &InstanceType| {
            self.groups.with_untracked(|groups| groups.iter().all(|group| group.name != kind.name))
        };
        let Some(kind) = catalogue().find(is_free) else { return };
        let group = self.group(kind.name.into_owned(), 1);
        let shown = type_id(group.id);
        self.update(|groups| groups.push(group));
        self.store.place.focus_soon(shown);
    }

    fn remove(self, id: u32) {
        self.update(|groups| groups.retain(|group| group.id != id));
        self.store.place.focus(ADD);
    }

    /// Changes the lines, and what counts with them.
    fn update<T>(self, change: impl FnOnce(&mut Vec<Group>) -> T) {
        self.groups.update(|groups| drop(change(groups)));
        let published = self.published;
        let instances = self.groups.with_untracked(|groups| {
            published.with_untracked(|profile| other_than(profile, groups))
        });
        self.store.answer(|answers| answers.adjustments.instances = instances);
    }
}

/// The instances of these lines, where they are not the profile's own ones in any order.
fn other_than(published: &Profile, groups: &[Group]) -> Option<Vec<InstanceCount>> {
    fn sums<'a>(counts: impl Iterator<Item = (&'a str, i64)>) -> BTreeMap<&'a str, i64> {
        let mut sums = BTreeMap::new();
        for (name, count) in counts.filter(|(_, count)| *count > 0) {
            *sums.entry(name).or_default() += count;
        }
        sums
    }
    let own = sums(published.instances.iter().map(|(name, count)| (name.as_ref(), *count)));
    let shown = sums(groups.iter().map(|group| (group.name.as_str(), group.count.into())));
    let count = |group: &Group| InstanceCount { name: group.name.clone(), count: group.count };
    (own != shown).then(|| groups.iter().map(count).collect())
}

/// "80 vCPU, 448 GiB".
fn together(store: Store) -> String {
    store.profile.with(|profile| {
        let rows = [ResourceId::Vcpu, ResourceId::Memory].map(|id| profile.row(id));
        let amounts = rows.into_iter().flatten().map(|row| {
            let required = row.required(profile);
            required.show(required.unit, Round::Up)
        });
        list(&amounts.collect::<Vec<_>>())
    })
}

fn surge(store: Store) -> &'static str {
    let is_kept = store.profile.with(|profile| profile.surge);
    if is_kept { words!("page.surge-included") } else { "" }
}
