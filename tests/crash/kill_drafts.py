#!/usr/bin/env python3
"""kill -9 of `rollcall serve` around the approval of drafts: none is lost, none that was approved stays behind, each is in the
ledger once and names both. `kill_drafts.py BINARY [--rounds 8] [--seed N]`; the seed gives the same delays again."""
import argparse
import hashlib
import json
import random
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import events
from server import PATIENCE, Failure, Gate, Server, free_port

ACTOR, COUNTRY = "example-government-xad", "XAD"


class Run:
    def __init__(self, binary: str, folder: str, seed: int):
        self.rng = random.Random(f"{seed}/drafts")
        self.server = Server(binary, folder, free_port(self.rng), Gate())
        self.tokens, self.expected, self.kept, self.cut = {}, {}, [], 0

    def start(self):
        self.server.start()
        self.server.wait_ready()

    def issue(self):
        """Two who prepare or approve."""
        with open(f"{self.server.data}/admin.token", encoding="ascii") as file:
            registrar = file.read().strip()
        for duty in ("prepare", "approve"):
            self.tokens[duty] = f"rc_{self.rng.getrandbits(256):064x}"
            data = {"credential": f"crash.{duty}", "stakeholder": ACTOR, "token_sha256": hashlib.sha256(self.tokens[duty].encode()).hexdigest(), "duty": duty}
            status, answer = self.server.post(registrar, events.event("registrar", "credential.issued", f"credential/crash.{duty}", f"organisation/{ACTOR}", data))
            must(status == 201, answer)

    def call(self, method: str, target: str, duty: str, body=None, **headers):
        headers = {"Authorization": "Bearer " + self.tokens[duty], "Content-Type": "application/cloudevents+json", **{n.replace("_", "-"): v for n, v in headers.items()}}
        status, answer = self.server._call(method, target, json.dumps(body).encode() if body else None, headers, PATIENCE)
        return status, json.loads(answer or "{}")

    def prepare(self, name: str) -> dict:
        plan = events.event(ACTOR, "plan.adopted", name, f"country/{COUNTRY}", {"title": "A drafted plan", "scope": "national", "adopted_on": "2005"})
        status, answer = self.call("POST", "/v1/events", "prepare", plan)
        must(status == 202 and answer["decision"] == "draft", answer)
        return self.call("GET", answer["draft"], "approve")[1]

    def approve(self, draft: dict):
        """Until it is killed; what was not acknowledged may be either."""
        try:
            status, answer = self.call("POST", draft["draft"] + "/approve", "approve", If_Match=draft["etag"])
            must(status in (200, 202), answer)
            self.expected[draft["draft"]] = draft["id"]
        except OSError:
            self.cut += 1

    def round(self, number: int):
        drafts = [self.prepare(f"drafted/{number}/{i}") for i in range(6)]
        self.kept.append(self.prepare(f"kept/{number}")["draft"])
        threads = [threading.Thread(target=self.approve, args=(draft,)) for draft in drafts]
        for thread in threads:
            thread.start()
        threading.Event().wait(self.rng.uniform(0, 0.02))  # the fault: a random moment
        self.server.kill()
        for thread in threads:
            thread.join(PATIENCE)
        self.start()
        self.check([draft["draft"] for draft in drafts])

    def check(self, drafts: list):
        """Whoever was told that it is approved finds it admitted; who was not finds it so, or waiting still."""
        deadline = time.monotonic() + PATIENCE
        for address in drafts:
            while True:
                status, draft = self.call("GET", address, "approve")
                must(status == 200, draft)
                if draft["decision"] == "admitted" or (draft["state"] == "waiting" and address not in self.expected):
                    break
                must(time.monotonic() < deadline and draft["decision"] in ("pending", "admitted"), f"{address} was approved, and stayed behind: {draft}")
                threading.Event().wait(0.05)
            if draft["state"] == "waiting":
                self.approve(draft)
                drafts.append(address)
            else:
                self.expected[address] = draft["id"]  # as if the answer had not been cut off
        for address in self.kept:
            must(self.call("GET", address, "approve")[1].get("state") == "waiting", f"{address} was lost")

    def check_command(self):
        """`rollcall submit` tells of drafts and of dry runs, and ends well with both."""
        told, file = {}, f"{self.server.folder}/plan.json"
        with open(file, "w", encoding="utf-8") as out:
            json.dump(events.event(ACTOR, "plan.adopted", "told", f"country/{COUNTRY}", {"title": "A plan", "scope": "national", "adopted_on": "2005"}), out)
        for options in (("--dry-run",), ()):
            told[options] = self.server.command("submit", *options, "--url", self.server.url, "--token", self.tokens["prepare"], file)
        must(list(told.values())[0] == "would be admitted as authority  told" and list(told.values())[1].startswith("draft /v1/drafts/"), told)

    def check_ledger(self):
        lanes, found = 0, {}
        while True:
            status, lines = self.server.get(f"/v1/ledger/{lanes}?from=0")
            if status == 404:
                break
            lanes += 1
            for line in lines.splitlines():
                record = json.loads(line)
                if record.get("id", "").startswith(("drafted/", "kept/")) and record["type"] == "org.rollcall.plan.adopted.v1":
                    must((record["rollcallpreparedby"], record["rollcallapprovedby"]) == ("crash.prepare", "crash.approve"), record)
                    found[record["id"]] = found.get(record["id"], 0) + 1
        must(found == dict.fromkeys(self.expected.values(), 1), f"in the ledger: {found}; approved: {sorted(self.expected.values())}")


def must(holds: bool, why):
    if not holds:
        raise Failure(str(why))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--rounds", type=int, default=8)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = options.parse_args()
    print("seed", given.seed, flush=True)
    with tempfile.TemporaryDirectory(prefix="rollcall-drafts-") as folder:
        run = Run(given.binary, folder, given.seed)
        try:
            run.start()
            run.issue()
            for number in range(given.rounds):
                run.round(number)
            run.check_ledger()
            run.check_command()
            run.server.stop()
        finally:
            run.server.end()
    print(f"{given.rounds} kills: {len(run.expected)} drafts approved, {run.cut} approvals cut off, {len(run.kept)} kept waiting; each once, none lost")


if __name__ == "__main__":
    main()
