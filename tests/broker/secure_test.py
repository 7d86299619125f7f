#!/usr/bin/env python3
"""Kafka that lets in only whom it knows, over TLS: by a client's certificate, and by a password (SASL/PLAIN). Rollcall is
told by --kafka-property and, for the secret, by a file.

  secure_test.py ROLLCALL    the program that is tested"""
import http.client
import json
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import settings
from cluster import Cluster
from broker import spawn
from ports import Port
from waiting import Failure, until

PATIENCE = 60.0
BINARY = ""
REGISTRAR = "https://rollcall.example/stakeholders/registrar"


class Serving:
    """`rollcall serve` with a data folder of its own, on the same ledger and secrets as others in `folder`."""

    def __init__(self, folder: str, name: str, brokers: str, *options: str):
        self.port, self.log, self.token = Port(), os.path.join(folder, name + ".log"), os.path.join(folder, "secrets", "admin.token")
        command = [BINARY, "serve", "--kafka", brokers, "--data", os.path.join(folder, name), "--secrets", os.path.join(folder, "secrets"),
                   "--listen", f"127.0.0.1:{self.port.number}", *options]
        with open(self.log, "wb") as log:
            self.process = spawn(command, stdout=log, stderr=log, cwd=folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.port.close()

    def said(self) -> str:
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def until(self, condition, what: str):
        until(condition, what, PATIENCE, lambda: self.said()[-3000:])

    def ask(self, method: str, target: str, body: str = None, **headers: str) -> tuple:
        connection = http.client.HTTPConnection("127.0.0.1", self.port.number, timeout=PATIENCE)
        try:
            connection.request(method, target, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def ready(self) -> bool:
        if self.process.poll() is not None:
            raise Failure(f"it ended by itself with {self.process.returncode}\n{self.said()[-3000:]}")
        return self.ask("GET", "/readyz")[0] == 200

    def register(self, stakeholder: str) -> tuple:
        with open(self.token, encoding="ascii") as file:
            token = file.read().strip()
        event = {"specversion": "1.0", "type": "org.rollcall.stakeholder.registered.v1", "id": stakeholder, "source": REGISTRAR, "subject": "organisation/" + stakeholder,
                 "time": "2026-03-01T00:00:00Z", "data": {"stakeholder": stakeholder, "kind": "international_ngo", "name": "Example Network", "mandate": {}}}
        return self.ask("POST", "/v1/events", json.dumps(event), Content_Type="application/cloudevents+json", Prefer="wait=30", Authorization="Bearer " + token)

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(PATIENCE)


class OverTls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster(brokers=1, sasl=True, tls=True, config={"listener.name.tls.ssl.client.auth": "required"}).start()
        cls.addClassCleanup(cls.cluster.close)
        folder = tempfile.TemporaryDirectory(prefix="rollcall-secure-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name

    def serving(self, name: str, listener: str, *options: str) -> Serving:
        return Serving(self.folder, name, self.cluster.addresses(listener), "--kafka-property", "ssl.ca.location=" + self.cluster.authority, *options)

    def file(self, name: str, *lines: str) -> tuple:
        where = os.path.join(self.folder, name)
        with open(where, "w", encoding="ascii") as file:
            file.write("# for tests\n" + "\n".join(lines) + "\n")
        return "--kafka-properties", where

    def password(self, word: str) -> tuple:
        return self.file("password-" + word, "security.protocol=SASL_SSL", "sasl.mechanism=PLAIN", "sasl.username=" + settings.USER, "sasl.password=" + word)

    def admits(self, serving: Serving, stakeholder: str):
        serving.until(serving.ready, "the server is ready")
        status, answer = serving.register(stakeholder)
        self.assertIn(status, (200, 201), answer)
        self.assertEqual(json.loads(answer)["decision"], "admitted")
        self.assertEqual(serving.stop(), 0)

    def test_by_a_certificate_and_by_a_password_to_the_same_ledger(self):
        pem = os.path.join(self.cluster.folder, "client.pem")
        with self.serving("certificate", "TLS", *self.file("certificate.properties", "security.protocol=SSL", "ssl.certificate.location=" + pem, "ssl.key.location=" + pem)) as serving:
            self.admits(serving, "example-network")
        with self.serving("password", "SASLTLS", *self.password(settings.PASSWORD)) as serving:
            self.admits(serving, "another-network")
        with self.serving("again", "SASLTLS", *self.password(settings.PASSWORD)) as serving:
            serving.until(serving.ready, "the server is ready")
            known = json.loads(serving.ask("GET", "/v1/stakeholders?limit=10000")[1])["stakeholders"]
            self.assertLessEqual({"example-network", "another-network"}, {one["stakeholder"] for one in known})

    def test_whom_kafka_does_not_know_it_says_so(self):
        for name, listener, options, why in (("nobody", "TLS", ("--kafka-property", "security.protocol=SSL"), "SSL"),
                                             ("wrong", "SASLTLS", self.password("wrong"), "uthentication")):
            with self.subTest(name), self.serving(name, listener, *options) as serving:
                serving.until(lambda: why in serving.said(), "the log says why")


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
