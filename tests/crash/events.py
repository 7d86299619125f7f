"""What is submitted: acts of the invented region's stakeholders, new, sent again, changed, and such as must be refused."""
import json
import random
import threading
from typing import NamedTuple, Optional

from memory import Key, key_of, payload_hash

BASE = "https://rollcall.example/"
COUNTRIES = ["XAB", "XAC", "XAD", "XAE", "XAF", "XAG"]
COMPANY, MEETING = "organisation/example-tours", "meeting/example-2003"
OF_COMPANIES = ("example-ngo", "example-monitor")  # who may speak about a company
SECRET = "Zyxwv Crashperson"  # a contact's name: must be in no record


# What the models of meetings, programmes, indicators and youth read, and whoever may say it: (type, subject or "" for a
# country, data from a number).
ACTS = [
    ("meeting.contribution_made", MEETING, lambda n: {"text": f"Contribution {n}.", "made_on": "2003-11-05", "commitments": ["eap-2001/b4"]}),
    ("programme.started", "", lambda n: {"title": f"Programme {n}", "activities": ["rescue", "advocacy_and_media"], "started_on": f"{2000 + n % 9}"}),
    ("indicator.reported", "", lambda n: {"indicator": f"cases-{n % 5}", "period": f"{2000 + n % 9}", "by": [{"dimension": "sex", "value": "female"}], "unit": "cases", "value": 5 + n % 90}),
    ("youth_committee.established", "", lambda n: {"name": f"Committee {n}", "established_on": "2004-04"}),
    ("participation.reported", "", lambda n: {"process": f"Process {n}", "kind": "plan", "rung": "consulted_and_informed", "reported_on": "2004-11", "young_people": n % 50, "summary": "Asked twice."}),
]
COMPANY_ACTS = [
    ("code_of_conduct.signed", COMPANY, lambda n: {"code": "tourism-code", "signed_on": f"{2000 + n % 9}"}),
    ("code_of_conduct.reported", COMPANY, lambda n: {"code": "tourism-code", "year": f"{2000 + n % 9}", "reported_on": f"{2001 + n % 9}-02", "criteria": [{"criterion": "staff_training", "status": "met"}]}),
    ("code_of_conduct.withdrawn", COMPANY, lambda n: {"code": "tourism-code", "withdrawn_on": f"{2004 + n % 5}-06-30"}),
]


class Item(NamedTuple):
    line: bytes
    key: Optional[Key]          # None: not an event at all
    payload: Optional[str]
    valid: bool                 # admission has no reason of its own to refuse it


def event(actor: str, kind: str, event_id: str, subject: str, data: dict) -> dict:
    return {"specversion": "1.0", "type": f"org.rollcall.{kind}.v1", "id": event_id, "source": f"{BASE}stakeholders/{actor}",
            "subject": subject, "time": "2026-02-01T00:00:00Z", "data": data}


def item_of(e: dict, valid: bool = True, sealed: bool = False, shuffle: Optional[random.Random] = None) -> Item:
    members = list(e.items())
    if shuffle:
        shuffle.shuffle(members)  # JSON written anew is the same payload
    return Item(json.dumps(dict(members), ensure_ascii=shuffle is not None).encode(), key_of(e), None if sealed else payload_hash(e), valid)


