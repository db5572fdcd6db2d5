//! Terraform's state: `terraform show -json`, a state file, and `terraform show` for people, with
//! the resource and the data source `aws_servicequotas_service_quota`.

use super::{DocumentFormat, service_quotas};
use crate::read::reader::Reader;
use crate::read::tree::{Node, Value};

/// `{"values": {"root_module": {"resources": […]}}}`, `{"resources": [{"instances": […]}]}`, or
/// the resources themselves.
pub const FORMAT: DocumentFormat = DocumentFormat { id: |_, _| "terraform", sure, read };

const KIND: &str = "aws_servicequotas_service_quota";

fn sure(root: &Node<'_>) -> u8 {
    let is_state = root.get(&["terraformversion"]).is_some();
    let has_quota = resources(root).iter().any(|resource| is_quota(resource));
    if has_quota {
        95
    } else if is_state {
        60
    } else {
        0
    }
}

fn is_quota(resource: &Node<'_>) -> bool {
    resource.get(&["type"]).and_then(Node::text) == Some(KIND)
}

/// Every resource of a state, those of its modules included.
fn resources<'n, 'a>(root: &'n Node<'a>) -> Vec<&'n Node<'a>> {
    if let Some(resources) = root.list() {
        return resources.iter().collect();
    }
    let mut found: Vec<&'n Node<'a>> =
        root.get(&["resources"]).and_then(Node::list).unwrap_or_default().iter().collect();
    let values = root.get(&["values"]).or_else(|| root.get(&["priorstate"])?.get(&["values"]));
    let mut modules: Vec<&'n Node<'a>> =
        values.and_then(|values| values.get(&["rootmodule"])).into_iter().collect();
    while let Some(module) = modules.pop() {
        found.extend(module.get(&["resources"]).and_then(Node::list).unwrap_or_default());
        modules.extend(module.get(&["childmodules"]).and_then(Node::list).unwrap_or_default());
    }
    found
}

fn read(root: &Node<'_>, reader: &mut Reader<'_>) {
    for resource in resources(root) {
        if !is_quota(resource) {
            reader.ignore(None, None);
            continue;
        }
        let instances = resource.get(&["instances"]).and_then(Node::list).unwrap_or_default();
        let of_file = instances.iter().filter_map(|instance| instance.get(&["attributes"]));
        let of_show =
            resource.get(&["values"]).filter(|values| matches!(values.value, Value::Map(_)));
        let mut records: Vec<&Node<'_>> = of_file.chain(of_show).collect();
        if records.is_empty() {
            records.push(resource);
        }
        for record in records {
            service_quotas::read_record(record, reader);
        }
    }
}
