#!/usr/bin/env python3
"""The services of a compose file as plain processes: the same commands and environment, started in the same order, each
after those it depends on are healthy by their own health checks. What differs is where things lie: a container's address
is a port on loopback, a volume a folder, Kafka's containers a cluster of cluster.py with their settings.

Not as in containers: file systems are not read-only, and limits are not enforced.

  stack.py ROLLCALL [FILE...]    starts those of FILE... (compose.yaml), with new data, until Ctrl-C"""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
import compose
from broker import spawn
from cluster import Cluster
from ports import Port
from waiting import Failure, until

PATIENCE = 90.0  # seconds; the machine may be busy with other tests
OUR_IMAGE, KAFKA_PORT = "rollcall", 9092
# What the images of others run by themselves, and how they are told to stop.
OTHERS = {"haproxy": (["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"], signal.SIGUSR1)}
# Of the broker's settings, those that say where things lie.
PLACES = {"node.id", "process.roles", "listeners", "advertised.listeners", "listener.security.protocol.map", "inter.broker.listener.name", "controller.listener.names",
          "controller.quorum.voters", "log.dirs"}


def image_of(service: dict) -> str:
    return service["image"].split(":")[0].split("/")[-1]


def our_image() -> tuple:
    """The Dockerfile's environment and, as a list, its entry point."""
    with open(os.path.join(ROOT, "Dockerfile"), encoding="utf-8") as file:
        text = file.read()
    environment = dict(pair.split("=", 1) for line in re.findall(r"^ENV (.*)$", text, re.M) for pair in line.split())
    return environment, json.loads(re.findall(r"^ENTRYPOINT (.*)$", text, re.M)[-1])


def broker_settings(service: dict) -> dict:
    """KAFKA_SOME_NAME is some.name to Kafka's image."""
    named = {name.removeprefix("KAFKA_").lower().replace("_", "."): value for name, value in service["environment"].items() if name.startswith("KAFKA_")}
    return {name: value for name, value in named.items() if name not in PLACES and name != "heap.opts"}


