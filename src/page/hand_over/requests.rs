//! Every request to AWS in one file, as a script or as Terraform.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::browser::download;
use super::super::controls::{button, either};
use super::super::copy::CopyBlock;
use super::super::dynamic::{flag, part};
use super::super::store::store;
use crate::data::regions::is_commercial;
use crate::hand_over::{file_name, format, render};
use crate::report::Report;
use crate::text::{current, say};
use crate::words;

/// In which language the requests are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Script,
    Terraform,
}

impl As {
    fn id(self) -> &'static str {
        match self {
            As::Script => "shell-script",
            As::Terraform => "terraform",
        }
    }
}

/// The requests of the moment; nothing where none is to be made.
pub fn requests() -> AnyView {
    let report = store().report;
    let chosen = RwSignal::new(As::Script);
    let file = Memo::new(move |_| report.with(|report| file(report, chosen.get())));
    let has_any = Memo::new(move |_| file.with(Option::is_some));
    let save = move || {
        let (chosen, text) = (chosen.get_untracked(), file.get_untracked());
        if let (Some(format), Some(text)) = (format(chosen.id()), text) {
            let name = report.with_untracked(|report| file_name(report, format.ending));
            download(&name, format.media_type, &text);
        }
    };
    let block = move || {
        has_any.get().then(|| {
            let text = Signal::derive(move || file.get().unwrap_or_default());
            view! { <CopyBlock text=text label=words!("hand.requests-block") /> }
        })
    };
    view! {
        <div class="way" hidden=flag(move || !has_any.get())>
            <h3>{words!("hand.requests")}</h3>
            <p class="note">{words!("hand.requests-note")}</p>
            <div class="choice">
                {either(words!("hand.requests-as"), chosen, [(As::Script, words!("hand.script")), (As::Terraform, words!("hand.terraform"))])}
                {button(None, Some("save-requests".to_owned()), None, words!("hand.save-requests").to_owned(), save)}
            </div>
            {part(block)}
            <p class="note">{words!("hand.earlier-requests")}</p>
            {part(move || earlier(&report.with(|report| report.profile.region.clone())))}
        </div>
    }
    .into_any()
}

fn file(report: &Arc<Report>, chosen: As) -> Option<String> {
    render(format(chosen.id())?, report)
}

/// What shows the requests that were made before.
fn earlier(region: &str) -> Option<AnyView> {
    // A Region's name comes from outside; one that is none goes into no command.
    is_commercial(region).then(|| {
        let command = say(current(), "hand.history-command", &[("region", &region.into())]);
        let text = Signal::derive(move || command.clone());
        view! { <CopyBlock text=text label=words!("hand.history") /> }.into_any()
    })
}
