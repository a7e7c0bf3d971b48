"""What stays the same from one start to the next, in a file of the checkout that the emulator works for."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

_kept: dict[str, Any] = {}


def kept(name: str, make: Any) -> Any:
    """What `make` returned when `name` was first asked for; JSON.

    Without a checkout, or in a container that does not see it, it lasts as long as this process.
    """
    if not _kept:
        _kept.update(_read())
    if name not in _kept:
        _kept[name] = make()
        _write()
    return _kept[name]


def seed() -> bytes:
    """A secret of this checkout alone."""
    return bytes.fromhex(kept("seed", lambda: secrets.token_hex(32)))


def _file() -> Path | None:
    checkout = os.environ.get("GATEHOUSE_EMULATOR_CHECKOUT")
    modules = Path(checkout, "node_modules") if checkout else None
    return modules / ".cache" / "gatehouse" / "emulator.json" if modules and modules.is_dir() else None


def _read() -> dict[str, Any]:
    file = _file()
    try:
        return json.loads(file.read_text()) if file else {}
    except (OSError, ValueError):
        return {}


def _write() -> None:
    file = _file()
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        # It holds private keys.
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            json.dump(_kept, out)
        new.replace(file)
    except OSError as error:
        print(json.dumps({"emulator": f"{file} could not be written: {error}"}), flush=True)
