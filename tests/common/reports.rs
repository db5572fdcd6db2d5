//! Reports of inputs that stand in files.

use byoc_readiness::assess;
use byoc_readiness::report::Report;

use super::written;

/// The report of every case that gives one, with the case's name.
pub fn of_cases() -> Vec<(String, Report)> {
    let inputs = written::of_cases().into_iter();
    let reports: Vec<_> =
        inputs.filter_map(|(name, input)| Some((name, assess(&input).ok()?))).collect();
    assert!(reports.len() > 500, "{}", reports.len());
    reports
}
