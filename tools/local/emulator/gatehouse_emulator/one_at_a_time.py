"""Requests are answered one at a time: moto's stores are plain dicts, and two requests at once fail each other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_thread = threading.local()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    with _lock:
        _thread.has_its_turn = True
        try:
            yield
        finally:
            _thread.has_its_turn = False


@contextmanager
def others_go_on() -> Iterator[None]:
    """Around a wait. What this request waits for may be another request: a function that calls the emulator.

    What the stores held before the wait may be gone after it.
    """
    if not getattr(_thread, "has_its_turn", False):
        yield
        return
    _thread.has_its_turn = False
    _lock.release()
    try:
        yield
    finally:
        _lock.acquire()
        _thread.has_its_turn = True
