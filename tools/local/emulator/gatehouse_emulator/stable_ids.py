"""Identifiers that follow from a name and the order of creation: the same after each start, never twice."""

import hashlib
import uuid
from typing import Any


def stable_uuid(*parts: Any) -> str:
    return str(uuid.UUID(bytes=_digest(*parts)[:16], version=4))


def spell(alphabet: str, length: int, *parts: Any) -> str:
    return number_to_text(_digest(*parts), alphabet, length)


def number_to_text(number: bytes, alphabet: str, length: int) -> str:
    left, text = int.from_bytes(number, "big"), ""
    while len(text) < length:
        left, digit = divmod(left, len(alphabet))
        text += alphabet[digit]
    return text


def count(owner: Any, kind: str, name: Any) -> int:
    """How often the owner made one of this name, this one included; what was deleted counts too."""
    counts = vars(owner).setdefault("made", {})
    counts[kind, name] = counts.get((kind, name), 0) + 1
    return counts[kind, name]


def _digest(*parts: Any) -> bytes:
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).digest()
