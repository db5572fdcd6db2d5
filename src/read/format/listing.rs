//! The records of a `describe-*` or `list-*` answer, with whether they are all of them.

use crate::data::regions::{COMMERCIAL, is_other_partition};
use crate::quantity::{Decimal, Quantity, Round, Unit};
use crate::read::command::Harmless;
use crate::read::reader::Reader;
use crate::read::syntax::Syntax;
use crate::read::syntax::keyword_rows::OWN;
use crate::read::tree::{Node, Value};
use crate::read::{Limit, What};
use crate::report::Severity;
use crate::text::Reason;

/// A list of an answer, or of several pages of it.
pub struct Listing<'n, 'a> {
    /// Where the list stands.
    pub at: usize,
    /// Its whole records.
    pub records: Vec<&'n Node<'a>>,
    /// There may be more than these.
    pub is_partial: bool,
    /// There may, by what is here: pages are missing, or the end is.
    pub is_cut: bool,
}

/// The list under `key`, a key in bare form, of an answer.
pub fn find<'n, 'a>(root: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let answer = match &root.value {
        // Pages of `yaml-stream`, or documents in one list: the first tells what the others are.
        Value::List(pages) => pages.first()?,
        _ => root,
    };
    answer.get(&[key]).filter(|list| list.list().is_some())
}

/// Whether an answer has a list under `key` whose records have one of `fields`.
pub fn has(root: &Node<'_>, key: &str, fields: &[&str]) -> bool {
    find(root, key).and_then(Node::list).is_some_and(|records| {
        records.is_empty() || records.iter().any(|record| record.get(fields).is_some())
    })
}

impl<'n, 'a> Listing<'n, 'a> {
    /// The list under `key`; says in `reader` where pages are missing, or what the command leaves
    /// out.
    pub fn of(root: &'n Node<'a>, key: &str, reader: &mut Reader<'_>) -> Option<Listing<'n, 'a>> {
        Listing::of_filtered(root, key, &[], reader)
    }

    /// The same, where the command may have filters that leave in all that counts.
    pub fn of_filtered(
        root: &'n Node<'a>,
        key: &str,
        harmless: &[Harmless<'_>],
        reader: &mut Reader<'_>,
    ) -> Option<Listing<'n, 'a>> {
        let first = find(root, key)?;
        let pages: Vec<&'n Node<'a>> = match &root.value {
            Value::List(pages) => pages.iter().collect(),
            _ => vec![root],
        };
        let goes_on = says_more(root, reader);
        let mut listing =
            Listing { at: first.at, records: Vec::new(), is_partial: false, is_cut: goes_on };
        for list in pages.iter().filter_map(|page| page.get(&[key])) {
            let records = list.list().unwrap_or_default();
            listing.is_cut |= !list.whole || records.iter().any(|record| !record.whole);
            let like = records.first().filter(|_| reader.syntax == Syntax::Yaml);
            let is_own = |record: &&Node<'a>| like.is_none_or(|first| is_alike(first, record));
            listing.is_cut |= !records.iter().all(|record| is_own(&record));
            listing.records.extend(records.iter().filter(|record| record.whole).filter(is_own));
        }
        listing.is_cut |= pages.iter().any(|page| !page.whole);
        // An empty list shows that it is empty.
        listing.is_cut |= !reader.is_closed && !listing.records.is_empty();
        listing.is_partial = listing.is_cut | is_narrowed(listing.at, harmless, reader);
        Some(listing)
    }

    /// Where a use of these records stands: at the first that counts, else at the first, else at
    /// the list.
    pub fn place(&self, counts: impl Fn(&Node<'a>) -> bool) -> usize {
        let first = self.records.iter().find(|record| counts(record)).or(self.records.first());
        first.map_or(self.at, |record| record.at)
    }
}

/// Whether two records have half of their keys in common. A list of YAML does not show its end, and
/// another one may stand right below it.
pub fn is_alike(first: &Node<'_>, other: &Node<'_>) -> bool {
    if let (Value::Map(first), Value::Map(other)) = (&first.value, &other.value)
        && first.shares_keys(other)
    {
        return true;
    }
    let count = |node: &Node<'_>| node.keys().count();
    let common = other.keys().filter(|key| first.keys().any(|known| known == *key)).count();
    common * 2 >= count(first).min(count(other))
}

/// Whether the command above leaves out some of what counts, which is said.
pub fn is_narrowed(at: usize, harmless: &[Harmless<'_>], reader: &mut Reader<'_>) -> bool {
    let by = reader.command.narrows(harmless).map(str::to_owned);
    if let Some(by) = &by {
        let reason = Reason::ListNarrowed { by: by.as_str().into() };
        reader.problem(at, Severity::Warning, reason);
    }
    by.is_some()
}

/// What services call the token for the next page; route53 and elbv2 say NextMarker, S3 the last.
const TOKENS: &[&str] = &["nexttoken", "nextmarker", "continuationtoken"];

/// Whether an answer goes on on another page, which it says in one of several ways.
pub fn says_more(root: &Node<'_>, reader: &mut Reader<'_>) -> bool {
    let pages: Vec<&Node<'_>> = match &root.value {
        Value::List(pages) => pages.iter().collect(),
        _ => vec![root],
    };
    let Some(last) = pages.last() else { return false };
    let is_true = |node: &&Node<'_>| {
        node.value == Value::Bool(true)
            || node.text().is_some_and(|text| text.eq_ignore_ascii_case("true"))
    };
    let own = || last.get(&[OWN]).and_then(Node::list).and_then(|cells| cells.first());
    let token = last.get(TOKENS).or_else(|| last.get(&["istruncated"]).filter(is_true));
    let token = token.or_else(|| own().filter(|cell| cell.text().is_some_and(is_token)));
    if let Some(token) = token {
        reader.problem(token.at, Severity::Warning, Reason::MorePages);
    }
    token.is_some()
}

/// Whether a cell above the rows is a token for the next page, and no figure or flag.
fn is_token(cell: &str) -> bool {
    cell.len() >= 4
        && cell != "None"
        && !cell.eq_ignore_ascii_case("false")
        && cell.contains(|c: char| c.is_ascii_alphabetic())
        && cell.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
        })
}

