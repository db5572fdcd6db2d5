//! What changed since an earlier report, and what is still open.

mod earlier;

use crate::next::{Item, Step, steps};
use crate::report::{
    CheckId, LicenseState, Outcome, Report, ResourceId, SectionId, Status, Verdict,
};
use crate::text::Reason;
pub use earlier::{
    Earlier, EarlierCheck, EarlierLicense, EarlierProfile, EarlierRow, EarlierSection, Figure,
    Refused,
};

/// Something as it was and as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// As it was.
    pub before: T,
    /// As it is.
    pub now: T,
}

impl<T: PartialEq> Change<T> {
    fn of(before: T, now: T) -> Change<T> {
        Change { before, now }
    }

    /// Whether the two differ.
    pub fn is_one(&self) -> bool {
        self.before != self.now
    }
}

/// Two reports side by side. Lists are in the order of the one that is made now.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The day of the earlier report, where it says it, and of this one; ISO.
    pub days: (Option<String>, String),
    /// Why the two are not of the same thing: another profile, another Region, the wrong order.
    pub caveats: Vec<Reason>,
    /// Over all.
    pub verdict: Change<Verdict>,
    /// Sections whose verdict is another.
    pub sections: Vec<(SectionId, Change<Verdict>)>,
    /// Rows of both in which anything is another.
    pub rows: Vec<RowChange>,
    /// Checks of both whose outcome is another.
    pub checks: Vec<(CheckId, Change<Outcome>)>,
    /// The license, where anything of it is another.
    pub license: Option<LicenseChange>,
    /// What only the earlier report has, in its order.
    pub gone: Vec<Item>,
    /// What only this report has.
    pub added: Vec<Item>,
    /// What is still open, in the document's order.
    pub open: Vec<Step>,
}

impl Comparison {
    /// Whether nothing that is compared is another.
    pub fn is_same(&self) -> bool {
        !self.verdict.is_one()
            && self.sections.is_empty()
            && self.rows.is_empty()
            && self.checks.is_empty()
            && self.license.is_none()
            && self.gone.is_empty()
            && self.added.is_empty()
    }
}

/// What is another in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChange {
    /// Which row.
    pub id: ResourceId,
    /// How it came out.
    pub status: Change<Status>,
    /// The figures that are another.
    pub figures: Vec<(FigureOf, Change<Option<Figure>>)>,
    /// What it comes to.
    pub reason: Reason,
}

/// Which of a row's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureOf {
    /// What the profile needs.
    Required,
    /// What AWS allows.
    Limit,
    /// What is taken.
    InUse,
    /// What is free.
    Available,
    /// What is missing.
    Shortfall,
}

impl FigureOf {
    /// As the report calls the field.
    pub fn as_str(self) -> &'static str {
        match self {
            FigureOf::Required => "required",
            FigureOf::Limit => "limit",
            FigureOf::InUse => "inUse",
            FigureOf::Available => "available",
            FigureOf::Shortfall => "shortfall",
        }
    }
}

/// What is another of the license.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenseChange {
    /// How it stands.
    pub state: Change<LicenseState>,
    /// Its ID, masked as the reports have it.
    pub id: Change<Option<String>>,
    /// Its cores.
    pub core_size: Change<Option<i64>>,
    /// Its first day.
    pub valid_from: Change<Option<String>>,
    /// Its end date.
    pub valid_until: Change<Option<String>>,
}

/// What is another in `now` than it was in `earlier`.
pub fn compare(earlier: &Earlier, now: &Report) -> Comparison {
    let new = &Earlier::from(now);
    let row_of = |report: &'_ Earlier, id| report.resources.iter().any(|row| row.id == id);
    let check_of = |report: &'_ Earlier, id| report.checks.iter().any(|check| check.id == id);
    let missing_in = |all: &Earlier, other: &Earlier| -> Vec<Item> {
        let rows = all.resources.iter().map(|row| row.id).filter(|id| !row_of(other, *id));
        let checks = all.checks.iter().map(|check| check.id).filter(|id| !check_of(other, *id));
        rows.map(Item::Row).chain(checks.map(Item::Check)).collect()
    };
    Comparison {
        days: (earlier.today.clone(), now.today.clone()),
        caveats: caveats(earlier, new),
        verdict: Change::of(earlier.verdict, new.verdict),
        sections: sections(earlier, new),
        rows: rows(earlier, new),
        checks: checks(earlier, new),
        license: license(&earlier.license, &new.license),
        gone: missing_in(earlier, new),
        added: missing_in(new, earlier),
        open: steps(now),
    }
}

