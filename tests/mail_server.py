"""A mail server for tests, on a port of this machine: it keeps what it gets, and says no where a test wants that."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Thread


@dataclass
class MailServer:
    """What a server got, and what it answers instead of yes: `{"RCPT": "550 no such person"}`."""

    port: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the first word of a command; `BODY` for the mail itself. An empty answer breaks the line."""
    got: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    """Each mail that was taken, with the addresses it was handed over for."""


def _handler(server: MailServer) -> type[socketserver.StreamRequestHandler]:
    class Talk(socketserver.StreamRequestHandler):
        def say(self, command: str, usual: str) -> bool:
            """Answer a command; False when the line has to break here."""
            answer = server.answers.get(command, usual)
            if answer:
                self.wfile.write(f"{answer}\r\n".encode())
            return bool(answer)

        def handle(self) -> None:
            people: list[str] = []
            going_on = self.say("CONNECT", "220 test")
            while going_on and (line := self.rfile.readline().decode().strip()):
                command = line.split()[0].upper()
                if command == "RCPT":
                    people.append(line.partition("<")[2].partition(">")[0])
                if command == "DATA" and "DATA" not in server.answers:
                    going_on = self.say("DATA", "354 go on") and self.take(people)
                else:
                    going_on = self.say(command, "250 fine") and command != "QUIT"

        def take(self, people: list[str]) -> bool:
            lines = iter(self.rfile.readline, b".\r\n")
            body = b"".join(line.removeprefix(b".") for line in lines)
            if server.answers.get("BODY", "250").startswith("250"):
                mail = message_from_bytes(body, policy=default)
                assert isinstance(mail, EmailMessage)
                server.got.append((list(people), mail))
            return self.say("BODY", "250 taken")

    return Talk


@contextmanager
def mail_server(**answers: str) -> Iterator[MailServer]:
    """A server that runs for as long as the block lasts."""
    server = MailServer(answers=answers)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(server)) as listening:
        server.port = listening.server_address[1]
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()
