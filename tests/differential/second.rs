//! A second reading of the JSON that quotas and their use leave AWS in: slow, and as obvious as can
//! be. It was written from AWS's documented shapes and not from the engine, which it is to check:
//! whole values of serde_json, figures as floats, no places, no messages.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Quotas that say something: service, code, name, and bytes a unit of storage.
const QUOTAS: &[(&str, &str, &str, f64)] = &[
    ("ec2", "L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 1.0),
    ("ec2", "L-0263D0A3", "EC2-VPC Elastic IPs", 1.0),
    ("ebs", "L-7A658B76", "Storage for General Purpose SSD (gp3) volumes, in TiB", TIB),
    ("ebs", "L-D18FCD1D", "Storage for General Purpose SSD (gp2) volumes, in TiB", TIB),
    ("vpc", "L-F678F1CE", "VPCs per Region", 1.0),
    ("vpc", "L-29B6F2EB", "Interface VPC endpoints per VPC", 1.0),
    ("vpc", "L-A4707A72", "Internet gateways per Region", 1.0),
    ("vpc", "L-FE5A380F", "NAT gateways per Availability Zone", 1.0),
    ("elasticloadbalancing", "L-69A177A2", "Network Load Balancers per Region", 1.0),
    ("elasticloadbalancing", "L-53DA6B97", "Application Load Balancers per Region", 1.0),
    ("route53", "L-4EA4796A", "Hosted zones", 1.0),
    ("s3", "L-DC2B2D3D", "General purpose buckets", 1.0),
    ("iam", "L-E95E4862", "Customer managed policies per account", 1.0),
    ("iam", "L-FE177D64", "Roles per account", 1.0),
    ("iam", "L-0DA4ABF3", "Managed policies per role", 1.0),
    ("eks", "L-1194D53C", "Clusters", 1.0),
];

const TIB: f64 = 1024.0 * GIB;
const GIB: f64 = 1024.0 * 1024.0 * 1024.0;

/// Codes that are taken for another quota's.
const NEAR: &[(&str, &str)] = &[
    ("vpc", "L-5F53652F"),
    ("vpc", "L-0EA8095F"),
    ("ec2", "L-34B43A08"),
    ("ebs", "L-59C8FC87"),
    ("deadline", "L-711C7611"),
    ("elasticloadbalancing", "L-E9E9831D"),
    ("route53", "L-ACB674F3"),
];

/// Trusted Advisor's names of limits.
const ADVISOR: &[(&str, &str, &str)] = &[
    (
        "EC2",
        "On-Demand instances - Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
        "L-1216C47A",
    ),
    ("VPC", "VPCs", "L-F678F1CE"),
    ("ELB", "Active Application Load Balancers", "L-53DA6B97"),
    ("EBS", "General Purpose SSD (gp2) volume storage (TiB)", "L-D18FCD1D"),
    ("EBS", "General Purpose SSD (gp3) volume storage", "L-7A658B76"),
    ("Route53", "Route 53 Hosted Zones", "L-4EA4796A"),
    ("IAM", "Roles", "L-FE177D64"),
    ("IAM", "Policies", "L-E95E4862"),
];

/// Above this AWS means that there is no limit.
const NO_LIMIT: f64 = 9.2e18;

/// What a text of JSON documents says, in any order; `None` for any other text.
pub fn facts(text: &str) -> Option<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut facts = Vec::new();
    let mut documents = 0;
    for document in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        let document = bare(&document.ok()?);
        if !document.is_object() && !document.is_array() {
            return None;
        }
        read(&document, &mut facts);
        documents += 1;
    }
    facts.sort();
    (documents > 0).then_some(facts)
}

/// Keys as tools write them, without case and signs; DynamoDB's types taken off.
fn bare(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            if let (1, Some(inner)) = (fields.len(), fields.get("S").or_else(|| fields.get("N"))) {
                return inner.clone();
            }
            let fields = fields.iter().map(|(key, value)| {
                let letters = key.chars().filter(char::is_ascii_alphanumeric);
                (letters.collect::<String>().to_ascii_lowercase(), bare(value))
            });
            Value::Object(fields.collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(bare).collect()),
        other => other.clone(),
    }
}

