#!/usr/bin/env python3
"""compose.yaml says what is true: its services, started with its commands and environment as plain processes on a real
broker, behind its proxy, take an event in and show what became of it. And what only a container would show is declared.

  compose_test.py ROLLCALL    the program that is tested"""
import hashlib
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from urllib.parse import quote

sys.dont_write_bytecode = True
from stack import OUR_IMAGE, ROOT, Stack, image_of
import compose

PATIENCE = 60.0
GOVERNMENT = "https://rollcall.example/stakeholders/example-government-xad"
BINARY = ""


def path(name: str) -> str:
    return os.path.join(ROOT, name)


def event(number: str, kind: str, data: dict) -> str:
    return json.dumps({"specversion": "1.0", "type": f"org.rollcall.{kind}.v1", "id": number, "source": GOVERNMENT, "subject": "country/XAD",
                       "time": "2026-03-01T00:00:00Z", "data": data})


PLAN = event("plan-2026", "plan.adopted", {"title": "Plan for the Children of the Atoll", "scope": "national", "adopted_on": "2026-03-01", "covers": ["stockholm-1996"], "has_indicators": True})
CONTACT = {"name": "Tala Example", "email": "tala@example.org"}


def ours(services: dict) -> dict:
    return {name: service for name, service in services.items() if image_of(service) == OUR_IMAGE}


def read_models() -> set:
    found = set()
    for folder in os.scandir(path("projections")):
        for file in os.scandir(folder) if folder.is_dir() else ():
            with open(file, encoding="utf-8") as text:
                found |= set(re.findall(r'string_view name\(\) const override \{ return "(\w+)"', text.read()))
    return found


class TheFiles(unittest.TestCase):
    """What Docker would do with them."""

    def each_service(self):
        for files in (["compose.yaml"], ["compose.yaml", "compose.three.yaml"], ["compose.embedded.yaml"]):
            whole = compose.load(*map(path, files))
            for name, service in whole["services"].items():
                yield whole, f"{name} of {files[-1]}", service

    def test_every_service_is_watched_and_bounded(self):
        for _, name, service in self.each_service():
            with self.subTest(name):
                self.assertGreaterEqual(compose.memory(service["mem_limit"]), 128 << 20)
                self.assertGreater(service["pids_limit"], 0)
                self.assertEqual(service["restart"], "unless-stopped")
                self.assertEqual(service["cap_drop"], ["ALL"])
                self.assertIn("no-new-privileges:true", service["security_opt"])
                self.assertLessEqual({"test", "interval", "timeout", "retries", "start_period"}, set(service["healthcheck"]))
                self.assertTrue(service.get("read_only") or image_of(service) == "kafka")  # Kafka's image writes its settings beside its programs
                self.assertTrue("build" in service or re.search(r":v?\d+\.\d+", service["image"]), "an image of others has its version")
                for port in service.get("ports", []):
                    self.assertTrue(port.startswith("127.0.0.1:"), "who opens it to others gives it a certificate first")

    def test_what_is_named_is_there(self):
        for whole, name, service in self.each_service():
            with self.subTest(name):
                for volume in service.get("volumes", []):
                    source = compose.source_of(volume)
                    self.assertTrue(os.path.isfile(path(source)) if source.startswith("./") else source in whole["volumes"], source)
                for secret in service.get("secrets", []):
                    self.assertTrue(os.path.isfile(path(whole["secrets"][secret]["file"])), secret)
                self.assertLessEqual(set(service.get("networks", [])), set(whole["networks"]))
                self.assertLessEqual(set(service.get("depends_on", {})), set(whole["services"]))

    def test_each_has_its_own_data_and_all_the_same_secrets(self):
        for files in (["compose.yaml"], ["compose.yaml", "compose.three.yaml"]):
            services = compose.load(*map(path, files))["services"]
            own = [compose.source_of(volume) for service in services.values() for volume in service.get("volumes", []) if compose.target_of(volume) in ("/data", "/var/lib/kafka/data")]
            self.assertEqual(len(own), len(set(own)))
            for service in services.values():
                told = service.get("environment", {}).get("ROLLCALL_SECRETS")
                self.assertEqual(told == "/secrets", "secrets:/secrets" in service.get("volumes", []))
                self.assertEqual(told is not None, service.get("command", [""])[0] in ("gateway", "projector"))

    def test_nothing_is_asked_that_is_not_there(self):
        services = compose.load(path("compose.yaml"))["services"]
        with open(path("deploy/prometheus.yml"), encoding="utf-8") as file:
            asked = set(re.findall(r"[\w-]+:\d+", file.read()))
        self.assertEqual(asked, {f"{name}:8080" for name in ours(services)} | {"proxy:8405"})
        with open(path("deploy/haproxy.cfg"), encoding="utf-8") as file:
            served = set(re.findall(r"^\s*server \S+ ([\w-]+):8080$", file.read(), re.M))
        self.assertEqual(served, {name for name, service in ours(services).items() if service["command"] != ["admission"]})
        for name in asked | served:
            self.assertIn("web", services[name.split(":")[0]]["networks"])

    def test_three_brokers_are_one_cluster(self):
        services = compose.load(path("compose.yaml"), path("compose.three.yaml"))["services"]
        brokers = {name: service["environment"] for name, service in services.items() if image_of(service) == "kafka"}
        self.assertEqual(len(brokers), 3)
        voters = ",".join(f"{told['KAFKA_NODE_ID']}@{name}:9093" for name, told in brokers.items())
        for name, told in brokers.items():
            self.assertEqual((told["KAFKA_CONTROLLER_QUORUM_VOTERS"], told["KAFKA_ADVERTISED_LISTENERS"]), (voters, f"PLAINTEXT://{name}:9092"))
            self.assertEqual((told["KAFKA_MIN_INSYNC_REPLICAS"], told["KAFKA_DEFAULT_REPLICATION_FACTOR"], told["KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR"]), (2, 3, 3))
            self.assertEqual(told["CLUSTER_ID"], brokers["kafka"]["CLUSTER_ID"])
        for service in ours(services).values():
            if "log" in service["networks"]:
                self.assertEqual(service["environment"]["ROLLCALL_KAFKA"], ",".join(f"{name}:9092" for name in brokers))

    def test_the_image_has_the_libraries_that_the_program_needs(self):
        with open(path("Dockerfile"), encoding="utf-8") as file:
            installed = set(re.search(r"FROM debian:12-slim\nRUN (.*?)&& rm", file.read(), re.S)[1].split())
        needed = re.findall(r"NEEDED\s+(\S+)", subprocess.run(["objdump", "-p", BINARY], capture_output=True, text=True, check=True).stdout)
        for library in needed:
            found = subprocess.run(["dpkg-query", "-S", "*/" + library], capture_output=True, text=True, check=True).stdout
            packages = {line.split(":")[0] for line in found.splitlines()}
            with self.subTest(library):
                self.assertTrue(packages & (installed | {"libc6", "libgcc-s1"}), packages)


