"""One POST /v1/events over a socket, streamed: chunks cut anywhere, answers read while sending goes on."""
import json
import random
import select
import socket

TIMEOUT = 40.0  # longer than Prefer: wait=30


class Lost(Exception):
    """The connection broke off: what was not answered may or may not have been taken."""


class Refused(Exception):
    """Another status than 200 (the first argument)."""


class LineStream:
    def __init__(self, port: int, token: str, wait: bool):
        self.buffer, self.body, self.status, self.ended = b"", b"", None, False
        try:
            self.socket = socket.create_connection(("127.0.0.1", port), TIMEOUT)
            head = ["POST /v1/events HTTP/1.1", "Host: localhost", "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked", "Authorization: Bearer " + token]
            if wait:
                head.append("Prefer: wait=30")
            self.socket.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
        except OSError as e:
            raise Lost(str(e)) from e

    def send(self, text: bytes, rng: random.Random):
        out = b""
        while text:
            cut = rng.choice([len(text), len(text), rng.randrange(1, len(text) + 1)])
            out += b"%x\r\n%s\r\n" % (cut, text[:cut])
            text = text[cut:]
        self._write(out)

    def finish(self):
        self._write(b"0\r\n\r\n")

    def answers(self, block: bool) -> list:
        """Complete lines that have come; with `block` at least one, unless the answer has ended."""
        lines = self._take_lines()
        while not self.ended and (block and not lines or self._readable()):
            try:
                piece = self.socket.recv(1 << 16)
            except OSError as e:
                raise Lost(str(e)) from e
            if not piece:
                raise Lost("closed")
            self.buffer += piece
            self._decode()
            lines += self._take_lines()
        return lines

    def close(self):
        self.socket.close()

    def _write(self, data: bytes):
        try:
            self.socket.sendall(data)
        except OSError as e:
            raise Lost(str(e)) from e

    def _readable(self) -> bool:
        return bool(select.select([self.socket], [], [], 0)[0])

    def _take_lines(self) -> list:
        *lines, self.body = self.body.split(b"\n")
        return [json.loads(line) for line in lines]

    def _decode(self):
        if self.status is None:
            head, blank, rest = self.buffer.partition(b"\r\n\r\n")
            if not blank:
                return
            self.status, self.buffer = int(head.split()[1]), rest
            if self.status != 200:
                raise Refused(self.status)
        while True:  # chunk := size CRLF bytes CRLF
            size_text, line_end, rest = self.buffer.partition(b"\r\n")
            if not line_end:
                return
            size = int(size_text, 16)
            if len(rest) < size + 2:
                return
            self.body += rest[:size]
            self.buffer = rest[size + 2:]
            if size == 0:
                self.ended = True
                return
