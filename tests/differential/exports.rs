//! Exports as AWS's tools write them, of every shape that the documented ones leave room for: one a
//! seed, always the same.

use std::fmt::Write;

/// SplitMix64: small, and the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    /// Once in so many times.
    fn once_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn one<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A value before it is written: numbers and texts may be written in several ways.
enum Json {
    Number(f64),
    Text(String),
    Bool(bool),
    Null,
    List(Vec<Json>),
    Map(Vec<(&'static str, Json)>),
}

use Json::{Bool, List, Map, Null, Number, Text};

fn text(value: impl Into<String>) -> Json {
    Text(value.into())
}

const ACCOUNTS: &[&str] = &["123456789012", "999988887777"];
const REGIONS: &[&str] = &["us-west-2", "eu-west-1", "ap-southeast-1", "us-gov-west-1"];
const ZONES: &[&str] = &["us-west-2a", "us-west-2b", "eu-west-1c"];

/// Service, code and name: those that count, near misses, and others.
const QUOTAS: &[(&str, &str, &str)] = &[
    ("ec2", "L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances"),
    ("ec2", "L-0263D0A3", "EC2-VPC Elastic IPs"),
    ("ebs", "L-7A658B76", "Storage for General Purpose SSD (gp3) volumes, in TiB"),
    ("ebs", "L-D18FCD1D", "Storage for General Purpose SSD (gp2) volumes, in TiB"),
    ("vpc", "L-F678F1CE", "VPCs per Region"),
    ("vpc", "L-29B6F2EB", "Interface VPC endpoints per VPC"),
    ("vpc", "L-A4707A72", "Internet gateways per Region"),
    ("vpc", "L-FE5A380F", "NAT gateways per Availability Zone"),
    ("elasticloadbalancing", "L-69A177A2", "Network Load Balancers per Region"),
    ("elasticloadbalancing", "L-53DA6B97", "Application Load Balancers per Region"),
    ("route53", "L-4EA4796A", "Hosted zones"),
    ("s3", "L-DC2B2D3D", "General purpose buckets"),
    ("iam", "L-E95E4862", "Customer managed policies per account"),
    ("iam", "L-FE177D64", "Roles per account"),
    ("iam", "L-0DA4ABF3", "Managed policies per role"),
    ("eks", "L-1194D53C", "Clusters"),
    ("ec2", "L-34B43A08", "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests"),
    ("vpc", "L-5F53652F", "Elastic IP address quota per NAT gateway"),
    ("ebs", "L-59C8FC87", "Storage modifications for General Purpose SSD (gp3) volumes, in TiB"),
    ("deadline", "L-711C7611", "Storage for General Purpose SSD (gp3) volumes, in TiB"),
    ("lambda", "L-B99A9384", "Concurrent executions"),
    ("docdb", "L-5B1F8A0E", "Clusters"),
    ("ec2", "L-7E9ECCDB", "Active VPC peering connections per VPC"),
];

/// A text of one to three documents.
pub fn export(chance: &mut Chance) -> String {
    let mut out = String::new();
    let style = Style {
        indent: chance.one(&["", "", "    ", "  ", "\t"]),
        line_end: if chance.once_in(5) { "\r\n" } else { "\n" },
        loose: chance.once_in(4),
        escapes: chance.once_in(3),
    };
    for number in 0..=chance.below(3) {
        if number > 0 {
            out.push_str(chance.one(&["\n", "\n\n", "\r\n"]));
        }
        let document = document(chance);
        style.write(&document, 0, chance, &mut out);
    }
    if chance.once_in(2) {
        out.push('\n');
    }
    out
}

fn document(chance: &mut Chance) -> Json {
    match chance.below(18) {
        0..4 => quotas(chance),
        4 => Map(vec![("Quota", quota(chance))]),
        5 => utilization(chance),
        6 => instances(chance),
        7 => volumes(chance),
        8 => addresses(chance),
        9 => vpcs(chance),
        10 => endpoints(chance),
        11 => load_balancers(chance),
        12 => nat_gateways(chance),
        13 => counts(chance),
        14 => iam(chance),
        15 => limits(chance),
        16 => requests(chance),
        _ => identity(chance),
    }
}

// ---- Quotas.

/// Alone, in a bare list as a `--query` leaves it, or in an answer with a token for the next page.
fn quotas(chance: &mut Chance) -> Json {
    let mut records = several(chance, 6, quota);
    if chance.once_in(4)
        && let Some(Map(first)) = records.first()
    {
        // AWS's pages repeat records.
        let again = first.iter().map(|(key, value)| (*key, copy(value))).collect();
        records.push(Map(again));
    }
    match chance.below(5) {
        0 if records.iter().any(|record| matches!(record, Map(fields) if fields.iter().any(|field| field.0 == "QuotaCode"))) => {
            List(records)
        }
        _ => listed(chance, "Quotas", records, "NextToken"),
    }
}

fn quota(chance: &mut Chance) -> Json {
    let (service, code, name) = chance.one(QUOTAS);
    let is_global = matches!(service, "iam" | "route53" | "s3");
    let account = chance.one(&[ACCOUNTS[0], ACCOUNTS[0], ACCOUNTS[1], ""]);
    let region = if is_global && chance.once_in(2) { "" } else { chance.one(REGIONS) };
    let partition = if region.starts_with("us-gov") { "aws-us-gov" } else { "aws" };
    let arn = format!("arn:{partition}:servicequotas:{region}:{account}:{service}/{code}");
    let mut fields = vec![("QuotaCode", text(code))];
    let mut maybe = |chance: &mut Chance, many: usize, field: (&'static str, Json)| {
        if !chance.once_in(many) {
            fields.push(field);
        }
    };
    maybe(chance, 8, ("QuotaArn", text(arn)));
    maybe(chance, 8, ("ServiceCode", text(service)));
    maybe(chance, 8, ("QuotaName", text(name)));
    maybe(chance, 3, ("ServiceName", text("Amazon, \"quoted\" {and} [bracketed]")));
    maybe(chance, 3, ("Adjustable", Bool(true)));
    maybe(chance, 3, ("GlobalQuota", Bool(is_global)));
    maybe(chance, 3, ("Unit", text("None")));
    maybe(
        chance,
        2,
        ("Period", Map(vec![("PeriodValue", Number(5.0)), ("PeriodUnit", text("MINUTE"))])),
    );
    maybe(chance, 2, ("QuotaContext", Null));
    let level = chance.one(&["ACCOUNT", "ACCOUNT", "RESOURCE", "ALL"]);
    maybe(chance, 3, ("QuotaAppliedAtLevel", text(level)));
    let metric = Map(vec![("Class", text("None")), ("Resource", text("Ä “x” 😀 \\ /"))]);
    let metric = Map(vec![("MetricNamespace", text("AWS/Usage")), ("MetricDimensions", metric)]);
    maybe(chance, 2, ("UsageMetric", metric));
    if chance.once_in(12) {
        let reason = [("ErrorCode", text("DEPENDENCY_THROTTLING_ERROR"))];
        fields.push(("ErrorReason", Map(reason.into())));
    } else {
        fields.push(("Value", Number(figure(chance))));
    }
    chance.shuffle(&mut fields);
    Map(fields)
}

/// Whole, with a part that a float holds exactly, very large, or nonsense.
fn figure(chance: &mut Chance) -> f64 {
    let whole = chance.below(2000) as f64;
    match chance.below(20) {
        0 => whole + 0.5,
        1 => whole + 0.125,
        2 => 9_223_372_036_854_775_807.0,
        3 => 52_673_613_135_872.0,
        4 => -whole - 1.0,
        5 => 0.0,
        _ => whole,
    }
}

fn utilization(chance: &mut Chance) -> Json {
    let rows = several(chance, 5, |chance| {
        let (service, code, name) = chance.one(QUOTAS);
        // Few enough for two decimals of a percentage to tell the count.
        let limit = 1 + chance.below(400);
        let used = chance.below(limit + 1);
        let percent = (used as f64 * 10_000.0 / limit as f64).round() / 100.0;
        let mut fields = vec![
            ("QuotaCode", text(code)),
            ("ServiceCode", text(service)),
            ("QuotaName", text(name)),
            ("Namespace", text("AWS/Usage")),
            ("Utilization", Number(percent)),
            ("DefaultValue", Number(5.0)),
            ("AppliedValue", Number(limit as f64)),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    Map(vec![
        ("ReportId", text("b0a9c3e2-7f1d-4f0e-9d53-3f6a0a6e3c11")),
        ("Status", text("COMPLETED")),
        ("GeneratedAt", text("2026-07-29T08:00:00+00:00")),
        ("Quotas", List(rows)),
    ])
}

fn requests(chance: &mut Chance) -> Json {
    let records = several(chance, 4, |chance| {
        let (service, code, _) = chance.one(&QUOTAS[..16]);
        let (account, region) = (chance.one(ACCOUNTS), chance.one(REGIONS));
        let status = chance.one(&["PENDING", "CASE_OPENED", "APPROVED", "DENIED", "CASE_CLOSED"]);
        let mut fields = vec![
            ("ServiceCode", text(service)),
            ("QuotaCode", text(code)),
            ("DesiredValue", Number((1 + chance.below(500)) as f64)),
            ("Status", text(status)),
            ("Created", Number((1_600_000_000 + chance.below(150_000_000)) as f64)),
            (
                "QuotaArn",
                text(format!("arn:aws:servicequotas:{region}:{account}:{service}/{code}")),
            ),
            ("Requester", text("{\"accountId\":\"123456789012\"}")),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "RequestedQuotas", records, "NextToken")
}

// ---- What is there.

fn instances(chance: &mut Chance) -> Json {
    let zone = chance.one(ZONES);
    let reservations = several(chance, 3, |chance| {
        let instances = several(chance, 3, |chance| {
            let kind = chance.one(&[
                "m6i.xlarge",
                "m6i.2xlarge",
                "r6id.8xlarge",
                "c5.large",
                "t3.micro",
                "t2.micro",
                "g5.xlarge",
                "inf1.xlarge",
                "p4d.24xlarge",
                "hpc6a.48xlarge",
                "im4gn.large",
            ]);
            let state = chance.one(&["running", "running", "pending", "stopped", "terminated"]);
            let mut fields = vec![
                ("InstanceId", text(id(chance, "i-"))),
                ("InstanceType", text(kind)),
                ("State", Map(vec![("Code", Number(16.0)), ("Name", text(state))])),
                (
                    "Placement",
                    Map(vec![("AvailabilityZone", text(zone)), ("Tenancy", text("default"))]),
                ),
                (
                    "Tags",
                    List(vec![Map(vec![
                        ("Key", text("Name")),
                        ("Value", text("app \"blue\", eu|us")),
                    ])]),
                ),
            ];
            if state != "terminated" {
                fields.push(("VpcId", text(chance.one(VPCS))));
            }
            if chance.once_in(3) {
                let options = vec![
                    ("CoreCount", Number((1 + chance.below(16)) as f64)),
                    ("ThreadsPerCore", Number((1 + chance.below(2)) as f64)),
                ];
                fields.push(("CpuOptions", Map(options)));
            }
            if chance.once_in(5) {
                fields.push(("InstanceLifecycle", text("spot")));
            }
            chance.shuffle(&mut fields);
            Map(fields)
        });
        Map(vec![("OwnerId", text(ACCOUNTS[0])), ("Instances", List(instances))])
    });
    listed(chance, "Reservations", reservations, "NextToken")
}

const VPCS: &[&str] = &["vpc-0a1b2c3d4e5f60001", "vpc-0a1b2c3d4e5f60002", "vpc-1a2b3c4d"];

fn volumes(chance: &mut Chance) -> Json {
    let zone = chance.one(ZONES);
    let records = several(chance, 5, |chance| {
        let is_used = chance.once_in(2);
        let attachment = Map(vec![("State", text("attached"))]);
        let mut fields = vec![
            ("VolumeId", text(id(chance, "vol-"))),
            ("VolumeType", text(chance.one(&["gp3", "gp3", "gp2", "io1", "st1"]))),
            ("Size", Number((1 + chance.below(16_384)) as f64)),
            ("State", text(if is_used { "in-use" } else { "available" })),
            ("Attachments", List(if is_used { vec![attachment] } else { Vec::new() })),
            ("AvailabilityZone", text(zone)),
            ("Encrypted", Bool(true)),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "Volumes", records, "NextToken")
}

fn addresses(chance: &mut Chance) -> Json {
    let group = chance.one(REGIONS);
    let records = several(chance, 5, |chance| {
        let mut fields = vec![
            ("AllocationId", text(id(chance, "eipalloc-"))),
            ("PublicIp", text("52.0.0.7")),
            ("Domain", text("vpc")),
            ("NetworkBorderGroup", text(group)),
            ("PublicIpv4Pool", text(chance.one(&["amazon", "amazon", "ipv4pool-ec2-012345"]))),
        ];
        if chance.once_in(2) {
            fields.push(("AssociationId", text(id(chance, "eipassoc-"))));
            fields.push(("NetworkInterfaceId", text(id(chance, "eni-"))));
        }
        if chance.once_in(5) {
            fields.push(("ServiceManaged", text("alb")));
        }
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "Addresses", records, "NextToken")
}

fn vpcs(chance: &mut Chance) -> Json {
    let mut records = several(chance, 4, |chance| {
        let mut fields = vec![
            ("VpcId", text(id(chance, "vpc-"))),
            ("OwnerId", text(chance.one(ACCOUNTS))),
            ("State", text("available")),
            ("CidrBlock", text("10.0.0.0/16")),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    // A Region has one default VPC at most.
    let default = chance.below(6);
    for (place, record) in records.iter_mut().enumerate() {
        if let Map(fields) = record {
            fields.push(("IsDefault", Bool(place == default)));
        }
    }
    listed(chance, "Vpcs", records, "NextToken")
}

fn endpoints(chance: &mut Chance) -> Json {
    let records = several(chance, 5, |chance| {
        let kind = chance.one(&["Interface", "Interface", "Gateway", "GatewayLoadBalancer"]);
        let state = chance.one(&["available", "available", "pending", "deleted", "failed"]);
        let mut fields = vec![
            ("VpcEndpointId", text(id(chance, "vpce-"))),
            ("VpcEndpointType", text(kind)),
            ("VpcId", text(chance.one(VPCS))),
            ("ServiceName", text("com.amazonaws.us-west-2.ec2")),
            ("State", text(state)),
            ("OwnerId", text(ACCOUNTS[0])),
            ("PolicyDocument", text("{\"Version\": \"2008-10-17\", \"Statement\": []}")),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "VpcEndpoints", records, "NextToken")
}

fn load_balancers(chance: &mut Chance) -> Json {
    let (account, region) = (chance.one(ACCOUNTS), chance.one(REGIONS));
    let records = several(chance, 4, |chance| {
        let arn = format!("arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/a/1");
        let kind = chance.one(&["application", "network", "network", "gateway"]);
        let mut fields = vec![
            ("LoadBalancerArn", text(arn)),
            ("Type", text(kind)),
            ("VpcId", text(chance.one(VPCS))),
            ("State", Map(vec![("Code", text("active"))])),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "LoadBalancers", records, "NextMarker")
}

fn nat_gateways(chance: &mut Chance) -> Json {
    let records = several(chance, 4, |chance| {
        let state = chance.one(&["available", "available", "pending", "deleted", "failed"]);
        let mut fields = vec![
            ("NatGatewayId", text(id(chance, "nat-"))),
            ("State", text(state)),
            ("SubnetId", text(id(chance, "subnet-"))),
            ("VpcId", text(chance.one(VPCS))),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    listed(chance, "NatGateways", records, "NextToken")
}

/// Lists of which only the length says something.
fn counts(chance: &mut Chance) -> Json {
    match chance.below(4) {
        0 => Map(vec![("HostedZoneCount", Number(chance.below(600) as f64))]),
        1 => {
            let zones = several(chance, 4, |chance| {
                Map(vec![
                    ("Id", text("/hostedzone/Z0123456789")),
                    ("Name", text(format!("z{}.example.", chance.below(99)))),
                ])
            });
            let is_more = !zones.is_empty() && chance.once_in(3);
            Map(vec![
                ("HostedZones", List(zones)),
                ("IsTruncated", Bool(is_more)),
                ("MaxItems", text("100")),
            ])
        }
        2 => {
            let buckets = several(chance, 5, |chance| {
                let name = format!("bucket-{}", chance.below(999));
                Map(vec![("Name", text(name)), ("CreationDate", text("2024-05-01T10:00:00+00:00"))])
            });
            let is_more = !buckets.is_empty() && chance.once_in(3);
            let token = if is_more { text("eyJuZXh0IjogMX0") } else { Null };
            Map(vec![
                ("Buckets", List(buckets)),
                ("ContinuationToken", token),
                ("Owner", Map(vec![("ID", text("0a1b"))])),
            ])
        }
        _ => {
            let names = several(chance, 5, |chance| text(format!("cluster-{}", chance.below(99))));
            listed(chance, "clusters", names, "nextToken")
        }
    }
}

fn iam(chance: &mut Chance) -> Json {
    let account = chance.one(ACCOUNTS);
    let (key, name, path) =
        chance.one(&[("Policies", "PolicyName", "policy"), ("Roles", "RoleName", "role")]);
    let records = several(chance, 5, |chance| {
        let own = format!("team-{}", chance.below(99));
        let mut fields = vec![
            (name, text(&*own)),
            ("Arn", text(format!("arn:aws:iam::{account}:{path}/{own}"))),
            ("Path", text("/")),
            ("CreateDate", text("2024-05-01T10:00:00+00:00")),
        ];
        chance.shuffle(&mut fields);
        Map(fields)
    });
    let is_more = !records.is_empty() && chance.once_in(3);
    let mut fields = vec![(key, List(records))];
    if chance.once_in(2) || is_more {
        fields.push(("IsTruncated", Bool(is_more)));
    }
    Map(fields)
}

/// Limits of other calls than Service Quotas'.
fn limits(chance: &mut Chance) -> Json {
    let some = |chance: &mut Chance| chance.below(2000);
    match chance.below(4) {
        0 => {
            let (policies, roles) = (some(chance), some(chance));
            let mut summary = vec![
                ("Users", Number(3.0)),
                ("Policies", Number(policies as f64)),
                ("PoliciesQuota", Number(1500.0)),
                ("Roles", Number(roles as f64)),
                ("RolesQuota", Number(1000.0)),
                ("AttachedPoliciesPerRoleQuota", Number(10.0)),
                ("InstanceProfilesQuota", Number(1000.0)),
            ];
            chance.shuffle(&mut summary);
            Map(vec![("SummaryMap", Map(summary))])
        }
        1 => {
            let limit = Map(vec![
                ("Type", text("MAX_HOSTED_ZONES_BY_OWNER")),
                ("Value", Number(some(chance) as f64)),
            ]);
            Map(vec![("Limit", limit), ("Count", Number(some(chance) as f64))])
        }
        2 => {
            let mut limits = Vec::new();
            for name in ["application-load-balancers", "network-load-balancers", "target-groups"] {
                limits
                    .push(Map(vec![("Name", text(name)), ("Max", text(some(chance).to_string()))]));
            }
            chance.shuffle(&mut limits);
            Map(vec![("Limits", List(limits))])
        }
        _ => {
            let mut attributes = Vec::new();
            for name in ["max-instances", "vpc-max-elastic-ips", "supported-platforms"] {
                let value = Map(vec![("AttributeValue", text(some(chance).to_string()))]);
                attributes.push(Map(vec![
                    ("AttributeName", text(name)),
                    ("AttributeValues", List(vec![value])),
                ]));
            }
            chance.shuffle(&mut attributes);
            Map(vec![("AccountAttributes", List(attributes))])
        }
    }
}

fn identity(chance: &mut Chance) -> Json {
    let account = chance.one(ACCOUNTS);
    let mut fields = vec![
        ("UserId", text("AIDAEXAMPLE")),
        ("Account", text(account)),
        ("Arn", text(format!("arn:aws:iam::{account}:user/jo"))),
    ];
    chance.shuffle(&mut fields);
    Map(fields)
}

// ---- Their parts.

fn several(chance: &mut Chance, most: usize, make: impl Fn(&mut Chance) -> Json) -> Vec<Json> {
    (0..chance.below(most + 1)).map(|_| make(chance)).collect()
}

/// An answer, of which a token before or behind the list says that it goes on.
fn listed(chance: &mut Chance, key: &'static str, records: Vec<Json>, token: &'static str) -> Json {
    let goes_on = !records.is_empty() && chance.once_in(4);
    let mut fields = vec![(key, List(records))];
    if goes_on || chance.once_in(8) {
        fields.push((token, if goes_on { text("eyJuZXh0IjogMX0") } else { Null }));
        chance.shuffle(&mut fields);
    }
    Map(fields)
}

fn id(chance: &mut Chance, prefix: &str) -> String {
    format!("{prefix}{:017x}", chance.next() >> 4)
}

fn copy(value: &Json) -> Json {
    match value {
        Number(number) => Number(*number),
        Text(text) => Text(text.clone()),
        Bool(is) => Bool(*is),
        Null => Null,
        List(items) => List(items.iter().map(copy).collect()),
        Map(fields) => Map(fields.iter().map(|(key, value)| (*key, copy(value))).collect()),
    }
}

// ---- How they are written.

struct Style {
    /// Nothing for all on one line.
    indent: &'static str,
    line_end: &'static str,
    /// Blanks wherever JSON allows them.
    loose: bool,
    /// Letters as `\u0041`.
    escapes: bool,
}

impl Style {
    fn write(&self, value: &Json, depth: usize, chance: &mut Chance, out: &mut String) {
        match value {
            Number(number) => out.push_str(&written(*number, chance)),
            Text(text) => self.text(text, chance, out),
            Bool(is) => out.push_str(if *is { "true" } else { "false" }),
            Null => out.push_str("null"),
            List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    self.between(place, depth + 1, chance, out);
                    self.write(item, depth + 1, chance, out);
                }
                self.close(']', items.is_empty(), depth, out);
            }
            Map(fields) => {
                out.push('{');
                for (place, (key, value)) in fields.iter().enumerate() {
                    self.between(place, depth + 1, chance, out);
                    write!(out, "\"{key}\"").expect("a text takes all");
                    self.blank(chance, out);
                    out.push(':');
                    if !self.indent.is_empty() {
                        out.push(' ');
                    }
                    self.write(value, depth + 1, chance, out);
                }
                self.close('}', fields.is_empty(), depth, out);
            }
        }
    }

    fn between(&self, place: usize, depth: usize, chance: &mut Chance, out: &mut String) {
        if place > 0 {
            self.blank(chance, out);
            out.push(',');
        }
        self.line(depth, out);
        self.blank(chance, out);
    }

    fn close(&self, bracket: char, is_empty: bool, depth: usize, out: &mut String) {
        if !is_empty {
            self.line(depth, out);
        }
        out.push(bracket);
    }

    fn line(&self, depth: usize, out: &mut String) {
        if !self.indent.is_empty() {
            out.push_str(self.line_end);
            out.push_str(&self.indent.repeat(depth));
        }
    }

    fn blank(&self, chance: &mut Chance, out: &mut String) {
        if self.loose && chance.once_in(3) {
            out.push_str(chance.one(&[" ", "  ", "\t", "\n"]));
        }
    }

    fn text(&self, text: &str, chance: &mut Chance, out: &mut String) {
        out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                _ if self.escapes && chance.once_in(6) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        write!(out, "\\u{unit:04x}").expect("a text takes all");
                    }
                }
                '/' if self.escapes => out.push_str("\\/"),
                _ => out.push(c),
            }
        }
        out.push('"');
    }
}

/// The same number in one of the forms that JSON has for it.
fn written(number: f64, chance: &mut Chance) -> String {
    if number.abs() > 1e15 {
        return format!("{number:e}");
    }
    match chance.below(6) {
        0 if number.fract() == 0.0 => format!("{number}"),
        1 => format!("{number:e}"),
        2 => format!("{number:E}").replace("E", "E+").replace("+-", "-"),
        3 if number.fract() == 0.0 => format!("{number:.3}"),
        4 if number.fract() == 0.0 => format!("{}e-2", number * 100.0),
        _ => format!("{number:?}"),
    }
}
