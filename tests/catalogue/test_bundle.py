"""Bundles in folders: what is read and kept, what is written, and folders that mean harm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gouden_poort.catalogue import folder as folder_module
from gouden_poort.catalogue.bundle import content_hash, read_bundle, write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.format import FILES
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.errors import InvalidBundle
from tests.builders import a_bundle

MAKE_CATALOGUE = Path(__file__).parents[3] / "shared" / "bench" / "make_catalogue.py"


def everything() -> Bundle:
    """A bundle with a row in every file, an extra column and two files of its own."""
    return a_bundle(
        credentials=[{}],
        occupation_credentials=[{}],
        offerings=[{"label_en": 'Welding, "basics"\nfirst', "example": "1"}, {"offering_id": "T2", "rolling": True}],
        offering_requires=[{}, {"kind": "credential", "ref_id": "C1", "level": ""}],
        offering_credentials=[{}],
        position_requires=[{}],
        transitions=[{}],
        schemes=[{"sectors": "metal|energy", "benefits": "ww", "offering_kinds": "module|exam"}],
        experience=[{}],
        skill_synonyms=[{}],
        places=[{"pc4_from": 3511, "pc4_to": 3585}],
        postcode_areas=[{}],
        regions=[{}],
        activities=[{}],
        backgrounds=[{"isco_codes": "5120|9412"}],
        background_tasks=[{}],
        task_skills=[{}],
        bundle=[{"key": "seed", "value": "7"}, {"key": "rulebook", "value": "rules/"}],
        other_files={"rules/admission.yaml": b"rules: []\n", "notes.bin": bytes(range(256))},
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes the default bundle to a folder, with some files replaced by bytes or text."""

    def write(bundle: Bundle | None = None, **files: str | bytes) -> Path:
        folder = tmp_path / "bundle"
        write_bundle(bundle or a_bundle(), folder)
        for name, content in files.items():
            raw = content if isinstance(content, bytes) else content.encode()
            (folder / f"{name}.csv").write_bytes(raw)
        return folder

    return write


def codes(folder: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(folder)
    return [(fault.file, fault.line, fault.column, fault.code) for fault in refused.value.faults]


def test_what_is_written_reads_back_as_the_same_bundle(written: Callable[..., Path]) -> None:
    bundle = everything()
    again = read_bundle(written(bundle))
    assert again == bundle
    assert content_hash(again) == content_hash(bundle)
    assert again.files["offerings"].extra["label_en"] == ['Welding, "basics"\nfirst', ""]
    assert again.other_files == {"rules/admission.yaml": b"rules: []\n", "notes.bin": bytes(range(256))}


def test_writing_twice_gives_the_same_bytes(tmp_path: Path, written: Callable[..., Path]) -> None:
    first = written(everything())
    write_bundle(read_bundle(first), tmp_path / "again")
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*.*"))
    assert all((first / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in names)


def test_files_are_plain_csv(written: Callable[..., Path]) -> None:
    folder = written(everything())
    assert (folder / "schemes.csv").read_text(encoding="utf-8").splitlines()[1] == (
        "F1,Scholingspotje,municipal,0.50,500,1000,public,,ww,metal|energy,module|exam,,,2027-01-01,2032-12-31"
    )
    assert (folder / "offering_skills.csv").read_bytes() == b"offering_id,skill_id,level\nT1,S1,2\n"


def test_an_optional_file_may_be_absent(written: Callable[..., Path]) -> None:
    folder = written()
    assert not (folder / "places.csv").exists()
    assert len(read_bundle(folder).files["places"]) == 0


def test_the_columns_may_stand_in_any_order_behind_a_byte_order_mark(written: Callable[..., Path]) -> None:
    text = "\ufefflevel,note,skill_id,offering_id\r\n2,x,S1,T1\r\n\r\n"
    entries = read_bundle(written(offering_skills=text)).files["offering_skills"]
    assert entries.columns == {"offering_id": ["T1"], "skill_id": ["S1"], "level": [2]}
    assert entries.extra == {"note": ["x"]}


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.tuples(TEXT.filter(str.strip), TEXT), max_size=5), name=TEXT)
def test_any_text_survives_a_round_trip(rows: list[tuple[str, str]], name: str, tmp_path: Path) -> None:
    others = [{"provider_id": f"Q{i}", "label": label, f"x{name}": text} for i, (label, text) in enumerate(rows)]
    bundle = a_bundle(providers=[{}, *others])
    write_bundle(bundle, tmp_path / "any")
    assert read_bundle(tmp_path / "any") == bundle


