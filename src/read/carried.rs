//! A reading as bytes, for a page that has large sources read by a worker: an instance of the engine
//! of its own, and the same build, so that the bytes need no version.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::Date;

use super::{Fact, Reading};
use crate::data::iam_actions::{IAM_ACTIONS, IamAction};
use crate::data::iam_names::{IAM_NAMES, IamName};
use crate::data::quotas::{NEAR_MISSES, QUOTAS, Quota};
use crate::report::{Diagnostic, Severity};
use crate::text::{Param, Reason, en};

/// What stands before the ids of formats in the tables of sentences.
const FORMAT: &str = "format.";

#[derive(Serialize, Deserialize)]
struct Carried {
    facts: Vec<Fact>,
    ignored: u64,
    problems: Vec<Problem>,
    regions: Vec<String>,
    accounts: Vec<String>,
    formats: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Problem {
    #[serde(serialize_with = "by_name")]
    severity: Severity,
    id: String,
    params: Vec<Said>,
    line: Option<u32>,
    column: Option<u32>,
}

#[derive(Serialize, Deserialize)]
enum Said {
    Text(String),
    Number(i64),
}

/// A reading as bytes; none where it holds what no table does.
pub fn carry(reading: Reading) -> Option<Vec<u8>> {
    let Reading { facts, ignored, problems, regions, accounts, formats } = reading;
    let formats = formats.into_iter().map(str::to_owned).collect();
    let problems = problems.into_iter().map(Problem::from).collect();
    let ignored = ignored as u64;
    postcard::to_allocvec(&Carried { facts, ignored, problems, regions, accounts, formats }).ok()
}

/// The reading that [`carry`] made these bytes of.
pub fn carried(bytes: &[u8]) -> Option<Reading> {
    let Carried { facts, ignored, problems, regions, accounts, formats } =
        postcard::from_bytes(bytes).ok()?;
    let problems = problems.into_iter().map(Problem::diagnostic).collect::<Option<_>>()?;
    let formats = formats.iter().map(|id| format_of(id)).collect::<Option<_>>()?;
    Some(Reading { facts, ignored: ignored as usize, problems, regions, accounts, formats })
}

impl From<Diagnostic> for Problem {
    fn from(of: Diagnostic) -> Problem {
        let said = |param: &Param| match param {
            Param::Text(text) => Said::Text(text.clone()),
            Param::Number(number) => Said::Number(*number),
        };
        Problem {
            severity: of.severity,
            id: of.reason.id().to_owned(),
            params: of.reason.params().into_iter().map(|(_, param)| said(param)).collect(),
            line: of.line,
            column: of.column,
        }
    }
}

impl Problem {
    fn diagnostic(self) -> Option<Diagnostic> {
        let param = |said| match said {
            Said::Text(text) => Param::Text(text),
            Said::Number(number) => Param::Number(number),
        };
        let reason = Reason::of(&self.id, self.params.into_iter().map(param).collect())?;
        let (line, column) = (self.line, self.column);
        Some(Diagnostic { line, column, ..Diagnostic::new(self.severity, reason) })
    }
}

/// Every format has a name to show, by its id.
fn format_of(id: &str) -> Option<&'static str> {
    let mut ids = en::SENTENCES.iter().filter_map(|(key, _)| key.strip_prefix(FORMAT));
    ids.find(|known| *known == id)
}

/// One of the contract's ids, which are read by their names.
pub(super) fn by_name<T, S>(id: &T, to: S) -> Result<S::Ok, S::Error>
where
    T: Copy + Into<&'static str>,
    S: Serializer,
{
    to.serialize_str((*id).into())
}

/// A row of a table, by its place in it.
pub(super) mod known {
    use serde::{de, ser};

    use super::*;

    pub trait Row: PartialEq + Sized + 'static {
        const ALL: &'static [Self];
    }

    impl Row for Quota {
        const ALL: &'static [Quota] = QUOTAS;
    }

    impl Row for IamName {
        const ALL: &'static [IamName] = IAM_NAMES;
    }

    impl Row for IamAction {
        const ALL: &'static [IamAction] = IAM_ACTIONS;
    }

    pub fn serialize<T: Row, S: Serializer>(row: &&'static T, to: S) -> Result<S::Ok, S::Error> {
        match T::ALL.iter().position(|known| known == *row) {
            Some(at) => to.serialize_u32(at as u32),
            None => Err(ser::Error::custom("a row of no table")),
        }
    }

    pub fn deserialize<'de, T, D>(from: D) -> Result<&'static T, D::Error>
    where
        T: Row,
        D: Deserializer<'de>,
    {
        let at = u32::deserialize(from)?;
        T::ALL.get(at as usize).ok_or_else(|| de::Error::custom("a row of no table"))
    }
}

/// The code of a near miss.
pub(super) mod near_miss {
    use serde::de;

    use super::*;

    pub fn serialize<S: Serializer>(code: &&'static str, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(code)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        let code = String::deserialize(from)?;
        let known = NEAR_MISSES.iter().find(|miss| miss.quota_code == code);
        known.map(|miss| miss.quota_code).ok_or_else(|| de::Error::custom("no near miss"))
    }
}

/// A day, by its number.
pub(super) mod day {
    use serde::de;

    use super::*;

    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32(day.to_julian_day())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        Date::from_julian_day(i32::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// A day, or none.
pub(super) mod some_day {
    use serde::de;

    use super::*;

    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(Date::to_julian_day).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let day = Option::<i32>::deserialize(from)?;
        day.map(Date::from_julian_day).transpose().map_err(de::Error::custom)
    }
}
