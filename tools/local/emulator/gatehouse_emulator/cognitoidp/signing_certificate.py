"""The certificate that SAML providers check signed requests of a user pool with."""

import base64
from datetime import datetime, timezone
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult

from ..gap import adds
from .keys import signing_key

SINCE = datetime(2024, 1, 1, tzinfo=timezone.utc)
UNTIL = datetime(2034, 1, 1, tzinfo=timezone.utc)


@adds(CognitoIdpResponse)
def get_signing_certificate(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetSigningCertificate.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    return ActionResult({"Certificate": certificate(pool)})


def certificate(pool: Any) -> str:
    """The same at each call: DER in Base64."""
    key = signing_key(pool, "saml").private_key
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, pool.id)])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, SINCE, UNTIL)
    made = builder.sign(key, hashes.SHA256())
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()
