"""Paths of REST APIs that moto does not know."""

from moto.apigateway.responses import APIGatewayResponse
from moto.apigateway.urls import url_paths

VARIABLES = {"{}": "[^/]+", "{+}": ".+"}


def pattern(template: str) -> str:
    """As moto writes paths; `{}` is one segment, `{+}` the rest."""
    segments = (
        f"(?P<part{index}>{VARIABLES[segment]})" if segment in VARIABLES else segment
        for index, segment in enumerate(template.split("/"))
    )
    return "/".join(segments) + "$"


def served(*templates: str) -> None:
    """From now on moto asks its handler for these."""
    for template in templates:
        url_paths["{0}/" + pattern(template)] = APIGatewayResponse.dispatch
