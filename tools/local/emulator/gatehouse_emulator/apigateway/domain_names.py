"""Custom domains."""

import json
from typing import Any

from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds
from .patch import Member, apply_patch, scalar


def _endpoint_type(domain: Any, _operation: str, _key: str, value: str) -> None:
    domain.endpoint_configuration = {**(domain.endpoint_configuration or {}), "types": [value]}


DOMAIN_NAME = {
    "/certificateArn": scalar("certificate_arn"),
    "/certificateName": scalar("certificate_name"),
    "/endpointConfiguration/types": Member(("add", "remove", "replace"), str, _endpoint_type),
    "/regionalCertificateArn": scalar("regional_certificate_arn"),
    "/regionalCertificateName": scalar("regional_certificate_name"),
    "/securityPolicy": scalar("security_policy"),
}


@adds(APIGatewayResponse)
def update_domain_name(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDomainName.html"""
    domain = self.backend.get_domain_name(self.path.split("/")[2])
    apply_patch(domain, self._get_param("patchOperations"), DOMAIN_NAME)
    return json.dumps(domain.to_json())
