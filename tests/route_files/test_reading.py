"""What comes in is read whole, but not without end."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.route_files import reading
from gouden_poort.route_files.reading import contents


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FILE_LIMIT", 4)
    (tmp_path / "four").write_bytes(b"[{}]")
    assert contents(tmp_path / "four") == b"[{}]"
    with pytest.raises(InvalidInput, match="at most 4 bytes"):
        contents(Path("/dev/zero"))
