"""What moto's API Gateway v2 (HTTP APIs, custom domains) lacks; imported once moto has loaded its own."""

from . import (  # noqa: F401
    api_mappings,
    apis,
    authorizers,
    deployments,
    domain_names,
    import_api,
    integrations,
    route_responses,
    routes,
    stages,
    tags,
    vpc_links,
)
