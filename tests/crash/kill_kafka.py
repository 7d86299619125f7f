#!/usr/bin/env python3
"""Rollcall's services on three real brokers, under load, and faults of every kind: kills, brokers lost, owners that wake as
zombies, races to fence, networks cut and stalled, a full disk, clocks that step. After each: nothing acknowledged lost,
nothing doubled, sequence gapless, digests equal to a rebuild. `kill_kafka.py BINARY [--faults 21] [--long] [--seed N]
[--only FAULT,…]`; the seed is printed and gives the same faults, delays and events again (not the same interleaving)."""
import json
import os
import random
import shutil
import sys
import time

sys.dont_write_bytecode = True
import events
import faults
import rounds
import services
from checker import Checker
from load import clients
from memory import Memory
from server import Failure
from topics import Topics

STAKEHOLDERS = [f"example-government-{c.lower()}" for c in events.COUNTRIES] + ["example-ngo", "example-monitor"]
ROUNDS = 10   # of a long run, each on a cluster of its own
AHEAD = 100   # lines that a stream sends ahead of its answers, about: clients have to pause soon
REST = 4.0    # seconds, at most, that a client rests: two processors have to carry brokers, services and clients


class Run(services.World):
    def __init__(self, binary: str, clock: str, folder: str, deck: list, seed: int):
        self.rng, self.seed, self.deck = random.Random(f"{seed}/faults"), str(seed), deck
        super().__init__(binary, clock, folder, self.rng)
        self.memory, self.checker = Memory(), Checker()
        self.topics = Topics(self.cluster.bootstrap, services.LANES, self.checker)
        self.tokens, self.clients, self.heard, self.marks, self.checks, self.done, self.slowest = {}, [], 0, 0, 0, {}, 0.0

    def __str__(self) -> str:
        return f"{len(self.deck)} faults"

    def names_of_doors(self) -> tuple:
        return services.DOORS

    def hurry(self, wanted: bool):
        for client in self.clients:
            client.rest = 0.0 if wanted else REST

    # ---- checks

    def check(self, last: bool = False):
        """With the clients paused, and everything acknowledged decided: a mark on each subject, waited for, says so."""
        self.clients_rest()
        self.mark_each_subject()
        told = self.memory.told_from(self.heard)
        self.wait(lambda: self.read_all(told), "the topics hold what was told, and all of the inbox is decided")
        self.checker.hear(told)
        self.heard += len(told)
        self.checker.settle(self.memory.sent)
        self.checks += 1
        self.must_be_clean()
        self.compare_digests(sorted(self.hosts()) if last else [self.rng.choice(sorted(self.hosts()))])
        if not last:
            self.clients_go_on()

    def clients_rest(self):
        for gateway in self.gateways:
            gateway.gate.pause(sum(client.server is gateway for client in self.clients))

    def clients_go_on(self):
        for gateway in self.gateways:
            gateway.gate.set(paused=False)

    def must_be_clean(self):
        if self.checker.problems or self.memory.violations:
            raise Failure(f"{self.checker.count_problems} problems in the ledger, {len(self.memory.violations)} seen by clients:\n" +
                          "\n".join(self.checker.problems + self.memory.violations[:20]))

    def mark_each_subject(self):
        self.marks += 1
        gateway = self.gateways[self.marks % len(self.gateways)]
        for actor, event, expected in events.marks(self.marks):
            self.wait(lambda: self.mark(gateway, actor, event, expected), f"{gateway.name} tells the decision on {event['id']} about {event['subject']}")

    def mark(self, gateway, actor: str, event: dict, expected: int) -> bool:
        """Sent again until it is decided: a lane may be between two owners."""
        item = events.item_of(event, valid=expected == 201)
        self.memory.sending(item)
        try:
            status, answer = gateway.post(self.tokens[actor], event)
        except OSError:
            return False
        if status == 503:
            return False
        if status not in (expected, 200 if expected == 201 else expected, 202):
            raise Failure(f"a mark was answered {status} {answer}")
        self.memory.answered(item, answer)
        return status != 202

    def read_all(self, told: list) -> bool:
        """A broker that has just begun to lead may know of less than another has told, for a moment."""
        try:
            self.topics.read_on()
        except OSError:
            return False
        self.must_be_clean()
        lanes = self.checker.lanes
        return self.topics.all_decided() and all(t.place[0] in lanes and t.place[1] < len(lanes[t.place[0]].records) for t in told if t.place)

    # ---- digests

    def hosts(self) -> dict:
        """model -> who answers for it."""
        hosts = {}
        for name, models in services.MODELS.items():
            for model in models:
                hosts.setdefault(model, []).append(self.services[name])
        return hosts

    def digest(self, service, model: str) -> dict:
        return json.loads(service.command("digest", "--model", model, "--url", service.url, "--json"))

    def replay(self, model: str, *more: str) -> dict:
        return json.loads(self.gateways[0].command("replay", "--model", model, "--kafka", self.cluster.bootstrap, "--json", *more))

    def compare_digests(self, models: list):
        for model in models:
            rebuilt = self.replay(model)
            if rebuilt["position"] != self.checker.position():
                raise Failure(f"replayed from Kafka: {rebuilt}, the topics were read to {self.checker.position()}")
            for service in self.hosts()[model]:
                self.wait(lambda: self.digest(service, model)["position"] == rebuilt["position"], f"{service.name} has caught up with {model}")
                if (have := self.digest(service, model)) != rebuilt:
                    raise Failure(f"rebuilt from Kafka: {rebuilt}, {service.name} has {have}")

    def check_answers(self, service):
        """What a service that is not ready still answers stands where it says."""
        for model in services.MODELS[service.name]:
            have = self.digest(service, model)
            if (rebuilt := self.replay(model, "--to", have["position"])) != have:
                raise Failure(f"{service.name} is not ready and answers {have}, rebuilt to there {rebuilt}")

    # ---- all of it

    def begin(self):
        self.start()
        with open(os.path.join(self.secrets, "admin.token"), encoding="ascii") as file:
            self.tokens["registrar"] = file.readline().strip()
        for stakeholder in STAKEHOLDERS:
            self.tokens[stakeholder] = self.gateways[0].command("admin", "credential", stakeholder, "--data", self.secrets, "--url", self.gateways[0].url)
        for actor, token in self.tokens.items():
            probe = events.event(actor, "plan.adopted", "probe", "country/FRA", {})
            self.wait(lambda: self.gateways[1].post(token, probe)[0] != 401, f"the other gateway knows the token of {actor}")
        self.check()
        self.clients = clients(self.seed, self.gateways, self.memory, self.tokens, REST)
        for client in self.clients:
            client.ahead = AHEAD
            client.start()

    def fault(self, number: int, harm):
        began = time.monotonic()
        print(f"{number:3} {harm.__name__}: ", end="", flush=True)
        said = harm(self, self.rng)
        harmed = time.monotonic()
        self.settle()
        settled = time.monotonic()
        self.check()
        self.slowest = max(self.slowest, settled - harmed)
        self.done[harm.__name__] = self.done.get(harm.__name__, 0) + 1
        print(f"{said}; {harmed - began:.1f} s, well again after {settled - harmed:.1f} s, checked in {time.monotonic() - settled:.1f} s; "
              f"{sum(len(lane.records) for lane in self.checker.lanes.values())} decisions, {self.topics.counts()}", flush=True)

    def run(self):
        self.begin()
        for number, harm in enumerate(self.deck, 1):
            self.fault(number, harm)
        self.check(last=True)
        self.rebuild_a_projector()
        counts = self.topics.counts()
        for harm, count in ((faults.zombie, "void records"), (faults.race, "fences of an epoch already taken")):
            if harm in self.deck and not counts[count]:
                raise Failure(f"no {count} after {self.deck.count(harm)} times {harm.__name__}: the fault was not hit")

    def rebuild_a_projector(self):
        projector = self.services["p1"]
        projector.stop()
        shutil.rmtree(projector.data)
        projector.start()
        self.settle()
        self.compare_digests(list(services.MODELS["p1"]))

    def report(self) -> str:
        kinds = {}
        for lane in self.checker.lanes.values():
            for record in lane.records:
                kinds[record.kind] = kinds.get(record.kind, 0) + 1
        return (f"faults {sum(self.done.values())} {self.done}, checks {self.checks}, slowest recovery {self.slowest:.1f} s\n"
                f"clients {dict(sorted(self.memory.counts.items()))}\nledger {kinds}, {self.topics.counts()}, epochs {[lane.epoch for _, lane in sorted(self.checker.lanes.items())]}")


