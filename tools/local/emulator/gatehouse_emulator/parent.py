"""The moto server ends with the process that started it."""

import os
import threading


def end_with_parent() -> None:
    """The parent holds the other end of our standard input; it closes however the parent dies."""

    def wait() -> None:
        while os.read(0, 4096):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True, name="end-with-parent").start()


if os.environ.get("GATEHOUSE_EMULATOR_PARENT") == "stdin":
    end_with_parent()