/// A count that AWS allows, and where it stands.
pub fn count_limit(node: Option<&Node<'_>>) -> Option<(usize, Limit)> {
    let (at, whole) = whole_count(node, Round::Down)?;
    Some((at, Limit::Finite(Quantity::new(whole, Unit::Count))))
}

/// A count that is not negative, and where it stands.
pub fn whole_count(node: Option<&Node<'_>>, round: Round) -> Option<(usize, i128)> {
    let node = node?;
    let figure = Decimal::parse(node.number()?).filter(|figure| !figure.is_negative())?;
    Some((node.at, figure.in_whole(Unit::Count, round)))
}

/// An ID that AWS gave, such as `vpc-0a1b2c3d`: it goes into sentences, so that it must be one.
pub fn id_of<'n>(node: &'n Node<'_>, key: &str, prefix: &str) -> Option<&'n str> {
    let id = node.get(&[key])?.text()?;
    let digits = id.strip_prefix(prefix)?;
    let is_id = (8..=17).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_id.then_some(id)
}

/// Takes down in which VPC each of these records is.
pub fn placed(records: &[&Node<'_>], region: Option<&str>, reader: &mut Reader<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for record in records {
        let Some(vpc) = id_of(record, "vpcid", "vpc-").filter(|vpc| !seen.contains(vpc)) else {
            continue;
        };
        seen.push(vpc);
        reader.fact(record.at, What::InVpc(vpc.to_owned()), None, region);
    }
}

/// The Region that a zone, an ARN or a name of an endpoint is in; one of another partition, too, so
/// that nothing of it counts in a commercial one.
pub fn region_of_zone(zone: &str) -> Option<&str> {
    // The names of Regions have three parts or more, and end with the first number.
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() || *byte == b'-';
    let number = zone.bytes().take_while(|byte| is_letter(byte)).count();
    let digits = zone[number..].bytes().take_while(u8::is_ascii_digit).count();
    let region = &zone[..number + digits];
    let is_known = COMMERCIAL.binary_search(&region).is_ok()
        || (digits > 0 && region.matches('-').count() >= 2 && is_other_partition(region));
    (is_known && zone.len() <= region.len() + 12).then_some(region)
}

/// The account and the Region of an ARN.
pub fn of_arn(arn: &str) -> (Option<&str>, Option<&str>) {
    let mut parts = arn.split(':').skip(3);
    let region = parts.next().filter(|part| !part.is_empty());
    let account = parts.next().filter(|part| !part.is_empty());
    (account, region)
}
