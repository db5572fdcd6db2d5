//! Answers as lines, and back.

use super::stand_ins::StandIns;
use crate::read::secrets::find;
use crate::read::shared_figures::{escaped, is_harmful, unescaped};
use crate::report::{
    Adjustments, Answer, Answers, CheckId, InstanceCount, LicenseField, OwnProfile, OwnType,
    ProfileChoice, ResourceId, StatedFields, ToBe,
};

/// A line for each answer; what was left empty has none.
pub fn lines(answers: &Answers, stand_ins: &mut StandIns) -> String {
    let Answers {
        license,
        stated,
        answers,
        profile,
        adjustments,
        region,
        account,
        licensed_instances,
        include_ids: _,
    } = answers;
    let mut lines = Lines { text: String::new(), stand_ins };
    for field in LicenseField::ALL {
        let Some(typed) = license.get(*field) else { continue };
        let value = match field {
            LicenseField::Id => lines.stand_ins.license(typed),
            LicenseField::CoreSize => lines.stand_ins.figure(ToBe::Cores, typed),
            LicenseField::ValidFrom | LicenseField::ValidUntil => {
                lines.stand_ins.figure(ToBe::Day, typed)
            }
        };
        lines.push(&["license", field.as_str()], &value);
    }
    for (row, fields) in stated {
        for (name, figure) in figures(fields) {
            lines.figure(&["stated", row.as_str(), name], figure.as_deref());
        }
    }
    for (check, answer) in answers {
        lines.push(&["answer", check.as_str()], answer.as_str());
    }
    match profile {
        Some(ProfileChoice::Id(id)) => lines.text(&["profile"], id),
        Some(ProfileChoice::Own(own)) => lines.own(own),
        None => {}
    }
    lines.adjustments(adjustments);
    if let Some(region) = region.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        lines.text(&["region"], region);
    }
    if let Some(stands_in) = account.as_deref().and_then(|it| lines.stand_ins.typed_account(it)) {
        lines.push(&["account"], &stands_in);
    }
    if let Some(names) = licensed_instances {
        lines.push_words(&["licensed"]);
        names.iter().for_each(|name| lines.text(&["licensed"], name));
    }
    lines.text
}

fn figures(fields: &StatedFields) -> [(&'static str, &Option<String>); 3] {
    [("limit", &fields.limit), ("in-use", &fields.in_use), ("available", &fields.available)]
}

struct Lines<'s> {
    text: String,
    stand_ins: &'s mut StandIns,
}

impl Lines<'_> {
    fn push_words(&mut self, words: &[&str]) {
        self.text.push_str(&words.join(" "));
        self.text.push('\n');
    }

    /// A line that ends with a text in which nothing is to be hidden any more.
    fn push(&mut self, words: &[&str], text: &str) {
        let harmless = |c: char| if is_harmful(c) { char::REPLACEMENT_CHARACTER } else { c };
        let text = escaped(&text.chars().map(harmless).collect::<String>());
        self.text.push_str(&words.join(" "));
        self.text.push(' ');
        self.text.push_str(&text);
        self.text.push('\n');
    }

    fn text(&mut self, words: &[&str], text: &str) {
        let text = self.stand_ins.text(text);
        self.push(words, &text);
    }

    /// An amount as it was typed; one that is blank was not.
    fn figure(&mut self, words: &[&str], typed: Option<&str>) {
        if let Some(typed) = typed.map(str::trim).filter(|text| !text.is_empty()) {
            let figure = self.stand_ins.figure(ToBe::Amount, typed);
            self.push(words, &figure);
        }
    }

    fn adjustments(&mut self, adjustments: &Adjustments) {
        let Adjustments { instances, needs, existing_vpc, vpc, upgrade_surge } = adjustments;
        if let Some(groups) = instances {
            self.push_words(&["adjust", "instances"]);
            for group in groups {
                self.text(&["adjust", "instance", &group.count.to_string()], &group.name);
            }
        }
        for (row, amount) in needs {
            self.figure(&["adjust", "need", row.as_str()], Some(amount));
        }
        if *existing_vpc {
            self.push_words(&["adjust", "existing-vpc"]);
        }
        if let Some(vpc) = vpc.as_deref().map(str::trim).filter(|vpc| !vpc.is_empty()) {
            // The mask of a credential stays, so that its warning does.
            if find(vpc).is_empty() {
                let stands_in = self.stand_ins.resource(vpc);
                self.push(&["adjust", "vpc"], &stands_in);
            } else {
                self.text(&["adjust", "vpc"], vpc);
            }
        }
        if *upgrade_surge {
            self.push_words(&["adjust", "surge"]);
        }
    }

    fn own(&mut self, own: &OwnProfile) {
        let OwnProfile {
            id,
            title,
            source,
            source_date,
            regions,
            instances,
            needs,
            policies,
            roles,
        } = own;
        self.text(&["own", "id"], id);
        self.text(&["own", "title"], title);
        self.text(&["own", "source"], source);
        if let Some(date) = source_date {
            let date = self.stand_ins.figure(ToBe::Day, date);
            self.push(&["own", "date"], &date);
        }
        regions.iter().for_each(|region| self.text(&["own", "region"], region));
        for OwnType { name, count, vcpu, memory_gib } in instances {
            let figures = [Some(*count), *vcpu, *memory_gib].map(|figure| match figure {
                Some(figure) => figure.to_string(),
                None => "-".to_owned(),
            });
            let [count, vcpu, memory] = &figures;
            self.text(&["own", "instance", count, vcpu, memory], name);
        }
        for (row, amount) in needs {
            // Of a profile that can be assessed against, it is the ID of a row.
            let row = escaped(&self.stand_ins.text(row));
            let amount = self.stand_ins.figure(ToBe::Amount, amount);
            self.push(&["own", "need", &row], &amount);
        }
        for (name, count) in [("policies", policies), ("roles", roles)] {
            if let Some(count) = count {
                self.push_words(&["own", name, &count.to_string()]);
            }
        }
    }
}

