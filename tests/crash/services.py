"""Rollcall's services on Kafka, each a process of its own, and the cluster, the proxy and the edges around them."""
import os
import random
import signal
import sys
import threading
import time

from edges import OwnNetwork, SmallDisk, StepClock
from proxy import Doors
from server import Failure, Gate, Server, free_port

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "broker"))
from cluster import Cluster
from broker import spawn

LANES = 9
PATIENCE = 150.0  # seconds until everything is well again after a fault
MODELS = {"p1": ("scorecard", "instruments", "directory", "plans", "code_of_conduct", "programmes", "indicators", "youth", "meetings", "activity"),
          "p2": ("scorecard", "submissions"), "g1": ("submissions",), "g2": ("submissions",)}
APART = "a2"  # lives in a network of its own, where the machine lets it
CLOCKS = ("a3", "g2")  # whose wall clock can be moved
DOORS = ("a1", "a2", "a3", "g1", "p1")  # who reaches the brokers through the proxy


class Service(Server):
    def __init__(self, binary: str, folder: str, name: str, arguments: list, port: int, prefix: list = (), environment: dict = None):
        super().__init__(binary, folder, port, Gate())
        self.name, self.data, self.log = name, os.path.join(folder, name), os.path.join(folder, name + ".log")
        self.arguments, self.prefix, self.environment, self.paused = list(arguments), list(prefix), environment or {}, False

    def start(self):
        with open(self.log, "ab") as log:
            log.write(b"---- start\n")
            log.flush()
            command = [self.binary, *self.arguments, "--data", self.data, "--listen", f"{self.host}:{self.port}"]
            self.process = spawn([*self.prefix, "setpriv", "--pdeathsig", "KILL", *command], stdout=log, stderr=log, cwd=self.folder, env=os.environ | self.environment)
        self.started = time.monotonic()
        self.gate.set(generation=self.gate.generation + 1)

    def kill(self):
        super().kill()
        self.paused = False

    def pause(self):
        self._must_run()
        self.process.send_signal(signal.SIGSTOP)
        self.paused = True

    def resume(self):
        self.process.send_signal(signal.SIGCONT)
        self.paused = False

    def end_somehow(self):
        """As an operator does, when it is no matter what the exit code is."""
        self.gate.set(ready=False)
        self.process.terminate()
        self.process.wait(PATIENCE)

    def up(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def answers(self) -> bool:
        """Whether HTTP does, ready or not."""
        try:
            return self.up() and self.get("/healthz", 5)[0] == 200
        except OSError:
            return False

    def ready(self) -> bool:
        self._must_run()
        try:
            return self.get("/readyz", 5)[0] == 200
        except OSError:
            return False

    def metric(self, name: str) -> int:
        """Over all labels; 0 while the service can't be asked."""
        try:
            text = self.get("/metrics", 5)[1].decode()
        except OSError:
            return 0
        return sum(int(float(line.split()[-1])) for line in text.splitlines() if line.split("{")[0].split(" ")[0] == name)


class World:
    def __init__(self, binary: str, clock: str, folder: str, rng: random.Random):
        """`clock`: the library of edges.StepClock, or none."""
        self.folder, self.pause = folder, threading.Event()
        self.network = OwnNetwork(spawn)
        doors = {name.upper(): self.network.outside if name == APART else "127.0.0.1" for name in DOORS}
        self.cluster = Cluster(os.path.join(folder, "kafka"), brokers=3, config={"num.network.threads": 1}, doors=doors)
        self.doors = Doors()
        self.secrets = os.path.join(folder, "secrets")
        self.disk = SmallDisk(os.path.join(folder, "small"), 96, spawn)
        self.clocks = {name: StepClock(clock, os.path.join(folder, name + ".clock")) for name in CLOCKS if clock}
        secret, prefixes = ["--secrets", self.secrets], {"p2": self.disk.prefix, APART: self.network.prefix}
        self.services = {}
        for name, arguments in [("g1", ["gateway", "--sample", *secret]), ("g2", ["gateway", "--sample", *secret]), ("a1", ["admission"]), ("a2", ["admission"]), ("a3", ["admission"]),
                                ("p1", ["projector", "--model", ",".join(MODELS["p1"]), *secret]), ("p2", ["projector", "--model", ",".join(MODELS["p2"]), *secret])]:
            brokers = self.cluster.door_addresses(name.upper()) if name in DOORS else self.cluster.bootstrap
            environment = self.clocks[name].environment if name in self.clocks else {}
            self.services[name] = Service(binary, folder, name, [*arguments, "--kafka", brokers], free_port(rng), prefixes.get(name, []), environment)
        self.services[APART].host = self.network.inside
        self.services["p2"].data = os.path.join(self.disk.folder, "data")
        self.gateways, self.admissions, self.projectors = ([s for n, s in self.services.items() if n[0] == kind] for kind in "gap")

    def start(self):
        self.cluster.start()
        for name in DOORS:
            pairs = [[broker.doors[name.upper()].port.number, broker.ports[name.upper()].number] for broker in self.cluster.brokers.values()]
            self.doors.tell("open", name, host=self.network.outside if name == APART else "127.0.0.1", pairs=pairs)
        for service in [*self.admissions, self.gateways[0]]:
            service.start()
        self.settle(self.admissions + self.gateways[:1])
        for service in [self.gateways[1], *self.projectors]:
            service.start()
        self.settle()

    def close(self):
        for service in self.services.values():
            service.gate.set(stopped=True)
            service.end()
        self.doors.close()
        self.disk.close()
        self.network.close()
        self.cluster.close()

    # ---- waiting

    def sleep(self, seconds: float):
        """Only where the time itself is the fault."""
        self.pause.wait(seconds)

    def wait(self, condition, what: str, longest: float = PATIENCE):
        until = time.monotonic() + longest
        while not condition():
            if time.monotonic() > until:
                logs = "\n".join(s.log_end()[-1500:] for s in self.services.values() if not (s.up() and s.ready()))
                raise Failure(f"not within {longest:.0f} s: {what}\n{logs}")
            self.pause.wait(0.05)

    def settle(self, services: list = None):
        """Until each is ready by itself, and each lane has its owner."""
        services = services or list(self.services.values())
        for service in services:
            self.wait(service.ready, f"{service.name} is ready")
            service.gate.set(ready=True)
        self.wait(lambda: self.lanes_owned() == LANES, f"all lanes are owned")

    def lanes_owned(self, but: Service = None) -> int:
        return sum(a.metric("rollcall_lanes_owned") for a in self.admissions if a is not but and not a.paused and a.up())

    def brokers_well(self):
        self.cluster.wait_ready()
        for topic in ("rollcall.ledger", "rollcall.inbox", "rollcall.keys", "__consumer_offsets"):
            self.cluster.wait_isr(topic)
