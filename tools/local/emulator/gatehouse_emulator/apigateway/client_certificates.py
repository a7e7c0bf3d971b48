"""Client certificates: what API Gateway shows to a backend."""

import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from moto.apigateway.responses import APIGatewayResponse
from moto.moto_api._internal import mock_random as random

from ..gap import adds
from .not_found import not_found
from .patch import apply_patch, scalar
from .paths import served

served("clientcertificates", "clientcertificates/{}")

CLIENT_CERTIFICATE = {"/description": scalar("description", str, ("replace", "remove"))}
VALID = timedelta(days=365)


class ClientCertificate:
    def __init__(self, description: str | None, tags: dict[str, str] | None) -> None:
        self.id = random.get_random_hex(6)
        self.created = int(time.time())
        self.description = description
        self.pem = _self_signed(self.created)
        self.tags = tags

    def to_json(self) -> dict[str, Any]:
        return {
            "clientCertificateId": self.id,
            "createdDate": self.created,
            "description": self.description,
            "expirationDate": self.created + int(VALID.total_seconds()),
            "pemEncodedCertificate": self.pem,
            "tags": self.tags or {},
        }


def client_certificates(backend: Any) -> dict[str, ClientCertificate]:
    """Of a region; moto's backend keeps none."""
    return vars(backend).setdefault("client_certificates", {})


@adds(APIGatewayResponse)
def generate_client_certificate(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GenerateClientCertificate.html"""
    made = ClientCertificate(self._get_param("description"), self._get_param("tags"))
    client_certificates(self.backend)[made.id] = made
    return 201, {"status": 201}, json.dumps(made.to_json())


@adds(APIGatewayResponse)
def get_client_certificates(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetClientCertificates.html"""
    return json.dumps({"item": [each.to_json() for each in client_certificates(self.backend).values()]})


@adds(APIGatewayResponse)
def get_client_certificate(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetClientCertificate.html"""
    return json.dumps(_certificate(self).to_json())


@adds(APIGatewayResponse)
def update_client_certificate(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateClientCertificate.html"""
    certificate = _certificate(self)
    apply_patch(certificate, self._get_param("patchOperations"), CLIENT_CERTIFICATE)
    return json.dumps(certificate.to_json())


@adds(APIGatewayResponse)
def delete_client_certificate(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteClientCertificate.html"""
    del client_certificates(self.backend)[_certificate(self).id]
    return 202, {"status": 202}, ""


def _certificate(self: Any) -> ClientCertificate:
    found = client_certificates(self.backend).get(self.path.split("/")[2])
    return found or not_found("Invalid Client Certificate identifier specified")


def _self_signed(created: int) -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ApiGateway")])
    start = datetime.fromtimestamp(created, UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), start, start + VALID)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM).decode()
