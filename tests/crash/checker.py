"""The ledger's rules, written a second time and from the documents alone (ARCHITECTURE.md, promises 1 and 2; "How a lane
stays single-minded"). Reads a lane's lines as anyone can, keeps what it saw, and names everything that must not be.

Stricter than the documents in one thing, since one embedded log served all along: inbox offsets have no holes."""
import hashlib
import json
from datetime import datetime
from typing import NamedTuple, Optional

from events import SECRET
from memory import Key, Told, payload_hash, place_of

ANSWERS = {"org.rollcall.submission.refused.v1": "refused", "org.rollcall.submission.repeated.v1": "repeated"}
REGISTRY = ("stakeholder.", "credential.", "region.", "membership.", "framework.", "commitment.", "instrument.", "country.")
CONFLICT = ("conflict_with_earlier",)
MOST = 40  # problems told; more say nothing new


class Rec(NamedTuple):
    kind: str                   # admitted, refused, repeated
    key: Key
    payload: str
    actor: str
    codes: tuple
    first: Optional[tuple]
    recorded_text: str


def read(line: bytes):
    """The record, and its marks."""
    e = json.loads(line)
    kind, data = ANSWERS.get(e["type"], "admitted"), e["data"]
    said = data if kind in ("refused", "repeated") else e
    codes = tuple(sorted(r["code"] for r in data["reasons"])) if kind == "refused" else ()
    first = place_of(data.get("first")) if kind != "admitted" else None
    return e, Rec(kind, Key(e.get("subject", ""), said.get("source", ""), said.get("id", "")), e["rollcallpayload"], e.get("rollcallactor", ""), codes, first, e["recordedtime"])


class LaneView:
    def __init__(self, partition: int):
        self.partition, self.records = partition, []
        self.length, self.hash = 0, hashlib.sha256()  # of the bytes seen so far
        self.epoch, self.inbox, self.registry, self.nonces, self.recorded = 0, -1, 0, {}, None


