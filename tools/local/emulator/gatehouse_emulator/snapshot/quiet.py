"""A moment at which no request is half done."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..gap import replaces
from ..internal import PREFIX
from ..one_at_a_time import others_go_on

# What runs longer waits for a function or for a message in a queue, and changes nothing meanwhile. A function that it
# waits for may itself be waiting for us.
SECONDS = 5

_changed = threading.Condition()
_running = 0
_held = False


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if environ.get("PATH_INFO", "").startswith(f"{PREFIX}snapshot-"):
        return original(self, environ, start_response)
    _begin()
    try:
        return original(self, environ, start_response)
    finally:
        _end()


@contextmanager
def quiet() -> Iterator[None]:
    """Requests that arrive meanwhile wait; those that run are waited for, `SECONDS` at most."""
    global _held
    with others_go_on(), _changed:
        _changed.wait_for(lambda: not _held)
        _held = True
        _changed.wait_for(lambda: _running == 0, SECONDS)
    try:
        yield
    finally:
        with _changed:
            _held = False
            _changed.notify_all()


def _begin() -> None:
    global _running
    with _changed:
        _changed.wait_for(lambda: not _held)
        _running += 1


def _end() -> None:
    global _running
    with _changed:
        _running -= 1
        _changed.notify_all()
