//! The command above a document, and what it says of it.

use super::query;

/// A call of the AWS CLI as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    words: Vec<String>,
    /// The Region that a variable sets.
    surrounding: Option<String>,
}

/// A filter that leaves in all that counts: its name, and which of its values have to be there;
/// where none has to, any value does.
pub type Harmless<'h> = (&'h str, &'h [&'h str]);

impl Command {
    /// From the text behind the prompt, which begins with `aws`.
    pub fn parse(text: &str, surrounding: Option<String>) -> Command {
        Command { words: words(text), surrounding }
    }

    /// The same with what stands on its next line, of which `text` is all.
    pub fn goes_on(&self, text: &str) -> Command {
        Command::parse(text, self.surrounding.clone())
    }

    /// The service and the operation: `ec2`, `describe-vpcs`.
    fn call(&self) -> Option<(&str, &str)> {
        // Options such as `--profile prod` may stand before the service.
        let mut rest = self.words.iter().skip(1).map(String::as_str).peekable();
        while let Some(option) = rest.peek().filter(|word| word.starts_with("--")) {
            let takes_value = !option.contains('=') && !FLAGS.contains(option);
            rest.next();
            if takes_value {
                rest.next();
            }
        }
        Some((rest.next()?, rest.next()?))
    }

    /// The operation: `describe-vpcs`.
    pub fn operation(&self) -> Option<&str> {
        self.call().map(|call| call.1)
    }

    /// The value of an option, `--region us-west-2` or `--region=us-west-2`.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.words.iter().enumerate().find_map(|(index, word)| {
            let rest = word.strip_prefix(name)?;
            match rest.strip_prefix('=') {
                Some(value) => Some(value),
                None if rest.is_empty() => self.words.get(index + 1).map(String::as_str),
                None => None,
            }
        })
    }

    /// Whether an option is given, with a value or without.
    pub fn has(&self, name: &str) -> bool {
        let is_it = |rest: &str| rest.is_empty() || rest.starts_with('=');
        self.words.iter().any(|word| word.strip_prefix(name).is_some_and(is_it))
    }

    /// Every word behind an option up to the next one: `--dimensions Name=…,Value=… Name=…`.
    pub fn values(&self, name: &str) -> Vec<&str> {
        let from =
            self.words.iter().position(|word| word == name).map_or(self.words.len(), |at| at + 1);
        self.words[from..]
            .iter()
            .map(String::as_str)
            .take_while(|word| !word.starts_with("--"))
            .collect()
    }

    /// Its `--region`, else that of the variables around it; a shell variable in its place says
    /// nothing.
    pub fn region(&self) -> Option<String> {
        let Some(name) = self.option("--region") else { return self.surrounding.clone() };
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        is_name.then(|| name.to_owned())
    }

    /// It asks for AWS's defaults: `list-aws-default-service-quotas` and its kind.
    pub fn asks_for_defaults(&self) -> bool {
        self.words.iter().any(|word| word.contains("-aws-default-service-quota"))
    }

    /// Its `--query`.
    pub fn query(&self) -> Option<&str> {
        self.option("--query")
    }
}

