//! Headings of tables of quotas in other languages, and the English ones that they stand for.
//!
//! Each is what the words mean; how the console words them in each language was not seen. Where a
//! heading is not here, its table is not counted.

const NAME: &str = "Quota name";
const CODE: &str = "Quota code";
const APPLIED: &str = "Applied quota value";
const DEFAULT: &str = "AWS default quota value";
const USED: &str = "In use";

/// Heading, in lower case, and what it stands for.
#[rustfmt::skip]
pub const HEADINGS: &[(&str, &str)] = &[
    // French.
    ("nom du quota", NAME), ("quotas", NAME), ("code du quota", CODE), ("code de quota", CODE),
    ("valeur appliquée", APPLIED), ("valeur de quota appliquée", APPLIED), ("valeur du quota appliquée", APPLIED),
    ("valeur par défaut", DEFAULT), ("utilisé", USED),
    // German.
    ("kontingent", NAME), ("kontingentname", NAME), ("kontingentcode", CODE),
    ("angewendeter wert", APPLIED), ("angewendeter kontingentwert", APPLIED), ("angewandter wert", APPLIED),
    ("standardwert", DEFAULT), ("in verwendung", USED),
    // Spanish.
    ("cuota", NAME), ("nombre de cuota", NAME), ("nombre de la cuota", NAME),
    ("código de cuota", CODE), ("código de la cuota", CODE),
    ("valor aplicado", APPLIED), ("valor de cuota aplicado", APPLIED), ("valor de la cuota aplicado", APPLIED),
    ("valor predeterminado", DEFAULT), ("en uso", USED),
    // Italian.
    ("nome della quota", NAME), ("nome quota", NAME), ("codice della quota", CODE), ("codice quota", CODE),
    ("valore applicato", APPLIED), ("valore predefinito", DEFAULT), ("in uso", USED),
    // Portuguese.
    ("cota", NAME), ("nome da cota", NAME), ("código da cota", CODE),
    ("valor de cota aplicado", APPLIED), ("valor da cota aplicado", APPLIED),
    ("valor padrão", DEFAULT), ("em uso", USED),
    // Japanese.
    ("クォータ名", NAME), ("クォータコード", CODE), ("適用された値", APPLIED), ("適用されたクォータ値", APPLIED),
    ("デフォルト値", DEFAULT), ("aws のデフォルトのクォータ値", DEFAULT), ("使用中", USED),
    // Korean.
    ("할당량 이름", NAME), ("할당량 코드", CODE), ("적용된 값", APPLIED), ("적용된 할당량 값", APPLIED),
    ("기본값", DEFAULT), ("aws 기본 할당량 값", DEFAULT), ("사용 중", USED),
    // Chinese, simplified and traditional.
    ("配额名称", NAME), ("配额代码", CODE), ("已应用的值", APPLIED), ("已应用的配额值", APPLIED), ("应用的配额值", APPLIED),
    ("默认值", DEFAULT), ("aws 默认配额值", DEFAULT), ("已使用", USED),
    ("配額名稱", NAME), ("配額代碼", CODE), ("已套用的值", APPLIED), ("已套用的配額值", APPLIED), ("套用的配額值", APPLIED),
    ("預設值", DEFAULT), ("aws 預設配額值", DEFAULT),
];

/// The English heading that one in another language stands for; one that is not known stays.
pub fn in_english(heading: &str) -> &str {
    let lower = heading.trim().to_lowercase();
    HEADINGS.iter().find(|(known, _)| *known == lower).map_or(heading, |(_, english)| english)
}
