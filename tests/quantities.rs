//! Exact amounts: a table of values computed by hand.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::quantity::{
    Decimal, Dimension, Quantity, Round, Stated, Unit, Unusable, parse_stated,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    decimal: Vec<Parsed>,
    no_limit: Vec<NoLimit>,
    show: Vec<Shown>,
    both: Vec<Both>,
    stated: Vec<Typed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parsed {
    text: String,
    unit: String,
    down: i128,
    up: i128,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoLimit {
    text: String,
    is: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    whole: i128,
    unit: String,
    down: Option<String>,
    up: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    whole: i128,
    written: String,
    other: String,
    down: Option<String>,
    up: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    text: String,
    unit: String,
    round: Option<String>,
    whole: Option<i128>,
    written: Option<String>,
    #[serde(default)]
    unlimited: bool,
    error: Option<String>,
}

fn tables() -> Tables {
    toml::from_str(include_str!("quantities.toml")).expect("the tables")
}

const ALL_UNITS: [Unit; 11] = [
    Unit::Vcpu,
    Unit::Count,
    Unit::Byte,
    Unit::Mb,
    Unit::Gb,
    Unit::Tb,
    Unit::Pb,
    Unit::Mib,
    Unit::Gib,
    Unit::Tib,
    Unit::Pib,
];

fn unit(name: &str) -> Unit {
    ALL_UNITS.into_iter().find(|unit| unit.name() == name).expect("a unit")
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text:?} is a number"))
}

/// Compares and collects, so that one run shows every difference.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, what: String, found: T, expected: T) {
        if found != expected {
            self.0.push(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }

    fn end(self) {
        assert!(self.0.is_empty(), "{} wrong:\n{}", self.0.len(), self.0.join("\n"));
    }
}

#[test]
fn decimals_become_whole_base_units() {
    let mut wrong = Wrong::default();
    for Parsed { text, unit: name, down, up } in tables().decimal {
        let (number, unit) = (decimal(&text), unit(&name));
        wrong.compare(format!("{text} {name} down"), number.in_whole(unit, Round::Down), down);
        wrong.compare(format!("{text} {name} up"), number.in_whole(unit, Round::Up), up);
        if unit.dimension() != Dimension::Bytes {
            wrong.compare(format!("{text} is whole"), number.is_whole(), down == up);
        }
        wrong.compare(format!("{text} is below zero"), number.is_negative(), text.starts_with('-'));
    }
    for NoLimit { text, is } in tables().no_limit {
        wrong.compare(format!("{text} means no limit"), decimal(&text).means_no_limit(), is);
    }
    wrong.end();
}

/// TOML's integers end at 63 bits.
#[test]
fn whole_units_go_beyond_63_bits() {
    let mut wrong = Wrong::default();
    for (text, unit, whole) in [
        ("9223372036854775808", Unit::Count, 9_223_372_036_854_775_808),
        ("10000000", Unit::Pib, 11_258_999_068_426_240_000_000),
        ("9999999999999999999", Unit::Pib, 9_999_999_999_999_999_999 * (1_i128 << 50)),
    ] {
        let number = Decimal::parse(text).expect("a number");
        wrong.compare(format!("{text} down"), number.in_whole(unit, Round::Down), whole);
        wrong.compare(format!("{text} up"), number.in_whole(unit, Round::Up), whole);
    }
    wrong.end();
}

