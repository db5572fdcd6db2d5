//! The JavaScript interface: its own types at the border, no logic. Nothing here but `mount`
//! touches a document, so it runs in Node and in a worker too.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::profile::{PROFILES, Profile};
use crate::report::{
    Adjustments, Amount, Answer, Answers, CheckId, Input, LicenseFields, ProfileChoice, ResourceId,
    SourceText, StatedFields,
};
use crate::shape::refusal;
use crate::{WrongInput, quantity::Round};

/// The contract's input, as JavaScript gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AssessInput {
    #[serde(default)]
    sources: Vec<SourceText>,
    #[serde(default)]
    license: LicenseFields,
    #[serde(default)]
    stated: BTreeMap<ResourceId, StatedFields>,
    #[serde(default)]
    answers: BTreeMap<CheckId, Answer>,
    #[serde(default)]
    profile: Option<ProfileChoice>,
    #[serde(default)]
    adjustments: Adjustments,
    #[serde(default)]
    region: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    licensed_instances: Option<Vec<String>>,
    #[serde(default)]
    include_ids: bool,
    today: String,
}

impl From<AssessInput> for Input {
    fn from(input: AssessInput) -> Input {
        let AssessInput {
            sources,
            license,
            stated,
            answers,
            profile,
            adjustments,
            region,
            account,
            licensed_instances,
            include_ids,
            today,
        } = input;
        let answers = Answers {
            license,
            stated,
            answers,
            profile,
            adjustments,
            region,
            account,
            licensed_instances,
            include_ids,
        };
        Input { sources, answers, today }
    }
}

/// Reads the sources and decides; throws only for an input of the wrong shape.
#[wasm_bindgen(skip_typescript)]
pub fn assess(input: JsValue) -> Result<JsValue, JsError> {
    let input: AssessInput = from_js(input)?;
    let report = crate::assess(&input.into()).map_err(|refused| refuse(&refused))?;
    to_js(&report)
}

/// The built-in profiles, with what each needs.
#[wasm_bindgen(skip_typescript)]
pub fn profiles() -> Result<JsValue, JsError> {
    let profiles: Vec<ProfileOut> = PROFILES.iter().map(ProfileOut::from).collect();
    to_js(&profiles)
}

/// This package's version.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// How a page is to begin.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct MountOptions {
    profile: Option<ProfileChoice>,
}

/// Puts the page into `root`, in place of what stands there. Options of the wrong shape are refused,
/// and `root` stays as it is.
#[wasm_bindgen(skip_typescript)]
pub fn mount(root: web_sys::HtmlElement, options: JsValue) -> Result<(), JsError> {
    let MountOptions { profile } =
        if options.is_undefined() { MountOptions::default() } else { from_js(options)? };
    if let Some(choice) = &profile {
        crate::check_profile(choice).map_err(|refused| refuse(&refused))?;
    }
    crate::page::mount(root, Answers { profile, ..Answers::default() });
    Ok(())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProfileOut {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    source: &'static str,
    source_date: Option<&'static str>,
    regions: &'static [Cow<'static, str>],
    rows: Vec<RowOut>,
}

#[derive(Serialize)]
struct RowOut {
    id: ResourceId,
    label: &'static str,
    service: &'static str,
    required: Amount,
}

impl From<&'static Profile> for ProfileOut {
    fn from(profile: &'static Profile) -> ProfileOut {
        let rows = profile.rows.iter();
        ProfileOut {
            id: &profile.id,
            title: &profile.title,
            about: profile.about(),
            source: &profile.source,
            source_date: profile.source_date.as_deref(),
            regions: &profile.regions,
            rows: rows
                .map(|row| RowOut {
                    id: row.id,
                    label: row.label,
                    service: row.service,
                    required: crate::decide::amount(row.required(profile), row.unit, Round::Up),
                })
                .collect(),
        }
    }
}

/// A value of the right shape, or the path of the field that is not.
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    serde_path_to_error::deserialize(serde_wasm_bindgen::Deserializer::from(value))
        .map_err(|error| refuse(&refusal(&error.path().to_string(), &error.inner().to_string())))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}

fn refuse(refused: &WrongInput) -> JsError {
    JsError::new(&refused.to_string())
}
