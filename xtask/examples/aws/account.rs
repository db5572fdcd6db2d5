//! A small account: what must be counted, and beside it what must not.

use anyhow::Result;

use crate::{REGION, moto::Moto};

/// Names and addresses that stand in the account, or the beginnings of such.
pub const NAMES: &[&str] = &["secret", "10.1.", "10.2.", "ami-", "vpc-", "i-0", "user/", "role/"];

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

/// Makes it, in a Region where moto has one VPC at first.
pub fn create(moto: &Moto) -> Result<()> {
    let subnets = network(moto)?;
    machines(moto)?;
    balancers(moto, &subnets)?;
    elsewhere(moto)
}

/// 3 VPCs, 2 addresses, a NAT gateway and an internet gateway; gives two subnets.
fn network(moto: &Moto) -> Result<[String; 2]> {
    let vpc =
        |block| moto.aws(&["ec2", "create-vpc", "--cidr-block", block, "--query", "Vpc.VpcId"]);
    let (first, _) = (vpc("10.1.0.0/16")?, vpc("10.2.0.0/16")?);
    let subnet = |block, zone: &str| {
        let place = format!("{REGION}{zone}");
        let make = ["ec2", "create-subnet", "--vpc-id", &first, "--cidr-block", block];
        let more = ["--availability-zone", &place, "--query", "Subnet.SubnetId"];
        moto.aws(&[&make[..], &more].concat())
    };
    let subnets = [subnet("10.1.1.0/24", "a")?, subnet("10.1.2.0/24", "b")?];
    let address = || moto.aws(&["ec2", "allocate-address", "--query", "AllocationId"]);
    let (first, _) = (address()?, address()?);
    let gateway =
        ["ec2", "create-nat-gateway", "--subnet-id", &subnets[0], "--allocation-id", &first];
    moto.aws(&gateway)?;
    moto.aws(&["ec2", "create-internet-gateway"])?;
    Ok(subnets)
}

/// 48 vCPU and 800 GiB of gp3; spot, another family, a stopped machine and gp2 beside them.
fn machines(moto: &Moto) -> Result<()> {
    let run = |kind, more: &[&str]| {
        let run = ["ec2", "run-instances", "--image-id", "ami-12345678", "--instance-type", kind];
        moto.aws(&[&run[..], &["--query", "Instances[0].InstanceId"], more].concat())
    };
    run("m6i.2xlarge", &["--count", "2"])?;
    run("r6id.8xlarge", &[])?;
    run("g5.xlarge", &[])?;
    run("m5.large", &["--instance-market-options", "MarketType=spot"])?;
    let stopped = run("t3.large", &[])?;
    moto.aws(&["ec2", "stop-instances", "--instance-ids", &stopped])?;
    for (kind, size) in [("gp3", "700"), ("gp3", "100"), ("gp2", "30")] {
        let place = format!("{REGION}a");
        let make = ["ec2", "create-volume", "--availability-zone", &place];
        moto.aws(&[&make[..], &["--volume-type", kind, "--size", size]].concat())?;
    }
    Ok(())
}

/// A Network Load Balancer, with an Application one beside it, and an EKS cluster.
fn balancers(moto: &Moto, [one, other]: &[String; 2]) -> Result<()> {
    let make = ["elbv2", "create-load-balancer"];
    moto.aws(
        &[&make[..], &["--name", "secret-n", "--type", "network", "--subnets", one]].concat(),
    )?;
    let application = ["--name", "secret-a", "--type", "application", "--subnets", one, other];
    moto.aws(&[&make[..], &application].concat())?;
    let network = format!("subnetIds={one},{other}");
    let role = "arn:aws:iam::123456789012:role/secret-role";
    let cluster = ["eks", "create-cluster", "--name", "secret-c", "--role-arn", role];
    moto.aws(&[&cluster[..], &["--resources-vpc-config", &network]].concat())?;
    Ok(())
}

/// 2 hosted zones, 2 buckets, 2 policies, 2 roles.
fn elsewhere(moto: &Moto) -> Result<()> {
    for name in ["secret-1", "secret-2"] {
        let domain = format!("{name}.example");
        let zone = ["route53", "create-hosted-zone", "--name", &domain];
        moto.aws(&[&zone[..], &["--caller-reference", name]].concat())?;
        let place = format!("LocationConstraint={REGION}");
        let bucket = ["s3api", "create-bucket", "--bucket", name];
        moto.aws(&[&bucket[..], &["--create-bucket-configuration", &place]].concat())?;
        let policy = ["iam", "create-policy", "--policy-name", name];
        moto.aws(&[&policy[..], &["--policy-document", POLICY]].concat())?;
        let role = ["iam", "create-role", "--role-name", name];
        moto.aws(&[&role[..], &["--assume-role-policy-document", TRUST]].concat())?;
    }
    Ok(())
}
