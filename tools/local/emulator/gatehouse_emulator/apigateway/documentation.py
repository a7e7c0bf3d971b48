"""Documentation parts, and versions of all of them."""

import json
import time
from typing import Any

from moto.apigateway.exceptions import ConflictException
from moto.apigateway.responses import APIGatewayResponse
from moto.moto_api._internal import mock_random as random

from ..gap import adds
from .not_found import not_found
from .patch import apply_patch, scalar
from .paths import served

PARTS, VERSIONS = "restapis/{}/documentation/parts", "restapis/{}/documentation/versions"
served(PARTS, PARTS + "/{}", VERSIONS, VERSIONS + "/{}")

PART = {"/properties": scalar("properties")}
VERSION = {"/description": scalar("description")}


class DocumentationPart:
    def __init__(self, location: dict[str, str], properties: str) -> None:
        self.id = random.get_random_hex(6)
        self.location = location
        self.properties = properties

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "location": self.location, "properties": self.properties}


class DocumentationVersion:
    def __init__(self, version: str, description: str | None) -> None:
        self.created = int(time.time())
        self.description = description
        self.version = version

    def to_json(self) -> dict[str, Any]:
        return {"createdDate": self.created, "description": self.description, "version": self.version}


def parts(api: Any) -> dict[str, DocumentationPart]:
    """Of an API; moto's keeps none."""
    return vars(api).setdefault("documentation_parts", {})


def versions(api: Any) -> dict[str, DocumentationVersion]:
    """Of an API; moto's keeps none."""
    return vars(api).setdefault("documentation_versions", {})


def put_part(api: Any, location: dict[str, str], properties: Any) -> DocumentationPart:
    """The part of that location, made or changed; what a document says may be an object."""
    text = properties if isinstance(properties, str) else json.dumps(properties)
    part = _at(api, location) or DocumentationPart(location, text)
    part.properties = text
    parts(api)[part.id] = part
    return part


@adds(APIGatewayResponse)
def create_documentation_part(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationPart.html"""
    api, location = _api(self), self._get_param("location")
    if _at(api, location):
        raise ConflictException(f"Documentation part already exists for the specified location: {location}")
    part = put_part(api, location, self._get_param("properties"))
    return 201, {"status": 201}, json.dumps(part.to_json())


@adds(APIGatewayResponse)
def import_documentation_parts(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_ImportDocumentationParts.html"""
    api, document = _api(self), json.loads(self.body)
    if self._get_param("mode") == "overwrite":
        parts(api).clear()
    return json.dumps({"ids": import_parts(api, document), "warnings": []})


def import_parts(api: Any, document: dict[str, Any]) -> list[str]:
    """The ids of the parts of an `x-amazon-apigateway-documentation`, which are made or changed.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-documentation.html
    """
    documentation = document.get("x-amazon-apigateway-documentation", {})
    made = [put_part(api, p["location"], p["properties"]).id for p in documentation.get("documentationParts", [])]
    version = documentation.get("version")
    if version and version not in versions(api):
        versions(api)[version] = DocumentationVersion(version, None)
    return made


@adds(APIGatewayResponse)
def get_documentation_parts(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationParts.html"""
    return json.dumps({"item": [part.to_json() for part in parts(_api(self)).values()]})


@adds(APIGatewayResponse)
def get_documentation_part(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationPart.html"""
    return json.dumps(_part(self).to_json())


@adds(APIGatewayResponse)
def update_documentation_part(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationPart.html"""
    part = _part(self)
    apply_patch(part, self._get_param("patchOperations"), PART)
    return json.dumps(part.to_json())


@adds(APIGatewayResponse)
def delete_documentation_part(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationPart.html"""
    del parts(_api(self))[_part(self).id]
    return 202, {"status": 202}, ""


@adds(APIGatewayResponse)
def create_documentation_version(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationVersion.html"""
    api, name = _api(self), self._get_param("documentationVersion")
    if name in versions(api):
        raise ConflictException(f"Documentation version already exists: {name}")
    stage = self.backend.get_stage(api.id, self._get_param("stageName")) if self._get_param("stageName") else None
    version = versions(api)[name] = DocumentationVersion(name, self._get_param("description"))
    if stage:
        stage.documentation_version = name
    return 201, {"status": 201}, json.dumps(version.to_json())


@adds(APIGatewayResponse)
def get_documentation_versions(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersions.html"""
    return json.dumps({"item": [version.to_json() for version in versions(_api(self)).values()]})


@adds(APIGatewayResponse)
def get_documentation_version(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersion.html"""
    return json.dumps(_version(self).to_json())


@adds(APIGatewayResponse)
def update_documentation_version(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationVersion.html"""
    version = _version(self)
    apply_patch(version, self._get_param("patchOperations"), VERSION)
    return json.dumps(version.to_json())


@adds(APIGatewayResponse)
def delete_documentation_version(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationVersion.html"""
    del versions(_api(self))[_version(self).version]
    return 202, {"status": 202}, ""


def _api(self: Any) -> Any:
    return self.backend.get_rest_api(self.path.split("/")[2])


def _at(api: Any, location: dict[str, str]) -> DocumentationPart | None:
    return next((part for part in parts(api).values() if part.location == location), None)


def _part(self: Any) -> DocumentationPart:
    found = parts(_api(self)).get(self.path.split("/")[5])
    return found or not_found("Invalid Documentation part identifier specified")


def _version(self: Any) -> DocumentationVersion:
    found = versions(_api(self)).get(self.path.split("/")[5])
    return found or not_found("Invalid Documentation version specified")
