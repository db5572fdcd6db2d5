//! The rows as a table: figures of a row are in the unit of what it requires, which stands there.

use byoc_readiness::profile::document::title;
use byoc_readiness::quantity::{Quantity, Round, Unit};
use byoc_readiness::report::{Amount, Report, Resource};
use byoc_readiness::words;

use super::lay::{Page, padded, widest};

const COLUMNS: usize = 6;

/// Which columns hold numbers.
const NUMBERS: [bool; COLUMNS] = [false, true, true, true, true, false];

/// Puts the table down.
pub fn put(report: &Report, page: &mut Page) {
    let head = [
        words!("page.column-resource"),
        words!("page.column-required"),
        words!("page.column-limit"),
        words!("page.column-in-use"),
        words!("page.column-available"),
        words!("page.column-status"),
    ];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(report.resources.iter().map(cells));
    let width = |column: usize| widest(rows.iter().map(|row| row[column].as_str()));
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    for row in &rows {
        let cells = (0..COLUMNS).map(|at| padded(&row[at], widths[at], NUMBERS[at]));
        page.line(&format!("  {}", cells.collect::<Vec<_>>().join("  ")));
    }
}

fn cells(row: &Resource) -> [String; COLUMNS] {
    [
        title(row.id).to_owned(),
        with_unit(&row.required),
        figure(row.limit.as_ref()),
        in_use(row),
        available(row),
        status(row),
    ]
}

fn figure(amount: Option<&Amount>) -> String {
    amount.map_or_else(|| "–".to_owned(), number)
}

fn in_use(row: &Resource) -> String {
    bound("≥ ", row, row.in_use.as_ref())
}

fn available(row: &Resource) -> String {
    bound("≤ ", row, row.available.as_ref())
}

/// A figure that follows from a list which may be longer than what was pasted of it.
fn bound(sign: &str, row: &Resource, amount: Option<&Amount>) -> String {
    let sign = if row.in_use_is_lower_bound && amount.is_some() { sign } else { "" };
    format!("{sign}{}", figure(amount))
}

/// "Short by 48 vCPU", "by ≥" where nothing in use is counted yet.
fn status(row: &Resource) -> String {
    let word = row.status.word();
    match &row.shortfall {
        Some(shortfall) if row.available.is_none() => {
            format!("{word} by ≥ {}", with_unit(shortfall))
        }
        Some(shortfall) => format!("{word} by {}", with_unit(shortfall)),
        None => word.to_owned(),
    }
}

/// The figure in the document's own unit, grouped, without the unit; words where it is none.
fn number(amount: &Amount) -> String {
    let (Some(thousandths), Some(unit)) = (amount.thousandths(), Unit::named(amount.unit)) else {
        return amount.text.clone();
    };
    let quantity = Quantity::new(thousandths * i128::from(unit.size()) / 1000, unit);
    let shown = quantity.show(unit, Round::Down);
    shown.trim_end_matches(unit.symbol()).trim_end().to_owned()
}

fn with_unit(amount: &Amount) -> String {
    let symbol = Unit::named(amount.unit).map_or("", Unit::symbol);
    format!("{} {symbol}", number(amount)).trim_end().to_owned()
}
