//! The call mode: the page's own rows, fields and checks as one list of what is open, one in focus
//! at a time and answered by keyboard alone.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::checks::in_focus;
use super::controls::button;
use super::dynamic::{flag, memo, part, text};
use super::figures::{Which, field as figure_field};
use super::foreign;
use super::license::Field as LicenseField;
use super::remedy::ways_out;
use super::store::{Store, store};
use crate::data::checks::Check as Spec;
use crate::next::{Item, Lacks, Step, steps};
use crate::report::{Answer, CheckId, Report, Resource, ResourceId};
use crate::words;

/// Where a call stands.
#[derive(Clone, Copy)]
struct Call {
    store: Store,
    /// What is open now.
    open: Memo<Vec<Step>>,
    /// What is or was open since the call began, in the document's order.
    listed: RwSignal<Vec<Item>>,
    /// The item in focus; none once everything is answered.
    current: RwSignal<Option<Item>>,
    /// The figure that a row in focus is asked for: it stays the same while it is typed.
    asked: RwSignal<Option<Which>>,
}

/// The list, with the item in focus unfolded.
#[component]
pub fn CallMode() -> impl IntoView {
    let store = store();
    let open = memo(move || store.report.with(|report| steps(report)));
    let listed = RwSignal::new(open.with_untracked(|open| items(open).collect::<Vec<_>>()));
    let current = RwSignal::new(open.with_untracked(|open| items(open).next()));
    let call = Call { store, open, listed, current, asked: RwSignal::new(None) };
    Effect::new(move |_| open.with(|open| call.list(open)));
    call.go(current.get_untracked());
    // Not of the list alone: between two questions nothing has the focus for the length of a frame.
    store.place.hear("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if is_of_call(event) {
            call.key(event);
        }
    });
    view! {
        <section role=store.place.landmark() class="panel call" id="call" aria-labelledby="call-title">
            <h2 id="call-title">{words!("call.title")}</h2>
            <p class="note">{words!("call.keys")}</p>
            <ol class="open">
                <For each=move || listed.get() key=|item| item.as_str() let:item>
                    {entry(call, item)}
                </For>
            </ol>
            <p class="done" id="call-done" tabindex="-1" hidden=flag(move || current.get().is_some())>
                {text(move || if open.with(Vec::is_empty) { words!("call.all-answered") } else { words!("call.left-open") })}
            </p>
        </section>
    }
}

/// One item: its name and whose turn it is, and the question where it is in focus.
fn entry(call: Call, item: Item) -> AnyView {
    let is_current = move || call.current.get() == Some(item);
    let step =
        memo(move || call.open.with(|open| open.iter().copied().find(|step| step.item == item)));
    let state = move || match step.get() {
        Some(Step { is_failing: true, .. }) => "failing",
        Some(_) => "open",
        None => "done",
    };
    let named = move || match step.get() {
        Some(Step { is_failing: true, who, .. }) => {
            format!("{} · {}", failing(item), who.name())
        }
        Some(Step { who, .. }) => who.name().to_owned(),
        None => words!("call.answered").to_owned(),
    };
    view! {
        <li data-item=item.as_str() data-state=text(state) aria-current=text(move || if is_current() { "step" } else { "false" })>
            <div class="line">
                <span class="shape" aria-hidden="true"></span>
                {button(Some("link"), None, None, item.name().to_owned(), move || call.go(Some(item)))}
                <span class="who">{text(named)}</span>
            </div>
            {part(move || is_current().then(|| view! {
                <div class="question" id=place(item) tabindex="-1" role="group" aria-label=item.name()>
                    {question(call, item)}
                    <div class="on">
                        {button(Some("primary"), None, None, words!("call.next").to_owned(), move || call.next())}
                        <span class="note" hidden=flag(move || step.with(Option::is_some))>{words!("call.answered")}</span>
                    </div>
                </div>
            }))}
        </li>
    }
    .into_any()
}

/// What is asked, with the page's own field or buttons.
fn question(call: Call, item: Item) -> AnyView {
    let store = call.store;
    let why = memo(move || store.report.with(|report| explanation(report, item)));
    let why = view! { <p>{text(move || why.get())}</p> };
    match item {
        Item::Check(id) => call.spec(id).map_or_else(|| ().into_any(), in_focus),
        Item::LicenseField(field) => {
            view! { <LicenseField field label=field.name() hint="" /> }.into_any()
        }
        Item::Row(id) => {
            let asked = move || {
                call.asked
                    .get()
                    .map(|which| figure_field(store, id, which, which.label()).into_any())
            };
            view! {
                {needed(store, id)}
                {why}
                {part(move || asked().unwrap_or_else(|| ().into_any()))}
                {way_out(store, id)}
            }
            .into_any()
        }
        Item::License => why.into_any(),
    }
}

/// How much a row needs, which the answer is held against.
fn needed(store: Store, id: ResourceId) -> AnyView {
    let needed = memo(move || {
        store.report.with(|report| row_of(report, id).map(|row| row.required.shown().to_owned()))
    });
    view! {
        <p class="needed">
            {words!("page.column-required")} {words!("label.colon")}
            <strong>{text(move || needed.get().unwrap_or_default())}</strong>
        </p>
    }
    .into_any()
}

