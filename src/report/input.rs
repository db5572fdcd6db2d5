//! What an assessment is made from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{Answer, CheckId, LicenseField, ResourceId};
use super::own_profile::ProfileChoice;

/// Everything that an assessment is made from.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Pasted or dropped text, any mix.
    pub sources: Vec<SourceText>,
    /// Answers, figures and choices of a person.
    pub answers: Answers,
    /// The user's local date, ISO.
    pub today: String,
}

/// One pasted or dropped text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// What the report calls it; "Source 1" and so on where it has no name.
    #[serde(default)]
    pub name: Option<String>,
    /// The text itself.
    pub text: String,
}

/// What a person chose, typed and answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Answers {
    /// License fields typed by hand; each beats what an email says.
    pub license: LicenseFields,
    /// Figures typed by hand, by row.
    pub stated: BTreeMap<ResourceId, StatedFields>,
    /// Checks that a person answers.
    pub answers: BTreeMap<CheckId, Answer>,
    /// A built-in profile's id, or a profile; the default one where empty.
    pub profile: Option<ProfileChoice>,
    /// What is changed of the profile.
    pub adjustments: Adjustments,
    /// The profile's default where empty.
    pub region: Option<String>,
    /// Which account counts, when the sources name several.
    pub account: Option<String>,
    /// Instance types of the profile that count against the license, where a person says so;
    /// the others are its dependencies. Unknown where absent.
    pub licensed_instances: Option<Vec<String>>,
    /// Whether whole account numbers and the license ID stand in the report.
    pub include_ids: bool,
}

impl Answers {
    /// Every text that a person typed; a profile is none.
    pub fn typed_texts(&mut self) -> impl Iterator<Item = &mut String> {
        self.by_origin().0
    }

    /// Every text, a profile's ID and those of a profile of one's own included.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let (typed, own) = self.by_origin();
        typed.chain(own)
    }

    /// Every text that is to be a figure or a day.
    pub fn figures(&mut self) -> impl Iterator<Item = (ToBe, &mut String)> {
        let Answers { license, stated, profile, adjustments, .. } = self;
        let LicenseFields { id: _, core_size, valid_from, valid_until } = license;
        let (needs, date) = match profile {
            Some(ProfileChoice::Own(own)) => {
                (Some(own.needs.values_mut()), own.source_date.as_mut())
            }
            _ => (None, None),
        };
        let stated = stated
            .values_mut()
            .flat_map(|fields| [&mut fields.limit, &mut fields.in_use, &mut fields.available]);
        let amounts = stated.flatten().chain(adjustments.needs.values_mut());
        let amounts = amounts.chain(needs.into_iter().flatten());
        let days = [valid_from, valid_until].into_iter().flatten().chain(date);
        let amounts = amounts.map(|text| (ToBe::Amount, text));
        let cores = core_size.iter_mut().map(|text| (ToBe::Cores, text));
        amounts.chain(cores).chain(days.map(|text| (ToBe::Day, text)))
    }

    fn by_origin(
        &mut self,
    ) -> (impl Iterator<Item = &mut String>, impl Iterator<Item = &mut String>) {
        let Answers {
            license,
            stated,
            region,
            account,
            adjustments,
            licensed_instances,
            profile,
            answers: _,
            include_ids: _,
        } = self;
        let license = [
            &mut license.id,
            &mut license.core_size,
            &mut license.valid_from,
            &mut license.valid_until,
        ];
        let stated = stated
            .values_mut()
            .flat_map(|fields| [&mut fields.limit, &mut fields.in_use, &mut fields.available]);
        let needs = adjustments.needs.values_mut();
        let licensed = licensed_instances.iter_mut().flatten();
        let chosen = [region, account, &mut adjustments.vpc];
        let fields = license.into_iter().chain(stated).chain(chosen).flatten();
        let (id, own) = match profile {
            Some(ProfileChoice::Id(id)) => (Some(id), None),
            Some(ProfileChoice::Own(own)) => (None, Some(own.texts())),
            None => (None, None),
        };
        (fields.chain(needs).chain(licensed), id.into_iter().chain(own.into_iter().flatten()))
    }
}

/// What the text of a field is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToBe {
    /// An amount of a row, with or without a unit.
    Amount,
    /// A license's core size.
    Cores,
    /// A day.
    Day,
}

/// What a person changes of a profile, to see what would be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Adjustments {
    /// What runs, in place of the profile's instances.
    pub instances: Option<Vec<InstanceCount>>,
    /// Amounts in place of the profile's, with or without a unit.
    pub needs: BTreeMap<ResourceId, String>,
    /// The deployment goes into a VPC that is there already.
    pub existing_vpc: bool,
    /// Which one: `vpc-0abc…`.
    pub vpc: Option<String>,
    /// Room for one more of the largest instances while nodes are replaced.
    pub upgrade_surge: bool,
}

/// Instances of one type of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstanceCount {
    /// As AWS writes it: `m6i.xlarge`.
    #[serde(rename = "type")]
    pub name: String,
    /// How many.
    pub count: u32,
}

/// License fields as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LicenseFields {
    /// The license ID.
    pub id: Option<String>,
    /// Whole cores.
    pub core_size: Option<String>,
    /// First day.
    pub valid_from: Option<String>,
    /// The end date: on that day itself the license is expired.
    pub valid_until: Option<String>,
}

impl LicenseFields {
    /// The text typed for `field`, where it is more than white space.
    pub fn get(&self, field: LicenseField) -> Option<&str> {
        let text = match field {
            LicenseField::Id => &self.id,
            LicenseField::CoreSize => &self.core_size,
            LicenseField::ValidFrom => &self.valid_from,
            LicenseField::ValidUntil => &self.valid_until,
        };
        text.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The place where `field` is typed.
    pub fn get_mut(&mut self, field: LicenseField) -> &mut Option<String> {
        match field {
            LicenseField::Id => &mut self.id,
            LicenseField::CoreSize => &mut self.core_size,
            LicenseField::ValidFrom => &mut self.valid_from,
            LicenseField::ValidUntil => &mut self.valid_until,
        }
    }
}

/// Figures typed for a row, with or without a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StatedFields {
    /// The limit.
    pub limit: Option<String>,
    /// What is in use.
    pub in_use: Option<String>,
    /// What is free; decides the row by itself.
    pub available: Option<String>,
}
