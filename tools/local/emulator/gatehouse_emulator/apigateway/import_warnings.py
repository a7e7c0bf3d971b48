"""What API Gateway warns of in an OpenAPI document."""

from collections.abc import Iterator
from typing import Any


def warnings_of(document: dict[str, Any]) -> list[str]:
    """References that lead nowhere."""
    return [
        f"Parse issue: attribute {place}.{reference} is missing"
        for place, reference in _references(document, "")
        if reference.startswith("#/") and not _leads_somewhere(document, reference)
    ]


def _references(value: Any, place: str) -> Iterator[tuple[str, str]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in members:
        if name == "$ref" and isinstance(member, str):
            yield place.lstrip("."), member
        else:
            yield from _references(member, f"{place}.{name}")


def _leads_somewhere(document: dict[str, Any], reference: str) -> bool:
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
    return found is not None
