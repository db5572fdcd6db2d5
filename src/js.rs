//! The JavaScript interface: its own types at the border, no logic. Nothing here but `mount`
//! touches a document, so it runs in Node and in a worker too.

mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::mem::ManuallyDrop;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::hand_over::FORMATS;
use crate::page::{Mounted, Spoken, Start, Within};
use crate::profile::{PROFILES, Profile};
use crate::report::{
    Adjustments, Amount, Answer, Answers, CheckId, Input, LicenseFields, ProfileChoice, Report,
    ResourceId, SourceText, StatedFields,
};
use crate::shape::refusal;
use crate::text::{in_english, language};
use crate::{WrongInput, quantity::Round};

/// The contract's input, as JavaScript gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AssessInput {
    #[serde(default)]
    sources: Vec<text::Source>,
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
        let sources = sources.into_iter().map(SourceText::from).collect();
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

/// The ids of the files that [`render`] makes of a report: JSON, and each of [`FORMATS`].
#[wasm_bindgen(skip_typescript)]
pub fn formats() -> Vec<String> {
    std::iter::once(JSON).chain(FORMATS.iter().map(|format| format.id)).map(str::to_owned).collect()
}

/// The contract's own, which is the report itself.
const JSON: &str = "json";

/// What [`assess`] makes of the input, as the text of a file; nothing where there is nothing to put
/// into it, such as a request.
#[wasm_bindgen(skip_typescript)]
pub fn render(format: &str, input: JsValue) -> Result<Option<String>, JsError> {
    let input: AssessInput = from_js(input)?;
    let report = crate::assess(&input.into()).map_err(|refused| refuse(&refused))?;
    in_english(|| file(format, &report))
}

fn file(id: &str, report: &Report) -> Result<Option<String>, JsError> {
    if id == JSON {
        return Ok(crate::page::json(report));
    }
    match crate::hand_over::format(id) {
        Some(format) => Ok(crate::hand_over::render(format, report)),
        None => {
            let message = format!("\"{id}\" is no format; known are {}", formats().join(", "));
            Err(refuse(&WrongInput { path: "format".to_owned(), message }))
        }
    }
}

/// The built-in profiles, with what each needs.
#[wasm_bindgen(skip_typescript)]
pub fn profiles() -> Result<JsValue, JsError> {
    let profiles: Vec<ProfileOut> = in_english(|| PROFILES.iter().map(ProfileOut::from).collect());
    to_js(&profiles)
}

/// This package's version.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// How a calculator is to begin.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct MountOptions {
    profile: Option<ProfileChoice>,
    region: Option<String>,
    sources: Option<Vec<text::Source>>,
    state: Option<String>,
    keep: Option<String>,
    compact: Option<bool>,
    within: Option<Within>,
    page: Option<String>,
    lang: Option<String>,
    sentences: Option<HashMap<String, String>>,
    date: Option<String>,
}

/// Puts a calculator into `root`, in place of what stands there. Options of the wrong shape are
/// refused, and `root` stays as it is.
#[wasm_bindgen(skip_typescript)]
pub fn mount(root: web_sys::HtmlElement, options: JsValue) -> Result<Calculator, JsError> {
    // What is called has no shape to check beyond that it is there.
    let called = |name: &str| js_sys::Reflect::get(&options, &name.into()).ok();
    let on_report = called("onReport").and_then(|it| it.dyn_into().ok());
    let on_language = called("onLanguage").and_then(|it| it.dyn_into().ok());
    let rescue = called("rescue").filter(JsValue::is_object).map(JsCast::unchecked_into);
    let large = called("large").filter(JsValue::is_object).map(JsCast::unchecked_into);
    let options: MountOptions =
        if options.is_undefined() { MountOptions::default() } else { from_js(options)? };
    let answers =
        Answers { profile: options.profile, region: options.region, ..Answers::default() };
    crate::check_start(&answers).map_err(|refused| refuse(&refused))?;
    let mounted = crate::page::mount(
        root,
        Start {
            answers,
            sources: options.sources.into_iter().flatten().map(SourceText::from).collect(),
            state: options.state,
            keep: options.keep,
            within: options.within.unwrap_or_default(),
            is_compact: options.compact.unwrap_or_default(),
            page: options.page,
            language: spoken(options.lang, options.sentences),
            on_language,
            date: options.date,
            on_report,
            rescue,
            large,
        },
    );
    Ok(Calculator { mounted: ManuallyDrop::new(mounted) })
}

/// English, unless the sentences of another language come with its name.
fn spoken(lang: Option<String>, sentences: Option<HashMap<String, String>>) -> Spoken {
    match (lang, sentences) {
        (Some(tag), Some(sentences)) => Spoken { sentences: language(&tag, &sentences), tag },
        _ => Spoken::default(),
    }
}

/// A calculator on a page.
#[wasm_bindgen(skip_typescript)]
pub struct Calculator {
    /// Whoever drops the handle, or forgets it, leaves the calculator where it is.
    mounted: ManuallyDrop<Mounted>,
}

#[wasm_bindgen]
impl Calculator {
    /// Everything that was entered, for the option `state` of a calculator that takes its place.
    #[wasm_bindgen(skip_typescript)]
    pub fn state(&self) -> String {
        self.mounted.state()
    }

    /// Puts these sources in place of those that are there, which can be brought back.
    #[wasm_bindgen(skip_typescript)]
    pub fn replace(&self, sources: JsValue) -> Result<(), JsError> {
        let sources: Vec<text::Source> = from_js(sources)?;
        self.mounted.replace(sources.into_iter().map(SourceText::from).collect());
        Ok(())
    }

    /// Asks the person whether `who` may have the report, and settles with it, or with nothing.
    #[wasm_bindgen(skip_typescript, js_name = requestReport)]
    pub fn request_report(&self, who: String) -> js_sys::Promise {
        self.mounted.request_report(who)
    }

    /// The report as it stands, as the text of a file.
    #[wasm_bindgen(skip_typescript)]
    pub fn render(&self, format: &str) -> Result<Option<String>, JsError> {
        self.mounted.with_report(|report| file(format, report))
    }

    /// Takes it off the page; nothing of it stays behind.
    #[wasm_bindgen(skip_typescript)]
    pub fn unmount(self) {
        drop(ManuallyDrop::into_inner(self.mounted));
    }
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
