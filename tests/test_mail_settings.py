from __future__ import annotations

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.mail_settings import SMTP
from gouden_poort.settings import read_settings

SMALLEST = {"HOST": "post.example", "FROM": "poort@huis.example"}


def read(**given: str) -> SMTP | None:
    server = {f"GOUDEN_POORT_SMTP_{name}": value for name, value in given.items()}
    return read_settings({"GOUDEN_POORT_BASE_URL": "https://poort.example", **server}).smtp


def test_without_a_mail_server_there_is_none() -> None:
    assert read() is None


def test_a_host_and_a_sender_are_enough() -> None:
    assert read(**SMALLEST) == SMTP(host="post.example", sender="poort@huis.example", port=587, starttls=True)


def test_all_is_heard_and_the_password_does_not_show() -> None:
    server = read(**SMALLEST, PORT="465", USER="poort", PASSWORD="hush", STARTTLS="no")
    assert server == SMTP(
        host="post.example", sender="poort@huis.example", port=465, user="poort", password="hush", starttls=False
    )
    assert server is not None
    assert server.tls_at_once
    assert "hush" not in repr(server)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"HOST": "post.example"}, {"FROM"}),
        ({"FROM": "poort@huis.example"}, {"HOST"}),
        (SMALLEST | {"PORT": "zes"}, {"PORT"}),
        (SMALLEST | {"PORT": "70000"}, {"PORT"}),
        (SMALLEST | {"FROM": "poort"}, {"FROM"}),
        (SMALLEST | {"FROM": "a@b.example, c@d.example"}, {"FROM"}),
        (SMALLEST | {"HOST": "post.example\nx"}, {"HOST"}),
        (SMALLEST | {"STARTTLS": "soms"}, {"STARTTLS"}),
        (SMALLEST | {"PASSWORD": "hush"}, {"PASSWORD"}),
        (SMALLEST | {"USER": "poort"}, {"PASSWORD"}),
        (SMALLEST | {"USER": "poort", "PASSWORD": "hush", "STARTTLS": "no"}, {"STARTTLS"}),
        ({"PORT": "0", "STARTTLS": "?"}, {"HOST", "PORT", "FROM", "STARTTLS"}),
    ],
)
def test_what_cannot_work_stops_the_start_with_all_faults(given: dict[str, str], names: set[str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        read(**given)
    assert {fault.path for fault in refused.value.faults} == {f"GOUDEN_POORT_SMTP_{name}" for name in names}
    assert "hush" not in str(refused.value)


def test_who_mails_says_where_links_lead() -> None:
    server = {f"GOUDEN_POORT_SMTP_{name}": value for name, value in SMALLEST.items()}
    with pytest.raises(InvalidInput) as refused:
        read_settings(server)
    assert [fault.path for fault in refused.value.faults] == ["GOUDEN_POORT_BASE_URL"]