fn read(document: &Value, facts: &mut Vec<String>) {
    let Value::Object(fields) = document else {
        return rows(list(document), facts);
    };
    let is_partial = ["nexttoken", "nextmarker", "continuationtoken"]
        .iter()
        .any(|key| fields.get(*key).is_some_and(|token| !token.is_null()))
        || fields.get("istruncated") == Some(&Value::Bool(true));
    let of = |key: &str| fields.get(key);
    if let Some(quotas) = of("quotas") {
        let is_report = of("reportid").is_some() || of("generatedat").is_some();
        for record in list(quotas) {
            if is_report { utilization(record, facts) } else { quota(record, facts) }
        }
    } else if let Some(record) = of("quota") {
        quota(record, facts);
    } else if let Some(requests) = of("requestedquotas") {
        list(requests).iter().for_each(|record| request(record, facts));
    } else if let Some(record) = of("requestedquota") {
        request(record, facts);
    } else if let Some(summary) = of("summarymap") {
        account_summary(summary, facts);
    } else if let Some(attributes) = of("accountattributes") {
        account_attributes(attributes, facts);
    } else if let Some(limits) = of("limits") {
        load_balancer_limits(limits, facts);
    } else if let (Some(limit), Some(count)) = (of("limit"), of("count")) {
        if text(limit, "type") == "MAX_HOSTED_ZONES_BY_OWNER" {
            facts.extend(limit_fact("L-4EA4796A", limit.get("value"), "", "", ""));
            facts.extend(use_fact("L-4EA4796A", number(Some(count)), false, "", "", ""));
        }
    } else if let Some(items) = of("reservations") {
        instances(list(items), is_partial, facts);
    } else if let Some(items) = of("volumes") {
        volumes(list(items), is_partial, facts);
    } else if let Some(items) = of("addresses") {
        addresses(list(items), is_partial, facts);
    } else if let Some(items) = of("vpcs") {
        vpcs(list(items), is_partial, facts);
    } else if let Some(items) = of("vpcendpoints") {
        endpoints(list(items), is_partial, facts);
    } else if let Some(items) = of("natgateways") {
        nat_gateways(list(items), is_partial, facts);
    } else if let Some(items) = of("internetgateways") {
        internet_gateways(list(items), is_partial, facts);
    } else if let Some(items) = of("loadbalancers") {
        load_balancers(list(items), is_partial, facts);
    } else if let Some(count) = of("hostedzonecount") {
        facts.extend(use_fact("L-4EA4796A", number(Some(count)), false, "", "", ""));
    } else if let Some(items) = of("hostedzones") {
        counted("L-4EA4796A", list(items).len(), is_partial, "", "", facts);
    } else if let Some(items) = of("buckets") {
        counted("L-DC2B2D3D", list(items).len(), is_partial, "", "", facts);
    } else if let Some(items) = of("clusters") {
        counted("L-1194D53C", list(items).len(), is_partial, "", "", facts);
    } else if let Some(items) = of("policies") {
        // AWS's own policies have no account in their ARN.
        let own = list(items)
            .iter()
            .filter(|policy| text(policy, "arn").split(':').nth(4) != Some("aws"));
        let own: Vec<&Value> = own.collect();
        counted("L-E95E4862", own.len(), is_partial, account_of(&own), "", facts);
    } else if let Some(items) = of("roles") {
        let roles: Vec<&Value> = list(items).iter().collect();
        counted("L-FE177D64", roles.len(), is_partial, account_of(&roles), "", facts);
    } else if let Some(items) = of("evaluationresults").or_else(|| of("instancetypeofferings")) {
        rows(list(items), facts);
    } else if let (Some(account), Some(_)) = (of("account"), of("userid")) {
        facts.push(format!("account of {}", account.as_str().unwrap_or_default()));
    } else if let Some(items) = of("items") {
        list(items).iter().for_each(|item| quota_monitor(item, facts));
    } else if let Some(resources) = of("result").and_then(|result| result.get("flaggedresources")) {
        list(resources).iter().for_each(|resource| flagged(resource, facts));
    } else if let Some(detail) = of("detail").and_then(|detail| detail.get("checkitemdetail")) {
        let row = ["region", "service", "limitname", "limitamount", "currentusage"]
            .map(|key| text(detail, key));
        advised(&row, text(document, "account"), facts);
    } else if let Some(values) = of("values") {
        terraform_state(values, facts);
    } else if of("terraformversion").is_some() {
        let tool = if of("terraformoutdated").is_some() { "terraform" } else { "opentofu" };
        facts.push(format!("{tool} {}", text(document, "terraformversion")));
    } else {
        quota(document, facts);
    }
}