/// What to do about a row that turns out short.
fn way_out(store: Store, id: ResourceId) -> AnyView {
    // A row that the next profile does not have keeps its figures until it goes.
    let row = Memo::new(move |before: Option<&Option<Resource>>| {
        let now = store.report.with(|report| row_of(report, id).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let is_there = memo(move || row.with(Option::is_some));
    let name = Item::Row(id).name();
    let known = move || {
        let row = memo(move || row.get().expect("a row that was there stays"));
        ways_out(row, name)
    };
    part(move || is_there.get().then(known)).into_any()
}

fn row_of(report: &Report, id: ResourceId) -> Option<&Resource> {
    report.resources.iter().find(|row| row.id == id)
}

/// The word for what is known to be in the way.
fn failing(item: Item) -> &'static str {
    match item {
        Item::Row(_) => words!("call.short"),
        Item::Check(_) => words!("call.fails"),
        Item::License | Item::LicenseField(_) => words!("call.not-valid"),
    }
}

fn explanation(report: &Report, item: Item) -> String {
    match item {
        // Says it itself.
        Item::Check(_) => String::new(),
        Item::Row(id) => {
            let row = row_of(report, id);
            row.map_or_else(String::new, |row| foreign::sentence(&row.says(), &row.reason))
        }
        Item::License | Item::LicenseField(_) => {
            let problems = report.license.problems.iter();
            problems.map(foreign::message).collect::<Vec<_>>().join(words!("sentence.gap"))
        }
    }
}

fn items(steps: &[Step]) -> impl Iterator<Item = Item> {
    steps.iter().map(|step| step.item)
}

fn place(item: Item) -> String {
    format!("call-{}", item.as_str())
}

/// Which figure of a row would decide it, were it known.
fn wanted(row: &Resource) -> Option<Which> {
    let Lacks { limit, used } = Lacks::of(row);
    if limit { Some(Which::Limit) } else { used.then_some(Which::InUse) }
}

impl Call {
    /// Takes what has opened into the list, where the document has it.
    fn list(self, open: &[Step]) {
        let new: Vec<Item> = self
            .listed
            .with_untracked(|listed| items(open).filter(|item| !listed.contains(item)).collect());
        if !new.is_empty() {
            self.listed.update(|listed| {
                listed.extend(new);
                listed.sort_by_key(|item| item.rank());
            });
        }
    }

    fn wanted(self, item: Item) -> Option<Which> {
        let Item::Row(id) = item else { return None };
        self.store.report.with_untracked(|report| row_of(report, id).and_then(wanted))
    }

    /// Puts an item into focus.
    fn go(self, item: Option<Item>) {
        self.asked.set(item.and_then(|item| self.wanted(item)));
        self.current.set(item);
        let at = item.map_or_else(|| "call-done".to_owned(), place);
        let place = self.store.place;
        place.soon(move || place.focus_within(&at));
    }

    /// On to the next question: of the same row, or the next item that is open, from the beginning
    /// again after the last one.
    fn next(self) {
        let Some(current) = self.current.get_untracked() else { return };
        let open: Vec<Item> = self.open.with_untracked(|open| items(open).collect());
        let again = self.wanted(current).filter(|_| open.contains(&current));
        if again.is_some() && again != self.asked.get_untracked() {
            return self.go(Some(current));
        }
        let listed = self.listed.get_untracked();
        let at = listed.iter().position(|item| *item == current).unwrap_or(0);
        let (before, behind) = (&listed[..at], &listed[(at + 1).min(listed.len())..]);
        let next = behind.iter().chain(before).copied().find(|item| open.contains(item));
        self.go(next.or(Some(current).filter(|item| open.contains(item))));
    }

    fn step(self, by: isize) {
        let listed = self.listed.get_untracked();
        let current = self.current.get_untracked();
        let at = listed.iter().position(|item| Some(*item) == current);
        let to =
            at.map_or(0, |at| at.saturating_add_signed(by)).min(listed.len().saturating_sub(1));
        self.go(listed.get(to).copied());
    }

    fn answer(self, answer: Answer) {
        let Some(Item::Check(id)) = self.current.get_untracked() else { return };
        if self.spec(id).is_some_and(|spec| spec.asks_a_person()) {
            self.store.answer(|answers| {
                answers.answers.insert(id, answer);
            });
        }
    }

    fn spec(self, id: CheckId) -> Option<Spec> {
        self.store
            .profile
            .with_untracked(|profile| profile.checks.iter().copied().find(|check| check.id == id))
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let is = |kinds: &str| target.as_ref().is_some_and(|it| it.matches(kinds) == Ok(true));
        match event.key().as_str() {
            // What can be pressed does what it says.
            "Enter" if !is("button, a, summary") => self.next(),
            // In a choice they choose, and in a text to copy they scroll.
            "ArrowDown" if !is("select, pre") => self.step(1),
            "ArrowUp" if !is("select, pre") => self.step(-1),
            "y" | "Y" if !is("input, select") => self.answer(Answer::Yes),
            "n" | "N" if !is("input, select") => self.answer(Answer::No),
            "Escape" => end(self.store),
            _ => return,
        }
        event.prevent_default();
    }
}

/// Whether a key was pressed within the list, or where nothing has the focus.
fn is_of_call(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| {
        target.tag_name() == "BODY" || target.closest("#call").ok().flatten().is_some()
    })
}

/// Ends the call mode; the focus goes back to where it began.
pub fn end(store: Store) {
    store.calling.set(false);
    store.place.focus_soon("call-mode");
}
