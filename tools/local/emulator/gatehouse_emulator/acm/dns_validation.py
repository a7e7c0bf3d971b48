"""Proof by DNS that a domain is one's own."""

from typing import Any

from moto.acm.models import CertBundle

from ..dns import says, zone_of
from ..gap import replaces


@replaces(CertBundle)
def check(original: Any, self: Any) -> None:
    """Issued as soon as the records are in Route 53; where no hosted zone is here, after moto's minute.
    https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
    """
    original(self)
    if self.status == "PENDING_VALIDATION" and all(_is_proven(self, option) for option in _options(self)):
        self.status = "ISSUED"


def _options(self: Any) -> list[Any]:
    return self.describe()["Certificate"].get("DomainValidationOptions", [])


def _is_proven(self: Any, option: Any) -> bool:
    _, _, _, region, account_id, _ = self.arn.split(":", 5)
    record = option["ResourceRecord"]
    zone = zone_of(account_id, region, record["Name"])
    return zone is not None and says(zone, record["Name"], record["Value"])
