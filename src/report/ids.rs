//! The contract's ids: what is counted, and how it came out.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Declares an enum whose values are written kebab-case, with the list of all of them.
macro_rules! ids {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[doc = concat!("Written `", $text, "`.")] #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the contract's order.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The value as the report writes it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl From<$name> for &'static str {
            fn from(id: $name) -> &'static str {
                id.as_str()
            }
        }

        /// As text, so that an error about what stands under an id names that id in its path.
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                let text = String::deserialize(from)?;
                let known = $name::ALL.iter().find(|known| known.as_str() == text);
                known.copied().ok_or_else(|| D::Error::unknown_variant(&text, &[$($text,)+]))
            }
        }
    };
}

ids! {
    /// A row of the document's table.
    ResourceId {
        Vcpu = "vcpu",
        Memory = "memory",
        ObjectStorage = "object-storage",
        BlockStorage = "block-storage",
        PublicIp = "public-ip",
        Vpc = "vpc",
        PrivateLink = "private-link",
        LoadBalancer = "load-balancer",
        DnsZone = "dns-zone",
    }
}

ids! {
    /// A part of the prerequisites with a verdict of its own.
    SectionId {
        Resources = "resources",
        License = "license",
        Environment = "environment",
        Accounts = "accounts",
        Credentials = "credentials",
        Permissions = "permissions",
    }
}

ids! {
    /// A check beside the rows.
    CheckId {
        EksClusters = "eks-clusters",
        NatGateways = "nat-gateways",
        InternetGateways = "internet-gateways",
        S3Buckets = "s3-buckets",
        UpgradeSurge = "upgrade-surge",
        InstanceOfferings = "instance-offerings",
        LicenseDetailsConfirmed = "license-details-confirmed",
        OperatingSystem = "operating-system",
        TerraformInstalled = "terraform-installed",
        TerraformVersion = "terraform-version",
        AwsAccount = "aws-account",
        OneAccount = "one-account",
        RegionSupported = "region-supported",
        ZillizAccount = "zilliz-account",
        TemporaryCredentials = "temporary-credentials",
        CredentialsExposed = "credentials-exposed",
        IamPoliciesRoom = "iam-policies-room",
        IamRolesRoom = "iam-roles-room",
        IamPoliciesPerRole = "iam-policies-per-role",
        IamNameCollisions = "iam-name-collisions",
        IamPermissions = "iam-permissions",
    }
}

ids! {
    /// A whole, judged.
    Verdict {
        /// Nothing is short and nothing is open.
        Ready = "ready",
        /// Something is short or failed.
        NotReady = "not-ready",
        /// Too little is known.
        Incomplete = "incomplete",
    }
}

ids! {
    /// A row, judged.
    Status {
        /// Enough is free.
        Met = "met",
        /// The limit is too low, or what is free is.
        Short = "short",
        /// Too little is known to say met or short.
        Unverified = "unverified",
        /// Nothing usable was given.
        Missing = "missing",
        /// AWS sets no limit, and nobody stated one.
        Unlimited = "unlimited",
    }
}

ids! {
    /// A check, judged.
    Outcome {
        Pass = "pass",
        Fail = "fail",
        Open = "open",
        /// Worth knowing; never counts against a verdict.
        Advice = "advice",
    }
}

ids! {
    /// A person's answer to a check.
    Answer {
        Yes = "yes",
        No = "no",
    }
}

ids! {
    /// Where a limit came from.
    Basis {
        /// Service Quotas, or the service's own limit call.
        Applied = "applied",
        /// AWS's default for new accounts: not this account's value.
        Default = "default",
        /// Typed by a person.
        Stated = "stated",
        /// A utilisation report, Trusted Advisor or another tool.
        Report = "report",
    }
}

ids! {
    /// What a line of a source is evidence of.
    Role {
        Limit = "limit",
        InUse = "in-use",
    }
}

ids! {
    /// How much a problem matters.
    Severity {
        Error = "error",
        Warning = "warning",
        Info = "info",
    }
}

ids! {
    /// A field of the license.
    LicenseField {
        Id = "id",
        CoreSize = "coreSize",
        ValidFrom = "validFrom",
        ValidUntil = "validUntil",
    }
}

ids! {
    /// The license on the day of the report.
    LicenseState {
        Active = "active",
        /// 1 to 30 days are left.
        Expiring = "expiring",
        /// From the end date itself on.
        Expired = "expired",
        NotStarted = "not-started",
        /// The ID, the core size or the end date is not known.
        Incomplete = "incomplete",
    }
}

ids! {
    /// The core size beside the deployment's cores; never counts against a verdict.
    Coverage {
        /// 80 cores or more.
        Covered = "covered",
        /// 48 to 79: it depends on which instances count.
        Depends = "depends",
        /// Below 48.
        BelowMinimum = "below-minimum",
    }
}
