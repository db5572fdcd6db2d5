//! The link itself: its version, its checksum, and what it carries.

use time::Date;

use super::stand_ins::StandIns;
use super::{answers, code, figures, words};
use crate::assess::check_profile;
use crate::decide::without_credentials;
use crate::read::shared_figures::{CREDENTIAL, HEADING, is_of_link};
use crate::read::{Reading, parse_iso, to_iso};
use crate::report::Answers;
use crate::text::Reason;

/// The version that links are made in. Every older one opens, too.
pub const VERSION: u32 = 1;

/// Longest link, in bytes from its version on: some programs cut a longer one.
pub const MOST_BYTES: usize = 8_000;

/// An assessment that is too large for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How long the link would be.
    pub bytes: usize,
}

impl TooLong {
    /// In words.
    pub fn reason(self) -> Reason {
        Reason::LinkTooLong { bytes: self.bytes.into(), most: MOST_BYTES.into() }
    }
}

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What is to be read, most often one text: sources, from the first to the last.
    pub texts: Vec<String>,
    /// What was typed and answered.
    pub answers: Answers,
    /// The day on which the link was made.
    pub made: Date,
}

/// Why a link does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is the address of something else.
    NotALink,
    /// It was cut off or changed on its way.
    Damaged,
    /// A newer page made it.
    Newer {
        /// In this version.
        version: u32,
    },
    /// It arrived as it was sent, and says something that no page writes.
    Malformed {
        /// What.
        found: String,
    },
}

impl Refused {
    /// In words.
    pub fn reason(&self) -> Reason {
        match self {
            Refused::NotALink => Reason::LinkNone,
            Refused::Damaged => Reason::LinkDamaged,
            Refused::Newer { version } => {
                Reason::LinkNewer { version: (*version).into(), known: VERSION.into() }
            }
            Refused::Malformed { found } => Reason::LinkMalformed { found: found.clone().into() },
        }
    }
}

/// The part of an address behind `#` that opens to the same verdict.
pub fn link(readings: &[&Reading], answers: &Answers, today: Date) -> Result<String, TooLong> {
    let answers = &without_credentials(answers);
    let mut stand_ins = StandIns::of(readings, answers);
    let texts = figures::texts(readings, &mut stand_ins);
    let mut lines = format!("{}\n", to_iso(today));
    lines.push_str(&answers::lines(answers, &mut stand_ins));
    for text in texts {
        lines.push('\n');
        lines.push_str(&text);
    }
    let link = seal(&lines);
    if link.len() > MOST_BYTES { Err(TooLong { bytes: link.len() }) } else { Ok(link) }
}

/// What the part of an address behind `#` carries. Anybody may have made it.
pub fn open(fragment: &str) -> Result<Opened, Refused> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (version, sealed) = parts(fragment).ok_or(Refused::NotALink)?;
    match version {
        1 => first(&unseal(version, sealed).ok_or(Refused::Damaged)?),
        version => Err(Refused::Newer { version }),
    }
}

/// The version, and what stands behind it.
pub(super) fn parts(fragment: &str) -> Option<(u32, &str)> {
    let (version, sealed) = fragment.strip_prefix('a')?.split_once('=')?;
    let is_number = (1..=4).contains(&version.len())
        && !version.starts_with('0')
        && version.bytes().all(|byte| byte.is_ascii_digit());
    Some((version.parse().ok().filter(|_| is_number)?, sealed))
}

fn seal(lines: &str) -> String {
    seal_body(&words::shorten(lines))
}

pub(super) fn seal_body(body: &[u8]) -> String {
    let version = VERSION.to_string();
    let mut sealed = code::checksum(&[version.as_bytes(), body]).to_be_bytes().to_vec();
    sealed.extend_from_slice(body);
    format!("a{version}={}", code::encode(&sealed))
}

/// What was sealed, where it is whole; one that is longer than any is not even looked at.
pub(super) fn unseal(version: u32, sealed: &str) -> Option<Vec<u8>> {
    if sealed.len() > MOST_BYTES {
        return None;
    }
    let sealed = code::decode(sealed)?;
    let (sum, body) = sealed.split_first_chunk::<4>()?;
    let expected = code::checksum(&[version.to_string().as_bytes(), body]);
    (u32::from_be_bytes(*sum) == expected).then(|| body.to_vec())
}

/// Opens version 1.
fn first(body: &[u8]) -> Result<Opened, Refused> {
    let found = |line: &str| {
        let found = line.chars().take(80).collect();
        Refused::Malformed { found }
    };
    let lines = words::lengthen(body).ok_or_else(|| found("�"))?;
    let mut parts = lines.split("\n\n");
    let mut head = parts.next().unwrap_or_default().lines();
    let day = head.next().unwrap_or_default();
    let made = parse_iso(day).ok_or_else(|| found(day))?;
    let mut answers = Answers::default();
    for line in head {
        answers::take(line, &mut answers).ok_or_else(|| found(line))?;
    }
    if let Some(choice) = &answers.profile {
        check_profile(choice).map_err(|wrong| found(&wrong.to_string()))?;
    }
    let mut texts = Vec::new();
    for part in parts {
        let mut text = format!("{HEADING}\n");
        for line in part.lines() {
            let line = if line == "credential" { CREDENTIAL } else { line };
            if !is_of_link(line) || line == HEADING {
                return Err(found(line));
            }
            text.push_str(line);
            text.push('\n');
        }
        texts.push(text);
    }
    Ok(Opened { texts, answers: without_credentials(&answers), made })
}

