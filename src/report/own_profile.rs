//! A requirement profile as a host page writes it.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Which profile is assessed against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ProfileChoice {
    /// A built-in one.
    Id(String),
    /// One that is brought along.
    Own(Box<OwnProfile>),
}

/// By hand, since an untagged enum would not say which field of a profile is malformed.
impl<'de> Deserialize<'de> for ProfileChoice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<ProfileChoice, D::Error> {
        struct Choice;
        impl<'de> Visitor<'de> for Choice {
            type Value = ProfileChoice;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a profile's id or a profile")
            }

            fn visit_str<E>(self, id: &str) -> Result<ProfileChoice, E> {
                Ok(ProfileChoice::Id(id.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ProfileChoice, A::Error> {
                let own = OwnProfile::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ProfileChoice::Own(Box::new(own)))
            }
        }
        from.deserialize_any(Choice)
    }
}

/// A profile of one's own: instances, and what else is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnProfile {
    /// Not one of the built-in profiles'.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Where its figures come from.
    pub source: String,
    /// The source's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_date: Option<String>,
    /// Regions in which it may be deployed; the first is the default.
    pub regions: Vec<String>,
    /// What runs; vCPU and memory follow from it.
    #[serde(default)]
    pub instances: Vec<OwnType>,
    /// How much else is needed, by the row's id, with or without a unit: `"1.3 TB"`, `"2"`. A row
    /// that is not there is none of the profile's.
    // Not by `ResourceId`: of a key that is no string an error would not say which one it is.
    #[serde(default)]
    pub needs: BTreeMap<String, String>,
    /// IAM policies that it creates; the document's number where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policies: Option<u32>,
    /// IAM roles, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<u32>,
}

impl OwnProfile {
    /// Every text in it but the IDs of its rows.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let OwnProfile { id, title, source, source_date, regions, instances, needs, .. } = self;
        let names = instances.iter_mut().map(|kind| &mut kind.name);
        let texts = [id, title, source].into_iter().chain(source_date);
        texts.chain(regions).chain(names).chain(needs.values_mut())
    }
}

/// Instances of one type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnType {
    /// As AWS writes it: `m6i.xlarge`.
    #[serde(rename = "type")]
    pub name: String,
    /// How many.
    pub count: u32,
    /// For a type that is not in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vcpu: Option<u32>,
    /// Likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory_gib: Option<u32>,
}