def shuffled_deck(given, seed: int) -> list:
    """Each kind as often as faults.DECK says, in the seed's order; again, when more are asked for."""
    rng, kinds = random.Random(f"{seed}/deck"), [kind for kind, times in faults.DECK.items() for _ in range(times)]
    if given.only:
        kinds = [getattr(faults, name) for name in given.only.split(",")]
    elif given.long and seed % 5 == 0:  # it takes minutes
        kinds[kinds.index(faults.full_disk)] = faults.disk_fills
    if not given.clock:
        kinds = [kind for kind in kinds if kind is not faults.step_clock]
    deck, count = [], given.faults or len(kinds)
    while len(deck) < count:
        rng.shuffle(kinds)
        deck += kinds
    return deck[:count]


def main() -> int:
    arguments = rounds.arguments(__doc__, f"{ROUNDS} rounds: 210 faults")
    arguments.add_argument("--clock", default="", help="the library of step_clock.cc; without it clocks don't step")
    arguments.add_argument("--faults", type=int)
    arguments.add_argument("--only", default="", help="kinds of faults, parted by commas")
    given = arguments.parse_args()
    clock = given.clock and os.path.abspath(given.clock)
    return rounds.play(ROUNDS if given.long and not given.faults else 1, given.seed,
                       lambda folder, seed: Run(given.binary, clock, folder, shuffled_deck(given, seed), seed))


if __name__ == "__main__":
    sys.exit(main())
