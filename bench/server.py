"""A `rollcall serve` of its own, on a fresh data folder and a free port, and the raw HTTP that the benchmarks speak to it."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

import generate


class Server:
    """Stopped by its own pid, its folder removed: use as a context manager."""

    def __init__(self, binary, *words, wait=True):
        """`words`: the command and its options, `serve` unless given; folder and port are added. `wait`: until it is ready,
        else only until it answers."""
        self.binary, self.words, self.wait = binary, words or ("serve",), wait
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rollcall-bench-"))
        self.data = self.folder / "data"
        self.process = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([self.binary, *self.words, "--data", self.data, "--listen", f"127.0.0.1:{self.port}"], stdout=log, stderr=log)
        begun = time.monotonic()
        self.wait_until(self.ready if self.wait else self.up, 240)
        return time.monotonic() - begun

    def wait_until(self, condition, patience):
        begun = time.monotonic()
        while not condition():
            if self.process.poll() is not None or time.monotonic() - begun > patience:
                raise SystemExit("the server did not get there:\n" + (self.folder / "log").read_text()[-2000:])
            time.sleep(0.005)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process = None

    def answers(self, target):
        try:
            with Connection(self.port) as c:
                return c.get(target)[0] == 200
        except OSError:
            return False

    def ready(self):
        return self.answers("/readyz")

    def up(self):
        return self.answers("/healthz")

    def run(self, *words):
        """rollcall WORDS…, its standard output."""
        done = subprocess.run([self.binary, *map(str, words)], capture_output=True, text=True, timeout=240)
        if done.returncode:
            raise SystemExit(f"rollcall {words[0]} failed: {done.stderr[-2000:]}")
        return done.stdout

    def register(self):
        """The invented registry; a token for each speaker."""
        url = ("--url", f"http://127.0.0.1:{self.port}", "--data", self.data)
        for command, items in generate.registry().items():
            file = self.folder / f"{command}.json"
            file.write_text(json.dumps(items))
            self.run("admin", command, file, *url)
        return {s: self.run("admin", "credential", s, *url).strip() for s in generate.SPEAKERS}

    def status(self, field):
        """A field of /proc/PID/status in MiB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024

    def cpu(self):
        """Seconds of processor time so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def size(self, part=""):
        return sum(f.stat().st_size for f in (self.data / part).rglob("*") if f.is_file())

    def count(self):
        """Records in the ledger, by the scorecard's position; and that position."""
        with Connection(self.port) as c:
            position = json.loads(c.get("/v1/models/scorecard")[2])["position"]
        return sum(int(p.split(":")[1]) + 1 for p in position.split(",")), position


class Connection:
    """One keep-alive HTTP/1.1 connection over a plain socket: nothing between the clock and the bytes."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send_head(self, method, target, headers=()):
        self.socket.sendall("\r\n".join([f"{method} {target} HTTP/1.1", "Host: bench", *headers, "", ""]).encode())

    def get(self, target, headers=()):
        self.send_head("GET", target, headers)
        return self.answer()

    def post(self, target, body, headers):
        self.socket.sendall("\r\n".join([f"POST {target} HTTP/1.1", "Host: bench", f"Content-Length: {len(body)}", *headers, "", ""]).encode() + body)
        return self.answer()

    def more(self):
        got = self.socket.recv(1 << 18)
        if not got:
            raise ConnectionError("the server closed the connection")
        self.buffer += got

    def until(self, mark):
        while mark not in self.buffer:
            self.more()
        head, self.buffer = self.buffer.split(mark, 1)
        return head

    def exactly(self, count):
        while len(self.buffer) < count:
            self.more()
        body, self.buffer = self.buffer[:count], self.buffer[count:]
        return body

    def head(self):
        lines = self.until(b"\r\n\r\n").decode().split("\r\n")
        return int(lines[0].split()[1]), dict((n.lower(), v.strip()) for n, v in (line.split(":", 1) for line in lines[1:]))

    def chunks(self):
        while size := int(self.until(b"\r\n"), 16):
            yield self.exactly(size)
            self.exactly(2)
        self.exactly(2)

    def answer(self):
        status, headers = self.head()
        body = b"".join(self.chunks()) if headers.get("transfer-encoding") == "chunked" else self.exactly(int(headers.get("content-length", 0)))
        return status, headers, body