class Running(unittest.TestCase):
    """The services of these files, once for all tests of a class, with the sample history and a token of one who speaks."""
    FILES = ()

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="rollcall-compose-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.stack = Stack(BINARY, cls.folder.name, *map(path, cls.FILES), environ={"ROLLCALL_SAMPLE": "true"})
        cls.addClassCleanup(cls.stack.close)
        cls.stack.start()
        with open(os.path.join(cls.stack.volume("secrets"), "admin.token"), encoding="ascii") as file:
            cls.registrar = file.read().strip()
        cls.token = cls.credential()

    @classmethod
    def credential(cls, *more: str) -> str:
        done = subprocess.run([BINARY, "admin", "credential", "example-government-xad", "--url", f"http://127.0.0.1:{cls.stack.port('proxy')}", "--token", cls.registrar, *more],
                              capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout.strip()

    def ask(self, method: str, target: str, body: str = None, port: int = 0, **headers: str) -> tuple:
        connection = http.client.HTTPConnection("127.0.0.1", port or self.stack.port("proxy"), timeout=PATIENCE)
        try:
            connection.request(method, target, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def submit(self, text: str) -> dict:
        status, _, answer = self.ask("POST", "/v1/events", text, Content_Type="application/cloudevents+json", Prefer="wait=30", Authorization="Bearer " + self.token)
        self.assertIn(status, (200, 201), answer)
        return json.loads(answer)


class Whole(Running):
    """The tests are run in the order of their names."""
    FILES = ("compose.yaml",)

    def test_1_an_event_is_decided_and_seen_by_every_service(self):
        told = self.submit(PLAN)
        self.assertEqual(told["decision"], "admitted")
        status, _, cell = self.ask("GET", "/v1/countries/XAD/commitments/eap-2001/b2", Rollcall_At_Least=told["position"])
        self.assertEqual((status, json.loads(cell)["cell"]["status"]), (200, "met_late"), cell)
        status, _, plans = self.ask("GET", "/v1/countries/XAD/plans", Rollcall_At_Least=told["position"])
        self.assertEqual((status, json.loads(plans)["plans"][0]["events"]), (200, [told["position"]]), plans)
        status, _, receipt = self.ask("GET", f"/v1/submissions/{quote(GOVERNMENT, safe='')}/plan-2026", Authorization="Bearer " + self.token)
        self.assertEqual((status, json.loads(receipt)["position"]), (200, told["position"]))
        lane, sequence = told["position"].split(":")
        status, _, lines = self.ask("GET", f"/v1/ledger/{lane}?from={sequence}")
        self.assertEqual((status, json.loads(lines.splitlines()[0])["id"]), (200, "plan-2026"))
        status, _, lines = self.ask("GET", "/v1/ledger/0?from=0")
        self.assertEqual([int(json.loads(line)["sequence"]) for line in lines.splitlines()][:3], [0, 1, 2])
        status, headers, page = self.ask("GET", "/")
        self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, "text/html"))
        status, _, _ = self.ask("GET", re.search(r'src="(/assets/[^"]+)"', page)[1])
        self.assertEqual(status, 200)

    def test_2_a_gateway_alone_rehearses_and_keeps_drafts(self):
        tried = event("tried", "plan.adopted", {"title": "A plan that is only tried", "scope": "national", "adopted_on": "2026-03-01"})
        signed = {"Authorization": "Bearer " + self.token, "Content_Type": "application/cloudevents+json"}
        status, _, answer = self.ask("POST", "/v1/events?dry_run=true", tried, **signed)
        self.assertEqual((status, json.loads(answer)["decision"], json.loads(answer)["standing"]), (200, "admitted", "authority"))
        self.assertEqual(self.ask("GET", f"/v1/submissions/{quote(GOVERNMENT, safe='')}/tried", **signed)[0], 404)
        pair = {duty: {**signed, "Authorization": "Bearer " + self.credential("--duty", duty)} for duty in ("prepare", "approve")}
        status, headers, answer = self.ask("POST", "/v1/events", tried, **pair["prepare"])
        self.assertEqual((status, json.loads(answer)["decision"]), (202, "draft"))
        draft = json.loads(self.ask("GET", headers["Location"], **pair["approve"])[2])
        status, _, answer = self.ask("POST", draft["draft"] + "/approve", **pair["approve"], If_Match=draft["etag"], Prefer="wait=30")
        self.assertEqual((status, json.loads(answer)["decision"]), (200, "admitted"), answer)
        record = json.loads(self.ask("GET", f"/v1/events/{quote(GOVERNMENT, safe='')}/tried")[2])
        credential = {duty: "example-government-xad-" + hashlib.sha256(headers["Authorization"].removeprefix("Bearer ").encode()).hexdigest()[:12] for duty, headers in pair.items()}
        self.assertEqual((record["rollcallpreparedby"], record["rollcallapprovedby"]), (credential["prepare"], credential["approve"]))

    def test_2_a_contact_that_the_gateway_sealed_is_opened_by_the_directory(self):
        told = self.submit(event("focal-2026", "focal_point.designated", {"unit": "Office for Families", "designated_on": "2026-03-01", "contact": CONTACT}))
        self.assertEqual(told["decision"], "admitted")
        here = {"Rollcall_At_Least": told["position"]}
        shown = self.ask("GET", "/v1/countries/XAD/focal-points", Authorization="Bearer " + self.token, **here)[2]
        self.assertIn(CONTACT["email"], shown)
        self.assertNotIn(CONTACT["email"], self.ask("GET", "/v1/countries/XAD/focal-points", **here)[2])

    def test_3_a_stream_is_answered_while_it_is_sent(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.stack.port("proxy"), timeout=PATIENCE)
        self.addCleanup(connection.close)
        connection.putrequest("POST", "/v1/events")
        for name, value in {"Content-Type": "application/x-ndjson", "Transfer-Encoding": "chunked", "Authorization": "Bearer " + self.token, "Prefer": "wait=30"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answers = None
        for number in ("line-1", "line-2"):
            line = event(number, "plan.adopted", {"title": "Another plan", "scope": "national", "adopted_on": "2026-03-01"}).encode() + b"\n"
            connection.send(b"%x\r\n%s\r\n" % (len(line), line))
            answers = answers or connection.getresponse()
            self.assertIn('"admitted"', answers.readline().decode())
        connection.send(b"0\r\n\r\n")
        self.assertEqual(answers.read(), b"")

    def test_4_every_call_has_a_service_that_answers_it(self):
        description = self.ask("GET", "/openapi.yaml")[2]
        described = [call for call in re.findall(r"^  (/\S+):$", description, re.M) if call != "/metrics"]
        calls = [call for call in described if "{model}" not in call]
        self.assertGreater(len(calls), 15)
        for call in [*calls, "/schemas/plan.adopted.v1.json"]:
            with self.subTest(call):
                method = "HEAD" if call.endswith("/stream") else "GET"  # which would not end
                status, _, answer = self.ask(method, re.sub(r"\{\w+\}", "any", call))
                self.assertNotRegex(answer, '"code":"(not_found|no_page|not_ready)"')
                self.assertLess(status, 500)
        for model in read_models():
            with self.subTest(model):
                status, _, answer = self.ask("GET", "/v1/models/" + model)
                self.assertEqual(status, 200, "a projector in compose.yaml and a line in deploy/haproxy.cfg, please")
                self.assertEqual(json.loads(answer)["model"], model)
                self.assertEqual(self.ask("GET", f"/v1/models/{model}/rebuild")[0], 200)
                for order in set(described) - set(calls) - {"/v1/models/{model}"}:
                    self.assertEqual(self.ask("POST", order.replace("{model}", model))[0], 401, order)

    def test_5_each_target_of_prometheus_has_figures(self):
        with open(path("deploy/prometheus.yml"), encoding="utf-8") as file:
            targets = re.findall(r"([\w-]+):(\d+)", file.read())
        for name, number in targets:
            status, _, figures = self.ask("GET", "/metrics", port=self.stack.port(name, int(number)))
            self.assertEqual((status, figures[:1]), (200, "#"), name)
        self.assertEqual(self.ask("GET", "/metrics")[0], 404)

    def test_6_the_other_admission_goes_on_alone(self):
        self.assertEqual(self.stack.stop("admission-1"), {"admission-1": 0})
        self.assertEqual(self.submit(event("alone", "plan.adopted", {"title": "A third plan", "scope": "national", "adopted_on": "2026-03-02"}))["decision"], "admitted")

    def test_7_what_is_down_is_said_to_be_and_the_rest_goes_on(self):
        self.assertEqual(self.stack.stop("scorecard"), {"scorecard": 0})
        self.stack.until(lambda: not self.stack.healthy("proxy"), "the proxy is no longer ready", "proxy")
        status, headers, answer = self.ask("GET", "/v1/countries/XAD")
        self.assertEqual((status, headers["Retry-After"], headers["Content-Type"], json.loads(answer)["code"]), (503, "1", "application/problem+json", "not_ready"))
        self.assertEqual(self.ask("GET", "/v1/regions")[0], 200)
        self.assertEqual(self.submit(PLAN)["decision"], "admitted")

    def test_8_all_stop_when_told_and_kept_within_their_limits(self):
        running = [name for name, process in self.stack.processes.items() if process.poll() is None]
        for name in running:
            self.assertLess(self.stack.most_memory(name) * 2, compose.memory(self.stack.services[name]["mem_limit"]), name)
        self.assertEqual(self.stack.stop(), dict.fromkeys(running, 0))
        for name in self.stack.processes:
            self.assertEqual(os.listdir(self.stack.workplace(name)), [], name)


class OnThree(Running):
    FILES = ("compose.yaml", "compose.three.yaml")

    def test_one_broker_may_be_lost(self):
        for topic in ("rollcall.inbox", "rollcall.ledger", "rollcall.keys"):
            self.stack.cluster.wait_isr(topic, 3)
        self.stack.cluster.kill(2)
        self.assertEqual(self.submit(PLAN)["decision"], "admitted")
        running = self.stack.processes
        self.assertEqual(self.stack.stop(), dict.fromkeys(running, 0))


class Small(unittest.TestCase):
    def test_everything_in_one_container(self):
        with tempfile.TemporaryDirectory(prefix="rollcall-compose-") as folder, Stack(BINARY, folder, path("compose.embedded.yaml")) as stack:
            stack.start()
            self.assertEqual(stack.stop(), {"rollcall": 0})


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