/// Takes one line into the answers; `None` where it is none of theirs.
pub fn take(line: &str, answers: &mut Answers) -> Option<()> {
    let words: Vec<&str> = line.split(' ').collect();
    match *words.as_slice() {
        ["license", field, text] => {
            let field = LicenseField::ALL.iter().find(|known| known.as_str() == field)?;
            *answers.license.get_mut(*field) = Some(unescaped(text)?);
        }
        ["stated", row, figure, text] => {
            let fields = answers.stated.entry(self::row(row)?).or_default();
            let field = match figure {
                "limit" => &mut fields.limit,
                "in-use" => &mut fields.in_use,
                "available" => &mut fields.available,
                _ => return None,
            };
            *field = Some(unescaped(text)?);
        }
        ["answer", check, answer] => {
            let check = CheckId::ALL.iter().find(|known| known.as_str() == check)?;
            let answer = Answer::ALL.iter().find(|known| known.as_str() == answer)?;
            answers.answers.insert(*check, *answer);
        }
        ["profile", id] => answers.profile = Some(ProfileChoice::Id(unescaped(id)?)),
        ["own", ref rest @ ..] => take_own(rest, answers)?,
        ["adjust", ref rest @ ..] => take_adjustment(rest, &mut answers.adjustments)?,
        ["region", region] => answers.region = Some(unescaped(region)?),
        ["account", account] => answers.account = Some(unescaped(account)?),
        ["licensed"] => answers.licensed_instances = Some(Vec::new()),
        ["licensed", name] => answers.licensed_instances.as_mut()?.push(unescaped(name)?),
        _ => return None,
    }
    Some(())
}

fn take_adjustment(words: &[&str], adjustments: &mut Adjustments) -> Option<()> {
    match *words {
        ["instances"] => adjustments.instances = Some(Vec::new()),
        ["instance", count, name] => {
            let group = InstanceCount { name: unescaped(name)?, count: count.parse().ok()? };
            adjustments.instances.as_mut()?.push(group);
        }
        ["need", row, amount] => {
            adjustments.needs.insert(self::row(row)?, unescaped(amount)?);
        }
        ["existing-vpc"] => adjustments.existing_vpc = true,
        ["vpc", vpc] => adjustments.vpc = Some(unescaped(vpc)?),
        ["surge"] => adjustments.upgrade_surge = true,
        _ => return None,
    }
    Some(())
}

/// A line of a profile; the first one, its ID, begins it.
fn take_own(words: &[&str], answers: &mut Answers) -> Option<()> {
    if let ["id", id] = *words {
        let own = OwnProfile { id: unescaped(id)?, ..OwnProfile::default() };
        answers.profile = Some(ProfileChoice::Own(Box::new(own)));
        return Some(());
    }
    let Some(ProfileChoice::Own(own)) = &mut answers.profile else { return None };
    match *words {
        ["title", title] => own.title = unescaped(title)?,
        ["source", source] => own.source = unescaped(source)?,
        ["date", date] => own.source_date = Some(unescaped(date)?),
        ["region", region] => own.regions.push(unescaped(region)?),
        ["instance", count, vcpu, memory, name] => own.instances.push(OwnType {
            name: unescaped(name)?,
            count: count.parse().ok()?,
            vcpu: figure(vcpu)?,
            memory_gib: figure(memory)?,
        }),
        ["need", row, amount] => {
            own.needs.insert(unescaped(row)?, unescaped(amount)?);
        }
        ["policies", count] => own.policies = Some(count.parse().ok()?),
        ["roles", count] => own.roles = Some(count.parse().ok()?),
        _ => return None,
    }
    Some(())
}

/// A number, or none where there is none.
fn figure(word: &str) -> Option<Option<u32>> {
    if word == "-" { Some(None) } else { word.parse().ok().map(Some) }
}

fn row(word: &str) -> Option<ResourceId> {
    ResourceId::ALL.iter().copied().find(|known| known.as_str() == word)
}