def test_a_different_cell_gives_a_different_hash() -> None:
    assert content_hash(a_bundle()) != content_hash(a_bundle(offerings=[{"weeks": 9}]))
    assert content_hash(a_bundle()) != content_hash(a_bundle(other_files={"a": b""}))
    assert content_hash(a_bundle(other_files={"a": b"b"})) != content_hash(a_bundle(other_files={"ab": b""}))


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere") == [("", 0, "", "missing_file")]


def test_a_folder_that_is_no_bundle_is_one_fault_whatever_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "skills.csv").write_text("far too deep", encoding="utf-8")
    (tmp_path / "letter.txt").symlink_to(tmp_path / "nowhere")
    assert codes(tmp_path) == [("", 0, "", "missing_file")]


def test_a_missing_file_is_one_fault_and_says_nothing_of_ids_that_would_be_in_it(written: Callable[..., Path]) -> None:
    folder = written()
    (folder / "skills.csv").unlink()
    assert codes(folder) == [("skills.csv", 0, "", "missing_file")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"skill_id,label\nS1,caf\xe9\n", 2),
        (b"skill_id,label\nS1,a\nS2,\0\n", 3),
        (b"\xff\xfes\0k\0", 1),
    ],
)
def test_bytes_that_are_not_text_are_unreadable(written: Callable[..., Path], content: bytes, line: int) -> None:
    assert codes(written(skills=content)) == [("skills.csv", line, "", "unreadable")]


@pytest.mark.parametrize("rest", ['S2,"open\n', f'S2,"{"x" * 200_000}",sector,,\n'])
def test_csv_that_breaks_off_is_unreadable(written: Callable[..., Path], rest: str) -> None:
    faults = codes(written(skills=f"skill_id,label,kind,sector,esco_uri\nS1,a,sector,,\n{rest}"))
    assert [(file, code) for file, _, _, code in faults] == [("skills.csv", "unreadable")]


def test_an_empty_file_lacks_every_column(written: Callable[..., Path]) -> None:
    faults = codes(written(offering_skills=""))
    assert faults == [
        ("offering_skills.csv", 1, name, "missing_column") for name in ("offering_id", "skill_id", "level")
    ]


def test_headers_without_a_name_or_with_the_same_name_are_faults(written: Callable[..., Path]) -> None:
    faults = codes(written(offering_skills="offering_id,skill_id,level,level,\nT1,S1,2,2,\n"))
    assert faults == [
        ("offering_skills.csv", 1, "level", "duplicate_key"),
        ("offering_skills.csv", 1, "", "missing_value"),
    ]


def test_a_header_of_very_many_columns_is_one_fault(written: Callable[..., Path]) -> None:
    names = ",".join(f"x{number}" for number in range(200_000))
    started = time.perf_counter()
    assert codes(written(credentials=f"credential_id,label,nlqf,kind,{names}\n")) == [
        ("credentials.csv", 1, "", "too_many")
    ]
    assert time.perf_counter() - started < 5


def test_lines_are_counted_as_an_editor_does(written: Callable[..., Path]) -> None:
    text = 'provider_id,label,kind\nP1,"two\nlines",x\n\nP2,too,many,cells\nP3,,x\n'
    assert codes(written(providers=text)) == [
        ("providers.csv", 5, "", "wrong_shape"),
        ("providers.csv", 6, "label", "missing_value"),
    ]


def test_an_id_in_a_row_of_the_wrong_shape_is_not_called_unknown(written: Callable[..., Path]) -> None:
    faults = codes(written(providers="provider_id,label,kind\nP1,label,kind,more\n"))
    assert faults == [("providers.csv", 2, "", "wrong_shape")]


def test_a_thousand_faults_per_file_are_kept_and_the_rest_is_counted(written: Callable[..., Path]) -> None:
    rows = "".join(f"S{i},label,nothing,,\n" for i in range(1, 2001))
    folder = written(skills=f"skill_id,label,kind,sector,esco_uri\n{rows}", providers="provider_id,label,kind\nP1,,\n")
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(folder)
    faults = refused.value.faults
    assert len(faults) == 1002
    assert (faults[1000].code, faults[1000].found) == ("too_many", "1000 more faults")
    assert (faults[1001].file, faults[1001].code) == ("providers.csv", "missing_value")


def test_what_was_found_is_shown_shortened(written: Callable[..., Path]) -> None:
    with pytest.raises(InvalidBundle) as refused:
        read_bundle(written(skills=f"skill_id,label,kind,sector,esco_uri\nS1,a,{'x' * 10_000},,\n"))
    assert len(refused.value.faults[0].found) == 81


@pytest.mark.parametrize("name", ["notes.txt", "places.csv"])
def test_a_link_out_of_the_folder_is_not_followed(written: Callable[..., Path], tmp_path: Path, name: str) -> None:
    folder = written()
    secret = tmp_path / "secret"
    secret.write_text("place_id,label\nhidden,hidden\n", encoding="utf-8")
    (folder / name).symlink_to(secret)
    assert codes(folder) == [(name, 0, "", "unreadable")]