/// A list by itself: records, or rows of cells that a `--query` left.
fn rows(rows: &[Value], facts: &mut Vec<String>) {
    let offered = |kind: &str, zone: &str| {
        format!("offered {kind} {zone} of  in {}", zone.trim_end_matches(char::is_alphabetic))
    };
    let allowed = |action: &str, decision: &str| {
        let decision = if decision == "allowed" { "allowed" } else { "denied" };
        NEEDED.contains(&action).then(|| format!("simulated {action} {decision}"))
    };
    for row in rows {
        let cells: Vec<&str> = list(row).iter().filter_map(Value::as_str).collect();
        if let [action, decision] = cells.as_slice()
            && action.starts_with("iam:")
        {
            facts.extend(allowed(action, decision));
        } else if let [kind, zone] = cells.as_slice()
            && kind.contains('.')
        {
            facts.push(offered(kind, zone));
        } else if row.is_array() {
            let code = cells.iter().find(|cell| cell.starts_with("L-"));
            let value = list(row).iter().find(|cell| cell.is_number());
            let name = cells.iter().find(|cell| QUOTAS.iter().any(|quota| quota.2 == **cell));
            let mut record = Map::new();
            record.extend(name.map(|name| ("quotaname".to_owned(), (*name).into())));
            record.extend(code.map(|code| ("quotacode".to_owned(), (*code).into())));
            record.extend(value.map(|value| ("value".to_owned(), value.clone())));
            quota(&Value::Object(record), facts);
        } else if row.get("evalactionname").is_some() || row.get("action").is_some() {
            let action = [text(row, "evalactionname"), text(row, "action")].concat();
            let decision = [text(row, "evaldecision"), text(row, "decision")].concat();
            facts.extend(allowed(&action, &decision));
        } else if row.get("location").is_some() || row.get("zone").is_some() {
            let kind = [text(row, "instancetype"), text(row, "type")].concat();
            facts.push(offered(&kind, &[text(row, "location"), text(row, "zone")].concat()));
        } else {
            quota(row, facts);
        }
    }
}

/// IAM actions without which a deployment fails.
const NEEDED: &[&str] = &[
    "iam:CreatePolicy",
    "iam:TagPolicy",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
    "iam:ListPolicyVersions",
    "iam:DeletePolicy",
    "iam:CreateRole",
    "iam:TagRole",
    "iam:GetRole",
    "iam:ListRolePolicies",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:DeleteRole",
    "iam:AttachRolePolicy",
    "iam:DetachRolePolicy",
];

/// A quota with its value, as Service Quotas prints it, or with keys that a tool or a query gave it.
fn quota(record: &Value, facts: &mut Vec<String>) {
    let arn =
        [text(record, "quotaarn"), text(record, "arn")].into_iter().find(|arn| !arn.is_empty());
    let arn = arn.unwrap_or_default();
    let parts: Vec<&str> = arn.split(':').collect();
    let part = |place: usize| parts.get(place).copied().unwrap_or_default();
    let (region, account) = (part(3), part(4));
    let name = [text(record, "quotaname"), text(record, "name")].concat();
    let code = [text(record, "quotacode"), text(record, "code")].concat();
    let by_arn = part(5).split_once('/').map_or("", |parts| parts.1);
    let named = QUOTAS.iter().find(|quota| quota.2 == name);
    let code = if !code.is_empty() {
        code
    } else if !by_arn.is_empty() {
        by_arn.to_owned()
    } else {
        // Other services have clusters and hosted zones, too.
        let is_clear = |quota: &&(&str, &str, &str, f64)| !matches!(quota.0, "eks" | "route53");
        named.filter(is_clear).map_or(String::new(), |quota| quota.1.to_owned())
    };
    // A record that contradicts itself is nobody's.
    if !by_arn.is_empty() && by_arn != code {
        return;
    }
    if named.is_some_and(|quota| quota.1 != code) && known(&code) {
        return;
    }
    let service = text(record, "servicecode");
    if let Some((of, code)) = NEAR.iter().find(|near| near.1 == code) {
        // Without an ARN or a value it is no record, but a mention.
        let is_record = !arn.is_empty() || record.get("value").is_some();
        if is_record && (service.is_empty() || service == *of) {
            facts.push(format!("near-miss {of}/{code} of {account} in {region}"));
        }
        return;
    }
    let is_other = |quota: &(&str, &str, &str, f64)| !service.is_empty() && quota.0 != service;
    if QUOTAS.iter().find(|quota| quota.1 == code).is_none_or(is_other) {
        return;
    }
    // Without an account in its ARN it is AWS's default.
    let basis = if !arn.is_empty() && account.is_empty() { " default" } else { "" };
    let level = record.get("quotaappliedatlevel");
    let level = level.map(|level| level.get("value").unwrap_or(level));
    let level = if level.and_then(Value::as_str) == Some("RESOURCE") { " resource" } else { "" };
    facts.extend(limit_fact(
        &code,
        record.get("value"),
        &format!("{basis}{level}"),
        account,
        region,
    ));
}

