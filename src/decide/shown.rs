//! What the sources show beside limits and uses, for the checks.

use std::collections::BTreeSet;

use crate::data::iam_actions::{IAM_ACTIONS, IamAction};
use crate::data::iam_names::IamName;
use crate::data::quotas::Quota;
use crate::data::terraform::Version;
use crate::quantity::Quantity;
use crate::read::{Asked, Decision, Request, Terraform, What};

/// Of each thing what was said last, since a later paste is the newer one.
#[derive(Debug, Default)]
pub struct Shown {
    /// Roles of the deployment whose attached policies were listed.
    pub attached: Vec<Attached>,
    /// What a simulation says.
    pub simulation: Simulation,
    /// Instance types of the profile, each with a zone that offers it.
    pub offers: Vec<(String, String)>,
    /// Lists of offerings: about which types, and whether the list is whole.
    pub offerings_listed: Vec<(Asked, bool)>,
    /// Whether there is a Terraform.
    pub terraform: Option<Installed>,
    /// A version of OpenTofu.
    pub opentofu: Option<Version>,
    /// What takes of a quota and is not used.
    pub idle: Vec<Idle>,
    /// What is in which VPC.
    pub vpcs: Vpcs,
    /// Of each quota the request that was made or changed last.
    pub requests: Vec<Request>,
}

/// Something that takes of a quota and that nothing uses.
#[derive(Debug, PartialEq)]
pub struct Idle {
    /// Of which quota.
    pub quota: &'static Quota,
    /// AWS's ID of it.
    pub id: String,
    /// How much it takes.
    pub takes: Quantity,
}

/// What is in which VPC, as far as it was listed.
#[derive(Debug, Default)]
pub struct Vpcs {
    default: Option<String>,
    occupied: BTreeSet<String>,
    instances_placed: bool,
}

impl Vpcs {
    /// The default VPC, where nothing that was listed is in it, instances among that.
    pub fn unused_default(&self) -> Option<&str> {
        let default = self.default.as_deref().filter(|_| self.instances_placed)?;
        (!self.occupied.contains(default)).then_some(default)
    }
}

/// What a terminal said of Terraform.
#[derive(Debug)]
pub enum Installed {
    /// This version is there.
    Version(Version),
    /// The shell did not find it.
    Missing,
}

/// The policies of one role.
#[derive(Debug)]
pub struct Attached {
    /// The role.
    pub role: &'static IamName,
    /// How many are attached.
    pub count: usize,
    /// Whether the one that the deployment attaches is among them.
    pub has_own: bool,
    /// Whether the list is whole.
    pub whole: bool,
}

/// For each action that is needed, what a simulation says of it.
#[derive(Debug, Default)]
pub struct Simulation {
    decisions: Vec<(&'static IamAction, Decision)>,
}

impl Simulation {
    /// Takes what was said of an action, in place of what was said before.
    pub fn take(&mut self, action: &'static IamAction, decision: Decision) {
        match self.decisions.iter_mut().find(|(known, _)| *known == action) {
            Some(known) => known.1 = decision,
            None => self.decisions.push((action, decision)),
        }
    }

    /// Every needed action with what was said of it, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = (&'static IamAction, Option<Decision>)> {
        IAM_ACTIONS.iter().map(|action| {
            let said = self.decisions.iter().find(|(known, _)| *known == action);
            (action, said.map(|said| said.1))
        })
    }
}

impl Shown {
    /// Takes what a source says.
    pub fn take(&mut self, what: &What) {
        match what {
            What::Attached { role, count, has_own, whole } => {
                self.attached.retain(|known| known.role != *role);
                let (count, has_own, whole) = (*count, *has_own, *whole);
                self.attached.push(Attached { role, count, has_own, whole });
            }
            What::Simulated { action, decision } => self.simulation.take(action, *decision),
            What::Offered { kind, zone } => {
                let offer = (kind.clone(), zone.clone());
                if !self.offers.contains(&offer) {
                    self.offers.push(offer);
                }
            }
            What::OfferingsListed { asked, whole } => {
                self.offerings_listed.push((asked.clone(), *whole));
            }
            What::Terraform(Terraform::Version(version)) => {
                self.terraform = Some(Installed::Version(version.clone()));
            }
            What::Terraform(Terraform::Missing) => self.terraform = Some(Installed::Missing),
            What::Terraform(Terraform::OpenTofu(version)) => self.opentofu = Some(version.clone()),
            What::Idle { quota, id, takes } => {
                self.idle.retain(|known| known.id != *id);
                self.idle.push(Idle { quota, id: id.clone(), takes: *takes });
            }
            What::DefaultVpc(vpc) => self.vpcs.default = Some(vpc.clone()),
            What::InVpc(vpc) => {
                self.vpcs.occupied.insert(vpc.clone());
            }
            What::InstancesPlaced => self.vpcs.instances_placed = true,
            What::Requested(request) => self.take_request(request),
            _ => {}
        }
    }

    /// AWS lists requests in no order that it promises: the later day counts, of equals the later
    /// line.
    fn take_request(&mut self, request: &Request) {
        match self.requests.iter_mut().find(|known| known.quota == request.quota) {
            Some(known) if request.day < known.day => {}
            Some(known) => *known = request.clone(),
            None => self.requests.push(request.clone()),
        }
    }
}
