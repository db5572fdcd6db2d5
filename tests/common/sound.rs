//! What must hold of any report.

use byoc_readiness::report::{Amount, Diagnostic, Report, Resource, SectionId, Status, Verdict};

fn thousandths(value: f64) -> i64 {
    // Of its shortest digits, since a large figure times a thousand is no whole number.
    let shown = value.to_string();
    let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    assert!(decimals <= 3, "{value} has more than three decimals");
    let scaled = value * 1000.0;
    scaled.round() as i64
}

/// Lines as the contract's evidence counts them: LF, CRLF or CR ends one.
pub fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(str::to_owned).collect()
}

/// Everything that must hold of any report on `texts`, against any profile.
pub fn assert_sound(report: &Report, texts: &[String]) {
    assert_eq!(report.schema_version, 1);
    assert_eq!(report.sources.len(), texts.len());
    assert_eq!(report.sections.iter().map(|part| part.id).collect::<Vec<_>>(), SectionId::ALL);
    assert_verdicts_agree(report);
    let lines: Vec<Vec<String>> = texts.iter().map(|text| lines(text)).collect();
    let within = |source: usize, line: u32| (1..=lines[source].len()).contains(&(line as usize));
    for row in &report.resources {
        assert_row_is_sound(row);
        for evidence in &row.evidence {
            assert!(within(evidence.source, evidence.line), "{evidence:?} of {:?}", row.id);
        }
    }
    for evidence in &report.license.evidence {
        assert!(within(evidence.source, evidence.line), "{evidence:?}");
    }
    for (index, source) in report.sources.iter().enumerate() {
        for problem in &source.problems {
            assert_place(problem, &lines[index]);
        }
    }
}

/// The place of a problem lies within the text that has these lines.
pub fn assert_place(problem: &Diagnostic, lines: &[String]) {
    let Some(line) = problem.line.map(|line| line as usize) else { return };
    assert!((1..=lines.len()).contains(&line), "{problem:?}");
    let length = lines[line - 1].chars().count();
    let column = problem.column.expect("a column beside the line") as usize;
    // The end of the line counts, too: CR and LF are two characters.
    assert!((1..=length + 2).contains(&column), "{problem:?}");
}

fn assert_row_is_sound(row: &Resource) {
    let amounts = [&row.limit, &row.in_use, &row.available, &row.shortfall];
    for amount in amounts.into_iter().flatten().chain([&row.required]) {
        assert_eq!(amount.unit, row.required.unit, "{row:?}");
        assert!(!amount.text.is_empty() && amount.value.is_none_or(f64::is_finite), "{row:?}");
    }
    assert_eq!(row.shortfall.is_some(), row.status == Status::Short, "{row:?}");
    assert!(row.remedy.is_none() || row.status == Status::Short, "{row:?}");
    assert!(!row.low_headroom || row.status == Status::Met, "{row:?}");
    assert_eq!(row.explanation, row.reason.to_string());
    let required = exact(&Some(row.required.clone())).expect("a requirement");
    match row.status {
        Status::Met => {
            let is_enough = |free| required == 0 || free >= required;
            assert!(exact(&row.available).is_none_or(is_enough), "{row:?}")
        }
        Status::Short => assert!(exact(&row.shortfall).is_some_and(|short| short > 0), "{row:?}"),
        Status::Unlimited => assert!(row.quota.is_none(), "{row:?}"),
        Status::Missing | Status::Unverified => assert!(row.quota.is_some(), "{row:?}"),
    }
}

fn assert_verdicts_agree(report: &Report) {
    let verdict = |id| report.sections.iter().find(|part| part.id == id).expect("it").verdict;
    let any = |wanted: &[Status]| report.resources.iter().any(|row| wanted.contains(&row.status));
    let rows = if any(&[Status::Short]) {
        Verdict::NotReady
    } else if any(&[Status::Unverified, Status::Missing]) {
        Verdict::Incomplete
    } else {
        Verdict::Ready
    };
    assert_eq!(verdict(SectionId::Resources), rows);
    let sections: Vec<Verdict> = report.sections.iter().map(|part| part.verdict).collect();
    let overall = [Verdict::NotReady, Verdict::Incomplete]
        .into_iter()
        .find(|verdict| sections.contains(verdict))
        .unwrap_or(Verdict::Ready);
    assert_eq!(report.verdict, overall);
}

/// Value in thousandths of the row's unit.
pub fn exact(amount: &Option<Amount>) -> Option<i64> {
    amount.as_ref().and_then(|amount| amount.value).map(thousandths)
}
