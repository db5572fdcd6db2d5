//! `ec2 describe-instances`: the vCPU of what runs on demand in the Standard families.
//!
//! Spot instances and other families count against quotas of their own, stopped instances against
//! none; how many of each there are is said.

use super::listing::{Listing, find, id_of, placed, region_of_zone};
use super::{DocumentFormat, is_instance_type};
use crate::data::standard_vcpu::{is_standard, standard_vcpu};
use crate::quantity::{Decimal, Round, Unit};
use crate::read::What;
use crate::read::command::Harmless;
use crate::read::reader::{Reader, Use};
use crate::read::syntax::keyword_rows::Keyword;
use crate::read::tree::{Node, Value};
use crate::report::Severity;
use crate::text::Reason;

/// `{"Reservations": [{"Instances": [{"InstanceType": …, "State": {"Name": "running"}}]}]}`, or
/// lists of instances whose fields have lost their names.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "instances", sure, read };

/// `RESERVATIONS`, `INSTANCES`, and the parts of an instance that say whether it counts.
pub const KEYWORDS: &[Keyword] = &[
    Keyword {
        word: "RESERVATIONS",
        key: "Reservations",
        of: "",
        many: true,
        fields: &[("OwnerId", |cells| cells.iter().position(|cell| super::vpcs::is_account(cell)))],
    },
    Keyword {
        word: "INSTANCES",
        key: "Instances",
        of: "RESERVATIONS",
        many: true,
        fields: &[
            ("PrivateDnsName", |cells| {
                cells.iter().position(|cell| cell.ends_with(".compute.internal"))
            }),
            ("InstanceType", |cells| cells.iter().position(|cell| is_instance_type(cell))),
            ("VpcId", |cells| cells.iter().position(|cell| cell.starts_with("vpc-"))),
            ("InstanceLifecycle", |cells| cells.iter().position(|cell| LIFECYCLES.contains(cell))),
        ],
    },
    Keyword {
        word: "STATE",
        key: "State",
        of: "INSTANCES",
        many: false,
        fields: &[("Name", |cells| (cells.len() > 1).then_some(1))],
    },
    Keyword {
        word: "PLACEMENT",
        key: "Placement",
        of: "INSTANCES",
        many: false,
        fields: &[
            ("AvailabilityZone", |cells| {
                cells.iter().position(|cell| region_of_zone(cell).is_some())
            }),
            ("Tenancy", |cells| cells.iter().position(|cell| TENANCIES.contains(cell))),
        ],
    },
    Keyword {
        word: "CPUOPTIONS",
        key: "CpuOptions",
        of: "INSTANCES",
        many: false,
        fields: &[
            // Alphabetical: AmdSevSnp may stand before CoreCount and ThreadsPerCore.
            ("CoreCount", |cells| numbers(cells).first().copied()),
            ("ThreadsPerCore", |cells| numbers(cells).get(1).copied()),
        ],
    },
];

const LIFECYCLES: &[&str] = &["spot", "scheduled", "capacity-block"];

const TENANCIES: &[&str] = &["default", "dedicated", "host"];

/// What runs is all that counts.
const HARMLESS: &[Harmless<'static>] = &[("instance-state-name", &["running"])];

fn numbers(cells: &[&str]) -> Vec<usize> {
    let is_number = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    (0..cells.len()).filter(|at| is_number(cells[*at])).collect()
}

fn sure(root: &Node<'_>) -> u8 {
    if find(root, "reservations").is_some() {
        return 90;
    }
    // Instances without the names of their fields: rows of which each has a type.
    let rows = root.list().unwrap_or_default();
    let has_type = |row: &Node<'_>| match &row.value {
        Value::List(cells) => cells.iter().any(|cell| cell.text().is_some_and(is_instance_type)),
        Value::Text(text) => is_instance_type(text),
        _ => false,
    };
    if !rows.is_empty() && rows.iter().all(has_type) { 60 } else { 0 }
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    let Some(reservations) = Listing::of_filtered(root, "reservations", HARMLESS, reader) else {
        let command = "aws ec2 describe-instances --output json";
        return reader.problem(
            root.at,
            Severity::Warning,
            Reason::KeysLost { command: command.into() },
        );
    };
    // Of a reservation that was cut the whole instances count.
    let all = find(root, "reservations").and_then(Node::list).unwrap_or_default();
    let lists = all.iter().filter_map(|reservation| reservation.get(&["instances"]));
    let listed = || lists.clone().flat_map(|list| list.list().unwrap_or_default());
    let is_cut = reservations.is_cut
        || lists.clone().any(|list| !list.whole)
        || listed().any(|instance| !instance.whole);
    let instances: Vec<&Node<'_>> = listed().filter(|instance| instance.whole).collect();
    let mut tally = Tally::default();
    // The last one of a list that was cut may have lost its state.
    let is_known = |instance: &&Node<'_>| !is_cut || state(instance).is_some();
    for instance in instances.iter().copied().filter(is_known) {
        tally.take(instance, reader);
    }
    let owner = all.iter().find_map(|one| one.get(&["ownerid"])?.number());
    let zone = instances.iter().find_map(|instance| placement(instance, "availabilityzone"));
    let first = instances.iter().find(|instance| kind(instance) == Kind::Counted);
    let zone = zone.or_else(|| instances.iter().find_map(|instance| host_region(instance)));
    let at = first.or(instances.first()).map_or(reservations.at, |instance| instance.at);
    let is_partial = reservations.is_partial || is_cut || tally.unknown > 0;
    let used = Use { whole: tally.vcpu, unit: Unit::Vcpu, ..Use::count("L-1216C47A", 0) };
    reader.counted(at, used.at_least(is_partial), owner, zone.and_then(region_of_zone));
    let reason = Reason::InstancesCounted {
        counted: tally.counted.into(),
        vcpu: i64::try_from(tally.vcpu).unwrap_or(i64::MAX).into(),
        spot: tally.spot.into(),
        others: tally.others.into(),
        stopped: tally.stopped.into(),
    };
    reader.problem(reservations.at, Severity::Info, reason);
    let region = zone.and_then(region_of_zone);
    placed(&instances, region, reader);
    // One that has ended is in no VPC any more.
    let is_placed = |instance: &&Node<'_>| {
        id_of(instance, "vpcid", "vpc-").is_some() || state(instance) == Some("terminated")
    };
    // A filter that leaves in all that runs leaves out what stands still in a VPC.
    let lists_all = !is_partial && reader.command.narrows(&[]).is_none();
    if lists_all && instances.iter().all(is_placed) {
        reader.fact(reservations.at, What::InstancesPlaced, owner, region);
    }
}

