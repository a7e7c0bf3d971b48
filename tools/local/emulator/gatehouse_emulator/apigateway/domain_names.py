"""Custom domains of REST APIs."""

import json
from typing import Any

from moto.apigateway.exceptions import ConflictException
from moto.apigateway.models import APIGatewayBackend, DomainName
from moto.apigateway.responses import APIGatewayResponse
from moto.moto_api._internal import mock_random as random

from ..gap import adds, replaces
from .patch import Member, apply_patch, scalar

# What moto's models do not keep -> its attribute.
KEPT = {
    "mutualTlsAuthentication": "mutual_tls",
    "ownershipVerificationCertificateArn": "ownership_certificate_arn",
    "policy": "policy",
}


def _endpoint(name: str) -> Any:
    def apply(domain: Any, _operation: str, _key: str, value: str) -> None:
        changed = [value] if name == "types" else value
        domain.endpoint_configuration = {**(domain.endpoint_configuration or {}), name: changed}

    return apply


def _mutual_tls(domain: Any, operation: str, key: str, value: str) -> None:
    """An empty URI of the truststore ends mutual TLS."""
    settings = {**(getattr(domain, "mutual_tls", None) or {}), key: "" if operation == "remove" else value}
    known = {name: each for name, each in settings.items() if each}
    domain.mutual_tls = known if known.get("truststoreUri") else None


DOMAIN_NAME = {
    "/certificateArn": scalar("certificate_arn"),
    "/certificateName": scalar("certificate_name"),
    "/endpointConfiguration/ipAddressType": Member(("replace",), str, _endpoint("ipAddressType")),
    "/endpointConfiguration/types": Member(("add", "remove", "replace"), str, _endpoint("types")),
    "/mutualTlsAuthentication": Member(("add", "remove", "replace"), str, _mutual_tls, has_key=True),
    "/ownershipVerificationCertificateArn": scalar("ownership_certificate_arn", str, ("replace", "remove")),
    "/policy": scalar("policy"),
    "/regionalCertificateArn": scalar("regional_certificate_arn"),
    "/regionalCertificateName": scalar("regional_certificate_name"),
    "/securityPolicy": scalar("security_policy"),
}


@replaces(DomainName)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DomainName.html"""
    kept = {name: getattr(self, attribute, None) for name, attribute in KEPT.items()}
    body = {**original(self), **{name: value for name, value in kept.items() if value}}
    body["domainNameArn"] = getattr(self, "arn", None)
    endpoint = self.endpoint_configuration or {"types": ["EDGE"]}
    default = "dualstack" if endpoint.get("types") == ["PRIVATE"] else "ipv4"
    body["endpointConfiguration"] = {"ipAddressType": default, **endpoint}
    if getattr(self, "domain_id", None):
        body["domainNameId"] = self.domain_id
    return body


@replaces(APIGatewayResponse)
def create_domain_name(original: Any, self: Any) -> Any:
    """Keeps the members moto drops. A private domain has an id, since other accounts may have one of its name.
    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html
    """
    backend, name = self.backend, self._get_param("domainName")
    if name in backend.domain_names:
        raise ConflictException("The domain name you provided already exists.")
    status, headers, _ = original(self)
    domain = backend.domain_names[name]
    for member, attribute in KEPT.items():
        setattr(domain, attribute, self._get_param(member))
    arn = f"arn:aws:apigateway:{backend.region_name}:"
    domain.arn = f"{arn}:/domainnames/{name}"
    if "PRIVATE" in (domain.endpoint_configuration or {}).get("types", []):
        domain.domain_id = random.get_random_hex(10)
        domain.arn = f"{arn}{backend.account_id}:/domainnames/{name}+{domain.domain_id}"
    return status, headers, json.dumps(domain.to_json())


@adds(APIGatewayResponse)
def update_domain_name(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDomainName.html"""
    domain = self.backend.get_domain_name(self.path.split("/")[2])
    apply_patch(domain, self._get_param("patchOperations"), DOMAIN_NAME)
    return json.dumps(domain.to_json())


@replaces(APIGatewayBackend)
def delete_domain_name(original: Any, self: Any, domain_name: str) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDomainName.html"""
    original(self, domain_name)
    self.base_path_mappings.pop(domain_name, None)