class Stack:
    def __init__(self, binary: str, folder: str, *files: str, environ: dict = None):
        """`environ`: what the shell of docker compose would have set."""
        self.binary, self.folder = binary, folder
        whole = compose.load(*files, environ=environ)
        self.services, self.secrets = whole["services"], whole["secrets"]
        self.processes, self.ports, self.cluster = {}, {}, None

    # ---- life and death

    def start(self) -> "Stack":
        """All but Prometheus, and waits until they are healthy."""
        waiting = [name for name, service in self.services.items() if image_of(service) != "prometheus"]
        while waiting:
            able = [name for name in waiting if not set(self.services[name].get("depends_on", {})) & set(waiting)]
            if not able:
                raise Failure(f"these wait for each other: {waiting}")
            for name in able:
                for other, how in self.services[name].get("depends_on", {}).items():
                    if how["condition"] == "service_healthy":
                        self.wait_healthy(other)
                self._start(name)
                waiting.remove(name)
        for name in self.processes:
            self.wait_healthy(name)
        return self

    def stop(self, *names: str) -> dict:
        """As Docker does; the exit codes, by name."""
        names = names or [name for name, process in self.processes.items() if process.poll() is None]
        for name in names:
            _, number = OTHERS.get(image_of(self.services[name]), (None, signal.SIGTERM))
            self.processes[name].send_signal(number)
        try:
            grace = {name: int(self.services[name]["stop_grace_period"].removesuffix("s")) for name in names}
            return {name: self.processes[name].wait(grace[name]) for name in names}
        except subprocess.TimeoutExpired as late:
            raise Failure(f"{late}\n" + "\n".join(map(self.tail, names))) from None

    def close(self):
        for process in self.processes.values():
            if process.poll() is None:
                process.kill()
                process.wait(PATIENCE)
        if self.cluster:
            self.cluster.close()
        for port in self.ports.values():
            port.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # ---- asking

    def port(self, service: str, number: int = 8080) -> int:
        """Where a container's port is on this machine."""
        if self.cluster and image_of(self.services[service]) == "kafka" and number == KAFKA_PORT:
            return self.cluster.brokers[self._node(service)].port
        if (service, number) not in self.ports:
            self.ports[service, number] = Port()
        return self.ports[service, number].number

    def volume(self, name: str) -> str:
        folder = os.path.join(self.folder, "volumes", name)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return folder

    def healthy(self, name: str) -> bool:
        command, *check = self.services[name]["healthcheck"]["test"]
        if command != "CMD":
            raise Failure(f"{name}: a health check is [CMD, …] here")
        return subprocess.run([self._here(name, word) for word in check], env={"PATH": os.environ["PATH"]}, capture_output=True, timeout=PATIENCE).returncode == 0

    def wait_healthy(self, name: str):
        if name not in self.processes:
            return  # Kafka: start() of the cluster has waited

        def told():
            if self.processes[name].poll() is not None:
                raise Failure(f"{name} ended by itself with {self.processes[name].returncode}\n{self.tail(name)}")
            return self.healthy(name)
        self.until(told, f"{name} is healthy", name)

    def until(self, condition, what: str, *names: str):
        """`condition` may fail with OSError meanwhile; a failure shows the end of these services' logs."""
        until(condition, what, PATIENCE, lambda: "\n".join(map(self.tail, names)))

    def most_memory(self, name: str) -> int:
        """Bytes that the process has had at once, at most."""
        with open(f"/proc/{self.processes[name].pid}/status", encoding="ascii") as status:
            return int(re.search(r"^VmHWM:\s+(\d+) kB", status.read(), re.M)[1]) << 10

    def tail(self, name: str) -> str:
        with open(self._log(name), encoding="utf-8", errors="replace") as log:
            return f"---- {name}\n" + log.read()[-3000:]

    # ---- inside

    def _start(self, name: str):
        service = self.services[name]
        if image_of(service) == "kafka":
            return self._start_brokers()
        command, environment = service.get("command", []), {}
        if image_of(service) == OUR_IMAGE:
            environment, entry = our_image()
            command = [self.binary, *entry[1:], *(command or ["serve"])]
        else:
            command = OTHERS[image_of(service)][0]
        environment |= {key: str(value) for key, value in service.get("environment", {}).items()}
        translated = {"PATH": os.environ["PATH"]} | {key: self._here(name, value) for key, value in environment.items()}
        with open(self._log(name), "ab") as log:
            self.processes[name] = spawn([self._here(name, word) for word in command], env=translated, cwd=self.workplace(name), stdout=log, stderr=log)

    def _start_brokers(self):
        """All at once, at the first one's turn: none is ready without the others."""
        brokers = [service for service in self.services.values() if image_of(service) == "kafka"]
        if not self.cluster:
            largest = [word for word in brokers[0]["environment"]["KAFKA_HEAP_OPTS"].split() if word.startswith("-Xmx")]
            self.cluster = Cluster(brokers=len(brokers), java=tuple(largest), config=broker_settings(brokers[0])).start()

    def _node(self, service: str) -> int:
        return int(self.services[service]["environment"]["KAFKA_NODE_ID"])

    def workplace(self, name: str) -> str:
        """A folder of its own, in which it has nothing to look for."""
        folder = os.path.join(self.folder, "work", name)
        os.makedirs(folder, exist_ok=True)
        return folder

    def _log(self, name: str) -> str:
        return os.path.join(self.folder, name + ".log")

    def _here(self, name: str, text: str) -> str:
        """A word of a container's command or environment, as it is on this machine."""
        for place, there in self._places(name).items():
            if text == place or text.startswith(place + "/"):
                return there + text[len(place):]
        text = re.sub(r"\b(?:0\.0\.0\.0|127\.0\.0\.1):(\d+)", lambda found: f"127.0.0.1:{self.port(name, int(found[1]))}", text)
        return self._addresses(text)

    def _addresses(self, text: str) -> str:
        names = "|".join(map(re.escape, self.services))
        return re.sub(rf"(?<![\w-])({names}):(\d+)", lambda found: f"127.0.0.1:{self.port(found[1], int(found[2]))}", text)

    def _places(self, name: str) -> dict:
        places = {}
        for volume in self.services[name].get("volumes", []):
            source, target = compose.source_of(volume), compose.target_of(volume)
            places[target] = self._configuration(name, source) if source.startswith("./") else self.volume(source)
        for secret in self.services[name].get("secrets", []):
            places["/run/secrets/" + secret] = os.path.join(ROOT, self.secrets[secret]["file"])
        return places | ({"/data": self.volume("data-" + name)} if "/data" not in places and image_of(self.services[name]) == OUR_IMAGE else {})

    def _configuration(self, name: str, source: str) -> str:
        """A file of the repository with its addresses as they are on this machine."""
        with open(os.path.join(ROOT, source), encoding="utf-8") as file:
            text = self._addresses(file.read())
        text = re.sub(r"^(\s*bind) :(\d+)", lambda found: f"{found[1]} 127.0.0.1:{self.port(name, int(found[2]))}", text, flags=re.M)
        made = os.path.join(self.folder, os.path.basename(source))
        with open(made, "w", encoding="utf-8") as file:
            file.write(text)
        return made


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # by way of close()
    with tempfile.TemporaryDirectory(prefix="rollcall-stack-") as folder:
        with Stack(os.path.abspath(sys.argv[1]), folder, *(sys.argv[2:] or [os.path.join(ROOT, "compose.yaml")]), environ=dict(os.environ)) as stack:
            stack.start()
            for name, process in stack.processes.items():
                print(f"{name} is at http://127.0.0.1:{stack.port(name)}/, process {process.pid}")
            print("All of it is in", folder, flush=True)
            try:
                signal.pause()
            except KeyboardInterrupt:
                stack.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