/// How many instances there are of each kind.
#[derive(Default)]
struct Tally {
    counted: usize,
    vcpu: i128,
    unknown: usize,
    spot: usize,
    others: usize,
    stopped: usize,
}

impl Tally {
    fn take(&mut self, instance: &Node<'_>, reader: &mut Reader<'_>) {
        match kind(instance) {
            Kind::Stopped => self.stopped += 1,
            Kind::Spot => self.spot += 1,
            Kind::Other => self.others += 1,
            Kind::Counted => {
                self.counted += 1;
                match vcpu(instance) {
                    Some(vcpu) => self.vcpu += vcpu,
                    None => {
                        self.unknown += 1;
                        let name = instance_type(instance).unwrap_or_default().chars().take(40);
                        let reason = Reason::UnknownType { name: name.collect::<String>().into() };
                        reader.problem(instance.at, Severity::Warning, reason);
                    }
                }
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Counted,
    Spot,
    Other,
    Stopped,
}

fn state<'n>(instance: &'n Node<'_>) -> Option<&'n str> {
    single(instance.get(&["state"])?).get(&["name"])?.text()
}

fn kind(instance: &Node<'_>) -> Kind {
    let state = state(instance);
    let lifecycle = instance.get(&["instancelifecycle"]).and_then(Node::text).unwrap_or_default();
    if matches!(state, Some("stopped" | "stopping" | "terminated" | "shutting-down")) {
        Kind::Stopped
    } else if LIFECYCLES.contains(&lifecycle) {
        Kind::Spot
    } else if instance_type(instance).is_some_and(|name| !is_standard(name))
        || placement(instance, "tenancy") == Some("host")
    {
        Kind::Other
    } else {
        Kind::Counted
    }
}

fn instance_type<'n>(instance: &'n Node<'_>) -> Option<&'n str> {
    instance.get(&["instancetype"]).and_then(Node::text)
}

fn placement<'n>(instance: &'n Node<'_>, key: &str) -> Option<&'n str> {
    single(instance.get(&["placement"])?).get(&[key])?.text()
}

/// The Region in the name of an instance's host: `ip-10-1-1-4.us-west-2.compute.internal`.
fn host_region<'n>(instance: &'n Node<'_>) -> Option<&'n str> {
    let host = instance.get(&["privatednsname"])?.text()?;
    host.strip_suffix(".compute.internal")?.split_once('.').map(|parts| parts.1)
}

/// A record that a table shows as a list of one.
fn single<'n, 'a>(node: &'n Node<'a>) -> &'n Node<'a> {
    match node.list() {
        Some([one]) => one,
        _ => node,
    }
}

/// By its CPU options, else by its type.
fn vcpu(instance: &Node<'_>) -> Option<i128> {
    let options = instance.get(&["cpuoptions"]).map(single);
    let figure = |key| {
        let number = Decimal::parse(options?.get(&[key])?.number()?)?;
        (!number.is_negative()).then(|| number.in_whole(Unit::Vcpu, Round::Up))
    };
    match (figure("corecount"), figure("threadspercore")) {
        (Some(cores), Some(threads)) => Some(cores * threads),
        _ => standard_vcpu(instance_type(instance)?).map(i128::from),
    }
}
