//! How long reading takes, a megabyte of each sample: the sample as often behind itself as makes
//! that much. `cargo xtask bench` prints the slowest of them.
//!
//! What is measured is the processor's time in the thread that reads, the kernel's for its memory
//! included. Reading is that thread's alone and waits for nothing, so on an idle machine it is the
//! time that passes; on a busy one it leaves out what others take in between.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use byoc_readiness::read::{decode, read};
use cpu_time::ThreadTime;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, SamplingMode, Throughput};

/// Size that each sample is enlarged to, in bytes.
const MEGABYTE: usize = 1_000_000;

/// Samples of fewer bytes are no lists: a lone number, an identity, an empty answer. A megabyte of
/// them is nothing that anybody pastes.
const SMALLEST: usize = 150;

fn samples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut samples: Vec<(String, String)> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| {
            let entry = entry.expect("an entry");
            let text = decode(fs::read(entry.path()).expect("a file")).ok()?;
            (text.len() >= SMALLEST)
                .then(|| (entry.file_name().into_string().expect("a name"), text))
        })
        .collect();
    samples.sort();
    samples
}

fn enlarged(text: &str) -> String {
    let mut large = String::with_capacity(MEGABYTE + text.len());
    while large.len() < MEGABYTE {
        large.push_str(text);
        if !text.ends_with(['\n', '\r']) {
            large.push('\n');
        }
    }
    large
}

/// The thread's own time, shown as any other.
struct OwnTime(WallTime);

impl Measurement for OwnTime {
    type Intermediate = ThreadTime;
    type Value = Duration;

    fn start(&self) -> ThreadTime {
        ThreadTime::now()
    }

    fn end(&self, start: ThreadTime) -> Duration {
        start.elapsed()
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, time: &Duration) -> f64 {
        self.0.to_f64(time)
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        self.0.formatter()
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .with_measurement(OwnTime(WallTime))
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .without_plots()
        .configure_from_args();
    let mut group = criterion.benchmark_group("read");
    group.sampling_mode(SamplingMode::Flat);
    for (name, text) in samples() {
        let text = enlarged(&text);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(&name, |bencher| bencher.iter(|| read(black_box(&text))));
    }
    group.finish();
    criterion.final_summary();
}