fn known(code: &str) -> bool {
    QUOTAS.iter().any(|quota| quota.1 == code)
}

/// A row of the utilisation report: no ARN, and of the use only how many percent it is.
fn utilization(record: &Value, facts: &mut Vec<String>) {
    let code = text(record, "quotacode");
    if let Some((of, code)) = NEAR.iter().find(|near| near.1 == code) {
        facts.push(format!("near-miss {of}/{code} of  in "));
    }
    let Some(value) = number(record.get("appliedvalue")) else { return };
    facts.extend(limit_fact(code, record.get("appliedvalue"), " report", "", ""));
    if let Some(percent) = number(record.get("utilization")) {
        // Rounded to two decimals by AWS: the nearest whole number is what was counted.
        facts.extend(use_fact(
            code,
            Some((value * percent / 100.0).round()),
            false,
            " report",
            "",
            "",
        ));
    }
}

fn request(record: &Value, facts: &mut Vec<String>) {
    let code = text(record, "quotacode");
    let parts: Vec<&str> = text(record, "quotaarn").split(':').collect();
    let part = |place: usize| parts.get(place).copied().unwrap_or_default();
    let Some(quota) = QUOTAS.iter().find(|quota| quota.1 == code) else { return };
    let Some(desired) = number(record.get("desiredvalue")) else { return };
    let changed = number(record.get("lastupdated")).or_else(|| number(record.get("created")));
    let day = changed.map_or("-".to_owned(), |seconds| (seconds / 86_400.0).floor().to_string());
    facts.push(format!(
        "asked {}/{code} {} {} {day} of {} in {}",
        quota.0,
        whole((desired * quota.3).ceil()),
        text(record, "status"),
        part(4),
        part(3)
    ));
}

fn account_summary(summary: &Value, facts: &mut Vec<String>) {
    // Another cloud's answer has the same name, and no instance profiles.
    if summary.get("instanceprofilesquota").is_none() {
        return;
    }
    for (key, code) in [("policies", "L-E95E4862"), ("roles", "L-FE177D64")] {
        facts.extend(use_fact(code, number(summary.get(key)), false, "", "", ""));
        let limit = summary.get(format!("{key}quota"));
        facts.extend(limit_fact(code, limit, "", "", ""));
    }
    let limit = summary.get("attachedpoliciesperrolequota");
    facts.extend(limit_fact("L-0DA4ABF3", limit, "", "", ""));
}

fn account_attributes(attributes: &Value, facts: &mut Vec<String>) {
    let attribute = |name: &str| {
        let one = list(attributes).iter().find(|one| text(one, "attributename") == name)?;
        list(one.get("attributevalues")?).first()?.get("attributevalue").cloned()
    };
    let limit = attribute("vpc-max-elastic-ips").or_else(|| attribute("max-elastic-ips"));
    facts.extend(limit_fact("L-0263D0A3", limit.as_ref(), "", "", ""));
}

fn load_balancer_limits(limits: &Value, facts: &mut Vec<String>) {
    for limit in list(limits) {
        let code = match text(limit, "name") {
            "application-load-balancers" => "L-53DA6B97",
            "network-load-balancers" => "L-69A177A2",
            _ => continue,
        };
        facts.extend(limit_fact(code, limit.get("max"), "", "", ""));
    }
}

// ---- Lists of what is there.

