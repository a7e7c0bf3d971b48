"""What moto's API Gateway (REST, v1) lacks; imported once moto has loaded its own."""

from . import (  # noqa: F401
    authorizers,
    deployments,
    domain_names,
    gateway_responses,
    import_api,
    integrations,
    methods,
    models,
    not_found,
    request_validators,
    resource_policy,
    resources,
    rest_apis,
    served,
    stages,
    tags,
    usage_plans,
)
