#!/usr/bin/env python3
"""A real Kafka cluster on loopback, for a test: brokers as processes that are started, killed, paused and started again.

  cluster.py run [--brokers N] [--sasl] [--tls] -- COMMAND...   COMMAND with ROLLCALL_TEST_KAFKA=host:port,...

Brokers are numbered from 1 and are controllers too. They die with the process that started them, however it ends."""
import argparse
import base64
import os
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "support")]
import jars
import protocol
import settings
from broker import Broker
from waiting import Failure, until

PATIENCE = 90.0   # seconds; the machine may be busy with other tests


class Cluster:
    """Not for several threads at once. `folder`: None makes one that close() removes."""

    def __init__(self, folder: str = None, brokers: int = 3, sasl: bool = False, tls: bool = False, java: tuple = (), config: dict = None, doors: dict = None):
        """`java`: more options for the Java machine; `config`: more broker properties, which win; `doors`: more plain listeners,
        each with the host at which it is advertised, on ports of its own, for a proxy that the test puts between (door_addresses)."""
        self.temporary = folder is None
        self.folder = os.path.abspath(folder or tempfile.mkdtemp(prefix="rollcall-kafka-"))
        self.sasl, self.tls, self.java, self.config = sasl, tls, java, config or {}
        listeners = ("PLAINTEXT", "CONTROLLER") + ("SASL",) * sasl + ("TLS",) * tls + ("SASLTLS",) * (sasl and tls) + tuple(doors or ())
        os.makedirs(self.folder, exist_ok=True)
        self.brokers = {node: Broker(node, self.folder, listeners, doors or {}) for node in range(1, brokers + 1)}

    def __enter__(self):
        return self if any(broker.running for broker in self.brokers.values()) else self.start()

    def __exit__(self, *_):
        self.close()

    # ---- where to reach it

    def addresses(self, listener: str = "PLAINTEXT") -> str:
        return ",".join(f"127.0.0.1:{broker.ports[listener].number}" for broker in self.brokers.values())

    def door_addresses(self, door: str) -> str:
        """Where clients of this door believe the brokers to be: a proxy has to listen there."""
        return ",".join(f"{broker.doors[door].host}:{broker.doors[door].port.number}" for broker in self.brokers.values())

    @property
    def bootstrap(self) -> str:
        return self.addresses()

    @property
    def authority(self) -> str:
        """The file with the certificate that the TLS listeners' are signed by."""
        return os.path.join(self.folder, "ca.pem")

    def environment(self) -> dict:
        names = [name for name in self.brokers[1].ports if name not in ("PLAINTEXT", "CONTROLLER") and name not in self.brokers[1].doors]
        told = {"ROLLCALL_TEST_KAFKA": self.bootstrap} | {f"ROLLCALL_TEST_KAFKA_{name}": self.addresses(name) for name in names}
        if self.sasl:
            told |= {"ROLLCALL_TEST_KAFKA_USER": settings.USER, "ROLLCALL_TEST_KAFKA_PASSWORD": settings.PASSWORD}
        if self.tls:
            told |= {"ROLLCALL_TEST_KAFKA_CA": self.authority, "ROLLCALL_TEST_KAFKA_CLIENT": os.path.join(self.folder, "client.pem")}
        return told

    # ---- life and death

    def start(self, node: int = None):
        """All that do not run, and waits until they are ready; or only `node`, without waiting. Ports and data stay."""
        if node is not None:
            return self._launch(self.brokers[node])
        try:
            self._prepare()
            for broker in self.brokers.values():
                if not broker.running:
                    self._launch(broker)
            self.wait_ready()
        except BaseException:
            self.close()
            raise
        return self

    def stop(self, node: int):
        """As an operator does; waits until it has ended. Without a majority of the others Kafka does not end: kill() the rest."""
        broker = self.brokers[node]
        broker.signal(signal.SIGTERM)
        try:
            broker.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure(f"broker {node} did not stop within {PATIENCE:.0f} s\n{broker.tail()}") from None

    def kill(self, node: int):
        broker = self.brokers[node]
        broker.signal(signal.SIGKILL)
        broker.process.wait(PATIENCE)
        broker.paused = False

    def pause(self, node: int):
        self.brokers[node].signal(signal.SIGSTOP)
        self.brokers[node].paused = True

    def resume(self, node: int):
        self.brokers[node].signal(signal.SIGCONT)
        self.brokers[node].paused = False

    def close(self):
        """Kills what still runs; may be called again."""
        for broker in self.brokers.values():
            if broker.running:
                broker.process.kill()
        for broker in self.brokers.values():
            if broker.process:
                broker.process.wait(PATIENCE)
            for port in (*broker.ports.values(), *(door.port for door in broker.doors.values())):
                port.close()
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    # ---- waiting and asking

    def wait_ready(self, node: int = None, timeout: float = PATIENCE):
        """Until broker `node` serves and knows that it does; without `node`, until all that run know of each other."""
        running = {b.node for b in self.brokers.values() if b.running and not b.paused}
        asked = running if node is None else {node}
        for one in asked:
            self.wait_until(lambda: asked <= set(protocol.metadata(self.brokers[one].port).brokers), f"broker {one} is ready", timeout, self.brokers[one])

    def wait_until(self, condition, what: str, timeout: float = PATIENCE, broker: Broker = None):
        """`condition` may fail with OSError meanwhile. `broker`: must run all the while."""
        def holds():
            if broker and not broker.running:
                raise Failure(f"broker {broker.node} has ended before {what}\n{broker.tail()}")
            return condition()
        until(holds, what, timeout, lambda: "\n".join(b.tail(10) for b in self.brokers.values()))

    def metadata(self, *topics: str) -> protocol.Metadata:
        """As the first broker that answers sees it."""
        error = OSError("no broker runs")
        for broker in self.brokers.values():
            if broker.running and not broker.paused:
                try:
                    return protocol.metadata(broker.port, *topics)
                except OSError as e:
                    error = e
        raise error

    def create_topic(self, name: str, partitions: int = 8, replicas: int = None, config: dict = None):
        """And waits until every partition has a leader."""
        replicas = replicas or min(3, len(self.brokers))
        port = next(b.port for b in self.brokers.values() if b.running and not b.paused)
        protocol.create_topic(port, name, partitions, replicas, config or {})
        self.wait_until(lambda: [p.leader for p in self.partitions(name).values() if p.leader >= 0][partitions - 1:], f"{name} has leaders")

    def partitions(self, topic: str) -> dict:
        """partition -> protocol.Partition (leader, replicas, isr); empty while no broker knows of the topic."""
        return self.metadata(topic).topics.get(topic, {})

    def wait_isr(self, topic: str, replicas: int = None, timeout: float = PATIENCE):
        """Until each partition has that many in-sync replicas: all of them, unless told."""
        def full():
            partitions = self.partitions(topic).values()
            return partitions and all(p.leader >= 0 and len(p.isr) >= (replicas or len(p.replicas)) for p in partitions)
        self.wait_until(full, f"{topic} has its replicas in sync", timeout)

    # ---- inside

    def _prepare(self):
        """Settings for each; a data folder for each that has none."""
        if self.tls and not os.path.exists(self.authority):
            settings.make_certificates(self.folder)
        for broker in self.brokers.values():
            settings.write(broker, self)
        bare = [b for b in self.brokers.values() if not os.path.exists(os.path.join(b.data, "meta.properties"))]
        if len(bare) == len(self.brokers):
            self._format(bare)

    def _format(self, brokers: list):
        identity = base64.urlsafe_b64encode(b"rollcall" + os.urandom(8)).decode().rstrip("=")
        user = ("--add-scram", f"SCRAM-SHA-512=[name={settings.USER},password={settings.PASSWORD}]") if self.sasl else ()
        made = [(b, b.launch(jars.java("kafka.tools.StorageTool", "format", "-t", identity, "-c", b.properties, *user))) for b in brokers]
        for broker, process in made:
            if process.wait(PATIENCE) != 0:
                raise Failure(f"StorageTool could not format the folder of broker {broker.node}\n{broker.tail()}")

    def _launch(self, broker: Broker):
        if broker.running:
            raise Failure(f"broker {broker.node} runs already")
        heap = "400m" if len(self.brokers) == 1 else "512m"
        broker.process = broker.launch(jars.java("kafka.Kafka", broker.properties, heap=heap, options=self.java))


