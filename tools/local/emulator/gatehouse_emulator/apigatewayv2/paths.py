"""Paths of `/v2/` that moto does not know."""

from moto.apigateway.urls import url_paths
from moto.apigatewayv2.responses import ApiGatewayV2Response

VARIABLES = {"{}": "[^/]+", "{+}": ".+"}


def served(*templates: str) -> None:
    """From now on moto asks its handler for these; `{}` is one segment, `{+}` the rest."""
    for template in templates:
        segments = (_pattern(segment, index) for index, segment in enumerate(template.split("/")))
        url_paths["{0}/v2/" + "/".join(segments) + "$"] = ApiGatewayV2Response.dispatch


def _pattern(segment: str, index: int) -> str:
    return f"(?P<part{index}>{VARIABLES[segment]})" if segment in VARIABLES else segment
