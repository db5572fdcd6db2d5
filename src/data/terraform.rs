//! Versions of Terraform, and the oldest that Zilliz's modules take.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A version as `terraform version` prints it.
///
/// Versions compare by their numbers, and a pre-release is older than its release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    numbers: [u32; 3],
    is_release: bool,
    /// What stands behind the numbers: `-beta1`.
    suffix: String,
}

impl Version {
    /// A release.
    pub const fn release(major: u32, minor: u32, patch: u32) -> Version {
        Version { numbers: [major, minor, patch], is_release: true, suffix: String::new() }
    }

    /// `1.5.7`, `v1.10.0`, `1.6.0-beta1`, `1.9.8+ent`; all three numbers have to be there.
    pub fn parse(text: &str) -> Option<Version> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let end = text.find(['-', '+']).unwrap_or(text.len());
        let (numbers, suffix) = text.split_at(end);
        let is_suffix = |suffix: &str| {
            suffix.len() > 1
                && suffix.len() < 40
                && suffix
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+'))
        };
        if !suffix.is_empty() && !is_suffix(suffix) {
            return None;
        }
        // Without a sign, which would be the suffix's.
        let mut parts = numbers.split('.').map(|part| part.parse().ok());
        let numbers = [parts.next()??, parts.next()??, parts.next()??];
        parts.next().is_none().then(|| Version {
            numbers,
            is_release: !suffix.starts_with('-'),
            suffix: suffix.to_owned(),
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}{}", self.suffix)
    }
}

/// The oldest version that the modules take.
///
/// Source: zilliztech/terraform-zilliz-examples, `required_version = ">= 1.6.0"`, 2026-08-14; its
/// guides say 1.0, and the document asks only that Terraform is installed.
pub const MINIMUM: Version = Version::release(1, 6, 0);
