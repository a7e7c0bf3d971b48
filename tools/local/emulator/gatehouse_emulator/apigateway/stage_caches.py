"""Caches of a stage, which nothing here fills."""

from typing import Any

from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds
from .paths import served

served("restapis/{}/stages/{}/cache/data", "restapis/{}/stages/{}/cache/authorizers")


@adds(APIGatewayResponse)
def flush_stage_cache(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageCache.html"""
    _, _, api_id, _, name = self.path.split("/")[:5]
    self.backend.get_stage(api_id, name)
    return 202, {"status": 202}, ""


@adds(APIGatewayResponse)
def flush_stage_authorizers_cache(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageAuthorizersCache.html"""
    return flush_stage_cache(self)
