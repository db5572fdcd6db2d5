//! What a report asks AWS for, and what it does not ask for and why.

use super::plain;
use super::said::say;
use crate::profile::document::title;
use crate::report::{RemedyStep, Report, Resource, ResourceId, Status};
use crate::request::Request;
use crate::text::Reason;
use crate::words;

/// The requests of a report.
pub struct Requests<'a> {
    /// In the order in which they are made: vCPU, without which nothing starts, goes first.
    pub made: Vec<Asked<'a>>,
    /// Rows that are short without a request.
    pub left_out: Vec<&'a Resource>,
}

/// A request, and what there is to say about it.
pub struct Asked<'a> {
    /// Itself.
    pub request: Request<'a>,
    /// A comment above it, or nothing.
    pub said: String,
}

impl<'a> Requests<'a> {
    /// The requests of `report`; `None` where it makes none.
    pub fn of(report: &'a Report) -> Option<Requests<'a>> {
        let (mut made, mut left_out) = (Vec::new(), Vec::new());
        for row in report.resources.iter().filter(|row| row.status == Status::Short) {
            match Request::of(row, report) {
                Some(request) => made.push(Asked { request, said: asked_already(row) }),
                None => left_out.push(row),
            }
        }
        made.sort_by_key(|asked: &Asked<'_>| asked.request.row != ResourceId::Vcpu);
        (!made.is_empty()).then_some(Requests { made, left_out })
    }

    /// What the file is, what AWS may answer, and what is not asked for, as comments: nothing
    /// stands in them that is more than a comment.
    pub fn comments(&self, report: &Report, first: &'static str) -> String {
        let (date, profile) = (report.today.as_str(), &report.profile);
        let of = [("date", date.into()), ("title", profile.title.as_str().into())];
        let untold = || plain::ascii(&say("report.script-of-untold", &[("date", date.into())]));
        let head = [
            plain::ascii(first),
            plain::ascii(&say("report.script-of", &of)).or_else(untold),
            plain::ascii(&say(
                "report.script-region",
                &[("region", profile.region.as_str().into())],
            )),
            plain::ascii(words!("report.script-caps")),
            plain::ascii(words!("report.script-exceeded")),
            plain::ascii(words!("report.script-exists")),
        ];
        let lines = head.into_iter().chain(self.left_out.iter().map(|row| not_asked(row)));
        comments(lines.flatten())
    }
}

fn comments(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("# {line}\n")).collect()
}

/// That AWS has a request for less, beside which it takes no other.
fn asked_already(row: &Resource) -> String {
    let less = |step: &&RemedyStep| matches!(step.reason, Reason::StepPendingLess { .. });
    let steps = row.steps.iter().filter(less);
    comments(steps.filter_map(|step| plain::ascii(&step.explanation)))
}

/// Why a row is short without a request, and what to do instead.
fn not_asked(row: &Resource) -> Option<String> {
    let steps = row.steps.iter().filter_map(|step| plain::ascii(&step.explanation));
    let why = steps.collect::<Vec<_>>().join(" ");
    let params = [("name", title(row.id).into()), ("why", why.into())];
    plain::ascii(say("report.script-left-out", &params).trim_end())
}