#[test]
fn more_digits_than_any_limit_has_mean_no_limit() {
    let thousand = "9".repeat(1000);
    for text in ["1234567890123456789012345", "1e25", "1e2000000000", thousand.as_str()] {
        assert!(Decimal::parse(text).expect("a number").means_no_limit(), "{text}");
        let owed = Decimal::parse(&format!("-{text}")).expect("a number");
        assert!(owed.is_negative() && !owed.means_no_limit(), "-{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let mut wrong = Wrong::default();
    for text in [
        "",
        " ",
        "-",
        "+",
        ".",
        "-.",
        "1.",
        ".5",
        "1e",
        "e5",
        "1e5.5",
        "1 ",
        " 1",
        "1,000",
        "0x10",
        "NaN",
        "inf",
        "1.2.3",
        "--1",
        "+-1",
        "١٢",
        "1_000",
        "1e+",
        "1e99999999999",
        "0.12345678901234567891",
        "1.2345678901234567891",
        "0.00000000000000000001",
        "1e-20",
        "None",
        "null",
        "6４",
    ] {
        wrong.compare(format!("{text:?}"), Decimal::parse(text), None);
    }
    wrong.end();
}

#[test]
fn units_are_as_large_as_their_names_say() {
    let sizes: [(Unit, &str, i128); 11] = [
        (Unit::Vcpu, "vCPU", 1),
        (Unit::Count, "count", 1),
        (Unit::Byte, "B", 1),
        (Unit::Mb, "MB", 1_000_000),
        (Unit::Gb, "GB", 1_000_000_000),
        (Unit::Tb, "TB", 1_000_000_000_000),
        (Unit::Pb, "PB", 1_000_000_000_000_000),
        (Unit::Mib, "MiB", 1_048_576),
        (Unit::Gib, "GiB", 1_073_741_824),
        (Unit::Tib, "TiB", 1_099_511_627_776),
        (Unit::Pib, "PiB", 1_125_899_906_842_624),
    ];
    for (unit, name, size) in sizes {
        assert_eq!((unit.name(), i128::from(unit.size())), (name, size));
        assert_eq!(Unit::named(name), Some(unit));
    }
}

#[test]
fn amounts_are_shown_with_three_decimals_in_the_stated_direction() {
    let mut wrong = Wrong::default();
    for Shown { whole, unit: name, down, up } in tables().show {
        let unit = unit(&name);
        for (expected, round) in [(down, Round::Down), (up, Round::Up)] {
            if let Some(expected) = expected {
                let found = Quantity::new(whole, unit).show(unit, round);
                wrong.compare(format!("{whole} in {name}, {round:?}"), found, expected);
            }
        }
    }
    for Both { whole, written, other, down, up } in tables().both {
        for (expected, round) in [(down, Round::Down), (up, Round::Up)] {
            if let Some(expected) = expected {
                let found = Quantity::new(whole, unit(&written)).show_both(unit(&other), round);
                wrong.compare(format!("{whole} {written} and {other}, {round:?}"), found, expected);
            }
        }
    }
    wrong.end();
}

#[test]
fn thousandths_are_exact_or_rounded_as_asked() {
    let bytes = Quantity::new(550_000_000_000, Unit::Gb);
    assert_eq!(bytes.thousandths(Unit::Gb, Round::Down), 550_000);
    assert_eq!(bytes.thousandths(Unit::Gb, Round::Up), 550_000);
    assert_eq!(bytes.thousandths(Unit::Tib, Round::Down), 500);
    assert_eq!(bytes.thousandths(Unit::Tib, Round::Up), 501);
    assert_eq!(Quantity::new(-1, Unit::Gb).thousandths(Unit::Gb, Round::Down), -1);
    assert_eq!(Quantity::new(-1, Unit::Gb).thousandths(Unit::Gb, Round::Up), 0);
    let most = Quantity::new(i128::from(i64::MAX), Unit::Count).thousandths(Unit::Count, Round::Up);
    assert_eq!(most, 9_223_372_036_854_775_807_000);
    assert_eq!((Round::Down.divide(-7, 2), Round::Up.divide(-7, 2)), (-4, -3));
    assert_eq!((Round::Down.divide(7, 2), Round::Up.divide(7, 2)), (3, 4));
    assert_eq!((Round::Down.divide(8, 2), Round::Up.divide(8, 2)), (4, 4));
}

#[test]
fn what_a_person_types_is_read_or_refused_for_the_right_reason() {
    let mut wrong = Wrong::default();
    for Typed { text, unit: name, round, whole, written, unlimited, error } in tables().stated {
        let round = if round.as_deref() == Some("up") { Round::Up } else { Round::Down };
        let expected = match (whole, error) {
            (Some(whole), None) => {
                let written = unit(&written.expect("a unit it was written in"));
                Ok(Stated::Finite(Quantity::new(whole, written)))
            }
            (None, Some(error)) => Err(unusable(&error)),
            _ if unlimited => Ok(Stated::Unlimited),
            _ => panic!("{text:?}: either a figure or an error"),
        };
        wrong.compare(
            format!("{text:?} in {name}"),
            parse_stated(&text, unit(&name), round),
            expected,
        );
    }
    wrong.end();
}

/// domain.md: "print the unit the reader pasted"; a limit is rounded down to whole bytes and a use
/// up, and neither may show in three decimals.
#[test]
fn a_typed_figure_is_shown_as_it_was_typed() {
    let mut wrong = Wrong::default();
    for text in ["0.5 TiB", "0.3 TiB", "1.1 TiB", "448.3 GiB", "0.001 GiB", "1.3 TB", "550.25 GB"] {
        for round in [Round::Down, Round::Up] {
            let Ok(Stated::Finite(quantity)) = parse_stated(text, Unit::Gb, round) else {
                panic!("{text} is a figure");
            };
            let found = quantity.show(quantity.unit, round);
            wrong.compare(format!("{round:?}"), found, text.to_owned());
        }
    }
    wrong.end();
}

fn unusable(name: &str) -> Unusable {
    use Unusable::{Ambiguous, Negative, NotANumber, NotWhole, WrongUnit};
    let all = [NotANumber, WrongUnit, Ambiguous, NotWhole, Negative];
    all.into_iter().find(|kind| format!("{kind:?}") == name).expect("a kind of refusal")
}
