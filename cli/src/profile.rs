//! The profile that is asked for: a built-in one by its ID, or one of its own from a file.

use std::ffi::OsStr;
use std::path::Path;

use byoc_readiness::read::secrets::masked;
use byoc_readiness::report::{OwnProfile, ProfileChoice};
use byoc_readiness::shape::refusal;
use byoc_readiness::{WrongInput, check_profile};

use crate::refused::Refused;
use crate::sources;

/// What `--profile` names: a file where it looks like one, else an ID.
pub fn choice(argument: &OsStr) -> Result<ProfileChoice, Refused> {
    let path = Path::new(argument);
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        || path.components().count() > 1;
    let choice = match argument.to_str() {
        Some(id) if !is_file => ProfileChoice::Id(id.to_owned()),
        _ => own(path)?,
    };
    let about = |wrong: WrongInput| match is_file {
        true => Refused::at(&path.to_string_lossy(), wrong),
        false => {
            Refused::at("--profile", format!("{}, or a file such as ./own.json", wrong.message))
        }
    };
    check_profile(&choice).map_err(about)?;
    Ok(choice)
}

fn own(path: &Path) -> Result<ProfileChoice, Refused> {
    let name = path.to_string_lossy();
    let text = sources::text(path)?;
    // What is wrong with a profile quotes it.
    let text = masked(text.strip_prefix('\u{feff}').unwrap_or(&text));
    let mut parser = serde_json::Deserializer::from_str(&text);
    let own = serde_path_to_error::deserialize::<_, OwnProfile>(&mut parser).map_err(|error| {
        let (path, inner) = (error.path().to_string(), error.into_inner());
        let place = format!("{name}:{}:{}", inner.line(), inner.column());
        Refused::at(&place, wrong(&path, &inner))
    })?;
    parser.end().map_err(|error| {
        let place = format!("{name}:{}:{}", error.line(), error.column());
        Refused::at(&place, wrong(".", &error))
    })?;
    Ok(ProfileChoice::Own(Box::new(own)))
}

/// The field and what is wrong with it, in the words that JavaScript is answered with.
fn wrong(path: &str, error: &serde_json::Error) -> WrongInput {
    let says = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let says = says.strip_suffix(&place).unwrap_or(&says);
    // Where JSON says `null`, other deserialisers say that there is nothing.
    let says = says.replace("invalid type: null", "invalid type: unit value");
    let path = if path == "." { "profile".to_owned() } else { format!("profile.{path}") };
    refusal(&path, &says)
}
