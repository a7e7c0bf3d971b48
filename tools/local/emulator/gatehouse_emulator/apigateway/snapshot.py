"""What a deployment of a REST API froze.

A stage serves its deployment, whatever becomes of the API afterwards. Resource policies, media types, compression
and gateway responses need a new deployment too.
https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html
"""

import copy
from typing import Any

SETTINGS = ("apiKeySource", "binaryMediaTypes", "disableExecuteApiEndpoint", "minimumCompressionSize", "policy")


def snapshot(api: Any) -> dict[str, Any]:
    """Objects as API Gateway's Get operations answer them, a copy that nothing changes any more."""
    described = {**api.to_dict(), "policy": api.policy}
    return copy.deepcopy(
        {
            "routes": sorted(_routes(api), key=lambda route: (route["path"], route["method"])),
            "authorizers": [authorizer.to_json() for authorizer in api.authorizers.values()],
            "requestValidators": [validator.to_dict() for validator in api.request_validators.values()],
            "models": [model.to_json() for model in api.models.values()],
            "gatewayResponses": [response.to_json() for response in api.gateway_responses.values()],
            "settings": {name: described[name] for name in SETTINGS},
        }
    )


def _routes(api: Any) -> list[dict[str, Any]]:
    return [
        _route(resource, verb, method)
        for resource in api.resources.values()
        for verb, method in resource.resource_methods.items()
    ]


def _route(resource: Any, verb: str, method: Any) -> dict[str, Any]:
    members = {
        name: value for name, value in method.to_json().items() if name not in ("httpMethod", "methodIntegration")
    }
    integration = method.method_integration
    return {
        "method": verb,
        "path": resource.get_path(),
        "resourceId": resource.id,
        **members,
        "integration": integration.to_json() if integration else None,
    }
