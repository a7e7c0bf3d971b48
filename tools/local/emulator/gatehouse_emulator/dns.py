"""What the hosted zones of Route 53 say."""

from typing import Any

from moto.route53.models import route53_backends
from moto.utilities.utils import get_partition


def zone_of(account_id: str, region: str, name: str) -> Any:
    """The hosted zone that has the name, or None."""
    zones = route53_backends[account_id][get_partition(region)].zones
    above = [zone for zone in zones.values() if f".{name.rstrip('.')}.".endswith(f".{zone.name}")]
    return max(above, key=lambda zone: len(zone.name), default=None)


def says(zone: Any, name: str, value: str) -> bool:
    """Whether the name leads to the value."""
    return any(
        record.name.rstrip(".") == name.rstrip(".") and value.rstrip(".") in [one.rstrip(".") for one in record.records]
        for record in zone.rrsets
    )
