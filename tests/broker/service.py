"""`rollcall serve --kafka` as a process of a test's, that is started, killed and asked. Waits are bounded."""
import http.client
import json
import os
import re
import signal
import subprocess

from cluster import Cluster
from broker import spawn
from waiting import Failure

PATIENCE = 60.0  # seconds; the machine may be busy with other tests


class Service:
    def __init__(self, binary: str, cluster: Cluster, folder: str):
        self.binary, self.cluster, self.folder = binary, cluster, folder
        self.data, self.log = os.path.join(folder, "data"), os.path.join(folder, "serve.log")
        self.process, self.port = None, 0

    def start(self) -> "Service":
        """And waits until it says that it is ready."""
        said = os.path.join(self.folder, "serve.out")
        with open(self.log, "ab") as log, open(said, "wb") as out:
            self.process = spawn([self.binary, "serve", "--kafka", self.cluster.bootstrap, "--data", self.data, "--listen", "127.0.0.1:0"], stdout=out, stderr=log, cwd=self.folder)

        def told():
            if self.process.poll() is not None:
                raise Failure(f"the server ended by itself with {self.process.returncode}\n{self.tail()}")
            with open(said, encoding="utf-8") as out:
                found = re.search(r"http://127.0.0.1:(\d+)/", out.read())
            self.port = int(found[1]) if found else 0
            return found is not None
        self.until(told, "the server is ready")
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def stop(self):
        """As an operator does; it has to end by itself, with exit code 0."""
        self.process.terminate()
        if self.process.wait(PATIENCE) != 0:
            raise Failure(f"after SIGTERM the server's exit code is {self.process.returncode}\n{self.tail()}")

    def until(self, condition, what: str):
        try:
            self.cluster.wait_until(condition, what, PATIENCE)
        except Failure as failure:
            raise Failure(f"{failure}\n{self.tail()}") from None

    def get(self, target: str) -> tuple:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def metric(self, name: str) -> float:
        """By its name and labels, as /metrics writes them; 0 when it is not there."""
        found = [line.rsplit(" ", 1)[1] for line in self.get("/metrics")[1].splitlines() if line.rsplit(" ", 1)[0] == name]
        return float(found[0]) if found else 0.0

    def register(self, stakeholder: str, country: str):
        items = os.path.join(self.folder, stakeholder + ".json")
        with open(items, "w", encoding="utf-8") as file:
            json.dump([{"type": "stakeholder.registered", "id": "stakeholder/" + stakeholder, "subject": "organisation/" + stakeholder,
                        "data": {"stakeholder": stakeholder, "kind": "government", "name": stakeholder, "home": country, "mandate": {}}}], file)
        done = subprocess.run([self.binary, "admin", "stakeholder", "--url", f"http://127.0.0.1:{self.port}", "--data", self.data, items],
                              capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode != 0:
            raise Failure(f"{stakeholder} could not be registered: {done.stdout}{done.stderr}\n{self.tail()}")

    def tail(self) -> str:
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return f"---- {self.log}\n" + log.read()[-3000:]
