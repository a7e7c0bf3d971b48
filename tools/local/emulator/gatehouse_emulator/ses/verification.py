"""Proof by DNS that a domain is one's own."""

from typing import Any

from moto.ses.models import SESBackend

from ..dns import says, zone_of
from ..gap import replaces


@replaces(SESBackend)
def get_identity_verification_attributes(original: Any, self: Any, identities: Any = None) -> Any:
    """Pending until the records of DKIM are in the hosted zone of the domain; verified where that zone is not here.
    https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html#just-verify-domain-proc
    """
    attributes = original(self, identities)
    for name, found in attributes.items():
        if not _is_proven(self, name):
            found["VerificationStatus"] = "Pending"
    return attributes


def _is_proven(self: Any, domain: str) -> bool:
    zone = zone_of(self.account_id, self.region_name, domain)
    tokens = self.email_identities[domain].dkim_attributes.get("Tokens", [])
    return zone is None or all(
        says(zone, f"{token}._domainkey.{domain}", f"{token}.dkim.amazonses.com") for token in tokens
    )