class Checker:
    def __init__(self):
        self.lanes, self.problems, self.count_problems = {}, [], 0
        self.admitted = {}      # Key -> place
        self.decided = {}       # (Key, payload) -> how many records
        self.by_key = {}        # Key -> how many records
        self.lane_of = {}       # (subject, registry or not) -> lane
        self.receipts = {}      # Key -> place told as admitted
        self.pending = {}       # (Key, payload) -> how many times told pending

    def wrong(self, sentence: str):
        self.count_problems += 1
        if len(self.problems) < MOST:
            self.problems.append(sentence)

    def position(self) -> str:
        return ",".join(f"{p}:{len(lane.records) - 1}" for p, lane in sorted(self.lanes.items()) if lane.records)

    # ---- the ledger

    def take(self, partition: int, text: bytes):
        """A lane, whole, as it reads now. Take lane 0 last: the others name positions in it."""
        lane = self.lanes.setdefault(partition, LaneView(partition))
        seen = hashlib.sha256(text[:lane.length]).digest()
        if len(text) < lane.length or seen != lane.hash.digest():
            return self.wrong(f"lane {partition}: what was read before is gone or changed")
        if text and not text.endswith(b"\n"):
            return self.wrong(f"lane {partition}: the last line is cut short")
        lane.hash.update(text[lane.length:])
        new, lane.length = text[lane.length:], len(text)
        self.extend(partition, new.split(b"\n")[:-1])

    def extend(self, partition: int, lines: list):
        """A lane's next records, as a reader that keeps its own place hands them on. Lane 0 last."""
        lane = self.lanes.setdefault(partition, LaneView(partition))
        for line in lines:
            self._add(lane, line)
        if partition == 0:
            for p, other in self.lanes.items():
                if other.registry > len(lane.records):
                    self.wrong(f"lane {p}: decided against {other.registry} registry records, lane 0 has {len(lane.records)}")

    def _add(self, lane: LaneView, line: bytes):
        at = f"{lane.partition}:{len(lane.records)}"
        try:
            e, record = read(line)
            self._check_marks(lane, at, e)
        except (ValueError, KeyError, TypeError) as error:
            self.wrong(f"{at}: no record: {error!r}: {line[:200]!r}")
            record = Rec("unreadable", Key("", "", ""), "", "", (), None, "")
            return lane.records.append(record)
        if SECRET.encode() in line or b"@office.example" in line:
            self.wrong(f"{at}: holds a contact or an address in clear")
        about_registry = e["type"] if record.kind == "admitted" else e["data"].get("type", "")
        home = (record.key.subject, about_registry.removeprefix("org.rollcall.").startswith(REGISTRY))
        if self.lane_of.setdefault(home, lane.partition) != lane.partition:
            self.wrong(f"{at}: {record.key.subject} has records in lane {self.lane_of[home]} too")
        getattr(self, "_check_" + record.kind)(lane, at, e, record)
        lane.records.append(record)
        self.decided[record.key, record.payload] = self.decided.get((record.key, record.payload), 0) + 1
        self.by_key[record.key] = self.by_key.get(record.key, 0) + 1

    def _check_marks(self, lane: LaneView, at: str, e: dict):
        sequence, epoch, inbox, registry = int(e["sequence"]), int(e["rollcallepoch"]), int(e["rollcallinbox"]), int(e["rollcallregistry"])
        recorded = datetime.fromisoformat(e["recordedtime"])
        if sequence != len(lane.records):
            self.wrong(f"{at}: sequence is {sequence}")
        if inbox <= lane.inbox:
            self.wrong(f"{at}: inbox offset {inbox} after {lane.inbox}: decided twice, or out of order")
        elif inbox != lane.inbox + 1:
            self.wrong(f"{at}: inbox offset {inbox} after {lane.inbox}: a submission in between has no decision")
        if epoch < lane.epoch or epoch < 1:
            self.wrong(f"{at}: epoch {epoch} after {lane.epoch}")
        if lane.nonces.setdefault(epoch, e["rollcallnonce"]) != e["rollcallnonce"]:
            self.wrong(f"{at}: two owners in epoch {epoch}")
        if lane.recorded and recorded < lane.recorded:
            self.wrong(f"{at}: recordedtime goes back from {lane.recorded} to {recorded}")
        if registry < lane.registry or (lane.partition == 0 and registry > sequence):
            self.wrong(f"{at}: registry position {registry} after {lane.registry}")
        lane.epoch, lane.inbox, lane.registry, lane.recorded = epoch, inbox, registry, recorded
        if e["type"].startswith("org.rollcall.lane."):
            self.wrong(f"{at}: a fence is no decision")

    def _check_admitted(self, lane, at, e, record):
        if record.key in self.admitted:
            self.wrong(f"{at}: {record.key} was admitted before, at {self.admitted[record.key]}")
        self.admitted.setdefault(record.key, (lane.partition, len(lane.records)))
        if payload_hash(e) != record.payload:
            self.wrong(f"{at}: the payload's hash is not that of what was admitted")

    def _check_repeated(self, lane, at, e, record):
        first = self._earlier(lane, record.first)
        if not first or first.kind == "repeated" or (first.key, first.payload) != (record.key, record.payload):
            self.wrong(f"{at}: repeats {record.first}, which is not the same submission's first decision")
        elif first.kind == "refused" and record.key in self.admitted:
            self.wrong(f"{at}: repeats the refusal {record.first} of what was admitted at {self.admitted[record.key]}")

    def _check_refused(self, lane, at, e, record):
        first = self._earlier(lane, record.first)
        if record.first and not (first and first.kind == "admitted" and first.key == record.key and first.payload != record.payload and record.codes == CONFLICT):
            self.wrong(f"{at}: refused as a conflict with {record.first}, which is none")
        place = self.admitted.get(record.key)
        if place and not record.first and self.lanes[place[0]].records[place[1]].actor == record.actor:
            self.wrong(f"{at}: refused, though admitted at {place}")

    @staticmethod
    def _earlier(lane, place):
        return lane.records[place[1]] if place and place[0] == lane.partition and place[1] < len(lane.records) else None

    # ---- against what the clients were told

    def hear(self, told: list):
        """What was told before the ledger was read, so that the ledger has to hold it; each answer once."""
        for t in told:
            if t.decision == "pending":
                self.pending[t.key, t.payload] = self.pending.get((t.key, t.payload), 0) + 1
                continue
            if t.decision == "admitted" and self.receipts.setdefault(t.key, t.place) != t.place:
                self.wrong(f"{t.key} was told admitted at {self.receipts[t.key]} and at {t.place}")
            lane = self.lanes.get(t.place[0]) if t.place else None
            if not lane or t.place[1] >= len(lane.records):
                self.wrong(f"{t.key} was told {t.decision} at {t.place}, and the ledger has no such record")
                continue
            record = lane.records[t.place[1]]
            if (record.kind, record.key) != (t.decision, t.key) or (t.payload and record.payload != t.payload) or record.codes != t.codes or record.first != t.first:
                self.wrong(f"told {t}, the ledger has {record}")
            elif t.recorded != record.recorded_text:
                self.wrong(f"told {t}, the ledger's recordedtime is {record.recorded_text}")

    def settle(self, sent: dict):
        """When everything acknowledged was decided: against how often each was sent, counted after the ledger was read."""
        for (key, payload), times in self.pending.items():
            have = self.decided.get((key, payload), 0) if payload else self.by_key.get(key, 0)
            if have < times:
                self.wrong(f"{key} was acknowledged {times} times and decided {have} times")
        for (key, payload), s in sent.items():
            have = self.decided.get((key, payload), 0) if payload else self.by_key.get(key, 0)
            if have > s.times:
                self.wrong(f"{key} was sent {s.times} times and decided {have} times")
            if have and s.valid and key not in self.admitted:
                self.wrong(f"{key} was decided, never admitted, and there was no reason to refuse it")
            if not s.valid and key in self.admitted and self.at(self.admitted[key]).payload == payload:
                self.wrong(f"{key} was admitted at {self.admitted[key]}, and must not be")

    def at(self, place) -> Rec:
        return self.lanes[place[0]].records[place[1]]
