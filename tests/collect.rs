//! The collector's blocks and policy, against the tables that they are made of.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use byoc_readiness::collect::{Shell, Wanted, message, policy, script};
use byoc_readiness::data::collector::{
    APPLIED, BEHIND_LIMITS, COUNTS, Count, DEFAULT, IDENTITY, IDENTITY_QUERY, LIMIT_QUERY, count_of,
};
use byoc_readiness::data::quotas::{Quota, Scope, quota_by_code};
use byoc_readiness::data::regions::COMMERCIAL;
use byoc_readiness::profile::PROFILES;
use byoc_readiness::read::{Reading, read};
use byoc_readiness::report::{Answers, Input, Report, SourceText};
use byoc_readiness::text::en;
use serde_json::Value as Json;

const SHELLS: [Shell; 2] = [Shell::Bash, Shell::PowerShell];

fn everything() -> Wanted {
    Wanted::everything(&PROFILES[0])
}

fn block(shell: Shell) -> String {
    script(&everything(), "us-west-2", shell)
}

fn codes(quotas: &[&Quota]) -> Vec<&'static str> {
    quotas.iter().map(|quota| quota.quota_code).collect()
}

/// Every text of the tables that becomes a word of a command.
fn words() -> Vec<&'static str> {
    let counts = COUNTS.iter().flat_map(|count| count.call.iter().copied().chain([count.query]));
    let limits = [APPLIED.call, DEFAULT.call, IDENTITY].into_iter().flatten().copied();
    counts.chain(limits).chain([LIMIT_QUERY, IDENTITY_QUERY]).collect()
}

#[test]
fn every_quota_of_a_row_and_a_check_is_asked_for() {
    let wanted = everything();
    let rows = PROFILES[0].rows.iter().filter_map(|row| row.quota);
    let checks = PROFILES[0].checks.iter().filter_map(|check| check.quota());
    assert_eq!(codes(&wanted.limits), rows.chain(checks).collect::<Vec<_>>());
    // An endpoint's place is new, and so is a role: nothing is in use there.
    let uncounted: Vec<_> =
        wanted.limits.iter().filter(|quota| !wanted.uses.contains(quota)).collect();
    assert_eq!(
        uncounted.iter().map(|q| q.quota_code).collect::<Vec<_>>(),
        ["L-29B6F2EB", "L-0DA4ABF3"]
    );
    assert_eq!(codes(&wanted.uses).len(), COUNTS.len());
}

#[test]
fn every_count_is_of_a_known_quota_and_says_why_it_counts_so() {
    let mut seen = BTreeSet::new();
    for Count { quota_code, call, regional, action, source, query } in COUNTS {
        let quota = quota_by_code(quota_code).unwrap_or_else(|| panic!("{quota_code} is unknown"));
        assert_eq!(*regional, quota.scope != Scope::Global, "{quota_code}");
        assert!(seen.insert(quota_code), "{quota_code} stands twice");
        assert!(call.len() >= 2 && source.len() > 3 && query.ends_with('}'), "{quota_code}");
        let (service, operation) = action.split_once(':').expect("an action");
        assert!(!service.is_empty() && operation.starts_with(char::is_uppercase), "{action}");
        let reads = ["Describe", "Get", "List"].iter().any(|verb| operation.starts_with(verb));
        assert!(reads, "{action} does not only read");
        assert!(["describe-", "get-", "list-"].iter().any(|verb| call[1].starts_with(verb)));
    }
}

/// The name of a call as an action has it: `describe-load-balancers` is `DescribeLoadBalancers`.
fn action_name(operation: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    operation.split('-').map(capital).collect::<String>().replace("GetAwsDefault", "GetAWSDefault")
}

#[test]
fn an_action_has_its_calls_name() {
    let limits = [&APPLIED, &DEFAULT].map(|limit| (limit.call, limit.action));
    for (call, action) in COUNTS.iter().map(|count| (count.call, count.action)).chain(limits) {
        let (_, name) = action.split_once(':').expect("an action");
        // S3 lists buckets under a name of its own.
        let renamed = (call[1], action) == ("list-buckets", "s3:ListAllMyBuckets");
        assert!(renamed || name == action_name(call[1]), "{} is not {action}", call[1]);
    }
}

/// What a shell would take for its own, in any of them.
#[test]
fn no_text_of_the_tables_has_a_sign_of_a_shell() {
    for word in words() {
        for sign in ['"', '`', '$', '\\', '%', '\n', '~', ';'] {
            assert!(!word.contains(sign), "{word} has {sign}");
        }
        let others = word.replace("!=", "");
        assert!(!others.contains('!'), "{word}: a line of the history");
        // `aws.cmd` is run by cmd.exe, which leaves these alone between the quotes that a blank
        // brings.
        let needs_quotes = word.contains(['|', '&', '<', '>', '^']);
        assert!(!needs_quotes || word.contains(' '), "{word}");
        assert!(word.is_ascii(), "{word}");
    }
    let reads = en::SENTENCES.iter().find(|row| row.0 == "message.block").expect("a sentence").1;
    assert!(reads.is_ascii() && !reads.contains(['\'', '"', '\\', '`']), "{reads}");
}

