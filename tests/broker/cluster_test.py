#!/usr/bin/env python3
"""The cluster the broker tests stand on does what they take for granted: it survives a broker's kill -9 without losing
what was acknowledged, gets well again within a bound, and leaves nothing behind."""
import os
import signal
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import console
from cluster import Cluster, Failure, attend

HERE = os.path.dirname(os.path.abspath(__file__))
TOPIC = "acts"


def kcat(*arguments: str, given: str = "") -> str:
    done = subprocess.run(["kcat", *arguments], input=given, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise Failure(f"kcat {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def produce(cluster: Cluster, values: list):
    kcat("-P", "-b", cluster.bootstrap, "-t", TOPIC, "-X", "acks=all", "-X", "partitioner=murmur2_random", "-K", "\t", "-H", "actor=someone",
         given="".join(f"country/{value}\t{value}\n" for value in values))


def read_back(cluster: Cluster) -> list:
    return sorted(kcat("-C", "-b", cluster.bootstrap, "-t", TOPIC, "-o", "beginning", "-e", "-q").split())


def gone(pid: int) -> bool:
    """Ended; whoever inherited it may not have noticed yet."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


class ThreeBrokers(unittest.TestCase):
    def test_survive_the_kill_of_one(self):
        with Cluster(brokers=3) as cluster:
            pids = self.everyday(cluster)
            self.kill_and_recover(cluster)
            self.interoperate(cluster)
            pids += [broker.process.pid for broker in cluster.brokers.values()]
        self.assertEqual([pid for pid in pids if not gone(pid)], [])
        self.assertFalse(os.path.exists(cluster.folder))

    def everyday(self, cluster: Cluster) -> list:
        console.run("topics", cluster.bootstrap, "--create", "--topic", TOPIC, "--partitions", "8", "--replication-factor", "3")
        cluster.wait_isr(TOPIC)
        self.assertEqual(len(cluster.partitions(TOPIC)), 8)
        produce(cluster, ["a0", "a1", "a2"])
        self.assertEqual(read_back(cluster), ["a0", "a1", "a2"])
        return [broker.process.pid for broker in cluster.brokers.values()]

    def kill_and_recover(self, cluster: Cluster):
        cluster.kill(2)
        with self.assertRaises(Failure):
            attend(None, cluster)  # a command is not left waiting for a broker that is gone
        produce(cluster, ["b0", "b1", "b2"])
        cluster.wait_until(lambda: all(2 not in p.isr and p.leader > 0 for p in cluster.partitions(TOPIC).values()), "the others lead everything", 30)
        self.assertEqual(read_back(cluster), ["a0", "a1", "a2", "b0", "b1", "b2"])
        cluster.start(2)
        cluster.wait_ready(2, 60)
        cluster.wait_isr(TOPIC, timeout=30)

    def interoperate(self, cluster: Cluster):
        console.produce(cluster.bootstrap, TOPIC, [console.Record(0, 0, {"actor": "other", "registry": "7"}, "country/b0", "c0")])
        read = {record.value: record for record in console.consume(cluster.bootstrap, TOPIC, 7)}
        self.assertEqual(sorted(read), ["a0", "a1", "a2", "b0", "b1", "b2", "c0"])
        self.assertEqual(read["c0"].headers, {"actor": "other", "registry": "7"})
        self.assertEqual((read["c0"].partition, read["b0"].headers), (read["b0"].partition, {"actor": "someone"}))


class OneBroker(unittest.TestCase):
    def run_command(self, *command: str, options=()) -> subprocess.CompletedProcess:
        return subprocess.run([os.path.join(HERE, "cluster.py"), "run", *options, "--", *command], capture_output=True, text=True, timeout=120)

    def test_the_command_gets_the_cluster_and_gives_its_status(self):
        done = self.run_command("sh", "-c", "kcat -L -b $ROLLCALL_TEST_KAFKA; exit 3")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("1 brokers", done.stdout)

    def test_listeners_for_strangers(self):
        one = "kcat -L -X ssl.ca.location=$ROLLCALL_TEST_KAFKA_CA -X sasl.mechanism=PLAIN -X sasl.username=$ROLLCALL_TEST_KAFKA_USER"
        right, wrong = " -X sasl.password=$ROLLCALL_TEST_KAFKA_PASSWORD", " -X sasl.password=wrong"
        tries = [one + right + " -b $ROLLCALL_TEST_KAFKA_SASL -X security.protocol=SASL_PLAINTEXT",
                 one + right + " -b $ROLLCALL_TEST_KAFKA_SASLTLS -X security.protocol=SASL_SSL",
                 one + " -b $ROLLCALL_TEST_KAFKA_TLS -X security.protocol=SSL -X ssl.certificate.location=$ROLLCALL_TEST_KAFKA_CLIENT -X ssl.key.location=$ROLLCALL_TEST_KAFKA_CLIENT",
                 "! " + one + wrong + " -b $ROLLCALL_TEST_KAFKA_SASL -X security.protocol=SASL_PLAINTEXT -m 1"]
        done = self.run_command("sh", "-ec", "\n".join(tries), options=("--sasl", "--tls"))
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_brokers_die_with_who_started_them(self):
        orphan = f"import os, signal, sys; sys.path.insert(0, {HERE!r}); import cluster; c = cluster.Cluster(sys.argv[1], brokers=1).start()\n" \
                 "print(c.brokers[1].process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, "-Bc", orphan, folder], capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, -signal.SIGKILL, done.stderr)
            other = Cluster(folder, brokers=1)
            other.wait_until(lambda: gone(int(done.stdout)), "the orphaned broker has ended", 30)
            other.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
