"""How the inner loops are compiled: by numba, once for a machine, and kept on disk for later processes.

What is kept stands in a folder named after all sources of the loops together, for numba itself looks only at the file
of a function and not at those of the functions it calls.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., object])
Shape = TypeVar("Shape")

WITHOUT = "GOUDEN_POORT_WITHOUT_NUMBA"
"""Set to anything, this leaves the loops as they are: slow, with the same answers."""

numba: Any = None
if not os.environ.get(WITHOUT):
    try:
        import numba  # type: ignore[no-redef]
    except ImportError:  # the loops run as they are
        numba = None


def is_ready() -> bool:
    """Whether nothing has to be compiled any more, as far as can be seen from what was kept."""
    return numba is None or (_KEPT_IN is not None and any(_KEPT_IN.rglob("*.nbc")))


def _kept_in() -> Path | None:
    """The first folder that can be written to: beside the source, or where the user keeps such things."""
    here = Path(__file__).parent
    digest = sha256(numba.__version__.encode())
    for source in sorted(here.glob("*.py")):
        digest.update(source.read_bytes())
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gouden-poort"
    for folder in (here / "__pycache__", user):
        kept = folder / f"kernel-{digest.hexdigest()[:16]}"
        try:
            kept.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(kept, os.W_OK):
            return kept
    return None


_KEPT_IN = _kept_in() if numba is not None else None


def compiled(function: Function) -> Function:
    """The function as machine code, made when it is first called."""
    if numba is None:
        return function
    made: Function
    if _KEPT_IN is None:
        made = numba.njit(error_model="numpy")(function)
        return made
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(_KEPT_IN)  # read while a function is wrapped, and by nothing else of ours
    try:
        made = numba.njit(cache=True, error_model="numpy")(function)
    finally:
        numba.config.CACHE_DIR = before
    return made


def record(shape: type[Shape]) -> type[Shape]:
    """A named tuple that compiled functions hand each other as one pointer; only they can make and read it.

    What they read from it is lent (`kernel.lending`).
    """
    if numba is None:
        return shape
    from gouden_poort.routing.kernel import lending  # noqa: PLC0415 (needs numba)

    fields: tuple[str, ...] = shape._fields  # type: ignore[attr-defined]
    kind = type(f"{shape.__name__}Type", (lending.Owned,), {"__module__": shape.__module__})
    setattr(sys.modules[shape.__module__], kind.__name__, kind)  # where kept code looks for it
    members = {"__module__": shape.__module__, "__doc__": shape.__doc__}
    proxy: type[Shape] = type(shape.__name__, (lending.Proxy,), members)
    lending.lend_from(kind, proxy, fields)
    return proxy