#[test]
fn both_shells_make_the_same_calls_with_the_same_queries() {
    let [bash, powershell] = SHELLS.map(block);
    for Count { quota_code, call, query, .. } in COUNTS {
        let quota = quota_by_code(quota_code).expect("a quota");
        let name = format!("{}/{quota_code}", quota.service_code);
        let find = |block: &str, function: &str, query: String| {
            let lines: Vec<String> = block
                .lines()
                .filter(|line| line.starts_with(function))
                .map(str::to_owned)
                .collect();
            let line = lines.into_iter().find(|line| line.contains(&name)).expect("a line");
            assert!(line.contains(&query), "{line}");
            for word in *call {
                assert!(line.contains(&word.replace("{account}", "$account")), "{line}");
            }
            line
        };
        let line = find(&bash, "get_use ", format!("--query \"{query}\""));
        assert!(line.contains(&format!("{name} {} {}", call[0], call[1])), "{line}");
        let single = query.replace('\'', "''");
        let line = find(&powershell, "Get-Use ", format!("'--query', '{single}'"));
        assert!(line.contains(&format!("'{name}' @('{}', '{}'", call[0], call[1])), "{line}");
    }
    for quota in everything().limits {
        let name = format!("{}/{}", quota.service_code, quota.quota_code);
        let [place, single] = match quota.scope {
            Scope::Global => ["us-east-1", "'us-east-1'"],
            _ => ["\"$region\"", "$region"],
        };
        assert!(bash.contains(&format!("\nget_limit {place} {name}\n")), "{name}");
        assert!(powershell.contains(&format!("\nGet-Limit {single} '{name}'\n")), "{name}");
    }
    for (shell, quoted) in
        [(&bash, LIMIT_QUERY.to_owned()), (&powershell, format!("'{LIMIT_QUERY}'"))]
    {
        assert!(shell.contains(&quoted) && shell.contains(IDENTITY_QUERY));
        for word in APPLIED.call.iter().chain(DEFAULT.call).chain(IDENTITY) {
            assert!(shell.contains(word), "{word}");
        }
    }
}

/// The single-quoted texts of a PowerShell line, and what stands outside of them.
fn powershell_parts(line: &str) -> (Vec<String>, String) {
    let (mut texts, mut outside) = (Vec::new(), String::new());
    // A doubled quote is one quote within the text.
    let line = line.replace("''", "\u{0}");
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 0 {
            outside.push_str(part);
        } else {
            texts.push(part.replace('\u{0}', "'"));
        }
    }
    (texts, outside)
}

#[test]
fn powershell_has_no_double_quote_within_an_argument_and_no_bare_comma_or_brace() {
    let block = block(Shell::PowerShell);
    let calls = block.lines().filter(|line| line.starts_with("Get-"));
    let mut count = 0;
    for line in calls {
        count += 1;
        let (texts, outside) = powershell_parts(line);
        for text in texts {
            assert!(!text.contains('"'), "{text}");
        }
        // What is left are names, the list's own signs and the one text with the account in it.
        let outside = outside.replace("\"Name=owner-id,Values=$account\"", "");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || " -@(),$".contains(c);
        assert!(outside.chars().all(is_plain), "{outside}");
    }
    assert_eq!(count, everything().count());
    // Beside the calls, double quotes stand in what is printed alone.
    let asks = block.lines().filter(|line| line.contains("Ask-Aws") || line.contains("$words ="));
    for line in asks {
        assert!(!line.contains('"'), "{line}");
    }
}

#[test]
fn a_block_is_one_compound_command_without_a_comment_that_zsh_would_run() {
    let bash = block(Shell::Bash);
    assert!(bash.starts_with("(\n: 'Read-only: ") && bash.ends_with("\n)\n"));
    assert!(!bash.lines().any(|line| line.trim_start().starts_with('#')));
    let powershell = block(Shell::PowerShell);
    assert!(powershell.starts_with("& {\n# Read-only: ") && powershell.ends_with("\nreturn }\n"));
    for block in [bash, powershell] {
        assert!(!block.contains('~') && !block.contains("{account}"), "{block}");
        assert!(!block.contains("\n\n") && block.is_ascii());
        // Nothing but reading.
        for word in
            ["create-", "delete-", "put-", "modify-", "update-", "request-", "http", ">/", "> "]
        {
            assert!(!block.contains(word), "{word}");
        }
    }
}

