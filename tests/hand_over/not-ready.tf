# Asks AWS to raise the quotas that are too low for Zilliz Cloud BYOC: each resource is one request, which AWS may refuse. Destroying a resource lowers nothing.
# Made on 2026-11-26 of the report against: Zilliz Cloud BYOC prerequisites, minimum config
# Region: us-west-2
# Active requests per account: 20; per account and opt-in Region: 2; per quota: 1 (AWS, Service Quotas User Guide, Service quotas for Service Quotas).
# QuotaExceededException: one of those caps is reached. Wait until AWS has closed a request, then run the rest again.
# ResourceAlreadyExistsException: a request for this quota is open already. Wait for its answer.
# Not asked for here: EC2 memory. AWS has no quota on memory: it comes with the instances. Have whoever caps this account's capacity allow 448 GiB in all, or deploy instances with less memory.
# Not asked for here: AWS LB. AWS does not raise "Network Load Balancers per Region" by request. Free some of what is in use, or deploy into another account or Region.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

resource "aws_servicequotas_service_quota" "vcpu" {
  provider     = aws.us_west_2
  service_code = "ec2"
  quota_code   = "L-1216C47A"
  value        = 112
}

resource "aws_servicequotas_service_quota" "block_storage" {
  provider     = aws.us_west_2
  service_code = "ebs"
  quota_code   = "L-7A658B76"
  value        = 2
}

resource "aws_servicequotas_service_quota" "public_ip" {
  provider     = aws.us_west_2
  service_code = "ec2"
  quota_code   = "L-0263D0A3"
  value        = 6
}

resource "aws_servicequotas_service_quota" "vpc" {
  provider     = aws.us_west_2
  service_code = "vpc"
  quota_code   = "L-F678F1CE"
  value        = 6
}

resource "aws_servicequotas_service_quota" "dns_zone" {
  provider     = aws.us_east_1
  service_code = "route53"
  quota_code   = "L-4EA4796A"
  value        = 3
}
