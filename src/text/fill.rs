//! A sentence with its parameters in it.

use std::borrow::Cow;

use super::{Param, Sentences, again, lookup};
use crate::quantity::group;

/// `template` with `{name}` replaced by the parameter of that name, and `{name#one|many}` by the
/// word that goes with its number. Some parameters are said in the language, see [`said`].
pub fn fill(language: Sentences, template: &str, params: &[(&'static str, &Param)]) -> String {
    let find =
        |name: &str| params.iter().find(|(param, _)| *param == name).map(|(_, value)| *value);
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        text.push_str(&rest[..open]);
        let inside = &rest[open + 1..open + close];
        rest = &rest[open + close + 1..];
        let (name, words) = match inside.split_once('#') {
            Some((name, words)) => (name, words.split_once('|')),
            None => (inside, None),
        };
        match (find(name), words) {
            (Some(Param::Number(1)), Some((one, _))) => text.push_str(one),
            (Some(_), Some((_, many))) => text.push_str(many),
            (Some(Param::Number(line)), None) if matches!(name, "startplace" | "endplace") => {
                rest = put(&mut text, &place(language, *line), rest);
            }
            (Some(Param::Number(number)), None) => {
                text.push_str(&group(i128::from(*number), *number < 0));
            }
            (Some(Param::Text(value)), None) => {
                rest = put(&mut text, &said(language, name, value), rest);
            }
            (None, _) => {}
        }
    }
    text.push_str(rest);
    text
}

/// Puts a value between a text and its rest, which is given back. Sentences have a blank between
/// Chinese or Japanese and a name in Latin letters; none is due where the value is no such name.
fn put<'a>(text: &mut String, value: &str, rest: &'a str) -> &'a str {
    if value.starts_with(is_wide) && text.strip_suffix(' ').is_some_and(|it| it.ends_with(is_wide))
    {
        text.pop();
    }
    text.push_str(value);
    match rest.strip_prefix(' ') {
        Some(behind) if value.ends_with(is_wide) && behind.starts_with(is_wide) => behind,
        _ => rest,
    }
}

/// Signs of Chinese and Japanese, which stand side by side without blanks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}')
}

/// What a text says in this language. Names of AWS and of whoever pasted something stay as they are.
fn said<'a>(language: Sentences, name: &str, text: &'a str) -> Cow<'a, str> {
    match name {
        "row" => lookup(language, &format!("row.{text}")).unwrap_or(text).into(),
        "what" => lookup(language, &format!("what.{text}")).unwrap_or(text).into(),
        "field" => field(language, text).into(),
        "fields" => {
            let names: Vec<&str> = text.split(' ').map(|id| field(language, id)).collect();
            names.join(comma(language)).into()
        }
        "kind" => again(language, "credential.", text).into(),
        "expected" => again(language, "json.", text).into(),
        "limit" => again(language, "amount.", text).into(),
        "title" => again(language, "profile-title.", text).into(),
        "startplace" | "endplace" => lookup(language, "page.typed").unwrap_or(text).into(),
        "dayfirst" | "monthfirst" => day(language, "date.words", text),
        "date" | "day" | "start" | "end" => day(language, "date.short", text),
        "before" | "now" => day(language, "date.short", again(language, "profile-title.", text)),
        "source" | "other" | "name" => source_name(language, text),
        "accounts" | "addresses" | "allowedActions" | "deniedActions" | "is" | "keys" | "names"
        | "regions" | "state" | "supported" | "types" | "unaskedActions" | "volumes" | "was"
        | "zones" => text.replace(", ", comma(language)).into(),
        _ => text.into(),
    }
}

fn comma(language: Sentences) -> &'static str {
    lookup(language, "list.comma").unwrap_or(", ")
}

/// A field of the license, or of a row.
fn field(language: Sentences, id: &str) -> &str {
    let of_license = lookup(language, &format!("license.{id}"));
    of_license.unwrap_or_else(|| again(language, "field.", id))
}

