"""CBOR, as far as attestations and keys are written in it: definite lengths, no tags, no floats.

https://www.rfc-editor.org/rfc/rfc8949
"""

from typing import Any

SIMPLE = {20: False, 21: True, 22: None}
DEEPEST = 16


def read(data: bytes) -> tuple[Any, bytes]:
    """The first value, and what follows it. Raises ValueError for what is none."""
    return _read(data, 0)


def _read(data: bytes, depth: int) -> tuple[Any, bytes]:
    if not data or depth > DEEPEST:
        raise ValueError("no CBOR")
    kind, small, rest = data[0] >> 5, data[0] & 31, data[1:]
    if kind == 7:
        if small not in SIMPLE:
            raise ValueError("no CBOR that is read here")
        return SIMPLE[small], rest
    number, rest = _number(small, rest)
    if kind == 0:
        return number, rest
    if kind == 1:
        return -1 - number, rest
    if kind in (2, 3):
        if len(rest) < number:
            raise ValueError("CBOR ends too early")
        part = rest[:number]
        return (part if kind == 2 else part.decode()), rest[number:]
    if kind == 4:
        return _list(rest, number, depth)
    if kind == 5:
        flat, rest = _list(rest, number * 2, depth)
        return dict(zip(flat[::2], flat[1::2], strict=True)), rest
    raise ValueError("no CBOR that is read here")


def _list(rest: bytes, count: int, depth: int) -> tuple[list[Any], bytes]:
    values = []
    for _ in range(count):
        value, rest = _read(rest, depth + 1)
        values.append(value)
    return values, rest


def _number(small: int, rest: bytes) -> tuple[int, bytes]:
    if small < 24:
        return small, rest
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(small)
    if size is None or len(rest) < size:
        raise ValueError("no CBOR that is read here")
    return int.from_bytes(rest[:size], "big"), rest[size:]
