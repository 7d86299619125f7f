#!/usr/bin/env python3
"""Partners who speak Kafka, with clients that are not Rollcall's: kcat, Kafka's own console tools, confluent-kafka. What
they write to their topics is decided in the ledger once, what can't be is parked, and they read the ledger back.

  partners_test.py ROLLCALL    the program that is tested"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import console
import python_client
from cluster import Cluster, Failure
from service import Service

HERE = os.path.dirname(os.path.abspath(__file__))
LEDGER, PARKED, STRUCTURED = "rollcall.ledger", "rollcall.parked", {"content-type": "application/cloudevents+json"}
SECRET = "Somchai Example"  # an invented official


def event(actor: str, number: str, **more) -> dict:
    """A plan that is adopted, told by the government of that name."""
    country = {"tha-gov": "THA", "lao-gov": "LAO"}.get(actor, "VNM")
    return {"specversion": "1.0", "id": number, "source": f"https://rollcall.example/stakeholders/{actor}", "type": "org.rollcall.plan.adopted.v1",
            "subject": f"country/{country}", "time": "2002-03-01T00:00:00Z", "datacontenttype": "application/json",
            "data": {"title": "Plan national d’action", "scope": "national", "adopted_on": "2002-03-01"}} | more


def structured(one: dict) -> tuple:
    return STRUCTURED, json.dumps(one, ensure_ascii=False)


def binary(one: dict) -> tuple:
    headers = {"ce_" + name: value for name, value in one.items() if name not in ("data", "datacontenttype")}
    return headers | {"content-type": one["datacontenttype"]}, json.dumps(one["data"], ensure_ascii=False)


def topic(actor: str) -> str:
    return "rollcall.partner." + actor


def run(*command: str, given: bytes = b"") -> str:
    done = subprocess.run(command, input=given, capture_output=True, timeout=90)
    if done.returncode != 0:
        raise Failure(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode(errors="replace")


def by_kcat(cluster: Cluster, to: str, headers: dict, value: str):
    words = [word for name, text in headers.items() for word in ("-H", f"{name}={text}")]
    run("kcat", "-P", "-b", cluster.bootstrap, "-t", to, "-X", "acks=all", *words, given=value.encode())


def by_console(cluster: Cluster, to: str, headers: dict, value: str):
    line = ",".join(f"{name}|{text}" for name, text in headers.items()) + "\t" + value + "\n"
    console.run("producer", cluster.bootstrap, "--topic", to, "--producer-property", "acks=all", "--property", "parse.headers=true", "--property", "headers.key.separator=|", given=line)


def by_python(cluster: Cluster, to: str, messages: list):
    """Of each message the headers, the bytes, and the partition."""
    given = [{"headers": headers, "value": base64.b64encode(value).decode(), "partition": partition} for headers, value, partition in messages]
    run(python_client.python(), "-B", os.path.join(HERE, "foreign_client.py"), "produce", cluster.bootstrap, to, given=json.dumps(given).encode())


def read_by_kcat(cluster: Cluster, of: str) -> list:
    return [line for line in run("kcat", "-C", "-b", cluster.bootstrap, "-t", of, "-o", "beginning", "-e", "-q").split("\n") if line]


def read_by_python(cluster: Cluster, of: str, count: int) -> list:
    lines = run(python_client.python(), "-B", os.path.join(HERE, "foreign_client.py"), "consume", cluster.bootstrap, of, str(count)).splitlines()
    return [message | {"value": base64.b64decode(message["value"])} for message in map(json.loads, lines)]


class Partners(unittest.TestCase):
    """One cluster and one server for a story in parts, each with ids of its own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="rollcall-partners-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.cluster = Cluster(brokers=1).start()
        cls.addClassCleanup(cls.cluster.close)
        cls.service = Service(PROGRAM, cls.cluster, cls.folder.name).start()
        for actor, country in (("tha-gov", "THA"), ("lao-gov", "LAO")):
            cls.service.register(actor, country)
            cls.cluster.create_topic(topic(actor), 3)
        cls.cluster.create_topic(topic("nobody"), 1)

    def ledger(self) -> list:
        return [json.loads(line) for line in read_by_kcat(self.cluster, LEDGER)]

    def admitted(self, actor: str) -> list:
        return [record for record in self.ledger() if record.get("rollcallactor") == actor and record["type"] == "org.rollcall.plan.adopted.v1"]

    def wait_admitted(self, actor: str, wanted: set):
        self.service.until(lambda: wanted <= {record["id"] for record in self.admitted(actor)}, f"{len(wanted)} events of {actor}'s are admitted")

    def test_1_any_client_in_either_mode(self):
        ways = {"kcat": by_kcat, "console": by_console, "python": lambda cluster, to, headers, value: by_python(cluster, to, [(headers, value.encode(), 1)])}
        wanted = {f"{way}-{mode.__name__}" for way in ways for mode in (structured, binary)}
        for way, send in ways.items():
            for mode in (structured, binary):
                send(self.cluster, topic("tha-gov"), *mode(event("tha-gov", f"{way}-{mode.__name__}")))
        self.wait_admitted("tha-gov", wanted)
        records = [record for record in self.admitted("tha-gov") if record["id"] in wanted]
        self.assertEqual(len(records), len(wanted))
        for record in records:
            self.assertEqual(record["data"], event("", "")["data"])
            self.assertEqual(record["rollcallstanding"], "authority")
        lines = read_by_kcat(self.cluster, LEDGER)
        self.assertEqual(sorted(record.value for record in console.consume(self.cluster.bootstrap, LEDGER, len(lines))), sorted(lines))
        self.assertEqual(sorted(message["value"].decode() for message in read_by_python(self.cluster, LEDGER, len(lines))), sorted(lines))

    def test_2_poison_is_parked_and_the_rest_goes_on(self):
        contact = event("lao-gov", "contact", type="org.rollcall.focal_point.designated.v1", data={"unit": "A department", "designated_on": "2002-03-01", "contact": {"name": SECRET}})
        messages = [({}, b"\x00\xff no event"), (STRUCTURED, b"{"), (STRUCTURED, json.dumps(contact).encode()), ({"ce_id": "half"}, b"{}"),
                    ({"content-type": "application/cloudevents-batch+json"}, b"[]")]
        ours = [(headers, value, 0) for one, (headers, value) in enumerate(messages) for headers, value in
                ((headers, value), (structured(event("lao-gov", f"after-{one}"))[0], structured(event("lao-gov", f"after-{one}"))[1].encode()))]
        by_python(self.cluster, topic("lao-gov"), ours)
        self.wait_admitted("lao-gov", {f"after-{one}" for one in range(5)})
        order = [record["id"] for record in sorted(self.admitted("lao-gov"), key=lambda record: record["sequence"])]
        self.assertEqual(order, [f"after-{one}" for one in range(5)])
        self.service.until(lambda: self.service.metric('rollcall_relay_messages_total{outcome="parked"}') >= 5, "the poison is parked")
        parked = {message["key"]: message for message in read_by_python(self.cluster, PARKED, 5)}
        for one, (headers, value) in enumerate(messages):
            message = parked[f"rollcall.partner.lao-gov/0/{2 * one}"]
            private = one == 2
            self.assertEqual(message["value"], b"" if private else value)
            self.assertEqual(message["headers"]["reason"], "personal_data" if private else "malformed")
            self.assertEqual({name[9:]: text for name, text in message["headers"].items() if name.startswith("original-")}, {} if private else headers)
            self.assertTrue(message["headers"]["detail"])
        for of in ("rollcall.inbox", LEDGER, PARKED):
            self.assertNotIn(SECRET, run("kcat", "-C", "-b", self.cluster.bootstrap, "-t", of, "-o", "beginning", "-e", "-q", "-f", "%k %h %s\n"))

    def test_3_who_is_not_registered_is_refused_in_the_ledger(self):
        by_kcat(self.cluster, topic("nobody"), *structured(event("nobody", "n-1")))
        refused = []
        def told():
            refused[:] = [record for record in self.ledger() if record["type"] == "org.rollcall.submission.refused.v1" and record["rollcallactor"] == "nobody"]
            return refused
        self.service.until(told, "the stranger is refused")
        self.assertEqual(refused[0]["data"]["reasons"][0]["code"], "not_authorised")

    def test_4_killed_in_the_middle_it_loses_none_and_admits_none_twice(self):
        wanted = {f"many-{n}" for n in range(3000)}
        by_python(self.cluster, topic("tha-gov"), [(STRUCTURED, structured(event("tha-gov", one))[1].encode(), n % 3) for n, one in enumerate(sorted(wanted))])
        relayed = 'rollcall_relay_messages_total{outcome="relayed"}'
        for _ in range(2):
            before = self.service.metric(relayed)
            self.service.until(lambda: self.service.metric(relayed) > before or len(self.admitted("tha-gov")) >= len(wanted), "something is relayed")
            self.service.kill()
            self.service.start()
        self.wait_admitted("tha-gov", wanted)
        ids = [record["id"] for record in self.admitted("tha-gov")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_5_a_broker_that_dies_and_comes_back_costs_nothing(self):
        wanted = {f"through-{n}" for n in range(1000)}
        by_python(self.cluster, topic("lao-gov"), [(STRUCTURED, structured(event("lao-gov", one))[1].encode(), n % 3) for n, one in enumerate(sorted(wanted))])
        self.cluster.kill(1)
        self.cluster.start(1)
        self.cluster.wait_ready()
        self.wait_admitted("lao-gov", wanted)
        by_kcat(self.cluster, topic("lao-gov"), *structured(event("lao-gov", "thereafter")))
        self.wait_admitted("lao-gov", {"thereafter"})
        ids = [record["id"] for record in self.admitted("lao-gov")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_6_what_expired_before_it_was_relayed_is_never_skipped_in_silence(self):
        to = topic("tha-gov")
        by_python(self.cluster, to, [(STRUCTURED, structured(event("tha-gov", "before"))[1].encode(), 2)])
        self.wait_admitted("tha-gov", {"before"})
        self.service.stop()
        by_python(self.cluster, to, [(STRUCTURED, structured(event("tha-gov", f"lost-{n}"))[1].encode(), 2) for n in range(3)])
        end = int(console.run("offsets", self.cluster.bootstrap, "--topic", to, "--partitions", "2").strip().rsplit(":", 1)[1])
        cut = os.path.join(self.folder.name, "cut.json")
        with open(cut, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "partitions": [{"topic": to, "partition": 2, "offset": end - 1}]}, file)
        console.run("delete-records", self.cluster.bootstrap, "--offset-json-file", cut)
        self.service.start()
        self.service.until(lambda: self.service.metric("rollcall_relay_stuck") == 1, "the partition is stuck")
        by_python(self.cluster, to, [(STRUCTURED, structured(event("tha-gov", "beside"))[1].encode(), 1)])
        by_kcat(self.cluster, topic("lao-gov"), *structured(event("lao-gov", "beside")))
        self.wait_admitted("tha-gov", {"beside"})
        self.wait_admitted("lao-gov", {"beside"})
        self.assertFalse([record for record in self.ledger() if record.get("id", "").startswith("lost-")])
        self.assertIn(f"{to} partition 2 is stuck", self.service.tail())
        self.service.stop()
        console.run("groups", self.cluster.bootstrap, "--group", "rollcall.relay", "--topic", f"{to}:2", "--reset-offsets", "--to-earliest", "--execute")
        self.service.start()
        self.wait_admitted("tha-gov", {"lost-2"})
        self.assertEqual(self.service.metric("rollcall_relay_stuck"), 0)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2, failfast=True)
