"""The two ways a gap in moto is closed."""

import functools
from collections.abc import Callable
from typing import Any


def adds(owner: type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The function becomes a method of `owner`; a moto that has one by that name keeps its own."""

    def install(function: Callable[..., Any]) -> Callable[..., Any]:
        if not hasattr(owner, function.__name__):
            setattr(owner, function.__name__, function)
        return function

    return install


def replaces(owner: Any, name: str | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The function takes the place of the method of its name; it is given the original first."""

    def install(function: Callable[..., Any]) -> Callable[..., Any]:
        method = name or function.__name__
        original = getattr(owner, method)

        @functools.wraps(original)
        def replacement(*args: Any, **kwargs: Any) -> Any:
            return function(original, *args, **kwargs)

        setattr(owner, method, replacement)
        return function

    return install
