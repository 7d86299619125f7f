"""`rollcall serve` as a process that is started, killed and asked, always by its own pid. Waits are bounded and wait for
a condition; the delay before a kill is the fault itself."""
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import threading
import time

PATIENCE = 60.0  # seconds; the machine may be busy with other tests


class Failure(Exception):
    """The test can't go on, or found what must not be."""


def free_port(rng: random.Random) -> int:
    """Below the ephemeral range, so that no client's own port takes it while the server is down."""
    for _ in range(200):
        port = rng.randrange(20000, 32000)
        with socket.socket() as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                s.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise Failure("no free port from 20000 to 31999")


class Gate:
    """What the clients know of the server: which start this is, whether it said that it is ready, whether to pause."""

    def __init__(self):
        self.changed = threading.Condition()
        self.generation, self.ready, self.paused, self.stopped, self.idle = 0, False, True, False, 0

    def set(self, **values):
        with self.changed:
            for name, value in values.items():
                setattr(self, name, value)
            self.changed.notify_all()

    def wait_open(self) -> bool:
        """True: go on; False: stop for good. A paused client counts as idle."""
        with self.changed:
            self.idle += 1
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.stopped or not self.paused)
            self.idle -= 1
            return not self.stopped

    def gone(self):
        """A client ended: it will never be under way again."""
        with self.changed:
            self.idle += 1
            self.changed.notify_all()

    def pause(self, clients: int):
        """Until each client is between two requests."""
        self.set(paused=True)
        with self.changed:
            if not self.changed.wait_for(lambda: self.idle >= clients, PATIENCE):
                raise Failure("the clients did not pause: a request got no end")

    def rest(self, seconds: float):
        """Unless there is a pause."""
        with self.changed:
            self.changed.wait_for(lambda: self.stopped or self.paused, seconds)

    def retry(self, generation: int):
        """After a broken connection: until the next start, or a moment."""
        with self.changed:
            self.changed.wait_for(lambda: self.stopped or self.generation != generation, 0.02)


class Server:
    def __init__(self, binary: str, folder: str, port: int, gate: Gate):
        self.binary, self.folder, self.port, self.gate = binary, folder, port, gate
        self.data, self.log = os.path.join(folder, "data"), os.path.join(folder, "serve.log")
        self.host, self.process = "127.0.0.1", None
        self.slowest_start = 0.0

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def start(self):
        with open(self.log, "ab") as log:
            log.write(b"---- start\n")
            log.flush()
            self.process = subprocess.Popen(
                [self.binary, "serve", "--sample", "--data", self.data, "--listen", f"127.0.0.1:{self.port}"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder)
        self.started = time.monotonic()
        self.gate.set(generation=self.gate.generation + 1)

    def kill(self):
        self.gate.set(ready=False)
        self._must_run()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def stop(self):
        """As an operator does; it has to end by itself, with exit code 0."""
        self.gate.set(ready=False)
        self.process.terminate()
        if self.process.wait(PATIENCE) != 0:
            raise Failure(f"after SIGTERM the server's exit code is {self.process.returncode}\n{self.log_end()}")

    def end(self):
        """On the way out of a failed test."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)

    def wait_ready(self):
        pause = threading.Event()
        while True:
            self._must_run()
            try:
                if self.get("/readyz", 5)[0] == 200:
                    break
            except OSError:
                pass
            if time.monotonic() - self.started > PATIENCE:
                raise Failure(f"the server was not ready after {PATIENCE:.0f} s\n{self.log_end()}")
            pause.wait(0.01)
        self.slowest_start = max(self.slowest_start, time.monotonic() - self.started)
        self.gate.set(ready=True)

    def get(self, target: str, timeout: float = PATIENCE):
        return self._call("GET", target, None, {}, timeout)

    def post(self, token: str, event: dict, wait: int = 30):
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/cloudevents+json", "Prefer": f"wait={wait}"}
        status, body = self._call("POST", "/v1/events", json.dumps(event).encode(), headers, PATIENCE)
        return status, json.loads(body)

    def _call(self, method, target, body, headers, timeout):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except http.client.HTTPException as e:
            raise OSError(f"{method} {target}: the answer broke off ({e!r})") from e
        finally:
            connection.close()

    def command(self, *arguments: str) -> str:
        done = subprocess.run([self.binary, *arguments], capture_output=True, text=True, timeout=PATIENCE * 2, cwd=self.folder)
        if done.returncode != 0:
            raise Failure(f"rollcall {' '.join(arguments)} ended with {done.returncode}: {done.stderr}\n{self.log_end()}")
        return done.stdout.strip()

    def log_end(self) -> str:
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return f"{self.log} ends:\n" + log.read()[-3000:]

    def _must_run(self):
        if self.process.poll() is not None:
            raise Failure(f"the server ended by itself with {self.process.returncode}\n{self.log_end()}")
