//! Every request of a report as one Terraform file.

use super::requests::Requests;
use crate::report::Report;
use crate::request::provider;
use crate::words;

/// Where Terraform takes the provider from.
const REQUIRED: &str = "
terraform {
  required_providers {
    aws = {
      source = \"hashicorp/aws\"
    }
  }
}
";

/// The file; `None` where nothing is to be asked for.
pub fn terraform(report: &Report) -> Option<String> {
    let requests = Requests::of(report)?;
    let asked = requests.made.iter();
    let mut regions: Vec<&str> = asked.map(|asked| asked.request.region).collect();
    regions.sort_unstable();
    regions.dedup();
    let mut file = requests.comments(report, words!("report.terraform-title"));
    file.push_str(REQUIRED);
    let asked = requests.made.iter();
    let resources = asked.map(|asked| format!("{}{}", asked.said, asked.request.resource()));
    for block in regions.into_iter().map(provider).chain(resources) {
        file.push('\n');
        file.push_str(&block);
    }
    Some(file)
}