#[cfg(test)]
mod tests {
    use super::{Refused, open, seal};
    use crate::read::read;

    fn opened(lines: &str) -> Result<super::Opened, Refused> {
        open(&seal(lines))
    }

    fn malformed(found: &str) -> Result<super::Opened, Refused> {
        Err(Refused::Malformed { found: found.to_owned() })
    }

    /// Whoever can count can make a link whose checksum is right.
    #[test]
    fn what_no_page_writes_is_refused_by_name() {
        for (lines, found) in [
            ("", ""),
            ("2026-11-31\n", "2026-11-31"),
            ("2026-11-24\nanswer no-such-check yes\n", "answer no-such-check yes"),
            ("2026-11-24\nlicensed m6i.xlarge\n", "licensed m6i.xlarge"),
            ("2026-11-24\nown title A\n", "own title A"),
            ("2026-11-24\nregion %00\n", "region %00"),
            ("2026-11-24\nregion %1B[31m\n", "region %1B[31m"),
            ("2026-11-24\nregion %ff\n", "region %ff"),
            ("2026-11-24\nregion a b\n", "region a b"),
            ("2026-11-24\n\n$ aws ec2 describe-vpcs\n", "$ aws ec2 describe-vpcs"),
            ("2026-11-24\n\n{\"Quotas\": []}\n", "{\"Quotas\": []}"),
            ("2026-11-24\n\nlimit 5 vpc/L-1216C47A\n", "limit 5 vpc/L-1216C47A"),
            ("2026-11-24\n\nlimit 5:GiB vpc/L-F678F1CE\n", "limit 5:GiB vpc/L-F678F1CE"),
            ("2026-11-24\n\nlimit 5\n", "limit 5"),
            ("2026-11-24\n\nlimit  5 vpc/L-F678F1CE\n", "limit  5 vpc/L-F678F1CE"),
            ("2026-11-24\n\nbyoc-readiness figures 1\n", "byoc-readiness figures 1"),
            ("2026-11-24\n\naccount 1234\n", "account 1234"),
            ("2026-11-24\n\nterms from ?soon end\n", "terms from ?soon end"),
        ] {
            assert_eq!(opened(lines), malformed(found), "{lines:?}");
        }
        let huge = format!("2026-11-24\n\nuse {} vpc/L-F678F1CE\n", "9".repeat(40));
        assert!(matches!(opened(&huge), Err(Refused::Malformed { .. })));
        let gone = "2026-11-24\nprofile no-such-profile\n";
        assert!(matches!(opened(gone), Err(Refused::Malformed { .. })));
    }

    #[test]
    fn a_link_without_sources_opens_to_none() {
        let empty = opened("2026-11-24\n").expect("a link");
        assert_eq!(empty.texts, [""; 0]);
        let one = opened("2026-11-24\n\n").expect("a link");
        assert_eq!(read(&one.texts[0]).format(), "shared-figures");
        assert_eq!(read(&one.texts[0]).facts, []);
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod any {
        use proptest::prelude::*;

        use super::{open, opened, read};
        use crate::decide::decide;
        use crate::read::Reading;
        use crate::share::link::seal_body;
        use crate::share::words;

        proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

            /// Any bytes under the right checksum are refused, or are an assessment.
            #[test]
            fn any_body_is_refused_or_decided(body in prop::collection::vec(any::<u8>(), 0..200)) {
                let _ = open(&seal_body(&body));
            }

            /// The same of words that mean something, with the largest figures among them.
            #[test]
            fn any_words_are_refused_or_decided(
                words in prop::collection::vec(prop::sample::select(words::WORDS), 0..40),
                figures in prop::collection::vec("[0-9]{1,31}|=[0-9]{1,32}|-|[a-z.]{1,6}|\n", 0..40),
                is_answer in any::<bool>(),
            ) {
                let mixed = words.iter().zip(figures.iter().chain(std::iter::repeat(&String::new())))
                    .map(|(word, figure)| format!("{word}{figure} "))
                    .collect::<String>()
                    .replace(" \n", "\n");
                for line in mixed.lines() {
                    let between = if is_answer { "" } else { "\n" };
                    let Ok(link) = opened(&format!("2026-11-24\n{between}{line}\n")) else { continue };
                    let readings: Vec<Reading> = link.texts.iter().map(|text| read(text)).collect();
                    let named: Vec<_> = readings.iter().map(|reading| ("", reading)).collect();
                    decide(&named, &link.answers, link.made);
                }
            }

            #[test]
            fn the_largest_amounts_of_a_link_are_decided(
                amounts in prop::collection::vec("[1-9][0-9]{0,30}|=[1-9][0-9]{0,31}|unlimited", 1..30),
                quota in prop::sample::select(crate::data::quotas::QUOTAS.iter().collect::<Vec<_>>()),
            ) {
                let name = format!("{}/{}", quota.service_code, quota.quota_code);
                let mut lines = "2026-11-24\n\n".to_owned();
                for (number, amount) in amounts.iter().enumerate() {
                    lines.push_str(&format!("limit {amount} {name}\n"));
                    if amount != "unlimited" {
                        lines.push_str(&format!("use {amount} {name}\nidle {amount} vol-{number} {name}\n"));
                    }
                }
                let Ok(link) = opened(&lines) else { return Ok(()) };
                let reading = read(&link.texts[0]);
                decide(&[("", &reading)], &link.answers, link.made);
            }
        }
    }
}
