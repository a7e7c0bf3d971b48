"""The emulator's memory as bytes, which a later start of the same versions takes back."""

from . import operations  # noqa: F401