def test_a_link_to_a_folder_is_not_followed(written: Callable[..., Path]) -> None:
    folder = written()
    (folder / "again").symlink_to(folder)
    assert codes(folder) == [("again", 0, "", "unreadable")]


def test_a_link_inside_the_folder_is_read(written: Callable[..., Path]) -> None:
    folder = written(everything())
    (folder / "copy.bin").symlink_to(folder / "notes.bin")
    assert read_bundle(folder).other_files["copy.bin"] == bytes(range(256))


def test_a_pipe_is_not_waited_for(written: Callable[..., Path]) -> None:
    folder = written()
    os.mkfifo(folder / "places.csv")
    assert codes(folder) == [("places.csv", 0, "", "unreadable")]


def test_a_name_that_cannot_be_printed_is_a_fault(written: Callable[..., Path]) -> None:
    folder = written()
    Path(os.fsdecode(os.fsencode(folder) + b"/no\xfftext")).write_bytes(b"")
    assert codes(folder) == [("'no\\udcfftext'", 0, "", "unreadable")]


def test_files_beyond_the_limits_are_faults(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(everything())
    monkeypatch.setattr(folder_module, "LARGEST_FILE", 300)
    monkeypatch.setattr(folder_module, "LARGEST_OTHERS", 100)
    assert codes(folder) == [
        ("offerings.csv", 0, "", "out_of_range"),
        ("notes.bin", 0, "", "out_of_range"),
    ]
    monkeypatch.setattr(folder_module, "MOST_FILES", 5)
    assert ("", 0, "", "too_many") in codes(folder)


def test_folders_too_deep_to_be_meant_are_one_fault(written: Callable[..., Path]) -> None:
    folder = written()
    deep = folder.joinpath(*["d"] * folder_module.DEEPEST)
    deep.mkdir(parents=True)
    assert read_bundle(folder) == a_bundle()
    for _ in range(100):  # a path may be longer than one call takes
        deep = deep / "deeper"
        deep.mkdir()
    assert codes(folder) == [("", 0, "", "too_many")]


def test_an_earlier_bundle_is_replaced(written: Callable[..., Path], tmp_path: Path) -> None:
    written(everything())
    folder = written(a_bundle())
    assert read_bundle(folder) == a_bundle()
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


@pytest.mark.parametrize("names", [["letter.txt"], ["bundle.csv", ".git"]])
def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_bundle(a_bundle(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_bundle_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    clash = a_bundle(other_files={"a": b"", "a/b": b""})
    with pytest.raises(OSError, match="a"):
        write_bundle(clash, tmp_path / "bundle")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../out", "/etc/out", "", "rules/../../out", "offerings.csv", "skills.csv/x", "a\nb"])
def test_other_files_cannot_be_written_elsewhere(tmp_path: Path, path: str) -> None:
    with pytest.raises(InvalidBundle):
        write_bundle(replace(a_bundle(), other_files={path: b"x"}), tmp_path / "bundle")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=st.sampled_from([f"{spec.name}.csv" for spec in FILES]),
    place=st.floats(0, 1),
    cut=st.integers(0, 30),
    put=st.binary(max_size=8) | st.sampled_from([b",", b"\n", b'"', b"-1", b"\r", b"99999999999", b"2027-02-29", b"|"]),
)
def test_a_damaged_bundle_is_refused_or_can_be_built(
    name: str, place: float, cut: int, put: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    write_bundle(everything(), folder)
    raw = (folder / name).read_bytes()
    at = int(place * len(raw))
    (folder / name).write_bytes(raw[:at] + put + raw[at + cut :])
    try:
        bundle = read_bundle(folder)
    except InvalidBundle as refused:
        assert refused.faults  # noqa: PT017 - either outcome is good, but a refusal has reasons
    else:
        assert len(build(bundle).columns.offerings.id) == len(bundle.files["offerings"])


def test_a_generated_bundle_reads_and_writes_to_the_same_bytes(tmp_path: Path) -> None:
    if not MAKE_CATALOGUE.exists():
        pytest.skip("needs ../shared/bench/make_catalogue.py, which is not there")
    made = tmp_path / "made"
    command = [
        sys.executable,
        str(MAKE_CATALOGUE),
        "--size",
        "small",
        "--seed",
        "11",
        "--out",
        str(made),
        "--profiles",
        "2",
    ]
    subprocess.run(command, check=True, capture_output=True)
    bundle = read_bundle(made)
    assert len(bundle.files["offerings"]) == 300
    write_bundle(bundle, tmp_path / "out")
    for path in made.iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()
    shutil.rmtree(made)
    assert read_bundle(tmp_path / "out") == bundle
