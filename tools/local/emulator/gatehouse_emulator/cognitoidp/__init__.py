"""What moto's Cognito user pools lack; imported once moto has loaded its own."""

from . import (  # noqa: F401
    clients,
    domains,
    resource_servers,
    tags,
    user_pools,
)
