"""moto's backends: one a service, account and region, each an object of which all that it knows hangs."""

import importlib
from collections.abc import Iterator
from typing import Any

from moto.core.base_backend import AccountSpecificBackend, BackendDict, BaseBackend

# Service, account, region; the last two are left out for the dictionaries above a backend.
Name = tuple[str, ...]


def in_use() -> Iterator[BaseBackend]:
    seen = {backends.service_name: backends for backends in BackendDict._instances}
    for backends in seen.values():
        for _, _, backend in backends.iter_backends():
            yield backend


def beside() -> list[tuple[Name, dict[str, Any]]]:
    """What two services keep for all accounts: S3 whose a bucket is, Organizations whose an account is."""
    seen = {backends.service_name: backends for backends in BackendDict._instances}
    return [((_service(each.backend),), own_attributes(each)) for each in seen.values() if own_attributes(each)]


def own_attributes(backends: BackendDict) -> dict[str, Any]:
    plain = vars(BackendDict(backends.backend, backends.service_name))
    return {name: value for name, value in vars(backends).items() if name not in plain}


def name_of(value: Any) -> Name | None:
    """None for all that is no backend. An object refers to its backend, which is not a part of it."""
    if isinstance(value, BackendDict):
        return (_service(value.backend),)
    if isinstance(value, AccountSpecificBackend):
        return _service(value.backend), value.account_id
    if isinstance(value, BaseBackend):
        # Not `type`: it may be a weak proxy.
        return _service(value.__class__), value.account_id, value.region_name
    return None


def named(name: Name) -> Any:
    """One that is not in use yet is made empty: its start would fill it with what the snapshot has."""
    service, *place = name
    backends = _backends_of(service)
    if not place:
        return backends
    of_account = backends[place[0]]
    if len(place) == 1:
        return of_account
    region = place[1]
    # `in` is true of every region of AWS.
    if of_account.get(region) is None:
        of_account[region] = object.__new__(backends.backend)
    return of_account[region]


def _service(backend: type) -> str:
    """`moto.s3.models.S3Backend`"""
    return f"{backend.__module__}.{backend.__qualname__}"


def _backends_of(service: str) -> BackendDict:
    module, _, name = service.rpartition(".")
    for found in vars(importlib.import_module(module)).values():
        if isinstance(found, BackendDict) and found.backend.__qualname__ == name:
            return found
    raise LookupError(f"moto has no backends of {service}")
