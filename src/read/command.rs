//! The command above a document, and what it says of it.

/// A call of the AWS CLI as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    words: Vec<String>,
}

impl Command {
    /// From the text behind the prompt, which begins with `aws`.
    pub fn parse(text: &str) -> Command {
        Command { words: words(text) }
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

    /// Its `--region`; a shell variable in its place says nothing.
    pub fn region(&self) -> Option<String> {
        let name = self.option("--region")?;
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
