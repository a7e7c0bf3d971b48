"""All that the emulator remembers: moto's backends, and what we keep beside them."""

import importlib
import sys
from typing import Any

from moto.core.base_backend import BackendDict
from moto.core.exceptions import ServiceException

from . import backends, pickling

# What is not an attribute of something in a backend.
OURS = (
    ("gatehouse_emulator.credentials", "_issued"),
    ("gatehouse_emulator.cognitoidp.clock", "_ahead"),
    ("gatehouse_emulator.cognitoidp.codes", "_recent"),
    ("gatehouse_emulator.cognitoidp.sessions", "_sessions"),
    ("gatehouse_emulator.cognitoidentity.open_id", "_keys"),
)


class CannotBeKept(ServiceException):
    """Something that pickle does not know, such as a running thread."""

    code = "CannotBeKept"

    def __init__(self, where: str, error: Exception) -> None:
        super().__init__(f"the memory of {where}: {error}")


def save() -> bytes:
    """Nothing may change meanwhile. One pickle: an object that two refer to is one afterwards too."""
    states = [(backends.name_of(backend), vars(backend)) for backend in backends.in_use()]
    ours = {
        place: getattr(sys.modules[place[0]], place[1])
        for place in OURS
        # A service that nobody asked for is not loaded, and knows nothing.
        if place[0] in sys.modules
    }
    try:
        return pickling.dumps({"backends": states, "beside": backends.beside(), "ours": ours})
    except Exception as error:
        raise CannotBeKept(_where(states), error) from error


def load(data: bytes) -> None:
    """Takes the place of all that is remembered. Nothing is, where the bytes cannot be read."""
    _forget()
    try:
        _take(pickling.loads(data))
    except Exception:
        _forget()
        raise


def _take(memory: dict[str, Any]) -> None:
    for name, state in memory["backends"]:
        vars(backends.named(name)).update(state)
    for name, attributes in memory["beside"]:
        vars(backends.named(name)).update(attributes)
    for (module, name), value in memory["ours"].items():
        setattr(importlib.import_module(module), name, value)


def _where(states: list[tuple[backends.Name | None, dict[str, Any]]]) -> str:
    for name, state in states:
        try:
            pickling.dumps(state)
        except Exception:
            # moto.batch.models.BatchBackend
            return str((name or ("moto",))[0]).split(".")[1]
    return "Gatehouse"


def _forget() -> None:
    """Not moto's reset, which fills each backend again."""
    for each in BackendDict._instances:
        each.clear()
        for attributes in backends.own_attributes(each).values():
            attributes.clear()
    BackendDict._instances.clear()
