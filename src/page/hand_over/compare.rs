//! An earlier report beside this one: what changed, row by row, and what is still open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::super::browser::{read_file, today};
use super::super::controls::button;
use super::super::dynamic::{flag, part, text};
use super::super::field::typed;
use super::super::foreign;
use super::super::store::{Store, store};
use super::super::verdict::notice;
use super::earlier::earlier;
use crate::compare::{Change, Comparison, Earlier, FigureOf, RowChange, compare};
use crate::next::{Item, Step};
use crate::report::{Diagnostic, Report, Severity};
use crate::text::{Param, amount, current, day, lookup, say, speaking};
use crate::words;

/// Where the earlier report comes from, and what came of it.
pub fn panel() -> AnyView {
    let store = store();
    let wrong = RwSignal::new(None::<String>);
    let take = move |found: Result<Earlier, String>| match found {
        Ok(report) => {
            wrong.set(None);
            store.earlier.set(Some(report));
            store.place.before_frame(move || {
                // Whoever went on from the field is not called back.
                let is_here = |id: String| id.starts_with("earlier-");
                if store.place.focused().is_none_or(is_here) {
                    store.place.focus("compared");
                }
            });
        }
        Err(why) => wrong.set(Some(why)),
    };
    let chosen = move |event: web_sys::Event| {
        let field: web_sys::HtmlInputElement =
            event.target().expect("an event of an element").unchecked_into();
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        field.set_value("");
        spawn_local(async move {
            let read = read_file(file).await;
            // A task is nothing that is drawn.
            speaking(store.place.language, || {
                take(match read {
                    Ok(text) => earlier(&text, today()),
                    Err(_) => Err(words!("hand.earlier-no-text").to_owned()),
                });
            });
        });
    };
    let pasted = move |event: web_sys::Event| {
        let text = typed(&event);
        match text.trim() {
            "" => wrong.set(None),
            text => take(earlier(text, today())),
        }
    };
    let compared = Memo::new(move |_| {
        store.earlier.with(|earlier| {
            let earlier = earlier.as_ref()?;
            Some(store.report.with(|report| compare(earlier, report)))
        })
    });
    let end = move || {
        store.earlier.set(None);
        store.place.focus("earlier-link");
    };
    view! {
        <div class="way compare">
            <h3>{words!("hand.compare")}</h3>
            <p class="note">{words!("hand.compare-note")}</p>
            <div class="row">
                <label class="button">
                    {words!("hand.choose-earlier")}
                    <input type="file" class="unseen" id="earlier-file" on:change=chosen />
                </label>
                <label class="paste">
                    <span>{words!("hand.earlier-link")}</span>
                    <input
                        type="text"
                        id="earlier-link"
                        aria-describedby="earlier-wrong"
                        aria-invalid=text(move || wrong.with(Option::is_some).to_string())
                        spellcheck="false"
                        autocomplete="off"
                        // A credential is masked at once, before the field is left.
                        on:input=move |event| drop(typed(&event))
                        on:change=pasted
                    />
                </label>
                <span hidden=flag(move || store.earlier.with(Option::is_none))>
                    {button(Some("link"), Some("end-comparison".to_owned()), None, words!("hand.end-comparison").to_owned(), end)}
                </span>
            </div>
            <p class="wrong" id="earlier-wrong" role="status">
                {text(move || wrong.get().unwrap_or_default())}
            </p>
            <span class="unseen" role="status">
                {text(move || compared.with(|it| it.as_ref().map(since).unwrap_or_default()))}
            </span>
            {part(move || compared.get().map(|compared| shown(store, &compared)))}
        </div>
    }
    .into_any()
}

fn since(compared: &Comparison) -> String {
    match &compared.days.0 {
        Some(day) => say(current(), "hand.since", &[("day", &day.as_str().into())]),
        None => words!("hand.since-earlier").to_owned(),
    }
}

