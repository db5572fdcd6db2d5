//! What a person changes of a profile on the page, and what there is to say about it.

use std::borrow::Cow;

use super::own::MOST_INSTANCES;
use super::{Chosen, Need, PROFILES, Profile};
use crate::WrongInput;
use crate::data::checks::{Check, Decider};
use crate::quantity::{Quantity, Round, Stated, parse_stated};
use crate::report::{Adjustments, Answers, CheckId, Diagnostic, Severity};
use crate::text::Reason;

/// `profile` as the answers adjust it, with where it is left and by what.
pub fn adjusted(profile: Profile, answers: &Answers) -> Chosen {
    let adjustments = &answers.adjustments;
    let mut chosen = in_vpc(profile, adjustments);
    if let Some(instances) = &adjustments.instances {
        let is_known = |name: &str| chosen.profile.instance_type(name).is_some();
        let counted = instances.iter().filter(|group| is_known(&group.name));
        let groups = counted.map(|group| (Cow::Owned(group.name.clone()), group.count.into()));
        let groups = groups.collect();
        chosen.with_instances(groups);
    }
    // What a person types is what they want made, whatever is there already.
    chosen.with_needs(adjustments);
    if adjustments.upgrade_surge {
        chosen.with_surge();
    }
    chosen
}

/// `profile`, in the VPC that is there already where one is.
pub fn in_vpc(profile: Profile, adjustments: &Adjustments) -> Chosen {
    let mut chosen = Chosen { notices: Vec::new(), profile };
    if chosen.profile.id != PROFILES[0].id {
        let (title, source) = (chosen.profile.title.to_string(), chosen.profile.source.to_string());
        chosen.say(Reason::ProfileOther { title: title.into(), source: source.into() });
    }
    if adjustments.existing_vpc {
        chosen.in_existing_vpc(adjustments.vpc.as_deref().unwrap_or_default().trim());
    }
    chosen
}

/// Whether adjustments are of the right shape.
pub fn check(profile: &Profile, adjustments: &Adjustments) -> Result<(), WrongInput> {
    let wrong = |path: String, message: String| {
        Err(WrongInput { path: format!("adjustments.{path}"), message })
    };
    for (index, group) in adjustments.instances.iter().flatten().enumerate() {
        if profile.instance_type(&group.name).is_none() {
            let message = format!("\"{}\" is not in the catalogue", group.name);
            return wrong(format!("instances[{index}].type"), message);
        }
        if i64::from(group.count) > MOST_INSTANCES {
            let message = format!("{} is more than {MOST_INSTANCES}", group.count);
            return wrong(format!("instances[{index}].count"), message);
        }
    }
    for id in adjustments.needs.keys() {
        let Some(row) = profile.row(*id) else {
            let message = "the profile has no such row".to_owned();
            return wrong(format!("needs.{}", id.as_str()), message);
        };
        if row.follows_from_instances() {
            let message = "follows from the instances; adjust those".to_owned();
            return wrong(format!("needs.{}", id.as_str()), message);
        }
    }
    Ok(())
}

impl Chosen {
    fn say(&mut self, reason: Reason) {
        self.notices.push(Diagnostic::new(Severity::Info, reason));
    }

    fn with_instances(&mut self, groups: Vec<(Cow<'static, str>, i64)>) {
        let was = self.profile.show_instances();
        self.profile.instances = groups.into();
        let is = self.profile.show_instances();
        if was != is {
            let is = if is.is_empty() { "0".to_owned() } else { is };
            self.say(Reason::ProfileInstances { was: was.into(), is: is.into() });
        }
    }

    /// Amounts in place of the profile's; one that cannot be read changes nothing.
    fn with_needs(&mut self, adjustments: &Adjustments) {
        let mut notices = Vec::new();
        let published = self.profile.clone();
        for row in self.profile.rows.to_mut() {
            let text = adjustments.needs.get(&row.id).map(|text| text.trim());
            let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
            let name = || row.id.as_str().into();
            match parse_stated(text, row.unit, Round::Up) {
                Ok(Stated::Finite(needed)) => {
                    let before = row.required(&published);
                    row.need = Need::Exactly(needed.whole, needed.unit);
                    if before.whole != needed.whole {
                        let (was, is) = (show(before).into(), show(needed).into());
                        let reason = Reason::ProfileNeed { row: name(), was, is };
                        notices.push(Diagnostic::new(Severity::Info, reason));
                    }
                }
                _ => {
                    let found: String = text.chars().take(40).collect();
                    let reason = Reason::StatedUnreadable {
                        row: name(),
                        field: "needed".into(),
                        found: found.into(),
                    };
                    notices.push(Diagnostic::new(Severity::Error, reason));
                }
            }
        }
        self.notices.append(&mut notices);
    }

    /// Nothing is made that comes with a VPC of the profile's own, and what is in use in the
    /// existing one counts.
    fn in_existing_vpc(&mut self, vpc: &str) {
        let published = self.profile.clone();
        for row in self.profile.rows.to_mut() {
            row.in_own_vpc = false;
            if row.with_vpc > 0 {
                let needed = row.required(&published);
                let left = needed.whole - i128::from(row.with_vpc);
                row.need = Need::Exactly(left.max(0), needed.unit);
            }
        }
        for check in self.profile.checks.to_mut() {
            *check = without_vpc(*check);
        }
        self.profile.existing_vpc = Some(vpc.to_owned());
        self.say(Reason::ProfileExistingVpc);
    }

    fn with_surge(&mut self) {
        self.profile.surge = true;
        if let Some(kind) = self.profile.largest() {
            self.say(Reason::ProfileSurge {
                vcpu: kind.vcpu.into(),
                memory: kind.memory_gib.into(),
                instance: kind.name.to_string().into(),
            });
        }
    }
}

/// A check of gateways that come with a VPC needs none where one is there already.
fn without_vpc(check: Check) -> Check {
    match (check.id, check.by) {
        (
            CheckId::NatGateways | CheckId::InternetGateways,
            Decider::RoomAdvised { quota_code, .. },
        ) => Check { by: Decider::RoomAdvised { quota_code, need: 0 }, ..check },
        _ => check,
    }
}

fn show(quantity: Quantity) -> String {
    quantity.show(quantity.unit, Round::Up)
}
