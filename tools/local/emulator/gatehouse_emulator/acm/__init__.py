"""What moto's Certificate Manager lacks; imported once moto has loaded its own."""

from . import dns_validation  # noqa: F401
