"""What moto's Lambda lacks; imported once moto has loaded its own."""

from . import configuration, functions, invoke, policy  # noqa: F401