#[test]
fn nothing_but_a_region_reaches_the_shell() {
    for region in ["us-west-2; rm -rf /", "$(id)", "'", "us-west", "cn-north-1", "", "us-west-2\n"]
    {
        for shell in SHELLS {
            assert_eq!(script(&everything(), region, shell), block(shell), "{region}");
        }
    }
    for region in COMMERCIAL {
        assert!(
            script(&everything(), region, Shell::Bash).contains(&format!("\nregion={region}\n"))
        );
        let powershell = script(&everything(), region, Shell::PowerShell);
        assert!(powershell.contains(&format!("\n$region = '{region}'\n")));
    }
}

#[test]
fn a_block_for_less_has_no_more_than_it_needs() {
    let vpc = quota_by_code("L-F678F1CE").expect("a quota");
    for shell in SHELLS {
        let limits = script(&Wanted { limits: vec![vpc], uses: vec![] }, "us-west-2", shell);
        assert!(limits.contains("get-service-quota") && !limits.contains("describe-vpcs"));
        assert!(!limits.to_lowercase().replace('-', "_").contains("get_use"));
        let uses = script(&Wanted { limits: vec![], uses: vec![vpc] }, "us-west-2", shell);
        assert!(uses.contains("describe-vpcs") && !uses.contains("service-quota"));
        assert!(uses.contains("$account"));
    }
}

#[test]
fn the_policy_allows_each_call_and_nothing_else() {
    let actions = |wanted: &Wanted| -> Vec<String> {
        let policy: Json = serde_json::from_str(&policy(wanted)).expect("JSON");
        assert_eq!(policy["Version"], "2012-10-17");
        let [statement] = policy["Statement"].as_array().expect("a list").as_slice() else {
            panic!("one statement")
        };
        assert_eq!((&statement["Effect"], &statement["Resource"]), (&"Allow".into(), &"*".into()));
        let actions = statement["Action"].as_array().expect("a list");
        actions.iter().map(|action| action.as_str().expect("a text").to_owned()).collect()
    };
    let wanted = everything();
    let of_calls = COUNTS.iter().map(|count| count.action).chain([APPLIED.action, DEFAULT.action]);
    let behind = BEHIND_LIMITS.iter().map(|(service, action)| {
        assert!(wanted.limits.iter().any(|quota| quota.service_code == *service), "{service}");
        *action
    });
    let expected: BTreeSet<&str> = of_calls.chain(behind).collect();
    let found = actions(&wanted);
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "sorted, each once");
    assert!(found.iter().all(|action| !action.contains('*')));
    let vpc = quota_by_code("L-F678F1CE").expect("a quota");
    let use_alone = Wanted { limits: vec![], uses: vec![vpc] };
    assert_eq!(actions(&use_alone), ["ec2:DescribeVpcs"]);
    let limit_alone = Wanted { limits: vec![vpc], uses: vec![] };
    assert_eq!(actions(&limit_alone), [DEFAULT.action, APPLIED.action]);
}

/// A terminal's copy holds the block itself, with the shell's prompts before its lines.
#[test]
fn the_block_that_is_pasted_along_says_nothing_and_is_no_problem() {
    let figures = "{\"QuotaArn\":\"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE\",\"Value\":5.0}\n\
                   {\"use\":\"vpc/L-F678F1CE\",\"region\":\"us-west-2\",\"account\":\"123456789012\",\"count\":4}\n";
    let prompts = [
        (Shell::Bash, "", "", ""),
        (
            Shell::Bash,
            "[cloudshell-user@ip-10-0-1-2 ~]$ ",
            "> ",
            "[cloudshell-user@ip-10-0-1-2 ~]$ \n",
        ),
        (Shell::PowerShell, "PS /home/cloudshell-user> ", ">> ", "PS /home/cloudshell-user>\n"),
        (Shell::PowerShell, "PS C:\\Users\\ann> ", "", "PS C:\\Users\\ann>"),
    ];
    for (shell, first, next, last) in prompts {
        let echo: Vec<String> = block(shell)
            .lines()
            .enumerate()
            .map(|(at, line)| format!("{}{line}\n", if at == 0 { first } else { next }))
            .collect();
        let reading = read(&format!("{}{figures}{last}", echo.concat()));
        assert_eq!(reading.problems, [], "{shell:?} {first}");
        assert_eq!(reading.facts.len(), 2, "{shell:?} {first}");
    }
}

fn assess(texts: &[&str], answers: Answers) -> (Report, Vec<Reading>) {
    let sources = texts.iter().map(|text| SourceText { name: None, text: (*text).to_owned() });
    let input = Input { sources: sources.collect(), answers, today: "2026-11-24".to_owned() };
    let report = byoc_readiness::assess(&input).expect("a report");
    (report, texts.iter().map(|text| read(text)).collect())
}

