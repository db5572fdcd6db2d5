//! How much of each need is covered, as a picture that stands alone. What a colour says a word, a
//! shape and a pattern say, too, so that it reads in black and white.

use std::fmt::Write;

use super::plain;
use super::said::covered;
use crate::profile::document::title;
use crate::report::{Report, Resource, Status};
use crate::text::{day, labelled};
use crate::words;

/// The picture's width; everything is in whole units, of which a font's size is [`SIZE`].
const WIDTH: u32 = 800;
const SIZE: u32 = 14;
const MARGIN: u32 = 16;
/// Where the rows begin, and how high each is.
const TOP: u32 = 72;
const STEP: u32 = 32;
/// Where a row's bar begins, and how long it is.
const BAR: u32 = 140;
const LENGTH: u32 = 240;
const HEIGHT: u32 = 16;
/// Where a row's shape, and the words behind it, begin.
const SHAPE: u32 = 396;
const WORDS: u32 = 418;

/// How a status is drawn: the fill of its bar, and its shape about the origin.
struct Look {
    fill: &'static str,
    shape: &'static str,
}

/// What fills a bar: plain, stripes, dots.
const PATTERNS: &str = "\
<defs>\
<pattern id=\"byoc-short\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"8\" height=\"8\" fill=\"#fff\"/><path d=\"M-2 10L10 -2M-2 2L2 -2M6 10L10 6\" stroke=\"#b42318\" stroke-width=\"3\"/></pattern>\
<pattern id=\"byoc-unverified\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"6\" height=\"6\" fill=\"#fff\"/><circle cx=\"3\" cy=\"3\" r=\"1\" fill=\"#7a5900\"/></pattern>\
<pattern id=\"byoc-unlimited\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M0 3H6\" stroke=\"#475467\"/></pattern>\
</defs>\n";

fn look(status: Status) -> Look {
    let (fill, shape) = match status {
        // A full disc, a triangle, a ring, a cross, a line without an end.
        Status::Met => ("#17663a", "<circle r=\"7\" fill=\"#17663a\"/>"),
        Status::Short => ("url(#byoc-short)", "<path d=\"M0 -8L8 7H-8Z\" fill=\"#b42318\"/>"),
        Status::Unverified => (
            "url(#byoc-unverified)",
            "<circle r=\"6\" fill=\"#fff\" stroke=\"#7a5900\" stroke-width=\"2\"/>",
        ),
        Status::Missing => {
            ("#fff", "<path d=\"M-6 -6L6 6M-6 6L6 -6\" stroke=\"#475467\" stroke-width=\"2\"/>")
        }
        Status::Unlimited => (
            "url(#byoc-unlimited)",
            "<path d=\"M-8 0H8M4 -4L8 0L4 4\" fill=\"none\" stroke=\"#475467\" stroke-width=\"2\"/>",
        ),
    };
    Look { fill, shape }
}

/// The picture.
pub fn picture(report: &Report) -> String {
    let height = TOP + STEP * u32::try_from(report.resources.len()).unwrap_or(0) + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"{SIZE}\" fill=\"#101828\">\n<title>{}</title>\n<desc>{}</desc>\n{PATTERNS}\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n",
        escape(&head(report)),
        escape(&says(report)),
    );
    let room = WIDTH - 2 * MARGIN;
    write_text(&mut svg, MARGIN, 28, room, &head(report));
    write_text(&mut svg, MARGIN, 50, room, report.profile.name());
    for (row, at) in report.resources.iter().zip(0..) {
        draw(&mut svg, row, TOP + STEP * at);
    }
    svg.push_str("</svg>\n");
    svg
}

/// What the picture shows, in words.
pub fn says(report: &Report) -> String {
    let rows = report.resources.iter().map(|row| labelled(title(row.id), &stands(row)));
    let rows: Vec<String> = rows.collect();
    rows.join(words!("list.semicolon")) + words!("sentence.end")
}

/// "Short, 80 %".
fn stands(row: &Resource) -> String {
    match row.status {
        // Its share says nothing that the status does not say.
        Status::Unlimited | Status::Missing => row.status.word().to_owned(),
        status => [status.word(), &covered(row)].join(words!("list.clause")),
    }
}

fn head(report: &Report) -> String {
    let (title, verdict) = (words!("page.title"), report.verdict.word());
    let about = [title, &report.profile.region, &day(&report.today)].join(words!("list.clause"));
    labelled(&about, verdict)
}

/// One row: its name, its bar, and its status as shape and words.
fn draw(svg: &mut String, row: &Resource, top: u32) {
    let Look { fill, shape } = look(row.status);
    let (baseline, middle) = (top + HEIGHT - 3, top + HEIGHT / 2);
    let width = row.covered().percent * LENGTH / 100;
    write_text(svg, MARGIN, baseline, BAR - MARGIN - 8, title(row.id));
    let _ = writeln!(
        svg,
        "<rect x=\"{BAR}\" y=\"{top}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{fill}\"/>\
         <rect x=\"{BAR}\" y=\"{top}\" width=\"{LENGTH}\" height=\"{HEIGHT}\" fill=\"none\" \
         stroke=\"#475467\"/><g transform=\"translate({SHAPE} {middle})\">{shape}</g>"
    );
    write_text(svg, WORDS, baseline, WIDTH - WORDS - MARGIN, &stands(row));
}

/// `text` from `x` on, cut where it would be wider than `room`.
fn write_text(svg: &mut String, x: u32, y: u32, room: u32, text: &str) {
    let text = fit(&plain::line(text), room);
    let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\">{}</text>", escape(&text));
}

/// As much of `text` as surely has room. No font is known here, so each sign is taken for as wide
/// as it is in a wide one.
fn fit(text: &str, room: u32) -> String {
    let wide = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => SIZE / 2,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => SIZE,
        'A'..='Z' => SIZE * 4 / 5,
        '!'..='~' => SIZE * 2 / 3,
        _ => SIZE * 3 / 2,
    };
    if text.chars().map(wide).sum::<u32>() <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(wide('…'));
    let mut kept = String::new();
    for c in text.chars() {
        let Some(rest) = left.checked_sub(wide(c)) else { break };
        left = rest;
        kept.push(c);
    }
    kept + "…"
}

/// `text` as XML's text.
fn escape(text: &str) -> String {
    let text = plain::line(text);
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::{SIZE, fit};

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(fit("EC2 vCPU", 120), "EC2 vCPU");
        let cut = fit(&"W".repeat(200), 10 * SIZE);
        assert!(cut.ends_with('…') && cut.chars().count() <= 10, "{cut}");
    }
}
