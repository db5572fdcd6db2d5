#!/usr/bin/env bash
# Asks AWS to raise the quotas that are too low for Zilliz Cloud BYOC. It changes nothing but that: each line is one request, which AWS may refuse.
# Made on 2026-11-26 of the report against: Zilliz Cloud BYOC prerequisites, minimum config
# Region: us-west-2
# Active requests per account: 20; per account and opt-in Region: 2; per quota: 1 (AWS, Service Quotas User Guide, Service quotas for Service Quotas).
# QuotaExceededException: one of those caps is reached. Wait until AWS has closed a request, then run the rest again.
# ResourceAlreadyExistsException: a request for this quota is open already. Wait for its answer.
# Not asked for here: EC2 memory. AWS has no quota on memory: it comes with the instances. Have whoever caps this account's capacity allow 448 GiB in all, or deploy instances with less memory.
# Not asked for here: AWS LB. AWS does not raise "Network Load Balancers per Region" by request. Free some of what is in use, or deploy into another account or Region.
(
set -u
# Nothing waits in a pager.
export AWS_PAGER=''
failed=0

request() {
  name=$1
  shift
  printf '%s: ' "$name"
  if ! aws service-quotas request-service-quota-increase "$@" \
    --query 'RequestedQuota.[Id,Status]' --output text; then
    failed=1
    printf '%s %s\n' Failed: "$name" >&2
  fi
}

request 'EC2 vCPU' --region us-west-2 --service-code ec2 --quota-code L-1216C47A --desired-value 112
request EBS --region us-west-2 --service-code ebs --quota-code L-7A658B76 --desired-value 2
request EIP --region us-west-2 --service-code ec2 --quota-code L-0263D0A3 --desired-value 6
request VPC --region us-west-2 --service-code vpc --quota-code L-F678F1CE --desired-value 6
request 'DNS Zone' --region us-east-1 --service-code route53 --quota-code L-4EA4796A --desired-value 3

if [ "$failed" -ne 0 ]; then
  printf '%s\n' 'Not every request was made; those that failed are named above.' >&2
  exit 1
fi
)
