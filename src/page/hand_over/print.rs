//! The report on paper: drawn when the browser is about to print, by the button or by its own menu,
//! and taken away afterwards. The style sheet shows nothing else there.

use leptos::prelude::*;
use web_sys::Element;

use super::super::store::{Store, store};
use crate::hand_over::{Block, Entry, Table, outline};
use crate::words;

/// Where the report is drawn; it comes to life with the page around it.
#[component]
pub fn Printout() -> impl IntoView {
    let store = store();
    let place = NodeRef::<leptos::html::Div>::new();
    store.place.hear_window("beforeprint", move |_| {
        if let Some(place) = place.get_untracked() {
            draw(store, &place);
        }
    });
    store.place.hear_window("afterprint", move |_| {
        if let Some(place) = place.get_untracked() {
            place.set_text_content(None);
        }
    });
    view! { <div class="printout" node_ref=place></div> }
}

/// By hand and not as a view: what nobody sees need not be kept up to date.
fn draw(store: Store, place: &Element) {
    let outline = outline(&store.report_to_hand_over());
    place.set_text_content(None);
    add(place, "h1", &outline.title);
    for block in &outline.blocks {
        draw_block(place, block);
    }
}

fn draw_block(place: &Element, block: &Block) {
    match block {
        Block::Heading { level: 2, text } => drop(add(place, "h2", text)),
        Block::Heading { text, .. } => drop(add(place, "h3", text)),
        Block::Paragraph(text) => drop(add(place, "p", text)),
        Block::Code { text, .. } => drop(add(place, "pre", &in_lines(text))),
        Block::Link { text, url } => {
            let line = add(place, "p", "");
            let link = line.and_then(|line| add(&line, "a", text));
            if let Some(link) = link {
                let _ = link.set_attribute("href", url);
            }
        }
        Block::List { is_ordered, entries } => {
            let list = add(place, if *is_ordered { "ol" } else { "ul" }, "");
            let entries = list.iter().flat_map(|list| entries.iter().map(move |it| (list, it)));
            entries.for_each(|(list, entry)| draw_entry(list, entry));
        }
        Block::Table(table) => drop(add(place, "table", "").map(|it| draw_table(&it, table))),
        Block::Picture { svg, .. } => {
            // The engine's own: what is pasted stands in it as text alone.
            if let Some(figure) = add(place, "figure", "") {
                figure.set_inner_html(svg);
            }
        }
    }
}

/// How many characters of code stand beside one another on a sheet.
const WIDTH: usize = 88;

/// A long command with an option a line, so that it can be typed, or copied out of a PDF.
fn in_lines(code: &str) -> String {
    let of = |line: &str| match line.len() > WIDTH {
        true => line.replace(" --", " \\\n  --"),
        false => line.to_owned(),
    };
    code.lines().map(of).collect::<Vec<_>>().join("\n")
}

fn draw_entry(list: &Element, entry: &Entry) {
    let Some(item) = add(list, "li", "") else { return };
    if !entry.label.is_empty() {
        add(&item, "b", &(entry.label.clone() + words!("label.colon")));
    }
    add(&item, "span", &entry.text);
}

fn draw_table(place: &Element, table: &Table) {
    let classes: Vec<&str> =
        table.columns.iter().map(|column| if column.is_number { "number" } else { "" }).collect();
    let row = |place: Option<Element>, kind: &str, cells: &mut dyn Iterator<Item = &str>| {
        let Some(row) = place.and_then(|place| add(&place, "tr", "")) else { return };
        for (cell, class) in cells.zip(&classes) {
            if let Some(cell) = add(&row, kind, cell) {
                cell.set_class_name(class);
            }
        }
    };
    row(add(place, "thead", ""), "th", &mut table.columns.iter().map(|column| column.title));
    let body = add(place, "tbody", "");
    for cells in &table.rows {
        row(body.clone(), "td", &mut cells.iter().map(String::as_str));
    }
}

fn add(place: &Element, name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(Some(text));
    place.append_child(&element).ok()?;
    Some(element)
}
