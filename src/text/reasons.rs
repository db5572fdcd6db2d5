//! Every reason that the engine can give: an id and its parameters.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::{current, en, say};

/// What a sentence is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A name, a code, an amount with its unit.
    Text(String),
    /// A number that a sentence may have to agree with.
    Number(i64),
}

impl From<&str> for Param {
    fn from(text: &str) -> Param {
        Param::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Param {
        Param::Text(text)
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Param {
        Param::Number(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Param {
        Param::Number(number as i64)
    }
}

impl From<u32> for Param {
    fn from(number: u32) -> Param {
        Param::Number(i64::from(number))
    }
}

impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Param::Text(text) => serializer.serialize_str(text),
            Param::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

/// Declares [`Reason`]: one variant, one id, its parameters by name.
macro_rules! reasons {
    ($($variant:ident = $id:literal $({ $($param:ident),+ })?,)+) => {
        /// Why something is as it is. `id()` and the parameters are part of the contract;
        /// the sentence is made from them by a language's table.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs, non_snake_case)]
        pub enum Reason { $($variant $({ $($param: Param),+ })?,)+ }

        impl Reason {
            /// Every id, with the names of its parameters.
            pub const ALL: &[(&'static str, &'static [&'static str])] =
                &[$(($id, &[$($(stringify!($param)),+)?]),)+];

            /// The id, as in the report.
            pub fn id(&self) -> &'static str {
                match self { $(Reason::$variant $({ $($param: _),+ })? => $id,)+ }
            }

            /// The reason of this id, with its parameters in their order; none where they are others.
            pub fn of(id: &str, params: Vec<Param>) -> Option<Reason> {
                let mut params = params.into_iter();
                let reason = match id {
                    $($id => Reason::$variant $({ $($param: params.next()?),+ })?,)+
                    _ => return None,
                };
                params.next().is_none().then_some(reason)
            }

            /// The parameters, by name.
            #[allow(non_snake_case)]
            pub fn params(&self) -> Vec<(&'static str, &Param)> {
                match self {
                    $(Reason::$variant $({ $($param),+ })? => vec![$($((stringify!($param), $param)),+)?],)+
                }
            }
        }
    };
}

reasons! {
    // Why a row has its status.
    CapacityMet = "capacity-met" { available, required },
    CapacityShort = "capacity-short" { available, required, shortfall },
    NoQuota = "no-quota" { service },
    AvailableMet = "available-met" { available, required },
    AvailableShort = "available-short" { available, required, shortfall },
    LimitMissing = "limit-missing" { quota, service },
    LimitMissingUseKnown = "limit-missing-use-known" { quota, used },
    RegionInvalid = "region-invalid" { region },
    AccountUndecided = "account-undecided",
    LimitDefault = "limit-default" { limit, required },
    LimitUnlimited = "limit-unlimited" { quota },
    LimitShort = "limit-short" { limit, required, shortfall },
    LimitShortUseKnown = "limit-short-use-known" { limit, used, available, required, shortfall },
    NothingInUseYet = "nothing-in-use-yet" { limit, required },
    NotNeeded = "not-needed",
    WhichVpc = "which-vpc" { limit, used, required },
    UseUnknown = "use-unknown" { limit, required },
    FreeShort = "free-short" { limit, used, available, required, shortfall },
    UseLowerBound = "use-lower-bound" { limit, used, required },
    UseUpperBound = "use-upper-bound" { limit, used, required },
    FreeEnough = "free-enough" { limit, used, available, required },

    // What to do about a row that is short.
    StepAsk = "step-ask" { quota, desired },
    StepLimitUnknown = "step-limit-unknown" { quota, shortfall },
    StepInstances = "step-instances" { required },
    StepCapacity = "step-capacity" { service, shortfall },
    StepNotAdjustable = "step-not-adjustable" { quota },
    StepReleaseAddresses = "step-release-addresses" { addresses, count, shortfall },
    StepDeleteVolumes = "step-delete-volumes" { volumes, count, frees, shortfall },
    StepDeleteDefaultVpc = "step-delete-default-vpc" { vpc, shortfall },
    StepPending = "step-pending" { quota, desired, state },
    StepPendingLess = "step-pending-less" { quota, asked, state, desired },
    StepApproved = "step-approved" { quota, desired, state },
    StepDenied = "step-denied" { quota, desired, state },
    StepCaseClosed = "step-case-closed" { quota, desired, state },

    // Where the document's minimum config is left.
    ProfileOther = "profile-other" { title, source },
    ProfileInstances = "profile-instances" { was, is },
    ProfileNeed = "profile-need" { row, was, is },
    ProfileExistingVpc = "profile-existing-vpc",
    ProfileSurge = "profile-surge" { vcpu, memory, instance },

    // The summary.
    SummaryEmpty = "summary-empty",
    SummaryReady = "summary-ready" { rows },
    SummaryRows = "summary-rows" { fit, rows },
    SummaryShort = "summary-short" { row, shortfall },
    SummaryShortAtLeast = "summary-short-at-least" { row, shortfall },
    SummaryUnknown = "summary-unknown" { unknown },
    SummaryFailed = "summary-failed" { failed },
    SummaryOpen = "summary-open" { open },
    SummaryLicenseExpired = "summary-license-expired",
    SummaryLicenseNotStarted = "summary-license-not-started",
    SummaryLicenseUnknown = "summary-license-unknown",

    // What a check found.
    Confirmed = "confirmed",
    Denied = "denied",
    Unanswered = "unanswered",
    LicenseDetailsUnknown = "license-details-unknown" { fields },
    Room = "room" { quota, available, need },
    RoomShort = "room-short" { quota, available, need },
    RoomUseUnknown = "room-use-unknown" { quota, limit, need },
    RoomLimitTooLow = "room-limit-too-low" { quota, limit, need },
    RoomUnknown = "room-unknown" { quota },
    NoneMade = "none-made",
    SurgeRoom = "surge-room" { left, surge },
    SurgeCounted = "surge-counted" { left, surge },
    SurgeNoRoom = "surge-no-room" { left, surge },
    SurgeUnknown = "surge-unknown" { surge },
    NotPasted = "not-pasted" { command },
    RolesNew = "roles-new" { quota, limit, need },
    AttachedRoom = "attached-room" { quota, limit, role, attached, available, need },
    AttachedShort = "attached-short" { quota, limit, role, attached, available, need },
    AttachedAlready = "attached-already" { quota, limit, role, policy, attached },
    AttachedUnknown = "attached-unknown" { quota, limit, role, command },
    PermissionsUnknown = "permissions-unknown" { command },
    SimulationAllows = "simulation-allows" { allowed, allowedActions },
    SimulationPartial = "simulation-partial" { allowed, unasked, allowedActions, unaskedActions, command },
    SimulationDenies = "simulation-denies" { allowed, denied, unasked, allowedActions, deniedActions, unaskedActions },
    ConfirmedOverSimulation = "confirmed-over-simulation" { denied, deniedActions },
    OfferedTogether = "offered-together" { types, zones },
    OfferedApart = "offered-apart" { offered, region },
    OfferedNowhere = "offered-nowhere" { types, region },
    OfferingsUnknown = "offerings-unknown" { types, offered, command },
    TerraformFound = "terraform-found" { version },
    TerraformNotFound = "terraform-not-found",
    OpentofuFound = "opentofu-found" { version },
    TerraformRecent = "terraform-recent" { version, minimum },
    TerraformOld = "terraform-old" { version, minimum },
    TerraformTooOld = "terraform-too-old" { version, minimum },
    NamesFree = "names-free",
    NamesTaken = "names-taken" { names },
    NamesUnknown = "names-unknown" { command },
    AccountNamed = "account-named" { account },
    AccountNotNamed = "account-not-named" { account },
    AccountChosen = "account-chosen" { account, accounts },
    AccountUnknown = "account-unknown",
    OneAccount = "one-account",
    NoAccountNamed = "no-account-named",
    RegionSupported = "region-supported" { region },
    RegionUnsupported = "region-unsupported" { region, supported },
    NoCredential = "no-credential",
    CredentialExposed = "credential-exposed",

    // The license.
    LicenseIdMissing = "license-id-missing",
    LicenseCoreSizeMissing = "license-core-size-missing",
    LicenseEndMissing = "license-end-missing",
    LicenseCoreSizeUnreadable = "license-core-size-unreadable" { field, found },
    LicenseDateUnreadable = "license-date-unreadable" { field, found },
    LicenseDateAmbiguous = "license-date-ambiguous" { field, found, dayfirst, monthfirst },
    LicenseRangeImpossible = "license-range-impossible" { start, startplace, end, endplace },
    LicenseDiffers = "license-differs" { field, first, second },
    LicensesDiffer = "licenses-differ" { field, first, source, line, second, other, below },
    LicenseExpired = "license-expired" { end },
    LicenseNotStarted = "license-not-started" { start },
    LicenseExpiring = "license-expiring" { end, days },
    LicenseEndsSoon = "license-ends-soon" { end, days },
    LicenseBelowMinimum = "license-below-minimum" { cores, least },
    LicenseDepends = "license-depends" { cores, least, most },
    LicenseCounted = "license-counted" { cores, needed, types },
    LicenseCountedShort = "license-counted-short" { cores, needed, types },
    LicenseNothingCounts = "license-nothing-counts" { cores },
    LicenseInstanceUnknown = "license-instance-unknown" { names },

    // Problems of one source.
    Empty = "empty",
    Unrecognised = "unrecognised" { lines, count },
    UnrecognisedJson = "unrecognised-json" { keys },
    UnrecognisedNear = "unrecognised-near" { keys, call },
    UnrecognisedList = "unrecognised-list",
    NothingRead = "nothing-read",
    MoreProblems = "more-problems" { count },
    JsonCut = "json-cut" { expected },
    JsonTooDeep = "json-too-deep" { depth },
    NoQuotasReturned = "no-quotas-returned",
    MorePages = "more-pages",
    QuotaValueMissing = "quota-value-missing" { code },
    QuotaValueUnreadable = "quota-value-unreadable" { code, found },
    FigureInMail = "figure-in-mail" { found },
    RequestUnreadable = "request-unreadable" { code },
    QuotaError = "quota-error" { code, error },
    CodeMismatch = "code-mismatch" { code, found },
    ServiceMismatch = "service-mismatch" { code, found, expected },
    CountUnreadable = "count-unreadable" { quota },
    AwsError = "aws-error" { error, operation },
    AwsErrorCapitals = "aws-error-capitals" { error, given, service },
    AwsErrorGlobal = "aws-error-global" { error, service, region },
    AwsErrorDenied = "aws-error-denied" { error, operation },
    HeadCut = "head-cut" { lines, count },
    OpenEnded = "open-ended",
    RowsDamaged = "rows-damaged" { count },
    NoArn = "no-arn" { count },
    NameMismatch = "name-mismatch" { code, found },
    NoValueColumn = "no-value-column" { count },
    KeysLost = "keys-lost" { command },
    NumberWithoutName = "number-without-name" { number },
    NumberUnclear = "number-unclear" { number },
    QueryUnclear = "query-unclear" { lines, count },
    ListNarrowed = "list-narrowed" { by },
    HeadingUnknown = "heading-unknown" { heading },
    LimitNameUnclear = "limit-name-unclear" { name },
    HardCodedGuess = "hard-coded-guess",
    InstancesNotVcpu = "instances-not-vcpu" { count },
    InstancesCounted = "instances-counted" { counted, vcpu, spot, others, stopped },
    UnknownType = "unknown-type" { name },
    NotCounted = "not-counted" { count, what },
    NoFigures = "no-figures" { what },
    NotAws = "not-aws",
    RoleUnnamed = "role-unnamed",
    MetricUnnamed = "metric-unnamed",
    MetricEmpty = "metric-empty",
    FiguresOf = "figures-of" { date },
    ReportNotReady = "report-not-ready" { status },
    CallDenied = "call-denied" { quota, error },
    LimitDenied = "limit-denied" { quota, error },
    UseDenied = "use-denied" { quota, error },
    CollectorStopped = "collector-stopped" { error },
    Compressed = "compressed" { by },
    LostCharacters = "lost-characters" { count },
    OfficeFile = "office-file",
    Pdf = "pdf",
    Binary = "binary",
    TooLarge = "too-large" { size, most },
    TooLargeUnpacked = "too-large-unpacked" { most },
    Credential = "credential" { kind },

    // Notices about the whole.
    WhichAccount = "which-account" { accounts },
    OtherAccount = "other-account" { account, count },
    OtherRegion = "other-region" { regions, region, count },
    RegionAssumed = "region-assumed" { region, count },
    LaterPasteWins = "later-paste-wins" { quota, kept, dropped },
    LaterUseWins = "later-use-wins" { quota, kept, dropped },
    OwnerUnknown = "owner-unknown" { quota },
    ReportAge = "report-age" { quota, date, days },
    DefaultUsed = "default-used" { quota, limit },
    NearMiss = "near-miss" { found, wanted },
    StatedUnreadable = "stated-unreadable" { row, field, found },
    StatedAmbiguous = "stated-ambiguous" { row, field, found },
    StatedWrongUnit = "stated-wrong-unit" { row, field, found, unit },
    StatedNotWhole = "stated-not-whole" { row, field, found },
    StatedNegative = "stated-negative" { row, field, found },
    StatedUseNotCounted = "stated-use-not-counted" { row },

    // Why a link does not open, or is not made.
    LinkNone = "link-none",
    LinkDamaged = "link-damaged",
    LinkNewer = "link-newer" { version, known },
    LinkMalformed = "link-malformed" { found },
    LinkTooLong = "link-too-long" { bytes, most },

    // An earlier report beside this one.
    EarlierNewer = "earlier-newer" { version, known },
    EarlierMalformed = "earlier-malformed" { path, message },
    ComparedProfile = "compared-profile" { before, now },
    ComparedRegion = "compared-region" { before, now },
    ComparedLater = "compared-later" { before, now },
    ComparedUndated = "compared-undated",
    RowFitsNow = "row-fits-now" { row },
    RowShortNow = "row-short-now" { row, shortfall },
    RowOpenNow = "row-open-now" { row },
    RowShortBy = "row-short-by" { row, before, now },
    RowStillFits = "row-still-fits" { row },
    RowStillShort = "row-still-short" { row, shortfall },
    RowStillOpen = "row-still-open" { row },
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Params<'a>(&'a Reason);

        impl Serialize for Params<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let params = self.0.params();
                let mut map = serializer.serialize_map(Some(params.len()))?;
                for (name, value) in params {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }

        let mut reason = serializer.serialize_struct("Reason", 2)?;
        reason.serialize_field("id", self.id())?;
        reason.serialize_field("params", &Params(self))?;
        reason.end()
    }
}

impl Reason {
    /// The sentence in the current language.
    pub fn said(&self) -> String {
        say(current(), self.id(), &self.params())
    }
}

/// The sentence in English, as the report's `explanation` and `message` have it.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say(en::SENTENCES, self.id(), &self.params()))
    }
}
