"""What a deployment of an HTTP API or a WebSocket API froze.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
"""

import copy
from typing import Any

DEFAULT = "$default"


def snapshot(api: Any) -> dict[str, Any]:
    """Objects as API Gateway's Get operations answer them, a copy that nothing changes any more."""
    return copy.deepcopy(
        {
            "routes": sorted((_route(api, route) for route in api.routes.values()), key=lambda r: r["routeKey"]),
            "authorizers": [authorizer.to_json() for authorizer in api.authorizers.values()],
            "settings": {"corsConfiguration": api.cors_configuration},
        }
    )


def _route(api: Any, route: Any) -> dict[str, Any]:
    method, _, path = route.route_key.rpartition(" ")
    integration = api.integrations.get((route.target or "").removeprefix("integrations/"))
    return {
        "method": method or "ANY",
        "path": path,
        **route.to_json(),
        "integration": integration.to_json() if integration else None,
    }
