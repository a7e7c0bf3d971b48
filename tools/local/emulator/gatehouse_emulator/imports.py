"""Run a function right after a module was imported, without importing it ourselves."""

import importlib.util
import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_waiting: dict[str, list[Callable[[], Any]]] = {}


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        # Taken out first: the look-up below comes through here again.
        callbacks = _waiting.pop(name, None)
        if callbacks is None:
            return None
        spec = importlib.util.find_spec(name)
        if spec and spec.loader:
            _call_after_exec(spec.loader, callbacks)
        return spec


def _call_after_exec(loader: Any, callbacks: list[Callable[[], Any]]) -> None:
    exec_module = loader.exec_module

    def exec_and_call(module: ModuleType) -> None:
        exec_module(module)
        for callback in callbacks:
            callback()

    loader.exec_module = exec_and_call


def after_import(name: str, callback: Callable[[], Any]) -> None:
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
    _waiting.setdefault(name, []).append(callback)
