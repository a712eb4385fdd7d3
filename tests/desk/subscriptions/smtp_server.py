"""A small SMTP server (RFC 5321) in a thread. What it answers to a command can be set, and that it hangs up instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Any

HANG_UP = "hang up"


@dataclass
class Post:
    """What came: (recipient, message). answers: command (MAIL, RCPT, DATA, END) -> answer in the place of 250; HANG_UP: none at all.
    before_end: called when a message is there, before the answer."""

    port: int = 0
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    before_end: Callable[[], object] = lambda: None


class _Session(StreamRequestHandler):
    def handle(self) -> None:
        post: Post = self.server.post  # type: ignore[attr-defined]
        recipient = ""
        self._say("220 post.example")
        while line := self.rfile.readline().decode("ascii").strip():
            command = line[:4].upper()
            answer = post.answers.get(command, "250 post.example" if command == "EHLO" else "250 ok")
            if command == "RCPT":
                recipient = line.partition("<")[2].partition(">")[0]
            if command == "DATA" and command not in post.answers:
                self._say("354 go on")
                content = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    content += part.removeprefix(b".") if part.startswith(b"..") else part
                answer = post.answers.get("END", "250 ok")
                if answer.startswith("250") or answer == HANG_UP:
                    parsed: Any = message_from_bytes(content, policy=policy.default)
                    post.mails.append((recipient, parsed))
                post.before_end()
            if answer == HANG_UP:
                return
            self._say("221 bye" if command == "QUIT" else answer)
            if command == "QUIT":
                return

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


def start() -> tuple[Post, Any]:
    """The server's post, and what stops it."""
    server, post = _Server(("127.0.0.1", 0), _Session), Post()
    server.post = post  # type: ignore[attr-defined]
    post.port = server.server_address[1]
    Thread(target=server.serve_forever, daemon=True).start()

    def stop() -> None:
        server.shutdown()
        server.server_close()

    return post, stop
