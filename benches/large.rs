//! Sources of ten kilobytes up to a hundred megabytes, of every kind: whether the time to read one
//! grows with its size and no faster. Prints a row for each, as `cargo xtask bench` wants them.

use std::hint::black_box;
use std::time::Duration;

use byoc_readiness::read::read;
use cpu_time::ThreadTime;
use serde_json::{Value as Json, json};

/// Sizes of sources, in bytes.
const SIZES: [usize; 5] = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// How much longer a megabyte may take in the largest source than in one of a megabyte, whose data
/// still fit into the processor's own memory.
const GROWTH: f64 = 1.5;

/// A short measurement is repeated until it took as long as this.
const LONG_ENOUGH: Duration = Duration::from_millis(40);

fn main() {
    for (kind, source) in kinds() {
        let times: Vec<f64> = SIZES.iter().map(|size| milliseconds(&source(*size))).collect();
        let each: Vec<f64> =
            times.iter().zip(SIZES).map(|(time, size)| time * 1e6 / size as f64).collect();
        let shown: Vec<String> = each.iter().map(|time| format!("{time:.2}")).collect();
        let note = format!("{} ms a MB in 10 kB, 100 kB, 1, 10 and 100 MB", shown.join(", "));
        let what = format!("growth, {kind}: a megabyte of 100 MB against one of 1 MB");
        row(&what, each[4] / each[2], "×", GROWTH, &note);
    }
}

fn row(what: &str, measured: f64, unit: &str, bound: f64, note: &str) {
    println!(
        "{}",
        json!({ "what": what, "measured": measured, "unit": unit, "bound": bound, "note": note })
    );
}

/// How long reading takes; of several times the shortest. The first one is where the kernel clears the
/// memory, which is no part of reading.
fn milliseconds(text: &str) -> f64 {
    let mut shortest = Duration::MAX;
    let mut all = Duration::ZERO;
    black_box(read(black_box(text)));
    while all < LONG_ENOUGH {
        let start = ThreadTime::now();
        black_box(read(black_box(text)));
        let time = start.elapsed();
        shortest = shortest.min(time);
        all += time;
    }
    shortest.as_secs_f64() * 1000.0
}

/// Makes a source of about this size.
type Source = Box<dyn Fn(usize) -> String>;

fn kinds() -> Vec<(&'static str, Source)> {
    vec![
        ("quotas as JSON", listed("list-service-quotas.ec2.json.txt", "Quotas", true)),
        ("quotas as JSON in one line", listed("list-service-quotas.ec2.json.txt", "Quotas", false)),
        ("instances as JSON", listed("ec2-describe-instances.json.txt", "Reservations", true)),
        ("answers as JSON, one behind another", again("list-service-quotas.vpc.json.txt")),
        ("YAML", again("list-service-quotas.iam.us-east-1.yaml.txt")),
        ("tables", again("list-service-quotas.ebs.table.txt")),
        ("rows of text", again("list-service-quotas.ebs.text.txt")),
        ("mail", again("byoc-prerequisites.md")),
        ("one line of prose", Box::new(|size| "what the account has room for, ".repeat(size / 31))),
    ]
}

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A sample as often behind itself as makes that much.
fn again(name: &str) -> Source {
    let text = fixture(name);
    Box::new(move |size| text.repeat(size.div_ceil(text.len())))
}

/// One answer whose list has so many of the sample's records.
fn listed(name: &str, key: &'static str, is_pretty: bool) -> Source {
    let answer: Json = serde_json::from_str(&fixture(name)).expect("JSON");
    let records = answer[key].as_array().expect("a list").clone();
    let written = |record: &Json| match is_pretty {
        true => format!(
            "\n        {}",
            serde_json::to_string_pretty(record).expect("JSON").replace('\n', "\n        ")
        ),
        false => record.to_string(),
    };
    let records: Vec<String> = records.iter().map(written).collect();
    Box::new(move |size| {
        let mut text = format!("{{\n    \"{key}\": [");
        for record in records.iter().cycle() {
            text.push_str(record);
            if text.len() >= size {
                break;
            }
            text.push(',');
        }
        text + "\n    ]\n}\n"
    })
}
