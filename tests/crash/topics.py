"""The ledger and the inbox as they lie in Kafka, read by kcat, and the rule of which records of a lane count, written a
second time (ARCHITECTURE.md, "How a lane stays single-minded"):

  a fence counts if its epoch is higher than the current one; of two equal ones the first in the lane wins
  a record counts if it bears the epoch and nonce of the last fence that counts before it; all others are void"""
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from memory import payload_hash
from server import PATIENCE, Failure

INBOX, LEDGER = "rollcall.inbox", "rollcall.ledger"
FENCE = "org.rollcall.lane.fenced.v1"
FORM = "%o %K %S %h\n%k%s\n"  # offset, lengths of key and value, headers; key and value
HASTE = ("-X", "fetch.wait.max.ms=50", "-X", "auto.offset.reset=error", "-X", "check.crcs=true", "-X", "reconnect.backoff.max.ms=500")


class Entry(NamedTuple):
    offset: int
    headers: dict
    key: bytes
    value: bytes


def parse(text: bytes) -> list:
    entries, at = [], 0
    while at < len(text):
        end = text.index(b"\n", at)
        offset, key, value, headers = text[at:end].split(b" ", 3)
        start, key_length, value_length = end + 1, max(0, int(key)), max(0, int(value))
        at = start + key_length + value_length + 1
        if text[at - 1:at] != b"\n":
            raise ValueError("cut short")
        pairs = dict(pair.split("=", 1) for pair in headers.decode().split(",") if pair)
        entries.append(Entry(int(offset), pairs, text[start:start + key_length], text[start + key_length:at - 1]))
    return entries


def fetch(brokers: str, topic: str, lane: int, offset: int) -> list:
    """From `offset` to the lane's end as it is now. OSError: no broker had it just now."""
    command = ["kcat", "-C", "-q", "-e", "-b", brokers, "-t", topic, "-p", str(lane), "-o", str(offset), "-f", FORM, *HASTE]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE / 2)
    except subprocess.TimeoutExpired as e:
        raise OSError(f"kcat did not read {topic} lane {lane} to its end") from e
    if done.returncode != 0:
        raise OSError(f"kcat ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return parse(done.stdout)


class Lane:
    """A ledger lane as read so far."""

    def __init__(self):
        self.next, self.epoch, self.nonce = 0, 0, None
        self.fences, self.equal, self.late, self.voids = 0, 0, 0, 0  # fences: that count, of an epoch that was taken, of an older one

    def take(self, entries: list) -> list:
        """The values that count, of the next entries."""
        counting = []
        for entry in entries:
            if entry.offset != self.next:
                raise ValueError(f"offset {entry.offset} after {self.next - 1}")
            self.next += 1
            e = json.loads(entry.value)
            mark = int(e["rollcallepoch"]), e["rollcallnonce"]
            if e["type"] == FENCE:
                self._fence(*mark)
            elif mark == (self.epoch, self.nonce):
                counting.append(entry.value)
            else:
                self.voids += 1
        return counting

    def _fence(self, epoch: int, nonce: str):
        if epoch > self.epoch:
            self.epoch, self.nonce, self.fences = epoch, nonce, self.fences + 1
        elif epoch == self.epoch:
            self.equal += 1
        else:
            self.late += 1


class Topics:
    """Both topics, as far as they were read, handed on to the checker."""

    def __init__(self, brokers: str, lanes: int, checker):
        self.brokers, self.checker = brokers, checker
        self.ledger, self.inbox = [Lane() for _ in range(lanes)], [[] for _ in range(lanes)]  # of the inbox (source, id, subject, payload, actor)
        self.judged = [0] * lanes  # decisions held against the inbox
        self.pool = ThreadPoolExecutor(4)

    def read_on(self):
        """What came since. Lane 0 last: the others name positions in it."""
        order = list(range(1, len(self.ledger))) + [0]
        for lane, entries in self._fetch_all(LEDGER, order[:-1], lambda lane: self.ledger[lane].next):
            self._take_ledger(lane, entries)
        for lane, entries in self._fetch_all(LEDGER, [0], lambda lane: self.ledger[lane].next):
            self._take_ledger(lane, entries)
        for lane, entries in self._fetch_all(INBOX, order, lambda lane: len(self.inbox[lane])):
            self._take_inbox(lane, entries)
        for lane in order:
            self._judge(lane)

    def all_decided(self) -> bool:
        return all(self.checker.lanes[lane].inbox + 1 == len(entries) for lane, entries in enumerate(self.inbox) if entries)

    def undecided(self) -> dict:
        lanes = self.checker.lanes
        return {lane: (lanes[lane].inbox + 1, len(entries)) for lane, entries in enumerate(self.inbox) if entries and lanes[lane].inbox + 1 != len(entries)}

    def counts(self) -> dict:
        total = {name: sum(getattr(lane, name) for lane in self.ledger) for name in ("voids", "fences", "equal", "late")}
        return {"void records": total["voids"], "fences": total["fences"], "fences of an epoch already taken": total["equal"], "fences of an older epoch": total["late"]}

    def _fetch_all(self, topic, lanes, offset) -> list:
        return list(zip(lanes, self.pool.map(lambda lane: fetch(self.brokers, topic, lane, offset(lane)), lanes)))

    def _take_ledger(self, lane: int, entries: list):
        try:
            self.checker.extend(lane, self.ledger[lane].take(entries))
        except (ValueError, KeyError) as e:
            raise Failure(f"ledger lane {lane}, offset {self.ledger[lane].next - 1}: no record: {e!r}") from e

    def _take_inbox(self, lane: int, entries: list):
        for entry in entries:
            if entry.offset != len(self.inbox[lane]):
                self.checker.wrong(f"inbox lane {lane}: offset {entry.offset} after {len(self.inbox[lane]) - 1}")
            e = json.loads(entry.value)
            self.inbox[lane].append((e["source"], e["id"], e["subject"], payload_hash(e), entry.headers.get("actor")))

    def _judge(self, lane: int):
        """Each decision against the entry that it says it decides. Decisions have one offset each, rising by one (checker)."""
        records, inbox = self.checker.lanes[lane].records if lane in self.checker.lanes else [], self.inbox[lane]
        until = min(len(records), len(inbox))
        for at in range(self.judged[lane], until):
            record, (source, name, subject, payload, actor) = records[at], inbox[at]
            if (record.key.source, record.key.id, record.key.subject, record.payload, record.actor) != (source, name, subject, payload, actor):
                self.checker.wrong(f"{lane}:{at} decides {record}, but the inbox has {inbox[at]}")
        self.judged[lane] = until
