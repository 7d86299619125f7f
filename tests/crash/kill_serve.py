#!/usr/bin/env python3
"""kill -9 of `rollcall serve` at random moments under load: nothing acknowledged lost, nothing doubled, sequence gapless,
digests equal to a rebuild from zero. `kill_serve.py BINARY [--kills 50] [--long] [--seed N]`; the seed is printed and gives
the same events and the same delays again (not the same interleaving)."""
import json
import os
import random
import shutil
import sys
import threading
import time

sys.dont_write_bytecode = True
import events
import rounds
from checker import Checker
from load import clients
from memory import Memory
from server import PATIENCE, Failure, Gate, Server, free_port

STAKEHOLDERS = [f"example-government-{c.lower()}" for c in events.COUNTRIES] + ["example-ngo", "example-monitor"]
MODELS = ["scorecard", "instruments", "directory", "plans", "code_of_conduct", "programmes", "indicators", "youth", "meetings", "activity", "submissions"]


class Run:
    def __init__(self, binary: str, folder: str, kills: int, seed: int):
        self.rng, self.seed, self.kills, self.done = random.Random(f"{seed}/kills"), str(seed), kills, {}
        self.gate, self.memory, self.checker = Gate(), Memory(), Checker()
        self.server = Server(binary, folder, free_port(self.rng), self.gate)
        self.tokens, self.heard, self.marks, self.clients, self.checks = {}, 0, 0, [], 0

    def __str__(self) -> str:
        return f"{self.kills} kills"

    def close(self):
        self.gate.set(stopped=True)
        self.server.end()

    # ---- faults

    def kill_after(self, kind: str, longest: float):
        threading.Event().wait(self.rng.uniform(0, longest))  # the fault: a random moment
        self.server.kill()
        self.done[kind] = self.done.get(kind, 0) + 1

    def kill_first_starts(self, times: int):
        """A new data folder's very first starts: the reference data and the sample are written across kills."""
        for _ in range(times):
            self.server.start()
            self.kill_after("first start", self.rng.choice([0.05, 0.15, 0.3, 0.7]))  # the earliest steps take milliseconds

    def kill_under_load(self):
        while sum(self.done.values()) < self.kills:
            kind = self.rng.choices(["under load", "starting", "twice"], [60, 25, 15])[0]
            if kind == "under load":
                self.server.wait_ready()
                self.kill_after(kind, 0.7)
            elif kind == "starting":
                self.kill_after(kind, 0.4)
            else:
                self.kill_after(kind, 0.7)
                self.server.start()
                self.kill_after(kind, 0.15)
            self.server.start()
            if self.rng.random() < 0.35:
                self.server.wait_ready()
                self.check()

    # ---- checks

    def check(self):
        """With the clients paused, and everything acknowledged decided: a mark on each subject, waited for, says so."""
        self.gate.pause(len(self.clients))
        self.mark_each_subject()
        told = self.memory.told_from(self.heard)
        self.read_ledger()
        self.checker.hear(told)
        self.heard += len(told)
        self.checker.settle(self.memory.sent)
        self.checks += 1
        if self.checker.problems or self.memory.violations:
            raise Failure(f"{self.checker.count_problems} problems in the ledger, {len(self.memory.violations)} seen by clients:\n" +
                          "\n".join(self.checker.problems + self.memory.violations[:20]))
        self.gate.set(paused=False)

    def mark_each_subject(self):
        self.marks += 1
        for actor, event, expected in events.marks(self.marks):
            item = events.item_of(event, valid=expected == 201)
            self.memory.sending(item)
            status, answer = self.server.post(self.tokens[actor], event)
            if status != expected:
                raise Failure(f"a mark was answered {status} {answer}")
            self.memory.answered(item, answer)

    def read_ledger(self):
        lanes = []
        while True:
            status, body = self.server.get(f"/v1/ledger/{len(lanes)}?from=0")
            if status == 404 and lanes:
                break
            if status != 200:
                raise Failure(f"the ledger's lane {len(lanes)} was answered {status} {body[:300]!r}")
            lanes.append(body)
        lanes[0] = self.server.get("/v1/ledger/0?from=0")[1]  # once more: it is taken last
        for partition in list(range(1, len(lanes))) + [0]:
            self.checker.take(partition, lanes[partition])

    def digests(self) -> dict:
        """Of the running server, once each model stands where the ledger does."""
        found, pause, until = {}, threading.Event(), time.monotonic() + PATIENCE
        for model in MODELS:
            while True:
                told = json.loads(self.server.command("digest", "--model", model, "--url", self.server.url, "--json"))
                if told["position"] == self.checker.position():
                    break
                if time.monotonic() > until:
                    raise Failure(f"the model {model} stands at {told['position']}, the ledger at {self.checker.position()}")
                pause.wait(0.05)
            found[model] = told
        return found

    def compare(self, what: str, expected: dict, *where: str):
        for model in MODELS:
            found = json.loads(self.server.command("replay", "--model", model, *where, "--json"))
            if found != expected[model]:
                raise Failure(f"{what}: {found}, the server had {expected[model]}")

    def check_digests(self):
        self.check()
        self.gate.pause(len(self.clients))
        expected = self.digests()
        self.compare("replayed from the server", expected, "--url", self.server.url)
        self.server.stop()
        self.compare("replayed from its data", expected, "--data", self.server.data)
        for cache in ("models", "admission"):
            shutil.rmtree(os.path.join(self.server.data, cache))
        self.server.start()
        self.server.wait_ready()
        self.read_ledger()
        if (rebuilt := self.digests()) != expected:
            raise Failure(f"rebuilt from nothing: {rebuilt}, before it was {expected}")
        self.check()  # goes on admitting, and still knows what it admitted
        threading.Event().wait(self.rng.uniform(0.1, 0.5))
        self.check()
        self.gate.set(stopped=True)
        self.server.stop()

    # ---- all of it

    def run(self):
        self.kill_first_starts(max(2, self.kills // 6))
        self.server.start()
        self.server.wait_ready()
        with open(os.path.join(self.server.data, "admin.token"), encoding="ascii") as file:
            self.tokens["registrar"] = file.readline().strip()
        for stakeholder in STAKEHOLDERS:
            self.tokens[stakeholder] = self.server.command("admin", "credential", stakeholder, "--data", self.server.data, "--url", self.server.url)
        self.check()
        self.clients = clients(self.seed, [self.server], self.memory, self.tokens)
        for client in self.clients:
            client.start()
        self.kill_under_load()
        self.server.wait_ready()
        self.check_digests()

    def report(self) -> str:
        kinds = {}
        for lane in self.checker.lanes.values():
            for record in lane.records:
                kinds[record.kind] = kinds.get(record.kind, 0) + 1
        return (f"kills {sum(self.done.values())} {self.done}, checks {self.checks}, slowest start {self.server.slowest_start:.2f} s\n"
                f"clients {dict(sorted(self.memory.counts.items()))}\nledger {kinds}, epochs {[lane.epoch for _, lane in sorted(self.checker.lanes.items())]}")


def main() -> int:
    arguments = rounds.arguments(__doc__, "six rounds: 300 kills")
    arguments.add_argument("--kills", type=int)
    given = arguments.parse_args()
    return rounds.play(6 if given.long and not given.kills else 1, given.seed, lambda folder, seed: Run(given.binary, folder, given.kills or 50, seed))


if __name__ == "__main__":
    sys.exit(main())
