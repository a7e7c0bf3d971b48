"""The records that prove a domain to be its owner's."""

import hashlib
from typing import Any

from moto.ses.models import EmailIdentity

from ..gap import replaces


@replaces(EmailIdentity, "__init__")
def init(
    original: Any,
    self: Any,
    email_identity: str,
    tags: Any,
    dkim_signing_attributes: Any,
    configuration_set_name: str | None,
) -> None:
    """SES signs for a domain with keys of its own, unless it is given one; each has three tokens, always the same here.
    https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DkimAttributes.html
    """
    original(self, email_identity, tags, dkim_signing_attributes, configuration_set_name)
    if self.identity_type == "DOMAIN":
        self.dkim_attributes |= {"SigningEnabled": True, "Status": "SUCCESS", "Tokens": _tokens(email_identity)}


def _tokens(domain: str) -> list[str]:
    return [hashlib.sha256(f"{domain} {number}".encode()).hexdigest()[:32] for number in range(3)]