fn shown(store: Store, compared: &Comparison) -> AnyView {
    let since = since(compared);
    let caveats = compared.caveats.iter().cloned();
    let caveat = |reason| notice(Diagnostic::new(Severity::Warning, reason)).into_any();
    let caveats: Vec<AnyView> = caveats.map(caveat).collect();
    let lines = store.report.with_untracked(|report| lines(compared, report));
    let rows: Vec<AnyView> = lines.into_iter().map(Line::view).collect();
    let open: Vec<AnyView> = compared.open.iter().map(still_open).collect();
    let count = Param::from(open.len());
    let is_same = compared.is_same();
    view! {
        <div class="compared" id="compared" tabindex="-1" role=store.place.landmark() aria-label=words!("hand.compare")>
            <h4>{since}</h4>
            <ul class="notices">{caveats}</ul>
            <p class="note" hidden=!is_same>{words!("hand.same")}</p>
            <table hidden=is_same>
                <thead>
                    <tr>
                        <th scope="col">{words!("hand.what")}</th>
                        <th scope="col">{words!("hand.before")}</th>
                        <th scope="col">{words!("hand.now")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <details>
                <summary>{say(current(), "hand.still-open", &[("count", &count)])}</summary>
                <ul class="still-open">{open}</ul>
            </details>
        </div>
    }
    .into_any()
}

/// Something that changed.
struct Line {
    what: String,
    before: String,
    now: String,
    /// What it comes to, below a row's name.
    says: Option<String>,
    is_part: bool,
}

impl Line {
    fn new(what: &str, before: impl AsRef<str>, now: impl AsRef<str>) -> Line {
        let (before, now) = (foreign::name(before.as_ref()), foreign::name(now.as_ref()));
        Line { what: what.to_owned(), before, now, says: None, is_part: false }
    }

    fn view(self) -> AnyView {
        let Line { what, before, now, says, is_part } = self;
        let class = if is_part { "part" } else { "" };
        view! {
            <tr class=class>
                <th scope="row">{what} {says.map(|says| view! { <small>{says}</small> })}</th>
                <td data-column=words!("hand.before")>{before}</td>
                <td data-column=words!("hand.now")>{now}</td>
            </tr>
        }
        .into_any()
    }
}

/// Everything that changed, from the whole to its parts.
fn lines(compared: &Comparison, report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    let Change { before, now } = &compared.verdict;
    if before != now {
        lines.push(Line::new(words!("page.verdict"), before.word(), now.word()));
    }
    for (id, Change { before, now }) in &compared.sections {
        lines.push(Line::new(id.name(), before.word(), now.word()));
    }
    for row in &compared.rows {
        lines.extend(of_row(row));
    }
    for (id, Change { before, now }) in &compared.checks {
        lines.push(Line::new(Item::Check(*id).name(), before.word(), now.word()));
    }
    lines.extend(of_license(compared));
    for item in &compared.gone {
        lines.push(Line::new(item.name(), words!("hand.there"), "–"));
    }
    let name_of = |item: &Item| match item {
        Item::Row(id) => {
            let row = report.resources.iter().find(|row| row.id == *id);
            row.map_or("–", |row| row.status.word())
        }
        _ => words!("hand.there"),
    };
    for item in &compared.added {
        lines.push(Line::new(item.name(), "–", name_of(item)));
    }
    lines
}

/// A row's status, and below it each figure that is another.
fn of_row(row: &RowChange) -> Vec<Line> {
    let (before, now) = (row.status.before.word(), row.status.now.word());
    let says = Some(row.reason.said());
    let mut lines = vec![Line { says, ..Line::new(Item::Row(row.id).name(), before, now) }];
    for (which, Change { before, now }) in &row.figures {
        let text = |figure: &Option<crate::compare::Figure>| {
            figure.as_ref().map_or_else(|| "–".to_owned(), |figure| amount(&figure.text).to_owned())
        };
        let line = Line::new(name_of(*which), text(before), text(now));
        lines.push(Line { is_part: true, ..line });
    }
    lines
}

fn name_of(figure: FigureOf) -> &'static str {
    match figure {
        FigureOf::Required => words!("page.column-required"),
        FigureOf::Limit => words!("page.column-limit"),
        FigureOf::InUse => words!("page.column-in-use"),
        FigureOf::Available => words!("page.column-available"),
        FigureOf::Shortfall => words!("page.column-shortfall"),
    }
}

fn of_license(compared: &Comparison) -> Vec<Line> {
    let Some(license) = &compared.license else { return Vec::new() };
    let mut lines = Vec::new();
    let mut add = |what: &str, before: Option<String>, now: Option<String>| {
        if before != now {
            let shown = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
            lines.push(Line::new(what, shown(before), shown(now)));
        }
    };
    let state = |state: crate::report::LicenseState| Some(state.word().to_owned());
    add(words!("page.license-title"), state(license.state.before), state(license.state.now));
    let number = |cores: Option<i64>| cores.map(|cores| cores.to_string());
    let field = |name| lookup(current(), name).unwrap_or(name);
    add(field("license.id"), license.id.before.clone(), license.id.now.clone());
    add(field("license.coreSize"), number(license.core_size.before), number(license.core_size.now));
    let (from, until) = (&license.valid_from, &license.valid_until);
    let in_words = |date: &Option<String>| date.as_deref().map(|date| day(date).into_owned());
    add(field("license.validFrom"), in_words(&from.before), in_words(&from.now));
    add(field("license.validUntil"), in_words(&until.before), in_words(&until.now));
    lines
}

fn still_open(step: &Step) -> AnyView {
    view! {
        <li>{step.item.name()} " " <span class="who">{step.who.name()}</span></li>
    }
    .into_any()
}
