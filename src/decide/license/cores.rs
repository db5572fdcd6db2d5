//! The core size beside the deployment. One core is one vCPU, and only the data plane's instances
//! count against the license; which of them those are no document says, so a person may.

use crate::profile::Profile;
use crate::report::{Coverage, Diagnostic, Severity};
use crate::text::Reason;

/// Judges the core size; `licensed` are the instance types that a person says count.
pub fn judge(
    cores: Option<i64>,
    profile: &Profile,
    licensed: Option<&[String]>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Coverage> {
    let groups = groups(profile);
    let counted = licensed.and_then(|licensed| counted(licensed, &groups, problems));
    let cores = cores?;
    let (coverage, problem) = match counted {
        Some(counted) => by_choice(cores, &counted),
        None => by_bounds(cores, &groups, profile.least_cores),
    };
    problems.extend(problem);
    Some(coverage)
}

/// How many cores the deployment uses, from the fewest: all its instances, or all but one kind, which
/// may be a dependency (inferred); of a profile that says what counts at the least, that and all.
/// Of the document's nine instances those are 48, 64 and 80.
pub fn used(profile: &Profile) -> Vec<i64> {
    let groups = groups(profile);
    let most = groups.iter().fold(0_i64, |sum, (_, vcpu)| sum.saturating_add(*vcpu));
    let mut figures = vec![most];
    match profile.least_cores {
        Some(least) => figures.push(least.min(most)),
        None if groups.len() > 1 => figures.extend(groups.iter().map(|(_, vcpu)| most - vcpu)),
        None => {}
    }
    figures.sort_unstable();
    figures.dedup();
    figures
}

/// Each kind of instance that the profile starts, with the vCPU of all of them.
fn groups(profile: &Profile) -> Vec<(&str, i64)> {
    let vcpu = |(name, count)| {
        let kind = profile.instance_type(name);
        (name, kind.map_or(0, |kind| kind.vcpu.saturating_mul(count)))
    };
    profile.by_type().into_iter().map(vcpu).collect()
}

/// The types that count, as the profile orders them; nothing where none of those named is known.
fn counted<'a>(
    licensed: &[String],
    groups: &[(&'a str, i64)],
    problems: &mut Vec<Diagnostic>,
) -> Option<Vec<(&'a str, i64)>> {
    let names = || licensed.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let is_known = |name: &&str| groups.iter().any(|(known, _)| known == name);
    let unknown: Vec<String> = names()
        .filter(|name| !is_known(name))
        .map(|name| name.chars().take(40).collect())
        .collect();
    if !unknown.is_empty() {
        let reason = Reason::LicenseInstanceUnknown { names: unknown.join(", ").into() };
        problems.push(Diagnostic::new(Severity::Warning, reason));
    }
    let is_counted = |group: &&(&str, i64)| names().any(|name| name == group.0);
    let counted: Vec<_> = groups.iter().filter(is_counted).copied().collect();
    (!counted.is_empty() || unknown.is_empty()).then_some(counted)
}

/// Against what a person says counts; the assumption is always shown.
fn by_choice(cores: i64, counted: &[(&str, i64)]) -> (Coverage, Option<Diagnostic>) {
    let needed = counted.iter().fold(0_i64, |sum, (_, vcpu)| sum.saturating_add(*vcpu));
    let types: Vec<&str> = counted.iter().map(|(name, _)| *name).collect();
    let types = types.join(", ");
    let (coverage, severity, reason) = if counted.is_empty() {
        let reason = Reason::LicenseNothingCounts { cores: cores.into() };
        (Coverage::Covered, Severity::Info, reason)
    } else if cores >= needed {
        let (cores, needed) = (cores.into(), needed.into());
        let reason = Reason::LicenseCounted { cores, needed, types: types.into() };
        (Coverage::Covered, Severity::Info, reason)
    } else {
        let (cores, needed) = (cores.into(), needed.into());
        let reason = Reason::LicenseCountedShort { cores, needed, types: types.into() };
        (Coverage::BelowMinimum, Severity::Warning, reason)
    };
    (coverage, Some(Diagnostic::new(severity, reason)))
}

/// Against every reading of the profile: at the most all its instances count. Where the profile does
/// not say what counts at the least, that is all but one kind, the largest, which is a dependency
/// (inferred). Of the document's nine instances those are 80 and 48.
fn by_bounds(
    cores: i64,
    groups: &[(&str, i64)],
    least: Option<i64>,
) -> (Coverage, Option<Diagnostic>) {
    let most = groups.iter().fold(0_i64, |sum, (_, vcpu)| sum.saturating_add(*vcpu));
    let largest = groups.iter().map(|(_, vcpu)| *vcpu).max().unwrap_or(0);
    let all_but_largest = if groups.len() > 1 { most - largest } else { most };
    let least = least.unwrap_or(all_but_largest).min(most);
    let (coverage, severity, reason) = if cores >= most {
        return (Coverage::Covered, None);
    } else if cores >= least {
        let reason =
            Reason::LicenseDepends { cores: cores.into(), least: least.into(), most: most.into() };
        (Coverage::Depends, Severity::Info, reason)
    } else {
        let reason = Reason::LicenseBelowMinimum { cores: cores.into(), least: least.into() };
        (Coverage::BelowMinimum, Severity::Warning, reason)
    };
    (coverage, Some(Diagnostic::new(severity, reason)))
}