fn instances(reservations: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let instances: Vec<&Value> =
        reservations.iter().filter_map(|one| one.get("instances")).flat_map(list).collect();
    let owner = reservations.iter().map(|one| text(one, "ownerid")).find(|id| !id.is_empty());
    let owner = owner.unwrap_or_default();
    let placement =
        |one: &Value, key| one.get("placement").map_or("", |at| text(at, key)).to_owned();
    let zones = instances.iter().map(|one| placement(one, "availabilityzone"));
    let zone = zones.into_iter().find(|zone| !zone.is_empty()).unwrap_or_default();
    let region = zone.trim_end_matches(char::is_alphabetic);
    let state = |one: &Value| one.get("state").map_or("", |state| text(state, "name")).to_owned();
    let counts = |one: &&&Value| {
        matches!(state(one).as_str(), "running" | "pending")
            && text(one, "instancelifecycle").is_empty()
            && is_standard(text(one, "instancetype"))
            && placement(one, "tenancy") != "host"
    };
    let vcpu: f64 = instances.iter().filter(counts).map(|one| cpus(one)).sum::<f64>();
    if !is_partial || vcpu > 0.0 {
        facts.extend(use_fact("L-1216C47A", Some(vcpu), is_partial, "", owner, region));
    }
    in_vpcs(&instances, region, facts);
    let is_placed = |one: &&Value| !text(one, "vpcid").is_empty() || state(one) == "terminated";
    if !is_partial && instances.iter().all(is_placed) {
        facts.push(format!("instances-placed of {owner} in {region}"));
    }
}

/// The letters before the first digit name the family; other families have quotas of their own.
fn is_standard(kind: &str) -> bool {
    let family: String = kind.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
    ["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"].contains(&family.as_str())
}

fn cpus(instance: &Value) -> f64 {
    let option = |key| number(instance.get("cpuoptions").and_then(|options| options.get(key)));
    if let (Some(cores), Some(threads)) = (option("corecount"), option("threadspercore")) {
        return cores * threads;
    }
    let kind = text(instance, "instancetype");
    let (family, size) = kind.split_once('.').unwrap_or((kind, ""));
    match size {
        "micro" | "nano" | "small" if family == "t2" => 1.0,
        "nano" | "micro" | "small" | "medium" | "large" => 2.0,
        "xlarge" => 4.0,
        _ => size.trim_end_matches("xlarge").parse::<f64>().expect("a size") * 4.0,
    }
}

fn volumes(volumes: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let zone =
        volumes.iter().map(|one| text(one, "availabilityzone")).find(|zone| !zone.is_empty());
    let region = zone.unwrap_or_default().trim_end_matches(char::is_alphabetic);
    for (kind, code) in [("gp2", "L-D18FCD1D"), ("gp3", "L-7A658B76")] {
        let of_kind = || volumes.iter().filter(|one| text(one, "volumetype") == kind);
        let gib: f64 = of_kind().filter_map(|one| number(one.get("size"))).sum::<f64>();
        if !is_partial || gib > 0.0 {
            let name = name_of(code);
            let bound = if is_partial { " at-least" } else { "" };
            facts.push(format!("use {name} {}{bound} of  in {region}", whole(gib * GIB)));
        }
        for one in of_kind().filter(|one| text(one, "state") == "available") {
            let (id, size) = (text(one, "volumeid"), number(one.get("size")).unwrap_or_default());
            facts.push(format!(
                "idle {} {id} {} of  in {region}",
                name_of(code),
                whole(size * GIB)
            ));
        }
    }
}

fn addresses(addresses: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let group =
        addresses.iter().map(|one| text(one, "networkbordergroup")).find(|it| !it.is_empty());
    let region = group.unwrap_or_default();
    // What AWS manages for a load balancer does not count, nor do addresses of one's own pools.
    let counts = |one: &&Value| {
        text(one, "servicemanaged").is_empty()
            && matches!(text(one, "publicipv4pool"), "" | "amazon")
    };
    let own: Vec<&Value> = addresses.iter().filter(counts).collect();
    counted("L-0263D0A3", own.len(), is_partial, "", region, facts);
    for one in own {
        let is_used = ["associationid", "instanceid", "networkinterfaceid"]
            .iter()
            .any(|key| !text(one, key).is_empty());
        if !is_used {
            let id = text(one, "allocationid");
            facts.push(format!("idle {} {id} 1 of  in {region}", name_of("L-0263D0A3")));
        }
    }
}