/// "line 5".
pub fn place(language: Sentences, line: i64) -> String {
    let template = lookup(language, "page.line").unwrap_or_default();
    fill(language, template, &[("line", &Param::from(line))])
}

/// A day, such as `2026-04-03`, by the sentence of this id; any other text stays as it is.
pub fn day<'a>(language: Sentences, id: &str, text: &'a str) -> Cow<'a, str> {
    in_words(language, id, text).map_or(text.into(), Cow::from)
}

fn in_words(language: Sentences, id: &str, text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let is_number = |part: &str, digits| part.len() == digits && part.parse::<u32>().is_ok();
    if !(is_number(year, 4) && is_number(month, 2) && is_number(day, 2)) {
        return None;
    }
    let months = lookup(language, "license.months")?;
    let month = months.split(' ').nth(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day = day.trim_start_matches('0');
    let parts = [("{iso}", text), ("{year}", year), ("{month}", month), ("{day}", day)];
    let template = lookup(language, id)?.to_owned();
    Some(parts.iter().fold(template, |said, (name, part)| said.replace(name, part)))
}

/// The name of a source. Those that the page gives are English within, so that no report depends
/// on the language; one that is set aside or opened has a number behind it.
pub fn source_name<'a>(language: Sentences, name: &'a str) -> Cow<'a, str> {
    let (bare, number) = match name.rsplit_once(' ') {
        Some((bare, number)) if number.parse::<u32>().is_ok() => (bare, Some(number)),
        _ => (name, None),
    };
    let given = ["page.box-name", "page.large-paste", "hand.from-link"];
    let own = given.iter().map(|id| again(language, id, bare)).find(|own| *own != bare);
    match (own, number) {
        (Some(own), Some(number)) => format!("{own} {number}").into(),
        (Some(own), None) => own.into(),
        (None, _) => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Sentences, fill};
    use crate::text::{Param, language};

    fn other() -> Sentences {
        let given = [
            ("list.comma", "、"),
            ("page.line", "第 {line} 行"),
            ("page.typed", "手动输入"),
            ("date.short", "{year}年{month}{day}日"),
            ("license.months", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
            ("license.coreSize", "核数"),
            ("row.memory", "内存"),
            ("page.box-name", "粘贴的文本"),
            ("field.in-use", "已用"),
            ("credential.private-key", "私钥"),
        ];
        let owned = given.map(|(id, sentence)| (id.to_owned(), sentence.to_owned()));
        language("a test’s", &HashMap::from(owned))
    }

    #[test]
    fn values_are_said_in_the_language() {
        for (template, name, value, expected) in [
            ("{row} 缺", "row", Param::from("memory"), "内存缺"),
            ("{row} 缺", "row", "vcpu".into(), "vCPU 缺"),
            ("为 {row} 的", "row", "memory".into(), "为内存的"),
            ("于 {date} 到期", "date", "2026-04-03".into(), "于 2026年4月3日到期"),
            ("于 {date} 到期", "date", "soon".into(), "于 soon 到期"),
            ("{found}", "found", "2026-04-03".into(), "2026-04-03"),
            ("（{startplace}）", "startplace", 5_i64.into(), "（第 5 行）"),
            ("（{startplace}）", "startplace", "typed".into(), "（手动输入）"),
            ("{field}", "field", "coreSize".into(), "核数"),
            ("{field}", "field", "in use".into(), "已用"),
            ("{kind}", "kind", "private key".into(), "私钥"),
            ("{regions}", "regions", "us-east-1, us-west-2".into(), "us-east-1、us-west-2"),
            ("{source}", "source", "Pasted text 2".into(), "粘贴的文本 2"),
            ("{source}", "source", "Pasted text.json".into(), "Pasted text.json"),
            ("{days} 天", "days", 1234_i64.into(), "1,234 天"),
        ] {
            assert_eq!(fill(other(), template, &[(name, &value)]), expected, "{template}");
        }
    }
}
