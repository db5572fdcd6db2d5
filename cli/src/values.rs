//! Values of options that name something and say what it is: `terraform-installed=yes`.

use byoc_readiness::data::checks::CHECKS;
use byoc_readiness::report::{Answer, CheckId, LicenseField, ResourceId, StatedFields};

use crate::refused::Refused;

/// A figure of a row that a person states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Limit,
    InUse,
    Available,
}

impl Figure {
    const ALL: [Figure; 3] = [Figure::Limit, Figure::InUse, Figure::Available];

    /// As the contract's input writes it.
    fn as_str(self) -> &'static str {
        match self {
            Figure::Limit => "limit",
            Figure::InUse => "inUse",
            Figure::Available => "available",
        }
    }

    /// The place of it.
    pub fn of(self, fields: &mut StatedFields) -> &mut Option<String> {
        match self {
            Figure::Limit => &mut fields.limit,
            Figure::InUse => &mut fields.in_use,
            Figure::Available => &mut fields.available,
        }
    }
}

/// The checks that a person answers; the others follow from what is read.
pub fn answerable() -> Vec<CheckId> {
    CHECKS.iter().filter(|check| check.asks_a_person()).map(|check| check.id).collect()
}

/// `CHECK=yes` or `CHECK=no`.
pub fn answer(argument: &str) -> Result<(CheckId, Answer), Refused> {
    let (id, word) = parted(argument, '=', "--answer", "CHECK=yes or CHECK=no")?;
    let known = answerable();
    let check = known.iter().find(|check| check.as_str() == id).ok_or_else(|| {
        let ids: Vec<&str> = known.iter().map(|check| check.as_str()).collect();
        unknown("--answer", id, "check that a person answers", &ids)
    })?;
    let ids: Vec<&str> = Answer::ALL.iter().map(|answer| answer.as_str()).collect();
    let answer = Answer::ALL.iter().find(|answer| answer.as_str() == word);
    answer.map(|answer| (*check, *answer)).ok_or_else(|| unknown("--answer", word, "answer", &ids))
}

/// `ROW.FIELD=FIGURE`.
pub fn stated(argument: &str) -> Result<(ResourceId, Figure, String), Refused> {
    let form = "ROW.FIELD=FIGURE, such as vcpu.available=64";
    let (place, figure) = parted(argument, '=', "--stated", form)?;
    let (id, field) = parted(place, '.', "--stated", form)?;
    let row = ResourceId::ALL.iter().find(|row| row.as_str() == id).ok_or_else(|| {
        let ids: Vec<&str> = ResourceId::ALL.iter().map(|row| row.as_str()).collect();
        unknown("--stated", id, "row", &ids)
    })?;
    let known = Figure::ALL.map(Figure::as_str);
    let field = Figure::ALL
        .into_iter()
        .find(|known| known.as_str() == field)
        .ok_or_else(|| unknown("--stated", field, &format!("field of {}", row.as_str()), &known))?;
    Ok((*row, field, figure.to_owned()))
}

/// `FIELD=VALUE`.
pub fn license(argument: &str) -> Result<(LicenseField, String), Refused> {
    let (id, value) = parted(argument, '=', "--license", "FIELD=VALUE, such as coreSize=80")?;
    let ids: Vec<&str> = LicenseField::ALL.iter().map(|field| field.as_str()).collect();
    let field = LicenseField::ALL.iter().find(|field| field.as_str() == id);
    let field = field.ok_or_else(|| unknown("--license", id, "field of the license", &ids))?;
    Ok((*field, value.to_owned()))
}

/// `found` is none of what is known.
pub fn unknown(option: &str, found: &str, kind: &str, known: &[&str]) -> Refused {
    Refused::at(option, format!("\"{found}\" is no {kind}; known are {}", known.join(", ")))
}

fn parted<'a>(
    argument: &'a str,
    at: char,
    option: &str,
    form: &str,
) -> Result<(&'a str, &'a str), Refused> {
    argument
        .split_once(at)
        .ok_or_else(|| Refused::at(option, format!("found \"{argument}\", expected {form}")))
}

#[cfg(test)]
mod tests {
    use super::{Figure, answer, license, stated};
    use byoc_readiness::report::{Answer, CheckId, LicenseField, ResourceId};

    #[test]
    fn a_value_is_what_stands_behind_the_first_sign() {
        let stated = stated("object-storage.available=2 TB=").expect("a figure");
        assert_eq!(stated, (ResourceId::ObjectStorage, Figure::Available, "2 TB=".to_owned()));
        assert_eq!(answer("aws-account=no").expect("an answer"), (CheckId::AwsAccount, Answer::No));
        let license = license("id=a=b").expect("a field");
        assert_eq!(license, (LicenseField::Id, "a=b".to_owned()));
    }
}
