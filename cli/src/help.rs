//! What the command says of itself: how to use it, its version, and the profiles that it knows.

use byoc_readiness::decide::amount;
use byoc_readiness::profile::PROFILES;
use byoc_readiness::quantity::Round;
use byoc_readiness::report::{CheckId, LicenseField, ResourceId};

use crate::arguments::Form;
use crate::text::lay::Page;
use crate::values::answerable;

const HELP: &str = "\
Does an AWS account have what Zilliz Cloud BYOC needs?

Usage: byoc-readiness [OPTION]... [FILE]...

Reads quota exports, other output of the AWS CLI and the welcome email, in any
mix, and says what is met, what is short and what to do. A saved assessment of
the page is opened as one: its sources and answers count, and options beat its
answers. Without a FILE, or where FILE is -, standard input is read. Nothing is
sent anywhere.

What is needed
      --profile ID|FILE.json    a built-in profile, or one of your own
      --list-profiles           list the built-in ones and exit
      --region REGION           the Region; default: the profile's first
      --account NUMBER          which account counts, where sources name several
      --today YYYY-MM-DD        the day of the report; default: this one

What a person knows
      --answer CHECK=yes|no     answer a check
      --stated ROW.FIELD=FIGURE state a figure, such as vcpu.available=64 or
                                object-storage.available=\"2 TB\"; FIELD is limit,
                                inUse or available
      --license FIELD=VALUE     say what the license says, such as coreSize=80
      --licensed-instance TYPE  an instance type that counts against the license

The report
  -f, --format FORMAT           its form; default: text
      --include-ids             whole account numbers and license ID in it
  -o, --output FILE             write it there instead of to standard output

  -h, --help                    print this and exit
  -V, --version                 print the version and exit

Exit code
  0  ready
  3  incomplete: nothing is short, but something is not known or not confirmed
  4  not ready: something is short or fails
  2  no report: wrong use, or a file that cannot be read or written

";

/// How to use the command; what can be named is listed from the engine's tables.
pub fn help() -> String {
    let mut page = Page::default();
    let checks = answerable();
    let lists: [(&str, Vec<&str>); 4] = [
        ("FORMAT", Form::ids().collect()),
        ("CHECK", checks.iter().map(|check: &CheckId| check.as_str()).collect()),
        ("ROW", ResourceId::ALL.iter().map(|row| row.as_str()).collect()),
        ("FIELD of --license", LicenseField::ALL.iter().map(|field| field.as_str()).collect()),
    ];
    for (name, known) in lists {
        page.wrapped(&format!("{name}: "), 2, &known.join(", "));
    }
    HELP.to_owned() + &page.finish()
}

/// The engine's, which is the page's.
pub fn version() -> String {
    format!("byoc-readiness {}\n", env!("CARGO_PKG_VERSION"))
}

/// The built-in profiles, the default one first, with what each needs.
pub fn profiles() -> String {
    let mut page = Page::default();
    for profile in &PROFILES {
        page.wrapped(&format!("{}: ", profile.id), 2, &profile.title);
        page.wrapped("  ", 2, profile.about());
        let needs = profile.rows.iter().map(|row| {
            let needed = amount(row.required(profile), row.unit, Round::Up);
            format!("{} {}", row.id.as_str(), needed.text)
        });
        page.wrapped("  ", 2, &needs.collect::<Vec<_>>().join(", "));
        page.wrapped("  ", 2, &profile.source);
    }
    page.finish()
}
