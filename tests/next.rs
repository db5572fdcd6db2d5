//! What is open and whose turn it is: a table of inputs.

#![cfg(not(target_arch = "wasm32"))]

use byoc_readiness::assess;
use byoc_readiness::next::{by_actor, steps};
use byoc_readiness::report::{Answers, Input, Verdict};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default)]
    input: Answers,
    expect: Vec<String>,
    actors: Vec<String>,
}

#[test]
fn open_items_are_named_in_order_with_whose_turn_it_is() {
    let file: File = toml::from_str(include_str!("next.toml")).expect("cases");
    assert!(file.case.len() > 2);
    for Case { name, input, expect, actors } in file.case {
        let input = Input { sources: Vec::new(), answers: input, today: "2026-11-24".to_owned() };
        let report = assess(&input).expect("a report");
        let open = steps(&report).into_iter().map(|step| {
            let mark = if step.is_failing { "!" } else { "" };
            format!("{}: {}{mark}", step.item.as_str(), step.who.as_str())
        });
        assert_eq!(open.collect::<Vec<_>>(), expect, "{name}");
        let turns = by_actor(&report);
        let who: Vec<_> = turns.iter().map(|(who, _)| who.as_str()).collect();
        assert_eq!(who, actors, "{name}");
        let count: usize = turns.iter().map(|(_, steps)| steps.len()).sum();
        assert_eq!(count, expect.len(), "{name}");
        assert_eq!(expect.is_empty(), report.verdict == Verdict::Ready, "{name}");
    }
}
