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
    /// The same, and where one date stands alone it is the end: "有効期限" is a time limit.
    PeriodOrEnd,
}

use LabelFor::{Field, Period, PeriodOrEnd};
use LicenseField::{CoreSize, Id, ValidFrom, ValidUntil};

const CONSOLE: &str = "Zilliz Cloud console";
const DOCUMENT: &str = "Zilliz Cloud BYOC, Prerequisites, Verify subscription via welcome email";
const VARIANT: &str = "a usual variant; no sample of the email is published";
const CHINESE: &str = "a usual Chinese variant; no sample of the email is published";
const TRADITIONAL: &str = "a usual variant in traditional Chinese; no sample is published";
const JAPANESE: &str = "a usual Japanese variant; no sample of the email is published";

/// Label, lower case, with what it stands for and where it was seen.
///
/// "Licence" is read as "license", and between Chinese or Japanese letters a blank may be absent.
#[rustfmt::skip]
pub const LICENSE_LABELS: &[(&str, LabelFor, &str)] = &[
    ("license id", Field(Id), CONSOLE),
    ("license no.", Field(Id), VARIANT),
    ("license no", Field(Id), VARIANT),
    ("license number", Field(Id), VARIANT),
    ("license key id", Field(Id), VARIANT),
    ("license #", Field(Id), VARIANT),
    ("license_id", Field(Id), VARIANT),
    ("licenseid", Field(Id), VARIANT),
    ("core size", Field(CoreSize), DOCUMENT),
    ("cpu cores", Field(CoreSize), VARIANT),
    ("total cores", Field(CoreSize), VARIANT),
    ("licensed cores", Field(CoreSize), VARIANT),
    ("number of cores", Field(CoreSize), VARIANT),
    ("total capacity", Field(CoreSize), VARIANT),
    ("cores", Field(CoreSize), VARIANT),
    ("validity period", Period, DOCUMENT),
    ("license term", Period, CONSOLE),
    ("license validity", Period, VARIANT),
    ("license period", Period, VARIANT),
    ("subscription period", Period, VARIANT),
    ("subscription term", Period, VARIANT),
    ("validity", Period, VARIANT),
    ("valid from", Period, VARIANT),
    ("valid", Period, VARIANT),
    ("term", Period, VARIANT),
    ("period", Period, VARIANT),
    ("runs from", Period, VARIANT),
    ("license start date", Field(ValidFrom), VARIANT),
    ("license start", Field(ValidFrom), VARIANT),
    ("subscription start", Field(ValidFrom), VARIANT),
    ("start date", Field(ValidFrom), VARIANT),
    ("starts on", Field(ValidFrom), VARIANT),
    ("starting on", Field(ValidFrom), VARIANT),
    ("begins on", Field(ValidFrom), VARIANT),
    ("commences on", Field(ValidFrom), VARIANT),
    ("effective date", Field(ValidFrom), VARIANT),
    ("effective from", Field(ValidFrom), VARIANT),
    ("activation date", Field(ValidFrom), VARIANT),
    ("license end date", Field(ValidUntil), VARIANT),
    ("license end", Field(ValidUntil), VARIANT),
    ("subscription end", Field(ValidUntil), VARIANT),
    ("end date", Field(ValidUntil), VARIANT),
    ("ends on", Field(ValidUntil), VARIANT),
    ("ending on", Field(ValidUntil), VARIANT),
    ("expires on", Field(ValidUntil), VARIANT),
    ("expire on", Field(ValidUntil), VARIANT),
    ("expires", Field(ValidUntil), VARIANT),
    ("expiry date", Field(ValidUntil), VARIANT),
    ("expiry", Field(ValidUntil), VARIANT),
    ("expiration date", Field(ValidUntil), VARIANT),
    ("expiration", Field(ValidUntil), VARIANT),
    ("valid until", Field(ValidUntil), VARIANT),
    ("valid through", Field(ValidUntil), VARIANT),
    ("valid till", Field(ValidUntil), VARIANT),
    ("valid to", Field(ValidUntil), VARIANT),
    ("许可证 id", Field(Id), CHINESE),
    ("许可证编号", Field(Id), CHINESE),
    ("许可证号", Field(Id), CHINESE),
    ("许可 id", Field(Id), CHINESE),
    ("许可编号", Field(Id), CHINESE),
    ("授权 id", Field(Id), CHINESE),
    ("授权编号", Field(Id), CHINESE),
    ("授权号", Field(Id), CHINESE),
    ("cpu 核数", Field(CoreSize), CHINESE),
    ("cpu 核心数", Field(CoreSize), CHINESE),
    ("总核数", Field(CoreSize), CHINESE),
    ("总核心数", Field(CoreSize), CHINESE),
    ("授权核数", Field(CoreSize), CHINESE),
    ("核数", Field(CoreSize), CHINESE),
    ("核心数", Field(CoreSize), CHINESE),
    ("核心规模", Field(CoreSize), CHINESE),
    ("cpu 核心", Field(CoreSize), CHINESE),
    ("cpu 核", Field(CoreSize), CHINESE),
    ("有效期", Period, CHINESE),
    ("许可期限", Period, CHINESE),
    ("授权期限", Period, CHINESE),
    ("订阅期限", Period, CHINESE),
    ("有效期限", PeriodOrEnd, CHINESE),
    ("使用期限", PeriodOrEnd, CHINESE),
    ("开始日期", Field(ValidFrom), CHINESE),
    ("起始日期", Field(ValidFrom), CHINESE),
    ("生效日期", Field(ValidFrom), CHINESE),
    ("开始时间", Field(ValidFrom), CHINESE),
    ("生效时间", Field(ValidFrom), CHINESE),
    ("有效期至", Field(ValidUntil), CHINESE),
    ("有效期截至", Field(ValidUntil), CHINESE),
    ("有效期到", Field(ValidUntil), CHINESE),
    ("结束日期", Field(ValidUntil), CHINESE),
    ("截止日期", Field(ValidUntil), CHINESE),
    ("到期日期", Field(ValidUntil), CHINESE),
    ("到期日", Field(ValidUntil), CHINESE),
    ("到期时间", Field(ValidUntil), CHINESE),
    ("结束时间", Field(ValidUntil), CHINESE),
    ("失效日期", Field(ValidUntil), CHINESE),
    ("許可證 id", Field(Id), TRADITIONAL),
    ("許可證編號", Field(Id), TRADITIONAL),
    ("授權 id", Field(Id), TRADITIONAL),
    ("授權編號", Field(Id), TRADITIONAL),
    ("授權號碼", Field(Id), TRADITIONAL),
    ("cpu 核數", Field(CoreSize), TRADITIONAL),
    ("cpu 核心數", Field(CoreSize), TRADITIONAL),
    ("總核數", Field(CoreSize), TRADITIONAL),
    ("總核心數", Field(CoreSize), TRADITIONAL),
    ("核數", Field(CoreSize), TRADITIONAL),
    ("核心數", Field(CoreSize), TRADITIONAL),
    ("授權期限", Period, TRADITIONAL),
    ("訂閱期限", Period, TRADITIONAL),
    ("開始日期", Field(ValidFrom), TRADITIONAL),
    ("結束日期", Field(ValidUntil), TRADITIONAL),
    ("到期時間", Field(ValidUntil), TRADITIONAL),
    ("ライセンス id", Field(Id), JAPANESE),
    ("ライセンス番号", Field(Id), JAPANESE),
    ("ライセンス no.", Field(Id), JAPANESE),
    ("コアサイズ", Field(CoreSize), JAPANESE),
    ("cpu コア数", Field(CoreSize), JAPANESE),
    ("総コア数", Field(CoreSize), JAPANESE),
    ("合計コア数", Field(CoreSize), JAPANESE),
    ("コア数", Field(CoreSize), JAPANESE),
    ("cpu コア", Field(CoreSize), JAPANESE),
    ("有効期間", Period, JAPANESE),
    ("ライセンス期間", Period, JAPANESE),
    ("契約期間", Period, JAPANESE),
    ("利用期間", Period, JAPANESE),
    ("有効期限", PeriodOrEnd, JAPANESE),
    ("利用期限", PeriodOrEnd, JAPANESE),
    ("開始日", Field(ValidFrom), JAPANESE),
    ("利用開始日", Field(ValidFrom), JAPANESE),
    ("終了日", Field(ValidUntil), JAPANESE),
    ("満了日", Field(ValidUntil), JAPANESE),
    ("利用終了日", Field(ValidUntil), JAPANESE),
    ("失効日", Field(ValidUntil), JAPANESE),
];

