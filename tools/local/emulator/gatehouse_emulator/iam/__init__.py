"""What moto's IAM lacks; imported once moto has loaded its own."""

from . import openid_connect, roles  # noqa: F401
