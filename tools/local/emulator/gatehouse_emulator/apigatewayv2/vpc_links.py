"""VPC links of HTTP APIs."""

from typing import Any

from moto.apigatewayv2.models import ApiGatewayV2Backend

from ..gap import replaces
from .refusals import bad_request


@replaces(ApiGatewayV2Backend)
def delete_vpc_link(original: Any, self: Any, vpc_link_id: str) -> None:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/vpclinks-vpclinkid.html"""
    self.get_vpc_link(vpc_link_id)
    integrations = (integration for api in self.apis.values() for integration in api.integrations.values())
    if any(integration.connection_id == vpc_link_id for integration in integrations):
        bad_request(f"Cannot delete vpc link. Vpc link '{vpc_link_id}', is referenced in an integration")
    original(self, vpc_link_id)
