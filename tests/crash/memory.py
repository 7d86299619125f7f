"""What the clients sent and what they were told: the other half of the truth, which the checker holds against the ledger."""
import base64
import hashlib
import json
import threading
from typing import NamedTuple, Optional

LEDGER_SETS = ("sequence", "recordedtime", "partitionkey")  # and whatever begins with "rollcall"


class Key(NamedTuple):
    subject: str
    source: str
    id: str


class Told(NamedTuple):
    key: Key
    payload: Optional[str]       # None: sealed by the gateway, so the client can't know it
    decision: str                # pending, admitted, refused
    place: Optional[tuple]       # (partition, sequence)
    codes: tuple
    first: Optional[tuple]
    recorded: Optional[str]


class Sent:
    __slots__ = ("times", "valid")

    def __init__(self, valid: bool):
        self.times, self.valid = 0, valid


def payload_hash(event: dict) -> str:
    """SHA-256 over the canonical form (RFC 8785, as far as these events need it), base64url."""
    kept = {k: v for k, v in event.items() if k not in LEDGER_SETS and not k.startswith("rollcall")}
    text = json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def place_of(text: Optional[str]) -> Optional[tuple]:
    if not text:
        return None
    partition, sequence = text.split(":")
    return int(partition), int(sequence)


def key_of(event: dict) -> Key:
    return Key(event["subject"], event["source"], event["id"])


class Memory:
    """Any thread."""

    def __init__(self):
        self.lock = threading.Lock()
        self.sent = {}          # (Key, payload) -> Sent
        self.told = []
        self.violations = []    # seen by the clients themselves
        self.counts = {}

    def sending(self, item):
        """Before the first byte goes out: from here on the ledger may hold it."""
        with self.lock:
            self.sent.setdefault((item.key, item.payload), Sent(item.valid)).times += 1
            self.counts["sent"] = self.counts.get("sent", 0) + 1

    def answered(self, item, answer: dict):
        decision = answer.get("decision", "")
        codes = tuple(sorted(reason["code"] for reason in answer.get("reasons", [])))
        turned_away = "line" in answer or (decision == "refused" and codes == ("personal_data",) and answer.get("position") is None)
        if decision not in ("pending", "admitted", "refused") or turned_away:  # by the gateway: never in the ledger
            return self.count("not taken: " + (decision or str(answer.get("code"))))
        if (answer.get("source"), answer.get("id")) != (item.key.source, item.key.id):
            return self.violation(f"the answer to {item.key} is another's: {answer}")
        told = Told(item.key, item.payload, decision, place_of(answer.get("position")), codes, place_of(answer.get("first")), answer.get("recordedtime"))
        with self.lock:
            self.told.append(told)
            self.counts["told " + decision] = self.counts.get("told " + decision, 0) + 1

    def count(self, what: str):
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def violation(self, sentence: str):
        with self.lock:
            self.violations.append(sentence)

    def told_from(self, at: int) -> list:
        with self.lock:
            return self.told[at:]
