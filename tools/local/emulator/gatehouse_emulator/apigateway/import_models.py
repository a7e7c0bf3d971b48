"""Schemas of an OpenAPI document, which become models.

https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
"""

import json
from typing import Any

PREFIX = "#/components/schemas/"


def put_models(api: Any, document: dict[str, Any]) -> None:
    """One for each named schema; a model of the same name is replaced."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        _put(api, name, schema)


def models_of(api: Any, content: dict[str, Any], name: str) -> dict[str, str] | None:
    """`requestModels` or `responseModels` of a `content`. A schema without a name becomes a model of the name given."""
    found = {}
    for media_type, entry in content.items():
        schema = entry.get("schema")
        if not schema:
            continue
        reference = schema.get("$ref", "")
        found[media_type] = reference.removeprefix(PREFIX) or _put(api, name, schema)
    return found or None


def _put(api: Any, name: str, schema: dict[str, Any]) -> str:
    api.add_model(
        name=name,
        description=schema.get("description"),
        schema=json.dumps(_referring(schema, api.id)),
        content_type="application/json",
    )
    return name


def _referring(schema: Any, api_id: str) -> Any:
    """References between models are URLs of API Gateway."""
    if isinstance(schema, list):
        return [_referring(each, api_id) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: _url(value, api_id) if name == "$ref" else _referring(value, api_id) for name, value in schema.items()
    }


def _url(reference: Any, api_id: str) -> Any:
    if not isinstance(reference, str) or not reference.startswith(PREFIX):
        return reference
    return f"https://apigateway.amazonaws.com/restapis/{api_id}/models/{reference.removeprefix(PREFIX)}"
