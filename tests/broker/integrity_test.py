#!/usr/bin/env python3
"""A reader that meets a gap or a repeat within an epoch halts, says where, turns /readyz red and raises a metric. Forged
with kcat on a real broker, as an intruder or a torn restore would. `integrity_test.py BINARY`"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cluster import Cluster
from waiting import until

BINARY = os.path.abspath(sys.argv.pop(1))
PATIENCE = 40.0
READERS = ("admission", "scorecard", "submissions", "instruments", "directory", "indicators", "youth", "plans")


def get(url: str) -> tuple:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


class Integrity(unittest.TestCase):
    def forge(self, change) -> tuple:
        """(readyz, exit code of the next start) after the last record of lane 1 came again, changed."""
        with Cluster(brokers=1) as cluster, tempfile.TemporaryDirectory() as folder:
            cluster.start()
            command = [BINARY, "serve", "--kafka", cluster.bootstrap, "--data", folder, "--listen", "127.0.0.1:0", "--sample"]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
                try:
                    url = server.stdout.readline().split()[-1].rstrip("/")
                    kcat = ["kcat", "-q", "-b", cluster.bootstrap, "-t", "rollcall.ledger", "-p", "1"]
                    last = subprocess.run([*kcat, "-C", "-o", "-1", "-c", "1"], capture_output=True, text=True, timeout=30, check=True).stdout
                    record = json.loads(last)
                    change(record)
                    subprocess.run([*kcat, "-P"], input=json.dumps(record, separators=(",", ":")), text=True, timeout=30, check=True)
                    until(lambda: get(url + "/readyz")[0] == 503, "/readyz red", PATIENCE)
                    until(lambda: all(f'rollcall_halted{{service="{s}"}} 1' in get(url + "/metrics")[1] for s in READERS), "every reader halted", PATIENCE)
                    red = get(url + "/readyz")[1]
                    self.assertEqual(get(url + "/v1/regions")[0], 503)  # no answer from what can't be trusted
                finally:
                    server.terminate()
                    server.wait(60)
            again = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
            return red, again.returncode

    def check(self, change, what: str):
        red, again = self.forge(change)
        self.assertIn("integrity", red)
        self.assertIn("ledger lane 1, offset ", red)
        self.assertIn(what, red)
        self.assertEqual(again, 4)  # integrity broken

    def test_a_gap(self):
        def skip_one(record):
            record["sequence"] = f"{int(record['sequence']) + 2:020d}"
            record["rollcallinbox"] = str(int(record["rollcallinbox"]) + 1)
        self.check(skip_one, "was due")

    def test_a_repeat(self):
        self.check(lambda record: None, "was due")


if __name__ == "__main__":
    unittest.main(verbosity=2)
