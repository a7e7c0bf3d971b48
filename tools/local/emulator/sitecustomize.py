"""Python runs this file at start because its directory comes first on PYTHONPATH.

It loads Gatehouse's additions into moto's process, however moto was found, and changes
nothing in a Python process that was started for something else.
"""

import importlib.machinery
import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def _run_the_sitecustomize_we_hide() -> None:
    """A distribution or a virtual environment may have its own; only the first one found is run."""
    elsewhere = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) != HERE]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", elsewhere)
    if spec and spec.loader:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


if os.environ.get("GATEHOUSE_EMULATOR"):
    import gatehouse_emulator

    gatehouse_emulator.activate(os.environ["GATEHOUSE_EMULATOR"])

_run_the_sitecustomize_we_hide()