class Composer:
    """One stakeholder's events. Shared by its clients, so that the same event also comes over two connections at once."""

    def __init__(self, seed: str, actor: str, countries: list):
        self.rng, self.actor, self.countries = random.Random(f"{seed}/{actor}"), actor, countries
        self.lock = threading.Lock()
        self.history, self.count = [], 0

    def next(self) -> Item:
        with self.lock:
            draw = self.rng.random()
            if draw < 0.03:
                return Item(self.rng.choice([b"not json", b'{"specversion":"1.0","id":""}', b"[]", b'"' + b"x" * 3000]), None, None, False)
            if self.history and draw < 0.25:
                return self._again()
            if self.history and draw < 0.33:
                return self._changed()
            if draw < 0.45:
                return self._wrong()
            return self._new(sealed=draw > 0.96)

    def _id(self) -> str:
        self.count += 1
        return f"crash/{self.count}"

    def _new(self, sealed: bool) -> Item:
        subject = "country/" + self.rng.choice(self.countries)
        number = self.rng.randrange(10**6)
        if sealed:
            data = {"unit": f"Unit {number} of Exämple", "designated_on": "2004-02-01", "contact": {"name": SECRET, "email": f"p{number}@office.example"}}
            e = event(self.actor, "focal_point.designated", self._id(), subject, data)
        else:
            e = event(self.actor, *self._act(subject, number))
        self.history.append((e, sealed))
        return item_of(e, True, sealed)

    def _act(self, country: str, number: int) -> tuple:
        """Type, id, subject and data: plans and reports most often, and now and then what each other model reads."""
        draw = self.rng.random()
        if draw < 0.4:
            return "plan.adopted", self._id(), country, {"title": f"Plan {number} «été»", "scope": "national", "adopted_on": "2004-03", "covers": ["eap-2001"]}
        if draw < 0.7:
            status = self.rng.choice(["met", "partly_met"])
            return "progress.reported", self._id(), country, {"commitment": "eap-2001/b4", "status": status, "status_on": "2004", "summary": f"Report {number}."}
        choices = ACTS + (COMPANY_ACTS if self.actor in OF_COMPANIES else [])
        kind, subject, data = self.rng.choice(choices)
        return kind, self._id(), subject or country, data(number)

    def _again(self) -> Item:
        recent = self.history[-20:] if self.rng.random() < 0.6 else self.history
        e, sealed = self.rng.choice(recent)
        return item_of(e, True, sealed, self.rng)

    def _changed(self) -> Item:
        e, sealed = self.rng.choice(self.history[-50:])
        if sealed:
            return item_of(e, True, sealed)
        return item_of({**e, "time": f"2026-02-02T00:00:{self.rng.randrange(60):02}Z"})

    def _wrong(self) -> Item:
        subject = "country/" + self.rng.choice(self.countries)
        data = {"title": "A plan", "scope": "national", "adopted_on": "2004"}
        wrong = self.rng.choice([{**data, "scope": "galactic"}, {**data, "title": "ask someone@office.example"}, {**data, "covers": ["no-such"]}, None])
        if wrong is None:
            e = event(self.actor, "plan.adopted", self._id(), "country/FRA", data)  # outside the mandate
        else:
            e = event(self.actor, "plan.adopted", self._id(), subject, wrong)
        if self.rng.random() < 0.3:
            e["id"] = f"crash/wrong/{self.rng.randrange(40)}"  # the same refused id again and again, with one payload and another
        return item_of(e, valid=False)


def marks(number: int) -> list:
    """(actor, event, status) for each subject that is written to: once all are decided, all before them is."""
    data = {"title": "Mark", "scope": "national", "adopted_on": "2004"}
    told = [("example-ngo", event("example-ngo", "plan.adopted", f"mark/{number}", f"country/{c}", data), 201) for c in COUNTRIES]
    told.append(("example-ngo", event("example-ngo", "training.delivered", f"mark/{number}", COMPANY, {"title": "Mark", "audience": ["tourism_staff"], "delivered_on": "2004"}), 201))
    told.append(("example-ngo", event("example-ngo", "meeting.contribution_made", f"mark/{number}", MEETING, {"text": "Mark", "made_on": "2003-11-05"}), 201))
    told.append(("example-ngo", event("example-ngo", "plan.adopted", f"mark/{number}", "country/FRA", data), 422))
    told.append(("registrar", event("registrar", "country.registered", f"mark/{number}", "country/XAB", {"country": "XAB", "names": {"en": "Example Lagoon"}, "invented": True}), 201))
    return told
