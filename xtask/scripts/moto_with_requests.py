"""moto's server with what it lacks of Service Quotas: requests for higher quotas.

They are kept for each account and Region, are PENDING for good, and are refused as AWS refuses
them: a second one for a quota, and more than AWS has open at a time.
Takes the arguments of moto_server.
"""

import datetime
import json
import sys

from moto.core.exceptions import JsonRESTError
from moto.server import main
from moto.servicequotas.models import ServiceQuotasBackend
from moto.servicequotas.responses import ServiceQuotasResponse

# AWS, Service Quotas User Guide, "Service quotas for Service Quotas".
MOST_OPEN = 20


def requests_of(backend: ServiceQuotasBackend) -> list:
    if not hasattr(backend, "requests"):
        backend.requests = []
    return backend.requests


def request_service_quota_increase(self: ServiceQuotasResponse) -> str:
    wanted = json.loads(self.body)
    service, quota, value = (wanted[key] for key in ("ServiceCode", "QuotaCode", "DesiredValue"))
    requests = requests_of(self.backend)
    if any(known["QuotaCode"] == quota for known in requests):
        raise JsonRESTError(
            "ResourceAlreadyExistsException",
            "Only one open service quota increase request is allowed per quota.",
        )
    if len(requests) >= MOST_OPEN:
        raise JsonRESTError("QuotaExceededException", "You have exceeded your service quota.")
    now = datetime.datetime.now(datetime.timezone.utc).timestamp()
    request = {
        "Id": f"{len(requests):032x}",
        "ServiceCode": service,
        "QuotaCode": quota,
        "DesiredValue": value,
        "Status": "PENDING",
        "Created": now,
        "LastUpdated": now,
        "QuotaArn": f"arn:aws:servicequotas:{self.region}:{self.current_account}:{service}/{quota}",
        "GlobalQuota": False,
        "Unit": "None",
        "QuotaRequestedAtLevel": "ACCOUNT",
    }
    requests.append(request)
    return json.dumps({"RequestedQuota": request})


def list_requested_service_quota_change_history(self: ServiceQuotasResponse) -> str:
    return json.dumps({"RequestedQuotas": requests_of(self.backend)})


ServiceQuotasResponse.request_service_quota_increase = request_service_quota_increase
ServiceQuotasResponse.list_requested_service_quota_change_history = (
    list_requested_service_quota_change_history
)

if __name__ == "__main__":
    main(sys.argv[1:])