/// Words that, right before a label, make it one of something else: "used cores" are no core
/// size, and a "link expires on" a day of its own.
#[rustfmt::skip]
pub const OTHER_THINGS: &[&str] = &[
    // Cores that are not the license's whole size.
    "used", "consumed", "remaining", "free", "minimum", "physical", "additional",
    // What is valid for a time of its own.
    "link", "invitation", "password", "token", "code", "offer", "quote", "quotation", "session",
    "certificate", "coupon", "voucher", "promotion", "discount", "price", "prices", "trial",
    "evaluation", "event", "webinar", "registration",
    // Terms that run beside the license's.
    "billing", "invoice", "payment", "support", "maintenance", "grace", "notice", "project",
    "training", "warranty",
];

/// Words between a thing and a label that say nothing of their own: "the link *is* valid until".
pub const FILLERS: &[&str] =
    &["is", "are", "was", "will", "be", "which", "that", "and", "only", "remains"];

/// The same before Chinese and Japanese labels, where no blank parts the words.
#[rustfmt::skip]
pub const OTHER_THINGS_UNPARTED: &[&str] = &[
    "已用", "已使用", "使用", "使用済み", "剩余", "剩餘", "残り", "链接", "連結", "リンク", "邀请", "招待",
    "试用", "試用", "トライアル", "优惠", "优惠券", "クーポン", "报价", "見積", "見積書", "发票", "發票", "請求書",
    "密码", "パスワード", "证书", "証明書", "支持", "サポート",
];

/// Words one of which stands in every mail about a license. Without an ID, dates and cores count
/// only beside one of them: other things start and end on a day, too.
#[rustfmt::skip]
pub const ABOUT_A_LICENSE: &[&str] = &[
    "license", "licence", "subscription", "core size", "validity period",
    "许可", "授权", "許可", "授權", "ライセンス", "コアサイズ",
];
