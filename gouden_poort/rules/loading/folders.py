"""Where rule files stand, and reading them as texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gouden_poort.errors import InvalidRulebook, RuleFault
from gouden_poort.rules.loading.yaml import LARGEST

_RULES = Path(__file__).parent.parent
FORMAT_FOLDER = _RULES / "format"
"""The word list and the rules that read the columns of a catalogue: every book stands on these."""
BUILTIN_FOLDER = _RULES / "builtin"
"""The rules of this package."""
OURS = "format/"
"""What the names of the files in FORMAT_FOLDER begin with in a book."""


def read_folder(folder: Path) -> Mapping[str, str]:
    """The YAML files of a folder by name; raises InvalidRulebook for what is no text in UTF-8."""
    texts: dict[str, str] = {}
    faults: list[RuleFault] = []
    for path in sorted(path for path in folder.glob("*.y*ml") if path.suffix in {".yaml", ".yml"}):
        read = _read(path)
        if isinstance(read, RuleFault):
            faults.append(read)
        else:
            texts[path.name] = read
    if faults:
        raise InvalidRulebook(faults)
    return texts


def with_format(texts: Mapping[str, str]) -> dict[str, str]:
    """The files of a bundle beside ours; one that has a name of ours gets another, so that it cannot take its place."""
    ours = {f"{OURS}{name}": text for name, text in read_folder(FORMAT_FOLDER).items()}
    return ours | {f"./{name}" if name.startswith(OURS) else name: text for name, text in texts.items()}


def _read(path: Path) -> str | RuleFault:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        return _fault(path, 1, 1, f"{path.stat().st_size} bytes", f"at most {LARGEST // 1000} kB in one file")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        return _fault(path, before.count(b"\n") + 1, column, f"the byte {content[error.start]:#04x}", "text in UTF-8")


def _fault(path: Path, line: int, column: int, found: str, expected: str) -> RuleFault:
    return RuleFault(file=path.name, line=line, column=column, found=found, expected=expected)