/// What is missing, as `limit VPCs` and `use VPCs` by code.
fn missing(texts: &[&str], answers: Answers) -> Wanted {
    let (report, readings) = assess(texts, answers);
    Wanted::missing(&report, &readings.iter().collect::<Vec<_>>(), &PROFILES[0])
}

fn example() -> &'static str {
    include_str!("../src/page/example/cloudshell.txt")
}

#[test]
fn everything_is_missing_at_first() {
    assert_eq!(missing(&[], Answers::default()), everything());
    assert_eq!(missing(&["License ID: lic-0042"], Answers::default()), everything());
}

#[test]
fn the_example_is_what_the_block_prints_and_lacks_what_was_denied_in_it() {
    let wanted = everything();
    let lines: Vec<&str> = example().lines().collect();
    assert_eq!(lines.len(), wanted.count());
    for (line, quota) in lines.iter().zip(wanted.limits.iter().chain(&wanted.uses)) {
        assert!(line.contains(&format!("{}/{}", quota.service_code, quota.quota_code)), "{line}");
    }
    let lacks = missing(&[example()], Answers::default());
    assert_eq!((codes(&lacks.limits), codes(&lacks.uses)), (vec!["L-4EA4796A"], vec![]));
    let added =
        r#"{"QuotaArn":"arn:aws:servicequotas::123456789012:route53/L-4EA4796A","Value":500.0}"#;
    assert!(missing(&[example(), added], Answers::default()).is_empty());
}

#[test]
fn each_line_of_the_block_settles_its_own_figure() {
    let wanted = everything();
    for (at, line) in example().lines().enumerate() {
        let lacks = missing(&[line], Answers::default());
        let mut left = everything();
        if line.contains("denied") {
        } else if at < wanted.limits.len() {
            left.limits.remove(at);
        } else {
            left.uses.remove(at - wanted.limits.len());
            // IAM's own summary says the limit, too.
            if line.contains("\"limit\"") {
                let quota = wanted.uses[at - wanted.limits.len()];
                left.limits.retain(|limit| *limit != quota);
            }
        }
        assert_eq!(lacks, left, "{line}");
    }
}

#[test]
fn a_default_a_lower_bound_and_another_region_settle_nothing() {
    let arn = "arn:aws:servicequotas:us-west-2:";
    for line in [
        format!(r#"{{"QuotaArn":"{arn}:vpc/L-F678F1CE","Value":5.0}}"#),
        format!(r#"{{"QuotaArn":"{arn}:eks/L-1194D53C","Value":100.0}}"#),
        r#"{"use":"ec2/L-1216C47A","region":"us-west-2","cores1":0,"cores2":1,"other":1}"#
            .to_owned(),
        r#"{"use":"eks/L-1194D53C","region":"eu-west-1","count":1}"#.to_owned(),
        r#"{"use":"vpc/L-F678F1CE","region":"eu-west-1","count":1}"#.to_owned(),
    ] {
        assert_eq!(missing(&[&line], Answers::default()), everything(), "{line}");
    }
}

/// The count is of all zones and the limit of each, so that 6 of 5 prove nothing; but asking again
/// tells no more.
#[test]
fn nat_gateways_that_were_counted_are_not_asked_for_again() {
    let limit =
        r#"{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-FE5A380F","Value":5.0}"#;
    let used =
        r#"{"use":"vpc/L-FE5A380F","region":"us-west-2","account":"123456789012","count":6}"#;
    let lacks = missing(&[limit, used], Answers::default());
    let named = |quotas: &[&Quota]| codes(quotas).contains(&"L-FE5A380F");
    assert!(!named(&lacks.limits) && !named(&lacks.uses), "{lacks:?}");
}

#[test]
fn the_message_asks_for_what_is_missing() {
    let (report, readings) = assess(&[example()], Answers::default());
    let readings: Vec<&Reading> = readings.iter().collect();
    let wanted = Wanted::missing(&report, &readings, &PROFILES[0]);
    let letter = message(&report, &wanted).expect("a message");
    assert!(
        letter.contains("get_limit us-east-1 route53/L-4EA4796A\n") && !letter.contains("vpc/")
    );
    assert!(letter.contains("please send: License ID, Core size, Validity period."));
    let email = "License ID: lic-0042\nCore size: 80\nValidity period: 2026-11-01 to 2027-11-01";
    let limit =
        r#"{"QuotaArn":"arn:aws:servicequotas::123456789012:route53/L-4EA4796A","Value":500.0}"#;
    let (report, readings) = assess(&[example(), limit, email], Answers::default());
    let readings: Vec<&Reading> = readings.iter().collect();
    assert_eq!(message(&report, &Wanted::missing(&report, &readings, &PROFILES[0])), None);
    assert!(count_of("L-4EA4796A").is_some());
}
