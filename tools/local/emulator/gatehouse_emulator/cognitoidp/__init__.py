"""What moto's Cognito user pools lack; imported once moto has loaded its own."""

from . import (  # noqa: F401
    clients,
    discovery,
    domains,
    moto_tokens,
    passwords,
    resource_servers,
    sign_in,
    sign_out,
    sign_up,
    srp,
    tags,
    tokens,
    user_pools,
    users,
)
