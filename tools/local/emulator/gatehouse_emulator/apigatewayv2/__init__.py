"""What moto's API Gateway v2 (HTTP APIs, custom domains) lacks; imported once moto has loaded its own."""

from . import (  # noqa: F401
    deployments,
    stages,
)