fn caveats(earlier: &Earlier, now: &Earlier) -> Vec<Reason> {
    let mut caveats = Vec::new();
    let (was, is) = (&earlier.profile, &now.profile);
    if was.id != is.id {
        let (before, now) = (was.title.clone().into(), is.title.clone().into());
        caveats.push(Reason::ComparedProfile { before, now });
    }
    if was.region != is.region {
        let (before, now) = (was.region.clone().into(), is.region.clone().into());
        caveats.push(Reason::ComparedRegion { before, now });
    }
    match (&earlier.today, &now.today) {
        // ISO dates sort as days do.
        (Some(before), Some(today)) if before > today => {
            let (before, now) = (before.clone().into(), today.clone().into());
            caveats.push(Reason::ComparedLater { before, now });
        }
        (None, _) => caveats.push(Reason::ComparedUndated),
        _ => {}
    }
    caveats
}

fn sections(earlier: &Earlier, now: &Earlier) -> Vec<(SectionId, Change<Verdict>)> {
    let changes = now.sections.iter().filter_map(|is| {
        let was = earlier.sections.iter().find(|was| was.id == is.id)?;
        Some((is.id, Change::of(was.verdict, is.verdict)))
    });
    changes.filter(|(_, change)| change.is_one()).collect()
}

fn checks(earlier: &Earlier, now: &Earlier) -> Vec<(CheckId, Change<Outcome>)> {
    let changes = now.checks.iter().filter_map(|is| {
        let was = earlier.checks.iter().find(|was| was.id == is.id)?;
        Some((is.id, Change::of(was.outcome, is.outcome)))
    });
    changes.filter(|(_, change)| change.is_one()).collect()
}

fn rows(earlier: &Earlier, now: &Earlier) -> Vec<RowChange> {
    let pairs = now.resources.iter().filter_map(|is| {
        let was = earlier.resources.iter().find(|was| was.id == is.id)?;
        Some((was, is))
    });
    pairs.filter_map(|(was, is)| row(was, is)).collect()
}

fn row(was: &EarlierRow, is: &EarlierRow) -> Option<RowChange> {
    let of = |row: &EarlierRow| {
        [
            (FigureOf::Required, Some(row.required.clone())),
            (FigureOf::Limit, row.limit.clone()),
            (FigureOf::InUse, row.in_use.clone()),
            (FigureOf::Available, row.available.clone()),
            (FigureOf::Shortfall, row.shortfall.clone()),
        ]
    };
    let figures = of(was).into_iter().zip(of(is));
    let figures = figures.map(|((which, before), (_, now))| (which, Change::of(before, now)));
    let figures: Vec<_> = figures.filter(|(_, change)| change.is_one()).collect();
    let status = Change::of(was.status, is.status);
    (status.is_one() || !figures.is_empty()).then(|| RowChange {
        id: is.id,
        reason: outcome(was, is),
        status,
        figures,
    })
}

/// What the change of a row comes to.
fn outcome(was: &EarlierRow, is: &EarlierRow) -> Reason {
    let fits = |status| matches!(status, Status::Met | Status::Unlimited);
    let row = is.id.as_str().into();
    let text = |figure: &Option<Figure>| {
        figure.as_ref().map_or_else(String::new, |figure| figure.text.clone()).into()
    };
    match (was.status, is.status) {
        (Status::Short, Status::Short) if was.shortfall == is.shortfall => {
            Reason::RowStillShort { row, shortfall: text(&is.shortfall) }
        }
        (Status::Short, Status::Short) => {
            Reason::RowShortBy { row, before: text(&was.shortfall), now: text(&is.shortfall) }
        }
        (_, Status::Short) => Reason::RowShortNow { row, shortfall: text(&is.shortfall) },
        (before, now) if fits(before) && fits(now) => Reason::RowStillFits { row },
        (_, now) if fits(now) => Reason::RowFitsNow { row },
        (before, _) if fits(before) || before == Status::Short => Reason::RowOpenNow { row },
        _ => Reason::RowStillOpen { row },
    }
}

fn license(was: &EarlierLicense, is: &EarlierLicense) -> Option<LicenseChange> {
    (was != is).then(|| LicenseChange {
        state: Change::of(was.state, is.state),
        id: Change::of(was.id.clone(), is.id.clone()),
        core_size: Change::of(was.core_size, is.core_size),
        valid_from: Change::of(was.valid_from.clone(), is.valid_from.clone()),
        valid_until: Change::of(was.valid_until.clone(), is.valid_until.clone()),
    })
}
