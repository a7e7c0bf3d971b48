"""What moto's Step Functions lacks; imported once moto has loaded its own."""

from . import definitions, sync_executions, versions  # noqa: F401
