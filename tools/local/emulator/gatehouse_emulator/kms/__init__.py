"""What moto's KMS lacks; imported once moto has loaded its own."""

from . import rsa_decrypt  # noqa: F401
