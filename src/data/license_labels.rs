//! The labels under which a welcome email gives the license's details.
//!
//! No sample of the email is published, so these are variants: of Zilliz Cloud's console
//! ("License ID", "License Term") and of what such emails usually say.

use crate::report::LicenseField;

/// What the text behind a label holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelFor {
    /// One field of the license.
    Field(LicenseField),
    /// Start and end together.
    Period,
}

use LabelFor::{Field, Period};
use LicenseField::{CoreSize, Id, ValidFrom, ValidUntil};

const CONSOLE: &str = "Zilliz Cloud console";
const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites, Verify subscription via welcome email";
const VARIANT: &str = "a usual variant; no sample of the email is published";

/// Label, lower case, with what it stands for and where it was seen.
pub const LICENSE_LABELS: &[(&str, LabelFor, &str)] = &[
    ("license id", Field(Id), CONSOLE),
    ("licence id", Field(Id), VARIANT),
    ("license no.", Field(Id), VARIANT),
    ("license no", Field(Id), VARIANT),
    ("licence no.", Field(Id), VARIANT),
    ("license number", Field(Id), VARIANT),
    ("license key id", Field(Id), VARIANT),
    ("core size", Field(CoreSize), DOCUMENT),
    ("cpu cores", Field(CoreSize), VARIANT),
    ("license start date", Field(ValidFrom), VARIANT),
    ("license end date", Field(ValidUntil), VARIANT),
    ("total cores", Field(CoreSize), VARIANT),
    ("licensed cores", Field(CoreSize), VARIANT),
    ("number of cores", Field(CoreSize), VARIANT),
    ("total capacity", Field(CoreSize), VARIANT),
    ("cores", Field(CoreSize), VARIANT),
    ("validity period", Period, DOCUMENT),
    ("license validity", Period, VARIANT),
    ("license term", Period, CONSOLE),
    ("license period", Period, VARIANT),
    ("subscription period", Period, VARIANT),
    ("subscription term", Period, VARIANT),
    ("validity", Period, VARIANT),
    ("valid from", Period, VARIANT),
    ("valid", Period, VARIANT),
    ("term", Period, VARIANT),
    ("period", Period, VARIANT),
    ("start date", Field(ValidFrom), VARIANT),
    ("starts on", Field(ValidFrom), VARIANT),
    ("effective date", Field(ValidFrom), VARIANT),
    ("effective from", Field(ValidFrom), VARIANT),
    ("activation date", Field(ValidFrom), VARIANT),
    ("end date", Field(ValidUntil), VARIANT),
    ("ends on", Field(ValidUntil), VARIANT),
    ("expires on", Field(ValidUntil), VARIANT),
    ("expires", Field(ValidUntil), VARIANT),
    ("expiry date", Field(ValidUntil), VARIANT),
    ("expiration date", Field(ValidUntil), VARIANT),
    ("expiration", Field(ValidUntil), VARIANT),
    ("valid until", Field(ValidUntil), VARIANT),
    ("valid through", Field(ValidUntil), VARIANT),
    ("valid to", Field(ValidUntil), VARIANT),
];

/// Words that, right before a label, make it one of something else: "used cores" are no core
/// size, and a "link expires on" a day of its own.
pub const OTHER_THINGS: &[&str] = &[
    "used",
    "consumed",
    "remaining",
    "free",
    "link",
    "invitation",
    "password",
    "token",
    "code",
    "offer",
    "quote",
    "session",
    "certificate",
];
