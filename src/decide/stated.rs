//! Figures typed by hand, row by row.

use std::collections::BTreeMap;

use crate::profile::{Profile, Row};
use crate::quantity::{Quantity, Round, Stated, Unusable, parse_stated};
use crate::read::Limit;
use crate::report::{Diagnostic, ResourceId, Severity, StatedFields};
use crate::text::{Param, Reason};

/// What a person stated for one row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StatedRow {
    /// The limit.
    pub limit: Option<Limit>,
    /// What is in use.
    pub used: Option<Quantity>,
    /// What is free.
    pub available: Option<Limit>,
}

/// Reads what was typed; what cannot be read is left out, with a notice that says why.
pub fn read(
    profile: &Profile,
    fields: &BTreeMap<ResourceId, StatedFields>,
    notices: &mut Vec<Diagnostic>,
) -> BTreeMap<ResourceId, StatedRow> {
    let mut stated = BTreeMap::new();
    for row in profile.rows.iter() {
        let Some(fields) = fields.get(&row.id) else { continue };
        let mut figure = |field: &'static str, text: &Option<String>, round| {
            let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
            match parse_stated(text, row.unit, round) {
                Ok(stated) => Some(stated),
                Err(why) => {
                    let reason = unusable(why, row, field, text);
                    notices.push(Diagnostic::new(Severity::Error, reason));
                    None
                }
            }
        };
        let limit = figure("limit", &fields.limit, Round::Down).map(as_limit);
        let in_use = figure("in use", &fields.in_use, Round::Up);
        let available = figure("available", &fields.available, Round::Down).map(as_limit);
        let used = match in_use {
            Some(Stated::Finite(quantity)) => Some(quantity),
            Some(Stated::Unlimited) => {
                let (row, field) = (row.id.as_str().into(), "in use".into());
                let found = fields.in_use.clone().unwrap_or_default().into();
                let reason = Reason::StatedUnreadable { row, field, found };
                notices.push(Diagnostic::new(Severity::Error, reason));
                None
            }
            None => None,
        };
        stated.insert(row.id, StatedRow { limit, used, available });
    }
    stated
}

fn as_limit(stated: Stated) -> Limit {
    match stated {
        Stated::Finite(quantity) => Limit::Finite(quantity),
        Stated::Unlimited => Limit::Unlimited,
    }
}

fn unusable(why: Unusable, row: &Row, field: &'static str, text: &str) -> Reason {
    let (row_name, field) = (Param::from(row.id.as_str()), Param::from(field));
    let found: Param = text.chars().take(40).collect::<String>().into();
    match why {
        Unusable::NotANumber => Reason::StatedUnreadable { row: row_name, field, found },
        Unusable::Ambiguous => Reason::StatedAmbiguous { row: row_name, field, found },
        Unusable::NotWhole => Reason::StatedNotWhole { row: row_name, field, found },
        Unusable::Negative => Reason::StatedNegative { row: row_name, field, found },
        Unusable::WrongUnit => {
            Reason::StatedWrongUnit { row: row_name, field, found, unit: row.unit.name().into() }
        }
    }
}
