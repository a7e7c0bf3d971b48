"""What is gone is answered with 404 NotFoundException, which Terraform takes as already deleted."""

from typing import Any, NoReturn

from moto.apigateway.exceptions import NotFoundException
from moto.apigateway.models import APIGatewayBackend

from ..gap import replaces

# https://docs.aws.amazon.com/apigateway/latest/api/CommonErrors.html
# moto answers 400 where a subclass does not say otherwise.
NotFoundException.code = 404


def not_found(message: str) -> NoReturn:
    raise NotFoundException(message)


@replaces(APIGatewayBackend)
def delete_rest_api(original: Any, self: Any, function_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRestApi.html"""
    self.get_rest_api(function_id)
    return original(self, function_id)


@replaces(APIGatewayBackend)
def delete_gateway_response(original: Any, self: Any, rest_api_id: str, response_type: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteGatewayResponse.html"""
    self.get_gateway_response(rest_api_id, response_type)
    return original(self, rest_api_id, response_type)


@replaces(APIGatewayBackend)
def delete_usage_plan(original: Any, self: Any, usage_plan_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlan.html"""
    self.get_usage_plan(usage_plan_id)
    return original(self, usage_plan_id)


@replaces(APIGatewayBackend)
def delete_usage_plan_key(original: Any, self: Any, usage_plan_id: str, key_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html"""
    self.get_usage_plan_key(usage_plan_id, key_id)
    return original(self, usage_plan_id, key_id)
