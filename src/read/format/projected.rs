//! What a `--query` has left of a known answer, `Vpcs[].[VpcId,CidrBlock]`: the command above it
//! tells which field each cell was, so that the records can be put together again and read as what
//! they were. Cells have to look like their fields.

use std::borrow::Cow;

use super::vpcs::is_account;
use super::{
    DocumentFormat, addresses, attached_policies, buckets, eks_clusters, hosted_zones, iam_lists,
    instances, internet_gateways, is_instance_type, load_balancers, volumes, vpcs,
};
use crate::read::command::Command;
use crate::read::lines::{Line, Lines, Signs};
use crate::read::query::{Fields, Query};
use crate::read::syntax::{Block, Syntax};
use crate::read::transcript::{is_command_with, is_empty_prompt, is_leftover};
use crate::read::tree::{Map, Node, Value};

/// A list that can be put together again.
struct Known {
    operation: &'static str,
    path: &'static [&'static str],
    format: &'static DocumentFormat,
    /// The fields that may be put back, and what each looks like. Others are left out, since
    /// without its neighbours a field may say something else.
    fields: &'static [Cell],
    /// Without these nothing is certain.
    needs: &'static [&'static str],
    /// Without these it is not known which of the records count.
    tells: &'static [&'static str],
}

type Cell = (&'static str, fn(&str) -> bool);

const LISTS: &[Known] = &[
    Known {
        operation: "describe-vpcs",
        path: &["Vpcs"],
        format: &vpcs::FORMAT,
        fields: &[
            ("VpcId", |cell| is_id(cell, "vpc-")),
            ("OwnerId", is_account),
            ("IsDefault", |_| true),
        ],
        needs: &["VpcId"],
        tells: &[],
    },
    Known {
        operation: "describe-addresses",
        path: &["Addresses"],
        format: &addresses::FORMAT,
        fields: ADDRESS,
        needs: &["AllocationId"],
        tells: &["PublicIpv4Pool", "ServiceManaged"],
    },
    Known {
        operation: "describe-addresses",
        path: &["Addresses"],
        format: &addresses::FORMAT,
        fields: ADDRESS,
        needs: &["PublicIp"],
        tells: &["PublicIpv4Pool", "ServiceManaged"],
    },
    Known {
        operation: "describe-volumes",
        path: &["Volumes"],
        format: &volumes::FORMAT,
        fields: &[
            ("VolumeId", |cell| is_id(cell, "vol-")),
            ("Size", is_number),
            ("VolumeType", |cell| volumes::TYPES.contains(&cell)),
            ("State", |_| true),
            ("AvailabilityZone", |_| true),
        ],
        needs: &["Size", "VolumeType"],
        tells: &[],
    },
    Known {
        operation: "describe-instances",
        path: &["Reservations", "Instances"],
        format: &instances::FORMAT,
        fields: &[
            ("InstanceType", is_instance_type),
            ("State.Name", |_| true),
            ("InstanceLifecycle", |_| true),
            ("Placement.Tenancy", |_| true),
            ("Placement.AvailabilityZone", |_| true),
            ("CpuOptions.CoreCount", is_number),
            ("CpuOptions.ThreadsPerCore", is_number),
            ("VpcId", |cell| is_id(cell, "vpc-")),
        ],
        needs: &["InstanceType", "State.Name"],
        tells: &["InstanceLifecycle", "Placement.Tenancy"],
    },
    Known {
        operation: "describe-internet-gateways",
        path: &["InternetGateways"],
        format: &internet_gateways::FORMAT,
        fields: &[("InternetGatewayId", |cell| is_id(cell, "igw-"))],
        needs: &["InternetGatewayId"],
        tells: &[],
    },
    Known {
        operation: "describe-load-balancers",
        path: &["LoadBalancers"],
        format: &load_balancers::FORMAT,
        fields: &[
            ("LoadBalancerArn", |cell| cell.starts_with("arn:aws")),
            ("Type", |cell| load_balancers::TYPES.contains(&cell)),
            ("VpcId", |cell| is_id(cell, "vpc-")),
        ],
        needs: &["LoadBalancerArn", "Type"],
        tells: &[],
    },
    Known {
        operation: "list-hosted-zones",
        path: &["HostedZones"],
        format: &hosted_zones::FORMAT,
        fields: &[("Id", |cell| cell.starts_with("/hostedzone/"))],
        needs: &["Id"],
        tells: &[],
    },
    Known {
        operation: "list-buckets",
        path: &["Buckets"],
        format: &buckets::FORMAT,
        fields: &[("Name", is_name)],
        needs: &["Name"],
        tells: &[],
    },
    Known {
        operation: "list-clusters",
        path: &["clusters"],
        format: &eks_clusters::FORMAT,
        fields: &[("", is_name)],
        needs: &[""],
        tells: &[],
    },
    Known {
        operation: "list-roles",
        path: &["Roles"],
        format: &iam_lists::ROLES,
        fields: &[("RoleName", is_name), ("Arn", |cell| cell.starts_with("arn:aws"))],
        needs: &["RoleName"],
        tells: &[],
    },
    Known {
        operation: "list-policies",
        path: &["Policies"],
        format: &iam_lists::POLICIES,
        fields: &[("PolicyName", is_name), ("Arn", |cell| cell.starts_with("arn:aws"))],
        needs: &["PolicyName"],
        // The ARN of AWS's own policies names no account.
        tells: &["Arn"],
    },
    Known {
        operation: "list-attached-role-policies",
        path: &["AttachedPolicies"],
        format: &attached_policies::FORMAT,
        fields: &[("PolicyName", is_name), ("PolicyArn", |cell| cell.starts_with("arn:aws"))],
        needs: &["PolicyName"],
        tells: &[],
    },
];

const ADDRESS: &[Cell] = &[
    ("AllocationId", |cell| is_id(cell, "eipalloc-")),
    ("PublicIp", |cell| cell.parse::<std::net::Ipv4Addr>().is_ok()),
    ("PublicIpv4Pool", |_| true),
    ("ServiceManaged", |_| true),
    ("NetworkBorderGroup", |_| true),
];

fn is_id(cell: &str, prefix: &str) -> bool {
    cell.strip_prefix(prefix).is_some_and(|digits| {
        (8..=17).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name of the kinds that IAM, S3 and EKS allow.
fn is_name(cell: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    (1..=128).contains(&cell.len()) && cell.bytes().all(is_letter)
}

/// A field of a record.
type Entry<'a> = (Cow<'a, str>, Node<'a>);

/// What the command above leaves of an answer.
pub struct Projected {
    known: &'static Known,
    shape: Shape,
    /// Which of the known fields each cell is; in a record with names in the names' order, which
    /// `--output text` takes.
    columns: Vec<(String, Option<&'static Cell>)>,
    is_at_most: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Whole,
    One,
    Row,
    Named,
}

impl Projected {
    /// What this command leaves, where it is certain what that is.
    pub fn by(command: &Command) -> Option<Projected> {
        let query = Query::parse(command.query()?)?;
        let operation = command.operation()?;
        LISTS.iter().filter(|known| known.operation == operation).find_map(|known| {
            Projected::of(known, &query, command.option("--scope") == Some("Local"))
        })
    }

    fn of(known: &'static Known, query: &Query, is_local: bool) -> Option<Projected> {
        if query.path != known.path {
            return None;
        }
        let cell = |name: &str| known.fields.iter().find(|(field, _)| *field == name);
        let (shape, mut columns) = match &query.fields {
            // Names alone are records by themselves.
            Fields::Whole if known.needs == [""] => (Shape::One, vec![(String::new(), cell(""))]),
            Fields::Whole => {
                return Some(Projected {
                    known,
                    shape: Shape::Whole,
                    columns: Vec::new(),
                    is_at_most: false,
                });
            }
            Fields::One(field) => (Shape::One, vec![(String::new(), cell(field))]),
            Fields::Row(fields) => {
                (Shape::Row, fields.iter().map(|field| (String::new(), cell(field))).collect())
            }
            Fields::Named(fields) => {
                let columns = fields.iter().map(|(name, field)| (name.clone(), cell(field)));
                (Shape::Named, columns.collect::<Vec<_>>())
            }
        };
        columns.sort_by(|one, other| one.0.cmp(&other.0));
        let has =
            |name: &&str| columns.iter().any(|(_, cell)| cell.is_some_and(|cell| cell.0 == *name));
        let tells = known.tells.iter().all(has) || is_local;
        known.needs.iter().all(has).then_some(Projected {
            known,
            shape,
            is_at_most: !tells,
            columns,
        })
    }

    /// The format of the answer.
    pub fn format(&self) -> &'static DocumentFormat {
        self.known.format
    }

    /// Whether more than what counts may be among it.
    pub fn is_at_most(&self) -> bool {
        self.is_at_most
    }

    /// Whether a document is what is left, each cell looking like its field.
    pub fn fits(&self, root: &Node<'_>) -> bool {
        root.list()
            .is_some_and(|nodes| !nodes.is_empty() && nodes.iter().all(|node| self.is_in(node)))
    }

    /// A record, or a list of them: `Reservations[*].Instances[*]` makes lists of lists.
    fn is_in(&self, node: &Node<'_>) -> bool {
        self.is_record(node)
            || !node.whole
            || node.list().is_some_and(|nodes| nodes.iter().all(|node| self.is_in(node)))
    }

    fn is_record(&self, node: &Node<'_>) -> bool {
        match (self.shape, &node.value) {
            (Shape::Whole, Value::Map(_)) => self.known.needs.iter().all(|name| {
                let key = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
                node.get(&[&key]).is_some()
            }),
            (Shape::One, value) => self.looks_like(0, value),
            (Shape::Row | Shape::Named, Value::List(cells)) => {
                let whole = cells.len() == self.columns.len() || !node.whole;
                let mut cells = cells.iter().enumerate();
                whole && cells.all(|(at, cell)| self.looks_like(at, &cell.value))
            }
            (Shape::Named, Value::Map(map)) => {
                let is_cell = |(key, value): (&str, &Node<'_>)| {
                    let at = self.columns.iter().position(|(name, _)| name == key);
                    at.is_some_and(|at| self.looks_like(at, &value.value))
                };
                let whole = map.values().count() == self.columns.len() || !node.whole;
                whole && node.keys().zip(map.values()).all(is_cell)
            }
            _ => false,
        }
    }

    /// Whether a cell looks like the field of this column; one that is not needed may be empty.
    fn looks_like(&self, at: usize, value: &Value<'_>) -> bool {
        let Some((_, cell)) = self.columns.get(at) else { return false };
        let Some((name, looks)) = cell else { return true };
        let may_be_empty = !self.known.needs.contains(name);
        match value {
            Value::Null => may_be_empty,
            Value::Bool(_) => looks("true"),
            Value::Number(text) => looks(text),
            Value::Text(text) if text == "None" => may_be_empty,
            Value::Text(text) => looks(text),
            Value::List(_) | Value::Map(_) | Value::Passed(_) => false,
        }
    }

    /// The answer as it would be without the query, of a document that fits.
    pub fn restored<'a>(&self, root: Node<'a>) -> Node<'a> {
        let (at, whole) = (root.at, root.whole);
        let mut records = Vec::new();
        self.flatten(root, &mut records);
        let node = |value| Node { at, value, whole };
        let mut list = node(Value::List(records));
        for (depth, key) in self.known.path.iter().enumerate().rev() {
            let map = node(Value::Map(Map::from_iter([(Cow::Borrowed(*key), list)])));
            list = if depth > 0 { node(Value::List(vec![map])) } else { map };
        }
        list
    }

    fn flatten<'a>(&self, node: Node<'a>, records: &mut Vec<Node<'a>>) {
        if self.is_record(&node) {
            return records.push(self.record(node));
        }
        if let Value::List(nodes) = node.value {
            for node in nodes {
                self.flatten(node, records);
            }
        }
    }

    fn record<'a>(&self, node: Node<'a>) -> Node<'a> {
        let Node { at, value, whole } = node;
        let cells: Vec<Node<'a>> = match value {
            value if self.shape == Shape::Whole || self.known.needs == [""] => {
                return Node { at, value, whole };
            }
            Value::List(cells) => cells,
            Value::Map(map) => {
                // In the order of the columns, which is that of the names.
                let mut entries: Vec<_> = map.into_entries().collect();
                entries.sort_by(|one, other| one.0.cmp(&other.0));
                entries.into_iter().map(|entry| entry.1).collect()
            }
            value => vec![Node { at, value, whole }],
        };
        let mut fields: Vec<(&str, Node<'a>)> = Vec::new();
        let mut nested: Vec<(&str, Vec<Entry<'a>>)> = Vec::new();
        for (cell, (_, column)) in cells.into_iter().zip(&self.columns) {
            let is_empty = cell.value == Value::Null || cell.text() == Some("None");
            let Some((name, _)) = column.filter(|_| !is_empty) else { continue };
            match name.split_once('.') {
                None => fields.push((name, cell)),
                Some((outer, inner)) => {
                    let entry = (Cow::Borrowed(inner), cell);
                    match nested.iter_mut().find(|(known, _)| *known == outer) {
                        Some((_, entries)) => entries.push(entry),
                        None => nested.push((outer, vec![entry])),
                    }
                }
            }
        }
        let nested = nested.into_iter().map(|(name, entries)| {
            (name, Node { at, value: Value::Map(entries.into_iter().collect()), whole: true })
        });
        let all = fields.into_iter().chain(nested).map(|(name, node)| (Cow::Borrowed(name), node));
        Node { at, value: Value::Map(all.collect()), whole }
    }

    /// The lines of `--output text` from `first` on, which stands right below the command.
    pub fn rows<'a>(&self, lines: &Lines<'a>, first: Line<'a>) -> Option<Block<'a>> {
        let mut rows: Vec<Node<'a>> = Vec::new();
        let mut next = first.next;
        let mut is_whole = true;
        let mut may_be_broken = false;
        for line in lines.from(first) {
            let content = line.trimmed();
            let ends = content.is_empty()
                || is_empty_prompt(content)
                || is_leftover(content)
                || is_command_with(content, line.signs);
            if ends {
                break;
            }
            let mut cells = cells_of(&line);
            // What a terminal may have broken is one cell of two lines.
            if may_be_broken && self.shape == Shape::One {
                cells.remove(0);
                is_whole = false;
            }
            let node = |value| Node { at: line.at, value, whole: true };
            let text = |cell: &'a str| node(Value::Text(Cow::Borrowed(cell)));
            let row: Vec<Node<'a>> = match self.shape {
                Shape::Whole => return None,
                Shape::One => cells.into_iter().map(text).collect(),
                Shape::Row | Shape::Named => {
                    vec![node(Value::List(cells.into_iter().map(text).collect()))]
                }
            };
            if !row.iter().all(|row| self.is_record(row)) {
                is_whole = false;
                break;
            }
            rows.extend(row);
            next = line.next;
            may_be_broken = line.text.len() >= SHORTEST_BROKEN;
        }
        if rows.is_empty() {
            return None;
        }
        let root = Node { at: first.at, value: Value::List(rows), whole: is_whole };
        Some(Block::new(root, next, Syntax::Rows, false))
    }
}

/// Shortest line that a terminal may have broken.
const SHORTEST_BROKEN: usize = 79;

/// Cells between tabs, or between the blanks that tabs became.
fn cells_of<'a>(line: &Line<'a>) -> Vec<&'a str> {
    let text = line.trimmed();
    if line.signs.has(Signs::TAB) {
        return text.split('\t').map(str::trim).collect();
    }
    text.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}