fn vpcs(vpcs: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    if vpcs.is_empty() {
        return counted("L-F678F1CE", 0, is_partial, "", "", facts);
    }
    let owners: BTreeSet<&str> = vpcs.iter().map(|one| text(one, "ownerid")).collect();
    for owner in owners {
        let count = vpcs.iter().filter(|one| text(one, "ownerid") == owner).count();
        let bound = if is_partial { " at-least" } else { "" };
        facts.push(format!("use {} {count}{bound} owner {owner} of  in ", name_of("L-F678F1CE")));
    }
    for one in vpcs.iter().filter(|one| one.get("isdefault") == Some(&Value::Bool(true))) {
        facts.push(format!("default-vpc {} of  in ", text(one, "vpcid")));
    }
}

fn endpoints(endpoints: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let counts = |one: &&Value| {
        matches!(text(one, "vpcendpointtype"), "Interface" | "GatewayLoadBalancer")
            && !matches!(
                text(one, "state").to_ascii_lowercase().as_str(),
                "deleted" | "failed" | "rejected"
            )
    };
    let region_of = |one: &Value| {
        let name = text(one, "servicename").strip_prefix("com.amazonaws.").unwrap_or_default();
        name.split('.').next().unwrap_or_default().to_owned()
    };
    let vpcs: BTreeSet<&str> =
        endpoints.iter().filter(counts).map(|one| text(one, "vpcid")).collect();
    if vpcs.is_empty() && !is_partial {
        // No VPC has any.
        facts.push(format!("use {} 0 in  of  in ", name_of("L-29B6F2EB")));
    }
    for vpc in vpcs {
        let own: Vec<&Value> =
            endpoints.iter().filter(counts).filter(|one| text(one, "vpcid") == vpc).collect();
        let (owner, region) = (text(own[0], "ownerid"), region_of(own[0]));
        let bound = if is_partial { " at-least" } else { "" };
        facts.push(format!(
            "use {} {}{bound} in {vpc} of {owner} in {region}",
            name_of("L-29B6F2EB"),
            own.len()
        ));
    }
    let all: Vec<&Value> = endpoints.iter().collect();
    in_vpcs(&all, "", facts);
}

fn nat_gateways(gateways: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let there = gateways.iter().filter(|one| !matches!(text(one, "state"), "deleted" | "failed"));
    let there: Vec<&Value> = there.collect();
    if !is_partial || !there.is_empty() {
        let bound = if is_partial { " at-least" } else { "" };
        facts.push(format!(
            "use {} {}{bound} all-zones of  in ",
            name_of("L-FE5A380F"),
            there.len()
        ));
    }
    in_vpcs(&there, "", facts);
}

fn internet_gateways(gateways: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let owners: BTreeSet<&str> = gateways.iter().map(|one| text(one, "ownerid")).collect();
    for owner in owners {
        let count = gateways.iter().filter(|one| text(one, "ownerid") == owner).count();
        let bound = if is_partial { " at-least" } else { "" };
        facts.push(format!("use {} {count}{bound} of {owner} in ", name_of("L-A4707A72")));
    }
}

fn load_balancers(balancers: &[Value], is_partial: bool, facts: &mut Vec<String>) {
    let arns = balancers.iter().map(|one| text(one, "loadbalancerarn")).find(|arn| !arn.is_empty());
    let parts: Vec<&str> = arns.unwrap_or_default().split(':').collect();
    let part = |place: usize| parts.get(place).copied().unwrap_or_default();
    let (region, account) = (part(3), part(4));
    for (kind, code) in [("application", "L-53DA6B97"), ("network", "L-69A177A2")] {
        let count = balancers.iter().filter(|one| text(one, "type") == kind).count();
        counted(code, count, is_partial, account, region, facts);
    }
    let all: Vec<&Value> = balancers.iter().collect();
    in_vpcs(&all, region, facts);
}

fn in_vpcs(records: &[&Value], region: &str, facts: &mut Vec<String>) {
    let vpcs: BTreeSet<&str> = records.iter().map(|one| text(one, "vpcid")).collect();
    for vpc in vpcs.into_iter().filter(|vpc| !vpc.is_empty()) {
        facts.push(format!("in-vpc {vpc} of  in {region}"));
    }
}

