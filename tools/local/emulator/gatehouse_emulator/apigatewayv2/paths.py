"""Paths of `/v2/` that moto does not know."""

from moto.apigateway.urls import url_paths
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..apigateway.paths import pattern


def served(*templates: str) -> None:
    """From now on moto asks its handler for these; `{}` is one segment, `{+}` the rest."""
    for template in templates:
        url_paths["{0}/v2/" + pattern(template)] = ApiGatewayV2Response.dispatch
