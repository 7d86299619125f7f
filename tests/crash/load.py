"""The clients: streams of lines, single posts, and a registrar whose new stakeholders speak at once. Each goes on through
every kill, and remembers what it was told."""
import hashlib
import http.client
import itertools
import json
import random
import threading

import events
from memory import Memory
from server import Gate, Server
from wire import TIMEOUT, LineStream, Lost, Refused


class Client(threading.Thread):
    def __init__(self, name: str, seed: str, server: Server, memory: Memory):
        super().__init__(name=name, daemon=True)
        self.rng = random.Random(f"{seed}/{name}")
        self.server, self.gate, self.memory = server, server.gate, memory
        self.rest = 0.0  # seconds, at most, between two turns

    def run(self):
        try:
            while self.gate.wait_open():
                generation, was_ready = self.gate.generation, self.gate.ready
                try:
                    self.once()
                    if self.rest:
                        self.gate.rest(self.rng.uniform(0, self.rest))
                except Refused as e:
                    self.refused(e.args[0], was_ready and generation == self.gate.generation)
                    self.gate.retry(generation)
                except (Lost, OSError, http.client.HTTPException):
                    self.memory.count("broken off")
                    self.gate.retry(generation)
        except Exception as e:  # whatever a client can't understand is a finding
            self.memory.violation(f"client {self.name}: {e!r}")
            self.gate.gone()

    def refused(self, status: int, was_ready: bool):
        if status == 503:
            return self.memory.count("told 503")
        if was_ready:
            return self.memory.violation(f"client {self.name}: status {status} with a good token from a server that is ready")
        self.memory.count(f"told {status} while starting")

    def post(self, token: str, item: events.Item, wait: bool) -> dict:
        """A single event; its answer, remembered."""
        self.memory.sending(item)
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=TIMEOUT)
        try:
            headers = {"Authorization": "Bearer " + token, "Content-Type": "application/cloudevents+json"}
            if wait:
                headers["Prefer"] = "wait=30"
            connection.request("POST", "/v1/events", item.line, headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status in (401, 503):
                raise Refused(answer.status)
            told = json.loads(body)
            if (answer.status, told.get("decision")) not in ((200, "admitted"), (201, "admitted"), (202, "pending"), (409, "refused"), (422, "refused"), (400, None)):
                self.memory.violation(f"status {answer.status} does not fit {told}")
            self.memory.answered(item, told)
            return told
        finally:
            connection.close()


class Streamer(Client):
    def __init__(self, name, seed, server, memory, composer, token):
        super().__init__(name, seed, server, memory)
        self.composer, self.token = composer, token
        self.ahead = 400  # lines sent and not yet answered, about, at most

    def once(self):
        waiting = []  # items sent and not yet answered: answers come in order
        stream = LineStream(self.server.port, self.token, wait=self.rng.random() < 0.5)
        try:
            for _ in range(self.rng.randrange(1, 12)):
                burst = [self.composer.next() for _ in range(self.rng.randrange(1, 60))]
                for item in burst:
                    if item.key:
                        self.memory.sending(item)
                waiting += burst
                stream.send(b"".join(item.line + b"\n" for item in burst), self.rng)
                self.take(waiting, stream.answers(block=len(waiting) > self.ahead))
                if self.gate.paused or self.gate.stopped:
                    break
            stream.finish()
            while not stream.ended:
                self.take(waiting, stream.answers(block=True))
            if waiting:
                self.memory.violation(f"a stream ended well with {len(waiting)} lines unanswered, the first {waiting[0].line[:300]!r}")
        finally:
            stream.close()

    def take(self, waiting: list, answers: list):
        for answer in answers:
            item = waiting.pop(0)
            if item.key:
                self.memory.answered(item, answer)
            elif answer.get("decision") != "refused":
                self.memory.violation(f"the line {item.line[:100]!r} was answered {answer}")


class Poster(Client):
    def __init__(self, name, seed, server, memory, composer, token):
        super().__init__(name, seed, server, memory)
        self.composer, self.token = composer, token

    def once(self):
        for _ in range(10):
            item = self.composer.next()
            while not item.key:
                item = self.composer.next()
            self.post(self.token, item, wait=self.rng.random() < 0.7)
            if self.gate.paused:
                return


class Registrar(Client):
    """Registers a stakeholder, issues its token, and lets it speak: each step as soon as the one before was admitted, and
    again, after a kill, until it is."""

    def __init__(self, name, seed, server, memory, token):
        super().__init__(name, seed, server, memory)
        self.token, self.steps, self.number = token, [], 0

    def once(self):
        if not self.steps:
            self.steps = self._plan()
        token, item = self.steps[0]
        told = self.post(token, item, wait=True)
        if told["decision"] == "refused":
            self.memory.violation(f"{item.key} was refused, and must not be: {told}")
        if told["decision"] != "pending":
            self.steps.pop(0)

    def _plan(self) -> list:
        self.number += 1
        who, secret = f"crash-ngo-{self.number}", f"rc_{self.rng.getrandbits(256):064x}"
        about = f"organisation/{who}"
        hashed = hashlib.sha256(secret.encode()).hexdigest()
        registered = events.event("registrar", "stakeholder.registered", f"stakeholder/{who}", about,
                                  {"stakeholder": who, "kind": "national_ngo", "name": f"Invented NGO {self.number}", "home": "XAC", "mandate": {}, "invented": True})
        issued = events.event("registrar", "credential.issued", f"credential/{who}", about, {"credential": who, "stakeholder": who, "token_sha256": hashed})
        spoken = events.event(who, "plan.adopted", "first-word", "country/XAC", {"title": "Its plan", "scope": "national", "adopted_on": "2005"})
        return [(self.token, events.item_of(registered)), (self.token, events.item_of(registered)), (self.token, events.item_of(issued)), (secret, events.item_of(spoken))]


def clients(seed: str, servers: list, memory: Memory, tokens: dict, rest: float = 0.0) -> list:
    """`tokens` by stakeholder; "registrar" among them. In turn each has another one of `servers`."""
    composers = {}
    for actor in tokens:
        home = actor.rsplit("-", 1)[-1].upper()
        composers[actor] = events.Composer(seed, actor, [home] if home in events.COUNTRIES else events.COUNTRIES)
    server = itertools.cycle(servers)
    all_clients = [Registrar("registrar", seed, next(server), memory, tokens["registrar"])]
    both = "example-government-xab"
    for name in [f"{actor}/1" for actor in sorted(set(tokens) - {"registrar"})] + [both + "/2"]:
        actor = name.rsplit("/", 1)[0]
        all_clients.append(Streamer(name, seed, next(server), memory, composers[actor], tokens[actor]))
    for actor in ("example-ngo", "example-government-xac"):
        all_clients.append(Poster(f"{actor}/posts", seed, next(server), memory, composers[actor], tokens[actor]))
    for client in all_clients:
        client.rest = rest
    return all_clients
