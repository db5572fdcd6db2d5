//! The table of the Standard families holds: it says what DescribeInstanceTypes says.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};

use byoc_readiness::data::instances::{FAMILIES, catalogue, instance_type};
use byoc_readiness::data::standard_vcpu::{STANDARD, is_standard, standard_vcpu};

/// Every instance type of moto's file; `xtask/scripts/instance_types.py` makes it.
const TYPES: &str = include_str!("fixtures-data/instance-types.csv");

/// By name: vCPU and memory in MiB.
fn types() -> BTreeMap<&'static str, (i64, i64)> {
    let mut lines = TYPES.lines();
    assert_eq!(lines.next(), Some("name,vcpu,memory_mib"));
    let mut types = BTreeMap::new();
    for line in lines {
        let cells: Vec<_> = line.split(',').collect();
        let [name, vcpu, memory] = cells[..] else { panic!("{line}") };
        let number = |cell: &str| cell.parse().expect("a number");
        assert!(types.insert(name, (number(vcpu), number(memory))).is_none(), "{name} twice");
    }
    types
}

/// Told by the other families' letters, so that the rule is not held against itself.
fn is_of_another_quota(name: &str) -> bool {
    let letters = name.split(|c: char| !c.is_ascii_lowercase()).next().expect("a part");
    ["dl", "f", "g", "gr", "hpc", "inf", "mac", "p", "trn", "u", "vt", "x"].contains(&letters)
}

#[test]
fn every_standard_type_gives_its_vcpu_and_no_other_is_taken_for_one() {
    let types = types();
    for (name, (vcpu, _)) in &types {
        assert_eq!(is_standard(name), !is_of_another_quota(name), "{name}");
        let expected = is_standard(name).then_some(*vcpu);
        assert_eq!(standard_vcpu(name), expected, "{name}");
    }
    let standard = types.keys().filter(|name| is_standard(name)).count();
    assert_eq!((types.len(), standard), (1395, 1212), "the file is whole");
}

#[test]
fn every_size_of_the_table_is_a_type_and_none_stands_twice() {
    let types = types();
    let mut seen = BTreeSet::new();
    for (family, sizes) in STANDARD {
        for entry in sizes.split(' ') {
            let size = entry.split_once('=').map_or(entry, |(size, _)| size);
            let name = format!("{family}.{size}");
            assert!(types.contains_key(name.as_str()), "{name} is no type");
            assert!(seen.insert(name), "{family}.{size} stands twice");
        }
    }
    assert!(STANDARD.is_sorted());
    assert_eq!(seen.len(), types.keys().filter(|name| is_standard(name)).count());
}

/// Written by hand, so that a fault of the script, which makes both files, shows.
#[test]
fn irregular_sizes_have_their_own_figures() {
    for (name, vcpu) in [
        ("t2.nano", 1),
        ("t2.medium", 2),
        ("t3.nano", 2),
        ("t3.large", 2),
        ("m1.small", 1),
        ("m2.4xlarge", 8),
        ("c1.medium", 2),
        ("c1.xlarge", 8),
        ("c4.8xlarge", 36),
        ("d2.8xlarge", 36),
        ("c5n.metal", 72),
        ("m6g.medium", 1),
        ("m7i.metal-24xl", 96),
        ("c7i-flex.large", 2),
        ("im4gn.16xlarge", 64),
        ("is4gen.medium", 1),
    ] {
        assert!(is_standard(name), "{name}");
        assert_eq!(standard_vcpu(name), Some(vcpu), "{name}");
    }
}

#[test]
fn types_of_other_quotas_are_not_standard() {
    for name in [
        "inf2.xlarge",
        "hpc7a.96xlarge",
        "mac2.metal",
        "mac-m4.metal",
        "trn1.2xlarge",
        "dl1.24xlarge",
        "u-6tb1.56xlarge",
        "u7i-12tb.224xlarge",
        "vt1.3xlarge",
        "p3.2xlarge",
        "g4dn.xlarge",
        "gr6.4xlarge",
        "x2idn.16xlarge",
        "f1.2xlarge",
    ] {
        assert!(!is_standard(name), "{name}");
        assert_eq!(standard_vcpu(name), None, "{name}");
    }
}

#[test]
fn unknown_types_have_no_vcpu() {
    // A new family or size of the right letters counts, but nobody knows how much.
    for name in ["m99i.xlarge", "c10g-flex.large", "m6i.3xlarge", "t3.metal", "im9x.large"] {
        assert!(is_standard(name), "{name}");
        assert_eq!(standard_vcpu(name), None, "{name}");
    }
    // Other services write their types alike; the rest are none.
    for name in [
        "db.m5.large",
        "cache.r6g.large",
        "ml.c5.xlarge",
        "m5.large.search",
        "m6i",
        "m6i.",
        ".xlarge",
        "m.xlarge",
        "6i.xlarge",
        "",
        ".",
        "m6i.xlarge ",
        "m6i. xlarge",
        "m6i x.large",
        "m6i.metal=128",
        "m6i.large xlarge",
        "M6I.XLARGE",
        "ⅿ6i.xlarge",
    ] {
        assert!(!is_standard(name), "{name:?}");
        assert_eq!(standard_vcpu(name), None, "{name:?}");
    }
}

#[test]
fn the_catalogues_types_are_the_files() {
    let types = types();
    let mut count = 0;
    for kind in catalogue() {
        let figures = types.get(kind.name.as_ref());
        assert_eq!(figures, Some(&(kind.vcpu, kind.memory_gib * 1024)), "{}", kind.name);
        count += 1;
    }
    let of_families = types.keys().filter(|name| {
        let (family, size) = name.split_once('.').expect("a dot");
        FAMILIES.iter().any(|(known, _)| *known == family) && !size.starts_with("metal")
    });
    assert_eq!(count, of_families.count());
    for name in ["m6i.xlarge", "m6i.2xlarge", "r6id.8xlarge", "m6id.4xlarge"] {
        assert!(instance_type(name).is_some(), "{name}");
    }
}
