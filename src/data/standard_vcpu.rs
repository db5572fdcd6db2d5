//! Default vCPU of every EC2 instance type that counts toward quota L-1216C47A.

/// The Standard families, each with its sizes and their default vCPU.
///
/// A size without a figure follows AWS's rule: `large` has 2 vCPU, `xlarge` 4, `Nxlarge` 4·N.
/// Any other is written `size=vcpu`. `xtask/scripts/instance_types.py` makes the rows.
///
/// Source: moto 5.2.5, EC2 DescribeInstanceTypes (VCpuInfo: DefaultVCpus).
#[rustfmt::skip]
pub const STANDARD: &[(&str, &str)] = &[
    ("a1", "medium=1 large xlarge 2xlarge 4xlarge metal=16"),
    ("c1", "medium=2 xlarge=8"),
    ("c3", "large xlarge 2xlarge 4xlarge 8xlarge"),
    ("c4", "large xlarge 2xlarge 4xlarge 8xlarge=36"),
    ("c5", "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge metal=96"),
    ("c5a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("c5ad", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("c5d", "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge metal=96"),
    ("c5n", "large xlarge 2xlarge 4xlarge 9xlarge 18xlarge metal=72"),
    ("c6a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal=192"),
    ("c6g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("c6gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("c6gn", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("c6i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("c6id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("c6in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("c7a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192"),
    ("c7g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("c7gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("c7gn", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("c7i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c7i-flex", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("c8a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c8g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c8gb", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c8gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c8gn", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("c8i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("c8i-flex", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("c8ib", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("c8id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("c8in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("c8ine", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge"),
    ("c9g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("c9gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("d2", "xlarge 2xlarge 4xlarge 8xlarge=36"),
    ("d3", "xlarge 2xlarge 4xlarge 8xlarge"),
    ("d3en", "xlarge 2xlarge 4xlarge 6xlarge 8xlarge 12xlarge"),
    ("h1", "2xlarge 4xlarge 8xlarge 16xlarge"),
    ("i2", "xlarge 2xlarge 4xlarge 8xlarge"),
    ("i3", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
    ("i3en", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge 24xlarge metal=96"),
    ("i4g", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
    ("i4i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("i7i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("i7ie", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge 18xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("i8g", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("i8ge", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge 18xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("im4gn", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
    ("is4gen", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge"),
    ("m1", "small=1 medium=1 large xlarge"),
    ("m2", "xlarge=2 2xlarge=4 4xlarge=8"),
    ("m3", "medium=1 large xlarge 2xlarge"),
    ("m4", "large xlarge 2xlarge 4xlarge 10xlarge 16xlarge"),
    ("m5", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("m5a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("m5ad", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("m5d", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("m5dn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("m5n", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("m5zn", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge metal=48"),
    ("m6a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal=192"),
    ("m6g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("m6gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("m6i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("m6id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("m6idn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("m6in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("m7a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192"),
    ("m7g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("m7gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("m7i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m7i-flex", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("m8a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m8azn", "medium=1 large xlarge 3xlarge 6xlarge 12xlarge metal-12xl=48 24xlarge metal-24xl=96"),
    ("m8g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m8gb", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m8gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m8gn", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("m8i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8i-flex", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("m8ib", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8idb", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8idn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("m8ine", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge"),
    ("m9g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("m9gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("r3", "large xlarge 2xlarge 4xlarge 8xlarge"),
    ("r4", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
    ("r5", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("r5a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("r5ad", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
    ("r5b", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("r5d", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("r5dn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("r5n", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal=96"),
    ("r6a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal=192"),
    ("r6g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("r6gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("r6i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("r6id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("r6idn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("r6in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal=128"),
    ("r7a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192"),
    ("r7g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("r7gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal=64"),
    ("r7i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r7iz", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal-16xl=64 32xlarge metal-32xl=128"),
    ("r8a", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r8g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r8gb", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r8gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r8gn", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal-24xl=96 48xlarge metal-48xl=192"),
    ("r8i", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r8i-flex", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
    ("r8ib", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r8id", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r8idb", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r8idn", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r8in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl=192 96xlarge metal-96xl=384"),
    ("r9g", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("r9gd", "medium=1 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge metal-48xl=192"),
    ("t1", "micro=1"),
    ("t2", "nano=1 micro=1 small=1 medium=2 large xlarge 2xlarge"),
    ("t3", "nano=2 micro=2 small=2 medium=2 large xlarge 2xlarge"),
    ("t3a", "nano=2 micro=2 small=2 medium=2 large xlarge 2xlarge"),
    ("t4g", "nano=2 micro=2 small=2 medium=2 large xlarge 2xlarge"),
    ("t8i", "nano=2 micro=2 small=2 medium=2"),
    ("z1d", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge metal=48"),
];

/// The letters of the Standard families.
///
/// Source: the name of quota L-1216C47A. `im` and `is` are counted as I, since no other On-Demand
/// quota's name has them.
const LETTERS: &[&str] = &["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"];

/// Whether a type, as AWS writes it (`m6i.xlarge`), counts toward quota L-1216C47A.
///
/// The letters before the family's first digit decide, so that types newer than the table count
/// too. Types of other services (`db.m5.large`, `m5.large.search`) do not.
pub fn is_standard(instance_type: &str) -> bool {
    let Some((family, size)) = instance_type.split_once('.') else { return false };
    let letters = family.split_once(|c: char| c.is_ascii_digit()).map(|(letters, _)| letters);
    letters.is_some_and(|letters| LETTERS.contains(&letters)) && is_part(family) && is_part(size)
}

/// A dot within a part would make it a type of another service.
fn is_part(part: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !part.is_empty() && part.bytes().all(known)
}

/// Default vCPU of a Standard type; nothing for a family or a size that is not in the table,
/// since a size's name alone does not tell (`c4.8xlarge` has 36).
pub fn standard_vcpu(instance_type: &str) -> Option<i64> {
    let (family, size) = instance_type.split_once('.')?;
    let (_, sizes) = STANDARD.iter().find(|(name, _)| *name == family)?;
    sizes.split(' ').find_map(|entry| match entry.split_once('=') {
        Some((name, vcpu)) if name == size => vcpu.parse().ok(),
        None if entry == size => regular_vcpu(size),
        _ => None,
    })
}

/// The sizes of a Standard family.
pub fn sizes(family: &str) -> impl Iterator<Item = &'static str> + use<> {
    let of_family = STANDARD.iter().find(|(name, _)| *name == family);
    let entries = of_family.map_or("", |(_, sizes)| sizes).split_ascii_whitespace();
    entries.map(|entry| entry.split_once('=').map_or(entry, |(size, _)| size))
}

/// vCPU by AWS's rule.
fn regular_vcpu(size: &str) -> Option<i64> {
    match size.strip_suffix("xlarge") {
        Some("") => Some(4),
        Some(times) => times.parse::<i64>().ok().map(|times| 4 * times),
        None => (size == "large").then_some(2),
    }
}
