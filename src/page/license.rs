//! The license's fields: what was read, and what is typed over it.

use leptos::prelude::*;

use super::checks;
use super::dynamic::{flag, memo, part, text};
use super::field::{message, problem, typed as typed_into};
use super::foreign;
use super::store::store;
use super::verdict::notice;
use crate::decide::cores_used;
use crate::profile::Profile;
use crate::report::{Coverage, License as Found, LicenseField, LicenseState, SectionId};
use crate::text::{Param, current, list, say, source_name};
use crate::words;

/// The four fields of the welcome email.
#[component]
pub fn License() -> impl IntoView {
    let report = store().report;
    let license = memo(move || report.with(|report| report.license.clone()));
    let problems = memo(move || license.with(|license| license.problems.clone()));
    view! {
        <section role=store().place.landmark() class="panel license" id="license" aria-labelledby="license-title">
            <h2>
                <span id="license-title">{words!("page.license-title")}</span>
                " "
                <span class="state" data-state=text(move || license.with(|license| license.state.as_str()))>
                    {text(move || license.with(state))}
                </span>
            </h2>
            <p class="note">{words!("page.license-note")}</p>
            <div class="fields">
                <Field field=LicenseField::Id label=words!("license.id") hint="" />
                <Field field=LicenseField::CoreSize label=words!("license.coreSize") hint="80" />
                <Field field=LicenseField::ValidFrom label=words!("license.validFrom") hint="2026-11-24" />
                <Field field=LicenseField::ValidUntil label=words!("license.validUntil") hint="2027-11-24" />
            </div>
            {checks::of_section(SectionId::License)}
            <Counting />
            <ul class="notices" hidden=flag(move || problems.with(Vec::is_empty))>
                {part(move || problems.get().into_iter().map(notice).collect_view())}
            </ul>
        </section>
    }
}

/// Which instances count against the license: an assumption that no document settles.
#[component]
fn Counting() -> impl IntoView {
    let store = store();
    let names = memo(move || {
        store.profile.with(|profile| {
            let types = profile.by_type().into_iter();
            types.map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
        })
    });
    let toggle = move |name: String, counts: bool| {
        store.answer(|answers| {
            let mut chosen = answers.licensed_instances.take().unwrap_or_default();
            chosen.retain(|known| *known != name);
            if counts {
                chosen.push(name);
            }
            answers.licensed_instances = (!chosen.is_empty()).then_some(chosen);
        });
    };
    let choice = move |name: String| {
        let (of, shown_of) = (name.clone(), name.clone());
        let shown = text(move || store.profile.with(|profile| group(profile, &shown_of)));
        let is_chosen = flag(move || {
            let answers = store.answers;
            answers.with(|it| it.licensed_instances.iter().flatten().any(|known| *known == of))
        });
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=is_chosen
                    on:change=move |event| toggle(name.clone(), event_target_checked(&event))
                />
                <span>{shown}</span>
            </label>
        }
    };
    // It opens by itself while the assumption matters, and stays open once somebody made one.
    let matters = memo(move || {
        let is_settled = |coverage: Option<Coverage>| {
            coverage.is_none_or(|coverage| coverage == Coverage::Covered)
        };
        store.report.with(|report| !is_settled(report.license.coverage))
            || store.answers.with(|answers| answers.licensed_instances.is_some())
    });
    let figures = memo(move || store.profile.with(|profile| figures(profile)));
    view! {
        <details class="counting" open=flag(move || matters.get())>
            <summary>{words!("license.counting")}</summary>
            <p class="note">{words!("license.counting-note")} " " {text(move || figures.get())}</p>
            <div class="ticks">
                {part(move || names.get().into_iter().map(choice).collect_view())}
            </div>
        </details>
    }
}

/// "4 × m6i.xlarge, 16 vCPU"
fn group(profile: &Profile, name: &str) -> String {
    let of = |(known, count): (&str, i64)| (known == name).then_some(count);
    let count = profile.by_type().into_iter().find_map(of).unwrap_or_default();
    let vcpu = profile.instance_type(name).map_or(0, |kind| kind.vcpu * count);
    format!("{count} × {name}, {vcpu} vCPU")
}

/// "Depending on which do, the deployment uses 48, 64 or 80 cores (inferred)."
fn figures(profile: &Profile) -> String {
    let mut figures: Vec<String> = cores_used(profile).iter().map(i64::to_string).collect();
    let last = figures.pop().unwrap_or_default();
    let cores = match figures.as_slice() {
        [] => last,
        others => {
            say(current(), "list.or", &[("all", &list(others).into()), ("last", &last.into())])
        }
    };
    say(current(), "license.counting-figures", &[("cores", &Param::from(cores))])
}

/// One field: what the email says stands in it as a hint until something is typed.
#[component]
pub fn Field(field: LicenseField, label: &'static str, hint: &'static str) -> impl IntoView {
    let store = store();
    let typed = move || {
        store.answers.with(|answers| match field {
            LicenseField::Id => answers.license.id.clone(),
            LicenseField::CoreSize => answers.license.core_size.clone(),
            LicenseField::ValidFrom => answers.license.valid_from.clone(),
            LicenseField::ValidUntil => answers.license.valid_until.clone(),
        })
    };
    let read = move || store.report.with(|report| report.license.get(field));
    let origin = move || {
        store.report.with(|report| {
            let line = report.license.evidence.iter().find(|line| line.field == field)?;
            let source = report.sources.get(line.source)?;
            let name = foreign::name(&source_name(&source.name));
            let of = [("name", &name.into()), ("line", &line.line.into())];
            Some(say(current(), "report.place", &of))
        })
    };
    let set = move |event: web_sys::Event| {
        let typed = typed_into(&event);
        store.answer(|answers| {
            *answers.license.get_mut(field) = (!typed.is_empty()).then_some(typed);
        });
    };
    let wrong = memo(move || {
        store.report.with(|report| problem(&report.license.problems, &[("field", field.as_str())]))
    });
    let described = format!("wrong-license-{}", field.as_str());
    let stands = format!("origin-license-{}", field.as_str());
    let placeholder = move || match read() {
        // Of an ID its end is what one looks for.
        Some(value) if value.starts_with('•') => {
            format!("…{}", foreign::name(value.trim_start_matches('•')))
        }
        Some(value) => foreign::name(&value),
        None if hint.is_empty() => String::new(),
        None => say(current(), "page.for-example", &[("example", &hint.into())]),
    };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=text(move || wrong.with(Option::is_some).to_string())
                    aria-describedby=format!("{stands} {described}")
                    placeholder=text(placeholder)
                    class:read=flag(move || typed().is_none() && read().is_some())
                    prop:value=text(move || typed().unwrap_or_default())
                    on:input=set
                />
            </label>
            <span class="origin" id=stands>
                {text(move || match (typed().is_some(), origin()) {
                    (true, _) => words!("page.typed").to_owned(),
                    (false, Some(origin)) => origin,
                    (false, None) => words!("page.not-read").to_owned(),
                })}
            </span>
            {message(described, wrong)}
        </div>
    }
}

/// "Active, 345 days left"
fn state(license: &Found) -> String {
    let counts = matches!(license.state, LicenseState::Active | LicenseState::Expiring);
    let state = license.state.word();
    match license.days_left.filter(|_| counts) {
        Some(days) => {
            let of = [("state", &state.into()), ("days", &days.into())];
            say(current(), "report.state-days", &of)
        }
        None => state.to_owned(),
    }
}
