"""Custom domains: of HTTP APIs, and those of REST APIs seen from here."""

import json
from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import ApiGatewayV2Backend, DomainName
from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.moto_api._internal import mock_random as random

from ..gap import adds, replaces


@replaces(DomainName)
def __init__(original: Any, self: Any, **members: Any) -> None:
    original(self, **members)
    region = members["backend"].region_name
    computed = {
        "apiGatewayDomainName": f"d-{random.get_random_hex(10)}.execute-api.{region}.amazonaws.com",
        "domainNameStatus": "AVAILABLE",
        "hostedZoneId": "Z2FDTNDATAQYW2",
        "ipAddressType": "ipv4",
    }
    self.domain_name_configurations = [{**computed, **each} for each in members["domain_name_configurations"]]
    self.routing_mode = "API_MAPPING_ONLY"


@replaces(DomainName)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname.html"""
    body = {**original(self), "routingMode": self.routing_mode}
    if not body["mutualTlsAuthentication"]:
        del body["mutualTlsAuthentication"]
    return body


@replaces(ApiGatewayV2Response)
def create_domain_name(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html"""
    status, headers, body = original(self)
    domain = self.apigatewayv2_backend.domain_names[json.loads(body)["domainName"]]
    domain.routing_mode = json.loads(self.body).get("routingMode") or domain.routing_mode
    return status, headers, json.dumps(domain.to_json())


@adds(ApiGatewayV2Response)
def update_domain_name(self: Any) -> Any:
    """An empty URI of the truststore ends mutual TLS.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname.html
    """
    domain = self.apigatewayv2_backend.get_domain_name(self.path.split("/")[-1])
    body = json.loads(self.body)
    changes = (body.get("domainNameConfigurations") or [{}])[0]
    domain.domain_name_configurations[0].update(changes)
    tls = {**(domain.mutual_tls_authentication or {}), **body.get("mutualTlsAuthentication", {})}
    known = {name: value for name, value in tls.items() if value}
    domain.mutual_tls_authentication = known if known.get("truststoreUri") else {}
    domain.routing_mode = body.get("routingMode", domain.routing_mode)
    return 200, {}, json.dumps(domain.to_json())


@replaces(ApiGatewayV2Backend)
def get_domain_name(original: Any, self: Any, domain_name: str | None) -> Any:
    """Domains that were made by the operations of REST APIs are the same ones.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
    """
    of_rest = apigateway_backends[self.account_id][self.region_name].domain_names.get(domain_name)
    if domain_name in self.domain_names or of_rest is None:
        return original(self, domain_name)
    return _seen(of_rest, self)


@replaces(ApiGatewayV2Backend)
def delete_domain_name(original: Any, self: Any, domain_name: str) -> None:
    """Its mappings go first, which moto fails on.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname.html
    """
    self.api_mappings = {i: m for i, m in self.api_mappings.items() if m.domain_name != domain_name}
    original(self, domain_name)


def _seen(domain: Any, backend: Any) -> DomainName:
    configuration = {
        "apiGatewayDomainName": domain.regional_domain_name,
        "certificateArn": domain.regional_certificate_arn or domain.certificate_arn,
        "endpointType": (domain.endpoint_configuration or {}).get("types", ["EDGE"])[0],
        "hostedZoneId": domain.regional_hosted_zone_id,
        "securityPolicy": domain.security_policy,
    }
    return DomainName(
        domain_name=domain.domain_name,
        domain_name_configurations=[configuration],
        mutual_tls_authentication=getattr(domain, "mutual_tls", None) or {},
        tags=domain.tags or {},
        backend=backend,
    )
