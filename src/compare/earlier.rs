//! A report that was made before, as far as a comparison looks at it.

use serde::{Deserialize, Deserializer};

use crate::WrongInput;
use crate::report::{
    Amount, CheckId, LicenseState, Outcome, Report, Resource, ResourceId, SCHEMA_VERSION,
    SectionId, Status, Verdict,
};
use crate::text::Reason;

/// A report of the contract, such as the download; what a comparison does not need is passed over.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Earlier {
    /// Its day, ISO; older reports do not say it.
    #[serde(default)]
    pub today: Option<String>,
    /// Over all.
    pub verdict: Verdict,
    /// What was assessed against.
    pub profile: EarlierProfile,
    /// A verdict for each section.
    pub sections: Vec<EarlierSection>,
    /// The profile's rows.
    pub resources: Vec<EarlierRow>,
    /// The license.
    pub license: EarlierLicense,
    /// The profile's checks.
    pub checks: Vec<EarlierCheck>,
}

/// A profile and the Region that was assessed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EarlierProfile {
    /// Stable id.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// The Region.
    pub region: String,
}

/// A section and its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EarlierSection {
    /// Which.
    pub id: SectionId,
    /// Judged.
    pub verdict: Verdict,
}

/// A row, judged.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EarlierRow {
    /// Which.
    pub id: ResourceId,
    /// Judged.
    pub status: Status,
    /// What the profile needs.
    pub required: Figure,
    /// What AWS allows.
    pub limit: Option<Figure>,
    /// What is taken.
    pub in_use: Option<Figure>,
    /// What is free.
    pub available: Option<Figure>,
    /// What is missing.
    pub shortfall: Option<Figure>,
}

/// An amount as a report has it.
#[derive(Clone, Debug, Deserialize)]
pub struct Figure {
    /// To three decimals; none for "Unlimited".
    value: Option<f64>,
    /// The document's unit.
    unit: String,
    /// As shown.
    pub text: String,
}

/// How much it is counts, and not in which unit it was pasted.
impl PartialEq for Figure {
    fn eq(&self, other: &Figure) -> bool {
        self.value == other.value && self.unit == other.unit
    }
}

impl From<&Amount> for Figure {
    fn from(amount: &Amount) -> Figure {
        let Amount { value, unit, text } = amount;
        Figure { value: *value, unit: (*unit).to_owned(), text: text.clone() }
    }
}

/// The license, judged.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EarlierLicense {
    /// On the day of the report.
    pub state: LicenseState,
    /// Masked, unless the report was to show it.
    pub id: Option<String>,
    /// Whole cores.
    pub core_size: Option<i64>,
    /// ISO date.
    pub valid_from: Option<String>,
    /// ISO date.
    pub valid_until: Option<String>,
}

/// A check, judged.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EarlierCheck {
    /// Which.
    pub id: CheckId,
    /// Judged.
    pub outcome: Outcome,
}

/// Why a report cannot be compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is of a newer contract.
    Newer {
        /// Its version of it.
        version: u32,
    },
    /// It is no report, or one that was changed.
    Malformed(WrongInput),
}

impl Refused {
    /// In words.
    pub fn reason(&self) -> Reason {
        match self {
            Refused::Newer { version } => {
                Reason::EarlierNewer { version: (*version).into(), known: SCHEMA_VERSION.into() }
            }
            Refused::Malformed(WrongInput { path, message }) => Reason::EarlierMalformed {
                path: path.clone().into(),
                message: message.clone().into(),
            },
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    schema_version: u32,
}

impl Earlier {
    /// Opens a report that was parsed; it is asked for twice, first for its version.
    pub fn open<'de, D: Deserializer<'de>>(parsed: impl Fn() -> D) -> Result<Earlier, Refused> {
        let Head { schema_version } = read(parsed())?;
        if schema_version > SCHEMA_VERSION {
            return Err(Refused::Newer { version: schema_version });
        }
        read(parsed())
    }
}

fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(parsed: D) -> Result<T, Refused> {
    serde_path_to_error::deserialize(parsed).map_err(|error| {
        let (path, message) = (error.path().to_string(), error.inner().to_string());
        Refused::Malformed(WrongInput { path, message })
    })
}

/// A report that was made anew, of a link or a saved file and their own day.
impl From<&Report> for Earlier {
    fn from(report: &Report) -> Earlier {
        let Report { today, verdict, profile, sections, resources, license, checks, .. } = report;
        let figure = |amount: &Option<Amount>| amount.as_ref().map(Figure::from);
        let row = |row: &Resource| EarlierRow {
            id: row.id,
            status: row.status,
            required: (&row.required).into(),
            limit: figure(&row.limit),
            in_use: figure(&row.in_use),
            available: figure(&row.available),
            shortfall: figure(&row.shortfall),
        };
        let sections = sections.iter();
        let checks = checks.iter();
        Earlier {
            today: Some(today.clone()),
            verdict: *verdict,
            profile: EarlierProfile {
                id: profile.id.clone(),
                title: profile.title.clone(),
                region: profile.region.clone(),
            },
            sections: sections
                .map(|part| EarlierSection { id: part.id, verdict: part.verdict })
                .collect(),
            resources: resources.iter().map(row).collect(),
            license: EarlierLicense {
                state: license.state,
                id: license.id.clone(),
                core_size: license.core_size,
                valid_from: license.valid_from.clone(),
                valid_until: license.valid_until.clone(),
            },
            checks: checks
                .map(|check| EarlierCheck { id: check.id, outcome: check.outcome })
                .collect(),
        }
    }
}
