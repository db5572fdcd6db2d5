//! The schema of the report that the package ships: every report is valid by it, and it says what
//! the contract's text and the TypeScript declarations say.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use byoc_readiness::assess;
use byoc_readiness::quantity::MOST_EXACT;
use byoc_readiness::report::{CheckId, Status};
use serde_json::Value as Json;

mod common;
#[path = "common/reports.rs"]
mod reports;
#[path = "common/written.rs"]
mod written;

const SCHEMA: &str = include_str!("../js/report.schema.json");
const DECLARATIONS: &str = include_str!("../js/byoc_readiness.d.ts");
/// The contract's own text: its section "Output".
const CONTRACT: &str = include_str!("fixtures-data/report-contract.txt");

/// What was added to the contract since its text was written, and why. A reader of version 1 accepts
/// fields that it does not know, so `schemaVersion` stays.
const ADDED: &[(&str, &str)] = &[
    ("Report.today", "a file that is handed over says of which day it is"),
    (
        "Report.resources[].steps",
        "a short row may have other ways than a request, the best one first",
    ),
];

fn schema() -> Json {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

#[test]
fn every_report_is_valid() {
    let schema = schema();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    for (name, report) in reports::of_cases() {
        let report = serde_json::to_value(&report).expect("JSON");
        let wrong: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn the_files_that_are_handed_over_are_valid() {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hand_over");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = fs::read_to_string(&path).expect("a file");
            let report = serde_json::from_str(&text).expect("JSON");
            assert!(validator.is_valid(&report), "{}", path.display());
            count += 1;
        }
    }
    assert_eq!(count, 4);
}

/// What is not of the contract is refused, so the test above would see it.
#[test]
fn a_report_with_another_field_or_value_is_not_valid() {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema");
    let (_, report) = reports::of_cases().swap_remove(0);
    let report = serde_json::to_value(&report).expect("JSON");
    assert!(validator.is_valid(&report));
    for (pointer, value) in [
        ("/verdict", Json::from("perhaps")),
        ("/resources/0/status", Json::from("fine")),
        ("/resources/0/required/value", Json::from("80")),
        ("/resources/0/remedy", Json::from("ask")),
        ("/checks/0/outcome", Json::from("yes")),
        ("/license/state", Json::Null),
        ("/schemaVersion", Json::from(2)),
    ] {
        let mut other = report.clone();
        *other.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        assert!(!validator.is_valid(&other), "{pointer}");
    }
    for pointer in
        ["", "/profile", "/resources/0", "/resources/0/required", "/license", "/checks/0"]
    {
        let mut other = report.clone();
        let object = other.pointer_mut(pointer).and_then(Json::as_object_mut).expect("an object");
        object.insert("more".to_owned(), Json::Null);
        assert!(!validator.is_valid(&other), "{pointer}");
    }
}

/// JavaScript writes `80`, where a float of Rust would be `80.0`.
#[test]
fn numbers_are_written_as_javascript_writes_them() {
    for (name, report) in reports::of_cases() {
        let json = serde_json::to_value(&report).expect("JSON");
        let mut open = vec![&json];
        while let Some(value) = open.pop() {
            match value {
                Json::Array(items) => open.extend(items),
                Json::Object(fields) => open.extend(fields.values()),
                Json::Number(number) => {
                    let text = number.to_string();
                    // Figures that no account has are exact in neither language.
                    if number.as_f64().is_some_and(|n| n.abs() >= MOST_EXACT as f64) {
                        assert!(number.is_f64(), "{name}: {text}");
                        continue;
                    }
                    assert!(!text.ends_with(".0") && !text.contains(['e', 'E']), "{name}: {text}");
                }
                _ => {}
            }
        }
    }
}

/// The border to JavaScript refuses whole numbers that are not exact there.
#[test]
fn whole_numbers_are_ones_that_javascript_holds() {
    let input = r#"
        [[source]]
        text = '''
        {"ServiceCode":"ec2","QuotaCode":"L-1216C47A","Value":8e18}
        {"ServiceCode":"vpc","QuotaCode":"L-F678F1CE","Value":8e18}
        {"use":"ec2/L-1216C47A","region":"us-west-2","cores1":0,"cores2":0,"other":0,"types":[]}
        {"use":"vpc/L-F678F1CE","region":"us-west-2","count":8000000000000000000}
        License ID: A-1
        Core size: 9999999999999999
        '''
        [[source]]
        text = "License ID: A-1\\nCore size: 9,999,999,999,999,999,999"
    "#;
    let written: written::Written = toml::from_str(input).expect("TOML");
    let report = assess(&written.input()).expect("a report");
    assert!(report.resources[0].status == Status::Met && report.resources[5].shortfall.is_some());
    let json = serde_json::to_value(&report).expect("JSON");
    let mut open = vec![&json];
    while let Some(value) = open.pop() {
        match value {
            Json::Array(items) => open.extend(items),
            Json::Object(fields) => open.extend(fields.values()),
            Json::Number(number) => {
                let whole = number.as_i64().filter(|_| !number.is_f64()).unwrap_or(0);
                assert!(whole.abs() < MOST_EXACT, "{number}");
            }
            _ => {}
        }
    }
}

#[test]
fn every_part_of_the_schema_is_described() {
    let schema = schema();
    let mut open = vec![(String::new(), &schema["$defs"])];
    while let Some((path, value)) = open.pop() {
        let Some(fields) = value.as_object() else { continue };
        for (name, inner) in fields {
            let at = format!("{path}/{name}");
            let is_named = path.ends_with("/properties") || path.is_empty();
            // What a condition adds says nothing by itself.
            if is_named && !at.contains("/allOf") {
                assert!(inner["description"].is_string(), "{at}");
            }
            if inner["type"] == "object" && inner.get("properties").is_some() {
                assert_eq!(inner["additionalProperties"], false, "{at}");
                let names: BTreeSet<_> =
                    inner["properties"].as_object().expect("fields").keys().collect();
                let required = inner["required"].as_array().expect("names");
                assert_eq!(names.len(), required.len(), "{at}");
            }
            open.push((at, inner));
        }
    }
}

#[test]
fn the_schema_is_the_contracts_but_for_what_was_added() {
    let checks: Vec<String> =
        CheckId::ALL.iter().map(|id| format!("\"{}\"", id.as_str())).collect();
    // The text has the ids of checks in a table of their own.
    let ids = format!("\nCheckId = {}\n", checks.join(" | "));
    let code = CONTRACT.split("```").nth(1).expect("a block").trim_start_matches("ts");
    let contract = Types::read(&format!("{code}{ids}"));
    let mut ours = of_schema();
    for (path, why) in ADDED {
        assert!(!why.is_empty());
        let before = ours.len();
        ours.retain(|at, _| !at.starts_with(path));
        assert!(ours.len() < before, "{path} is not in the schema");
    }
    assert_same(&contract.shape("Report"), &ours);
}

#[test]
fn the_schema_is_the_declarations() {
    assert_same(&Types::read(DECLARATIONS).shape("Report"), &of_schema());
}

/// Every place in a report, with what may stand there.
type Shape = BTreeMap<String, BTreeSet<String>>;

fn assert_same(theirs: &Shape, ours: &Shape) {
    assert!(ours.len() > 50);
    let places: BTreeSet<_> = theirs.keys().chain(ours.keys()).collect();
    let differing: Vec<String> = places
        .into_iter()
        .filter(|at| theirs.get(*at) != ours.get(*at))
        .map(|at| format!("{at}: {:?}, in the schema {:?}", theirs.get(at), ours.get(at)))
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

fn of_schema() -> Shape {
    let schema = schema();
    let mut shape = Shape::new();
    walk(&schema, &schema["$defs"]["Report"], "Report", &mut shape);
    shape
}

/// Adds what the schema's `part` allows at `path`.
fn walk(schema: &Json, part: &Json, path: &str, shape: &mut Shape) {
    let mut allow = |what: String| shape.entry(path.to_owned()).or_default().insert(what);
    let kinds = match &part["type"] {
        Json::Array(kinds) => kinds.clone(),
        Json::Null => Vec::new(),
        kind => vec![kind.clone()],
    };
    for kind in kinds {
        allow(kind.as_str().expect("a name").replace("integer", "number"));
    }
    let constant = part.get("const").into_iter();
    for value in part["enum"].as_array().into_iter().flatten().chain(constant) {
        allow(value.to_string());
    }
    if let Some(name) = part["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").expect("a name of the schema's own");
        walk(schema, &schema["$defs"][name], path, shape);
    }
    for option in part["anyOf"].as_array().into_iter().flatten() {
        walk(schema, option, path, shape);
    }
    for (name, inner) in part["properties"].as_object().into_iter().flatten() {
        walk(schema, inner, &format!("{path}.{name}"), shape);
    }
    if part["additionalProperties"].is_object() {
        walk(schema, &part["additionalProperties"], &format!("{path}.*"), shape);
    }
    if part["items"].is_object() {
        walk(schema, &part["items"], &format!("{path}[]"), shape);
    }
}

/// A type of TypeScript, as far as the contract uses them.
#[derive(Clone, Debug)]
enum Type {
    Word(String),
    Union(Vec<Type>),
    List(Box<Type>),
    Object(Vec<(String, Type)>),
    Record(Box<Type>),
}

/// Named types.
struct Types(BTreeMap<String, Type>);

impl Types {
    /// Reads `Name = type`, `type Name = type` and `interface Name { … }`; passes over functions.
    fn read(text: &str) -> Types {
        let mut tokens = Tokens(tokens(text), 0);
        let mut types = BTreeMap::new();
        while let Some(token) = tokens.next() {
            let name = match token.as_str() {
                "interface" | "type" => tokens.next().expect("a name"),
                _ => token,
            };
            if tokens.take("=") {
                types.insert(name, tokens.read());
            } else if tokens.peek() == Some("{") {
                let read = tokens.read();
                types.insert(name, read);
            }
        }
        Types(types)
    }

    fn shape(&self, name: &str) -> Shape {
        let mut shape = Shape::new();
        self.walk(&self.0[name], name, &mut shape);
        shape
    }

    fn walk(&self, part: &Type, path: &str, shape: &mut Shape) {
        let mut allow = |what: &str| {
            shape.entry(path.to_owned()).or_default().insert(what.to_owned());
        };
        match part {
            Type::Word(name) => match self.0.get(name) {
                Some(named) => self.walk(named, path, shape),
                None => allow(name),
            },
            Type::Union(options) => options.iter().for_each(|one| self.walk(one, path, shape)),
            Type::List(item) => {
                allow("array");
                self.walk(item, &format!("{path}[]"), shape);
            }
            Type::Object(fields) => {
                allow("object");
                for (name, inner) in fields {
                    self.walk(inner, &format!("{path}.{name}"), shape);
                }
            }
            Type::Record(value) => {
                allow("object");
                self.walk(value, &format!("{path}.*"), shape);
            }
        }
    }
}

struct Tokens(Vec<String>, usize);

impl Tokens {
    fn peek(&self) -> Option<&str> {
        self.0.get(self.1).map(String::as_str)
    }

    fn next(&mut self) -> Option<String> {
        let token = self.0.get(self.1).cloned();
        self.1 += 1;
        token
    }

    fn take(&mut self, wanted: &str) -> bool {
        let is_here = self.peek() == Some(wanted);
        self.1 += usize::from(is_here);
        is_here
    }

    fn read(&mut self) -> Type {
        self.take("|");
        let mut options = vec![self.one()];
        while self.take("|") {
            options.push(self.one());
        }
        if options.len() == 1 { options.remove(0) } else { Type::Union(options) }
    }

    fn one(&mut self) -> Type {
        let mut read = match self.next().expect("a type").as_str() {
            "{" => self.object(),
            "Record" => {
                assert!(self.take("<"));
                self.read();
                assert!(self.take(","));
                let value = self.read();
                assert!(self.take(">"));
                Type::Record(Box::new(value))
            }
            word => Type::Word(word.to_owned()),
        };
        while self.take("[") {
            assert!(self.take("]"));
            read = Type::List(Box::new(read));
        }
        read
    }

    fn object(&mut self) -> Type {
        let mut fields = Vec::new();
        while !self.take("}") {
            let name = self.next().expect("a field");
            self.take("?");
            if self.take(":") {
                fields.push((name, self.read()));
            }
            self.take(";");
        }
        Type::Object(fields)
    }
}

/// Words, texts and signs, without comments.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").expect("its end") + 2
        } else if c == '"' {
            rest[1..].find('"').expect("its end") + 2
        } else if c.is_alphanumeric() {
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        if !rest.starts_with("//") && !rest.starts_with("/*") {
            tokens.push(rest[..length].to_owned());
        }
        rest = rest[length..].trim_start();
    }
    tokens
}
