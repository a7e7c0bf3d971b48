"""Who calls, and what their role may do; imported once moto's server is loaded."""

from . import callers  # noqa: F401
