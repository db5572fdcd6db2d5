//! What assessments say often, a byte each, so that a link stays short.

/// Every word of version 1, at the byte that stands for it less 128. No link of that version opens
/// to the same once one of them changes, so none does; a longer list is a new version.
#[rustfmt::skip]
pub const WORDS: &[&str] = &[
    // Figures.
    "limit ", "use ", "at-least ", "report ", "default ", "resource ", "adjustable ", "fixed ",
    "unlimited ", ":GiB ", "all-zones ", "account 00000000", "region ", "day ", "identity\n",
    "seen 0000000", "near L-", "credential\n",
    "ec2/L-1216C47A\n", "ec2/L-0263D0A3\n", "ebs/L-7A658B76\n", "ebs/L-D18FCD1D\n",
    "vpc/L-F678F1CE\n", "vpc/L-29B6F2EB\n", "vpc/L-A4707A72\n", "vpc/L-FE5A380F\n",
    "elasticloadbalancing/L-69A177A2\n", "elasticloadbalancing/L-53DA6B97\n",
    "route53/L-4EA4796A\n", "s3/L-DC2B2D3D\n", "iam/L-E95E4862\n", "iam/L-FE177D64\n",
    "iam/L-0DA4ABF3\n", "eks/L-1194D53C\n",
    "us-west-2", "us-east-1", "region us-west-2\n", "region us-east-1\n", "region -\n",
    "zone ", "vpc vpc-", " default\n", " occupied\n", "instances placed\n", "owner 00000000",
    "idle 1 eipalloc-", "idle ", " vol-", "requested ", "PENDING ", "CASE_OPENED ", "APPROVED ",
    "terms id ", " cores ", " from ", " until ", " end\n", "XXXX", "0000", "2026-", "2027-",
    // Names and actions.
    "taken zilliz-", "vpc-", "eipalloc-", "-policy\n", "-role\n", "listed whole policies\n", "listed whole roles\n",
    "attached ", "others whole zilliz-", "action iam:", " allowed\n", " denied\n", "Create", "Delete",
    "Policy", "Role", "List", "Attach", "Detach", "Versions", "Version", "Tag", "Get",
    "InstanceProfilesForRole",
    "offered ", "offerings of:", " whole\n",  "m6i.xlarge", "m6i.2xlarge", "r6id.8xlarge", "m6id.4xlarge",
    "terraform ", " installed\n",
    // Answers.
    "stated ", " limit ", " in-use ", " available ", "answer ", " yes\n", " no\n",
    "license-details-confirmed", "operating-system", "terraform-installed", "aws-account",
    "zilliz-account", "temporary-credentials", "iam-permissions",
    "license ", "coreSize ", "validFrom ", "validUntil ", "profile ", "own ", "adjust ",
    "licensed", "instance ", "need ", "%20", "10000",
    "vcpu", "memory", "object-storage", "block-storage", "public-ip", "private-link",
    "load-balancer", "dns-zone",
];

/// Lines with a byte in place of each word; the longest word that fits comes first.
pub fn shorten(lines: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(lines.len() / 2);
    let mut rest = lines;
    while let Some(first) = rest.bytes().next() {
        let fitting = WORDS.iter().enumerate().filter(|(_, word)| rest.starts_with(**word));
        let (byte, length) = match fitting.max_by_key(|(_, word)| word.len()) {
            Some((place, word)) => (0x80 | place as u8, word.len()),
            None => (first, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    bytes
}

/// The lines that such bytes stand for; `None` where one stands for nothing, or is no character
/// that such lines have.
pub fn lengthen(bytes: &[u8]) -> Option<String> {
    let mut lines = String::with_capacity(bytes.len() * 8);
    for byte in bytes {
        match byte {
            b'\n' | b' '..=b'~' => lines.push(char::from(*byte)),
            0x80.. => lines.push_str(WORDS.get(usize::from(byte & 0x7f))?),
            _ => return None,
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::{WORDS, lengthen, shorten};
    use crate::share::code::checksum;

    /// A link of version 1 says something else once this is another number.
    #[test]
    fn the_words_of_version_1_stay_as_they_are() {
        let sum =
            WORDS.iter().fold(0, |sum: u32, word| checksum(&[&sum.to_be_bytes(), word.as_bytes()]));
        assert_eq!((WORDS.len(), sum), (128, 2_042_113_237));
    }

    #[test]
    fn every_word_is_a_byte_and_comes_back() {
        for (place, word) in WORDS.iter().enumerate() {
            assert_eq!(shorten(word), [0x80 | place as u8], "{word}");
            assert!(word.len() > 1 && WORDS[place + 1..].iter().all(|other| other != word));
        }
        let lines = WORDS.concat() + "limit 5 vpc/L-F678F1CE\n";
        assert_eq!(lengthen(&shorten(&lines)).as_deref(), Some(lines.as_str()));
        assert_eq!(lengthen(b"limit\t5"), None);
        assert_eq!(lengthen(b"\x7f"), None);
    }
}