// ---- Other tools.

/// An item of Quota Monitor for AWS; of Trusted Advisor's it has the name of the limit alone.
fn quota_monitor(item: &Value, facts: &mut Vec<String>) {
    let row = ["region", "service", "limitname", "limitamount", "currentusage"]
        .map(|key| text(item, key));
    let (account, region) = (text(item, "accountid"), text(item, "region"));
    if text(item, "limitcode").is_empty() {
        return advised(&row, account, facts);
    }
    let code = text(item, "limitcode");
    let region = if matches!(row[1], "iam" | "route53" | "s3") { "" } else { region };
    facts.extend(limit_fact(code, item.get("limitamount"), " report", account, region));
    facts.extend(use_fact(
        code,
        number(item.get("currentusage")),
        false,
        " report",
        account,
        region,
    ));
}

/// A row of Trusted Advisor.
fn flagged(resource: &Value, facts: &mut Vec<String>) {
    let cells: Vec<&str> = resource
        .get("metadata")
        .map(list)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    if let [region, service, name, limit, used, ..] = cells.as_slice() {
        advised(&[region, service, name, limit, used], "", facts);
    }
}

fn advised(
    [region, service, name, limit, used]: &[&str; 5],
    account: &str,
    facts: &mut Vec<String>,
) {
    let Some((.., code)) = ADVISOR.iter().find(|known| (known.0, known.1) == (*service, *name))
    else {
        return;
    };
    let region = if *region == "-" { "" } else { region };
    facts.extend(limit_fact(code, Some(&(*limit).into()), " report", account, region));
    let used = number(Some(&(*used).into()));
    facts.extend(use_fact(code, used, false, " report", account, region));
}

fn terraform_state(values: &Value, facts: &mut Vec<String>) {
    let resources = values.get("rootmodule").and_then(|module| module.get("resources"));
    for resource in resources.map(list).unwrap_or_default() {
        if text(resource, "type") == "aws_servicequotas_service_quota" {
            quota(&resource["values"], facts);
        }
    }
}

// ---- Facts.

fn name_of(code: &str) -> String {
    let quota = QUOTAS.iter().find(|quota| quota.1 == code).expect("a quota");
    format!("{}/{code}", quota.0)
}

fn limit_fact(
    code: &str,
    value: Option<&Value>,
    words: &str,
    account: &str,
    region: &str,
) -> Option<String> {
    let quota = QUOTAS.iter().find(|quota| quota.1 == code)?;
    let value = number(value).filter(|value| *value >= 0.0)?;
    let amount = match value >= NO_LIMIT {
        true => "unlimited".to_owned(),
        false => whole((value * quota.3).floor()),
    };
    let account = whole_account(account);
    Some(format!("limit {}/{code} {amount}{words} of {account} in {region}", quota.0))
}

fn use_fact(
    code: &str,
    used: Option<f64>,
    is_partial: bool,
    words: &str,
    account: &str,
    region: &str,
) -> Option<String> {
    let quota = QUOTAS.iter().find(|quota| quota.1 == code)?;
    let amount = whole((used.filter(|used| *used >= 0.0)? * quota.3).ceil());
    let bound = if is_partial { " at-least" } else { "" };
    let account = whole_account(account);
    Some(format!("use {}/{code} {amount}{words}{bound} of {account} in {region}", quota.0))
}

/// All digits of it.
fn whole(amount: f64) -> String {
    (amount as i128).to_string()
}

fn whole_account(account: &str) -> &str {
    let is_one = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    if is_one { account } else { "" }
}

/// A use that was counted; of a list that goes on "at least none" says nothing.
fn counted(
    code: &str,
    count: usize,
    is_partial: bool,
    account: &str,
    region: &str,
    facts: &mut Vec<String>,
) {
    if !is_partial || count > 0 {
        facts.extend(use_fact(code, Some(count as f64), is_partial, "", account, region));
    }
}

fn account_of<'v>(records: &[&'v Value]) -> &'v str {
    let accounts = records.iter().filter_map(|one| text(one, "arn").split(':').nth(4));
    accounts.into_iter().find(|account| !account.is_empty()).unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'v>(record: &'v Value, key: &str) -> &'v str {
    record.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::Number(number) => number.as_f64(),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    }
}
