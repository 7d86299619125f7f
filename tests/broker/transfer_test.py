#!/usr/bin/env python3
"""A ledger outgrows the laptop: export from the embedded log, load into Kafka, export from there, load into an embedded log
again. The files are equal byte for byte, and so is every digest. `transfer_test.py BINARY`"""
import filecmp
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cluster import Cluster

BINARY = os.path.abspath(sys.argv.pop(1))
MODELS = ["scorecard", "instruments", "directory", "plans", "activity", "indicators", "youth", "code_of_conduct", "programmes", "meetings", "submissions"]


def rollcall(*args, status: int = 0) -> str:
    done = subprocess.run([BINARY, *args], capture_output=True, text=True, timeout=120)
    if done.returncode != status:
        raise AssertionError(f"rollcall {' '.join(args)} ended with {done.returncode}, not {status}:\n{done.stderr[-2000:]}")
    return done.stdout if status == 0 else done.stderr


class Served:
    """`rollcall serve`, ready, until the block ends."""
    def __init__(self, *args):
        self.process = subprocess.Popen([BINARY, "serve", "--listen", "127.0.0.1:0", *args], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def __enter__(self) -> str:
        return self.process.stdout.readline().split()[-1].rstrip("/")  # "Rollcall is at http://…/", once ready

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        self.process.stdout.close()


class Transfer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster(brokers=1)
        cls.cluster.start()
        cls.folder = tempfile.TemporaryDirectory()
        cls.first = cls.path("laptop")
        with Served("--data", cls.first, "--sample") as url:
            cls.digests = {m: rollcall("digest", "--url", url, "--model", m) for m in MODELS}
        rollcall("export", "--data", cls.first, "--to", cls.path("a"), "--with-keys")

    @classmethod
    def tearDownClass(cls):
        cls.cluster.close()
        cls.folder.cleanup()

    @classmethod
    def path(cls, name: str) -> str:
        return os.path.join(cls.folder.name, name)

    def assert_same_files(self, a: str, b: str):
        names = sorted(n for n in os.listdir(self.path(a)) if n.endswith(".ndjson"))
        self.assertEqual(names, sorted(n for n in os.listdir(self.path(b)) if n.endswith(".ndjson")))
        self.assertGreater(len(names), 8)
        _, different, errors = filecmp.cmpfiles(self.path(a), self.path(b), names, shallow=False)
        self.assertEqual((different, errors), ([], []))

    def test_1_into_kafka_and_back_byte_for_byte(self):
        kafka = ["--kafka", self.cluster.bootstrap]
        rollcall("load", self.path("a"), *kafka)
        for model in MODELS:
            self.assertEqual(rollcall("replay", *kafka, "--model", model), self.digests[model])
        rollcall("load", self.path("a"), *kafka)  # again: nothing is there twice
        rollcall("export", *kafka, "--secrets", self.first, "--to", self.path("b"), "--with-keys")
        self.assert_same_files("a", "b")
        rollcall("load", self.path("b"), "--data", self.path("back"))
        for model in MODELS:
            self.assertEqual(rollcall("replay", "--data", self.path("back"), "--model", model), self.digests[model])

    def test_2_the_moved_ledger_goes_on(self):
        secrets = self.path("moved-secrets")
        os.mkdir(secrets)
        for name in ("master.key", "admin.token"):
            os.link(os.path.join(self.first, name), os.path.join(secrets, name))
        with Served("--kafka", self.cluster.bootstrap, "--data", self.path("moved"), "--secrets", secrets) as url:
            for model in MODELS:  # the same token, the same reference data: not one record more
                self.assertEqual(rollcall("digest", "--url", url, "--model", model), self.digests[model])
            with open(os.path.join(secrets, "admin.token")) as token:
                event = {"specversion": "1.0", "id": "moved/1", "source": "https://example.org/moved", "type": "org.rollcall.country.registered.v1", "subject": "country/XKX",
                         "data": {"nonsense": True}}
                request = urllib.request.Request(url + "/v1/events", json.dumps(event).encode(), method="POST",
                                                 headers={"Content-Type": "application/cloudevents+json", "Authorization": "Bearer " + token.read().strip(), "Prefer": "wait=20"})
                with self.assertRaises(urllib.error.HTTPError) as answered:
                    urllib.request.urlopen(request, timeout=30)
                self.assertEqual(answered.exception.code, 422)  # decided, in the new house
                answered.exception.close()

    def test_3_a_changed_file_or_another_key_is_refused(self):
        copy = self.path("changed")
        os.mkdir(copy)
        for name in os.listdir(self.path("a")):
            with open(os.path.join(self.path("a"), name), "rb") as source, open(os.path.join(copy, name), "wb") as target:
                bytes_ = source.read()
                target.write(bytes_.replace(b"ratification", b"rectification", 1) if name.startswith("ledger-1-") else bytes_)
        self.assertIn("integrity", rollcall("load", copy, "--data", self.path("nothing"), status=4))
        os.mkdir(self.path("other"))
        self.assertIn("no ledger", rollcall("export", "--data", self.path("other"), "--to", self.path("c"), status=1))
        rollcall("export", "--data", self.first, "--secrets", self.path("other"), "--to", self.path("c"))
        with open(os.path.join(self.path("c"), "verifier.txt")) as verifier:
            self.assertIn("not signed", rollcall("load", self.path("a"), "--data", self.path("nothing"), "--verifier", verifier.read().strip(), status=4))
        self.assertIn("another history", rollcall("load", self.path("a"), "--data", self.other_history(), status=1))

    def other_history(self) -> str:
        with Served("--data", self.path("another")):
            return self.path("another")


if __name__ == "__main__":
    unittest.main(verbosity=2)