impl Command {
    /// What of it leaves things that count out of its answer, as a message names it: `--filters`,
    /// `--query`, `| grep`. Those of the filters that are `harmless` do not.
    pub fn narrows(&self, harmless: &[Harmless<'_>]) -> Option<&str> {
        let query = self.query().filter(|query| query::leaves_out(query));
        let option = NARROWING.iter().find(|option| self.has(option));
        let page = || PAGING.iter().find(|option| self.query().is_some() && self.has(option));
        let filters = || FILTERS.iter().find(|option| !self.all_harmless(option, harmless));
        let of_aws = || (self.option("--scope") == Some("AWS")).then_some("--scope");
        let option = option.or_else(page).or_else(filters).copied().or_else(of_aws);
        option.or(query.map(|_| "--query")).or_else(|| self.pipe())
    }

    /// Whether each filter behind an option is one of the harmless ones.
    fn all_harmless(&self, option: &str, harmless: &[Harmless<'_>]) -> bool {
        let is_harmless = |filter: &str| {
            let parts = filter.strip_prefix("Name=").and_then(|rest| rest.split_once(",Values="));
            parts.is_some_and(|(name, values)| {
                let given = |wanted: &&str| values.split(',').any(|value| value == *wanted);
                harmless.iter().any(|(known, wanted)| *known == name && wanted.iter().all(given))
            })
        };
        let own = self.option(option).filter(|_| !self.words.iter().any(|word| word == option));
        !self.has(option)
            || own.is_none() && self.values(option).iter().all(|filter| is_harmless(filter))
            || own.is_some_and(is_harmless)
    }

    /// The one value of the only filter that an option gives, where it has this name.
    pub fn filter(&self, name: &str) -> Option<&str> {
        let filters = self.values("--filters");
        let [filter] = filters.as_slice() else { return None };
        let value = filter.strip_prefix("Name=")?.strip_prefix(name)?.strip_prefix(",Values=")?;
        (!value.contains(',')).then_some(value)
    }

    /// A program behind it that leaves out lines or records.
    fn pipe(&self) -> Option<&str> {
        let parts = || self.words.split(|word| word == "|").skip(1);
        let narrowing = |part: &&[String]| {
            let program = part.first().map_or("", String::as_str).to_ascii_lowercase();
            let chooses =
                || part.iter().any(|word| word.contains("select(") || query::leaves_out(word));
            CHOOSING.contains(&program.as_str()) || program == "jq" && chooses()
        };
        parts().find(narrowing).and_then(|part| part.first()).map(String::as_str)
    }
}

/// Options that leave out things by their name, their place in the list, or what they are.
const NARROWING: &[&str] = &[
    "--vpc-ids",
    "--instance-ids",
    "--volume-ids",
    "--allocation-ids",
    "--public-ips",
    "--nat-gateway-ids",
    "--internet-gateway-ids",
    "--vpc-endpoint-ids",
    "--names",
    "--load-balancer-names",
    "--load-balancer-arns",
    "--path-prefix",
    "--prefix",
    "--bucket-region",
    "--only-attached",
    "--policy-usage-filter",
    "--delegation-set-id",
    "--hosted-zone-type",
    "--dns-name",
    "--starting-token",
    "--next-token",
    "--continuation-token",
    "--marker",
];

/// Options that leave out later pages. A whole answer says so itself; what a `--query` leaves of
/// one does not.
const PAGING: &[&str] =
    &["--max-items", "--max-results", "--max-buckets", "--limit", "--no-paginate"];

/// Options with filters; that of NAT gateways is called so.
const FILTERS: &[&str] = &["--filters", "--filter"];

/// Programs that let through only some of what they are given.
const CHOOSING: &[&str] = &[
    "grep",
    "egrep",
    "fgrep",
    "rg",
    "head",
    "tail",
    "awk",
    "sed",
    "findstr",
    "select-string",
    "select-object",
    "where-object",
    "select",
    "where",
    "?",
];

/// Options of the AWS CLI that take no value.
const FLAGS: &[&str] =
    &["--debug", "--no-verify-ssl", "--no-paginate", "--no-sign-request", "--no-cli-pager"];

/// Words as a shell parts them, without their quotes.
fn words(text: &str) -> Vec<String> {
    // Room for a usual command, so that it need not grow letter by letter.
    let new = || String::with_capacity(32);
    let mut words = Vec::with_capacity(12);
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match quote {
            Some(mark) if c == mark => quote = None,
            Some(_) => word.get_or_insert_with(new).push(c),
            None if matches!(c, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_with(new);
            }
            None if c.is_whitespace() => words.extend(word.take()),
            None => word.get_or_insert_with(new).push(c),
        }
    }
    words.extend(word);
    words
}
