"""What moto's SQS lacks; imported once moto has loaded its own."""

from . import long_polling  # noqa: F401
