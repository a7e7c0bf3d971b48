"""What Gatehouse's stacks need of moto and moto 5.2.1 does not do; docs/emulator.md lists it."""

import importlib
import importlib.util
import os
import sys
from importlib.metadata import PackageNotFoundError, version

from .imports import after_import

# moto's module -> ours, loaded right after it: moto loads a service at its first request,
# and a service nobody asked for costs nothing. These change no answer of moto's.
WATCH = {
    "moto.moto_server.werkzeug_app": "gatehouse_emulator.parent",
    "moto.moto_api._internal.urls": "gatehouse_emulator.status",
    "moto.backends": "gatehouse_emulator.module_names",
    "moto.cognitoidp.models": "gatehouse_emulator.rsa_keys",
}
ADDITIONS = (
    ("moto.core.utils", "gatehouse_emulator.errors"),
    ("moto.moto_server.werkzeug_app", "gatehouse_emulator.server"),
    ("moto.moto_server.werkzeug_app", "gatehouse_emulator.bridge_address"),
    ("moto.moto_server.werkzeug_app", "gatehouse_emulator.snapshot"),
    ("moto.acm.urls", "gatehouse_emulator.acm"),
    ("moto.apigateway.urls", "gatehouse_emulator.apigateway"),
    ("moto.apigateway.urls", "gatehouse_emulator.apigatewayv2"),
    ("moto.awslambda.urls", "gatehouse_emulator.awslambda"),
    ("moto.cognitoidentity.urls", "gatehouse_emulator.cognitoidentity"),
    ("moto.cognitoidp.urls", "gatehouse_emulator.cognitoidp"),
    ("moto.iam.urls", "gatehouse_emulator.iam"),
    ("moto.kms.urls", "gatehouse_emulator.kms"),
    ("moto.logs.urls", "gatehouse_emulator.logs"),
    ("moto.s3.urls", "gatehouse_emulator.s3"),
    ("moto.sesv2.urls", "gatehouse_emulator.ses"),
    ("moto.sqs.urls", "gatehouse_emulator.sqs"),
    ("moto.stepfunctions.urls", "gatehouse_emulator.stepfunctions"),
    ("moto.sts.urls", "gatehouse_emulator.sts"),
)


def activate(mode: str) -> None:
    """mode `version`: print moto's version and stop; `plain`: those that change no answer; else all additions."""
    if mode == "version":
        _print_version_and_stop()
    additions = () if mode == "plain" else ADDITIONS
    for theirs, ours in (*WATCH.items(), *additions):
        after_import(theirs, lambda ours=ours: importlib.import_module(ours))


def _print_version_and_stop() -> None:
    try:
        missing = [name for name in ("flask", "flask_cors") if importlib.util.find_spec(name) is None]
        without = f" without its server part: {', '.join(missing)} missing" if missing else ""
        print(f"moto {version('moto')}{without}", flush=True)
    except PackageNotFoundError:
        print(f"Python {sys.version.split()[0]} at {sys.executable} has no module moto", flush=True)
    # What would follow is the command itself: a server.
    os._exit(0)
