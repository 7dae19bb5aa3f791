"""What `setup.cfg` promises: every package is listed, and the wheel works away from the checkout."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest

from gouden_poort.routing.kernel.compiled import WITHOUT

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 120


def setup_cfg() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def listed_packages() -> set[str]:
    return set(setup_cfg()["options"]["packages"].split())


def packages_on_disk() -> set[str]:
    """Folders that hold code of the package, and the top folders that travel with it."""
    inside = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "gouden_poort").rglob("__init__.py")}
    return inside | {"gouden_poort.templates", "gouden_poort.migrations", "gouden_poort.migrations.versions"}


def test_setup_cfg_lists_every_package() -> None:
    assert listed_packages() == packages_on_disk()


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "gouden_poort").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_package_says_what_it_is_for() -> None:
    silent = [path for path in (ROOT / "gouden_poort").rglob("__init__.py") if not path.read_text().startswith('"""')]
    assert silent == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read_when_up(url: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """The page at an address of this machine, as soon as the server answers."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer within {WAIT_SECONDS} s: {log.read_text()}")


@pytest.mark.slow
def test_the_wheel_serves_a_page_from_an_empty_environment(tmp_path: Path) -> None:
    source = tmp_path / "source"
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path / "dist")], cwd=source, check=True
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    clean = {name: value for name, value in os.environ.items() if not re.match("PYTHON|GOUDEN_POORT|VIRTUAL_ENV", name)}
    clean[WITHOUT] = "yes"  # compiling the planner anew takes two minutes, and every fresh checkout does it already
    venv.create(tmp_path / "empty", with_pip=True)
    binaries = tmp_path / "empty" / "bin"
    subprocess.run(
        [str(binaries / "pip"), "install", "--quiet", "-c", str(ROOT / "constraints.txt"), str(wheel)],
        check=True,
        cwd=tmp_path,
        env=clean,
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    program = str(binaries / "gouden-poort")
    subprocess.run([program, "db", "upgrade"], cwd=elsewhere, env=clean, check=True)
    subprocess.run([program, "catalogue", "load-builtin"], cwd=elsewhere, env=clean, check=True)
    port, log = free_port(), tmp_path / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [program, "serve", "--port", str(port)], cwd=elsewhere, env=clean, stdout=output, stderr=output
        )
        try:
            assert "Gouden Poort" in read_when_up(f"http://127.0.0.1:{port}/", server, log)
        finally:
            server.terminate()
            server.wait(20)