def run(arguments) -> int:
    """COMMAND's status, 128 more than the signal's number if one ended it."""
    def leave(number, _):
        sys.exit(128 + number)  # by way of close()
    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    with Cluster(brokers=arguments.brokers, sasl=arguments.sasl, tls=arguments.tls) as cluster:
        command = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *arguments.command], env=os.environ | cluster.environment())
        try:
            status = attend(command, cluster)
        finally:
            if command.poll() is None:
                command.kill()
                command.wait(PATIENCE)
    return status if status >= 0 else 128 - status


def attend(command: subprocess.Popen, cluster: Cluster) -> int:
    while True:
        for broker in cluster.brokers.values():
            if not broker.running:
                raise Failure(f"broker {broker.node} ended by itself with {broker.process.returncode}\n{broker.tail()}")
        try:
            return command.wait(0.5)
        except subprocess.TimeoutExpired:
            pass


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verb = parser.add_subparsers(required=True).add_parser("run")
    verb.add_argument("--brokers", type=int, default=1, choices=(1, 3))
    verb.add_argument("--sasl", action="store_true", help="also a SASL_PLAINTEXT listener (PLAIN, SCRAM-SHA-512)")
    verb.add_argument("--tls", action="store_true", help="also an SSL listener; with --sasl a SASL_SSL one too")
    verb.add_argument("command", nargs="+", metavar="COMMAND")
    try:
        return run(parser.parse_args())
    except (Failure, jars.Missing, OSError) as error:
        print(f"cluster.py: {error}", file=sys.stderr)
        return 70


if __name__ == "__main__":
    sys.exit(main())
