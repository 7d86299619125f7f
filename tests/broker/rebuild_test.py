#!/usr/bin/env python3
"""A read model is rebuilt while partners submit and readers read, on both logs: no question fails, positions never go back,
every submission is decided, the digests agree; a restart serves the new generation, and so does one after kill -9 in the
middle of a rebuild. `rebuild_test.py BINARY`"""
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cluster import Cluster

BINARY = os.path.abspath(sys.argv.pop(1))
PATIENCE = 120.0
QUESTIONS = ["/v1/regions/example-archipelago/scorecard?framework=eap-2001"] + 20 * ["/v1/countries/XAC/commitments/eap-2001/b2"]
ACTOR = "example-government-xab"
REBUILT = "scorecard-v2.1"  # the first rebuild of the scorecard of today's version
BEFORE, STREAM = 20000, 500  # events before the rebuild; events a stream


def rollcall(*args, status: int = 0) -> str:
    done = subprocess.run([BINARY, *args], capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode != status:
        raise AssertionError(f"rollcall {' '.join(args)} ended with {done.returncode}, not {status}:\n{done.stderr[-2000:]}")
    return done.stdout


class Served:
    """One service, ready."""
    def __init__(self, *args):
        self.process = subprocess.Popen([BINARY, *args, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = self.process.stdout.readline()  # "Rollcall is at http://…/", once ready
        if not said:
            raise AssertionError(f"rollcall {' '.join(args)} ended with {self.process.wait(PATIENCE)} before it was ready")
        self.url = said.split()[-1].rstrip("/")

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc, timeout=PATIENCE)

    def get(self, target: str) -> tuple:
        connection = self.connection()
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(PATIENCE)
        self.process.stdout.close()


class Worker(threading.Thread):
    """Does its turn again and again until the block ends; what went wrong is raised there."""
    def __init__(self):
        super().__init__(daemon=True)
        self.done, self.turns, self.wrong = threading.Event(), 0, []

    def run(self):
        try:
            while not self.done.is_set():
                self.turn()
                self.turns += 1
        except Exception as e:
            self.wrong.append(repr(e))
        self.close()

    def close(self):
        pass

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.join(PATIENCE)
        if self.wrong or not self.turns:
            raise AssertionError(f"{type(self).__name__}: {self.turns} turns, {self.wrong[:5]}")


class Reader(Worker):
    """Asks the scorecard all the time."""
    def __init__(self, served: Served):
        super().__init__()
        self.connection, self.before = served.connection(), {}

    def turn(self):
        self.connection.request("GET", QUESTIONS[self.turns % len(QUESTIONS)])
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            self.wrong.append((answer.status, body[:200]))
        position = dict(map(int, lane.split(":")) for lane in answer.headers["Rollcall-Position"].split(","))
        if any(position.get(lane, -1) < sequence for lane, sequence in self.before.items()):
            self.wrong.append(f"from {self.before} back to {position}")
        self.before = position

    def close(self):
        self.connection.close()


class Partner(Worker):
    """Submits streams of lines; each line must be decided."""
    def __init__(self, served: Served, token: str, name: str):
        super().__init__()
        self.served, self.token, self.name_of_stream, self.count = served, token, name, 0

    def line(self) -> str:
        self.count += 1
        return json.dumps({"specversion": "1.0", "type": "org.rollcall.plan.adopted.v1", "id": f"{self.name_of_stream}/{self.count}", "source": f"https://rollcall.example/stakeholders/{ACTOR}",
                           "subject": "country/XAB", "time": "2026-02-01T00:00:00Z", "data": {"title": f"Plan {self.count}", "scope": "national", "adopted_on": "2004-03", "covers": ["eap-2001"]}})

    def turn(self, lines: int = STREAM):
        connection = self.served.connection()
        try:
            headers = {"Authorization": "Bearer " + self.token, "Content-Type": "application/x-ndjson", "Prefer": "wait=30"}
            connection.request("POST", "/v1/events", "\n".join(self.line() for _ in range(lines)) + "\n", headers)
            decided = [json.loads(line)["decision"] for line in connection.getresponse().read().splitlines()]
            if decided != ["admitted"] * lines:
                self.wrong.append(f"of {lines} lines {decided.count('admitted')} were admitted, {decided.count('pending')} are pending")
        finally:
            connection.close()


class Rebuild(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster(brokers=1)
        cls.cluster.start()
        cls.folder = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.cluster.close()
        cls.folder.cleanup()

    def start(self, *args) -> Served:
        served = Served(*args)
        self.addCleanup(served.end)
        return served

    def serving(self, data: str, model: str) -> str:
        with open(os.path.join(data, "models", model + ".serving"), encoding="ascii") as file:
            return file.readline().split()[1]

    def digest(self, served: Served, model: str = "scorecard") -> dict:
        return json.loads(rollcall("digest", "--url", served.url, "--model", model, "--json"))

    def rebuild(self, served: Served, token: str, model: str) -> dict:
        told = json.loads(rollcall("admin", "rebuild", "--model", model, "--url", served.url, "--token", token, "--json"))
        self.assertEqual((told["state"], told["digest"]), ("done", told["expected"]))
        return told

    def kill_in_the_middle(self, served: Served, token: str):
        command = subprocess.Popen([BINARY, "admin", "rebuild", "--model", "scorecard", "--url", served.url, "--token", token], stderr=subprocess.DEVNULL)
        states, until = set(), time.monotonic() + PATIENCE
        while not states & {"folding", "checking", "catching_up"} and time.monotonic() < until:
            states.add(json.loads(served.get("/v1/models/scorecard/rebuild")[1])["state"])
        served.end(signal.SIGKILL)
        self.assertEqual(command.wait(PATIENCE), 1)
        self.assertTrue(states & {"folding", "checking", "catching_up"}, states)

    def whole_way(self, data: str, *log: str):
        data = os.path.join(self.folder.name, data)
        serve = ["serve", "--data", data, *log, "--sample"]
        served = self.start(*serve)
        registrar = rollcall_token(data)
        token = rollcall("admin", "credential", ACTOR, "--url", served.url, "--token", registrar).strip()
        first = Partner(served, token, "before")
        for _ in range(BEFORE // 5000):
            first.turn(5000)
        self.assertEqual(first.wrong, [])
        with Reader(served) as reader, Partner(served, token, "meanwhile") as partner:
            self.rebuild(served, registrar, "scorecard")
            self.rebuild(served, registrar, "submissions")  # what the decisions are told from
            rollcall("admin", "switch", "--model", "scorecard", "--url", served.url, "--token", registrar)
            rollcall("admin", "switch", "--model", "scorecard", "--url", served.url, "--token", registrar)
        print(f"{data}: {reader.turns} questions, {partner.count} submissions meanwhile", flush=True)
        self.assertEqual((self.serving(data, "scorecard"), self.serving(data, "submissions")[-2:]), (REBUILT, ".1"))
        self.replays_alike(served, data, *log)
        served = self.start(*serve)
        self.assertEqual(self.serving(data, "scorecard"), REBUILT)
        rollcall("admin", "drop", "--model", "scorecard", "--url", served.url, "--token", registrar)
        before = self.digest(served)
        self.kill_in_the_middle(served, registrar)
        served = self.start(*serve)
        self.assertEqual((self.digest(served), self.serving(data, "scorecard")), (before, REBUILT))
        self.assertEqual([name for name in os.listdir(os.path.join(data, "models")) if name.startswith("scorecard-")], [REBUILT])
        self.rebuild(served, registrar, "scorecard")
        rollcall("admin", "rebuild", "--model", "scorecard", "--url", served.url, "--token", token, status=1)  # not the registrar

    def replays_alike(self, served: Served, data: str, *log: str):
        """Once it stands at the end; the server ends with it."""
        told = {model: self.digest(served, model) for model in ("scorecard", "submissions")}
        served.end()
        for model, digest in told.items():
            self.assertEqual(json.loads(rollcall("replay", *(log or ("--data", data)), "--model", model, "--to", digest["position"], "--json")), digest)

    def test_on_the_embedded_log(self):
        self.whole_way("embedded")

    def test_on_kafka(self):
        self.whole_way("kafka", "--kafka", self.cluster.bootstrap)
        data, secrets = os.path.join(self.folder.name, "projector"), os.path.join(self.folder.name, "kafka")
        projector = self.start("projector", "--kafka", self.cluster.bootstrap, "--data", data, "--secrets", secrets, "--model", "scorecard")
        with Reader(projector):
            self.rebuild(projector, rollcall_token(secrets), "scorecard")
        self.assertEqual(self.serving(data, "scorecard"), REBUILT)


def rollcall_token(data: str) -> str:
    with open(os.path.join(data, "admin.token"), encoding="ascii") as file:
        return file.readline().strip()


if __name__ == "__main__":
    unittest.main(verbosity=2)
