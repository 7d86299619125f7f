"""One broker of a cluster (cluster.py): a process with its folder, its ports and its log."""
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from ports import Port
from waiting import Failure

# A parent's death is told when the thread that forked ends: all brokers come from this one, which ends with the process.
SPAWNER = ThreadPoolExecutor(1)


def spawn(command: list, **options) -> subprocess.Popen:
    """A process that is killed when this one ends."""
    return SPAWNER.submit(subprocess.Popen, ["setpriv", "--pdeathsig", "KILL", *command], stdin=subprocess.DEVNULL, **options).result()


class Door(NamedTuple):
    host: str
    port: Port


class Broker:
    def __init__(self, node: int, folder: str, listeners: tuple, doors: dict):
        self.node, self.folder = node, folder
        self.data, self.log = os.path.join(folder, f"data-{node}"), os.path.join(folder, f"broker-{node}.log")
        self.properties = os.path.join(folder, f"broker-{node}.properties")
        self.ports = {name: Port() for name in listeners}
        self.doors = {name: Door(host, Port()) for name, host in doors.items()}  # where a listener is advertised, when not where it listens
        self.process, self.paused = None, False

    @property
    def port(self) -> int:
        return self.ports["PLAINTEXT"].number

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def launch(self, command: list) -> subprocess.Popen:
        with open(self.log, "ab") as log:
            return spawn(command, stdout=log, stderr=log, cwd=self.folder)

    def signal(self, number: int):
        if not self.running:
            raise Failure(f"broker {self.node} does not run\n{self.tail()}")
        self.process.send_signal(number)

    def tail(self, lines: int = 30) -> str:
        try:
            with open(self.log, "rb") as log:
                return f"---- {self.log}\n" + "\n".join(log.read().decode(errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return f"---- no {self.log}"
