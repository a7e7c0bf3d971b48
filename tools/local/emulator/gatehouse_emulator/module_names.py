"""The names of moto's modules, read once: moto looks through its folder for each request."""

from functools import cache
from typing import Any

from moto import backends

from .gap import replaces


@replaces(backends)
@cache
def list_of_moto_modules(original: Any) -> tuple[str, ...]:
    return tuple(original())
