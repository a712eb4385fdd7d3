"""Several clients that ask one server for one page, each over one connection that stays open. Plain sockets, so that the clients cost
little beside the server: http.client would take as long to read an answer as the server to give it."""

from __future__ import annotations

import socket
from threading import Thread
from time import perf_counter

CLIENTS = 4


def rate(port: int, path: str, seconds: float, clients: int = CLIENTS) -> float:
    """Whole answers a second. Raises RuntimeError where one is no 200."""
    done = [0] * clients
    wrong: list[str] = []
    until = perf_counter() + seconds

    def ask(number: int) -> None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while perf_counter() < until:
                    status, _, _ = exchange(line, path)
                    if status != 200:
                        raise RuntimeError(f"{path}: {status}")
                    done[number] += 1
        except (OSError, RuntimeError) as error:
            wrong.append(str(error))

    began = perf_counter()
    threads = [Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(wrong[0])
    return sum(done) / (perf_counter() - began)


def exchange(line: socket.socket, path: str, encoding: str = "gzip") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one answer."""
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\r\n".encode())
    held = b""
    while b"\r\n\r\n" not in held:
        held += _more(line)
    head, _, body = held.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (each.partition(": ") for each in lines)}
    pieces, length = [body], int(headers["content-length"]) - len(body)
    while length > 0:
        pieces.append(_more(line))
        length -= len(pieces[-1])
    return int(first.split()[1]), headers, b"".join(pieces)


def _more(line: socket.socket) -> bytes:
    got = line.recv(1 << 16)
    if not got:
        raise OSError("the server closed the connection")
    return got
